"""A changed rule is tried on the past year before it is switched on: what it would have cost, and who gains."""

import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.cli import main
from loyaltui.core.earning import Bought, Sale
from loyaltui.core.moment import Moment, iso
from loyaltui.core.refused import Refused
from loyaltui.core.rehearsal import Deed, Past, Plan, Rehearsing, replayed
from loyaltui.core.reward import Worth
from loyaltui.core.rule import Boost, Rule
from loyaltui.store import Shop, rehearsing
from tests.conftest import ANNA, BEGAN, NOW, Till, at, person, rows, sold

EURO = Rule(1, 0, "amount", 100)
DAY = BEGAN.day


def past(*amounts: int, who: int = 1, **more: object) -> Past:
    """Somebody's year: a sale a day; below zero a refund."""
    deeds = [Deed(n, Sale(amount, DAY + n), amount < 0) for n, amount in enumerate(amounts)]
    return Past(who, deeds, **{"joined": 0, **more})


def points(rule: Rule, theirs: Past) -> int:
    return sum(given.points for given in replayed(rule, theirs, DAY))


def over(old: Rule | None, new: Rule, *people: Past, worth: tuple[int, int] = (5, 1)) -> Rehearsing:
    replay = Rehearsing(Plan(old, worth), Plan(new, worth), DAY, DAY + 364, {one.customer_id: 0 for one in people})
    for one in people:
        replay.replay(one)
    return replay


def rehearsed(shop: Shop, text: str) -> rehearsing.Rehearsal:
    rewards = shop.programme.rewards()
    old = rehearsing.plan_of(shop, shop.programme.rules()[-1], rewards)
    new = rehearsing.plan_of(shop, shop.programme.read_rule(text), rewards)
    return rehearsing.rehearse(shop, NOW.day, old, new)


def test_the_cents_left_over_are_carried_as_at_the_counter() -> None:
    assert points(EURO, past(30, 30, 40)) == 1


def test_a_refund_takes_back_what_its_sale_brought() -> None:
    assert points(EURO, past(500, -500)) == 0
    assert points(EURO, past(500, -300)) == 2


def test_joining_a_birthday_and_a_friend_bring_theirs_once_a_year() -> None:
    rule = Rule(1, 0, "amount", 100, welcome=20, birthday=50, referral=30)
    birthday = iso(DAY + 1)[4:].rjust(7, "-")
    theirs = past(100, 100, 100, joined=DAY, birthday=birthday, friend=(2, DAY))
    given = list(replayed(rule, theirs, DAY))
    assert sum(one.points for one in given if one.customer_id == 1) == 3 + 20 + 50
    assert [one.points for one in given if one.customer_id == 2] == [30]


def test_a_friend_who_isnt_in_the_programme_gets_nothing() -> None:
    theirs = past(100, friend=(2, DAY))
    result = over(EURO, Rule(2, 0, "amount", 100, referral=30), theirs).result({}, 0)
    assert (result.old, result.new) == (Worth(1, 5), Worth(1, 5))


def test_who_would_come_anyway_is_told_from_who_was_not_known_then() -> None:
    result = over(EURO, Rule(2, 0, "amount", 50), past(1000, who=1), past(200, who=2), past(300, who=3)).result(
        {1: 0.9, 2: 0.7}, 4
    )
    assert (result.anyway.customers, result.anyway.new) == (1, Worth(20, 100))
    assert (result.doubtful.customers, result.doubtful.new) == (1, Worth(4, 20))
    assert (result.unknown.customers, result.unknown.new) == (1, Worth(6, 30))
    assert (result.members, result.outside, result.gaining, result.losing) == (3, 4, 3, 0)
    assert [gain.customer_id for gain in result.gain_most] == [1, 3, 2]


def test_only_those_who_gain_are_named_and_at_most_five() -> None:
    some = [past(100 * n, who=n) for n in range(1, 9)]
    assert [one.customer_id for one in over(EURO, Rule(2, 0, "amount", 50), *some).result({}, 0).gain_most] == [
        8,
        7,
        6,
        5,
        4,
    ]
    fewer = over(EURO, Rule(2, 0, "amount", 200), *some).result({}, 0)
    assert (fewer.gain_most, fewer.gaining, fewer.losing) == ([], 0, 8)


def test_where_nothing_was_given_so_far_all_of_it_is_more() -> None:
    result = over(None, EURO, past(1000)).result({}, 0)
    assert (result.old, result.new) == (Worth(0, 0), Worth(10, 50))


