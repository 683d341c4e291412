"""Why somebody comes: against the vectors, and in the words of a shop."""

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core import stress
from loyaltui.core.evidence import (
    BEHAVIOUR,
    FAMILIES,
    PRIOR,
    WEIGHTS,
    Answer,
    changes,
    fading,
    guesses_right,
    weigh,
)
from loyaltui.core.hints import NOTHING, Hints
from loyaltui.core.rhythm import Score
from loyaltui.core.standing import standing
from loyaltui.core.stress import Event
from loyaltui.core.why import Why, why

VECTORS = json.loads((Path(__file__).parent / "standing-vectors.json").read_text(encoding="utf-8"))["why"]
TODAY = 739_800
ANA, TOM = 1, 2  # colleagues
FRIEND, OTHER_FRIEND = 11, 12
USUAL = Score(0.9, 0.9, 0.9, 0.9, 7.0)
SAID = {  # an answer as it is written down, for each kind of the vectors
    "recommends_9_10": ("recommends", "9"),
    "recommends_7_8": ("recommends", "7"),
    "recommends_0_6": ("recommends", "6"),
    "referral_came": ("referral", "sent"),
    "referral_says": ("referral", "sent"),
    "complaint_recovered": ("complaint", "put_right"),
    "pleased": ("satisfaction", "pleased"),
}


def answer(number: int, family: str, value: str, ago: int = 0, source: str = "told", **more: Any) -> Answer:
    return Answer(number, TODAY - ago, family, value, source, **more)  # type: ignore[arg-type]


def said(*words: str, ago: int = 0, source: str = "told") -> list[Answer]:
    """Answers like "reason price", all of one day."""
    return [answer(n, *word.split(" ", 1), ago=ago, source=source) for n, word in enumerate(words, 1)]


def read(
    answers: list[Answer], hints: Hints = NOTHING, *tests: stress.Test, bought: set[int] = frozenset(), **more: Any
) -> Why:
    return why(answers, hints, tests, TODAY, more.pop("last_visit", TODAY), bought, **more)


def met(kind: str, outcome: str = "passed", ago: int = 30, staff: int | None = None) -> stress.Test:
    return stress.Test(Event(1, TODAY - ago, kind, staff=staff), outcome, 3.0, 3, 9)  # type: ignore[arg-type]


def of_vector(kind: str, ago: int, number: int) -> list[Answer]:
    family, value = SAID.get(kind) or kind.split("_", 1)
    about = FRIEND if kind == "referral_came" else None
    first = [answer(number, family, "open", ago)] if kind == "complaint_recovered" else []
    return [*first, answer(number + 1, family, value, ago, about=about)]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["answers"]))
def test_the_reference_cases_come_out_to_the_sixth_digit(vector: dict[str, Any]) -> None:
    answers = [one for n, (kind, ago) in enumerate(vector["answers"]) for one in of_vector(kind, ago, 2 * n + 1)]
    shown = tuple(name for name in vector["till"] if not name.startswith("stress"))
    tests = [met("stock_out", name.removeprefix("stress_")) for name in vector["till"] if name.startswith("stress")]
    attitude = read(answers, Hints(shown), *tests, bought={FRIEND}).attitude
    assert attitude.word == vector["verdict"]
    assert attitude.p == pytest.approx(vector["p"], abs=1e-6)
    assert attitude.log_odds == pytest.approx(vector["log_odds"], abs=1e-6)
    assert attitude.known == pytest.approx(vector["known"], abs=1e-6)


def test_what_you_guess_never_enters_the_verdict_but_stands_beside_it() -> None:
    guesses = said("reason best", "recommends 10", "share mostly_here", source="guess")
    guessed = read(guesses)
    assert replace(guessed, guess=None) == read([])
    assert (guessed.attitude.word, guessed.guess) == ("unknown", "loyal")
    assert read(said("reason price")).guess is None


def test_a_guess_that_was_wrong_gives_way_to_what_they_say_later() -> None:
    guess = answer(1, "reason", "best", 10, "guess")
    told = answer(2, "reason", "price", 3)
    assert read([guess, told]).held_by == ("price",)
    assert guesses_right([guess, told]) == (0, 1)
    assert guesses_right([guess, told._replace(value="best")]) == (1, 1)
    assert guesses_right([guess]) == (0, 0)


