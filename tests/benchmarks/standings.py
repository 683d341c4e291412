"""How everybody stands, 50,000 customers, against the plain GROUP BY of the same facts.

`python -m tests.benchmarks.standings`. Ours is `shop.readings.everyone`: facts in chunks, the shop's model fitted,
a verdict for each. Both are whole processes, in turn; wall time.
"""

import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from tests.benchmarks.shops import TODAY, big_shop
from tests.benchmarks.table import Line, show

RUNS = 5
DAY = date.fromisoformat(TODAY).toordinal()


def everyone(shop: str) -> int:
    """Ours: everybody's standing; how many."""
    from loyaltui.store import Shop

    with Shop(Path(shop)) as opened:
        return sum(1 for _ in opened.readings.everyone(DAY))


def grouped(shop: str, query: str) -> int:
    """Theirs: the facts of everybody, by one query; how many."""
    conn = sqlite3.connect(shop)
    try:
        return sum(1 for _ in conn.execute(query, (0, sys.maxsize, DAY)))
    finally:
        conn.close()


def wall(*arguments: str) -> float:
    """Milliseconds of this module as a process of its own."""
    since = time.perf_counter()
    subprocess.run((sys.executable, "-m", __spec__.name, *arguments), check=True)
    return (time.perf_counter() - since) * 1000


def main() -> None:
    from loyaltui.store.readings import FACTS

    shop = str(big_shop())
    runs = [(wall(shop), wall(shop, FACTS)) for _ in range(RUNS + 1)][1:]
    show([Line("everybody's standing", *map(list, zip(*runs, strict=True)), "")])


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        {2: everyone, 3: grouped}[len(sys.argv)](*sys.argv[1:])
