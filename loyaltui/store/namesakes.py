"""Whom a name means: a name is a weak sign, and is never taken for one of several people who share it."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection

from loyaltui.core.text import fold

# of whom nothing but a name is known, since a till's file said no more
ONLY_A_NAME = """
SELECT 1 FROM customers c JOIN acts a ON a.id = c.act_id AND a.verb = 'import'
WHERE c.id = ? AND c.phone || c.email || c.card = ''
    AND NOT EXISTS (SELECT 1 FROM external_ids e WHERE e.customer_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM customers k WHERE k.root = c.id)
"""


def recognise(conn: sqlite3.Connection) -> None:
    """Find the customers of staged people who are known by no surer sign."""
    people = conn.execute("SELECT person, name, ext_id || card || email || phone = '', customer_id FROM people")
    strangers: dict[bool, list[tuple[int, str]]] = {True: [], False: []}
    in_file: Counter[str] = Counter()
    for person, name, only_a_name, customer in people:
        folded = folded_name(name)
        in_file[folded] += 1
        if customer is None and folded:
            strangers[only_a_name].append((person, folded))
    by_name(conn, strangers[True])
    by_name_of_old(conn, [(person, name) for person, name in strangers[False] if in_file[name] == 1])


def by_name(conn: sqlite3.Connection, strangers: list[tuple[int, str]]) -> None:
    """Those of whom the file knows nothing but a name: the only one called so, else whom a file like this brought."""
    known = called(conn, {name for _, name in strangers})
    found = []
    for person, name in strangers:
        numbers: Collection[int] = known[name]
        if len({*known[name].values()}) > 1:
            numbers = only_a_name(conn, numbers)
        found.append((min(numbers, default=None), person))
    conn.executemany("UPDATE people SET customer_id = ? WHERE person = ?", found)


def by_name_of_old(conn: sqlite3.Connection, strangers: list[tuple[int, str]]) -> None:
    """Those whose name alone an earlier file brought, where it is the only one of its kind here and there."""
    if not strangers:
        return
    wanted = {name for _, name in strangers}
    bare = {
        folded
        for (folded,) in conn.execute("SELECT folded FROM customers WHERE phone || email || card = ''")
        if folded in wanted
    }
    known = called(conn, bare)
    found = []
    for person, name in strangers:
        one = next(iter(known[name]), None)
        if known[name] == {one: one} and only_a_name(conn, known[name]):
            found.append((one, person))
    conn.executemany("UPDATE people SET customer_id = ? WHERE person = ?", found)


def called(conn: sqlite3.Connection, names: Collection[str]) -> dict[str, dict[int, int]]:
    """Name → the customers called so: their number → the number of the person kept."""
    known: dict[str, dict[int, int]] = defaultdict(dict)
    if names:
        for number, root, name in conn.execute("SELECT id, coalesce(root, id), name FROM customers WHERE name <> ''"):
            folded = fold(name)
            if folded in names:
                known[folded][number] = root
    return known


def only_a_name(conn: sqlite3.Connection, customers: Collection[int]) -> list[int]:
    """Those of some customers whose name alone a till's file brought."""
    return [number for number in customers if conn.execute(ONLY_A_NAME, (number,)).fetchone()]


def folded_name(name: str) -> str:
    """What two spellings of a name share."""
    return fold(" ".join(name.split()))
