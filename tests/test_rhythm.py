"""How someone comes: against the vectors, against the published CDNOW figures, and in the words of a shop."""

import csv
import gzip
import json
from collections.abc import Iterable
from datetime import date
from math import exp, isfinite
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loyaltui.core.fitting import (
    choose_k,
    fit,
    learn,
    minimise,
    negative_log_likelihood,
    negative_log_posterior,
    prior_centre,
    tally,
)
from loyaltui.core.rhythm import Model, OpenDays, Score, Visits, horizon, outlast, rhythm, score, typical_gap, visits_of

HERE = Path(__file__).parent
VECTORS = json.loads((HERE / "standing-vectors.json").read_text(encoding="utf-8"))
CAFE = Model(G=14.0, k=1, r=1.2, alpha=16.0, a=0.1, b=4.0)
FORTY_YEARS = 14_610
ALWAYS_OPEN = OpenDays()

Days = dict[str, list[int]]  # customer: the days they bought on, in order


@pytest.fixture(scope="module")
def cdnow() -> Days:
    days: dict[str, set[int]] = {}
    with gzip.open(HERE / "data" / "cdnow_sample.csv.gz", "rt", encoding="ascii") as file:
        for row in csv.DictReader(file):
            days.setdefault(row["customer_id"], set()).add(date.fromisoformat(row["date"]).toordinal())
    return {customer: sorted(bought) for customer, bought in days.items()}


def seen_from(today: int, days: Iterable[list[int]]) -> list[Visits]:
    known = [[day for day in bought if day <= today] for bought in days]
    return [visits_of(past[0], past[-1], len(past), today, ALWAYS_OPEN) for past in known if past]


def came_between(first: int, last: int, days: Iterable[list[int]]) -> list[bool]:
    """For those already customers at `first`: did they come after it, up to `last`?"""
    return [any(first < day <= last for day in bought) for bought in days if bought[0] <= first]


def simulated_shop(steadiness: int, customers: int = 300, length: int = 300) -> list[list[int]]:
    """Everyone has their own pace, some stop after a visit; gaps are as steady as `steadiness` stages make them."""
    chance = Random(7)
    days = []
    for _ in range(customers):
        pace, day, bought = chance.gammavariate(4, 5), chance.uniform(0, length / 2), set[int]()
        while day < length and (not bought or chance.random() > 0.05):
            bought.add(int(day))
            day += 1 + chance.gammavariate(steadiness, pace / steadiness)
        days.append(sorted(bought))
    return days


@st.composite
def visits(draw: st.DrawFn, most: int = 10_000) -> Visits:
    x = draw(st.integers(0, most))
    tx = draw(st.integers(x, max(x, FORTY_YEARS))) if x else 0
    return Visits(x, tx, tx + draw(st.integers(0, FORTY_YEARS)))


positive = st.floats(1e-3, 1e3)
models = st.builds(Model, G=positive, k=st.sampled_from([1, 2, 3]), r=positive, alpha=positive, a=positive, b=positive)


@pytest.mark.parametrize("case", VECTORS["score"])
def test_everyone_gets_the_chances_and_the_word_that_the_vectors_give_them(case: dict) -> None:
    model, who = Model(**case["model"]), Visits(case["x"], case["tx"], case["T"])
    found = score(model, who, case["h"])
    for name in ("p_return", "p_just_after_visit", "p_alive", "lateness", "usual_gap"):
        assert getattr(found, name) == pytest.approx(case[name], abs=1e-6), name
    assert rhythm(model, who, found, case["h"]) == case["label"]


@pytest.mark.parametrize("case", VECTORS["objective"])
def test_how_likely_a_shops_visits_are_agrees_with_the_vectors(case: dict) -> None:
    customers = tally(Visits(*row) for row in case["rows"])
    assert negative_log_posterior(case["theta"], customers, case["k"]) == pytest.approx(
        case["neg_log_posterior"], abs=1e-6
    )


@pytest.mark.parametrize("case", VECTORS["fit"])
def test_what_is_learnt_from_a_shop_agrees_with_the_vectors(case: dict) -> None:
    model = fit([Visits(*row) for row in case["rows"]], case["k"])
    for name, value in case["result"].items():
        assert getattr(model, name) == pytest.approx(value, rel=0.05), name
    for row, chance in case.get("p_return_60", {}).items():
        who = Visits(*json.loads(row.replace("(", "[").replace(")", "]")))
        assert score(model, who, 60).p_return == pytest.approx(chance, abs=case["tolerance_p"])


