"""A counter visit and a till's receipt that are one sale: the counter says who, the till says how much.

Without this, whoever logs at the counter and brings in the till's sales in the evening counts everything twice. A wrong
pair gives one person's coffee to another: the name or the amount has to agree, or nobody else may have been near.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from operator import attrgetter
from typing import Literal, NamedTuple, TypeVar

MINUTE, DAY = 60, 86_400  # seconds
DAY_BEGINS = 14_400  # 04:00: a bar's last round belongs to the evening before

Rule = Literal["a", "b", "c", "d", "e"]


class Visit(NamedTuple):
    """A visit logged at the counter that no till's receipt has met yet.

    `customer`: the person kept, where two were merged. `day`: date.toordinal(); `second`: since midnight, None where no
    time is known, both on the shop's wall clock. `amount`: minor units, None is "the till will say".
    """

    id: int
    customer: int
    day: int
    second: int | None
    amount: int | None


class Sale(NamedTuple):
    """A till's sale that no visit has met yet; `customer` None is nobody's, the rest as in a visit.

    Refunds and voids never get here: there is no field to say one, and an amount below zero meets nobody.
    """

    id: int
    customer: int | None
    day: int
    second: int | None
    amount: int


class Pair(NamedTuple):
    """A visit and a sale, by their ids, and the rule that brought them together."""

    visit: int
    sale: int
    rule: Rule


class Matching(NamedTuple):
    """`pairs` are one sale each, `doubtful` ones (rule e) have to be asked about; in order of the visits' ids."""

    pairs: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]


One = TypeVar("One", Visit, Sale)
Group = tuple[list[Visit], list[Sale]]
Met = Iterator[tuple[Visit, Sale]]


def match(visits: Iterable[Visit], sales: Iterable[Sale]) -> Matching:
    """Which visits and sales are one, per shop day and one to one, whatever the order they are given in."""
    days: dict[int, Group] = {}
    for visit in visits:
        days.setdefault(shop_day(visit.day, visit.second), ([], []))[0].append(visit)
    for sale in sales:
        if sale.amount >= 0 and (day := days.get(shop_day(sale.day, sale.second))):
            day[1].append(sale)
    found = sorted(pair for day in days.values() for pair in _pairs(*day))
    doubtful = tuple(pair for pair in found if pair.rule == "e")
    return Matching(tuple(pair for pair in found if pair.rule != "e"), doubtful)


def shop_day(day: int, second: int | None) -> int:
    """The day (ordinal) that a moment belongs to in the shop, from 04:00 to 04:00; without a time, the calendar's."""
    return day - 1 if second is not None and second < DAY_BEGINS else day


def _pairs(visits: list[Visit], sales: list[Sale]) -> Iterator[Pair]:
    """The pairs of one shop day: every step sees what those before it left."""
    for step in STEPS:
        met = [pair for some, theirs in _grouped(visits, sales, step) for pair in step.meet(some, theirs)]
        yield from (Pair(visit.id, sale.id, step.rule) for visit, sale in met)
        if met:
            gone_visits, gone_sales = {visit.id for visit, _ in met}, {sale.id for _, sale in met}
            visits = [visit for visit in visits if visit.id not in gone_visits]
            sales = [sale for sale in sales if sale.id not in gone_sales]


def _grouped(visits: list[Visit], sales: list[Sale], step: "Step") -> Iterable[Group]:
    """The visits and sales of which any two may meet in a step."""
    groups: dict[Hashable, Group] = {}
    for visit in visits:
        if step.told is None or step.told is (visit.amount is not None):
            groups.setdefault(step.by(visit), ([], []))[0].append(visit)
    for sale in sales if groups else ():
        if step.named is (sale.customer is not None) and (group := groups.get(step.by(sale))):
            group[1].append(sale)
    return (group for group in groups.values() if group[1])


def _moment(one: Visit | Sale) -> int:
    """Seconds on a clock that midnight doesn't stop."""
    return one.day * DAY + (one.second or 0)


def _order(one: Visit | Sale) -> tuple[bool, int, int]:
    """The earlier first, then the lower id; those without a time last."""
    return one.second is None, _moment(one), one.id


def _timed(ones: list[One]) -> list[One]:
    """Those with a time, in order; of the others nobody can say that they are within minutes of anything."""
    return sorted((one for one in ones if one.second is not None), key=_order)


def _near(ones: list[One], other: Visit | Sale, within: int) -> list[One]:
    """Those, of some in order of time, that are at most so many seconds from another."""
    first = bisect_left(ones, _moment(other) - within, key=_moment)
    return ones[first : bisect_right(ones, _moment(other) + within, lo=first, key=_moment)]


def _nearest(within: int, visits: list[Visit], sales: list[Sale]) -> Met:
    """Nearest in time first, at most so many seconds apart; as near: the earlier first, then the lower ids.

    Any two of a group may meet, so over a whole day greedy leaves nobody alone who could be met, and only says which of
    two flat whites was which. Within minutes somebody may stay alone, but never because of a pair further apart.
    """
    sales = _timed(sales)
    possible = sorted(
        (abs(_moment(one) - _moment(other)), min(_moment(one), _moment(other)), one.id, other.id, one, other)
        for one in _timed(visits)
        for other in _near(sales, one, within)
    )
    met_visits, met_sales = set[int](), set[int]()
    for *_, visit, sale in possible:
        if visit.id not in met_visits and sale.id not in met_sales:
            met_visits.add(visit.id)
            met_sales.add(sale.id)
            yield visit, sale


def _untimed(visits: list[Visit], sales: list[Sale]) -> Met:
    """One after the other: nobody can say how far apart they are."""
    return zip(sorted(visits, key=_order), sorted(sales, key=_order), strict=False)


def _only(visits: list[Visit], sales: list[Sale]) -> Met:
    """The one visit and the one sale that are left, unless the counter named another amount."""
    if len(visits) == len(sales) == 1 and visits[0].amount is None:
        yield visits[0], sales[0]


def _unmistakable(within: int, visits: list[Visit], sales: list[Sale]) -> Met:
    """Those within so many seconds of each other and of nobody else."""
    visits, sales = _timed(visits), _timed(sales)
    for visit in visits:
        near = _near(sales, visit, within)
        if len(near) == 1 and len(_near(visits, near[0], within)) == 1:
            yield visit, near[0]


class Step(NamedTuple):
    """Part of a rule, for visits whose amount was told at the counter or left open (None: both) and sales with or
    without a name; of these, any two that are the same `by` something may meet."""

    rule: Rule
    told: bool | None
    named: bool
    by: Callable[[Visit | Sale], Hashable]
    meet: Callable[[list[Visit], list[Sale]], Met]


PERSON, AMOUNT, BOTH = attrgetter("customer"), attrgetter("amount"), attrgetter("customer", "amount")

STEPS = (
    Step("a", told=True, named=True, by=BOTH, meet=partial(_nearest, DAY)),
    Step("a", told=True, named=True, by=BOTH, meet=_untimed),
    Step("b", told=False, named=True, by=PERSON, meet=partial(_nearest, 30 * MINUTE)),
    Step("b", told=None, named=True, by=PERSON, meet=_only),
    Step("c", told=True, named=False, by=AMOUNT, meet=partial(_nearest, 10 * MINUTE)),
    Step("d", told=False, named=False, by=lambda _: "anybody", meet=partial(_unmistakable, 3 * MINUTE)),
    Step("e", told=True, named=True, by=PERSON, meet=partial(_nearest, 10 * MINUTE)),
)