def test_a_guess_of_nine_was_right_when_they_say_ten() -> None:
    guess = answer(1, "recommends", "9", 10, "guess")
    assert guesses_right([guess, answer(2, "recommends", "10")]) == (1, 1)
    assert guesses_right([guess, answer(2, "recommends", "8")]) == (0, 1)


def test_a_guessed_wish_is_neither_right_nor_wrong() -> None:
    assert guesses_right([answer(1, "wish", "", 10, "guess"), answer(2, "wish", "")]) == (0, 0)


def test_the_newest_answer_to_a_question_is_the_one_that_counts() -> None:
    both = read([answer(1, "recommends", "2", 40), answer(2, "recommends", "10", 10)])
    assert both.attitude == read([answer(2, "recommends", "10", 10)]).attitude


def test_what_is_said_tomorrow_is_not_known_today() -> None:
    assert read([answer(1, "recommends", "10", -1)]) == read([])


def test_an_answer_counts_half_after_a_year() -> None:
    fresh, old = read(said("recommends 10")).attitude, read(said("recommends 10", ago=365)).attitude
    assert old.log_odds - PRIOR == pytest.approx((fresh.log_odds - PRIOR) / 2)
    assert (fresh.known, old.known) == (1.0, 0.5)
    assert old.word != "unknown"
    assert read(said("recommends 10", ago=366)).attitude.word == "unknown"


def test_a_friend_counts_once_they_have_bought() -> None:
    sent = [answer(1, "referral", "sent", about=FRIEND)]
    says, came = read(sent), read(sent, bought={FRIEND})
    assert says.attitude.log_odds == pytest.approx(PRIOR + 0.6)
    assert came.attitude.log_odds == pytest.approx(PRIOR + 1.6)
    assert read([answer(1, "referral", "sent")], bought={FRIEND}).attitude == read(said("referral sent")).attitude


def test_a_second_friend_who_hasnt_come_yet_doesnt_take_back_the_first() -> None:
    first, second = answer(1, "referral", "sent", 100, about=FRIEND), answer(2, "referral", "sent", about=OTHER_FRIEND)
    alone, both = read([first], bought={FRIEND}).attitude, read([first, second], bought={FRIEND}).attitude
    assert both.p == alone.p
    assert [line.kind for line in both.evidence] == ["referral_came"]


def test_a_complaint_put_right_speaks_for_us_once_they_came_back() -> None:
    complaint = [answer(1, "complaint", "open", 20), answer(2, "complaint", "put_right", 10)]
    kinds = {back: read(complaint, last_visit=TODAY - back).attitude.evidence[0].kind for back in (9, 10, 30)}
    assert kinds == {9: "complaint_recovered", 10: "complaint_put_right", 30: "complaint_put_right"}
    assert not read(complaint).complaint_open
    assert read(complaint[:1]).complaint_open
    assert read([*complaint, answer(3, "complaint", "open", 1)]).complaint_open


def test_a_complaint_that_was_withdrawn_leaves_no_amends_behind() -> None:
    assert read([answer(2, "complaint", "put_right", 10)]) == read([])


def test_nobody_is_held_unless_something_speaks_against_loyalty() -> None:
    assert read(said("share about_half")).attitude.word == "unsure"
    assert read(said("share about_half", "satisfaction disappointed")).attitude.word == "held"
    assert read(said("reason habit")).attitude.word == "held"


@pytest.mark.parametrize("hook", [value for value in FAMILIES["reason"] if value != "best"])
def test_every_reason_but_liking_it_best_is_what_holds_them(hook: str) -> None:
    assert read(said(f"reason {hook}")).held_by == (hook,)
    assert read(said("reason best")).held_by == ()


