"""How someone comes, from the days of their visits alone: how likely they are back soon, and one word for it.

Visits arrive at a steady personal rate, and after each of them someone may be gone for good: the modified BG/NBD of
Batislam, Denizel and Filiztekin (2007), with gaps of k stages (k = 1 is Poisson). Why they come is not asked here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Literal, NamedTuple

Rhythm = Literal["lost", "slipping", "new", "occasional", "regular"]

GAP_UNKNOWN = 30.0  # days, while too few have come twice to tell
FEW = 5  # repeat customers below which a median says nothing
HORIZON = (14, 90)  # days, shortest and longest
LOST = 0.10  # chance of coming back
SLIPPING = 0.75  # of the chance just after the last visit
SELDOM = 2.0  # times the shop's typical gap


class Visits(NamedTuple):
    """When one customer came. Several receipts of one day are one visit-day.

    `x`: visit-days after the first; `tx`: days from the first to the last; `T`: days from the first to today (T ≥ tx).
    """

    x: int
    tx: float
    T: float


@dataclass(frozen=True, slots=True)
class Model:
    """How customers of one shop come and stay away; all numbers positive.

    `G`: typical gap in days. `k`: stages of a gap, 1 to 3; more is steadier. `r`, `alpha` (days): gamma distribution of
    the customers' rates of stages. `a`, `b`: beta distribution of their chance to be gone after a visit.
    """

    G: float
    k: int
    r: float
    alpha: float
    a: float
    b: float


class Score(NamedTuple):
    """What a model says of one customer.

    `p_return`: chance of a visit within the horizon; `p_just_after_visit`: the same chance on the day of their last
    visit; `p_alive`: chance that they are still a customer; `lateness`: chance of a gap this long if they still are
    (small is late); `usual_gap`: days between their visits.
    """

    p_return: float
    p_just_after_visit: float
    p_alive: float
    lateness: float
    usual_gap: float


class OpenDays:
    """The shop's calendar without the days confirmed as closed, so that a holiday makes nobody late."""

    def __init__(self, closed: Iterable[int] = ()) -> None:
        self.closed = tuple(sorted(set(closed)))

    def between(self, first: int, last: int) -> int:
        """Days from `first` to `last` (ordinals, first ≤ last), less the closed days passed in between; never less
        than 1 for two different days."""
        if not self.closed:
            return last - first
        passed = bisect_left(self.closed, last) - bisect_right(self.closed, first)
        return last - first - max(0, passed)  # -1 where first and last are one closed day


def visits_of(first: int, last: int, distinct_days: int, today: int, open_days: OpenDays) -> Visits:
    """The visits of someone who came on `distinct_days` days from `first` to `last`, seen from `today` (ordinals)."""
    return Visits(distinct_days - 1, open_days.between(first, last), open_days.between(first, today))


def typical_gap(rows: Iterable[Visits]) -> float:
    """G: the median over repeat customers of their mean gap, in days; 30 with fewer than 5 of them."""
    gaps = [tx / x for x, tx, _ in rows if x > 0]
    return median(gaps) if len(gaps) >= FEW else GAP_UNKNOWN


def horizon(G: float) -> int:
    """The days within which someone "comes back": three typical gaps, from 14 to 90."""
    shortest, longest = HORIZON
    return max(shortest, min(longest, round(3 * G)))


def outlast(gap: float, n: float, start: float, k: int) -> float:
    """The chance that someone who is still a customer stays away longer than `gap` (in the unit of `start`).

    A gap of k stages whose rate is gamma(n, start): Σ_{j<k} (n)_j/j! · (gap/end)^j · (start/end)^n, end = start + gap.
    """
    end = start + gap
    tail: float = (start / end) ** n  # may underflow to 0, never overflow
    if k == 1:
        return tail
    total = term = 1.0
    for j in range(1, k):
        term *= (n + j - 1) / j * gap / end
        total += term
    return min(1.0, total * tail)


def score(model: Model, visits: Visits, h: float) -> Score:
    """The chances of one customer, `h` days ahead (Batislam et al. 2007, with `outlast` for their Poisson gaps).

    `gone` is the weight of having left at the last visit against 1 for having stayed.
    """
    x, tx, T = visits
    k = model.k
    n = model.r + k * x
    start = model.alpha + tx
    gone = model.a / (model.b + x)
    late = outlast(T - tx, n, start, k)
    later = outlast(T - tx + h, n, start, k)
    return Score(
        max(0.0, late - later) / (late + gone),
        (1 - outlast(h, n, start, k)) / (1 + gone),
        late / (late + gone),
        late,
        k * start / n,
    )


def chance_back(model: Model, visits: Visits, h: float) -> float:
    """The chance of a visit within `h` days alone, where a whole score isn't needed."""
    x, tx, T = visits
    n, start = model.r + model.k * x, model.alpha + tx
    late = outlast(T - tx, n, start, model.k)
    later = outlast(T - tx + h, n, start, model.k)
    return max(0.0, late - later) / (late + model.a / (model.b + x))


def rhythm(model: Model, visits: Visits, score: Score, h: float) -> Rhythm:
    """One word for how someone comes; `score` is theirs for the horizon of `h` days."""
    away = visits.T - visits.tx
    if score.p_return < LOST and away > h:
        return "lost"
    if score.p_return < SLIPPING * score.p_just_after_visit and (visits.x > 0 or away > h):
        return "slipping"
    if visits.x == 0:
        return "new"
    if visits.x == 1 or score.usual_gap > SELDOM * model.G:
        return "occasional"
    return "regular"
