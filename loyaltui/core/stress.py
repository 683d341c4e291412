"""When something changed, who stayed? What happened to the shop, and what each customer did then, by their own pace.

Somebody who would have been expected three times and didn't come at all left, but for 1 in 20 by chance (e⁻³).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import ceil
from typing import Literal, NamedTuple

from loyaltui.core.rhythm import OpenDays

Kind = Literal["prices_up", "competitor", "colleague_left", "programme_paused", "stock_out", "other"]
Outcome = Literal["passed", "failed", "open"]

KINDS: tuple[Kind, ...] = ("prices_up", "competitor", "colleague_left", "programme_paused", "stock_out", "other")
REFUTES: dict[Kind, tuple[str, ...]] = {  # who stays through it isn't held by this
    "prices_up": ("price",),
    "competitor": ("near", "no_alternative"),
    "colleague_left": ("person",),
    "programme_paused": ("points",),
}
EXPECTED = 3.0  # visits that the window is long enough for
STAYED = 0.7  # of them
LONGEST = 365  # days; who comes more seldom than that can't be tested


class Event(NamedTuple):
    """Something that happened to the shop on a day. `staff`: the colleague who left."""

    id: int
    day: int
    kind: Kind
    text: str = ""
    staff: int | None = None


class Test(NamedTuple):
    """What somebody did after an event. `expected`, `came`: visit-days within `window` days of it (`came` so far)."""

    event: Event
    outcome: Outcome
    expected: float
    came: int
    window: int


def test(event: Event, gap: float, days: Sequence[int], today: int, calendar: OpenDays) -> Test | None:
    """How somebody whose usual gap was `gap` days met an event; `days`: their visit-days, ascending.

    None where they come too seldom to be tested. The day of the event itself doesn't count.
    """
    wanted = ceil(EXPECTED * gap)
    if wanted > LONGEST:
        return None
    end = after(event.day, wanted, calendar)
    expected = wanted / gap
    came = bisect_right(days, min(end, today)) - bisect_left(days, event.day + 1)
    outcome: Outcome = "open"
    if came >= STAYED * expected:
        outcome = "passed"
    elif today >= end and came == 0:
        outcome = "failed"
    return Test(event, outcome, expected, came, end - event.day)


def after(day: int, wanted: int, calendar: OpenDays) -> int:
    """The day so many open days after one: nobody left because the shop was closed."""
    end = day + wanted
    while (missing := wanted - calendar.between(day, end)) > 0:
        end += missing
    return end


def shown(tests: Sequence[Test]) -> tuple[str, ...]:
    """What somebody's tests weigh as behaviour (names in evidence.BEHAVIOUR): each outcome at most once."""
    outcomes = {test.outcome for test in tests}
    return tuple(f"stress_{outcome}" for outcome in ("passed", "failed") if outcome in outcomes)
