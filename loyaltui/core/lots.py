"""Movements of points in, balance out. An earn is a lot; every other movement names the lot it takes from or fills."""

from collections.abc import Iterable
from typing import NamedTuple

from loyaltui.core.refused import Refused

NEVER = 10**9  # a day after all days


class Movement(NamedTuple):
    """One row of the ledger. `lot` is the id of the lot it belongs to, None in a lot itself; `expires`: the last day on
    which a lot can be spent, None: it never lapses."""

    id: int
    kind: str
    points: int
    lot: int | None = None
    expires: int | None = None


class Lot(NamedTuple):
    """What is left of one lot; below zero it is a debt (a refund after the points were spent)."""

    id: int
    left: int
    expires: int | None = None


def lots(movements: Iterable[Movement]) -> list[Lot]:
    """Every lot that is not even, in the order they are spent: what lapses first, then the oldest."""
    left: dict[int, int] = {}
    expires: dict[int, int | None] = {}
    for movement in movements:
        lot = movement.id if movement.lot is None else movement.lot
        left[lot] = left.get(lot, 0) + movement.points
        if movement.lot is None:
            expires[lot] = movement.expires
    held = (Lot(lot, points, expires.get(lot)) for lot, points in left.items() if points)
    return sorted(held, key=lambda lot: (NEVER if lot.expires is None else lot.expires, lot.id))


def filled(held: Iterable[Lot]) -> list[Lot]:
    """What can be spent or lapse: debts are paid first, from the lots that would go first."""
    held = list(held)
    debt = -sum(lot.left for lot in held if lot.left < 0)
    over = []
    for lot in held:
        part = min(max(lot.left, 0), debt)
        debt -= part
        if lot.left > part:
            over.append(lot._replace(left=lot.left - part))
    return over


def lapsed(held: Iterable[Lot], day: int) -> list[Lot]:
    """The unspent remainder of every lot whose last day is past."""
    return [lot for lot in filled(held) if lot.expires is not None and lot.expires < day]


def balance(held: Iterable[Lot], day: int) -> int:
    """The points that stand on a day: what is left in the lots, less debts and what has lapsed by then."""
    held = list(held)
    return sum(lot.left for lot in held) - sum(lot.left for lot in lapsed(held, day))


def spend(held: Iterable[Lot], points: int, day: int) -> list[Lot]:
    """Which lots pay `points` on a day and how much each gives; Refused where the balance, debts taken off, is too
    small."""
    held = list(held)
    whole = balance(held, day)
    if points > whole:
        raise Refused("not_enough_points", needed=points, balance=whole)
    paid = []
    for lot in filled(held):
        part = min(lot.left, points)
        if part and (lot.expires is None or lot.expires >= day):
            paid.append(lot._replace(left=part))
            points -= part
    return paid


def lapsing_next(held: Iterable[Lot], day: int) -> Lot | None:
    """The points that lapse next, all of that day together; None where none ever do."""
    standing = [lot for lot in filled(held) if lot.expires is not None and lot.expires >= day]
    if not standing:
        return None
    last = standing[0].expires
    return Lot(standing[0].id, sum(lot.left for lot in standing if lot.expires == last), last)
