"""Every verb of the shop is an act, and undo is the same for all of them: images back, rows gone, points mirrored.

The current act is the newest row of `acts`: it is written first in its transaction. A table that has an `act_id`
column gets triggers that keep how a row was before another act changed or deleted it.
"""

import json
import sqlite3
from typing import NamedTuple

from loyaltui.core.moment import Moment
from loyaltui.core.refused import Refused

CURRENT = "(SELECT max(id) FROM acts)"
NO_IMAGE = f"(SELECT undoes FROM acts WHERE id = {CURRENT}) IS NULL AND OLD.act_id <> {CURRENT}"


class Conflict(NamedTuple):
    """A later act that stands in the way of an undo."""

    act: int
    verb: str


def guarded(conn: sqlite3.Connection) -> list[str]:
    """The tables whose rows belong to acts, in the file's order."""
    return [
        name
        for (name,) in conn.execute(
            "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c "
            "WHERE m.type = 'table' AND c.name = 'act_id' ORDER BY m.rowid"
        )
    ]


def guard(conn: sqlite3.Connection) -> None:
    """(Re)make the triggers that keep before-images, after any migration."""
    for table in guarded(conn):
        columns = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
        image = ", ".join(f"'{column}', OLD.{column}" for column in columns)
        for event in ("UPDATE", "DELETE"):
            trigger = f"{table}_before_{event.lower()}"
            conn.execute(f"DROP TRIGGER IF EXISTS {trigger}")
            conn.execute(
                f"CREATE TRIGGER {trigger} BEFORE {event} ON {table} WHEN {NO_IMAGE} BEGIN "
                f"INSERT INTO before_images(act, tbl, row_id, was) SELECT {CURRENT}, '{table}', OLD.id, "
                f"json_object({image}) WHERE NOT EXISTS (SELECT 1 FROM before_images "
                f"WHERE act = {CURRENT} AND tbl = '{table}' AND row_id = OLD.id); END"
            )


def begin(conn: sqlite3.Connection, now: Moment, till: str, verb: str, undoes: int | None = None) -> int:
    """Write the act that the rest of this transaction belongs to; its id."""
    cursor = conn.execute(
        "INSERT INTO acts(at_utc, day, till, verb, undoes) VALUES (?, ?, ?, ?, ?)",
        (now.at_utc, now.day, till, verb, undoes),
    )
    return int(cursor.lastrowid or 0)


def latest(conn: sqlite3.Connection, till: str) -> int:
    """The newest act of this till that can still be undone; Refused where there is none.

    How the shop was set up, and the list that was kept by looking at it, isn't taken back by one key too many; by its
    number it can be.
    """
    row = conn.execute(
        "SELECT max(a.id) FROM acts a LEFT JOIN acts u ON u.undoes = a.id "
        "WHERE a.till = ? AND a.undoes IS NULL AND u.id IS NULL "
        "AND a.verb NOT IN ('set up', 'programme', 'contact list')",
        (till,),
    ).fetchone()
    if row[0] is None:
        raise Refused("nothing_to_undo")
    return int(row[0])


def check(conn: sqlite3.Connection, act: int) -> str:
    """The verb of an act that may be undone now; Refused where it is unknown, undone, itself an undo, or built upon."""
    row = conn.execute("SELECT verb, undoes FROM acts WHERE id = ?", (act,)).fetchone()
    if row is None:
        raise Refused("unknown_act", act=act)
    if row[1] is not None:
        raise Refused("undo_of_undo", act=act)
    if conn.execute("SELECT 1 FROM acts WHERE undoes = ?", (act,)).fetchone():
        raise Refused("undone_already", act=act)
    later = conflict(conn, act)
    if later:
        raise Refused("later_act", act=act, later=later.act, verb=later.verb)
    return str(row[0])


def conflict(conn: sqlite3.Connection, act: int) -> Conflict | None:
    """The first later act, not undone itself, that changed this act's rows or whose rows refer to those it added."""
    found = [changed_later(conn, act), moved_later(conn, act), card_taken_later(conn, act)]
    for table in guarded(conn):
        for key in conn.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            parent, column = key[2], key[3]
            if parent not in ("acts", "movements"):
                found.append(refers_later(conn, act, table, column, parent))
    acts = [number for number in found if number]
    if not acts:
        return None
    verb = conn.execute("SELECT verb FROM acts WHERE id = ?", (min(acts),)).fetchone()[0]
    return Conflict(min(acts), verb)


