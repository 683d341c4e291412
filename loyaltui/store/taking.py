"""A staged file becomes part of the shop, inside one act: people, receipts, what changed since, and the points."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment
from loyaltui.store.booking import BOOKED, Booker, Booking
from loyaltui.store.ledger import STANDS
from loyaltui.store.put_right import put_right

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

PEOPLE = (
    "UPDATE people SET customer_id = nth + (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name "
    "= 'customers') "
    "FROM (SELECT person AS who, row_number() OVER (ORDER BY person) AS nth FROM people WHERE newcomer) "
    "WHERE person = who",
    # one card, one holder, and so with a phone and an e-mail: the first keeps it
    "UPDATE people AS p SET card = iif(EXISTS (SELECT 1 FROM customers c WHERE c.card = p.card AND c.card <> '') "
    "OR EXISTS (SELECT 1 FROM people o WHERE o.card = p.card AND o.card <> '' AND o.person < p.person), '', card), "
    "email = iif(EXISTS (SELECT 1 FROM customers c WHERE lower(c.email) = lower(p.email) AND c.email <> ''), "
    "'', email), "
    "phone = iif(EXISTS (SELECT 1 FROM customers c WHERE c.phone = p.phone AND c.phone <> ''), '', phone)",
    "INSERT INTO customers(id, act_id, name, phone, email, card, birthday, joined, folded) "
    "SELECT customer_id, :act, name, phone, email, card, birthday, :joined, folded(CASE name WHEN '' THEN ext_id "
    "ELSE name END, phone, email, card) "
    "FROM people WHERE newcomer ORDER BY person",
    # what the shop didn't know of somebody
    "UPDATE customers AS c SET name = coalesce(nullif(c.name, ''), p.name), "
    "phone = coalesce(nullif(c.phone, ''), p.phone), email = coalesce(nullif(c.email, ''), p.email), "
    "card = coalesce(nullif(c.card, ''), p.card), "
    "folded = folded(coalesce(nullif(c.name, ''), nullif(p.name, ''), p.ext_id), "
    "coalesce(nullif(c.phone, ''), p.phone), coalesce(nullif(c.email, ''), p.email), "
    "coalesce(nullif(c.card, ''), p.card)) FROM people p "
    "WHERE p.customer_id = c.id AND NOT p.newcomer AND ((c.name = '' AND p.name <> '') OR (c.phone = '' "
    "AND p.phone <> '') OR (c.email = '' AND p.email <> '') OR (c.card = '' AND p.card <> ''))",
    "UPDATE customers SET joined = :joined FROM people p WHERE p.customer_id = customers.id AND NOT p.newcomer "
    "AND customers.joined IS NULL AND :joined IS NOT NULL",
    "UPDATE customers SET birthday = p.birthday FROM people p WHERE p.customer_id = customers.id AND NOT p.newcomer "
    "AND customers.birthday = '' AND p.birthday <> ''",
    "INSERT INTO external_ids(act_id, customer_id, source, ext_id) SELECT :act, p.customer_id, :source, i.ext_id "
    "FROM ids i JOIN people p USING (person) WHERE p.customer_id IS NOT NULL ORDER BY i.rowid ON CONFLICT DO NOTHING",
    # a list's yes or no, where the shop has nothing newer of its own
    "INSERT INTO consents(act_id, customer_id, channel, allowed, day, source) SELECT :act, p.customer_id, a.channel, "
    "a.allowed, :day, :source FROM allowed a JOIN people p USING (person) WHERE NOT EXISTS (SELECT 1 FROM consents c "
    "WHERE c.customer_id = p.customer_id AND c.channel = a.channel AND (c.source <> :source OR c.id = "
    "(SELECT max(d.id) "
    "FROM consents d WHERE d.customer_id = c.customer_id AND d.channel = c.channel) AND c.allowed = a.allowed)) "
    "ORDER BY p.person, a.channel",
)
TAKE_IN = (
    "INSERT INTO staff(act_id, name) SELECT DISTINCT :act, staff FROM fresh WHERE staff <> '' ON CONFLICT DO NOTHING",
    "INSERT INTO receipts(id, act_id, customer_id, kind, day, second, amount, tax, discount, staff_id, source, ref) "
    "SELECT :base + n, :act, p.customer_id, s.kind, s.day, s.second, s.amount, s.tax, s.discount, f.id, :source, s.ref "
    "FROM fresh s LEFT JOIN people p USING (person) LEFT JOIN staff f ON s.staff <> '' AND f.name = s.staff "
    "WHERE n NOT IN (SELECT n FROM met) ORDER BY n",
    # what both sides have spoken of: the name stays the counter's, the rest becomes the till's
    "UPDATE receipts SET amount = s.amount, tax = s.tax, discount = s.discount, staff_id = f.id, source = :source, "
    "ref = s.ref FROM met JOIN staged s USING (n) LEFT JOIN staff f ON f.name = s.staff "
    "WHERE receipts.id = met.receipt_id",
    "INSERT INTO meetings(act_id, receipt_id) SELECT :act, receipt_id FROM met ORDER BY n",
    "INSERT INTO items(act_id, name, category) SELECT :act, name, category FROM staged_items "
    "WHERE NOT EXISTS (SELECT 1 FROM known) OR item IN (SELECT item FROM staged_lines WHERE n NOT IN "
    "(SELECT n FROM known)) ORDER BY item ON CONFLICT DO NOTHING",
    "UPDATE staged_items AS s SET item_id = (SELECT id FROM items i WHERE i.name = s.name AND i.category = s.category)",
    "INSERT INTO lines(act_id, receipt_id, item_id, quantity, amount) "
    "SELECT :act, coalesce(met.receipt_id, :base + n), i.item_id, l.quantity, l.amount FROM staged_lines l "
    "CROSS JOIN staged_items i USING (item) LEFT JOIN met USING (n) WHERE n NOT IN (SELECT n FROM known) "
    "ORDER BY l.rowid",
    "INSERT INTO questions(act_id, kind, one, other) SELECT :act, 'sale', d.receipt_id, "
    "coalesce(k.receipt_id, :base + n) FROM doubtful d LEFT JOIN known k USING (n) ORDER BY n ON CONFLICT DO NOTHING",
    "INSERT INTO questions(act_id, kind, one, other) SELECT :act, 'person', one, other FROM doubles "
    "WHERE true ORDER BY one, other ON CONFLICT DO NOTHING",
    # nameless so far; who was named at the counter stays
    "UPDATE receipts SET customer_id = (SELECT p.customer_id FROM otherwise o JOIN people p USING (person) "
    "WHERE o.receipt_id = receipts.id) WHERE id IN (SELECT receipt_id FROM otherwise WHERE person IS NOT NULL)",
)
# a receipt met at the counter has earned there already, unless it needed an amount that wasn't known
TO_BOOK = f"""
SELECT {BOOKED} FROM (
    SELECT * FROM receipts WHERE id > :base
    UNION ALL SELECT r.* FROM met JOIN receipts r ON r.id = met.receipt_id
        WHERE NOT EXISTS (SELECT 1 FROM movements e WHERE e.receipt_id = r.id AND e.kind = 'earn' AND {STANDS})
    UNION ALL SELECT r.* FROM otherwise o CROSS JOIN receipts r ON r.id = o.receipt_id
        WHERE o.person IS NOT NULL AND r.amount IS o.amount)
