"""The programme on a usual sale: what it earns, how many of them bring a reward, what part of the money comes back."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from loyaltui.core.earning import WHOLE, Bought, Sale, counted, earn
from loyaltui.core.reward import Reward
from loyaltui.core.rule import Rule


class Usual(NamedTuple):
    """What is sold most often here, and its price in minor units; without an item: what a sale usually comes to."""

    item: str
    category: str
    price: int


class Example(NamedTuple):
    """What a usual sale comes to, nothing doubled for its time.

    `every`: so many of them bring `reward`, the one that is reached first; None where none is. `back`: the largest part
    of the money that a reward gives back, 0..1; `most`: the same at a time when most is given.
    """

    usual: Usual
    points: int
    reward: Reward | None
    every: int | None
    back: float
    most: float


def example(rule: Rule, rewards: Iterable[Reward], usual: Usual) -> Example:
    """The programme on a usual sale."""
    times = max((boost.times for boost in rule.boosts if not boost.what), default=1)
    plain = replace(rule, boosts=tuple(boost for boost in rule.boosts if boost.what))
    lines = (Bought(usual.item, usual.category, WHOLE, usual.price),) if usual.item else ()
    sale = Sale(usual.price, 1, lines=lines)
    points = earn(plain, sale, 0).points
    exact = Fraction(points)
    if rule.per == "amount" and rule.carry and usual.price >= rule.least:
        exact = Fraction(counted(plain, sale), rule.size)
    rewards = list(rewards)
    first = min(rewards, key=lambda reward: reward.points, default=None) if exact else None
    every = None if first is None else -int(-first.points // exact)
    rates = (float(reward.worth_with(usual.price) * exact / reward.points / usual.price) for reward in rewards)
    back = max(rates, default=0.0)
    return Example(usual, points, first, every, back, back * max(times, 1))
