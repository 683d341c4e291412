"""What the shop knows already of a staged file: its people, its receipts, and the visits ticked at the counter."""

import sqlite3
from collections.abc import Iterable

from loyaltui.core.identity import MARK
from loyaltui.core.matching import Sale, Visit, match
from loyaltui.store import later_times, namesakes, same_number
from loyaltui.store.readings import PACK

BRINGS = f"""
INSERT INTO brings SELECT coalesce(person, -1), kind = 'sale', kind = 'refund', amount, iif(kind = 'refund', amount, 0),
    iif(kind = 'sale', moment, NULL), iif(kind = 'sale', moment, NULL), early AND kind = 'sale', iif(early, amount, 0)
FROM (SELECT *, day * {PACK} + coalesce(second + 1, 0) AS moment,
    coalesce(day < (SELECT min(from_day) FROM rules), 0) AS early FROM fresh) WHERE true
ON CONFLICT (person) DO UPDATE SET sales = sales + excluded.sales, refunds = refunds + excluded.refunds,
    amount = amount + excluded.amount, refunded = refunded + excluded.refunded,
    first = min(coalesce(first, excluded.first), coalesce(excluded.first, first)),
    last = max(coalesce(last, excluded.last), coalesce(excluded.last, last)),
    early_sales = early_sales + excluded.early_sales, early_amount = early_amount + excluded.early_amount
"""
KNOWN = (
    "DELETE FROM known",
    # CROSS keeps the order: from each staged row by index to what is known of it
    "INSERT INTO known SELECT s.n, r.id FROM staged s CROSS JOIN receipts r "
    "ON r.source = ?1 AND r.kind = s.kind AND r.ref = s.ref",
    "INSERT OR IGNORE INTO known SELECT s.n, NULL FROM staged s CROSS JOIN voided_refs v "
    "ON v.source = ?1 AND v.kind = s.kind AND v.ref = s.ref WHERE EXISTS (SELECT 1 FROM voided_refs)",
)
RECEIPTS = (
    "DELETE FROM brings",
    BRINGS,
    "DELETE FROM otherwise",
    "INSERT OR IGNORE INTO otherwise SELECT r.id, s.n, s.amount, iif(r.customer_id IS NULL, s.person, NULL) "
    "FROM known k CROSS JOIN staged s USING (n) CROSS JOIN receipts r ON r.id = k.receipt_id "
    "WHERE r.amount IS NOT s.amount OR (r.customer_id IS NULL AND s.person IS NOT NULL)",
    # a void says no name: of two people's receipts of its number it takes back neither
    "INSERT OR REPLACE INTO otherwise SELECT r.id, NULL, NULL, NULL FROM voids v "
    "CROSS JOIN receipts r ON r.source = ?1 AND r.kind = 'sale' AND r.ref = v.ref WHERE NOT EXISTS (SELECT 1 "
    f"FROM receipts o WHERE o.ref > v.ref || '{MARK}' AND o.ref < v.ref || char({ord(MARK) + 1}) "
    "AND o.source = ?1 AND o.kind = 'sale')",
    "UPDATE people SET newcomer = 1 WHERE customer_id IS NULL AND "
    "(listed OR person IN (SELECT person FROM brings) OR person IN (SELECT person FROM newly_named))",
)
OPEN_VISITS = """
SELECT r.id, coalesce(c.root, c.id), r.day, r.second, r.amount FROM receipts r JOIN customers c ON c.id = r.customer_id
WHERE r.kind = 'sale' AND r.day BETWEEN ?1 - 1 AND ?2 + 1 AND r.ref IS NULL
    AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.kind = 'sale' AND q.one = r.id AND q.answer IS NULL)
"""
STAGED_SALES = """
SELECT n, CASE WHEN s.person IS NULL THEN NULL ELSE coalesce(c.root, c.id, -1 - s.person) END, s.day, s.second, s.amount
FROM (SELECT * FROM fresh UNION ALL SELECT * FROM newly_named) s
LEFT JOIN people p USING (person) LEFT JOIN customers c ON c.id = p.customer_id
WHERE s.kind = 'sale' AND s.day BETWEEN ?1 - 1 AND ?2 + 1
"""  # somebody the shop doesn't know yet is a person all the same: below zero

