"""A counter visit and a till's receipt that are one sale: the counter says who, the till says how much.

Without this, whoever logs at the counter and brings in the till's sales in the evening counts everything twice. A wrong
pair gives one person's coffee to another, so where two answers are as good the rules find none.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeVar

MINUTE = 60  # seconds
DAY = 86_400
DAY_BEGINS = 4 * 60 * MINUTE  # a bar's last round belongs to the evening before

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
    """`pairs` are one sale, `doubtful` ones (rule e) are to be asked about; nobody is in two pairs. In order of the visits' ids."""

    pairs: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]


Met = Iterator[tuple[Visit, Sale]]
Meet = Callable[[Sequence[Visit], Sequence[Sale]], Met]
Line = defaultdict[int, tuple[list[Visit], list[Sale]]]  # who stands at which moment
One = TypeVar("One", Visit, Sale)


def match(visits: Iterable[Visit], sales: Iterable[Sale]) -> Matching:
    """Which visits and sales are one, per shop day and one to one, whatever the order they are given in."""
    days: defaultdict[int, tuple[list[Visit], list[Sale]]] = defaultdict(lambda: ([], []))
    for visit in visits:
        days[shop_day(visit.day, visit.second)][0].append(visit)
    for sale in sales:
        day = shop_day(sale.day, sale.second)
        if day in days and sale.amount >= 0:
            days[day][1].append(sale)
    found = sorted(pair for day in days.values() for pair in _pairs(*day))
    return Matching(
        tuple(pair for pair in found if pair.rule != "e"), tuple(pair for pair in found if pair.rule == "e")
    )


def shop_day(day: int, second: int | None) -> int:
    """The day (ordinal) a moment belongs to in the shop, from 04:00 to 04:00; without a time, the calendar's."""
    return day - 1 if second is not None and second < DAY_BEGINS else day


def _pairs(visits: Sequence[Visit], sales: Sequence[Sale]) -> Iterator[Pair]:
    """The pairs of one shop day: each rule sees what the ones before it left."""
    for step in STEPS:
        met_visits, met_sales = set[int](), set[int]()
        for some, theirs in _grouped(visits, sales, step):
            for visit, sale in step.meet(some, theirs):
                met_visits.add(visit.id)
                met_sales.add(sale.id)
                yield Pair(visit.id, sale.id, step.rule)
        if met_visits:
            visits = [visit for visit in visits if visit.id not in met_visits]
            sales = [sale for sale in sales if sale.id not in met_sales]


def _grouped(visits: Sequence[Visit], sales: Sequence[Sale], step: "Step") -> Iterator[tuple[list[Visit], list[Sale]]]:
    """The visits and sales of which any two may meet by this step, where there are both."""
    groups: dict[Hashable, tuple[list[Visit], list[Sale]]] = {}
    for visit in visits:
        if (key := step.of_visit(visit)) is not None:
            groups.setdefault(key, ([], []))[0].append(visit)
    for sale in sales if groups else ():
        if (key := step.of_sale(sale)) in groups:
            groups[key][1].append(sale)
    return (group for group in groups.values() if group[1])


def _moment(one: Visit | Sale) -> int:
    """Seconds on a clock that midnight doesn't stop."""
    return one.day * DAY + (one.second or 0)


def _order(one: Visit | Sale) -> tuple[bool, int, int]:
    """The earlier first, then the lower id; those without a time last."""
    return one.second is None, _moment(one), one.id


def _timed(ones: Sequence[One]) -> list[One]:
    """Those whose time is known, in order: of the others nobody can say that they are within minutes of anything."""
    return sorted((one for one in ones if one.second is not None), key=_order)