def test_who_waits_for_us_on_our_closed_day_isnt_held_by_the_price() -> None:
    price = answer(1, "reason", "price", 20)
    tried = [price, answer(2, "probe", "price refuted", 10)]
    assert read(tried).held_by == ()
    assert read([*tried, answer(3, "probe", "price confirmed", 5)]).held_by == ("price",)
    assert read([*tried, price._replace(id=4, day=TODAY)]).held_by == ("price",), "they say so again"
    assert read([price, answer(2, "probe", "near refuted", 10)]).held_by == ("price",), "that was another reason"


def test_a_reason_that_was_tried_and_refuted_isnt_hinted_at_either() -> None:
    shows = Hints(hooks=("price", "habit"))
    assert read(said("reason price"), shows).perhaps == ("habit",)
    assert read(said("reason price", "probe price refuted"), shows).perhaps == ("habit",)
    assert read(said("reason best"), shows).perhaps == ("price", "habit")


@pytest.mark.parametrize(
    ("kind", "hook"),
    [
        ("prices_up", "price"),
        ("competitor", "near"),
        ("competitor", "no_alternative"),
        ("programme_paused", "points"),
        ("colleague_left", "person"),
    ],
)
def test_who_stays_when_it_changes_wasnt_held_by_it(kind: str, hook: str) -> None:
    reason = said(f"reason {hook}", ago=60)
    assert read(reason, NOTHING, met(kind)).held_by == ()
    for other in (met(kind, "failed"), met(kind, "open"), met("stock_out"), met(kind, ago=61)):
        assert read(reason, NOTHING, other).held_by == (hook,)
    assert read([], Hints(hooks=(hook,)), met(kind)).perhaps == ()
    assert read([], Hints(hooks=(hook,)), met(kind, "failed")).perhaps == (hook,)


def test_who_comes_for_ana_isnt_tested_by_tom_leaving() -> None:
    ana = [answer(1, "reason", "person", 60, about=ANA)]
    assert read(ana, NOTHING, met("colleague_left", staff=TOM)).held_by == ("person",)
    assert read(ana, NOTHING, met("colleague_left", staff=ANA)).held_by == ()
    shows = Hints(hooks=("person",), person=ANA)
    assert read([], shows, met("colleague_left", staff=TOM)).perhaps == ("person",)
    assert read([], shows, met("colleague_left", staff=ANA)).perhaps == ()


def test_the_colleague_is_named_whom_they_come_for() -> None:
    assert read([answer(1, "reason", "person", about=ANA)], Hints(hooks=("person",), person=TOM)).person == ANA
    assert read([], Hints(hooks=("person",), person=TOM)).person == TOM
    assert read(said("reason price"), Hints(hooks=("habit",))).person is None


def test_a_shop_can_weigh_otherwise() -> None:
    milder = read(said("reason price"), weights=WEIGHTS | {"reason_price": 2.5})
    assert (read(said("reason price")).attitude.word, milder.attitude.word) == ("held", "loyal")


def test_what_would_change_the_verdict_really_would() -> None:
    said_so, shows = said("recommends 10"), Hints(("broad",))
    now = read(said_so, shows).attitude
    found = changes(now, TODAY)
    assert found[0] == ("referral_came", "loyal")
    for kind, word in found:
        then = read([*said_so, *of_vector(kind, 0, 7)], shows, bought={FRIEND}).attitude
        assert then.word == word != now.word


def words_of(family: str) -> list[str]:
    return {"recommends": [str(n) for n in range(11)], "referral": ["sent"], "complaint": ["open", "put_right"]}.get(
        family, [*FAMILIES[family]]
    )


