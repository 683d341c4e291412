"""What the shop owes: open points by age, what lapses, what will probably be claimed, and what rewards have cost."""

import json

from click.testing import CliRunner

from loyaltui.cli import main
from loyaltui.core.moment import iso
from loyaltui.core.owing import Adding, Batch, Buyers, taken_off
from loyaltui.core.reward import Given, Offer, Worth
from loyaltui.store import Shop
from loyaltui.store.owing import owing
from loyaltui.store.spending import give
from tests.conftest import BEGAN, MAY_4, NOW, at, person

NOBODY = Buyers(0, 0)


def added(*people: list[Batch]) -> object:
    adding = Adding(MAY_4, (5, 1))
    for batches in people:
        adding.add(batches)
    return adding.owing(0, 0, NOBODY, NOBODY)


def lot(number: int, days_ago: int, left: int, *, earned: int = 0, spent: int = 0, expires: int | None = None) -> Batch:
    return Batch(number, MAY_4 - days_ago, None if expires is None else MAY_4 + expires, earned or left, left, spent)


def test_open_points_stand_by_their_age() -> None:
    owed = added([lot(1, 0, 1), lot(2, 91, 2), lot(3, 92, 4), lot(4, 183, 8), lot(5, 366, 16)])
    assert {age: one.points for age, one in owed.ages.items()} == {"0-3": 3, "3-6": 4, "6-12": 8, "12+": 16}
    assert owed.open == Worth(31, 155)
    assert owed.holders == 1


def test_what_has_lapsed_is_not_owed_and_what_lapses_soon_is_said() -> None:
    owed = added(
        [lot(1, 9, 1, expires=-1), lot(2, 9, 2, expires=0), lot(3, 9, 4, expires=90), lot(4, 9, 8, expires=91)]
    )
    assert (owed.open.points, owed.lapsing.points) == (14, 6)


def test_a_debt_is_paid_first_and_is_nothing_we_owe() -> None:
    assert added([lot(1, 9, -5), lot(2, 3, 8)]).open.points == 3
    in_debt = added([lot(1, 9, -5)])
    assert (in_debt.open.points, in_debt.holders) == (0, 0)


def test_what_is_usually_never_spent_is_said_only_once_enough_is_known() -> None:
    old = [lot(1, 400, 25, earned=100, spent=75)]
    few = added(*[old] * 19)
    assert (few.judged_by, few.never_spent, few.probably) == (19, None, None)
    enough = added(*[old] * 20, [lot(2, 1, 500)])
    assert (enough.never_spent, enough.open.points) == (0.25, 1000)
    assert enough.probably == Worth(750, 3750)


def test_per_cents_off_are_worth_what_they_took_off() -> None:
    assert taken_off("percent", 10, 900) == 100
    assert taken_off("percent", 10, None) == 0
    assert taken_off("money", 500, 900) == 500


def test_it_is_what_all_balances_come_to(shop: Shop, mary: int) -> None:
    bob = person(shop, "Bob Ng")
    shop.programme.put(BEGAN, "earn", "amount 1.00; lasts 20")
    shop.receipts.log(at(-29), mary, 20000)
    shop.receipts.log(at(-10), mary, 3000, Given(shop.programme.rewards()[0].id))
    shop.receipts.log(at(-25), bob, 900)
    shop.receipts.refund(at(-24), bob, 400)
    shop.receipts.log(at(-1), bob, 500)
    found = owing(shop, NOW.day)
    assert found.open.points == sum(shop.points.balances(NOW.day).values())
    assert found.lapsing.points == found.open.points


def test_two_who_are_one_owe_each_other(shop: Shop, mary: int) -> None:
    other = person(shop, "M. Smith")
    shop.receipts.log(at(-9), mary, 5000)
    give(shop, at(-8), [other], 60, "paper card")
    shop.customers.merge(at(-7), mary, other)
    found = owing(shop, NOW.day)
    assert (found.holders, found.open.points) == (1, 110)


def test_what_was_given_stands_against_what_they_paid(shop: Shop, mary: int) -> None:
    bob = person(shop, "Bob Ng")
    cake = shop.programme.rewards()[0]
    shop.receipts.log(at(-20), mary, 12000)
    shop.receipts.log(at(-10), mary, 1000, Given(cake.id))
    shop.receipts.log(at(-9), bob, 700)
    (voucher,) = shop.vouchers.give(at(-9), [bob], Offer("percent", 10, 14), "Come back")
    shop.receipts.log(at(-5), bob, 900, Given(voucher=voucher.id))
    found = owing(shop, NOW.day)
    assert (found.given, found.given_minor) == (2, cake.worth + 100)
    assert (found.redeeming, found.not_redeeming) == (Buyers(1, 13000), Buyers(1, 1600))


def test_a_reward_that_was_taken_back_has_cost_nothing(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(-20), mary, 12000)
    done = shop.receipts.log(at(-10), mary, 1000, Given(shop.programme.rewards()[0].id))
    shop.undo(at(-10), done.act)
    found = owing(shop, NOW.day)
    assert (found.given, found.given_minor, found.redeeming) == (0, 0, NOBODY)


def test_by_command_in_words_and_for_other_programs(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(-20), mary, 12000)
    place = ["--shop", str(shop.path), "--today", iso(NOW.day)]
    table = CliRunner().invoke(main, [*place, "owe"]).output
    assert "1 customer holds 120 points, worth up to €6.00" in table
    assert "not enough known" in table
    alone = json.loads(CliRunner().invoke(main, [*place, "owe", "--json"]).output)
    assert alone["open"] == {"points": 120, "minor": 600}
    whole = json.loads(CliRunner().invoke(main, [*place, "report", "--json"]).output)
    assert whole["owing"] == alone
    assert "matrix" in whole


def test_a_shop_that_has_given_nothing_owes_nothing(bare: Shop) -> None:
    result = CliRunner().invoke(main, ["--shop", str(bare.path), "owe"])
    assert result.exit_code == 0
    assert "Nothing is owed" in result.output
