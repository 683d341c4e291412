"""When something changed in the shop: who stayed, who left, who can't be told yet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core import stress
from loyaltui.core.rhythm import OpenDays
from loyaltui.core.stress import Event

DAY = 739_800
ROSE = Event(1, DAY, "prices_up")
OPEN = OpenDays()


def met(*after: int, gap: float = 7.0, waited: int = 100, closed: OpenDays = OPEN) -> stress.Test | None:
    """How somebody met the event who usually comes every `gap` days and came so many days after it."""
    return stress.test(ROSE, gap, [DAY - 7, DAY, *(DAY + day for day in after)], DAY + waited, closed)


def outcome(*after: int, **more: object) -> str | None:
    test = met(*after, **more)  # type: ignore[arg-type]
    return test.outcome if test else None


def test_who_comes_weekly_is_given_three_weeks() -> None:
    test = met(3, 10, 17, 24)
    assert test == stress.Test(ROSE, "passed", 3.0, 3, 21)


def test_who_keeps_coming_has_stayed_and_who_never_came_again_has_left() -> None:
    assert outcome(3, 10, 17) == "passed"
    assert outcome() == "failed"
    assert outcome(22, 29) == "failed", "long after is too late"


def test_coming_less_is_neither() -> None:
    assert outcome(3) == "open"
    assert outcome(3, 10) == "open", "two of three visits are just too few"


def test_nobody_has_left_before_the_time_is_over() -> None:
    assert outcome(waited=20) == "open"
    assert outcome(waited=21) == "failed"


def test_who_has_come_often_enough_already_has_stayed() -> None:
    assert outcome(1, 2, 3, waited=3) == "passed"
    assert outcome(1, 2, 3, 400, waited=2) == "open", "what comes later isn't known yet"


def test_the_day_itself_doesnt_count() -> None:
    assert outcome(0) == "failed"


def test_who_comes_too_seldom_cant_be_tested() -> None:
    assert met(gap=121) is not None
    assert met(gap=122) is None


def test_a_week_in_which_the_shop_was_closed_makes_nobody_a_leaver() -> None:
    holiday = OpenDays(range(DAY + 1, DAY + 8))
    daily = {"gap": 1.0, "closed": holiday}
    assert outcome(waited=8, **daily) == "open"
    assert outcome(8, 9, 10, waited=10, **daily) == "passed"
    assert outcome(waited=10, **daily) == "failed"
    assert outcome(waited=3, gap=1.0) == "failed"


def test_several_events_weigh_once_for_each_way_they_went() -> None:
    stayed, left, waiting = (met(*days) for days in ((3, 10, 17), (), (3,)))
    assert stayed and left and waiting
    assert stress.shown([stayed, stayed]) == ("stress_passed",)
    assert stress.shown([left, waiting, stayed]) == ("stress_passed", "stress_failed")
    assert stress.shown([waiting]) == ()


@pytest.mark.parametrize("kind", stress.KINDS)
def test_every_event_is_known_and_refutes_only_what_can_be_named(kind: stress.Kind) -> None:
    from loyaltui.core.evidence import HOOKS

    assert {*stress.REFUTES.get(kind, ())} <= {*HOOKS}


@given(
    st.floats(0.2, 121),
    st.lists(st.integers(-50, 500), unique=True).map(sorted),
    st.integers(0, 500),
    st.lists(st.integers(-50, 500), max_size=60),
)
def test_the_window_is_long_enough_to_expect_three_visits_in_open_days(
    gap: float, days: list[int], waited: int, closed: list[int]
) -> None:
    calendar = OpenDays(DAY + day for day in closed)
    test = stress.test(ROSE, gap, [DAY + day for day in days], DAY + waited, calendar)
    assert test is not None
    assert test.expected >= 3 - 1e-9
    assert calendar.between(DAY, DAY + test.window) >= 3 * gap - 1e-9
    assert (test.outcome == "passed") == (test.came >= 0.7 * test.expected)
    assert test.outcome != "failed" or not any(0 < day <= test.window for day in days)
