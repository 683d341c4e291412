"""What a sale earns and what a refund takes back, in whole points; LEDGER: nothing is lost to rounding."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from loyaltui.core.rule import Rule
from loyaltui.core.text import fold

WHOLE = 1000  # thousandths in one piece of an item


class Bought(NamedTuple):
    """One line of a sale. `quantity` in thousandths, `amount` in minor units where known."""

    item: str
    category: str
    quantity: int
    amount: int | None


class Sale(NamedTuple):
    """What of a sale decides its points. `amount`: minor units paid for goods, with tax; None: the till will say."""

    amount: int | None
    day: int
    second: int | None = None
    tax: int | None = None
    lines: tuple[Bought, ...] = ()


class Earned(NamedTuple):
    """Points; crumbs: what doesn't make a whole point yet, in the rule's own unit, so that over a customer and a rule
    sum(points) * size + sum(crumbs) = sum of what counted; paid: the money it was earned by, in minor units."""

    points: int
    crumbs: int
    paid: int


NOTHING = Earned(0, 0, 0)


class Earn(NamedTuple):
    """What is left of one booked earn: its id, and the points, crumbs and money not taken back yet."""

    id: int
    points: int
    crumbs: int
    paid: int
    rule: Rule


def earn(rule: Rule, sale: Sale, carried: int) -> Earned:
    """What a sale earns; `carried` is the sum of the crumbs so far under this rule.

    A sale whose amount isn't known yet earns per visit where any amount will do, and otherwise once the till has said
    it.
    """
    paid = sale.amount or 0
    if (sale.amount is None and (rule.per != "visit" or rule.least)) or paid < rule.least:
        return NOTHING
    if rule.per == "amount":
        return _by_amount(rule, counted(rule, sale), paid, carried)
    pieces = 1 if rule.per == "visit" else pieces_of(rule, sale)
    points = rule.size * pieces * rule.times_on(sale.day, sale.second)
    return Earned(points, 0, paid) if points else NOTHING


def _by_amount(rule: Rule, basis: int, paid: int, carried: int) -> Earned:
    """Below zero, a refund took crumbs: the next sales fill the hole."""
    points = max(0, ((carried if rule.carry else 0) + basis) // rule.size)
    return Earned(points, basis - points * rule.size, paid)


def counted(rule: Rule, sale: Sale) -> int:
    """The money that points are given for: with or without tax, what counts twice counted twice, minor units.

    What was taken off the whole receipt is taken off every line alike.
    """
    paid = max(0, (sale.amount or 0) - ((sale.tax or 0) if rule.before_tax else 0))
    goods = [line for line in sale.lines if (line.amount or 0) > 0] if rule.needs_lines else []
    whole = sum(line.amount or 0 for line in goods)
    if whole:
        paid = paid * sum((line.amount or 0) * rule.times_of(line.item, line.category) for line in goods) // whole
    return paid * rule.times_on(sale.day, sale.second)


def pieces_of(rule: Rule, sale: Sale) -> int:
    """How many whole pieces of what the rule counts were bought."""
    wanted = fold(rule.what)
    these = (line for line in sale.lines if wanted in (fold(line.item), fold(line.category)))
    return max(0, sum(line.quantity for line in these)) // WHOLE


def take_back(earns: Iterable[Earn], refunded: int, carried: dict[int, int]) -> Iterator[tuple[Earn, Earned]]:
    """What a refund of `refunded` minor units takes from each earn, in the order given: points, crumbs and money below
    zero.

    In proportion, at each earn's own rate; a whole refund takes all that is left, and never more. `carried`: the sum of
    the customer's crumbs by rule, kept up to date; where a whole point is missing there, one more goes, so that many
    small refunds never leave more than a part of a point too much.
    """
    for one in earns:
        part = min(refunded, one.paid)
        if part <= 0:
            continue
        refunded -= part
        points = one.points * part // one.paid
        if one.rule.per != "amount":
            yield one, Earned(-points, 0, -part)
            continue
        basis = (one.points * one.rule.size + one.crumbs) * part // one.paid
        waiting = carried.get(one.rule.id, 0) + points * one.rule.size - basis
        if one.rule.carry and waiting <= -one.rule.size and points < one.points:
            points, waiting = points + 1, waiting + one.rule.size
        carried[one.rule.id] = waiting
        yield one, Earned(-points, points * one.rule.size - basis, -part)