def _nearest(within: int) -> Meet:
    """Nearest in time first, at most so many seconds apart; as near: the earlier first, then the lower ids.

    Any two of a group may meet. So without a limit greedy leaves nobody out who could have been met, and of two flat
    whites only says which is which; with one, somebody may stay alone, but never because of a pair further apart.
    Only neighbours in time can be nearest, so nothing else is looked at, however many equal sales a day has.
    """

    def meet(visits: Sequence[Visit], sales: Sequence[Sale]) -> Met:
        line: Line = defaultdict(lambda: ([], []))
        for visit in reversed(_timed(visits)):
            line[_moment(visit)][0].append(visit)
        for sale in reversed(_timed(sales)):
            line[_moment(sale)][1].append(sale)
        for earlier, later in _neighbours(line, within):
            for here, there in ((earlier, later), (later, earlier)):
                while line[here][0] and line[there][1]:
                    yield line[here][0].pop(), line[there][1].pop()

    return meet


def _neighbours(line: Line, within: int) -> Iterator[tuple[int, int]]:
    """Moments with nobody between them, nearest first, each with itself to begin with; the emptied drop out."""
    moments = sorted(line)
    if not moments:
        return
    ends = moments[0] - within - 1, moments[-1] + within + 1  # too far to be reached, so that all have neighbours
    steps = [*pairwise([ends[0], *moments, ends[1]])]
    before, after = {later: earlier for earlier, later in steps}, dict(steps)
    near = [(later - earlier, earlier, later) for earlier, later in (*steps, *zip(moments, moments, strict=True))]
    heapify(near)
    while near and near[0][0] <= within:
        _, earlier, later = heappop(near)
        if earlier not in line or later not in line:
            continue
        yield earlier, later
        for empty in [moment for moment in {earlier, later} if not any(line[moment])]:
            del line[empty]
            left, right = before.pop(empty), after.pop(empty)
            after[left], before[right] = right, left
            heappush(near, (right - left, left, right))


def _untimed(visits: Sequence[Visit], sales: Sequence[Sale]) -> Met:
    """Whoever is left when the times have been compared; how far apart they are can't be said."""
    return zip(sorted(visits, key=_order), sorted(sales, key=_order), strict=False)


def _only(visits: Sequence[Visit], sales: Sequence[Sale]) -> Met:
    """The one visit and the one sale left; a visit that names an amount has to be asked about instead."""
    if len(visits) == len(sales) == 1 and visits[0].amount is None:
        yield visits[0], sales[0]


def _unmistaken(within: int) -> Meet:
    """Those within so many seconds of each other and of nobody else."""

    def meet(visits: Sequence[Visit], sales: Sequence[Sale]) -> Met:
        visits, sales = _timed(visits), _timed(sales)
        for visit in visits:
            sale = _alone(sales, _moment(visit), within)
            if sale and _alone(visits, _moment(sale), within):
                yield visit, sale

    return meet


def _alone(ones: Sequence[One], moment: int, within: int) -> One | None:
    """The only one of some, in order of time, within so many seconds of a moment."""
    first = bisect_left(ones, moment - within, key=_moment)
    last = bisect_right(ones, moment + within, key=_moment)
    return ones[first] if last - first == 1 else None


class Step(NamedTuple):
    """One step of a rule: visits and sales of equal keys may meet, those whose key is None take no part."""

    rule: Rule
    of_visit: Callable[[Visit], Hashable]
    of_sale: Callable[[Sale], Hashable]
    meet: Meet


def _who_and_amount(one: Visit | Sale) -> Hashable:
    return None if one.customer is None or one.amount is None else (one.customer, one.amount)


def _who(one: Visit | Sale) -> Hashable:
    return one.customer


def _who_left_it_open(visit: Visit) -> Hashable:
    return visit.customer if visit.amount is None else None


STEPS = (
    Step("a", _who_and_amount, _who_and_amount, _nearest(DAY)),
    Step("a", _who_and_amount, _who_and_amount, _untimed),
    Step("b", _who_left_it_open, _who, _nearest(30 * MINUTE)),
    Step("b", _who, _who, _only),
    Step("c", lambda v: v.amount, lambda s: s.amount if s.customer is None else None, _nearest(10 * MINUTE)),
    Step("d", lambda v: v.amount is None or None, lambda s: s.customer is None or None, _unmistaken(3 * MINUTE)),
    Step("e", lambda v: None if v.amount is None else v.customer, _who, _nearest(10 * MINUTE)),
)