def refers_later(conn: sqlite3.Connection, act: int, table: str, column: str, parent: str) -> int | None:
    """The first later act that made a row of `table` refer to a row which this act added, or deleted one that did."""
    latest = f"(SELECT max(b.act) FROM before_images b WHERE b.tbl = '{table}' AND b.row_id = c.id)"
    first: int | None = conn.execute(
        f"SELECT min(act) FROM (SELECT max(c.act_id, coalesce({latest}, 0)) AS act "
        f"FROM {parent} p CROSS JOIN {table} c ON c.{column} = p.id WHERE p.act_id = :act AND c.act_id <> :act "
        f"UNION ALL SELECT b.act FROM before_images b JOIN {parent} p ON p.id = json_extract(b.was, '$.{column}') "
        f"WHERE b.tbl = '{table}' AND p.act_id = :act) WHERE act > :act",
        {"act": act},
    ).fetchone()[0]
    return first


def changed_later(conn: sqlite3.Connection, act: int) -> int | None:
    """The first later act that keeps an image of a row which this act added or changed. Undone acts keep none."""
    first: int | None = conn.execute(
        "SELECT min(later.act) FROM before_images later WHERE later.act > :act AND "
        "(json_extract(later.was, '$.act_id') "
        "= :act OR EXISTS (SELECT 1 FROM before_images mine WHERE mine.act = :act AND mine.tbl = later.tbl "
        "AND mine.row_id = later.row_id))",
        {"act": act},
    ).fetchone()[0]
    return first


def moved_later(conn: sqlite3.Connection, act: int) -> int | None:
    """The first later act, not undone itself, whose points rest on this act: they change what it gave or took back (a
    refund of its sale), or belong to a customer, rule or reward that it added."""
    first: int | None = conn.execute(
        "SELECT min(m.act) FROM movements m JOIN acts a ON a.id = m.act WHERE m.act > :act AND a.undoes IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM acts u WHERE u.undoes = m.act) AND ("
        "m.reverses IN (SELECT coalesce(reverses, id) FROM movements WHERE act = :act) "
        "OR m.customer_id IN (SELECT id FROM customers WHERE act_id = :act) "
        "OR m.rule_id IN (SELECT id FROM rules WHERE act_id = :act) "
        "OR m.reward_id IN (SELECT id FROM rewards WHERE act_id = :act))",
        {"act": act},
    ).fetchone()[0]
    return first


def card_taken_later(conn: sqlite3.Connection, act: int) -> int | None:
    """The act that gave a card, which this act took from somebody, to somebody else."""
    latest = "(SELECT max(b.act) FROM before_images b WHERE b.tbl = 'customers' AND b.row_id = c.id)"
    taken: int | None = conn.execute(
        f"SELECT max(max(c.act_id, coalesce({latest}, 0))) FROM before_images mine "
        "JOIN customers c ON c.card = json_extract(mine.was, '$.card') "
        "WHERE mine.act = ? AND mine.tbl = 'customers' AND c.card <> '' AND c.id <> mine.row_id",
        (act,),
    ).fetchone()[0]
    return taken


def take_back(conn: sqlite3.Connection, act: int, undo: int, day: int) -> int:
    """Undo `act` inside the open transaction of the act `undo`; how many rows went or came back."""
    conn.execute("PRAGMA defer_foreign_keys = ON")
    before = conn.total_changes
    mirror(conn, "act = ?", act, undo, day)
    for table in guarded(conn):
        conn.execute(f"DELETE FROM {table} WHERE act_id = ?", (act,))
    rows = conn.total_changes - before
    images = [
        (table, row_id, json.loads(was))
        for table, row_id, was in conn.execute("SELECT tbl, row_id, was FROM before_images WHERE act = ?", (act,))
    ]
    gone = [image for image in images if not changed_back(conn, *image)]
    for table, _, was in gone:  # last: what they were known by may have gone to a row that was changed back
        put_back(conn, table, was)
    conn.execute("DELETE FROM before_images WHERE act = ?", (act,))
    return rows + len(images)


def changed_back(conn: sqlite3.Connection, table: str, row_id: int, was: dict[str, object]) -> bool:
    """One row as it was, where it still stands."""
    sets = ", ".join(f"{column} = :{column}" for column in was)
    return conn.execute(f"UPDATE {table} SET {sets} WHERE id = {int(row_id)}", was).rowcount > 0


def put_back(conn: sqlite3.Connection, table: str, was: dict[str, object]) -> None:
    """One row as it was, where it was deleted."""
    conn.execute(f"INSERT INTO {table}({', '.join(was)}) VALUES ({', '.join(':' + name for name in was)})", was)


def mirror(conn: sqlite3.Connection, where: str, value: int, act: int, day: int) -> None:
    """Take back movements (those `where` finds by `value`) by rows of their own, into the lots they came from.

    A mirror names the first row, so what is left of that row is itself plus all that names it.
    """
    conn.execute(
        "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, crumbs, paid, lot, reverses, "
        "rule_id, reward_id) SELECT ?, customer_id, receipt_id, ?, 'reverse', -points, -crumbs, -paid, "
        f"coalesce(lot, id), coalesce(reverses, id), rule_id, reward_id FROM movements WHERE {where} ORDER BY id",
        (act, day, value),
    )
