"""The one door to a shop's file: opens it safely, owns the connections, and is the only way to write."""

import os
import platform
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment
from loyaltui.core.outcome import Undone
from loyaltui.core.text import tidy
from loyaltui.store import acts, backup, connection
from loyaltui.store.customers import Customers
from loyaltui.store.ledger import Ledger
from loyaltui.store.notes import Notes
from loyaltui.store.receipts import Receipts
from loyaltui.store.settings import ShopSettings

if TYPE_CHECKING:  # rooms that the first screen doesn't need are opened when somebody goes there
    from loyaltui.core.settings import Settings
    from loyaltui.store.answers import Answers
    from loyaltui.store.events import Events
    from loyaltui.store.imports import Imports
    from loyaltui.store.members import Members
    from loyaltui.store.outcomes import Outcomes
    from loyaltui.store.programme import Programme
    from loyaltui.store.promises import Promises
    from loyaltui.store.questions import Questions
    from loyaltui.store.readings import Readings
    from loyaltui.store.vouchers import Vouchers

VERSION = 4  # of the schema; one more with each migration
MOST = 2**62  # more acts than a shop will ever see


class Shop:
    """A shop's file. Its rooms: customers, receipts, points, notes, answers, promises, outcomes, events, imports,
    questions, readings, set.

    One connection per thread. `wait`: seconds to wait while another counter saves, before "shop_busy" is refused.
    """

    def __init__(self, path: Path, *, create: bool = False, till: str = "", wait: float = 5.0) -> None:
        self.path = path
        self.till = till or tidy(platform.node()) or "counter"
        self.wait = wait
        self._threads = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self.created = create and not path.exists()
        if self.created:
            self._make()
        connection.inspect(path, VERSION)
        if self.conn.execute("PRAGMA user_version").fetchone()[0] < VERSION:
            backup.before(self.conn, self.path, "migration")
            self._migrate(self.conn)

    @property
    def conn(self) -> sqlite3.Connection:
        """This thread's connection."""
        conn: sqlite3.Connection | None = getattr(self._threads, "conn", None)
        if conn is None:
            conn = self._threads.conn = connection.connect(self.path, self.wait)
            self._connections.append(conn)
        return conn

    def close(self) -> None:
        """Close every connection; the shop can't be used afterwards."""
        for conn in self._connections:
            conn.close()
        self._connections.clear()

    def __enter__(self) -> "Shop":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _make(self) -> None:
        """Make a new file beside its place and move it there when it is whole: a shop is never half made."""
        part = self.path.with_name(f"{self.path.name}.{os.getpid()}.part")
        part.unlink(missing_ok=True)
        connection.create(part)
        try:
            conn = connection.connect(part, self.wait)
            self._migrate(conn)
            conn.close()
            os.link(part, self.path)  # unlike a rename it never replaces a shop that somebody else has just made
        except FileExistsError:
            self.created = False
        except OSError:  # a USB stick knows no links
            part.rename(self.path)
        finally:
            part.unlink(missing_ok=True)

    def _migrate(self, conn: sqlite3.Connection) -> None:
        from loyaltui.store import schema

        with connection.immediately(conn):
            conn.execute(f"PRAGMA application_id = {connection.APPLICATION_ID}")
            schema.migrate(conn, VERSION)

    @contextmanager
    def act(self, verb: str, now: Moment) -> Iterator[int]:
        """One verb: one transaction, one act. Yields the act's id; whatever fails inside leaves nothing behind."""
        with connection.immediately(self.conn):
            yield acts.begin(self.conn, now, self.till, verb)

    def undo(self, now: Moment, act: int | None = None) -> Undone:
        """Take back an act, by default the last of this till; Refused with the later act that stands in the way."""
        from loyaltui.store.lapses import lapse_moved

        with connection.immediately(self.conn):
            act = acts.latest(self.conn, self.till) if act is None else act
            verb = acts.check(self.conn, act)
            what = self.what(act)
            undo = acts.begin(self.conn, now, self.till, "undo", act)
            lapses = lapse_moved(self, undo, now.day, "act = ?", act)
            rows = acts.take_back(self.conn, act, undo, now.day)
            lapses.settle()
        self.readings.forget()
        return Undone(undo, act, verb, what, rows)

    def last_act(self, before: int = MOST) -> int:
        """The number of the newest act, of any till, before one: what was read earlier may be out of date."""
        return int(self.conn.execute("SELECT coalesce(max(id), 0) FROM acts WHERE id < ?", (before,)).fetchone()[0])

    def what(self, act: int) -> str:
        """What an act was about: a file, the name of the one customer, or nothing."""
        row = self.conn.execute(
            "SELECT json_extract(report, '$.file') FROM imports WHERE act_id = :act UNION ALL SELECT "
            "c.name FROM receipts r JOIN customers c ON c.id = r.customer_id WHERE r.act_id = :act "
            "UNION ALL SELECT c.name FROM answers a JOIN customers c ON c.id = a.customer_id WHERE a.act_id = :act "
            "UNION ALL SELECT c.name FROM promises p JOIN customers c ON c.id = p.customer_id WHERE p.act_id = :act "
            "UNION ALL SELECT c.name FROM outcomes o JOIN customers c ON c.id = o.customer_id WHERE o.act_id = :act "
            "UNION ALL SELECT name FROM customers WHERE act_id = :act UNION ALL SELECT max(c.name) FROM movements m "
            "JOIN customers c ON c.id = m.customer_id WHERE m.act = :act HAVING count(DISTINCT c.id) = 1 "
            "UNION ALL SELECT max(c.name) FROM vouchers v JOIN customers c ON c.id = v.customer_id "
            "WHERE v.act_id = :act HAVING count(DISTINCT c.id) = 1 LIMIT 1",
            {"act": act},
        ).fetchone()
        return row[0] if row else ""

    @cached_property
    def customers(self) -> Customers:
        return Customers(self)

    @cached_property
    def receipts(self) -> Receipts:
        return Receipts(self)

    @cached_property
    def points(self) -> Ledger:
        return Ledger(self)

    @cached_property
    def notes(self) -> Notes:
        return Notes(self)

    @cached_property
    def answers(self) -> "Answers":
        from loyaltui.store.answers import Answers

        return Answers(self)

    @cached_property
    def promises(self) -> "Promises":
        from loyaltui.store.promises import Promises

        return Promises(self)

    @cached_property
    def outcomes(self) -> "Outcomes":
        from loyaltui.store.outcomes import Outcomes

        return Outcomes(self)

    @cached_property
    def events(self) -> "Events":
        from loyaltui.store.events import Events

        return Events(self)

    @cached_property
    def questions(self) -> "Questions":
        from loyaltui.store.questions import Questions

        return Questions(self)

    @cached_property
    def imports(self) -> "Imports":
        from loyaltui.store.imports import Imports

        return Imports(self)

    @cached_property
    def readings(self) -> "Readings":
        from loyaltui.store.readings import Readings

        return Readings(self)

    @cached_property
    def programme(self) -> "Programme":
        from loyaltui.store.programme import Programme

        return Programme(self)

    @cached_property
    def members(self) -> "Members":
        from loyaltui.store.members import Members

        return Members(self)

    @cached_property
    def vouchers(self) -> "Vouchers":
        from loyaltui.store.vouchers import Vouchers

        return Vouchers(self)

    @cached_property
    def set(self) -> ShopSettings:
        return ShopSettings(self)

    @property
    def settings(self) -> "Settings":
        """What the owner has set, as it stands in the file now."""
        return self.set.read()
