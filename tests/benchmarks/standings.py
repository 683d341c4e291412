"""How everybody stands, 50,000 customers with a million visits, against a plain GROUP BY: goal, at most 2.5 times.

`python -m tests.benchmarks.standings`. Ours is `shop.readings.everyone` in a new process: facts in chunks by the index
receipts_customer, the shop's model fitted, a verdict for each; hooks not included. Theirs is QUERY, which reads the
table itself (NOT INDEXED: no index covers it for them). Both are whole processes, in turn; processor
time.
"""

import resource
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.benchmarks.shops import TODAY, big_shop
from tests.benchmarks.table import paired, show

RUNS = 5
DAY = date.fromisoformat(TODAY).toordinal()
VISITS = 20  # per customer
QUERY = (
    "SELECT customer_id, count(*), min(day), max(day), sum(amount) FROM receipts NOT INDEXED "
    "WHERE customer_id IS NOT NULL GROUP BY customer_id"
)


def everyone(shop: str) -> int:
    """Ours: everybody's standing; how many."""
    from loyaltui.store import Shop

    with Shop(Path(shop)) as opened:
        return sum(1 for _ in opened.readings.everyone(DAY))


def grouped(shop: str) -> int:
    """Theirs: the facts of everybody, by one query; how many."""
    conn = sqlite3.connect(shop)
    try:
        return sum(1 for _ in conn.execute(QUERY))
    finally:
        conn.close()


def spent(side: str, shop: str) -> float:
    """Milliseconds of processor time, user and system, of one side as a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run((sys.executable, "-m", __spec__.name, side, shop), check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000


def main() -> None:
    shop = str(big_shop(VISITS))
    runs = [(spent("ours", shop), spent("theirs", shop)) for _ in range(RUNS + 1)][1:]
    show([paired("everybody's standing", runs, "ratio ≤ 2.5")])


if __name__ == "__main__":
    if sys.argv[1:]:
        {"ours": everyone, "theirs": grouped}[sys.argv[1]](sys.argv[2])
    else:
        main()
