"""A copy of the shop's file that has been proved good before it is called a backup."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from loyaltui.core.moment import Moment
from loyaltui.core.refused import Refused
from loyaltui.store.proof import unlike_receipts, unproved


def faults(conn: sqlite3.Connection) -> list[str]:
    """What is wrong with a shop's file: damage, rows that point nowhere, balances that don't add up. [] is a proof."""
    return damage(conn) or [*unproved(conn), *unlike_receipts(conn)]


def damage(conn: sqlite3.Connection) -> list[str]:
    """What is wrong with a file as a file, of whatever version: damage, rows that point nowhere."""
    try:
        found = [f"damaged: {row[0]}" for row in conn.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    except Refused as refused:
        return [f"damaged: {refused.code}"]
    return found or [f"{row[0]} row {row[1]} points nowhere" for row in conn.execute("PRAGMA foreign_key_check")]


def named(path: Path, now: Moment, folder: Path | None = None) -> Path:
    """What a copy made now is called, in a folder, else among the backups beside the shop's file."""
    stamp = now.at_utc.replace(":", "").replace("+0000", "")
    return (folder or path.parent / "backups") / f"{path.stem}-{stamp}.db"


def before(conn: sqlite3.Connection, path: Path, why: str) -> Path:
    """A verified copy beside the file, in its backups folder, made before something large happens to it."""
    folder = path.parent / "backups"
    act = conn.execute("SELECT coalesce(max(id), 0) FROM acts").fetchone()[0]
    return write(conn, folder / f"{path.stem}-{why}-{act}.db", damage)


def write(conn: sqlite3.Connection, target: Path, check: Callable[[sqlite3.Connection], list[str]] = faults) -> Path:
    """Copy the shop to `target`, check the copy, and only then give it its name; Refused where it can't be trusted."""
    part = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        conn.execute("VACUUM INTO ?", (str(part),))
        with sqlite3.connect(part) as copy:
            bad = check(copy)
        copy.close()
        if bad:
            raise Refused("backup_failed", file=str(target), why=bad[0])
        part.replace(target)
    except OSError as error:
        raise Refused("backup_failed", file=str(target), why=error.strerror or str(error)) from None
    finally:
        part.unlink(missing_ok=True)
    return target
