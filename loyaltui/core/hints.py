"""What the till shows of somebody beside how often they come. Hints only: a pattern may hold them, perhaps.

None of it separates the loyal from the regular (measured), so it never makes a verdict by itself; where a till doesn't
record a thing (no discounts, no colleagues, no times) there is no hint, never a zero.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log
from statistics import fmean, pstdev
from typing import NamedTuple

BANDS = (4, 7, 13, 26)  # visits from which a band begins; breadth is compared within one
BAND_SIZE = 10  # customers, for a band to have a percentile
TOP = 0.8  # the percentile that is broad, or bargain-led
LEAST_VISITS = 5  # for steadiness and bargains
STEADY = 0.6  # coefficient of variation of the gaps
BARGAIN, PULL = 0.5, 4  # least share of discounted visits, and visits' worth of the shop's share it is pulled to
HABIT_VISITS, HABIT_SHARE = 8, 0.75
SURE = 0.05  # chance of such a pattern by accident
EVERYONES = 0.5  # of the shop's visits: who serves so many is nobody's own colleague
POINTS_VISITS, POINTS_SHARE = 6, 0.5
DAYPARTS = (11 * 3600, 14 * 3600, 17 * 3600)  # where morning, midday, afternoon and evening part; judgement


class Past(NamedTuple):
    """What the receipts of one customer say. `days`: visit-days, ascending; `discounted`, `redeemed`: visits with a
    discount, with a reward; `categories`: how many different ones; `slots`: visits per weekday and daypart, of those
    with a time; `staff`: visits per colleague, of those with one."""

    visits: int
    days: Sequence[int]
    discounted: int
    redeemed: int
    categories: int
    slots: Counter[int]
    staff: Counter[int]


@dataclass(frozen=True)
class Usual:
    """What is usual in the shop. `discounted`: share of visits with a discount, None where the till records none;
    `bargain`: what makes bargain-led; `broad`: per band of visits, the categories that make broad, None where too few
    are in it or one category is all there is; `slots`, `staff`: share of the shop's visits in each."""

    discounted: float | None
    bargain: float
    broad: tuple[int | None, ...]
    slots: dict[int, float]
    staff: dict[int, float]


@dataclass(frozen=True)
class Hints:
    """What the till shows of one customer. `behaviour`: names in evidence.BEHAVIOUR; `hooks`: what perhaps holds them;
    `person`: the colleague they keep to."""

    behaviour: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    person: int | None = None


NOTHING = Hints()


def slot(day: int, second: int) -> int:
    """The weekday and daypart of a moment, as one number."""
    return day % 7 * (len(DAYPARTS) + 1) + bisect_right(DAYPARTS, second)


def tail(n: int, least: int, p: float) -> float:
    """The chance of at least so many of n when each has the chance p; in logarithms, for those who come every day."""
    if not 0 < p < 1:
        return float(p >= 1 or least <= 0)
    ways = (
        lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log(1 - p)
        for k in range(least, n + 1)
    )
    return sum(map(exp, ways))


def percentile(values: Iterable[float], share: float) -> float | None:
    """The value that `share` of the others don't exceed (nearest rank); None where there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None


def shares(counts: Counter[int]) -> dict[int, float]:
    """Counts as shares of their sum."""
    total = counts.total()
    return {key: count / total for key, count in counts.items()} if total else {}


def bargains(past: Past, usual: float) -> float:
    """The share of discounted visits, pulled to the shop's own while visits are few: (d + 4S) / (n + 4)."""
    return (past.discounted + PULL * usual) / (past.visits + PULL)


def usual(pasts: Sequence[Past]) -> Usual:
    """What is usual in a shop, from everybody's past."""
    visits = sum(past.visits for past in pasts)
    discounted = sum(past.discounted for past in pasts)
    share = discounted / visits if discounted else None
    ratios = (bargains(past, share) for past in pasts if past.visits >= LEAST_VISITS) if share else ()
    slots: Counter[int] = Counter()
    staff: Counter[int] = Counter()
    bands: list[list[int]] = [[] for _ in BANDS]
    for past in pasts:
        slots.update(past.slots)
        staff.update(past.staff)
        if past.categories and past.visits >= BANDS[0]:
            bands[bisect_right(BANDS, past.visits) - 1].append(past.categories)
    bargain = max(BARGAIN, percentile(ratios, TOP) or 0.0)
    return Usual(share, bargain, tuple(map(least_broad, bands)), shares(slots), shares(staff))


def least_broad(band: list[int]) -> int | None:
    """The categories that make broad in one band of customers."""
    least = int(percentile(band, TOP) or 0)
    return least if len(band) >= BAND_SIZE and least > 1 else None


def hints(past: Past, shop: Usual) -> Hints:
    """What the till shows of one customer, against what is usual in the shop."""
    bargain_led = is_bargain_led(past, shop)
    behaviour = [
        ("broad", is_broad(past, shop)),
        ("steady", is_steady(past)),
        ("bargain_led", bargain_led),
    ]
    person = keeps_to(past.staff, shop.staff)
    if person is not None and shop.staff[person] >= EVERYONES:
        person = None
    hooks = [
        ("price", bargain_led),
        ("habit", keeps_to(past.slots, shop.slots) is not None),
        ("person", person is not None),
        ("points", past.visits >= POINTS_VISITS and past.redeemed >= POINTS_SHARE * past.visits),
    ]
    return Hints(tuple(name for name, is_so in behaviour if is_so), tuple(name for name, so in hooks if so), person)


def is_broad(past: Past, shop: Usual) -> bool:
    """Whether somebody buys from as many categories as the top fifth of those who come as often."""
    if past.visits < BANDS[0] or not past.categories:
        return False
    least = shop.broad[bisect_right(BANDS, past.visits) - 1]
    return least is not None and past.categories >= least


def is_steady(past: Past) -> bool:
    """Whether somebody's gaps are much alike."""
    if past.visits < LEAST_VISITS or len(past.days) < 3:
        return False
    gaps = [later - earlier for earlier, later in zip(past.days, past.days[1:], strict=False)]
    return pstdev(gaps) / fmean(gaps) <= STEADY


def is_bargain_led(past: Past, shop: Usual) -> bool:
    """Whether somebody comes far more often with a discount than others do."""
    if shop.discounted is None or past.visits < LEAST_VISITS:
        return False
    return bargains(past, shop.discounted) >= shop.bargain


def keeps_to(counts: Counter[int], shop: dict[int, float]) -> int | None:
    """The one slot, or colleague, that somebody keeps to more than chance explains, corrected for picking the best."""
    n = counts.total()
    if n < HABIT_VISITS:
        return None
    best, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if count < HABIT_SHARE * n or tail(n, count, shop[best]) * len(shop) >= SURE:
        return None
    return best