# a staged person p is the customer c; a card held by somebody with another id of this till says nothing
SIGNS = (
    "p.card <> '' AND c.card <> '' AND c.card = p.card AND (p.ext_id = '' OR NOT EXISTS "
    "(SELECT 1 FROM external_ids e WHERE e.customer_id = c.id AND e.source = :source))",
    "p.email <> '' AND c.email <> '' AND lower(c.email) = lower(p.email)",
    "p.phone <> '' AND c.phone <> '' AND c.phone = p.phone",
)
BOTH = (
    "coalesce(k.root, k.id) AS one, coalesce(c.root, c.id) AS other "
    "FROM people p CROSS JOIN customers k ON k.id = p.customer_id"
)


def recognise(conn: sqlite3.Connection, source: str) -> None:
    """Fill in who and which receipts are known, what the rest brings, what the till says otherwise, and what was ticked
    here."""
    conn.execute("UPDATE people SET customer_id = NULL, newcomer = 0")
    people(conn, source)
    run(conn, KNOWN, source)
    same_number.tell_apart(conn, source)
    later_times.meet(conn, source)
    run(conn, RECEIPTS, source)
    meet(conn)


def run(conn: sqlite3.Connection, statements: Iterable[str], source: str) -> None:
    """Statements one after the other, `?1` in them being the till."""
    for statement in statements:
        conn.execute(statement, (source,) if "?1" in statement else ())


def people(conn: sqlite3.Connection, source: str) -> None:
    """Find those the shop knows: by the till's id, card, e-mail or phone; by name where there's no better."""
    conn.execute(
        "UPDATE people SET customer_id = (SELECT e.customer_id FROM ids i JOIN external_ids e "
        "ON e.source = ? AND e.ext_id = i.ext_id WHERE i.person = people.person ORDER BY i.rowid LIMIT 1) "
        "WHERE ext_id <> ''",
        (source,),
    )
    for sign in SIGNS:  # where several share it, the one who is called so
        conn.execute(
            "UPDATE people AS p SET customer_id = (SELECT coalesce(min(iif(c.name = p.name, c.id, NULL)), min(c.id)) "
            f"FROM customers c WHERE {sign}) WHERE p.customer_id IS NULL",
            {"source": source},
        )
    doubles(conn, source)
    namesakes.recognise(conn)


def doubles(conn: sqlite3.Connection, source: str) -> None:
    """Two customers whom the file takes for one person: only the owner can tell."""
    conn.execute("DELETE FROM doubles")
    others = " UNION ALL ".join(f"SELECT {BOTH} CROSS JOIN customers c ON {sign}" for sign in SIGNS)
    conn.execute(
        f"INSERT OR IGNORE INTO doubles SELECT min(one, other), max(one, other) FROM ({others} UNION ALL SELECT {BOTH} "
        "CROSS JOIN ids i ON i.person = p.person CROSS JOIN external_ids e ON e.source = :source "
        "AND e.ext_id = i.ext_id CROSS JOIN customers c ON c.id = e.customer_id) WHERE one <> other",
        {"source": source},
    )


def meet(conn: sqlite3.Connection) -> None:
    """Match fresh sales with visits that were ticked at the counter on the same shop days."""
    conn.execute("DELETE FROM met")
    conn.execute("DELETE FROM doubtful")
    first, last = conn.execute(
        "SELECT min(day), max(day) FROM (SELECT day FROM fresh UNION ALL SELECT day FROM newly_named)"
    ).fetchone()
    if first is None:
        return
    visits = [Visit(*row) for row in conn.execute(OPEN_VISITS, (first, last))]
    if not visits:
        return
    days = [visit.day for visit in visits]
    sales = [Sale(*row) for row in conn.execute(STAGED_SALES, (min(days), max(days)))]
    found = match(visits, sales)
    for table, pairs in (("met", found.pairs), ("doubtful", found.doubtful)):
        conn.executemany(f"INSERT INTO {table} VALUES (?, ?)", [(pair.sale, pair.visit) for pair in pairs])
    # a receipt that has stood for itself so far is no visit's without asking
    conn.execute("INSERT INTO doubtful SELECT * FROM met WHERE n IN (SELECT n FROM newly_named)")
    conn.execute("DELETE FROM met WHERE n IN (SELECT n FROM newly_named)")
