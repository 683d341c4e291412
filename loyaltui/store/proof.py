"""The proof of a shop's points: each query finds what can't be, so that none finding anything proves every balance."""

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from loyaltui.store.ledger import BALANCES, IN_LOT, LEFT, STANDS

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

GUARDS = (
    "movements_no_update",
    "movements_no_delete",
    "movements_no_replace",
    "movements_earn_once",
    "movements_bonus_once",
)
# what is left of each lot: itself and all that names it
LOTS = f"SELECT e.customer_id, e.points + {IN_LOT} AS left FROM movements e WHERE e.lot IS NULL"
HELD = f"SELECT customer_id, sum(max(left, 0)), sum(max(-left, 0)) FROM ({LOTS}) GROUP BY customer_id"
RULES = """
WITH u AS MATERIALIZED (SELECT id, json_extract(spec, '$.per') AS per, json_extract(spec, '$.size') AS size,
    json_extract(spec, '$.boosts') IS NULL AND json_extract(spec, '$.before_tax') IS NULL AS plain FROM rules)
"""
PROOF = {
    "a movement is missing": (
        "SELECT n || ' are there, ' || seq || ' were booked' FROM (SELECT count(*) AS n, "
        "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'movements'), 0) AS seq FROM movements) WHERE n <> seq"
    ),
    "a movement names a lot of somebody else": (
        "SELECT m.id FROM movements m LEFT JOIN movements l ON l.id = m.lot WHERE m.lot IS NOT NULL "
        "AND (l.id IS NULL OR l.lot IS NOT NULL OR l.customer_id <> m.customer_id)"
    ),
    "a reversal is not of its lot": (
        "SELECT r.id FROM movements r JOIN movements e ON e.id = r.reverses WHERE r.reverses IS NOT NULL "
        "AND (coalesce(e.lot, e.id) <> r.lot OR e.kind = 'reverse')"
    ),
    "more was taken back than was booked": (
        "SELECT e.id FROM movements r JOIN movements e ON e.id = r.reverses WHERE r.reverses IS NOT NULL GROUP BY e.id "
        "HAVING (e.points + sum(r.points)) * e.points < 0 OR abs(e.points + sum(r.points)) > abs(e.points)"
    ),
    "more was spent or lapsed of a lot than it held": (
        "SELECT id FROM (SELECT m.id, m.kind, m.points, l.points + sum(m.points) OVER (PARTITION BY m.lot ORDER BY "
        "m.id) AS left FROM movements m JOIN movements l ON l.id = m.lot WHERE m.lot IS NOT NULL) "
        "WHERE left < 0 AND points < 0 AND kind <> 'reverse'"
    ),
    "points lapsed before their last day was over": (
        "SELECT e.id FROM movements e JOIN movements l ON l.id = e.lot JOIN acts a ON a.id = e.act "
        "WHERE e.kind = 'expire' AND e.lot IS NOT NULL AND (l.expires IS NULL OR l.expires >= a.day)"
    ),
    "points are held by nobody": (
        "SELECT customer_id FROM movements WHERE customer_id NOT IN (SELECT id FROM customers) "
        "GROUP BY customer_id HAVING sum(points) <> 0"
    ),
    "a receipt earned twice": (
        "SELECT e.receipt_id FROM (SELECT receipt_id FROM movements WHERE receipt_id IS NOT NULL GROUP BY receipt_id "
        f"HAVING count(*) > 1) d JOIN movements e ON e.receipt_id = d.receipt_id WHERE e.kind = 'earn' AND {STANDS} "
        "GROUP BY e.receipt_id HAVING count(*) > 1"
    ),
    "a bonus was given twice": (
        "SELECT e.reason || ' of ' || e.customer_id FROM movements e WHERE e.kind = 'bonus' "
        f"AND e.points + {LEFT.format('points')} > 0 GROUP BY e.customer_id, e.reason HAVING count(*) > 1"
    ),
    "a rule doesn't make these points": (
        f"{RULES} SELECT e.id FROM movements e JOIN u ON u.id = e.rule_id WHERE e.kind = 'earn' AND plain "
        "AND (per = 'amount' AND e.points * size + e.crumbs <> e.paid OR per = 'visit' AND e.points <> size)"
    ),
    "a voucher was used that wasn't good that day": (
        "SELECT v.code FROM voucher_uses u JOIN vouchers v ON v.id = u.voucher_id "
        "WHERE u.day NOT BETWEEN v.from_day AND v.to_day"
    ),
}
# a visit that earned before the till said its amount was paid for by nothing yet
PAID = f"""
{RULES} SELECT e.receipt_id FROM movements e JOIN u ON u.id = e.rule_id JOIN receipts r ON r.id = e.receipt_id
WHERE e.kind = 'earn' AND e.paid <> coalesce(r.amount, 0) AND (u.per = 'amount' OR e.paid <> 0)
    AND NOT EXISTS (SELECT 1 FROM movements b WHERE b.reverses = e.id)
"""


class Sums(NamedTuple):
    """What was proved: how many movements, what is left in the lots, what is open as debt, what all balances come to
    (left - debt), and how much of that has lapsed and is not booked yet."""

    movements: int
    left: int
    debt: int
    balance: int
    lapsed: int


def unproved(conn: sqlite3.Connection) -> list[str]:
    """What is wrong with the points; [] is the proof: everybody's balance is the sum of their movements, and that is
    what is left in their lots less their debts."""
    guards = {
        name
        for (name,) in conn.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'movements' AND sql LIKE '%ABORT%'"
        )
    }
    found = [f"the ledger's guard {name} is missing" for name in GUARDS if name not in guards]
    for name, query in PROOF.items():
        found += [f"{name}: {row[0]}" for row in conn.execute(query)]
    held = {who: left - debt for who, left, debt in conn.execute(HELD)}
    for who, points in conn.execute(BALANCES):
        left = held.pop(who, 0)
        if points != left:
            found.append(f"the balance of {who} comes to {points}, their lots less their debts to {left}")
    return found + [f"the balance of {who} is gone" for who in held]


def unlike_receipts(conn: sqlite3.Connection) -> list[str]:
    """Where the ledger says something else was paid than the receipt does."""
    return [f"points were given for another amount than was paid: {row[0]}" for row in conn.execute(PAID)]


def added_up(shop: "Shop", day: int) -> Sums:
    """The sums of the whole ledger on a day, each added up for itself."""
    count, balance = shop.conn.execute("SELECT count(*), coalesce(sum(points), 0) FROM movements").fetchone()
    left, debt = shop.conn.execute(
        f"SELECT coalesce(sum(max(left, 0)), 0), coalesce(sum(max(-left, 0)), 0) FROM ({LOTS})"
    ).fetchone()
    return Sums(count, left, debt, balance, balance - sum(shop.points.balances(day).values()))
