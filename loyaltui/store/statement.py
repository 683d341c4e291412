"""Every point of one person, read from the ledger with what explains it."""

from collections import defaultdict
from typing import TYPE_CHECKING

from loyaltui.core.statement import Booked, Statement, statement
from loyaltui.core.text import fold

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

BOOKED = """
SELECT m.receipt_id, m.id, m.kind, m.points, m.lot, m.expires, m.day, m.crumbs, m.paid, coalesce(o.kind, ''), m.reason,
    m.rule_id, coalesce(w.name, ''), a.verb, coalesce(u.verb, ''), r.second, r.amount,
    coalesce(nullif(f.name, ''), f.card, '')
FROM movements m JOIN acts a ON a.id = m.act LEFT JOIN acts u ON u.id = a.undoes
    LEFT JOIN movements o ON o.id = m.reverses LEFT JOIN rewards w ON w.id = m.reward_id
    LEFT JOIN receipts r ON r.id = m.receipt_id
    LEFT JOIN customers f ON m.kind = 'bonus' AND m.reason LIKE 'friend %'
        AND f.id = CAST(substr(m.reason, 8) AS INTEGER)
WHERE m.customer_id IN ({0}) ORDER BY m.id
"""
BOUGHT = """
SELECT DISTINCT m.receipt_id, i.name, i.category FROM movements m JOIN lines l ON l.receipt_id = m.receipt_id
    JOIN items i ON i.id = l.item_id WHERE m.customer_id IN ({0}) AND m.kind = 'earn'
"""


def of(shop: "Shop", customer_id: int, day: int) -> Statement:
    """The proof of somebody's balance on a day."""
    customer = shop.customers.get(customer_id)
    theirs = shop.customers.family(customer.id)
    rules = {rule.id: rule for rule in shop.programme.rules()}
    names: defaultdict[int, set[str]] = defaultdict(set)
    if any(rule.needs_lines for rule in rules.values()):
        for receipt_id, item, category in shop.conn.execute(BOUGHT.format(theirs)):
            names[receipt_id] |= {fold(item), fold(category)}
    rows = shop.conn.execute(BOOKED.format(theirs)).fetchall()
    booked = [Booked(*row[1:])._replace(names=frozenset(names.get(row[0], ()))) for row in rows]
    return statement(customer.id, customer.called, day, booked, rules)
