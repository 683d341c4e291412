"""The proof of a shop's points: each query finds what can't be, so that none finding anything proves every balance."""

import sqlite3
from typing import NamedTuple

GUARDS = (
    "movements_no_update",
    "movements_no_delete",
    "movements_no_replace",
    "movements_earn_once",
    "movements_bonus_once",
)
# Only movements that name a lot can make lots and balances differ: a balance is the sum of somebody's movements, what
# is left in their lots is the sum of the movements in those lots, so both are equal where each stays with its owner.
PROOF = {
    "a movement names a lot of somebody else": (
        "SELECT m.id FROM movements m LEFT JOIN movements l ON l.id = m.lot WHERE m.lot IS NOT NULL "
        "AND (l.id IS NULL OR l.lot IS NOT NULL OR l.customer_id <> m.customer_id)"
    ),
    "more was taken back than was booked": (
        "SELECT e.id FROM movements r JOIN movements e ON e.id = r.reverses WHERE r.reverses IS NOT NULL GROUP BY e.id "
        "HAVING (e.points + sum(r.points)) * e.points < 0 OR abs(e.points + sum(r.points)) > abs(e.points)"
    ),
    "points are held by nobody": (
        "SELECT customer_id FROM movements WHERE customer_id NOT IN (SELECT id FROM customers) "
        "GROUP BY customer_id HAVING sum(points) <> 0"
    ),
    "points and crumbs are not what was paid": (
        "SELECT e.receipt_id FROM rules u CROSS JOIN movements e ON e.rule_id = u.id CROSS JOIN receipts r ON "
        "r.id = e.receipt_id WHERE e.kind = 'earn' AND (e.paid <> coalesce(r.amount, 0) OR "
        "json_extract(u.spec, '$.per') = 'amount' AND json_extract(u.spec, '$.boosts') IS NULL "
        "AND json_extract(u.spec, '$.before_tax') IS NULL AND "
        "e.points * json_extract(u.spec, '$.size') + e.crumbs <> e.paid) "
        "AND NOT EXISTS (SELECT 1 FROM movements b WHERE b.reverses = e.id)"
    ),
    "a voucher was used that wasn't good that day": (
        "SELECT v.code FROM voucher_uses u JOIN vouchers v ON v.id = u.voucher_id "
        "WHERE u.day NOT BETWEEN v.from_day AND v.to_day"
    ),
}


class Sums(NamedTuple):
    """What was proved: how many movements, what is left in the lots, what is open as debt, what all balances come to.
    balance = left - debt."""

    movements: int
    left: int
    debt: int
    balance: int


def unproved(conn: sqlite3.Connection) -> list[str]:
    """What is wrong with the points; [] is the proof."""
    guards = {name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    found = [f"the ledger's guard {name} is missing" for name in GUARDS if name not in guards]
    for name, query in PROOF.items():
        found += [f"{name}: {row[0]}" for row in conn.execute(query)]
    sums = added_up(conn)
    if sums.balance != sums.left - sums.debt:
        found.append(f"balances come to {sums.balance}, lots less debts to {sums.left - sums.debt}")
    return found


def added_up(conn: sqlite3.Connection) -> Sums:
    """The sums of the whole ledger. Lots that nothing else names are what they were; the others are summed lot by
    lot."""
    count, balance = conn.execute("SELECT count(*), coalesce(sum(points), 0) FROM movements").fetchone()
    (whole,) = conn.execute("SELECT coalesce(sum(points), 0) FROM movements WHERE lot IS NULL").fetchone()
    touched = (
        "SELECT l.points AS was, l.points + sum(m.points) AS left FROM movements m JOIN movements l ON l.id = m.lot "
        "WHERE m.lot IS NOT NULL GROUP BY m.lot"
    )
    was, left, debt = conn.execute(
        "SELECT coalesce(sum(was), 0), coalesce(sum(max(left, 0)), 0), coalesce(sum(max(-left, 0)), 0) "
        f"FROM ({touched})"
    ).fetchone()
    return Sums(count, whole - was + left, debt, balance)
