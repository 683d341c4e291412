"""A receipt without a number whose time one export tells and another doesn't: one sale, counted once.

All that is known of such a receipt is its ref, the minute included (pos/refs.py). Day, person and amount being equal, a
row with a time is the sale that is known without one, and the other way round; of several as many as there are.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

# days of the file of which the shop has such receipts, where anything in the file is new
DAYS = """
SELECT date(day + 1721424.5) AS iso, day FROM (SELECT DISTINCT day FROM staged WHERE EXISTS (SELECT 1 FROM receipts)
    AND (SELECT count(*) FROM known) < (SELECT count(*) FROM staged))
WHERE EXISTS (SELECT 1 FROM receipts r WHERE r.ref > iso || '|' AND r.ref < iso || '}' AND r.source = ?)
"""
STAGED = """
SELECT n, kind, ref FROM staged WHERE day IN (SELECT value FROM json_each(?)) AND substr(ref, 11, 1) = '|'
    AND n NOT IN (SELECT n FROM known)
"""
STANDING = """
SELECT r.id, r.kind, r.ref FROM json_each(?) j
CROSS JOIN receipts r ON r.ref > j.value || '|' AND r.ref < j.value || '}'
WHERE r.source = ? AND r.id NOT IN (SELECT receipt_id FROM known WHERE receipt_id IS NOT NULL)
"""

Sales = dict[tuple[str, str, str], list[int]]  # kind, day, and person with amount → numbers, the earliest first


class Sorted(NamedTuple):
    """Receipts whose time is known, and the others."""

    timed: Sales
    untimed: Sales


def meet(conn: sqlite3.Connection, source: str) -> None:
    """Add to what is `known` the staged receipts whose time alone the shop didn't know, or the file doesn't."""
    days = conn.execute(DAYS, (source,)).fetchall()
    if not days:
        return
    rows = arranged(conn.execute(STAGED, (json.dumps([day for _, day in days]),)))
    standing = arranged(conn.execute(STANDING, (json.dumps([iso for iso, _ in days]), source)))
    for new, known in ((rows.timed, standing.untimed), (rows.untimed, standing.timed)):
        for sale in new.keys() & known.keys():
            conn.executemany("INSERT INTO known VALUES (?, ?)", zip(new[sale], known[sale], strict=False))


def arranged(receipts: Iterable[tuple[int, str, str]]) -> Sorted:
    """Receipts by what they are alike in, apart from the time."""
    found: dict[bool, Sales] = {True: defaultdict(list), False: defaultdict(list)}
    for _, sale, number, timed in sorted(taken_apart(*receipt) for receipt in receipts):
        found[timed][sale].append(number)
    return Sorted(found[True], found[False])


def taken_apart(number: int, kind: str, ref: str) -> tuple[tuple[int, int], tuple[str, str, str], int, bool]:
    """Minute and place, what is alike, the number, and whether a time is known; see `Nth` for how a ref is made."""
    day, second, rest = ref.split("|", 2)
    alike, _, nth = rest.rpartition("|")
    return (int(second or 0), int(nth)), (kind, day, alike), number, bool(second)
