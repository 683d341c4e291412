"""What the parts of a rule do: tax, least amounts, items, double days, birthdays, friends, joining."""

import pytest

from loyaltui.core.bonus import birthday_near
from loyaltui.core.customer import Customer
from loyaltui.core.earning import NOTHING, Bought, Sale, earn
from loyaltui.core.moment import ordinal
from loyaltui.core.receipt import Line, Who
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Given
from loyaltui.core.rule import Boost, Rule
from loyaltui.store import Shop, backup
from tests.conftest import ANNA, BEGAN, BEN, MAY_4, NOW, Till, at, person, sold

TUESDAY = MAY_4 + 1
COFFEE = Bought("Flat white", "Coffee", 2000, 800)
CAKE = Bought("Cheesecake", "Cake", 1000, 400)
PAPER = Bought("Newspaper", "Papers", 1000, 200)


def rule(**more: object) -> Rule:
    return Rule(1, 0, "amount", 100, **more)


def points(rule: Rule, amount: int | None, day: int = MAY_4, **more: object) -> int:
    return earn(rule, Sale(amount, day, **more), 0).points


def test_points_are_for_what_was_paid_with_or_without_tax_as_was_said() -> None:
    assert points(rule(), 1200, tax=200) == 12
    assert points(rule(before_tax=True), 1200, tax=200) == 10
    assert points(rule(before_tax=True), 1200) == 12


def test_a_sale_below_the_least_amount_earns_nothing() -> None:
    assert earn(rule(least=300), Sale(299, MAY_4), 50) == NOTHING
    assert points(rule(least=300), 300) == 3
    visits = Rule(1, 0, "visit", 1, least=300)
    assert [earn(visits, Sale(amount, MAY_4), 0).points for amount in (None, 299, 300)] == [0, 0, 1]


def test_what_counts_twice_counts_twice_and_what_is_left_out_not_at_all() -> None:
    both = rule(boosts=(Boost(2, "cake"), Boost(0, "Newspaper")))
    assert points(both, 1400, lines=(COFFEE, CAKE, PAPER)) == 8 + 2 * 4
    assert points(both, 200, lines=(PAPER,)) == 0
    assert points(both, 1400) == 14  # nothing known of what it was


def test_the_word_on_an_item_goes_before_the_one_on_its_kind() -> None:
    assert points(rule(boosts=(Boost(0, "Cake"), Boost(3, "Cheesecake"))), 400, lines=(CAKE,)) == 12


def test_what_was_taken_off_the_receipt_is_taken_off_every_line_alike() -> None:
    assert points(rule(boosts=(Boost(2, "Cake"),)), 600, lines=(COFFEE, CAKE)) == 8  # half price: 4 + 2 x 2


@pytest.mark.parametrize(
    ("boost", "day", "second", "factor"),
    [
        (Boost(2, weekdays=(1,)), TUESDAY, 36_000, 2),
        (Boost(2, weekdays=(1,)), TUESDAY, None, 2),
        (Boost(2, weekdays=(1,)), MAY_4, 36_000, 1),
        (Boost(3, start=28_800, end=36_000), MAY_4, 28_800, 3),
        (Boost(3, start=28_800, end=36_000), MAY_4, 36_000, 1),
        (Boost(3, start=28_800, end=36_000), MAY_4, None, 1),
        (Boost(2, day=TUESDAY), TUESDAY, None, 2),
        (Boost(2, day=TUESDAY), TUESDAY + 7, None, 1),
        (Boost(0, day=TUESDAY), TUESDAY, None, 0),
    ],
)
def test_double_days_and_hours_hold_on_their_days_and_hours(
    boost: Boost, day: int, second: int | None, factor: int
) -> None:
    assert points(rule(boosts=(boost,)), 500, day, second=second) == 5 * factor
    assert earn(Rule(1, 0, "visit", 2, boosts=(boost,)), Sale(500, day, second), 0).points == 2 * factor


