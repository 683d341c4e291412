"""A version of how points are earned: what for, how many, for whom more, and how long they last."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Literal

from loyaltui.core.text import fold

Basis = Literal["amount", "visit", "item"]
DAY = 86_400  # seconds


@dataclass(frozen=True)
class Boost:
    """`times` the points (0: none at all), for an item or category called `what`, or for a time: on these weekdays
    (0 is Monday; none: any), on this one day, from `start` up to `end` (seconds of the day)."""

    times: int
    what: str = ""
    weekdays: tuple[int, ...] = ()
    day: int | None = None
    start: int = 0
    end: int = DAY

    def holds_on(self, day: int, second: int | None) -> bool:
        """Whether a sale of that time gets it; where no time is known, only a boost of whole days can hold."""
        if self.what or (self.day is not None and self.day != day):
            return False
        if self.weekdays and date.fromordinal(day).weekday() not in self.weekdays:
            return False
        return (self.start, self.end) == (0, DAY) if second is None else self.start <= second < self.end


@dataclass(frozen=True)
class Rule:
    """One version of the programme's rule, in force from a day on; money in minor units.

    per "amount": one point for every `size` paid; "visit": `size` points each visit; "item": `size` points for each
    piece of the item or category `what`. A sale of less than `least` earns nothing. `carry`: what rounding leaves over
    counts at the next visit. `welcome`, `birthday`, `referral`: points once for joining, once a year, once for each
    friend who has bought. `lasts`: days after which points lapse, None: never.
    """

    id: int
    from_day: int
    per: Basis
    size: int
    what: str = ""
    least: int = 0
    before_tax: bool = False
    carry: bool = True
    boosts: tuple[Boost, ...] = ()
    welcome: int = 0
    birthday: int = 0
    referral: int = 0
    lasts: int | None = None

    @property
    def needs_lines(self) -> bool:
        """Whether what was bought makes a difference."""
        return self.per == "item" or any(boost.what for boost in self.boosts)

    @property
    def most(self) -> int:
        """The largest number that anything is multiplied by: of an item, at a time, both together."""
        items = max((boost.times for boost in self.boosts if boost.what), default=1)
        times = max((boost.times for boost in self.boosts if not boost.what), default=1)
        return max(items, 1) * max(times, 1)

    @property
    def spec(self) -> str:
        """What the shop's file keeps of it: all but its number and its day, where it isn't as usual."""
        usual = {field.name: field.default for field in fields(self)}
        kept = {name: value for name, value in asdict(self).items() if value != usual[name]}
        return json.dumps({name: value for name, value in kept.items() if name not in ("id", "from_day")})

    def expires(self, day: int) -> int | None:
        """The last day on which points earned on a day can be spent; None: they never lapse."""
        return None if self.lasts is None else day + self.lasts

    def times_of(self, item: str, category: str) -> int:
        """What the points of an item are multiplied by: the word on the item itself, else on its category, else 1."""
        names = [fold(name) for name in (item, category) if name]
        said = {fold(boost.what): boost.times for boost in self.boosts if boost.what}
        return next((said[name] for name in names if name in said), 1)

    def times_on(self, day: int, second: int | None) -> int:
        """What the points of a time are multiplied by: the most of what holds then, else 1."""
        return max((boost.times for boost in self.boosts if boost.holds_on(day, second)), default=1)


def rule_of(number: int, from_day: int, spec: str) -> Rule:
    """A rule as the shop's file keeps it."""
    kept = json.loads(spec)
    boosts = tuple(Boost(**one | {"weekdays": tuple(one["weekdays"])}) for one in kept.pop("boosts", ()))
    return Rule(number, from_day, boosts=boosts, **kept)


def rule_on(rules: Iterable[Rule], day: int) -> Rule | None:
    """The rule in force on a day; None before the programme began."""
    begun = [rule for rule in rules if rule.from_day <= day]
    return max(begun, key=lambda rule: (rule.from_day, rule.id), default=None)
