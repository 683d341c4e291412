"""What points are given for, and what may be had without them: rewards and vouchers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["item", "money", "percent", "credit"]
CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read for another
CODE_LENGTH = 8


class Reward(NamedTuple):
    """Something points can be given for. kind "item": a thing worth `worth`; "money": so much off; "percent": `worth`
    hundredths off this purchase; "credit": a voucher for the next purchase, good for `days`. Money in minor units.

    Of money and credit the customer may take more or less than `points`, at the same rate.
    """

    id: int
    name: str
    points: int
    worth: int
    kind: Kind = "item"
    days: int | None = None

    @property
    def divisible(self) -> bool:
        """Whether somebody may choose how many points to spend."""
        return self.kind in ("money", "credit")

    def worth_with(self, paid: int) -> int:
        """What the whole of it takes off a purchase of `paid` minor units, or gives beside it."""
        return self.worth * paid // 100 if self.kind == "percent" else self.worth

    def worth_of(self, points: int) -> int:
        """What so many points bring, rounded down; an item and per cents are whole or not at all."""
        return self.worth * points // self.points if self.divisible else self.worth


class Voucher(NamedTuple):
    """Something off, once, from a day up to a day. kind "money" or "percent", `worth` as in Reward; `customer_id` None:
    whoever brings it."""

    id: int
    code: str
    name: str
    kind: Kind
    worth: int
    from_day: int
    to_day: int
    customer_id: int | None = None

    @property
    def takes_off(self) -> str:
        """What it is worth, as a contact keeps it: "10%", or "-200" minor units."""
        return f"{self.worth}%" if self.kind == "percent" else f"-{self.worth}"

    def good_on(self, day: int) -> bool:
        """Whether it can be used on a day, as far as its days go."""
        return self.from_day <= day <= self.to_day


class Given(NamedTuple):
    """What goes with a sale or is given without one: a reward by its number, for its points or for `points` chosen, or
    a voucher by its number. `code`: of the voucher that the reward brings, where that is out already."""

    reward: int | None = None
    points: int | None = None
    voucher: int | None = None
    code: str = ""


NOT_ANYTHING = Given()


class Offer(NamedTuple):
    """A voucher as a ready choice: "10 % off within two weeks". `worth` as in Reward, `days` from the next day on."""

    kind: Kind
    worth: int
    days: int


@dataclass(frozen=True)
class Worth:
    """Points, and what they are worth at most, in minor units."""

    points: int
    minor: int


def valued(points: int, worth: tuple[int, int]) -> Worth:
    """So many points in money; `worth` as of `point_worth`."""
    return Worth(points, points * worth[0] // worth[1])


def point_worth(rewards: Iterable[Reward], typical: int | None = None) -> tuple[int, int]:
    """What a point is worth at most, as minor units for so many points; (0, 1) where no reward has a sum. `typical`:
    what a visit usually brings, by which per cents are priced; without it they have no sum."""
    sums = [(reward, reward.worth_with(typical or 0)) for reward in rewards]
    priced = [(worth, reward.points) for reward, worth in sums if worth]
    return max(priced, key=lambda pair: pair[0] / pair[1], default=(0, 1))


class Choice(NamedTuple):
    """Something that somebody can have now. `points`: what it takes from them, `balance`: what they have to spend."""

    what: Reward | Voucher
    points: int = 0
    balance: int = 0

    @property
    def divisible(self) -> bool:
        """Whether they may choose how many points go."""
        return isinstance(self.what, Reward) and self.what.divisible

    def part(self, points: int) -> bool:
        """Whether so many points can be spent on it, and bring something."""
        what = self.what
        return isinstance(what, Reward) and what.divisible and points <= self.balance and what.worth_of(points) > 0

    def given(self, points: int | None = None) -> Given:
        """What goes with the sale; `points`: as many as they chose."""
        if isinstance(self.what, Voucher):
            return Given(voucher=self.what.id)
        points = points or self.points
        return Given(self.what.id, None if points == self.what.points else points)


def choices(rewards: Iterable[Reward], vouchers: Iterable[Voucher], balance: int, day: int) -> list[Choice]:
    """What somebody can have on a day: the rewards within reach, of money and credit also a part; and the vouchers that
    are good."""
    reach = (one for one in rewards if one.points <= balance or (one.divisible and one.worth_of(balance) > 0))
    held = [Choice(one, min(one.points, balance), balance) for one in reach]
    return held + [Choice(voucher) for voucher in vouchers if voucher.good_on(day)]


def next_reward(balance: int, rewards: Iterable[Reward]) -> Reward | None:
    """The reward to look forward to: the cheapest not reached yet; None where there is none."""
    return min((one for one in rewards if one.points > balance), key=lambda one: one.points, default=None)


def written(code: str) -> str:
    """A voucher's code as it is kept, however it was typed: "k7q2-9fab" is "K7Q29FAB"."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def printed(code: str) -> str:
    """A voucher's code as it is shown: "K7Q2-9FAB"."""
    half = CODE_LENGTH // 2
    return f"{code[:half]}-{code[half:]}"


def is_code(text: str) -> bool:
    """Whether a text has the form of a voucher's code."""
    code = written(text)
    return len(code) == CODE_LENGTH and set(code) <= set(CODE_LETTERS) and " " not in text.strip()
