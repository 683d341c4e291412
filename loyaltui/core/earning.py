"""What a sale earns and what a refund takes back, in whole points; LEDGER: nothing is lost to rounding."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Basis = Literal["amount", "visit"]


@dataclass(frozen=True)
class Rule:
    """One version of how points are earned, in force from a day on.

    per "amount": one point for every `size` minor units paid; per "visit": `size` points each visit.
    """

    id: int
    from_day: int
    per: Basis
    size: int


class Earned(NamedTuple):
    """Points and crumbs, in minor units: per amount, what doesn't make a whole point yet, so that over a customer and a
    rule sum(points) * size + sum(crumbs) = sum of what was paid; per visit, what was paid for the points."""

    points: int
    crumbs: int


class Earn(NamedTuple):
    """What is left of one booked earn: its id, and the points and crumbs not taken back yet."""

    id: int
    points: int
    crumbs: int
    rule: Rule

    @property
    def basis(self) -> int:
        """The money, in minor units, that what is left was earned on."""
        return self.crumbs + (self.points * self.rule.size if self.rule.per == "amount" else 0)


def rule_on(rules: Iterable[Rule], day: int) -> Rule | None:
    """The rule in force on a day; None before the programme began."""
    begun = [rule for rule in rules if rule.from_day <= day]
    return max(begun, key=lambda rule: (rule.from_day, rule.id), default=None)


def earn(rule: Rule, amount: int | None, carried: int) -> Earned:
    """What a sale of `amount` minor units earns; `carried` is the sum of the crumbs so far under this rule.

    A sale whose amount isn't known yet earns per visit, and per amount once the till has said it.
    """
    if rule.per == "visit":
        return Earned(rule.size, amount or 0)
    if amount is None:
        return Earned(0, 0)
    points = max(0, (carried + amount) // rule.size)  # below zero: a refund took crumbs; the next sales fill the hole
    return Earned(points, amount - points * rule.size)


def take_back(earns: Iterable[Earn], refunded: int, carried: dict[int, int]) -> Iterator[tuple[Earn, Earned]]:
    """What a refund of `refunded` minor units takes from each earn, in the order given, as negative points and crumbs.

    In proportion, at each earn's own rate; a whole refund takes all that is left, and never more. `carried`: the sum of
    the customer's crumbs by rule, kept up to date; where a whole point is missing there, one more goes, so that many
    small refunds never leave more than a part of a point too much.
    """
    for one in earns:
        part = min(refunded, one.basis)
        if part <= 0:
            continue
        refunded -= part
        points = one.points * part // one.basis
        if one.rule.per == "visit":
            yield one, Earned(-points, -part)
            continue
        waiting = carried.get(one.rule.id, 0) + points * one.rule.size - part
        if waiting <= -one.rule.size and points < one.points:
            points, waiting = points + 1, waiting + one.rule.size
        carried[one.rule.id] = waiting
        yield one, Earned(-points, points * one.rule.size - part)
