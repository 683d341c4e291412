"""One receipt number of one day, met again: the same receipt, or another that a second register numbered alike?

| the new row names                 | its time and amount | it is                                                 |
|-----------------------------------|---------------------|-------------------------------------------------------|
| the same person                   | whatever            | the receipt; what differs is the till's newer word    |
| another person                    | the same            | the receipt; whoever stands there stays               |
| another person                    | either is another   | another receipt: both stay, the second under a ref    |
|                                   |                     | with its person's mark, as within one file            |
| another person than the one whom  | the same time       | the receipt: the till didn't change its mind, we did  |
| the counter put there             |                     |                                                       |
| nobody, or somebody where nobody  | one is another      | the receipt; what differs is the till's newer word    |
| was named                         | both are others     | another receipt, under a ref with its time            |

Where no time is known, other goods tell as much as another amount. A refund is no later state of the sale of its
number: it is a receipt of its own kind.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from loyaltui.core.identity import MARK, code_of, marked, strangers
from loyaltui.core.receipt import Who

DOUBTFUL = f"""
SELECT k.n FROM known k CROSS JOIN staged s USING (n) CROSS JOIN receipts r ON r.id = k.receipt_id
WHERE CASE WHEN s.person IS NULL OR r.customer_id IS NULL THEN r.amount <> s.amount AND r.second / 60 <> s.second / 60
    ELSE (r.amount IS NOT s.amount OR r.second / 60 <> s.second / 60 OR s.second IS NULL)
        AND r.customer_id IS NOT (SELECT customer_id FROM people p WHERE p.person = s.person) END
UNION SELECT n FROM staged WHERE EXISTS (SELECT 1 FROM receipts) AND n NOT IN (SELECT n FROM known) AND (
    instr(ref, '{MARK}') OR ref IN (SELECT substr(ref, 1, instr(ref, '{MARK}') - 1) FROM receipts
        WHERE ref > '' AND source = ? AND instr(ref, '{MARK}')))
"""
STAGED = """
SELECT s.n, s.kind, s.ref, s.second, s.amount, coalesce(c.root, c.id), p.ext_id, p.card, p.email, p.phone, p.name,
    false, false
FROM json_each(?) j CROSS JOIN staged s ON s.n = j.value LEFT JOIN people p USING (person)
LEFT JOIN customers c ON c.id = p.customer_id
"""
# CROSS keeps the order, from each number by index to what the shop has of it; the plus: by customer, not by till
STANDING = f"""
SELECT r.id, r.kind, r.ref, r.second, r.amount, coalesce(c.root, c.id),
    (SELECT min(e.ext_id) FROM external_ids e WHERE e.customer_id = c.id AND +e.source = :source),
    c.card, c.email, c.phone, c.name, r.id IN (SELECT receipt_id FROM meetings) OR r.id IN (
        SELECT row_id FROM before_images b JOIN acts a ON a.id = b.act AND a.verb <> 'import' WHERE tbl = 'receipts'),
    r.id IN (SELECT receipt_id FROM known WHERE receipt_id IS NOT NULL AND n NOT IN (
        SELECT value FROM json_each(:doubtful)))
FROM json_each(:numbers) j CROSS JOIN receipts r
    ON r.ref = j.value OR (r.ref > j.value || '{MARK}' AND r.ref < j.value || char({ord(MARK) + 1}))
