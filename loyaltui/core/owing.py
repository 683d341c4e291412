"""What the shop owes in points: how old they are, what lapses, what will probably be claimed; and what it cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from loyaltui.core.lots import Lot, filled
from loyaltui.core.moment import iso
from loyaltui.core.reward import Kind, Worth, valued

AGES = {"0-3": 91, "3-6": 182, "6-12": 365}  # months since they were earned → days up to which it is so
OLDER = "12+"
YEAR = 365  # days
SOON = 90  # days
ENOUGH = 20  # people whose points are older than a year, below whom nothing can be said of the share; judgement


class Batch(NamedTuple):
    """One lot as it was and as it is: the day it was earned, its last day, what it was after what was taken back, what
    is left of it, and what of it was spent on rewards."""

    id: int
    day: int
    expires: int | None
    earned: int
    left: int
    spent: int


@dataclass(frozen=True)
class Buyers:
    """Some customers, and what they paid in the last year, in minor units."""

    customers: int
    sales_minor: int


@dataclass(frozen=True)
class Owing:
    """What the shop owes as of a day, and what the programme cost in the year before it. These names are a promise to
    other programs.

    `ages`: the open points by the months since they were earned. `lapsing`: those that lapse within 90 days.
    `never_spent`: of the points older than a year, the part (0..1) that was never spent, None where too few are known
    (`judged_by` people); `probably`: what will be claimed then. `given`: rewards and vouchers of the last year, and
    their worth. `redeeming`, `not_redeeming`: those in the programme who came in that year, and what they paid.
    """

    as_of: str
    holders: int
    open: Worth
    ages: dict[str, Worth]
    lapsing: Worth
    judged_by: int
    never_spent: float | None
    probably: Worth | None
    given: int
    given_minor: int
    redeeming: Buyers
    not_redeeming: Buyers


class Adding:
    """Adds up the points of one person after the other, as of a day. `worth`: minor units for so many points."""

    def __init__(self, day: int, worth: tuple[int, int]) -> None:
        self.day, self.worth = day, worth
        self.by_age = dict.fromkeys((*AGES, OLDER), 0)
        self.holders = self.lapsing = self.judged_by = self.old = self.old_spent = 0

    def add(self, batches: Iterable[Batch]) -> None:
        """One person's lots: debts are paid first, what has lapsed is no longer owed."""
        batches = list(batches)
        born = {batch.id: batch.day for batch in batches}
        lots = (Lot(batch.id, batch.left, batch.expires) for batch in batches if batch.left)
        held = filled(sorted(lots, key=lambda lot: (lot.expires is None, lot.expires or 0, lot.id)))
        standing = [lot for lot in held if lot.expires is None or lot.expires >= self.day]
        self.holders += bool(standing)
        for lot in standing:
            self.by_age[age(self.day - born[lot.id])] += lot.left
            if lot.expires is not None and lot.expires <= self.day + SOON:
                self.lapsing += lot.left
        old = [batch for batch in batches if batch.day <= self.day - YEAR and batch.earned > 0]
        self.judged_by += bool(old)
        self.old += sum(batch.earned for batch in old)
        self.old_spent += sum(batch.spent for batch in old)

    def owing(self, given: int, given_minor: int, redeeming: Buyers, not_redeeming: Buyers) -> Owing:
        """What it comes to."""
        points = sum(self.by_age.values())
        never = 1 - self.old_spent / self.old if self.judged_by >= ENOUGH else None
        return Owing(
            iso(self.day),
            self.holders,
            valued(points, self.worth),
            {name: valued(some, self.worth) for name, some in self.by_age.items()},
            valued(self.lapsing, self.worth),
            self.judged_by,
            None if never is None else round(never, 4),
            None if never is None else valued(round(points * (1 - never)), self.worth),
            given,
            given_minor,
            redeeming,
            not_redeeming,
        )


def age(days: int) -> str:
    """Which of AGES so many days are."""
    return next((name for name, most in AGES.items() if days <= most), OLDER)


def taken_off(kind: Kind, worth: int, paid: int | None) -> int:
    """What something off came to, in minor units; of per cents, by what was still paid."""
    return (paid or 0) * worth // (100 - worth) if kind == "percent" else worth
