"""Every point of one person, explained: the lot it came with and why, what became of it, and what is left of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from loyaltui.core.lots import Lot, Movement, lapsed, lapsing_next, lots
from loyaltui.core.rule import Boost, Rule
from loyaltui.core.text import fold


class Booked(NamedTuple):
    """One movement as the ledger has it, with what explains it.

    `was`: the kind of the movement it takes back, "" for none; `reward`: its name; `verb`: of the act that wrote it,
    `undid`: of the act which that one undid; `second`, `amount`: of its receipt, where that still stands; `friend`: the
    name of whom a referral brought; `names`: the items and categories of its receipt.
    """

    id: int
    kind: str
    points: int
    lot: int | None
    expires: int | None
    day: int
    crumbs: int
    paid: int
    was: str
    reason: str
    rule_id: int | None
    reward: str
    verb: str
    undid: str
    second: int | None
    amount: int | None
    friend: str
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Event:
    """What became of points of a lot. kind "redeem", "expire", "adjust" (by hand) or "earn"; `back`: one of these was
    taken back. `what`: the reward or the reason; `verb`: the act; `undid`: the act it undid; `amount`: of its receipt,
    minor units. `booked` False: it has lapsed, and the next act that writes points will say so."""

    day: int
    kind: str
    points: int
    back: bool = False
    what: str = ""
    verb: str = ""
    undid: str = ""
    amount: int | None = None
    booked: bool = True


@dataclass(frozen=True)
class LotLine:
    """One lot: kind "earn", "bonus" or "adjust", why it was given, and what became of it.

    `paid` in minor units; `boosts`: what was multiplied; `carried`: what rounding had left over before helped; `left`
    below zero is a debt; `expires`: its last day.
    """

    id: int
    day: int
    kind: str
    points: int
    reason: str
    friend: str
    paid: int
    rule: Rule | None
    boosts: tuple[Boost, ...]
    carried: bool
    expires: int | None
    events: tuple[Event, ...] = ()

    @property
    def left(self) -> int:
        """What is left of it."""
        return self.points + sum(event.points for event in self.events)


@dataclass(frozen=True)
class Statement:
    """A balance and its proof on a day: balance = left - debt. Lots are in the order they came."""

    customer_id: int
    name: str
    day: int
    lots: tuple[LotLine, ...]
    lapses_next: Lot | None

    @property
    def left(self) -> int:
        """What is left in all lots."""
        return sum(max(0, lot.left) for lot in self.lots)

    @property
    def debt(self) -> int:
        """What was taken back after it had been spent."""
        return sum(max(0, -lot.left) for lot in self.lots)

    @property
    def balance(self) -> int:
        """The points that stand."""
        return self.left - self.debt


def statement(customer_id: int, name: str, day: int, booked: Iterable[Booked], rules: Mapping[int, Rule]) -> Statement:
    """The proof of one person's balance on a day, from their movements in the order they were booked."""
    found: dict[int, LotLine] = {}
    rows = list(booked)
    for row in rows:
        if row.lot is None:
            found[row.id] = _lot(row, rules.get(row.rule_id or 0))
        else:
            _add(found, row.lot, _event(row))
    held = lots(Movement(row.id, row.kind, row.points, row.lot, row.expires) for row in rows)
    for lot in lapsed(held, day):
        _add(found, lot.id, Event(lot.expires or day, "expire", -lot.left, booked=False))
    lines = tuple(line for line in found.values() if line.points or line.events)
    return Statement(customer_id, name, day, lines, lapsing_next(held, day))


def _add(found: dict[int, LotLine], lot: int, event: Event) -> None:
    if event.points:
        found[lot] = replace(found[lot], events=(*found[lot].events, event))


def _lot(row: Booked, rule: Rule | None) -> LotLine:
    boosts = tuple(_boosts(rule, row)) if rule and row.kind == "earn" else ()
    return LotLine(
        row.id,
        row.day,
        row.kind,
        row.points,
        row.reason,
        row.friend,
        row.paid,
        rule,
        boosts,
        row.crumbs < 0,
        row.expires,
    )


def _event(row: Booked) -> Event:
    kind = row.was if row.kind == "reverse" else row.kind
    kind = kind if kind in ("redeem", "expire") or (kind == "adjust" and row.kind == "adjust") else "earn"
    what = row.reward or row.reason
    return Event(row.day, kind, row.points, row.kind == "reverse", what, row.verb, row.undid, row.amount)


def _boosts(rule: Rule, row: Booked) -> Iterable[Boost]:
    """What of the rule's boosts this sale got."""
    times = rule.times_on(row.day, row.second)
    for boost in rule.boosts:
        if boost.what:
            if fold(boost.what) in row.names:
                yield boost
        elif boost.holds_on(row.day, row.second) and boost.times == times:
            yield boost


@dataclass(frozen=True)
class StatementRow:
    """One line of a statement for other programs, in words; `points` of all rows add up to the balance."""

    day: str
    lot: int
    points: int
    what: str
    last_day: str
