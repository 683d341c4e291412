"""What to say to somebody next: the map row by row, and the limits that keep it from being a survey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core.evidence import FAMILIES, Answer
from loyaltui.core.hints import NOTHING, Hints
from loyaltui.core.question import PROBES, Question, Reply, is_rush, may_ask, question, replies
from loyaltui.core.why import Why, why

TODAY = 739_800
LOYAL = ("recommends 10", "share mostly_here", "reason best")


def of(*words: str, ago: int = 0, shows: Hints = NOTHING) -> Why:
    """Why somebody comes who said these, like "reason price"."""
    answers = [Answer(n, TODAY - ago, *word.split(" ", 1), "told") for n, word in enumerate(words, 1)]  # type: ignore[arg-type]
    return why(answers, shows, (), TODAY, TODAY)


def asked(*words: str, ago: int = 0, shows: Hints = NOTHING) -> Question | None:
    return question(of(*words, ago=ago, shows=shows), TODAY)


def test_of_whom_nothing_is_known_one_asks_what_they_come_for() -> None:
    assert asked() == "what_for"
    assert asked(shows=Hints(("broad",), ("price",))) == "what_for"
    assert asked("reason price", ago=366) == "what_for", "what was said long ago isn't known any more"


@pytest.mark.parametrize(
    ("reason", "opener"),
    [("price", "closed_day"), ("person", "anyone_else"), ("near", "when_closed"), ("habit", "when_closed")],
)
def test_what_is_said_to_hold_them_is_tried_once(reason: str, opener: Question) -> None:
    assert asked(f"reason {reason}") == opener
    assert replies(opener, of(f"reason {reason}")) == (
        Reply("probe", f"{reason} refuted"),
        Reply("probe", f"{reason} confirmed"),
    )
    for verdict in ("refuted", "confirmed"):
        assert asked(f"reason {reason}", f"probe {reason} {verdict}") not in (opener, "what_for")


@pytest.mark.parametrize("reason", sorted({*FAMILIES["reason"]} - {*PROBES}))
def test_what_no_question_could_try_isnt_tried(reason: str) -> None:
    assert asked(f"reason {reason}") not in PROBES.values()


def test_who_leans_to_us_is_asked_for_a_friend() -> None:
    leaning = ("reason best", "recommends 10")
    assert of(*leaning).attitude.p >= 0.5
    assert asked(*leaning) == "someone_sent"
    assert replies("someone_sent", of(*leaning)) == (Reply("referral", "sent"),)


def test_who_doesnt_lean_to_us_is_asked_where_else_they_buy() -> None:
    assert asked("satisfaction so_so") == "elsewhere"
    assert [reply.value for reply in replies("elsewhere", of())] == ["mostly_here", "about_half", "mostly_elsewhere"]


def test_who_is_loyal_is_asked_what_to_make_more_of() -> None:
    assert of(*LOYAL).attitude.word == "loyal"
    assert asked(*LOYAL) == "make_more"
    assert replies("make_more", of(*LOYAL)) == (Reply("wish", ""),)


@pytest.mark.parametrize("words", [(), ("reason price",), LOYAL])
def test_an_open_complaint_is_put_right_before_anything_is_asked(words: tuple[str, ...]) -> None:
    assert asked(*words, "complaint open") == "apologise"
    assert replies("apologise", of()) == (Reply("complaint", "put_right"),)
    assert asked(*words, "complaint open", "complaint put_right") != "apologise"


def test_nothing_is_asked_that_could_change_nothing() -> None:
    everything = ("reason trouble", "recommends 0", "satisfaction disappointed")
    assert asked(*everything, "share mostly_elsewhere") is None
    assert asked(*everything, "share mostly_elsewhere", "referral sent") is None


def test_every_reason_can_be_picked() -> None:
    assert [reply.value for reply in replies("what_for", of())] == list(FAMILIES["reason"])


def test_nobody_is_asked_twice_within_three_weeks() -> None:
    assert may_ask(TODAY, None)
    assert not may_ask(TODAY, TODAY)
    assert not may_ask(TODAY, TODAY - 20)
    assert may_ask(TODAY, TODAY - 21)
    assert may_ask(TODAY, TODAY - 7, apart=7)


def test_nobody_is_asked_while_three_visits_fell_within_five_minutes() -> None:
    noon = 43_200
    assert is_rush([noon - 300, noon - 10, noon], noon)
    assert not is_rush([noon - 301, noon - 10, noon], noon)
    assert not is_rush([noon + 60, noon - 10, noon], noon), "a visit that is still to come"
    assert not is_rush([], noon)


WORDS = st.sampled_from(
    [f"{family} {value}" for family in ("reason", "share", "satisfaction") for value in FAMILIES[family]]
    + [f"recommends {n}" for n in range(11)]
    + ["referral sent", "complaint open", "complaint put_right", "wish "]
    + [f"probe {hook} {verdict}" for hook in PROBES for verdict in ("refuted", "confirmed")]
)


@given(st.lists(WORDS, max_size=8), st.integers(0, 800))
def test_whatever_was_said_the_next_question_has_answers_that_can_be_written_down(words: list[str], ago: int) -> None:
    reasons = of(*words, ago=ago)
    next_one = question(reasons, TODAY)
    if next_one is None:
        assert reasons.attitude.word in ("held", "unsure")
    else:
        assert replies(next_one, reasons)
