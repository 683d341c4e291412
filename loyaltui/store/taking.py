"""A staged file becomes part of the shop, inside one act: people, receipts, what changed since, and the points."""

from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment
from loyaltui.store.ledger import Booking
from loyaltui.store.put_right import put_right

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

PEOPLE = (
    "UPDATE people SET customer_id = nth + (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name "
    "= 'customers') "
    "FROM (SELECT person AS who, row_number() OVER (ORDER BY person) AS nth FROM people WHERE newcomer) "
    "WHERE person = who",
    # one card, one holder: the first keeps it
    "UPDATE people SET card = '' WHERE newcomer AND card <> '' AND (card IN (SELECT card FROM customers) OR EXISTS "
    "(SELECT 1 FROM people p WHERE p.card <> '' AND p.card = people.card AND p.newcomer AND p.person < people.person))",
    "INSERT INTO customers(id, act_id, name, phone, email, card, birthday, folded) "
    "SELECT customer_id, :act, name, phone, email, card, birthday, folded(CASE name WHEN '' THEN ext_id "
    "ELSE name END, phone, email, card) "
    "FROM people WHERE newcomer ORDER BY person",
    # what the shop didn't know of somebody
    "UPDATE customers AS c SET name = coalesce(nullif(c.name, ''), p.name), phone = "
    "coalesce(nullif(c.phone, ''), p.phone), "
    "email = coalesce(nullif(c.email, ''), p.email), folded = folded(coalesce(nullif(c.name, ''), nullif(p.name, ''), "
    "p.ext_id), coalesce(nullif(c.phone, ''), p.phone), coalesce(nullif(c.email, ''), p.email), c.card) FROM people p "
    "WHERE p.customer_id = c.id AND NOT p.newcomer AND ((c.name = '' AND p.name <> '') OR (c.phone = '' "
    "AND p.phone <> '') "
    "OR (c.email = '' AND p.email <> ''))",
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
    "INSERT INTO staff(act_id, name) SELECT :act, staff FROM fresh JOIN staged USING (n) "
    "WHERE staff <> '' GROUP BY staff ORDER BY min(k) ON CONFLICT DO NOTHING",
    "INSERT INTO receipts(id, act_id, customer_id, kind, day, second, amount, tax, discount, staff_id) "
    "SELECT :base + k, :act, p.customer_id, s.kind, s.day, s.second, s.amount, s.tax, s.discount, f.id "
    "FROM fresh JOIN staged s USING (n) LEFT JOIN people p USING (person) LEFT JOIN staff f ON f.name = s.staff "
    "WHERE k NOT IN (SELECT k FROM met) ORDER BY k",
    # what both sides have spoken of: the name stays the counter's, the rest becomes the till's
    "UPDATE receipts SET amount = s.amount, tax = s.tax, discount = s.discount, staff_id = f.id FROM met JOIN fresh "
    "USING (k) JOIN staged s USING (n) LEFT JOIN staff f ON f.name = s.staff WHERE receipts.id = met.receipt_id",
    "INSERT INTO meetings(act_id, receipt_id) SELECT :act, receipt_id FROM met ORDER BY k",
    "INSERT INTO receipt_refs(act_id, receipt_id, source, kind, ref) "
    "SELECT :act, coalesce(met.receipt_id, :base + k), :source, kind, ref FROM fresh JOIN staged USING (n) "
    "LEFT JOIN met USING (k) ORDER BY k",
    "INSERT INTO items(act_id, name, category) SELECT :act, item, category FROM fresh JOIN staged_lines USING (n) "
    "GROUP BY item, category ORDER BY min(k), item ON CONFLICT DO NOTHING",
    "INSERT INTO lines(act_id, receipt_id, item_id, quantity, amount) "
    "SELECT :act, coalesce(met.receipt_id, :base + k), i.id, l.quantity, l.amount FROM fresh "
    "JOIN staged_lines l USING (n) LEFT JOIN met USING (k) JOIN items i ON i.name = l.item AND i.category "
    "= l.category ORDER BY k, l.rowid",
    "INSERT INTO questions(act_id, kind, one, other) SELECT :act, 'sale', receipt_id, :base + k FROM "
    "doubtful ORDER BY k",
)
# a receipt met at the counter has earned there already, unless its amount wasn't known
TO_BOOK = """
SELECT r.id, r.customer_id, r.kind, r.day, r.amount FROM receipts r WHERE r.customer_id IS NOT NULL
    AND (r.act_id = ?1 OR r.id IN (SELECT receipt_id FROM met))
    AND NOT EXISTS (SELECT 1 FROM movements e WHERE e.receipt_id = r.id AND e.kind = 'earn')
ORDER BY r.customer_id, r.day, r.second, r.id
"""


def take_in(shop: "Shop", act: int, now: Moment, source: str) -> int:
    """Write what is staged and fresh, inside the open act; the points it earned."""
    conn = shop.conn
    base = conn.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'receipts'").fetchone()[0]
    values = {"act": act, "base": base, "source": source, "day": now.day}
    for statement in (*PEOPLE, *TAKE_IN):
        conn.execute(statement, values)
    rows = conn.execute(TO_BOOK, (act,)).fetchall()
    points = shop.points.book(act, (Booking(*row) for row in rows))
    for receipt_id, amount in conn.execute("SELECT receipt_id, amount FROM otherwise ORDER BY receipt_id").fetchall():
        points += put_right(shop, act, now, receipt_id, amount, source)
    return points
