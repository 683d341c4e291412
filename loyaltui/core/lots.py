"""Movements of points in, balance out. An earn is a lot; every other movement names the lot it takes from or fills."""

from collections.abc import Iterable
from typing import NamedTuple

from loyaltui.core.refused import Refused


class Movement(NamedTuple):
    """One row of the ledger. `lot` is the id of the earn it belongs to, None in an earn itself."""

    id: int
    kind: str
    points: int
    lot: int | None = None


class Lot(NamedTuple):
    """What is left of one earn; below zero it is a debt (a refund after the points were spent)."""

    id: int
    left: int


def lots(movements: Iterable[Movement]) -> list[Lot]:
    """Every lot that is not even, in the order they are spent: the oldest first."""
    left: dict[int, int] = {}
    for movement in movements:
        lot = movement.id if movement.lot is None else movement.lot
        left[lot] = left.get(lot, 0) + movement.points
    return [Lot(lot, points) for lot, points in sorted(left.items()) if points]


def spend(held: Iterable[Lot], points: int) -> list[Lot]:
    """Which lots pay `points` and how much each gives; Refused where the balance, debts taken off, is too small."""
    held = list(held)
    balance = sum(lot.left for lot in held)
    if points > balance:
        raise Refused("not_enough_points", needed=points, balance=balance)
    paid = []
    for lot in held:
        part = min(max(lot.left, 0), points)
        if part:
            paid.append(Lot(lot.id, part))
            points -= part
    return paid
