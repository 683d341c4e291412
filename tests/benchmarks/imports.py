"""What a till's file costs to bring in: CPU time and memory, against sqlite3 alone and sqlite-utils, and a second time.

`python -m tests.benchmarks.imports [ITEMS]`. Theirs puts every cell as it stands into one table: no dates, no money, no
people, no points. All are whole processes, in turn, user and system time; sqlite-utils, which takes long, only once.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.items import items_file
from tests.benchmarks.shops import import_command
from tests.benchmarks.table import Line, show

RUNS = 3
ITEMS = 200_000
# where there is no sqlite3 shell: the same in Python
INSERT = """
import csv, sqlite3, sys
with open(sys.argv[1], newline="", encoding="utf-8") as text, sqlite3.connect(sys.argv[2]) as conn:
    rows = csv.reader(text)
    columns = [f'"{name}"' for name in next(rows)]
    conn.execute(f"CREATE TABLE sales ({', '.join(columns)})")
    conn.executemany(f"INSERT INTO sales VALUES ({', '.join('?' * len(columns))})", rows)
"""


class Cost(NamedTuple):
    """What a process took: CPU seconds, and MB of memory at most."""

    cpu: float
    memory: float


def cost(*command: str | Path) -> Cost:
    """Run a command to its end."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def bare(file: Path, database: Path) -> Cost:
    """Every cell into one table, by the sqlite3 shell where there is one."""
    if shutil.which("sqlite3"):
        return cost("sqlite3", database, f".import --csv '{file}' sales")
    return cost(sys.executable, "-c", INSERT, file, database)


def once(file: Path) -> tuple[Cost, Cost, Cost]:
    """The first import, the same file again, and the bare insert."""
    with tempfile.TemporaryDirectory() as folder:
        command = import_command(Path(folder) / "shop.db", file)
        return cost(*command), cost(*command), bare(file, Path(folder) / "bare.db")


def sqlite_utils(file: Path) -> Cost:
    """The file by `sqlite-utils insert --csv`."""
    with tempfile.TemporaryDirectory() as folder:
        return cost(sys.executable, "-m", "sqlite_utils", "insert", Path(folder) / "bare.db", "sales", file, "--csv")


def main() -> None:
    items = int(sys.argv[1]) if sys.argv[1:] else ITEMS
    file = items_file(items)
    first, again, alone = zip(*(once(file) for _ in range(RUNS)), strict=True)
    ours = [run.cpu for run in first]
    lines = [
        Line(f"{items:,} items, against sqlite3 .import", ours, [run.cpu for run in alone], "ratio ≤ 2", "s"),
        Line("the same file again, against the first time", [run.cpu for run in again], ours, "ratio ≤ 1", "s"),
        Line("memory of the first time", [run.memory for run in first], [], "≤ 300 MB", "MB"),
        Line("memory of the second", [run.memory for run in again], [], "≤ 300 MB", "MB"),
        Line("against sqlite-utils insert --csv", ours, [sqlite_utils(file).cpu], "ratio ≤ 0.10", "s"),
    ]
    show(lines)


if __name__ == "__main__":
    main()
