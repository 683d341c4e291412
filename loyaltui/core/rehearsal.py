"""A changed programme, replayed over a year that has been: what the old and the new one would have given, to whom."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from loyaltui.core.bonus import BIRTHDAY_EVERY, birthday_near
from loyaltui.core.earning import NOTHING, Earn, Sale, earn, take_back
from loyaltui.core.reward import Worth, valued
from loyaltui.core.rule import Rule

ANYWAY = 0.70  # a chance of coming back above which somebody would have come without points
MOST_NAMED = 5  # of those who gain most


class Plan(NamedTuple):
    """One programme: its rule (None: no points), and what a point is worth, as minor units for so many points."""

    rule: Rule | None
    worth: tuple[int, int]


class Deed(NamedTuple):
    """A sale, or (`refund`) money given back, its amount below zero; `of`: the receipt that it takes back, if known."""

    receipt_id: int
    sale: Sale
    refund: bool = False
    of: int | None = None


class Past(NamedTuple):
    """Somebody's year: what they did, oldest first; the day they joined; their birthday, "" where not known; who sent
    them, and the day they said so."""

    customer_id: int
    deeds: list[Deed]
    joined: int
    birthday: str = ""
    friend: tuple[int, int] | None = None


class Given(NamedTuple):
    """Points that somebody would have got on a day; below zero: taken back."""

    customer_id: int
    day: int
    points: int


@dataclass(frozen=True)
class Month:
    """What each would have given in a month ("2026-05")."""

    month: str
    old: Worth
    new: Worth


@dataclass(frozen=True)
class Gain:
    """What somebody would have got; `more_minor`: how much more it is worth under the new one."""

    customer_id: int
    old_points: int
    new_points: int
    more_minor: int


@dataclass(frozen=True)
class Group:
    """What some people would have got."""

    customers: int
    old: Worth
    new: Worth


@dataclass(frozen=True)
class Rehearsal:
    """The old programme and the new one over the same sales. These names are a promise to other programs.

    `since`, `until`: the days replayed, ISO. `members`: of the programme, who came; their `sales_minor`; `outside`: who
    came and isn't in it. `gaining`, `losing`: people. `anyway`: whose chance of coming back was above 0.7 at the start;
    `doubtful`: the others; `unknown`: who came only later.
    """

    since: str
    until: str
    members: int
    outside: int
    sales_minor: int
    old: Worth
    new: Worth
    months: list[Month]
    gaining: int
    losing: int
    gain_most: list[Gain]
    anyway: Group
    doubtful: Group
    unknown: Group


class Rehearsing:
    """Replays one person after the other. `members`: everybody in the programme, from whatever day."""

    def __init__(self, old: Plan, new: Plan, since: int, until: int, members: Mapping[int, int]) -> None:
        self.plans = (old, new)
        self.since, self.until, self.members = since, until, members
        self.came: set[int] = set()
        self.sales = 0
        self.by_person: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
        self.by_month: tuple[Counter[str], Counter[str]] = (Counter(), Counter())

    def replay(self, past: Past) -> None:
        """Somebody's year under both."""
        self.came.add(past.customer_id)
        self.sales += sum(deed.sale.amount or 0 for deed in past.deeds)
        for plan, people, months in zip(self.plans, self.by_person, self.by_month, strict=True):
            for given in replayed(plan.rule, past, self.since) if plan.rule else ():
                if given.customer_id in self.members:
                    people[given.customer_id] += given.points
                    months[month_of(given.day)] += given.points

    def result(self, chances: Mapping[int, float], outside: int) -> Rehearsal:
        """What it came to. `chances`: of coming back, as of the start, of who was known then."""
        everybody = self.came.union(*self.by_person)
        gains = sorted((self._gain(who) for who in everybody), key=lambda gain: (-gain.more_minor, gain.customer_id))
        anyway = [who for who in everybody if chances.get(who, 0) > ANYWAY]
        doubtful = [who for who in everybody if 0 <= chances.get(who, -1) <= ANYWAY]
        return Rehearsal(
            date.fromordinal(self.since).isoformat(),
            date.fromordinal(self.until).isoformat(),
            len(self.came),
            outside,
            self.sales,
            *self._costs(*(people.total() for people in self.by_person)),
            [Month(month, *self._costs(*(some[month] for some in self.by_month))) for month in self._months()],
            sum(gain.more_minor > 0 for gain in gains),
            sum(gain.more_minor < 0 for gain in gains),
            [gain for gain in gains[:MOST_NAMED] if gain.more_minor > 0],
            self._group(anyway),
            self._group(doubtful),
            self._group([who for who in everybody if who not in chances]),
        )

    def _months(self) -> list[str]:
        days = range(self.since, self.until + 1)
        return list(dict.fromkeys(month_of(day) for day in days))

    def _costs(self, old: int, new: int) -> tuple[Worth, Worth]:
        return valued(old, self.plans[0].worth), valued(new, self.plans[1].worth)

    def _gain(self, who: int) -> Gain:
        old, new = self._costs(*(people[who] for people in self.by_person))
        return Gain(who, old.points, new.points, new.minor - old.minor)

    def _group(self, some: Iterable[int]) -> Group:
        some = list(some)
        return Group(len(some), *self._costs(*(sum(people[who] for who in some) for people in self.by_person)))


def replayed(rule: Rule, past: Past, since: int) -> Iterator[Given]:
    """What somebody's year would have brought under a rule, them and whoever sent them."""
    who, carried, held = past.customer_id, 0, dict[int, Earn]()
    last_birthday, friend = since - BIRTHDAY_EVERY - 1, past.friend
    if rule.welcome and past.joined >= since:
        yield Given(who, past.joined, rule.welcome)
    for deed in past.deeds:
        day = deed.sale.day
        if deed.refund:
            points, carried = refunded(rule, deed, held, carried)
            yield Given(who, day, points)
            continue
        earned = earn(rule, deed.sale, carried)
        if earned == NOTHING:
            continue
        carried += earned.crumbs
        held[deed.receipt_id] = Earn(deed.receipt_id, *earned, rule)
        yield Given(who, day, earned.points)
        due = rule.birthday and past.birthday and day > last_birthday + BIRTHDAY_EVERY
        if due and birthday_near(past.birthday, day):
            last_birthday = day
            yield Given(who, day, rule.birthday)
        if rule.referral and friend and friend[1] <= day:
            yield Given(friend[0], day, rule.referral)
            friend = None


def refunded(rule: Rule, refund: Deed, held: dict[int, Earn], carried: int) -> tuple[int, int]:
    """The points that a refund takes from what is `held` (below zero), and the crumbs that wait then."""
    crumbs, points = {rule.id: carried}, 0
    for one, taken in take_back(refundable(held, refund), -(refund.sale.amount or 0), crumbs):
        left = (one.points + taken.points, one.crumbs + taken.crumbs, one.paid + taken.paid)
        held[one.id] = Earn(one.id, *left, rule)
        points += taken.points
    return points, crumbs[rule.id]


def refundable(held: Mapping[int, Earn], refund: Deed) -> list[Earn]:
    """What a refund takes from: its own sale where that is known, else the latest first."""
    if refund.of is not None:
        return [held[refund.of]] if refund.of in held else []
    return list(reversed(list(held.values())))


@lru_cache(maxsize=1000)
def month_of(day: int) -> str:
    """The month of a day, as "2026-05"."""
    return date.fromordinal(day).isoformat()[:7]
