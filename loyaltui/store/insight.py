"""The shop as a whole, out of its file: what each customer is worth, what was said, what happened."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.insight import MONTH, Member
from loyaltui.core.moment import ordinal
from loyaltui.core.shop_report import ShopReport, shop_report
from loyaltui.core.way import Step, way

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

YEAR = 365  # days
SHORTEST = 30  # days over which the money of somebody new is spread
PAID = """
SELECT customer_id, coalesce(sum(amount), 0), sum(kind = 'sale') FROM receipts
WHERE day > ? AND day <= ? AND customer_id > ? AND customer_id <= ? GROUP BY customer_id
"""


ADDED = """
SELECT c.id, substr(a.at_utc, 1, 10) FROM customers c JOIN acts a ON a.id = c.act_id WHERE c.root IS NULL ORDER BY c.id
"""


class Look(NamedTuple):
    """The whole shop: its report, and everybody in it by their number."""

    report: ShopReport
    members: dict[int, Member]


def look(shop: "Shop", today: int) -> Look:
    """The whole shop; takes a second or two for 50,000 customers, so it belongs in a thread."""
    everybody = members(shop, today)
    answers, events = shop.answers.everybody(today), shop.events.until(today)
    as_of, colleagues = shop.readings.last_day(today), shop.answers.colleagues()
    steps = on_the_way(shop, everybody, today)
    report = shop_report(as_of, everybody, answers, events, colleagues, today, steps)
    return Look(report, {member.customer_id: member for member in everybody})


def on_the_way(shop: "Shop", members: Sequence[Member], today: int) -> list[Step]:
    """Who stands at which step of the way to being loyal, those who were never here too."""
    season = shop.readings.season(today)
    if season is None:
        return []
    here = {member.customer_id for member in members}
    signed_up = [
        (customer, ordinal(added) or today)
        for customer, added in shop.conn.execute(ADDED)
        if customer not in here and (ordinal(added) or 0) <= today
    ]
    return way(members, signed_up, today, season.horizon)


def members(shop: "Shop", today: int) -> list[Member]:
    """Everybody who ever came, with what they spend."""
    season = shop.readings.season(today)
    if season is None:
        return []
    yearly = paid(shop, season.as_of)
    found = []
    for facts, standing in shop.readings.everyone(today, perhaps=True):
        if standing is not None and facts.first is not None:
            money = yearly.get(facts.customer_id)
            days = max(SHORTEST, min(YEAR, season.as_of - facts.first + 1))
            found.append(Member(facts.customer_id, standing, (money or 0) / days * MONTH, money))
    return found


def paid(shop: "Shop", day: int) -> dict[int, int]:
    """What everybody who came in the year up to a day paid in it, in minor units; the merged are one person."""
    roots = shop.customers.roots()
    sums: Counter[int] = Counter()
    came: set[int] = set()
    for start, end in shop.customers.chunks():
        for customer, amount, sales in shop.conn.execute(PAID, (day - YEAR, day, start, end)).fetchall():
            who = roots.get(customer, customer)
            sums[who] += amount
            if sales:
                came.add(who)
    return {customer: sums[customer] for customer in came}


def names(shop: "Shop", ids: Iterable[int]) -> dict[int, str]:
    """What to call some people."""
    return {customer: shop.customers.get(customer).called for customer in ids}
