"""What the receipts say of everybody beside when they came: discounts, categories, times, colleagues, rewards."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.hints import Hints, Past, hints, slot, usual
from loyaltui.core.rhythm import Visits, rhythm, score
from loyaltui.core.stress import Event, Test, test

if TYPE_CHECKING:
    from loyaltui.store.readings import Season
    from loyaltui.store.shop import Shop

SALES = """
SELECT r.customer_id, r.day, r.second, r.discount > 0, r.staff_id FROM receipts r
WHERE r.kind = 'sale' AND r.day <= ? AND r.customer_id > ? AND r.customer_id <= ? ORDER BY r.customer_id, r.day
"""
CATEGORIES = """
SELECT DISTINCT r.customer_id, i.category FROM receipts r JOIN lines l ON l.receipt_id = r.id
JOIN items i ON i.id = l.item_id WHERE r.kind = 'sale' AND r.day <= ? AND r.customer_id > ? AND r.customer_id <= ?
AND i.category <> ''
"""
REWARDS = """
SELECT customer_id, count(DISTINCT day) FROM movements m WHERE kind = 'redeem' AND day <= ? AND customer_id > ?
AND customer_id <= ? AND NOT EXISTS (SELECT 1 FROM movements b WHERE b.reverses = m.id) GROUP BY customer_id
"""


class Background(NamedTuple):
    """What stands behind everybody's reasons as of one day; those of whom nothing shows are left out."""

    hints: dict[int, Hints]
    tests: dict[int, tuple[Test, ...]]


class Sale(NamedTuple):
    """One visit, as far as hints go."""

    customer_id: int
    day: int
    second: int | None
    discounted: bool | None
    staff: int | None


def background(shop: "Shop", season: "Season", events: Sequence[Event]) -> Background:
    """Everybody's hints and stress tests; takes a second or two for 50,000 customers, so it belongs in a thread."""
    found = pasts(shop, season.as_of)
    shows = usual(list(found.values()))
    hinted = {customer: hints(past, shows) for customer, past in found.items()}
    tested = {customer: tests(past.days, events, season) for customer, past in found.items()} if events else {}
    return Background(
        {customer: some for customer, some in hinted.items() if some.behaviour or some.hooks},
        {customer: some for customer, some in tested.items() if some},
    )


def pasts(shop: "Shop", day: int) -> dict[int, Past]:
    """The past of everybody who bought up to a day; the merged are one person."""
    roots = shop.customers.roots()
    sales: dict[int, list[Sale]] = defaultdict(list)
    categories: dict[int, set[str]] = defaultdict(set)
    redeemed: Counter[int] = Counter()
    for start, end in shop.customers.chunks():
        some = (day, start, end)
        for row in shop.conn.execute(SALES, some).fetchall():
            sales[roots.get(row[0], row[0])].append(Sale(*row))
        for customer, category in shop.conn.execute(CATEGORIES, some).fetchall():
            categories[roots.get(customer, customer)].add(category)
        for customer, count in shop.conn.execute(REWARDS, some).fetchall():
            redeemed[roots.get(customer, customer)] += count
    return {customer: past(theirs, len(categories[customer]), redeemed[customer]) for customer, theirs in sales.items()}


def past(sales: Iterable[Sale], categories: int, redeemed: int) -> Past:
    """One customer's visits, counted."""
    sales = list(sales)
    return Past(
        len(sales),
        sorted({sale.day for sale in sales}),
        sum(bool(sale.discounted) for sale in sales),
        redeemed,
        categories,
        Counter(slot(sale.day, sale.second) for sale in sales if sale.second is not None),
        Counter(sale.staff for sale in sales if sale.staff is not None),
    )


def tests(days: Sequence[int], events: Sequence[Event], season: "Season") -> tuple[Test, ...]:
    """How somebody met what happened to the shop: only those who came more than once before it and weren't lost."""
    found = []
    for event in events:
        before = [day for day in days if day <= event.day]
        if len(before) > 1:
            gap = gap_at(before, event.day, season)
            met = test(event, gap, days, season.as_of, season.open_days) if gap else None
            found += [met] if met else []
    return tuple(found)


def gap_at(before: Sequence[int], day: int, season: "Season") -> float | None:
    """Somebody's usual gap in days as of a day; None where they were lost by then."""
    between = season.open_days.between
    seen = Visits(len(before) - 1, between(before[0], before[-1]), between(before[0], day))
    then = score(season.model, seen, season.horizon)
    return None if rhythm(season.model, seen, then, season.horizon) == "lost" else then.usual_gap