def test_of_two_double_times_the_larger_holds_not_both() -> None:
    assert points(rule(boosts=(Boost(2, weekdays=(1,)), Boost(3, start=0, end=43_200))), 100, TUESDAY, second=60) == 3


def test_a_stamp_for_each_coffee_counts_the_pieces() -> None:
    stamps = Rule(1, 0, "item", 1, "coffee")
    assert points(stamps, 1200, lines=(COFFEE, CAKE)) == 2
    assert points(stamps, 400, lines=(CAKE,)) == 0
    assert points(stamps, 400) == 0


def test_rounding_down_forgets_what_is_over_and_carrying_keeps_it() -> None:
    assert earn(rule(carry=False), Sale(199, MAY_4), 99) == (1, 99, 199)
    assert earn(rule(), Sale(199, MAY_4), 99) == (2, -1, 199)


@pytest.mark.parametrize(
    ("birthday", "day", "year"),
    [
        ("1990-05-04", "2026-05-04", 2026),
        ("--05-04", "2026-06-03", 2026),
        ("1990-05-04", "2026-06-04", None),
        ("1990-05-05", "2026-05-04", None),
        ("1990-12-20", "2027-01-10", 2026),
        ("1992-02-29", "2026-02-28", 2026),
        ("1992-02-29", "2028-02-28", None),
    ],
)
def test_a_birthday_counts_from_its_day_for_some_weeks(birthday: str, day: str, year: int | None) -> None:
    assert birthday_near(birthday, ordinal(day) or 0) == year


def test_a_birthday_is_paid_once_a_year_however_often_its_date_is_edited(shop: Shop) -> None:
    shop.set.put(BEGAN, "earn", "amount 1; birthday 50")
    mary = shop.customers.add(BEGAN, Customer(0, "Mary", birthday="1990-05-01"))
    assert shop.receipts.log(NOW, mary.id, 100).earned == 51
    shop.customers.change(NOW, Customer(mary.id, "Mary", birthday="1990-05-03"))
    assert shop.receipts.log(at(1), mary.id, 100).earned == 1
    shop.customers.change(NOW, Customer(mary.id, "Mary", birthday="1990-03-01"))
    assert shop.receipts.log(at(310), mary.id, 100).earned == 1
    assert shop.receipts.log(at(365 + 1), mary.id, 100).earned == 1  # 1 March is past
    shop.customers.change(NOW, Customer(mary.id, "Mary", birthday="1990-05-03"))
    assert shop.receipts.log(at(365 + 2), mary.id, 100).earned == 51


def test_a_birthday_goes_back_with_the_sale_that_brought_it_and_can_come_again(shop: Shop) -> None:
    shop.set.put(BEGAN, "earn", "amount 1; birthday 50")
    mary = shop.customers.add(BEGAN, Customer(0, "Mary", birthday="1990-05-01")).id
    slip = shop.receipts.log(NOW, mary, 100)
    shop.undo(NOW, slip.act)
    assert shop.points.balance(mary, NOW.day) == 0
    assert shop.receipts.log(NOW, mary, 100).earned == 51


def test_whoever_sent_a_friend_is_thanked_once_the_friend_has_bought(shop: Shop, mary: int) -> None:
    shop.set.put(BEGAN, "earn", "amount 1; referral 30")
    bob = person(shop, "Bob")
    shop.answers.note(NOW, mary, "referral", "sent", "told", about=bob)
    assert shop.points.balance(mary, NOW.day) == 0
    shop.receipts.log(NOW, bob, 500)
    shop.receipts.log(at(1), bob, 500)
    assert shop.points.balance(mary, NOW.day) == 30
    assert backup.faults(shop.conn) == []


