"""What the shop knows already of a staged file: its people, its receipts, and the visits ticked at the counter."""

import sqlite3

from loyaltui.core.matching import Sale, Visit, match
from loyaltui.core.text import fold

KNOWN = "LEFT JOIN receipt_refs f ON f.source = ?1 AND f.kind = s.kind AND f.ref = s.ref"
RECEIPTS = (
    "DELETE FROM fresh",
    f"INSERT INTO fresh(n) SELECT s.n FROM staged s {KNOWN} WHERE f.id IS NULL AND NOT EXISTS (SELECT 1 "
    "FROM voided_refs v "
    "WHERE v.source = ?1 AND v.kind = s.kind AND v.ref = s.ref) ORDER BY s.day, s.second, s.n",
    "UPDATE people SET newcomer = 1 WHERE customer_id IS NULL "
    "AND (listed OR person IN (SELECT person FROM fresh JOIN staged USING (n)))",
)
OTHERWISE = (
    "DELETE FROM otherwise",
    # CROSS keeps the order: from each staged row by index to what is known of it
    "INSERT OR REPLACE INTO otherwise SELECT f.receipt_id, s.amount FROM staged s CROSS JOIN receipt_refs f "
    "ON f.source = ?1 AND f.kind = s.kind AND f.ref = s.ref CROSS JOIN receipts r ON r.id = f.receipt_id "
    "WHERE r.amount IS NOT s.amount",
    "INSERT OR REPLACE INTO otherwise SELECT f.receipt_id, NULL FROM voids v "
    "CROSS JOIN receipt_refs f ON f.source = ?1 AND f.kind = 'sale' AND f.ref = v.ref",
)
OPEN_VISITS = """
SELECT r.id, coalesce(c.root, c.id), r.day, r.second, r.amount FROM receipts r JOIN customers c ON c.id = r.customer_id
WHERE r.kind = 'sale' AND r.day BETWEEN ?1 - 1 AND ?2 + 1
    AND NOT EXISTS (SELECT 1 FROM receipt_refs f WHERE f.receipt_id = r.id)
    AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.kind = 'sale' AND q.one = r.id AND q.answer IS NULL)
"""
STAGED_SALES = """
SELECT k, CASE WHEN s.person IS NULL THEN NULL ELSE coalesce(c.root, c.id, -1 - s.person) END, s.day, s.second, s.amount
FROM fresh JOIN staged s USING (n) LEFT JOIN people p USING (person) LEFT JOIN customers c ON c.id = p.customer_id
WHERE s.kind = 'sale' AND s.day BETWEEN ?1 - 1 AND ?2 + 1
"""  # somebody the shop doesn't know yet is a person all the same: below zero


def recognise(conn: sqlite3.Connection, source: str) -> None:
    """Fill in who is known, which receipts are fresh, which the till now says otherwise, and which were ticked here."""
    conn.execute("UPDATE people SET customer_id = NULL, newcomer = 0")
    people(conn, source)
    for statement in RECEIPTS:
        conn.execute(statement, (source,) if "?1" in statement else ())
    known, void = conn.execute(
        "SELECT (SELECT count(*) FROM staged) > (SELECT count(*) FROM fresh), EXISTS (SELECT 1 FROM voids)"
    ).fetchone()
    for statement in OTHERWISE if known or void else ():
        conn.execute(statement, (source,) if "?1" in statement else ())
    meet(conn)


def people(conn: sqlite3.Connection, source: str) -> None:
    """Find those the shop knows: by the till's id, card, e-mail or phone; by name where there's no better."""
    conn.execute(
        "UPDATE people SET customer_id = (SELECT e.customer_id FROM ids i JOIN external_ids e "
        "ON e.source = ? AND e.ext_id = i.ext_id WHERE i.person = people.person ORDER BY i.rowid LIMIT 1) "
        "WHERE ext_id <> ''",
        (source,),
    )
    for field, known, staged in (
        ("card", "c.card", "people.card"),
        ("email", "lower(c.email)", "lower(people.email)"),
        ("phone", "c.phone", "people.phone"),
    ):
        conn.execute(
            f"UPDATE people SET customer_id = (SELECT min(c.id) FROM customers c WHERE {known} = {staged} "
            f"AND c.{field} <> '') WHERE customer_id IS NULL AND {field} <> ''"
        )
    names(conn)


def names(conn: sqlite3.Connection) -> None:
    """Those of whom the file knows nothing but a name."""
    nameless = conn.execute(
        "SELECT person, name FROM people WHERE customer_id IS NULL AND ext_id || card || email || phone = ''"
    ).fetchall()
    if not nameless:
        return
    known: dict[str, int] = {}
    for number, name in conn.execute("SELECT id, name FROM customers WHERE name <> '' ORDER BY id DESC"):
        known[fold(name)] = number
    conn.executemany(
        "UPDATE people SET customer_id = ? WHERE person = ?",
        [(known.get(fold(" ".join(name.split()))), person) for person, name in nameless],
    )


def meet(conn: sqlite3.Connection) -> None:
    """Match fresh sales with visits that were ticked at the counter on the same shop days."""
    conn.execute("DELETE FROM met")
    conn.execute("DELETE FROM doubtful")
    first, last = conn.execute("SELECT min(s.day), max(s.day) FROM fresh JOIN staged s USING (n)").fetchone()
    if first is None:
        return
    visits = [Visit(*row) for row in conn.execute(OPEN_VISITS, (first, last))]
    if not visits:
        return
    days = [visit.day for visit in visits]
    sales = [Sale(*row) for row in conn.execute(STAGED_SALES, (min(days), max(days)))]
    found = match(visits, sales)
    conn.executemany("INSERT INTO met VALUES (?, ?)", [(pair.sale, pair.visit) for pair in found.pairs])
    conn.executemany("INSERT INTO doubtful VALUES (?, ?)", [(pair.sale, pair.visit) for pair in found.doubtful])
