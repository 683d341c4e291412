"""What proving the points costs: the proof of 1,000,000 movements against the bare sums that it rests on.

`python -m tests.benchmarks.proof [MOVEMENTS]`. Bare: everybody's balance, and what is left of each lot, by two SQL
sums, read to the end. In one process, in turn, user and system time; then what everybody's points are on a day.
"""

import resource
import shutil
import sqlite3
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from loyaltui.store import Shop
from loyaltui.store.proof import unproved
from tests.benchmarks.shops import EVERYBODY, LOYALTUI, TODAY, folder, import_command, sales_file
from tests.benchmarks.table import Line, show

RUNS = 5
MOVEMENTS = 1_000_000
SUMS = (
    "SELECT customer_id, sum(points) FROM movements GROUP BY customer_id",
    "SELECT coalesce(lot, id), sum(points) FROM movements GROUP BY coalesce(lot, id)",
)
PROGRAMME = (("everyone_joins", "yes"), ("earn", "amount 1; lasts 200"), ("reward", "100 Free coffee 3.20"))
BEGAN = "2024-12-01"


def points_shop(movements: int) -> Path:
    """A shop of 50,000 members whose programme began before its till's file, with so many sales that earned."""
    path = folder() / f"points-{movements}.db"
    if not path.exists():
        print(f"Making a shop of {movements:,} movements, once …", file=sys.stderr)
        half = path.with_suffix(".part")
        half.unlink(missing_ok=True)
        with Shop(half, create=True):
            pass
        for key, value in PROGRAMME:
            command = (*LOYALTUI, "--shop", str(half), "--today", BEGAN, "settings", key, value)
            subprocess.run(command, check=True, capture_output=True)
        command = import_command(half, sales_file(EVERYBODY, movements))
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
        half.replace(path)
    return path


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds that something takes."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def bare(conn: sqlite3.Connection) -> None:
    """The two sums, row by row."""
    for query in SUMS:
        deque(conn.execute(query), maxlen=0)


def main() -> None:
    movements = int(sys.argv[1]) if sys.argv[1:] else MOVEMENTS
    path = folder() / "proved.db"
    shutil.copyfile(points_shop(movements), path)
    with Shop(path) as shop, closing(sqlite3.connect(path)) as conn:
        if faults := unproved(shop.conn):
            sys.exit(f"not proved: {faults[:3]}")
        bare(conn)
        runs = [(cpu(lambda: unproved(shop.conn)), cpu(lambda: bare(conn))) for _ in range(RUNS)]
        ours, theirs = zip(*runs, strict=True)
        day = date.fromisoformat(TODAY).toordinal()
        balances = [cpu(lambda: shop.points.balances(day)) for _ in range(RUNS)]
        alone = [cpu(lambda: deque(conn.execute(SUMS[0]), maxlen=0)) for _ in range(RUNS)]
    show(
        [
            Line(f"proof of {movements:,} movements, against the bare sums", ours, theirs, "ratio ≤ 2", "s"),
            Line("everybody's points, half of them lapsed", balances, alone, "", "s"),
        ]
    )
    path.unlink()


if __name__ == "__main__":
    main()
