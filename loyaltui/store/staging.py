"""A till's file on its way in: parsed into temporary tables, where the preview is a join and the shop isn't locked."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice

from loyaltui.core.customer import folded
from loyaltui.core.identity import Roster
from loyaltui.core.receipt import Garbled, Ignored, Profile, Receipt, Record, Rejected, TillFile
from loyaltui.core.report import Problem
from loyaltui.store import recognising
from loyaltui.store.connection import Rows, insert

BATCH = 5000
MEMORY = 64_000  # KiB; what is more lies in an unlinked 0600 file of the system's temporary folder
TABLES = {
    "staged": "n INTEGER PRIMARY KEY, person INTEGER, kind TEXT, day INTEGER, second INTEGER, amount INTEGER, "
    "tax INTEGER, discount INTEGER, staff TEXT, ref TEXT",
    "staged_lines": "n INTEGER, item INTEGER, quantity INTEGER, amount INTEGER",
    "staged_items": "item INTEGER PRIMARY KEY, name TEXT, category TEXT, item_id INTEGER",
    "people": "person INTEGER PRIMARY KEY, ext_id TEXT, card TEXT, email TEXT, phone TEXT, name TEXT, birthday TEXT, "
    "listed INTEGER, customer_id INTEGER, newcomer INTEGER NOT NULL DEFAULT 0",
    "joined": "person INTEGER PRIMARY KEY, whole INTEGER",  # numbers that later rows made another's
    "ids": "ext_id TEXT, person INTEGER",
    "allowed": "person INTEGER, channel TEXT, allowed INTEGER",
    "voids": "ref TEXT",
    "known": "n INTEGER PRIMARY KEY, receipt_id INTEGER",  # what the shop knows already; NULL: the till has voided it
    "brings": "person INTEGER PRIMARY KEY, sales INTEGER, refunds INTEGER, amount INTEGER, refunded INTEGER, "
    "first INTEGER, last INTEGER, early_sales INTEGER, early_amount INTEGER",  # what is fresh of each; -1: nobody's
    # what it knows otherwise: the amount (NULL: voided since), and of a nameless receipt now the person
    "otherwise": "receipt_id INTEGER PRIMARY KEY, n INTEGER, amount INTEGER, person INTEGER",
    "doubles": "one INTEGER, other INTEGER, UNIQUE (one, other)",  # two of its customers whom a row makes one
    "met": "n INTEGER PRIMARY KEY, receipt_id INTEGER NOT NULL",  # what was ticked at the counter
    "doubtful": "n INTEGER PRIMARY KEY, receipt_id INTEGER NOT NULL",  # what may have been
}
Progress = Callable[[int, int], None]


class Numbers(dict[tuple[str, str], int]):
    """Things numbered from 0 in the order they are first asked for."""

    def __missing__(self, thing: tuple[str, str]) -> int:
        number = self[thing] = len(self)
        return number


class Staging:
    """One file's records in temporary tables of one connection."""

    def __init__(self, conn: sqlite3.Connection, till: TillFile) -> None:
        self.conn = conn
        self.till = till
        self.roster = Roster()
        self.items = Numbers()
        self.receipts = 0
        self.ignored: list[Problem] = []
        self.rejected: list[Problem] = []
        self.garbled: list[int] = []
        self.voids: list[str] = []
        self.profiles: dict[int, Profile] = {}

    def __enter__(self) -> "Staging":
        self.conn.execute("PRAGMA temp_store = FILE")
        self.conn.execute(f"PRAGMA temp.cache_size = -{MEMORY}")
        self.conn.create_function("folded", 4, folded, deterministic=True)
        for table, columns in TABLES.items():
            self.conn.execute(f"CREATE TEMP TABLE {table} ({columns})")
        self.conn.execute("CREATE TEMP VIEW fresh AS SELECT * FROM staged WHERE n NOT IN (SELECT n FROM known)")
        self.conn.execute(
            "CREATE TEMP VIEW newly_named AS SELECT s.* FROM otherwise o CROSS JOIN staged s USING (n) "
            "WHERE o.person IS NOT NULL"
        )
        self.conn.execute("CREATE INDEX temp.ids_person ON ids(person)")
        self.conn.execute("CREATE INDEX temp.people_card ON people(card) WHERE card <> ''")
        return self

    def __exit__(self, *_: object) -> None:
        self.conn.execute("PRAGMA temp_store = MEMORY")  # another store: all temporary tables are gone

    def fill(self, progress: Progress) -> None:
        """Parse the whole file; `progress(position, size)` in bytes may raise Refused to stop."""
        records = self.till.records()
        self.conn.execute("BEGIN")
        try:
            with uncollected():
                while batch := list(islice(records, BATCH)):
                    self._insert(batch)
                    progress(self.till.position, self.till.size)
            self._insert_people()
        finally:
            self.conn.execute("COMMIT")
        self.match()

    def match(self) -> None:
        """Find out who and what the shop knows already; again, where it has changed since."""
        recognising.recognise(self.conn, self.till.source)

    def _insert(self, batch: list[Record]) -> None:
        receipts = [record for record in batch if isinstance(record, Receipt)]
        if len(receipts) < len(batch):
            self._set_aside(batch)
        first, people, items = self.receipts + 1, self.roster, self.items
        self.receipts += len(receipts)
        rows: Rows = [
            (n, None if who is None else people[who], kind, day, second, amount, tax, discount, staff, ref)
            for n, (_, kind, day, second, amount, who, ref, tax, discount, staff, _) in enumerate(receipts, first)
        ]
        lines: Rows = [
            (n, items[item, category], quantity, amount)
            for n, receipt in enumerate(receipts, first)
            for item, category, quantity, amount in receipt.lines
        ]
        insert(self.conn, "staged", rows)
        insert(self.conn, "staged_lines", lines)

    def _set_aside(self, batch: list[Record]) -> None:
        """Keep what is no receipt."""
        for record in batch:
            if isinstance(record, Ignored):
                self.ignored.append(Problem(record.line, record.why))
                if record.ref:
                    self.voids.append(record.ref)
            elif isinstance(record, Rejected):
                self.rejected.append(Problem(record.line, record.why))
            elif isinstance(record, Garbled):
                self.garbled.append(record.line)
            elif isinstance(record, Profile):
                person = self.roster[record.who]
                self.profiles[person] = told(self.profiles.get(person), record)

    def _insert_people(self) -> None:
        roster = self.roster
        known: dict[int, Profile] = {}
        for number, profile in self.profiles.items():
            known[roster.whole(number)] = told(known.get(roster.whole(number)), profile)
        people: Rows = [
            (person, *who, known[person].birthday if person in known else "", person in known, None, 0)
            for person, who in enumerate(roster.people)
            if person not in roster.joined
        ]
        insert(self.conn, "people", people)
        insert(self.conn, "ids", [(ext_id, roster.whole(person)) for ext_id, person in roster.ids.items()])
        if roster.joined:
            insert(self.conn, "joined", [(person, roster.whole(person)) for person in [*roster.joined]])
            self.conn.execute("UPDATE staged SET person = whole FROM joined WHERE joined.person = staged.person")
        insert(
            self.conn,
            "allowed",
            [(person, *word) for person, profile in known.items() for word in profile.allowed],
        )
        insert(self.conn, "voids", [(ref,) for ref in self.voids])
        insert(self.conn, "staged_items", [(item, *words, None) for words, item in self.items.items()])


def told(known: Profile | None, more: Profile) -> Profile:
    """What two rows of a list say of one person; where they differ, the later counts."""
    if known is None:
        return more
    allowed = dict([*known.allowed, *more.allowed])
    return more._replace(birthday=more.birthday or known.birthday, allowed=tuple(allowed.items()))


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: records are tuples without cycles, and looking through them takes a quarter."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