def test_a_friend_whose_purchase_was_refunded_whole_brought_nothing(shop: Shop, mary: int) -> None:
    shop.set.put(BEGAN, "earn", "amount 1; referral 30")
    bob = person(shop, "Bob")
    shop.answers.note(NOW, mary, "referral", "sent", "told", about=bob)
    sale = shop.receipts.log(NOW, bob, 500)
    refund = shop.receipts.refund(at(1), bob, 500, sale.receipt_id)
    assert shop.points.balances(NOW.day) == {mary: 0, bob: 0}
    shop.undo(at(1), refund.act)
    assert shop.points.balances(NOW.day) == {mary: 30, bob: 5}
    assert backup.faults(shop.conn) == []


def test_welcome_is_said_once_and_sales_earn_from_the_day_of_joining(bare: Shop) -> None:
    bare.set.put(BEGAN, "earn", "amount 1; welcome 20")
    anna = bare.customers.add(BEGAN, Customer(0, "Anna"), joins=False).id
    assert bare.receipts.log(at(-1), anna, 500).earned == 0
    bare.members.join(NOW, [anna])
    assert bare.receipts.log(NOW, anna, 500).balance == 25
    bare.members.leave(NOW, anna)
    assert bare.receipts.log(at(1), anna, 500).earned == 0
    bare.members.join(at(2), [anna])
    assert bare.points.balance(anna, NOW.day) == 25


def test_people_from_the_tills_file_arent_in_the_programme_by_themselves(bare: Shop) -> None:
    bare.programme.begin(BEGAN, "Free cake")
    report = bare.imports.take_in(NOW, "may.csv", Till([sold("1", 1000, ANNA)]))
    anna = bare.customers.meant("Anna Nowak").id
    assert (report.points, bare.points.balance(anna, NOW.day)) == (0, 0)
    bare.members.join(NOW, [anna])
    report = bare.imports.take_in(NOW, "may.csv", Till([sold("1", 1000, ANNA), sold("2", 700, ANNA, 1)]))
    assert bare.points.balance(anna, NOW.day) == 7


def test_a_shop_where_everybody_is_in_takes_in_those_it_knew_but_nobody_who_left(bare: Shop) -> None:
    bare.programme.begin(BEGAN, "Free cake")
    bare.imports.take_in(NOW, "may.csv", Till([sold("1", 1000, ANNA), sold("2", 1000, BEN)]))
    anna, ben = bare.customers.meant("Anna Nowak").id, bare.customers.meant("Ben Ng").id
    bare.members.join(NOW, [ben])
    bare.members.leave(NOW, ben)
    bare.set.change(NOW, {"everyone_joins": "yes"})
    bare.imports.take_in(NOW, "june.csv", Till([sold("3", 500, ANNA, 1), sold("4", 500, BEN, 1)]))
    assert bare.points.balances(NOW.day) == {anna: 5}


def test_what_was_bought_decides_in_a_tills_file_too(shop: Shop) -> None:
    shop.set.put(BEGAN, "earn", "amount 1; 2x Cake; 0x Papers")
    lines = (Line("Cheesecake", "Cake", 1000, 400), Line("Newspaper", "Papers", 1000, 200))
    shop.imports.take_in(NOW, "may.csv", Till([sold("1", 600, ANNA, lines=lines)]))
    assert shop.points.balance(shop.customers.meant("Anna Nowak").id, NOW.day) == 8
    assert backup.faults(shop.conn) == []


def test_a_refund_takes_double_points_back_double(shop: Shop, mary: int) -> None:
    shop.set.put(BEGAN, "earn", "amount 1; 2x 2026-05-04")
    sale = shop.receipts.log(NOW, mary, 1000)
    assert sale.earned == 20
    assert shop.receipts.refund(at(1), mary, 500, sale.receipt_id).balance == 10
    assert shop.receipts.refund(at(1), mary, 500, sale.receipt_id).balance == 0


def test_a_refund_larger_than_its_sale_is_refused(shop: Shop, mary: int) -> None:
    sale = shop.receipts.log(NOW, mary, 1000)
    shop.receipts.refund(NOW, mary, 400, sale.receipt_id)
    with pytest.raises(Refused, match="more_than_sale"):
        shop.receipts.refund(NOW, mary, 601, sale.receipt_id)
    with pytest.raises(Refused, match="line_gone"):
        shop.receipts.refund(NOW, person(shop, "Bob"), 100, sale.receipt_id)