@pytest.mark.parametrize("case", VECTORS["horizon"])
def test_coming_back_means_within_three_usual_gaps_of_the_shop_but_two_weeks_to_three_months(case: dict) -> None:
    assert horizon(case["G"]) == case["horizon"]


def test_the_published_figures_for_cdnow_come_out_of_the_same_data(cdnow: Days) -> None:
    published = VECTORS["cdnow"]
    rows = seen_from(date(1997, 9, 30).toordinal(), cdnow.values())
    assert (len(rows), sum(row.x for row in rows)) == (published["customers"], published["repeat_visits"])
    weeks = tally(Visits(x, tx / 7, T / 7) for x, tx, T in rows)
    theta = minimise(lambda theta: negative_log_likelihood(theta, weeks, 1), prior_centre(1))
    table = published["mbg_nbd"]
    assert [exp(t) for t in theta] == pytest.approx([table[name] for name in ("r", "alpha", "a", "b")], rel=2e-3)
    assert -negative_log_likelihood(theta, weeks, 1) == pytest.approx(table["ll"], abs=0.05)


def test_what_is_foretold_for_the_next_three_months_is_about_what_happens(cdnow: Days) -> None:
    today, h = date(1997, 9, 30).toordinal(), 90
    rows = seen_from(today, cdnow.values())
    model = learn(rows, seen_from(today - h, cdnow.values()), came_between(today - h, today, cdnow.values()))
    assert (model.k, horizon(model.G)) == (1, h)
    came = came_between(today, today + h, cdnow.values())
    scores = [score(model, row, h) for row in rows]
    assert sum(s.p_return for s in scores) / len(rows) == pytest.approx(sum(came) / len(rows), abs=0.03)
    by_word: dict[str, list[bool]] = {}
    for row, s, back in zip(rows, scores, came, strict=True):
        by_word.setdefault(rhythm(model, row, s, h), []).append(back)
    share = {word: sum(backs) / len(backs) for word, backs in by_word.items()}
    assert share["regular"] > 0.6 > 0.4 > share["occasional"] > share["slipping"] > 0.2 > 0.1 > share["lost"]


def test_a_big_shop_is_learnt_from_a_sample_that_stands_for_everyone(cdnow: Days) -> None:
    rows = seen_from(date(1997, 9, 30).toordinal(), cdnow.values())
    sampled, gap = fit(rows, 1), typical_gap(rows)
    everyone = tally(Visits(x, tx / gap, T / gap) for x, tx, T in rows)
    r, alpha, a, b = map(exp, minimise(lambda theta: negative_log_posterior(theta, everyone, 1), prior_centre(1)))
    whole = Model(gap, 1, r, alpha * gap, a, b)
    assert max(abs(score(sampled, row, 90).p_return - score(whole, row, 90).p_return) for row in rows) < 0.03
    assert fit(Random(7).sample(rows, len(rows)), 1) == sampled


def word(model: Model, x: int, tx: int, T: int) -> str:
    h = horizon(model.G)
    return rhythm(model, Visits(x, tx, T), score(model, Visits(x, tx, T), h), h)


@pytest.mark.parametrize(
    ("x", "away", "p_return", "usual_gap", "expected"),
    [
        (5, 43, 0.099, 7.0, "lost"),
        (5, 43, 0.10, 7.0, "slipping"),
        (5, 42, 0.099, 7.0, "slipping"),
        (5, 20, 0.599, 7.0, "slipping"),
        (5, 20, 0.601, 7.0, "regular"),
        (0, 42, 0.05, 7.0, "new"),
        (0, 43, 0.599, 7.0, "slipping"),
        (0, 43, 0.601, 7.0, "new"),
        (1, 20, 0.601, 7.0, "occasional"),
        (2, 20, 0.601, 28.0, "regular"),
        (2, 20, 0.601, 28.1, "occasional"),
    ],
)
def test_each_word_begins_where_the_rules_say(
    x: int, away: int, p_return: float, usual_gap: float, expected: str
) -> None:
    found = Score(p_return, p_just_after_visit=0.8, p_alive=0.9, lateness=0.5, usual_gap=usual_gap)
    tx = 30 if x else 0
    assert rhythm(CAFE, Visits(x, tx, tx + away), found, 42) == expected


def test_someone_who_came_every_week_is_regular() -> None:
    assert word(CAFE, 50, 350, 355) == "regular"


