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
from tests.benchmarks.table import paired, show

RUNS = 5
DAY = date.fromisoformat(TODAY).toordinal()
FACTS = """
SELECT customer_id, sum(kind = 'sale'), count(DISTINCT CASE kind WHEN 'sale' THEN day END), sum(kind = 'refund'),
    min(CASE kind WHEN 'sale' THEN day END), max(CASE kind WHEN 'sale' THEN day END), sum(amount)
FROM receipts WHERE customer_id IS NOT NULL AND day <= ? GROUP BY customer_id
"""


def everyone(shop: str) -> int:
    """Ours: everybody's standing; how many."""
    from loyaltui.store import Shop

    with Shop(Path(shop)) as opened:
        return sum(1 for _ in opened.readings.everyone(DAY))


def grouped(shop: str) -> int:
    """Theirs: the facts of everybody, by one query; how many."""
    conn = sqlite3.connect(shop)
    try:
        return sum(1 for _ in conn.execute(FACTS, (DAY,)))
    finally:
        conn.close()


def wall(side: str, shop: str) -> float:
    """Milliseconds of one side as a process of its own."""
    since = time.perf_counter()
    subprocess.run((sys.executable, "-m", __spec__.name, side, shop), check=True)
    return (time.perf_counter() - since) * 1000


def main() -> None:
    shop = str(big_shop())
    runs = [(wall("ours", shop), wall("theirs", shop)) for _ in range(RUNS + 1)][1:]
    show([paired("everybody's standing", runs, "")])


if __name__ == "__main__":
    if sys.argv[1:]:
        {"ours": everyone, "theirs": grouped}[sys.argv[1]](sys.argv[2])
    else:
        main()
