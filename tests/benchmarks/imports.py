"""What a till's file costs to bring in, in CPU time, against sqlite3 and csv alone; and what the same file costs again.

`python -m tests.benchmarks.imports [RECEIPTS]`. Theirs puts every cell as it stands into one table, in one transaction:
no dates, no money, no people, no points. Both are whole processes, in turn, user and system time.
"""

import csv
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.shops import PER_CUSTOMER, bring_in, sales_file
from tests.benchmarks.table import Line, show

RUNS = 3
RECEIPTS = 100_000


def insert(file: str, shop: str) -> None:
    """The yardstick: a file's rows into a table."""
    conn = sqlite3.connect(shop)
    with Path(file).open(newline="", encoding="utf-8") as text, conn:
        rows = csv.reader(text)
        columns = ", ".join(f'"{name}"' for name in next(rows))
        conn.execute(f"CREATE TABLE sales ({columns})")
        conn.executemany(f"INSERT INTO sales VALUES ({', '.join('?' * (columns.count(',') + 1))})", rows)
    conn.close()


def bare_insert(shop: Path, file: Path) -> None:
    """The yardstick as a process."""
    subprocess.run((sys.executable, "-m", __spec__.name, str(file), str(shop)), check=True)


def cpu(run: Callable[[Path, Path], None], shop: Path, file: Path) -> float:
    """The CPU seconds of the processes that `run` starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(shop, file)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def once(file: Path) -> tuple[float, float, float]:
    """CPU seconds of the first import, the same file again, and the bare insert."""
    with tempfile.TemporaryDirectory() as folder:
        shop, bare = Path(folder) / "shop.db", Path(folder) / "bare.db"
        return cpu(bring_in, shop, file), cpu(bring_in, shop, file), cpu(bare_insert, bare, file)


def main() -> None:
    receipts = int(sys.argv[1]) if sys.argv[1:] else RECEIPTS
    file = sales_file(receipts // PER_CUSTOMER, receipts)
    first, again, bare = map(list, zip(*(once(file) for _ in range(RUNS)), strict=True))
    lines = [
        Line(f"{receipts:,} receipts, against a bare insert", first, bare, "", "s"),
        Line("the same file again, against the first time", again, first, "ratio < 1", "s"),
    ]
    show(lines)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        insert(*sys.argv[1:])
    else:
        main()
