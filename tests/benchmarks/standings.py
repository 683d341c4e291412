"""How everybody stands, 50,000 customers with a million visits, against a plain GROUP BY: goal, at most 2.5 times.

`python -m tests.benchmarks.standings`. Ours is `shop.readings.everyone` in a new process: facts in chunks by the index
receipts_customer, the shop's model fitted, a verdict for each; hooks not included. Theirs is QUERY, which reads the
table itself (NOT INDEXED: no index covers it for them). Each in a process of its
own, in turn; the processor time of the reading alone, the shop being open.
"""

import sqlite3
import subprocess
import sys
import time
from collections import deque
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


def everyone(shop: str) -> float:
    """Ours: everybody's standing, from a shop that is open and has read nothing yet."""
    from loyaltui.store import Shop

    with Shop(Path(shop)) as opened:
        readings = opened.readings
        since = time.process_time()
        deque(readings.everyone(DAY), maxlen=0)
        return time.process_time() - since


def grouped(shop: str) -> float:
    """Theirs: the facts of everybody, by one query."""
    conn = sqlite3.connect(shop)
    try:
        since = time.process_time()
        deque(conn.execute(QUERY), maxlen=0)
        return time.process_time() - since
    finally:
        conn.close()


def spent(side: str, shop: str) -> float:
    """Milliseconds of processor time, user and system, that one side takes in a process of its own."""
    command = (sys.executable, "-m", __spec__.name, side, shop)
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) * 1000


def main() -> None:
    shop = str(big_shop(VISITS))
    runs = [(spent("ours", shop), spent("theirs", shop)) for _ in range(RUNS + 1)][1:]
    show([paired("everybody's standing", runs, "ratio ≤ 2.5")])


if __name__ == "__main__":
    if sys.argv[1:]:
        print({"ours": everyone, "theirs": grouped}[sys.argv[1]](sys.argv[2]))
    else:
        main()