LEFT JOIN customers c ON c.id = r.customer_id WHERE r.source = :source
"""
GOODS = """
SELECT l.n, i.name, l.quantity, l.amount FROM staged_lines l JOIN staged_items i USING (item)
WHERE l.n IN (SELECT value FROM json_each(?)) ORDER BY l.n, i.name, l.quantity, l.amount
"""
STANDING_GOODS = """
SELECT l.receipt_id, i.name, l.quantity, l.amount FROM json_each(?) j CROSS JOIN lines l ON l.receipt_id = j.value
JOIN items i ON i.id = l.item_id ORDER BY l.receipt_id, i.name, l.quantity, l.amount
"""
Goods = tuple[tuple[str, int, int | None], ...]  # names, quantities, amounts; none where nobody says


class Told(NamedTuple):
    """A receipt as the file or the shop tells it. `id`: its n there, its number here; `customer`: the person kept, None
    where the shop knows nobody; `ours`: who it is was said at the counter; `taken`: another row is this one for sure.
    """

    id: int
    kind: str
    ref: str
    second: int | None
    amount: int | None
    customer: int | None
    who: Who
    ours: bool = False
    taken: bool = False
    goods: Goods = ()

    @property
    def number(self) -> str:
        """The ref without any marks."""
        return self.ref.partition(MARK)[0]

    @property
    def own_ref(self) -> str:
        """The ref that tells this person's receipt, or nobody's of this minute, from others of the number."""
        minute = "" if self.second is None else f"{self.second // 3600:02}:{self.second // 60 % 60:02}"
        return marked(self.number, code_of(self.who) or minute)


def tell_apart(conn: sqlite3.Connection, source: str) -> None:
    """Put right which receipts are `known`, where a number is more than one person's."""
    doubtful = json.dumps([n for (n,) in conn.execute(DOUBTFUL, (source,))])
    rows = with_goods(conn, GOODS, told(conn.execute(STAGED, (doubtful,))))
    if not rows:
        return
    numbers = json.dumps(sorted({row.number for row in rows}))
    standing = told(conn.execute(STANDING, {"source": source, "numbers": numbers, "doubtful": doubtful}))
    standing = with_goods(conn, STANDING_GOODS, standing)
    holders = {(known.kind, known.ref): known for known in standing}
    if any((holder := holders.get((row.kind, row.ref))) and another(row, holder) for row in rows):
        # another register's file: its voids, which say no name, may be of its own receipts
        conn.execute("DELETE FROM voids WHERE NOT instr(ref, ?)", (MARK,))
    found = paired(rows, [known for known in standing if not known.taken])
    conn.execute("DELETE FROM known WHERE n IN (SELECT value FROM json_each(?))", (doubtful,))
    conn.executemany("INSERT INTO known VALUES (?, ?)", found.items())
    fresh = [row for row in rows if row.id not in found]
    conn.executemany("UPDATE staged SET ref = ? WHERE n = ?", renamed(fresh, {known.ref for known in standing}))


def told(rows: Iterable[tuple[Any, ...]]) -> list[Told]:
    """What rows of STAGED or STANDING tell."""
    return [
        Told(n, kind, ref, second, amount, customer, Who(*(sign or "" for sign in signs)), bool(ours), bool(taken))
        for n, kind, ref, second, amount, customer, *signs, ours, taken in rows
    ]


def with_goods(conn: sqlite3.Connection, query: str, receipts: list[Told]) -> list[Told]:
    """Receipts with what was sold in each."""
    goods: dict[int, Goods] = defaultdict(tuple)
    for number, *line in conn.execute(query, (json.dumps([receipt.id for receipt in receipts]),)):
        goods[number] += (tuple(line),)
    return [receipt._replace(goods=goods[receipt.id]) for receipt in receipts]


def paired(rows: Iterable[Told], standing: Iterable[Told]) -> dict[int, int]:
    """Which receipt of the shop each row is, one to one, the surest first; the others are new."""
    numbered: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for known in standing:
        numbered[known.kind, known.number].append(known)
    possible = [
        (rank, row.id, known.id)
        for row in rows
        for known in numbered[row.kind, row.number]
        if (rank := likeness(row, known)) is not None
    ]
    found: dict[int, int] = {}
    met: set[int] = set()
    for _, row_id, known_id in sorted(possible):
        if row_id not in found and known_id not in met:
            found[row_id] = known_id
            met.add(known_id)
    return found


def likeness(new: Told, known: Told) -> int | None:
    """How surely two of one number are one receipt, the lower the surer; None: they are two."""
    if hers(new, known):
        return 0 if new.ref == known.ref else 1
    if another(new, known):
        return None
    if known.ref in (new.ref, new.own_ref):
        return 2
    alike = None not in (new.second, known.second) and new.amount == known.amount
    return 3 if alike and not otherwise_timed(new, known) else None


def hers(new: Told, known: Told) -> bool:
    """Whether a known receipt, under whatever ref, is the one of the person whom a row names; of her several refunds
    the one that is alike."""
    if new.customer is None or new.customer != known.customer:
        return False
    return new.kind == "sale" or (new.amount == known.amount and not otherwise_timed(new, known))


def another(new: Told, known: Told) -> bool:
    """Whether two of one number are two receipts, by the table above."""
    if new.customer is not None and new.customer == known.customer:
        return False
    if not (any(new.who) and any(known.who)):
        return otherwise_timed(new, known) and new.amount != known.amount and not known.ours
    if not strangers(known.who, new.who):
        return False
    other_goods = new.second is None and bool(new.goods and known.goods) and new.goods != known.goods
    return otherwise_timed(new, known) or (not known.ours and (new.amount != known.amount or other_goods))


def otherwise_timed(new: Told, known: Told) -> bool:
    """Whether both say when, and not the same minute: some exports of a till leave the seconds out."""
    return new.second is not None and known.second is not None and new.second // 60 != known.second // 60


def renamed(rows: Iterable[Told], refs: set[str]) -> Iterator[tuple[str, int]]:
    """New receipts with refs that none of the shop's has."""
    for row in rows:
        ref = row.own_ref if row.ref in refs else row.ref
        while ref in refs:
            ref += MARK
        refs.add(ref)
        yield ref, row.id
