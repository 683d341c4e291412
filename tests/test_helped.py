"""Did it help: who came back beside who would have come anyway, and what a few cases can't tell."""

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core.helped import Trial, by_chance, difference, helped, wilson


def trials(n: int, came: int, p: float = 0.3) -> list[Trial]:
    """So many people contacted, of whom some came back."""
    return [Trial(number, 100, p, 42, number < came) for number in range(n)]


def test_twelve_of_thirty_one_where_nine_would_have_come_anyway_could_be_chance() -> None:
    found = helped(trials(31, 12))
    assert (found.contacted, found.came, found.horizon) == (31, 12, 42)
    assert found.expected == pytest.approx(9.3)
    assert (found.low, found.high) == (5, 14)
    assert found.verdict == "chance"


@pytest.mark.parametrize(
    ("n", "came", "verdict"),
    [(0, 0, "too_few"), (19, 19, "too_few"), (20, 20, "helped"), (31, 15, "helped"), (31, 4, "hindered")],
)
def test_only_what_chance_alone_would_hardly_do_is_called_help(n: int, came: int, verdict: str) -> None:
    assert helped(trials(n, came)).verdict == verdict


@given(st.lists(st.sampled_from([0.0, 0.1, 0.35, 0.8, 1.0]), max_size=9))
def test_the_range_of_chance_is_the_exact_one(odds: list[float]) -> None:
    chances = [0.0] * (len(odds) + 1)
    for world in product((0, 1), repeat=len(odds)):
        chances[sum(world)] += prod(p if came else 1 - p for p, came in zip(odds, world, strict=True))
    low, high = by_chance(odds)
    assert sum(chances[:low]) <= 0.025 + 1e-9
    assert sum(chances[high + 1 :]) <= 0.025 + 1e-9
    assert sum(chances[: low + 1]) > 0.025 - 1e-9
    assert sum(chances[high:]) > 0.025 - 1e-9


def test_whoever_was_listed_day_after_day_is_one_case() -> None:
    daily = [Trial(1, day, 0.3, 42, day == 7) for day in range(10)]
    assert (helped(daily).contacted, helped(daily).came) == (1, 0)
    assert helped([*daily, Trial(1, 42, 0.3, 42, True)]).contacted == 2


def test_those_held_back_are_compared_only_when_there_are_enough() -> None:
    assert helped(trials(40, 20), trials(19, 5)).more is None
    found = helped(trials(40, 20), trials(20, 5))
    assert found.more == difference(20, 40, 5, 20)
    assert (found.held, found.held_came) == (20, 5)


def test_the_intervals_are_the_published_ones() -> None:
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)  # Newcombe 1998, table I, method 3
    assert difference(56, 70, 48, 80) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)  # Newcombe 1998, method 10
