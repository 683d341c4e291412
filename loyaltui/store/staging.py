"""A till's file on its way in: parsed into temporary tables, where the preview is a join and the shop isn't locked."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from loyaltui.core.customer import folded
from loyaltui.core.identity import Roster
from loyaltui.core.receipt import Ignored, Receipt, Rejected, TillFile
from loyaltui.core.report import Problem
from loyaltui.core.text import fold

BATCH = 5000
TABLES = (
    "CREATE TEMP TABLE staged (n INTEGER PRIMARY KEY, person INTEGER, kind TEXT, day INTEGER, second INTEGER, "
    "amount INTEGER, tax INTEGER, discount INTEGER, staff TEXT, ref TEXT)",
    "CREATE TEMP TABLE staged_lines (n INTEGER, item TEXT, category TEXT, quantity INTEGER, amount INTEGER)",
    "CREATE TEMP TABLE people (person INTEGER PRIMARY KEY, ext_id TEXT, card TEXT, email TEXT, phone TEXT, name TEXT, "
    "customer_id INTEGER, newcomer INTEGER NOT NULL DEFAULT 0)",
    "CREATE TEMP TABLE fresh (k INTEGER PRIMARY KEY, n INTEGER NOT NULL)",
)
DROP = ("staged", "staged_lines", "people", "fresh")
Progress = Callable[[int, int], None]


class Staging:
    """One file's records in temporary tables of one connection."""

    def __init__(self, conn: sqlite3.Connection, till: TillFile) -> None:
        self.conn = conn
        self.till = till
        self.roster = Roster()
        self.ignored: list[Problem] = []
        self.rejected: list[Problem] = []

    def __enter__(self) -> "Staging":
        self.drop()
        self.conn.create_function("folded", 4, folded, deterministic=True)
        for table in TABLES:
            self.conn.execute(table)
        return self

    def __exit__(self, *_: object) -> None:
        self.drop()

    def drop(self) -> None:
        """Forget what is staged."""
        for table in DROP:
            self.conn.execute(f"DROP TABLE IF EXISTS temp.{table}")

    def fill(self, progress: Progress) -> None:
        """Parse the whole file; `progress(position, size)` in bytes may raise Refused to stop."""
        self.conn.execute("BEGIN")
        try:
            for batch in batches(self._receipts()):
                self._insert(batch)
                progress(self.till.position, self.till.size)
            self._insert_people()
        finally:
            self.conn.execute("COMMIT")
        self.match()

    def match(self) -> None:
        """Find out who and what the shop knows already; again, where it has changed since."""
        self.conn.execute("UPDATE people SET customer_id = NULL, newcomer = 0")
        self._recognise()
        self.conn.execute("DELETE FROM fresh")
        self.conn.execute(
            "INSERT INTO fresh(n) SELECT s.n FROM staged s LEFT JOIN receipt_refs f ON f.source = ? AND "
            "f.kind = s.kind "
            "AND f.ref = s.ref WHERE f.id IS NULL ORDER BY s.day, s.second, s.n",
            (self.till.source,),
        )

    def _receipts(self) -> Iterator[Receipt]:
        for record in self.till.records():
            if isinstance(record, Receipt):
                yield record
            elif isinstance(record, Ignored):
                self.ignored.append(Problem(*record[:2]))
            elif isinstance(record, Rejected):
                self.rejected.append(Problem(*record[:2]))

    def _insert(self, batch: list[Receipt]) -> None:
        number = self.roster.number
        first = self.conn.execute("SELECT coalesce(max(n), 0) FROM staged").fetchone()[0] + 1
        self.conn.executemany(
            "INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    n,
                    number(r.who) if r.who else None,
                    r.kind,
                    r.day,
                    r.second,
                    r.amount,
                    r.tax,
                    r.discount,
                    r.staff,
                    r.ref,
                )
                for n, r in enumerate(batch, first)
            ],
        )
        self.conn.executemany(
            "INSERT INTO staged_lines VALUES (?, ?, ?, ?, ?)",
            [(n, *line) for n, receipt in enumerate(batch, first) for line in receipt.lines],
        )

    def _insert_people(self) -> None:
        self.conn.executemany(
            "INSERT INTO people(person, ext_id, card, email, phone, name) VALUES (?, ?, ?, ?, ?, ?)",
            [(person, *who) for person, who in enumerate(self.roster.people)],
        )

    def _recognise(self) -> None:
        """Find those the shop knows: by the till's id, card, e-mail or phone; by name where there's no better."""
        conn, source = self.conn, (self.till.source,)
        conn.execute(
            "UPDATE people SET customer_id = (SELECT customer_id FROM external_ids e WHERE e.source = ? "
            "AND e.ext_id = people.ext_id) WHERE ext_id <> ''",
            source,
        )
        conn.execute(
            "UPDATE people SET customer_id = (SELECT id FROM customers c WHERE c.card = people.card AND c.card <> '') "
            "WHERE customer_id IS NULL AND card <> ''"
        )
        for known, staged in (("lower(c.email)", "lower(people.email)"), ("c.phone", "people.phone")):
            conn.execute(
                f"UPDATE people SET customer_id = (SELECT min(c.id) FROM customers c WHERE {known} = {staged} "
                f"AND {known.replace('lower(c.email)', 'c.email')} <> '' AND (people.ext_id = '' OR NOT EXISTS "
                "(SELECT 1 FROM external_ids e WHERE e.customer_id = c.id AND e.source = ?))) "
                f"WHERE customer_id IS NULL AND {staged} <> ''",
                source,
            )
        self._recognise_names()

    def _recognise_names(self) -> None:
        nameless = self.conn.execute(
            "SELECT person, name FROM people WHERE customer_id IS NULL AND ext_id || card || email || phone = ''"
        ).fetchall()
        if not nameless:
            return
        known: dict[str, int] = {}
        for number, name in self.conn.execute("SELECT id, name FROM customers WHERE name <> '' ORDER BY id DESC"):
            known[fold(name)] = number
        self.conn.executemany(
            "UPDATE people SET customer_id = ? WHERE person = ?",
            [(known.get(fold(" ".join(name.split()))), person) for person, name in nameless],
        )


def batches(receipts: Iterable[Receipt]) -> Iterator[list[Receipt]]:
    """The receipts in lists of up to BATCH."""
    batch: list[Receipt] = []
    for receipt in receipts:
        batch.append(receipt)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
