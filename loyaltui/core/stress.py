"""When something changed, who stayed? What happened to the shop, and what each customer did then, by their own pace.

Somebody who would have been expected three times and didn't come at all left, but for 1 in 20 by chance (e⁻³).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import ceil
from typing import Literal, NamedTuple

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


def test(event: Event, gap: float, days: Sequence[int], today: int) -> Test | None:
    """How somebody whose usual gap was `gap` days met an event; `days`: their visit-days, ascending.

    None where they come too seldom to be tested. The day of the event itself doesn't count.
    """
    window = ceil(EXPECTED * gap)
    if window > LONGEST:
        return None
    expected = window / gap
    came = bisect_right(days, min(event.day + window, today)) - bisect_left(days, event.day + 1)
    outcome: Outcome = "open"
    if came >= STAYED * expected:
        outcome = "passed"
    elif today >= event.day + window and came == 0:
        outcome = "failed"
    return Test(event, outcome, expected, came, window)


def shown(tests: Sequence[Test]) -> tuple[str, ...]:
    """What somebody's tests weigh as behaviour (names in evidence.BEHAVIOUR): each outcome at most once."""
    outcomes = {test.outcome for test in tests}
    return tuple(f"stress_{outcome}" for outcome in ("passed", "failed") if outcome in outcomes)


def refuted(tests: Sequence[Test]) -> dict[str, int]:
    """The hooks that passed tests refute, each with the day of the latest such event."""
    found: dict[str, int] = {}
    for one in sorted(tests, key=lambda test: test.event.day):
        if one.outcome == "passed":
            found.update(dict.fromkeys(REFUTES.get(one.event.kind, ()), one.event.day))
    return found
