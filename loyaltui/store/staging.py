"""A till's file on its way in: parsed into temporary tables, where the preview is a join and the shop isn't locked."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from loyaltui.core.customer import folded
from loyaltui.core.identity import Roster
from loyaltui.core.receipt import Ignored, Profile, Receipt, Rejected, TillFile
from loyaltui.core.report import Problem
from loyaltui.store import recognising

BATCH = 5000
TABLES = {
    "staged": "n INTEGER PRIMARY KEY, person INTEGER, kind TEXT, day INTEGER, second INTEGER, amount INTEGER, "
    "tax INTEGER, discount INTEGER, staff TEXT, ref TEXT",
    "staged_lines": "n INTEGER, item TEXT, category TEXT, quantity INTEGER, amount INTEGER",
    "people": "person INTEGER PRIMARY KEY, ext_id TEXT, card TEXT, email TEXT, phone TEXT, name TEXT, birthday TEXT, "
    "listed INTEGER, customer_id INTEGER, newcomer INTEGER NOT NULL DEFAULT 0",
    "ids": "ext_id TEXT PRIMARY KEY, person INTEGER",
    "allowed": "person INTEGER, channel TEXT, allowed INTEGER",
    "voids": "ref TEXT",
    "fresh": "k INTEGER PRIMARY KEY, n INTEGER NOT NULL",  # what the shop doesn't know yet
    "otherwise": "receipt_id INTEGER PRIMARY KEY, amount INTEGER",  # what it knows otherwise; NULL: voided since
    "met": "k INTEGER PRIMARY KEY, receipt_id INTEGER NOT NULL",  # what was ticked at the counter
    "doubtful": "k INTEGER PRIMARY KEY, receipt_id INTEGER NOT NULL",  # what may have been
}
Progress = Callable[[int, int], None]


class Staging:
    """One file's records in temporary tables of one connection."""

    def __init__(self, conn: sqlite3.Connection, till: TillFile) -> None:
        self.conn = conn
        self.till = till
        self.roster = Roster()
        self.ignored: list[Problem] = []
        self.rejected: list[Problem] = []

        self.voids: list[str] = []
        self.profiles: dict[int, Profile] = {}

    def __enter__(self) -> "Staging":
        self.drop()
        self.conn.create_function("folded", 4, folded, deterministic=True)
        for table, columns in TABLES.items():
            self.conn.execute(f"CREATE TEMP TABLE {table} ({columns})")
        self.conn.execute("CREATE INDEX temp.ids_person ON ids(person)")
        self.conn.execute("CREATE INDEX temp.people_card ON people(card) WHERE card <> ''")
        return self

    def __exit__(self, *_: object) -> None:
        self.drop()

    def drop(self) -> None:
        """Forget what is staged."""
        for table in TABLES:
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
        recognising.recognise(self.conn, self.till.source)

    def _receipts(self) -> Iterator[Receipt]:
        for record in self.till.records():
            if isinstance(record, Receipt):
                yield record
            elif isinstance(record, Ignored):
                self.ignored.append(Problem(record.line, record.why))
                if record.ref:
                    self.voids.append(record.ref)
            elif isinstance(record, Rejected):
                self.rejected.append(Problem(record.line, record.why))
            else:
                self.profiles[self.roster.number(record.who)] = record

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
        known = self.profiles
        self.conn.executemany(
            "INSERT INTO people(person, ext_id, card, email, phone, name, birthday, listed) VALUES (?, ?, "
            "?, ?, ?, ?, ?, ?)",
            [
                (person, *who, known[person].birthday if person in known else "", person in known)
                for person, who in enumerate(self.roster.people)
            ],
        )
        self.conn.executemany("INSERT INTO ids VALUES (?, ?)", self.roster.ids.items())
        self.conn.executemany(
            "INSERT INTO allowed VALUES (?, ?, ?)",
            [(person, *word) for person, profile in known.items() for word in profile.allowed],
        )
        self.conn.executemany("INSERT INTO voids VALUES (?)", [(ref,) for ref in self.voids])


def batches(receipts: Iterable[Receipt]) -> Iterator[list[Receipt]]:
    """The receipts in lists of up to BATCH."""
    batch: list[Receipt] = []
    for receipt in receipts:
        batch.append(receipt)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