def test_someone_who_came_every_week_and_stays_away_six_weeks_is_slipping() -> None:
    assert word(CAFE, 50, 350, 350 + 42) == "slipping"


def test_someone_who_came_every_week_and_stays_away_a_season_is_lost() -> None:
    assert word(CAFE, 50, 350, 350 + 90) == "lost"


def test_someone_seen_once_is_new_and_not_called_slipping_before_the_horizon_is_over() -> None:
    hasty = Model(G=14.0, k=1, r=3.0, alpha=8.0, a=1.0, b=2.0)
    assert [word(hasty, 0, 0, T) for T in (0, 20, 42)] == ["new", "new", "new"]
    assert word(hasty, 0, 0, 43) in ("slipping", "lost")


def test_nobody_is_lost_before_the_horizon_is_over_however_often_they_came() -> None:
    assert word(CAFE, 300, 350, 350 + 42) == "slipping"
    assert word(CAFE, 300, 350, 350 + 43) == "lost"


def test_someone_who_came_twice_or_seldom_is_occasional() -> None:
    assert word(CAFE, 1, 7, 10) == "occasional"
    assert word(CAFE, 4, 200, 205) == "occasional"


def test_the_same_silence_says_more_about_a_frequent_customer_than_about_a_rare_one() -> None:
    weekly, quarterly = Visits(50, 350, 380), Visits(4, 350, 380)
    assert score(CAFE, weekly, 42).lateness < 0.05 < 0.5 < score(CAFE, quarterly, 42).lateness


def test_a_gap_of_more_stages_is_steadier_so_that_a_short_one_is_sure_and_a_long_one_rare() -> None:
    short, long = ([outlast(gap, 900 * k, 900 * 10.0, k) for k in (1, 2, 3)] for gap in (2, 60))
    assert short == sorted(short)
    assert long == sorted(long, reverse=True)


@example(Model(30.0, 3, 0.0012529392591771943, 72977.35320367741, 1.0, 1.0), Visits(0, 0, 1), 1)  # would be -1e-17
@example(Model(30.0, 3, 0.0015579454174263106, 85822.84051218604, 1.0, 1.0), Visits(0, 0, 1), 7)  # would be 1 + 1e-16
@given(models, visits(), st.integers(1, 365))
def test_chances_are_chances_for_anyone_in_forty_years(model: Model, who: Visits, h: int) -> None:
    found = score(model, who, h)
    assert all(0 <= p <= 1 for p in (found.p_return, found.p_just_after_visit, found.p_alive, found.lateness))
    assert isfinite(found.usual_gap)
    assert found.usual_gap > 0
    assert found.p_return <= found.p_alive
    assert rhythm(model, who, found, h) in ("lost", "slipping", "new", "occasional", "regular")


@given(models, visits(), st.integers(1, 365), st.integers(0, 1000))
def test_where_gaps_have_one_stage_a_longer_silence_never_raises_the_chance_of_coming_back(
    model: Model, who: Visits, h: int, longer: int
) -> None:
    model = Model(model.G, 1, model.r, model.alpha, model.a, model.b)
    later = who._replace(T=who.T + longer)
    assert score(model, later, h).p_return <= score(model, who, h).p_return + 1e-9


@given(models, visits(), st.integers(1, 365), st.integers(0, 1000))
def test_given_more_time_someone_is_no_less_likely_to_come_back(model: Model, who: Visits, h: int, more: int) -> None:
    assert score(model, who, h + more).p_return >= score(model, who, h).p_return - 1e-9


@given(models, visits(), st.integers(1, 365))
def test_someone_who_is_here_today_has_the_chance_of_just_after_a_visit(model: Model, who: Visits, h: int) -> None:
    found = score(model, who._replace(T=who.tx), h)
    assert found.p_return == pytest.approx(found.p_just_after_visit, abs=1e-12)
    assert found.lateness == 1


@settings(max_examples=20, deadline=None)
@given(st.lists(visits(most=30), min_size=1, max_size=40), st.randoms(use_true_random=False), st.sampled_from([1, 2]))
def test_the_order_of_the_customers_teaches_nothing(rows: list[Visits], chance: Random, k: int) -> None:
    shuffled = chance.sample(rows, len(rows))
    assert fit(shuffled, k) == fit(rows, k)


