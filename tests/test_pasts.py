"""What the receipts of a shop's file say of somebody beside when they came."""

from loyaltui.core.customer import Customer
from loyaltui.core.hints import Past, slot
from loyaltui.core.receipt import Line, Who
from loyaltui.core.reward import Given
from loyaltui.store import Shop
from loyaltui.store.pasts import pasts
from tests.conftest import BEGAN, MAY_4, NOW, Till, at, person, sold

MARY, AGAIN = Who(card="4471"), Who(card="4472")


def line(name: str, category: str) -> Line:
    return Line(name, category, 1000, 400)


def bring_in(shop: Shop) -> int:
    """Two cards of Mary's, a file with all that a till may record, and a nameless sale; her number."""
    shop.customers.add(BEGAN, Customer(0, "Mary", card="4471"))
    shop.customers.add(BEGAN, Customer(0, "M. Smith", card="4472"))
    sales = [
        sold("1", 400, MARY, 0, discount=40, staff="Ana", lines=(line("Soup", "Lunch"), line("Tea", "Drinks"))),
        sold("2", 400, MARY, 0, staff="Ana", lines=(line("Tea", "Drinks"), line("Gift", ""))),
        sold("3", 400, AGAIN, 2, discount=0, staff="Tom", lines=(line("Bun", "Bakery"),)),
        sold("4", -400, MARY, 3, discount=10),
        sold("5", 900, None, 1, discount=90, staff="Tom", lines=(line("Cake", "Bakery"),)),
    ]
    shop.imports.take_in(
        at(9), "may.csv", Till([sale._replace(second=None) if sale.ref == "2" else sale for sale in sales])
    )
    return shop.customers.meant("4471").id


def test_discounts_shelves_times_and_colleagues_are_counted_for_one_person(shop: Shop) -> None:
    mary = bring_in(shop)
    past = pasts(shop, MAY_4 + 9)[mary]
    ana = shop.answers.colleague("Ana")
    assert past == Past(2, [MAY_4], 1, 0, 2, {slot(MAY_4, 36_000): 1}, {ana: 2})  # type: ignore[arg-type]


def test_two_cards_of_one_person_are_one_past(shop: Shop) -> None:
    mary, again = bring_in(shop), shop.customers.meant("4472").id
    shop.customers.merge(at(9), mary, again)
    found = pasts(shop, MAY_4 + 9)
    assert list(found) == [mary]
    assert (found[mary].visits, found[mary].categories, list(found[mary].days)) == (3, 3, [MAY_4, MAY_4 + 2])
    assert found[mary].staff.total() == 3


def test_the_past_of_a_day_knows_nothing_later(shop: Shop) -> None:
    mary = bring_in(shop)
    assert pasts(shop, MAY_4 - 1) == {}
    assert list(pasts(shop, MAY_4 + 1)) == [mary]


def test_rewards_given_count_by_the_day_and_not_when_undone(shop: Shop) -> None:
    mary = person(shop)
    shop.receipts.log(at(-1), mary, 50_000)
    reward = shop.programme.rewards()[0].id
    for now in (NOW, NOW, at(1)):
        shop.receipts.redeem(now, mary, Given(reward))
    assert pasts(shop, MAY_4 + 1)[mary].redeemed == 2
    shop.undo(at(1))
    assert pasts(shop, MAY_4 + 1)[mary].redeemed == 1


def weekly(shop: Shop, name: str, last: int, weeks: int = 12) -> int:
    """Somebody who came every week up to so many days before 4 May; their number."""
    number = person(shop, name)
    for week in range(weeks):
        shop.receipts.log(at(-last - 7 * week), number, 420)
    return number


def outcomes(shop: Shop, who: int, days: int = 0) -> list[str]:
    return [test.outcome for test in shop.readings.of(who, MAY_4 + days).standing.why.tests]


def test_nobody_has_left_while_what_the_shop_recorded_ends_too_early_to_tell(shop: Shop) -> None:
    mary, bob = weekly(shop, "Mary", last=21), weekly(shop, "Bob", last=0)
    shop.events.log(NOW, MAY_4 - 20, "competitor")
    (test,) = shop.readings.of(mary, MAY_4).standing.why.tests
    assert 20 < test.window < 29
    assert outcomes(shop, mary) == outcomes(shop, mary, 60) == ["open"], "nothing was recorded since"
    shop.receipts.log(at(60), bob, 420)
    shop.readings.forget()
    assert outcomes(shop, mary, 60) == ["failed"]
    assert outcomes(shop, bob, 60) == ["passed"]


def test_an_event_tests_only_who_was_a_customer_then(shop: Shop) -> None:
    weekly(shop, "Bob", last=0, weeks=60)
    once, gone = weekly(shop, "Once", last=35, weeks=1), weekly(shop, "Gone", last=300)
    came_later = weekly(shop, "Later", last=0, weeks=4)
    shop.events.log(NOW, MAY_4 - 30, "prices_up")
    assert [outcomes(shop, who) for who in (once, gone, came_later)] == [[], [], []]
