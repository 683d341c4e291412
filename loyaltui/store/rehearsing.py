"""The past year out of the shop's file, for a changed programme to be replayed over; read in chunks."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from loyaltui.core.earning import Bought, Sale
from loyaltui.core.refused import Refused
from loyaltui.core.rehearsal import Deed, Past, Plan, Rehearsal, Rehearsing
from loyaltui.core.reward import Reward, point_worth
from loyaltui.core.rule import Rule

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

YEAR = 365  # days
CHUNK = "day > ? AND day <= ? AND customer_id > ? AND customer_id <= ?"
RECEIPTS = (
    "SELECT customer_id, day, coalesce(second, -1), id, kind, second, amount, tax, of_receipt FROM receipts "
    f"WHERE {CHUNK}"
)
LINES = (
    "SELECT l.receipt_id, i.name, i.category, l.quantity, l.amount FROM receipts r JOIN lines l ON l.receipt_id = r.id "
    f"JOIN items i ON i.id = l.item_id WHERE r.{CHUNK.replace('AND customer_id', 'AND r.customer_id')} ORDER BY l.id"
)
FRIENDS = "SELECT customer_id, friend_id, day FROM answers WHERE friend_id IS NOT NULL AND day <= ? ORDER BY day, id"


def plan_of(shop: "Shop", rule: Rule | None, rewards: list[Reward]) -> Plan:
    """A programme as it is rehearsed: per cents are priced by a usual sale."""
    return Plan(rule, point_worth(rewards, shop.receipts.typical_amount()))


def rehearse(
    shop: "Shop", today: int, old: Plan, new: Plan, progress: Callable[[int, int], object] = lambda done, size: None
) -> Rehearsal:
    """Replay the year up to the last recorded day under both; Refused where nobody of the programme came in it."""
    until = shop.readings.last_day(today)
    members = all_members(shop)
    if until is None or not members:
        raise Refused("nothing_to_rehearse")
    since = until - YEAR + 1
    rehearsing = Rehearsing(old, new, since, until, members)
    needs_lines = any(plan.rule and plan.rule.needs_lines for plan in (old, new))
    outside: set[int] = set()
    for past in years(shop, since, until, members, needs_lines, progress):
        if past.customer_id in members:
            rehearsing.replay(past)
        else:
            outside.add(past.customer_id)
    if not rehearsing.came:
        raise Refused("nothing_to_rehearse")
    return rehearsing.result(chances(shop, since - 1), len(outside))


def all_members(shop: "Shop") -> dict[int, int]:
    """Everybody in the programme, and the day they joined; the merged are one person."""
    roots, found = shop.customers.roots(), dict[int, int]()
    for number, joined in shop.conn.execute("SELECT id, joined FROM customers WHERE joined IS NOT NULL").fetchall():
        root = roots.get(number, number)
        found[root] = min(joined, found.get(root, joined))
    return found


def chances(shop: "Shop", day: int) -> dict[int, float]:
    """What everybody's chance of coming back was on a day, as far as they were known then; the shop's own readings stay
    as they are."""
    from loyaltui.store.readings import Readings

    read = Readings(shop).everyone(day)
    return {facts.customer_id: standing.score.p_return for facts, standing in read if standing}


def years(
    shop: "Shop",
    since: int,
    until: int,
    members: dict[int, int],
    needs_lines: bool,
    progress: Callable[[int, int], object],
) -> Iterator[Past]:
    """Everybody's year; the merged come last, each as one person."""
    roots = shop.customers.roots()
    merged = roots.keys() | set(roots.values())
    birthdays = dict(shop.conn.execute("SELECT id, birthday FROM customers WHERE birthday <> ''").fetchall())
    friends = {
        roots.get(who, who): (roots.get(friend, friend), day)
        for who, friend, day in shop.conn.execute(FRIENDS, (until,)).fetchall()
    }
    late: dict[int, list[tuple[int, int, Deed]]] = defaultdict(list)
    ranges = list(shop.customers.chunks())
    for done, chunk in enumerate(ranges):
        for who, deeds in chunk_of(shop, (since - 1, until, *chunk), needs_lines):
            if who in merged:
                late[roots.get(who, who)] += deeds
            else:
                yield past_of(who, deeds, members, birthdays, friends)
        progress(done + 1, len(ranges))
    for who, deeds in late.items():
        yield past_of(who, sorted(deeds, key=itemgetter(0, 1)), members, birthdays, friends)


def past_of(
    who: int,
    deeds: list[tuple[int, int, Deed]],
    members: dict[int, int],
    birthdays: dict[int, str],
    friends: dict[int, tuple[int, int]],
) -> Past:
    """One person's year."""
    return Past(
        who, [deed for _day, _second, deed in deeds], members.get(who, 0), birthdays.get(who, ""), friends.get(who)
    )


def chunk_of(
    shop: "Shop", span: tuple[int, int, int, int], needs_lines: bool
) -> Iterator[tuple[int, list[tuple[int, int, Deed]]]]:
    """What the people of a chunk did, each with its time to put it in order by."""
    lines: dict[int, list[Bought]] = defaultdict(list)
    if needs_lines:
        for receipt_id, *bought in shop.conn.execute(LINES, span).fetchall():
            lines[receipt_id].append(Bought(*bought))
    rows = sorted(shop.conn.execute(RECEIPTS, span).fetchall(), key=itemgetter(0, 1, 2, 3))
    for who, theirs in groupby(rows, key=itemgetter(0)):
        yield (
            who,
            [
                (
                    day,
                    order,
                    Deed(
                        number,
                        Sale(amount, day, second, tax, tuple(lines.get(number, ()))),
                        kind == "refund",
                        of_receipt,
                    ),
                )
                for _who, day, order, number, kind, second, amount, tax, of_receipt in theirs
            ],
        )