WHERE customer_id IS NOT NULL AND (kind = 'refund' OR day >= :earning) ORDER BY customer_id, day, second, id
"""

OTHER_AMOUNTS = """
SELECT o.receipt_id, o.amount FROM otherwise o CROSS JOIN receipts r ON r.id = o.receipt_id
WHERE r.amount IS NOT o.amount ORDER BY o.receipt_id
"""
# what has earned at the counter by less than the till tells of it: no amount, no tax, nothing of what was bought
MET = f"""
SELECT r.id, r.amount, e.paid, e.rule_id FROM met JOIN receipts r ON r.id = met.receipt_id
    JOIN movements e ON e.receipt_id = r.id WHERE e.kind = 'earn' AND {STANDS}
"""


@contextmanager
def indexed_afterwards(conn: sqlite3.Connection) -> Iterator[None]:
    """Where nothing was sold yet, indexes are made after the rows: they are made faster and come out smaller."""
    if conn.execute("SELECT 1 FROM receipts LIMIT 1").fetchone():
        yield
        return
    indexes = conn.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('receipts', 'lines') "
        "AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        conn.execute(f"DROP INDEX {name}")
    yield
    for _, sql in indexes:
        conn.execute(sql)


def joined(shop: "Shop") -> int | None:
    """From when on the sales of people whom a till brings earn: never, unless the owner has said otherwise."""
    settings = shop.settings
    return 0 if "yes" in (settings.everyone_joins, settings.history_points) else None


def take_in(shop: "Shop", act: int, now: Moment, source: str) -> int:
    """Write what is staged and fresh, inside the open act; the points it earned."""
    conn = shop.conn
    base = conn.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'receipts'").fetchone()[0]
    values = {
        "act": act,
        "base": base,
        "source": source,
        "day": now.day,
        "earning": shop.points.earning_from(),
        "joined": joined(shop),
    }
    with indexed_afterwards(conn):
        for statement in (*PEOPLE, *TAKE_IN):
            conn.execute(statement, values)
    told_more = earned_by_less(shop)
    with closing(conn.execute(TO_BOOK, values)) as rows:
        points = Booker(shop, act, now.day).book(map(Booking._make, rows))
    for receipt_id, amount in (*told_more, *conn.execute(OTHER_AMOUNTS).fetchall()):
        points += put_right(shop, act, now, receipt_id, amount, source)
    return points


def earned_by_less(shop: "Shop") -> list[tuple[int, int]]:
    """The receipts met at the counter that would earn otherwise now that the till has spoken, with their amounts."""
    rows = shop.conn.execute(MET).fetchall()
    rules = {rule.id: rule for rule in shop.programme.rules()} if rows else {}
    return [
        (receipt_id, amount)
        for receipt_id, amount, paid, rule in rows
        if paid != amount or rules[rule].needs_lines or rules[rule].before_tax
    ]
