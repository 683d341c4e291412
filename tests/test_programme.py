"""The programme as its owner types it: read, written back, and refused where it can't work out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core.moment import Moment
from loyaltui.core.programme import (
    read_offer,
    read_reward,
    read_rule,
    reward_as_typed,
    rule_as_typed,
    sound,
)
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Offer, Reward, Voucher, choices, point_worth, written
from loyaltui.core.rule import DAY, Boost, Rule, rule_of
from loyaltui.store import Shop
from tests.conftest import BEGAN, NOW, acts, at, person

NAMES = st.sampled_from(["Cake", "Iced tea", "Brot & Butter", "Ciasto"])
SPANS = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda span: span[0] < span[1])
TIMES = st.integers(0, 10)
BOOSTS = st.one_of(
    st.builds(Boost, TIMES, NAMES),
    st.builds(
        lambda times, days, span: Boost(times, weekdays=tuple(sorted(days)), start=span[0] * 60, end=span[1] * 60),
        TIMES,
        st.sets(st.integers(0, 6), min_size=1),
        SPANS,
    ),
    st.builds(lambda times, day: Boost(times, day=day), TIMES, st.integers(730_000, 750_000)),
)
ANY = st.integers(1, 10**6)
RULES = st.builds(
    Rule,
    st.just(0),
    st.just(0),
    st.just("amount"),
    st.integers(1, 10**6),
    least=st.integers(0, 10**6),
    before_tax=st.booleans(),
    carry=st.booleans(),
    boosts=st.lists(BOOSTS, max_size=3).map(tuple),
    welcome=st.integers(0, 1000),
    birthday=st.integers(0, 1000),
    referral=st.integers(0, 1000),
    lasts=st.none() | st.integers(1, 3650),
)


@given(RULES, st.sampled_from(["EUR", "JPY", "KWD"]))
def test_a_rule_is_read_as_it_was_written(rule: Rule, currency: str) -> None:
    assert read_rule(rule_as_typed(rule, currency), currency) == rule


@given(RULES)
def test_the_file_keeps_a_rule_as_it_is(rule: Rule) -> None:
    assert rule_of(0, 0, rule.spec) == rule


@given(
    st.builds(
        Reward,
        st.just(0),
        NAMES,
        st.integers(1, 10**6),
        st.integers(1, 10**6),
        st.sampled_from(["item", "money"]),
        days=st.none(),
    )
    | st.builds(Reward, st.just(0), NAMES, st.integers(1, 10**6), st.integers(1, 99), st.just("percent"), st.none())
    | st.builds(
        Reward,
        st.just(0),
        NAMES,
        st.integers(1, 10**6),
        st.integers(1, 10**6),
        st.just("credit"),
        st.integers(1, 3650),
    )
)
def test_a_reward_is_read_as_it_was_written(reward: Reward) -> None:
    assert read_reward(reward_as_typed(reward, "EUR"), "EUR") == reward


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("visit 1", Rule(0, 0, "visit", 1)),
        ("VISIT 2; from 3.00", Rule(0, 0, "visit", 2, least=300)),
        ("item 1 Flat white", Rule(0, 0, "item", 1, "Flat white")),
        ("amount 1,00; lasts 365 days", Rule(0, 0, "amount", 100, lasts=365)),
        ("amount 1; 2x Tuesday, Wed", Rule(0, 0, "amount", 100, boosts=(Boost(2, weekdays=(1, 2)),))),
        ("amount 1; 3x sat 8:00-10:00", Rule(0, 0, "amount", 100, boosts=(Boost(3, "", (5,), None, 28800, 36000),))),
        ("amount 1; 2x 20:00-24:00", Rule(0, 0, "amount", 100, boosts=(Boost(2, "", (), None, 72000, DAY),))),
        ("amount 1; 2x Sunday roast", Rule(0, 0, "amount", 100, boosts=(Boost(2, "Sunday roast"),))),
        ("amount 1; 0x Tobacco; 2x Cake", Rule(0, 0, "amount", 100, boosts=(Boost(0, "Tobacco"), Boost(2, "Cake")))),
    ],
)
def test_a_rule_says_what_an_owner_would_mean_by_it(text: str, says: Rule) -> None:
    assert read_rule(text, "EUR") == says


@pytest.mark.parametrize(
    "text",
    [
        "",
        "amount",
        "amount 0",
        "amount -1",
        "amount 1.005",
        "visit 0",
        "visit -3",
        "visit 99999999",
        "item 1",
        "amount 1; visit 1",
        "amount 1; from 0",
        "amount 1; lasts 0",
        "amount 1; lasts 99999",
        "amount 1; 11x Cake",
        "amount 1; 2x 12:00-11:00",
        "amount 1; 2x 9:00-9:00",
        "amount 1; 2x tue 25:00-26:00",
        "amount 1; welcome -5",
        "amount 1; welcome 9999999",
        "amount 1; so on",
        "amount 1 lasts 365",
        "2x Cake",
    ],
)
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="bad_setting"):
        read_rule(text, "EUR")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Free coffee",
        "60 Free coffee",
        "0 Free coffee 3.20",
        "-5 Free coffee 3.20",
        "60 Off -0",
        "60 All of it 100%",
        "60 A bit 0%",
        "60 Credit +5",
        "60 Free coffee 3.20 for 90 days",
        "60 Credit +5 for 0 days",
        "60 Credit +5 for 9999 days",
        "99999999 Car 3.20",
        "60 Free coffee 3.205",
    ],
)
def test_what_is_no_reward_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"bad_setting|bad_reward"):
        read_reward(text, "EUR")


def test_the_offer_to_come_back_soon_is_per_cent_or_money() -> None:
    assert read_offer("10% in 14 days", "EUR") == Offer("percent", 10, 14)
    assert read_offer("2.50 in 7 days", "EUR") == Offer("money", 250, 7)
    for text in ("", "10%", "10% in 0 days", "0% in 14 days", "100% in 14 days", "-2 in 14 days", "2 in 9999 days"):
        with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
            read_offer(text, "EUR")


CAKE = Reward(0, "Cake", 100, 500)
PER_EURO = Rule(0, 0, "amount", 100)


@pytest.mark.parametrize(
    ("rule", "reward", "typical", "code"),
    [
        (PER_EURO, Reward(0, "Cake", 100, 500), None, None),
        (PER_EURO, Reward(0, "Cake", 4, 400), None, "gives_too_much"),
        (Rule(0, 0, "amount", 100, boosts=(Boost(10, "Cake"),)), Reward(0, "Cake", 40, 400), None, "gives_too_much"),
        (Rule(0, 0, "visit", 1), Reward(0, "Coffee", 10, 320), 400, None),
        (Rule(0, 0, "visit", 1), Reward(0, "Dinner", 10, 5000), 400, "gives_too_much"),
        (Rule(0, 0, "visit", 1, least=1000), Reward(0, "Dinner", 10, 5000), 400, None),
        (Rule(0, 0, "item", 1000, "Coffee"), Reward(0, "Cake", 1000, 500), 400, "gives_too_much"),
        (Rule(0, 0, "amount", 100, least=40_001), Reward(0, "Cake", 100, 500), 400, "reward_out_of_reach"),
        (Rule(0, 0, "amount", 100, boosts=(Boost(0, "", tuple(range(7))),)), CAKE, None, "reward_out_of_reach"),
        (Rule(0, 0, "visit", 1), Reward(0, "Car", 20_000, 320), 400, "reward_out_of_reach"),
        (PER_EURO, Reward(0, "Car", 900_000, 100), 400, "reward_out_of_reach"),
        (Rule(0, 0, "visit", 1, lasts=30), Reward(0, "Coffee", 31, 320), 400, "reward_out_of_reach"),
        (Rule(0, 0, "visit", 1, lasts=30), Reward(0, "Coffee", 30, 320), 400, None),
    ],
)
def test_a_programme_gives_less_than_is_paid_and_offers_what_can_be_reached(
    rule: Rule, reward: Reward, typical: int | None, code: str | None
) -> None:
    if code is None:
        sound(rule, [reward], typical)
        return
    with pytest.raises(Refused, match=code):
        sound(rule, [reward], typical)


def test_a_programme_that_cant_work_out_is_refused_and_nothing_is_written(shop: Shop) -> None:
    count, rewards = acts(shop), shop.programme.rewards()
    for key, text in (("earn", "amount 0.01"), ("reward", "1 Cake 4.00"), ("rewards", "60 Coffee 3.20; 2 Cake 9")):
        with pytest.raises(Refused, match="gives_too_much"):
            shop.set.put(NOW, key, text)
    assert (acts(shop), shop.programme.rewards(), len(shop.programme.rules())) == (count, rewards, 1)


def test_a_reward_that_changes_leaves_what_was_given_as_it_was(shop: Shop, mary: int) -> None:
    from loyaltui.core.reward import Given

    shop.receipts.log(NOW, mary, 30_000)
    before = shop.programme.rewards()[0]
    given = shop.receipts.redeem(NOW, mary, Given(before.id))
    shop.set.put(NOW, "reward", f"150 {before.name} 4.00")
    (after,) = shop.programme.rewards()
    assert (after.points, after.worth) == (150, 400)
    assert shop.programme.reward(before.id, withdrawn=True) == before
    assert given.spent == before.points
    shop.undo(NOW)
    assert shop.programme.rewards() == [before]


def test_only_what_is_named_is_offered_afterwards_and_what_stays_is_the_same(shop: Shop) -> None:
    shop.set.put(NOW, "rewards", "60 Coffee 3.00; 90 Cake 4.50")
    coffee = shop.programme.reward_called("coffee")
    shop.set.put(NOW, "rewards", "60 Coffee 3.00; 200 Bag of beans 9.00")
    assert [reward.name for reward in shop.programme.rewards()] == ["Coffee", "Bag of beans"]
    assert shop.programme.reward_called("Coffee") == coffee


def test_what_a_point_is_worth_is_the_most_it_can_bring() -> None:
    rewards = [Reward(1, "Coffee", 60, 300), Reward(2, "Cake", 100, 450), Reward(3, "A tenth", 5, 10, "percent")]
    assert point_worth(rewards) == (300, 60)
    assert point_worth([]) == (0, 1)


def test_of_money_off_a_part_can_be_had_and_of_a_cake_none() -> None:
    cake, off = Reward(1, "Cake", 100, 450), Reward(2, "Off", 100, 500, "money")
    assert [one.what for one in choices([cake, off], [], 99, 0)] == [off]
    assert [one.what for one in choices([cake, off], [], 100, 0)] == [cake, off]
    assert choices([cake, off], [], 0, 0) == []
    assert off.worth_of(50) == 250


def test_a_code_is_the_same_however_it_is_typed() -> None:
    assert written(" k7q2-9fab ") == written("K7Q29FAB") == "K7Q29FAB"


@pytest.mark.parametrize(("day", "good"), [(-1, False), (0, True), (14, True), (15, False)])
def test_a_voucher_is_good_on_its_days(day: int, good: bool) -> None:
    voucher = Voucher(1, "K7Q29FAB", "Come back", "percent", 10, NOW.day, NOW.day + 14)
    assert voucher.good_on(NOW.day + day) is good


@pytest.mark.parametrize("now", [BEGAN, NOW, at(400)])
def test_a_shop_of_stamps_begins_with_every_tenth_free(bare: Shop, now: Moment) -> None:
    bare.set.change(now, {"unit": "stamps"})
    bare.programme.begin(now, "Free coffee")
    (reward,) = bare.programme.rewards()
    assert reward.points == 10
    mary = person(bare)
    if now == BEGAN:
        assert [bare.receipts.log(at(days), mary, 420).balance for days in range(10)] == [*range(1, 11)]