@given(st.lists(st.integers(-3000, 3000).filter(bool), max_size=12), st.integers(1, 500))
def test_a_year_brings_never_less_than_nothing_and_the_months_add_up(amounts: list[int], size: int) -> None:
    result = over(EURO, Rule(2, 0, "amount", size), past(*amounts)).result({}, 0)
    assert result.new.points >= 0
    assert sum(month.new.points for month in result.months) == result.new.points
    assert len(result.months) == 13 or len(result.months) == 12


def test_what_is_bought_counts_where_the_rule_asks_for_it() -> None:
    lines = (Bought("Cake", "", 1000, 300), Bought("Coffee", "", 1000, 200))
    theirs = Past(1, [Deed(1, Sale(500, DAY, lines=lines))], 0)
    assert points(Rule(1, 0, "amount", 100, boosts=(Boost(2, "Cake"),)), theirs) == 8


def test_the_rule_that_held_gives_what_the_ledger_has(shop: Shop, mary: int) -> None:
    """Whatever happened in the programme's time: the same sales under the same rule bring the same points."""
    bob = person(shop, "Bob Ng", birthday=iso(BEGAN.day + 3))
    shop.programme.put(BEGAN, "earn", "amount 0.90; 2x mon; birthday 50; from 1.00")
    for day, (who, amount) in enumerate([(mary, 420), (bob, 380), (mary, 99), (bob, 1234), (mary, 777)]):
        shop.receipts.log(Moment(BEGAN.day + day, 36_000, BEGAN.at_utc), who, amount)
    shop.receipts.refund(at(-10), bob, 500)
    earned = sum(shop.points.balances(NOW.day).values())
    assert rehearsed(shop, "amount 0.90; 2x mon; birthday 50; from 1.00").old.points == earned


def test_two_who_are_one_are_replayed_as_one(shop: Shop, mary: int) -> None:
    other = person(shop, "M. Smith")
    shop.receipts.log(at(-9), mary, 50)
    shop.receipts.log(at(-8), other, 50)
    assert rehearsed(shop, "amount 1.00").new.points == 0
    shop.customers.merge(at(-7), mary, other)
    result = rehearsed(shop, "amount 1.00")
    assert (result.members, result.new.points) == (1, 1)


def test_only_the_programmes_people_cost_anything(shop: Shop, mary: int) -> None:
    shop.set.change(BEGAN, {"everyone_joins": "no"})
    shop.imports.take_in(NOW, "till.csv", Till([sold("1", 900, ANNA)]), lambda *_: None, lambda _: True)
    shop.receipts.log(NOW, mary, 500)
    result = rehearsed(shop, "amount 0.50")
    assert (result.members, result.outside, result.new.points) == (1, 1, 10)


def test_a_rehearsal_writes_nothing(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(-1), mary, 500)
    before = rows(shop), shop.last_act()
    rehearsed(shop, "visit 3; 2x Cake")
    assert (rows(shop), shop.last_act()) == before


def test_a_shop_without_sales_says_so(shop: Shop, mary: int) -> None:
    with pytest.raises(Refused) as refused:
        rehearsed(shop, "visit 1")
    assert refused.value.code == "nothing_to_rehearse"


def test_by_command_as_a_table_and_for_other_programs(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(-1), mary, 1000)
    place = ["--shop", str(shop.path), "--today", iso(NOW.day), "rehearse"]
    table = CliRunner().invoke(main, [*place, "amount 1.00; 2x sun"])
    assert table.exit_code == 0
    assert "Mary Smith" in table.output
    assert "10 → 20" in table.output
    found = json.loads(CliRunner().invoke(main, [*place, "amount 1.00; 2x sun", "--json"]).output)
    assert (found["old"]["points"], found["new"]["points"]) == (10, 20)
    assert found["gain_most"][0]["customer_id"] == mary


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("amount 0.01", "500 %"),
        ("visit -1", "doesn't fit"),
        ("amount 9999999999.00", "too large"),
        ("", "doesn't fit"),
    ],
)
def test_a_rule_that_could_never_hold_isnt_rehearsed(shop: Shop, mary: int, rule: str, why: str) -> None:
    shop.receipts.log(at(-1), mary, 1000)
    result = CliRunner().invoke(main, ["--shop", str(shop.path), "--today", iso(NOW.day), "rehearse", rule])
    assert result.exit_code == 1
    assert why in result.output