def test_money_off_is_taken_for_as_many_points_as_the_customer_likes(shop: Shop, mary: int) -> None:
    shop.set.put(NOW, "reward", "100 Money off -5.00")
    off = shop.programme.reward_called("Money off")
    shop.receipts.log(NOW, mary, 16_000)
    given = shop.receipts.log(at(1), mary, 300, Given(off.id, 60))
    assert (given.spent, off.worth_of(given.spent), given.balance) == (60, 300, 103)
    for chosen in (-5, 104, 0):
        with pytest.raises(Refused, match=r"bad_part|not_enough_points"):
            shop.receipts.redeem(at(1), mary, Given(off.id, chosen))


def test_credit_is_a_voucher_for_the_next_purchase_used_once(shop: Shop, mary: int) -> None:
    shop.set.put(NOW, "reward", "100 Credit +5.00 for 90 days")
    shop.receipts.log(NOW, mary, 20_000)
    given = shop.receipts.redeem(NOW, mary, Given(shop.programme.reward_called("Credit").id))
    voucher = given.issued
    assert voucher is not None
    assert (voucher.worth, voucher.from_day, voucher.to_day) == (500, NOW.day + 1, NOW.day + 90)
    with pytest.raises(Refused, match="voucher_not_today"):
        shop.receipts.log(NOW, mary, 300, Given(voucher=voucher.id))
    shop.receipts.log(at(1), mary, 300, Given(voucher=voucher.id))
    with pytest.raises(Refused, match="voucher_used"):
        shop.receipts.log(at(2), mary, 300, Given(voucher=voucher.id))
    with pytest.raises(Refused, match="later_act"):
        shop.undo(at(2), given.act)


def test_a_voucher_is_nobody_elses(shop: Shop, mary: int) -> None:
    from loyaltui.core.reward import Offer

    (voucher,) = shop.vouchers.give(NOW, [mary], Offer("percent", 10, 14), "Come back")
    assert [one.code for one in shop.vouchers.of(mary, NOW.day)] == [voucher.code]
    with pytest.raises(Refused, match="voucher_of_another"):
        shop.receipts.log(at(1), person(shop, "Bob"), 300, Given(voucher=voucher.id))
    visit = shop.receipts.log(at(1), mary, 300, Given(voucher=voucher.id))
    assert shop.vouchers.of(mary, NOW.day) == []
    shop.receipts.delete(at(1), visit.receipt_id or 0)
    assert [one.code for one in shop.vouchers.of(mary, NOW.day)] == [voucher.code]


def test_a_gift_to_many_is_one_act(shop: Shop, mary: int) -> None:
    from loyaltui.store.spending import give

    people = [mary, person(shop, "Bob"), person(shop, "Eve")]
    act = give(shop, NOW, people, 25, "ten years of us")
    assert [shop.points.balance(who, NOW.day) for who in people] == [25] * 3
    shop.undo(NOW, act)
    assert [shop.points.balance(who, NOW.day) for who in people] == [0] * 3
    for points, why in ((0, "x"), (25, "  "), (10**9, "x"), (-5, "never had them")):
        with pytest.raises(Refused, match=r"bad_gift|not_enough_points"):
            give(shop, NOW, people, points, why)


def test_somebody_the_shop_knows_by_two_cards_is_in_the_programme_once_either_is(bare: Shop) -> None:
    bare.programme.begin(BEGAN, "Free cake")
    bare.imports.take_in(NOW, "may.csv", Till([sold("1", 1000, Who(ext_id="9", name="M. Smith"))]))
    mary, other = person(bare), bare.customers.meant("M. Smith").id
    bare.customers.merge(NOW, other, mary)
    assert bare.receipts.log(NOW, other, 500).balance == 5
