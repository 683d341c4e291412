"""Opening the shop's file: is it one, is it ours, and are SQLite's safety settings really on."""

import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from loyaltui.core.refused import Refused

APPLICATION_ID = 0x6C6F7961  # "loya", in the file's header: this is a shop, not just any database
PRAGMAS = {
    "journal_mode": "delete",  # one file an owner can copy; and WAL has a corruption bug up to SQLite 3.51.2
    "synchronous": 3,  # EXTRA: "saved" survives a power cut
    "foreign_keys": 1,
    "recursive_triggers": 1,  # else INSERT OR REPLACE walks round the ledger's delete trigger
    "cache_spill": 25_000,  # pages kept in memory until they are saved: the first one spilled locks every reader out
    "secure_delete": 1,
    "temp_store": 2,  # memory: a temporary file is one more to protect; only what is staged may need one
}
HEADER = struct.Struct(">16s44xI4xI")  # SQLite's own: the magic word, user_version at 60, application_id at 68
ROWS = 50  # a statement, where there are many
Rows = list[tuple[Any, ...]]
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
MOVED = 1032  # SQLITE_READONLY_DBMOVED: another file stands in its place
REASONS = {
    **dict.fromkeys(BUSY, "shop_busy"),
    sqlite3.SQLITE_READONLY: "shop_read_only",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_failed",
    sqlite3.SQLITE_CANTOPEN: "cannot_open_shop",
    sqlite3.SQLITE_NOTADB: "not_a_shop",
    sqlite3.SQLITE_CORRUPT: "shop_damaged",
    sqlite3.SQLITE_PERM: "cannot_open_shop",
    sqlite3.SQLITE_AUTH: "cannot_open_shop",
}


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """SQLite's errors about the file itself, as Refused; a fault of ours stays what it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise plain(error, path) from None


def plain(error: sqlite3.DatabaseError, path: Path) -> Exception:
    """What to raise for an error of SQLite: Refused where the file is the reason, else the error itself."""
    number = getattr(error, "sqlite_errorcode", 0) or 0
    code = "shop_moved" if number == MOVED else REASONS.get(number & 0xFF)
    return Refused(code, file=str(path)) if code else error


class Cursor(sqlite3.Cursor):
    """Rows as they are read; Refused where the file is the reason that they can't be."""

    path = Path()

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            raise plain(error, self.path) from None

    def fetchone(self) -> Any:
        """The next row, or None."""
        with plainly(self.path):
            return super().fetchone()

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        with plainly(self.path):
            return super().fetchall()


class Connection(sqlite3.Connection):
    """A connection whose statements are refused plainly: a file in use, full or damaged is no fault of the program."""

    path = Path()

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        """Run one statement; Refused where the file is the reason that it can't."""
        cursor = self.cursor(Cursor)
        cursor.path = self.path
        with plainly(self.path):
            return cursor.execute(*statement)

    def executemany(self, *statement: Any) -> sqlite3.Cursor:
        """Run one statement for many rows; Refused where the file is the reason that it can't."""
        with plainly(self.path):
            return super().executemany(*statement)


def create(path: Path) -> None:
    """An empty file that only its owner can read, where there was none; Refused where it can't be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise Refused("cannot_create", file=str(path), why=error.strerror or str(error)) from None


def inspect(path: Path, newest: int) -> None:
    """Refused where the file is missing, a folder, emptied, not ours, or newer than schema `newest`.

    Only the file's first bytes are looked at: SQLite would already change another program's file by opening it our way.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEADER.size)
    except OSError as error:
        code = "no_shop" if isinstance(error, FileNotFoundError) else "cannot_open_shop"
        raise Refused(code, file=str(path), why=error.strerror or str(error)) from None
    if not head:
        raise Refused("shop_emptied", file=str(path))
    if len(head) < HEADER.size:
        raise Refused("not_a_shop", file=str(path))
    magic, version, application = HEADER.unpack(head)
    if magic != b"SQLite format 3\0" or application != APPLICATION_ID:
        raise Refused("not_a_shop", file=str(path))
    if version > newest:
        raise Refused("newer_shop", file=str(path))


def connect(path: Path, wait: float) -> Connection:
    """A connection with every safety setting asserted. `wait`: seconds to wait for another counter that is saving."""
    with plainly(path):
        there = f"{path.absolute().as_uri()}?mode=rw"  # never a new, empty file where the shop was taken away
        conn = sqlite3.connect(
            there, uri=True, timeout=wait, isolation_level=None, check_same_thread=False, factory=Connection
        )
    conn.path = path
    for name, wanted in PRAGMAS.items():
        conn.execute(f"PRAGMA {name} = {wanted}")
        found = conn.execute(f"PRAGMA {name}").fetchone()[0]
        if found != wanted:
            conn.close()
            raise Refused("unsafe_sqlite", setting=name, found=found)
    return conn


@contextmanager
def immediately(conn: sqlite3.Connection) -> Iterator[None]:
    """One write transaction, all or nothing. Immediate, so that two counters queue instead of failing half-way."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise


def insert(conn: sqlite3.Connection, table: str, rows: Rows) -> None:
    """Many rows into a table (or some columns of it), ROWS by a statement: half the time of one by one."""
    for start in range(0, len(rows), ROWS):
        some = rows[start : start + ROWS]
        values = ", ".join([f"({', '.join('?' * len(some[0]))})"] * len(some))
        conn.execute(f"INSERT INTO {table} VALUES {values}", list(chain.from_iterable(some)))
