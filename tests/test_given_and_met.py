"""A reward at the counter and the till's file in the evening: a zero, missing or full-priced receipt counts once."""

import pytest

from loyaltui.core.customer import Customer
from loyaltui.core.receipt import Line, Who
from loyaltui.core.reward import Given
from loyaltui.store import Shop, backup
from tests.conftest import BEGAN, NOW, Till, at, sold

MARY = Who(card="29000117", name="Mary Smith")
COFFEE = Line("Coffee", "", 1000, 320)


@pytest.fixture
def cafe(bare: Shop) -> Shop:
    """Mary has 100 points for a free coffee."""
    bare.set.change(BEGAN, {"name": "Café Linden", "currency": "EUR"})
    bare.programme.put(BEGAN, "earn", "amount 1.00")
    bare.programme.put(BEGAN, "reward", "60 Free coffee 3.20")
    bare.customers.add(BEGAN, Customer(0, "Mary Smith", card="29000117"))
    bare.receipts.log(at(-1), 1, 10_000)
    return bare


def free_coffee(shop: Shop, amount: int | None = None) -> None:
    shop.receipts.log(NOW, 1, amount, Given(shop.programme.rewards()[0].id))


def today(shop: Shop) -> list[int | None]:
    """What Mary's visits of today paid."""
    assert backup.faults(shop.conn) == []
    return [line.amount for line in shop.receipts.of_day(NOW.day) if line.customer_id]


@pytest.mark.parametrize("who", [MARY, None])
def test_a_receipt_of_nothing_is_the_free_coffee_that_was_ticked(cafe: Shop, who: Who | None) -> None:
    free_coffee(cafe)
    for _again in range(2):
        cafe.imports.take_in(NOW, "may.csv", Till([sold("1", 0, who, lines=(COFFEE._replace(amount=0),))]))
        assert today(cafe) == [0]
        assert cafe.points.balance(1, NOW.day) == 40


def test_no_receipt_at_all_leaves_one_visit_and_the_reward_given_once(cafe: Shop) -> None:
    free_coffee(cafe)
    cafe.imports.take_in(NOW, "may.csv", Till([sold("1", 500, None, 1)]))
    assert today(cafe) == [None]
    assert cafe.points.balance(1, NOW.day) == 40


def test_the_full_price_with_a_discount_line_earns_only_what_was_paid(cafe: Shop) -> None:
    free_coffee(cafe)
    croissant = Line("Croissant", "", 1000, 280)
    sale = sold("1", 280, MARY, discount=320, lines=(COFFEE, croissant, Line("Loyalty", "", 1000, -320)))
    cafe.imports.take_in(NOW, "may.csv", Till([sale]))
    assert today(cafe) == [280]
    assert cafe.points.balance(1, NOW.day) == 40 + 2


def test_the_rest_of_the_sale_told_at_the_counter_is_not_told_twice_by_the_till(cafe: Shop) -> None:
    free_coffee(cafe, 280)
    cafe.imports.take_in(NOW, "may.csv", Till([sold("1", 280, MARY, discount=320)]))
    assert today(cafe) == [280]
    assert cafe.points.balance(1, NOW.day) == 40 + 2


def test_the_till_first_then_the_counter_is_the_same(cafe: Shop) -> None:
    cafe.imports.take_in(NOW, "may.csv", Till([sold("1", 0, MARY)]))
    free_coffee(cafe)
    assert today(cafe) == [0]
    assert cafe.points.balance(1, NOW.day) == 40


def test_a_stamp_for_the_visit_is_given_once_whichever_side_speaks_first(cafe: Shop) -> None:
    cafe.programme.put(NOW, "earn", "visit 1")
    free_coffee(cafe)
    assert cafe.points.balance(1, NOW.day) == 41
    cafe.imports.take_in(NOW, "may.csv", Till([sold("1", 0, MARY)]))
    assert today(cafe) == [0]
    assert cafe.points.balance(1, NOW.day) == 41
