"""What the till shows of somebody beside how often they come: hints, and only where the till records such a thing."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core.evidence import BEHAVIOUR, HOOKS
from loyaltui.core.hints import NOTHING, Hints, Past, hints, slot, tail, usual

ANA, TOM, EVA = 1, 2, 3
FRIDAY_MORNING = 16


def past(visits: int = 20, **more: object) -> Past:
    """Somebody who comes every other day, at all hours, to anybody, without discounts or rewards."""
    plain = {"discounted": 0, "redeemed": 0, "categories": 1, "slots": Counter(), "staff": Counter()}
    return Past(visits, range(0, 2 * visits, 2), **(plain | more))  # type: ignore[arg-type]


def uneven(visits: int) -> tuple[int, ...]:
    """Visit-days of somebody who comes in bursts."""
    return tuple(day + 50 * (n // 4) for n, day in enumerate(range(visits)))


def seen(one: Past, *others: Past) -> Hints:
    """What the till shows of one customer, in a shop with these others."""
    return hints(one, usual([one, *others]))


def crowd(**more: object) -> list[Past]:
    """Thirty ordinary customers."""
    return [past(**more) for _ in range(30)]


ALL_HOURS = Counter(dict.fromkeys(range(28), 3))


def test_who_buys_from_more_shelves_than_most_who_come_as_often_is_broad() -> None:
    others = [past(categories=2)] * 8 + [past(categories=3)] * 3
    assert "broad" in seen(past(categories=4), *others).behaviour
    assert "broad" in seen(past(categories=3), *others).behaviour
    assert "broad" not in seen(past(categories=2), *others).behaviour


def test_breadth_is_compared_with_those_who_come_as_often_only() -> None:
    daily = [past(visits=200, categories=9)] * 20
    few = [past(visits=5, categories=2)] * 9
    assert "broad" in seen(past(visits=5, categories=3), *daily, *few).behaviour
    assert "broad" not in seen(past(visits=5, categories=3), *daily, *few[1:]).behaviour, "nine are too few to compare"
    assert "broad" not in seen(past(visits=3, categories=9), *[past(visits=3)] * 20).behaviour, "too few visits"


def test_where_the_till_knows_one_category_or_none_nobody_is_broad() -> None:
    for categories in (0, 1):
        assert "broad" not in seen(past(categories=categories), *crowd(categories=categories)).behaviour


def test_who_comes_at_even_gaps_is_steady() -> None:
    assert "steady" in seen(past(5)).behaviour
    assert "steady" not in seen(past(4)).behaviour, "four visits are too few"
    assert "steady" not in seen(past(12)._replace(days=uneven(12))).behaviour, "they come in bursts"
    assert "steady" not in seen(past(6)._replace(days=(0, 1))).behaviour, "six receipts of two days"


def test_who_mostly_comes_with_a_discount_perhaps_comes_for_the_price() -> None:
    others = [past(discounted=1)] * 12
    hunter = seen(past(discounted=16), *others)
    assert (hunter.behaviour, hunter.hooks) == (("steady", "bargain_led"), ("price",))
    assert seen(past(discounted=9), *others).hooks == (), "less than half"
    assert seen(past(4, discounted=4), *others).hooks == (), "four visits are too few"
    assert seen(past(5, discounted=4), *others).hooks == (), "four of five may be chance"


def test_where_everybody_gets_discounts_only_the_keenest_are_led_by_bargains() -> None:
    others = [past(discounted=13)] * 12
    assert seen(past(discounted=12), *others).hooks == ()
    assert seen(past(discounted=20), *others).hooks == ("price",)


def test_where_the_till_records_no_discounts_nobody_is_led_by_bargains() -> None:
    assert usual(crowd()).discounted is None
    assert seen(past(), *crowd()).hooks == ()


def test_who_always_comes_on_friday_mornings_perhaps_comes_out_of_habit() -> None:
    keeps = Counter({FRIDAY_MORNING: 6, 2: 2})
    others = crowd(slots=ALL_HOURS)
    assert seen(past(8, slots=keeps), *others).hooks == ("habit",)
    assert seen(past(8, slots=Counter({FRIDAY_MORNING: 5, 2: 3})), *others).hooks == (), "less than three in four"
    assert seen(past(7, slots=Counter({FRIDAY_MORNING: 7})), *others).hooks == (), "seven visits are too few"


def test_where_everybody_comes_on_friday_mornings_its_nobodys_habit() -> None:
    market = Counter({FRIDAY_MORNING: 18, 2: 2})
    assert seen(past(slots=market), *crowd(slots=market)).hooks == ()


def test_a_daily_customer_has_no_weekday() -> None:
    each = Counter({4 * weekday: 40 for weekday in range(5)})
    assert seen(past(200, slots=each), *crowd(slots=ALL_HOURS)).hooks == ()


def test_where_the_till_knows_no_times_or_colleagues_there_is_no_habit_and_no_person() -> None:
    assert seen(past(), *crowd()) == Hints(("steady",))


def test_a_weekday_and_a_part_of_the_day_are_one_slot() -> None:
    assert len({slot(day, hour * 3600) for day in range(739_800, 739_807) for hour in range(24)}) == 28
    assert slot(739_800, 11 * 3600 - 1) != slot(739_800, 11 * 3600) == slot(739_800, 14 * 3600 - 1)
    assert slot(739_800, 0) == slot(739_807, 0)


def staffed(**served: int) -> Counter[int]:
    return Counter({{"ana": ANA, "tom": TOM, "eva": EVA}[name]: count for name, count in served.items()})


def test_who_is_nearly_always_served_by_ana_perhaps_comes_for_her() -> None:
    others = crowd(staff=staffed(ana=6, tom=7, eva=7))
    with_ana = seen(past(staff=staffed(ana=18, tom=2)), *others)
    assert (with_ana.hooks, with_ana.person) == (("person",), ANA)
    assert seen(past(staff=staffed(ana=14, tom=6)), *others).person is None, "less than three in four"
    assert seen(past(staff=staffed(ana=7)), *others).person is None, "seven visits are too few"


def test_six_of_eight_visits_with_somebody_who_serves_a_third_is_just_chance_enough() -> None:
    others = crowd(staff=staffed(ana=7, tom=7, eva=6))
    assert seen(past(staff=staffed(ana=6, tom=1, eva=1)), *others).person is None


@pytest.mark.parametrize("visits", [8, 40, 400])
def test_a_colleague_who_serves_half_the_shop_is_nobodys_own(visits: int) -> None:
    others = crowd(staff=staffed(ana=11, tom=9))
    assert seen(past(staff=staffed(ana=visits)), *others).person is None


def test_who_redeems_on_half_of_their_visits_perhaps_comes_for_the_points() -> None:
    assert seen(past(6, redeemed=3)).hooks == ("points",)
    assert seen(past(6, redeemed=2)).hooks == ()
    assert seen(past(5, redeemed=5)).hooks == (), "five visits are too few"


def test_somebody_who_came_three_thousand_times_is_read_like_anybody() -> None:
    always = past(3000, slots=Counter({FRIDAY_MORNING: 2400, 2: 600}), staff=staffed(ana=2400, tom=600))
    others = crowd(slots=Counter(dict.fromkeys(range(28), 300)), staff=staffed(ana=300, tom=500, eva=300))
    assert seen(always, *others).hooks == ("habit", "person")


COUNTS = st.dictionaries(st.integers(0, 27), st.integers(1, 40), max_size=6).map(Counter)
PASTS = st.builds(
    lambda visits, discounted, redeemed, categories, slots, staff: past(
        visits, discounted=min(visits, discounted), redeemed=redeemed, categories=categories, slots=slots, staff=staff
    ),
    st.integers(1, 60),
    st.integers(0, 60),
    st.integers(0, 60),
    st.integers(0, 6),
    COUNTS,
    COUNTS,
)


@given(st.lists(PASTS, min_size=1, max_size=40))
def test_a_hint_is_always_one_we_know_and_names_a_colleague_who_served_them(pasts: list[Past]) -> None:
    shop = usual(pasts)
    for one in pasts:
        found = hints(one, shop)
        assert {*found.behaviour} <= {*BEHAVIOUR}
        assert {*found.hooks} <= {*HOOKS}
        assert (found.person is not None) == ("person" in found.hooks)
        assert found.person is None or one.staff[found.person] >= 0.75 * one.staff.total()


@given(PASTS)
def test_alone_in_a_shop_nobody_differs_from_what_is_usual_there(one: Past) -> None:
    found = seen(one._replace(redeemed=0))
    assert not {"broad"} & {*found.behaviour}
    assert "person" not in found.hooks


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))), st.floats(0, 1))
def test_the_chance_of_a_pattern_is_a_chance_and_falls_with_its_size(sizes: tuple[int, int], p: float) -> None:
    n, least = sizes
    assert -1e-9 <= tail(n, least, p) <= 1 + 1e-9
    assert tail(n, least, p) >= tail(n, least + 1, p) - 1e-9
    assert tail(n, 0, p) == pytest.approx(1)


def test_four_heads_of_four_is_one_in_sixteen() -> None:
    assert tail(4, 4, 0.5) == pytest.approx(1 / 16)
    assert tail(4, 3, 0.5) == pytest.approx(5 / 16)


def test_of_somebody_who_came_once_nothing_shows() -> None:
    assert seen(past(1), *crowd()) == NOTHING