ANSWERS = st.lists(
    st.sampled_from([*FAMILIES]).flatmap(
        lambda family: st.builds(
            answer,
            st.integers(1, 1_000_000),
            st.just(family),
            st.sampled_from(words_of(family)),
            st.integers(-5, 1500),
            st.sampled_from(["told", "saw", "guess"]),
            about=st.sampled_from([FRIEND, OTHER_FRIEND, None]) if family == "referral" else st.none(),
        )
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)
SHOWN = st.lists(st.sampled_from(["broad", "steady", "bargain_led"]), unique=True).map(tuple)
TESTS = st.lists(st.builds(met, st.just("stock_out"), st.sampled_from(["passed", "failed", "open"])), max_size=3)
FOR_US = [("recommends", "9"), ("share", "mostly_here"), ("reason", "best"), ("satisfaction", "pleased")]
SENT = [("referral", "sent")]


@pytest.mark.parametrize(
    ("rhythm", "word"),
    [
        ("regular", "loyal"),
        ("occasional", "fond"),
        ("new", "fond"),
        ("slipping", "slipping"),
        ("lost", "lost"),
    ],
)
def test_one_word_crosses_how_they_come_with_why(rhythm: Any, word: str) -> None:
    loves_us = read(said("recommends 10", "share mostly_here", "reason best"))
    stands = standing(rhythm, USUAL, 9, TODAY, 0, 21, loves_us)
    assert (stands.word, stands.attitude) == (word, "loyal")
    for words in ([], ["reason price"], ["recommends 10"]):
        assert standing(rhythm, USUAL, 9, TODAY, 0, 21, read(said(*words))).word == rhythm


@given(SHOWN, TESTS, ANSWERS)
def test_visits_alone_and_guesses_make_nobody_loyal(
    shown: tuple[str, ...], tests: list[stress.Test], answers: list[Answer]
) -> None:
    guesses = [one._replace(source="guess") for one in answers]
    reasons = read(guesses, Hints(shown), *tests)
    assert reasons.attitude.word == "unknown"
    assert standing("regular", USUAL, 100, TODAY, 0, 21, reasons).word == "regular"


@given(SHOWN, TESTS)
def test_all_the_till_shows_together_weighs_little(shown: tuple[str, ...], tests: list[stress.Test]) -> None:
    attitude = read([], Hints(shown), *tests).attitude
    assert abs(attitude.log_odds - PRIOR) <= 0.6 + 1e-9
    assert {line.kind for line in attitude.evidence} <= {*BEHAVIOUR}


@given(ANSWERS, SHOWN, st.sampled_from(FOR_US + SENT), st.sampled_from([FRIEND, OTHER_FRIEND, None]))
def test_one_more_word_for_us_never_lowers_the_chance_that_they_are_loyal(
    answers: list[Answer], shown: tuple[str, ...], word: tuple[str, str], about: int | None
) -> None:
    past = [one for one in answers if one.day <= TODAY]
    more = answer(2_000_000, *word, about=about if word in SENT else None)
    before, after = (read(some, Hints(shown), bought={FRIEND}) for some in (past, [*past, more]))
    assert after.attitude.p >= before.attitude.p - 1e-12


@given(ANSWERS, st.randoms(use_true_random=False))
def test_the_order_in_which_answers_are_read_doesnt_matter(answers: list[Answer], rng: Any) -> None:
    mixed = rng.sample(answers, len(answers))
    assert read(mixed, bought={FRIEND}) == read(answers, bought={FRIEND})


@given(ANSWERS, st.integers(0, 7))
def test_who_is_called_loyal_has_said_or_shown_something_that_speaks_for_us(answers: list[Answer], which: int) -> None:
    reasons = read(answers, Hints(("broad", "steady")), bought={FRIEND})
    if reasons.attitude.word == "loyal":
        assert any(line.answer and line.weight > 0 for line in reasons.attitude.evidence)
    if answers:
        left_out = answers[which % len(answers)]
        rest = read([one for one in answers if one != left_out], bought={FRIEND})
        assert all(line.answer != left_out for line in rest.attitude.evidence)


def test_three_answers_come_to_the_same_in_any_order_of_their_days() -> None:
    words = (("recommends", "9"), ("share", "mostly_here"), ("reason", "near"))
    found = {
        read([answer(n, *word, ago=30) for n, word in enumerate(order, 1)]).attitude.log_odds
        for order in permutations(words)
    }
    assert max(found) - min(found) < 1e-9
    assert fading(TODAY - 30, TODAY) < 1


@pytest.mark.parametrize("weights", [{"known_from": 0.05, "at_first": 0.99}, {"at_first": 0.99, "loyal_from": 0.5}])
def test_whatever_the_weights_nobody_is_called_loyal_without_an_answer(weights: dict[str, float]) -> None:
    assert weigh([], ["broad", "steady", "stress_passed"], TODAY, WEIGHTS | weights).word == "unknown"
