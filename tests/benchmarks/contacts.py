"""Whom to speak to today, 50,000 customers with 250,000 visits: goal, at most 1 s after the standings are there.

`python -m tests.benchmarks.contacts`. In a new process each time: everybody's standing is read first (other rooms need
it too, and it has a benchmark of its own); then the candidates are gathered, ranked and kept, and the list is read back
as the screen shows it. Half of the customers have said yes or no, some were contacted. Processor time, user and system,
of the second part; the first is shown beside it.
"""

import shutil
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from loyaltui.core.moment import Moment
from loyaltui.store import Shop, contacts
from tests.benchmarks.shops import TODAY, big_shop, folder

RUNS = 7
DAY = date.fromisoformat(TODAY).toordinal()
NOW = Moment(DAY, 36_000, f"{TODAY}T10:00:00+00:00")
GOAL = 1000  # milliseconds


def shop_with_consents() -> Path:
    """A copy of the big shop in which people have said yes or no, and some were contacted."""
    path = folder() / "shop-hello.db"
    path.unlink(missing_ok=True)
    shutil.copyfile(big_shop(), path)
    with Shop(path) as shop, shop.act("consent", NOW) as act:
        conn = shop.conn
        conn.execute(
            "INSERT INTO consents(act_id, customer_id, channel, allowed, day, source) "
            "SELECT ?, id, 'phone', id % 7 > 0, ?, 'benchmark' FROM customers WHERE id % 2 = 0",
            (act, DAY - 90),
        )
        conn.execute(
            "INSERT INTO outcomes(act_id, customer_id, day, kind, channel) "
            "SELECT ?, id, ? - id % 60, 'done', 'phone' FROM customers WHERE id % 25 = 0",
            (act, DAY),
        )
    return path


def spent(path: str) -> tuple[float, float]:
    """Milliseconds of processor time for the standings, then for the contacts; the day's list is not kept before."""
    copy = Path(path).with_suffix(".copy.db")
    shutil.copyfile(path, copy)
    with Shop(copy) as shop:
        since = time.process_time()
        readings = list(shop.readings.everyone(DAY))
        read = time.process_time()
        found = contacts.chosen(shop, NOW, readings)
        contacts.keep(shop, NOW, found)
        due = contacts.today(shop, NOW)
        done = time.process_time()
    assert len(due) == 5
    return (read - since) * 1000, (done - read) * 1000


def main() -> None:
    path = str(shop_with_consents())
    command = (sys.executable, "-m", __spec__.name, path)
    runs = []
    for _ in range(RUNS):
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        runs.append(tuple(map(float, ran.stdout.split())))
    standings, ours = (statistics.median(side) for side in zip(*runs, strict=True))
    print(f"standings {standings:.0f} ms, then contacts {ours:.0f} ms (goal ≤ {GOAL} ms)")


if __name__ == "__main__":
    if sys.argv[1:]:
        print(*spent(sys.argv[1]))
    else:
        main()