@settings(max_examples=20, deadline=None)
@given(st.lists(visits(), max_size=30), st.sampled_from([1, 2, 3]))
def test_however_odd_the_shop_what_is_learnt_can_be_used(rows: list[Visits], k: int) -> None:
    model = fit(rows, k)
    assert all(isfinite(v) and v > 0 for v in (model.G, model.r, model.alpha, model.a, model.b))


def test_a_shop_where_everyone_came_once_and_today_can_be_learnt_from() -> None:
    model = learn([Visits(0, 0, 0)] * 50, [], [])
    assert (model.G, model.k) == (30, 1)
    assert word(model, 0, 0, 0) == "new"


def test_a_typical_gap_needs_five_who_came_twice() -> None:
    four = [Visits(1, 7, 9)] * 4
    assert typical_gap(four) == 30
    assert typical_gap([*four, Visits(2, 14, 20), Visits(0, 0, 100)]) == 7


def steps_learnt(days: list[list[int]], h: int = 60, today: int = 299) -> int:
    return choose_k(seen_from(today - h, days), came_between(today - h, today, days), h)


def test_a_shop_of_people_with_fixed_habits_is_learnt_as_steady() -> None:
    assert steps_learnt(simulated_shop(steadiness=6)) == 3


def test_a_shop_of_people_who_drop_in_as_they_please_is_not_learnt_as_steady() -> None:
    assert steps_learnt(simulated_shop(steadiness=1)) == 1


def test_more_steadiness_is_only_believed_where_it_foretells_clearly_better() -> None:
    assert steps_learnt(simulated_shop(steadiness=2)) == 2


@pytest.mark.parametrize("outcome", [True, False])
def test_fewer_than_five_who_came_or_who_stayed_away_tell_nothing_about_steadiness(outcome: bool) -> None:
    days = simulated_shop(steadiness=6)
    known = list(zip(seen_from(239, days), came_between(239, 299, days), strict=True))
    rare, rest = ([pair for pair in known if (pair[1] == outcome) == wanted] for wanted in (True, False))
    four, five = (choose_k(*zip(*rare[:few], *rest, strict=True), 60) for few in (4, 5))
    assert four == 1 < five


def test_fewer_than_thirty_customers_tell_nothing_about_steadiness() -> None:
    days = simulated_shop(steadiness=6)
    assert steps_learnt(days[:29]) == 1 < steps_learnt(days[:40])
    assert choose_k([], [], 60) == 1


def test_the_search_for_the_likeliest_model_finds_the_lowest_point_of_a_bent_valley() -> None:
    lowest = minimise(lambda p: (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2, [-1.2, 1.0], close=1e-12)
    assert lowest == pytest.approx([1, 1], abs=1e-4)


def test_a_wild_guess_is_no_reason_to_stop_the_search() -> None:
    customers = tally([Visits(3, 20, 30)])
    assert negative_log_likelihood([900.0, 0, 0, 0], customers, 1) == float("inf")
    assert isfinite(negative_log_likelihood([-19.0, 19.0, 19.0, -19.0], customers, 3))


def test_a_fortnights_holiday_makes_nobody_slip() -> None:
    first, last, today = 1000, 1350, 1350 + 42
    h = horizon(CAFE.G)
    holiday = OpenDays(range(last + 3, last + 17))
    late, forgiven = (visits_of(first, last, 51, today, days) for days in (ALWAYS_OPEN, holiday))
    assert forgiven == Visits(50, 350, 350 + 28)
    assert rhythm(CAFE, late, score(CAFE, late, h), h) == "slipping"
    assert rhythm(CAFE, forgiven, score(CAFE, forgiven, h), h) == "regular"


def test_a_shop_that_never_closes_counts_plain_days() -> None:
    assert ALWAYS_OPEN.between(100, 130) == 30


def test_only_the_closed_days_passed_in_between_are_cut() -> None:
    closed = OpenDays([99, 100, 105, 105, 110, 111])
    assert closed.between(100, 110) == 9
    assert closed.between(105, 105) == 0


@given(st.sets(st.integers(0, 60)), st.integers(0, 60), st.integers(0, 60))
def test_two_different_days_are_at_least_one_apart_even_if_sold_on_a_closed_day(
    closed: set[int], first: int, span: int
) -> None:
    days = OpenDays(closed)
    assert min(1, span) <= days.between(first, first + span) <= span
    assert days.between(first, first + span + 1) - days.between(first, first + span) in (0, 1)
    assert days.between(first, first) == 0
