"""What reading a till's file costs, in CPU time of one process, against csv alone on the same rows; and the memory.

`python -m tests.benchmarks.reading [FILE]`; without a file, on an invented one. Understanding it and its records are
timed apart: the first looks at all bytes and some rows, the second makes every receipt.
"""

import csv
import resource
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path
from time import process_time

from loyaltui import pos
from tests.benchmarks.shops import PER_CUSTOMER, sales_file
from tests.benchmarks.table import Line, show

RUNS = 5
RECEIPTS = 100_000


def seconds(run: Callable[[], object]) -> float:
    """CPU seconds of a call."""
    before = process_time()
    run()
    return process_time() - before


def bare(file: Path) -> None:
    """The yardstick: every row as a list of texts."""
    with file.open(newline="", encoding="utf-8") as text:
        deque(csv.reader(text), 0)


def main() -> None:
    file = Path(sys.argv[1]) if sys.argv[1:] else sales_file(RECEIPTS // PER_CUSTOMER, RECEIPTS)
    reading = pos.read(file)
    deque(reading.records(), 0)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    runs = [
        (
            seconds(lambda: pos.read(file)),
            seconds(lambda: deque(reading.records(), 0)),
            seconds(lambda: bare(file)),
        )
        for _ in range(RUNS)
    ]
    understood, read, alone = map(list, zip(*runs, strict=True))
    show(
        [
            Line("a file understood, against csv alone", understood, alone, "", "s"),
            Line("its records, against csv alone", read, alone, "", "s"),
            Line("memory at most", [memory], (), "90 MB", "MB"),
        ]
    )


if __name__ == "__main__":
    main()
