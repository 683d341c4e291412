"""Did a word help? Who came back, beside who would have come anyway by the odds of the day they were listed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal, NamedTuple

TOO_FEW = 20  # contacts over, below which nothing can be told; judgement
SURE = 0.025  # on either side
Z = 1.96
MOST = 1000  # contacts looked at, the newest

Verdict = Literal["too_few", "chance", "helped", "hindered"]


class Trial(NamedTuple):
    """One contact whose time is over. `p`: the chance that they came within `horizon` days by themselves."""

    customer_id: int
    day: int
    p: float
    horizon: int
    came: bool


@dataclass(frozen=True)
class Helped:
    """`came` of `contacted` came back; `expected` would have anyway, `low` to `high` of them by chance alone (95 %,
    exactly: the Poisson-binomial of the model's own odds). `horizon`: the days they had, on average. `held_came` of
    `held`: those held back; `more`: how much likelier the contacted came than these, with its 95 % interval
    (Newcombe's, from two Wilson intervals), None while either are too few."""

    contacted: int
    came: int
    expected: float
    low: int
    high: int
    verdict: Verdict
    horizon: int = 0
    held: int = 0
    held_came: int = 0
    more: tuple[float, float, float] | None = None


def helped(contacted: Iterable[Trial], held: Iterable[Trial] = ()) -> Helped:
    """What came of the contacts, a person once in a horizon."""
    some, others = spells(contacted)[-MOST:], spells(held)[-MOST:]
    came, held_came = sum(one.came for one in some), sum(one.came for one in others)
    low, high = by_chance([one.p for one in some])
    horizon = round(sum(one.horizon for one in some) / len(some)) if some else 0
    more = None
    if min(len(some), len(others)) >= TOO_FEW:
        more = difference(came, len(some), held_came, len(others))
    verdict: Verdict = "chance"
    if len(some) < TOO_FEW:
        verdict = "too_few"
    elif came > high:
        verdict = "helped"
    elif came < low:
        verdict = "hindered"
    expected = sum(one.p for one in some)
    return Helped(len(some), came, expected, low, high, verdict, horizon, len(others), held_came, more)


def spells(trials: Iterable[Trial]) -> list[Trial]:
    """One trial a person and horizon: who is listed day after day is one case, not many."""
    last: dict[int, Trial] = {}
    found = []
    for trial in sorted(trials, key=lambda one: (one.day, one.customer_id)):
        before = last.get(trial.customer_id)
        if before is None or trial.day >= before.day + before.horizon:
            last[trial.customer_id] = trial
            found.append(trial)
    return found


def by_chance(odds: Sequence[float]) -> tuple[int, int]:
    """The fewest and the most of so many independent chances that come true in 95 of 100 worlds, exactly."""
    chances = [1.0]
    for p in odds:
        chances = [
            (chances[k] * (1 - p) if k < len(chances) else 0.0) + (chances[k - 1] * p if k else 0.0)
            for k in range(len(chances) + 1)
        ]
    low = below = 0
    total = 0.0
    for k, chance in enumerate(chances):
        if total + chance <= SURE:
            low = k + 1
        total += chance
        if total < 1 - SURE:
            below = k + 1
    return low, min(below, len(odds))


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    p, z2 = hits / n, Z * Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    error = Z / (1 + z2 / n) * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return max(0.0, middle - error), min(1.0, middle + error)


def difference(hits: int, n: int, other_hits: int, other_n: int) -> tuple[float, float, float]:
    """How much larger the first share is than the second, with Newcombe's 95 % interval."""
    p, q = hits / n, other_hits / other_n
    (low, high), (other_low, other_high) = wilson(hits, n), wilson(other_hits, other_n)
    least = p - q - sqrt((p - low) ** 2 + (other_high - q) ** 2)
    most = p - q + sqrt((high - p) ** 2 + (q - other_low) ** 2)
    return p - q, least, most
