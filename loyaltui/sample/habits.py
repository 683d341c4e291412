"""How the sample café's customers come: kinds of habit, how many people have each, and their days and orders."""

from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from loyaltui.sample.calendar import COLLEAGUE_LEFT, FIRST, LAST, PRICES_ROSE, is_open, weekday
from loyaltui.sample.menu import BEANS, LEAVER, categories_at, of_category

LEFT, ROSE = LAST - COLLEAGUE_LEFT, LAST - PRICES_ROSE  # in days before the last one
LONGEST = LAST - FIRST
SLOTS = ((8 * 60 + 25, 12, 7), (10 * 60 + 30, 15, 3), (12 * 60 + 30, 12, 5), (15 * 60 + 55, 12, 5))
WEEKDAY_WEIGHTS = (3, 3, 4, 4, 7, 5, 2)
NEARBY = (-2, -1, 0, 0, 1, 2)  # days from their weekday, for those who stray
STRAYS = 0.75  # of all who don't come every day


class Kind(NamedTuple):
    """One kind of habit. `since` and `until`: the range of days before the last one when they first and last came
    (until (0, 0): they still come); `weekdays` how many days a week are theirs, `chance` that they come on one."""

    people: int
    since: tuple[int, int]
    until: tuple[int, int]
    weekdays: int
    chance: float
    deals: float = 0.04
    wanted: str = ""


STILL = (0, 0)
KINDS = {
    "daily": Kind(8, (230, 690), STILL, 5, 0.82),
    "often": Kind(10, (100, LONGEST), STILL, 2, 0.8),
    "weekly": Kind(66, (60, 480), STILL, 1, 0.86),
    "for the deal": Kind(8, (300, 600), STILL, 1, 0.8, deals=0.85),
    "fortnightly": Kind(40, (150, 640), STILL, 1, 0.45),
    "monthly": Kind(46, (200, LONGEST), STILL, 1, 0.22),
    "seldom": Kind(40, (300, LONGEST), STILL, 7, 0.012),
    "daily until lately": Kind(5, (150, 420), (12, 17), 5, 0.8),
    "weekly until lately": Kind(34, (120, 450), (24, 48), 1, 0.9),
    "just begun": Kind(14, (15, 40), STILL, 2, 0.6),
    "once, lately": Kind(34, (0, 30), STILL, 0, 0),
    "once, long ago": Kind(43, (60, LONGEST), STILL, 0, 0),
    "moved away": Kind(36, (420, 700), (110, 410), 1, 0.7),
    "came for a colleague": Kind(8, (LEFT + 120, LEFT + 400), (LEFT - 8, LEFT + 3), 2, 0.75, wanted=LEAVER),
    "found it too dear": Kind(8, (ROSE + 120, LONGEST), (ROSE - 10, ROSE + 5), 1, 0.85, deals=0.6),
}


@dataclass(frozen=True)
class Habit:
    """One person's ways. `minute` of the day give or take `spread`; `usual`: what they take when they take the same;
    `strays`: a day or two before or after their weekday is as good."""

    kind: str
    first: int
    last: int
    weekdays: frozenset[int]
    minute: int
    spread: int
    usual: tuple[str, ...]
    own_cup: bool
    strays: bool

    def days(self, rng: Random) -> list[int]:
        """The days they came: the first for certain, the others as their kind does."""
        chance = KINDS[self.kind].chance
        days = {self.first}
        for day in range(self.first + 1, self.last + 1):
            if weekday(day) in self.weekdays and rng.random() < chance:
                days.add(day + rng.choice(NEARBY) if self.strays else day)
        return sorted(day for day in days if self.first <= day <= self.last and is_open(day))

    def order(self, rng: Random) -> tuple[str, ...]:
        """What they take this time: mostly the usual, now and then beans to take home or something else."""
        if rng.random() < 0.03:
            return (*self.usual[:1], rng.choice(of_category(BEANS)).name)
        return self.usual if rng.random() < 0.78 else usual(rng, self.minute)


def usual(rng: Random, minute: int) -> tuple[str, ...]:
    """One or two things that fit the time of the day."""
    main, side = categories_at(minute)
    taken = (rng.choice(of_category(main)).name,)
    return (*taken, rng.choice(of_category(side)).name) if rng.random() < 0.16 else taken


def habit(rng: Random, name: str) -> Habit:
    """Somebody's own version of a kind of habit."""
    kind = KINDS[name]
    first = next_open(LAST - rng.randint(*kind.since))
    last = LAST - rng.randint(*kind.until) if kind.weekdays else first
    minute, spread, _ = rng.choices(SLOTS, [weight for *_, weight in SLOTS])[0]
    if name == "for the deal":
        minute, spread, _ = SLOTS[-1]
    minute += rng.randint(-15, 15)
    return Habit(
        name,
        first,
        last,
        weekdays_of(rng, kind.weekdays),
        minute,
        spread if 0 < kind.weekdays < 7 else 90,
        usual(rng, minute),
        rng.random() < 0.12,
        kind.weekdays < 5 and rng.random() < STRAYS,
    )


def next_open(day: int) -> int:
    """The day itself, or the next one the café is open."""
    return next(one for one in range(day, day + 30) if is_open(one))


def weekdays_of(rng: Random, count: int) -> frozenset[int]:
    """Which days of the week are theirs; five are Monday to Friday."""
    if count in (5, 7):
        return frozenset(range(count))
    found: set[int] = set()
    while len(found) < count:
        found.add(rng.choices(range(7), WEEKDAY_WEIGHTS)[0])
    return frozenset(found)


def habits(rng: Random) -> list[Habit]:
    """Everybody's habit, kind by kind."""
    return [habit(rng, name) for name, kind in KINDS.items() for _ in range(kind.people)]


def moved(habit: Habit, weekdays: frozenset[int], minute: int, usual: tuple[str, ...]) -> Habit:
    """The same habit kept strictly, on other days, at another time, with another order."""
    return replace(habit, weekdays=weekdays, minute=minute, spread=8, usual=usual, strays=False)
