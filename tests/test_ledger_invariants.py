"""What must always be true of points, one by one; the numbers are those of the invariants the ledger is built on.

13 to 21 are in test_ledger_of_sales.py, 18, two counters at once, in test_counters_together.py; 22, that any order of
all these adds up, is test_ledger_machine.py.
"""

from contextlib import suppress

import pytest

from loyaltui.core.bonus import GIVEN_BACK_DAYS
from loyaltui.core.customer import Customer
from loyaltui.core.lots import Lot, spend
from loyaltui.core.moment import iso
from loyaltui.core.refused import Refused
from loyaltui.store import Shop, backup
from loyaltui.store.spending import give
from tests.conftest import ANNA, BEGAN, NOW, Till, acts, at, person, rows, sold
from tests.test_ledger import cake, kinds, movements


@pytest.fixture
def lasting(shop: Shop) -> Shop:
    """The same shop, but points last for ten days."""
    shop.set.put(BEGAN, "earn", "amount 1; lasts 10")
    return shop


def balance(shop: Shop, who: int, days: int = 0) -> int:
    return shop.points.balance(who, at(days).day)


def take_in(shop: Shop, *records: object) -> int:
    return shop.imports.take_in(NOW, "may.csv", Till(records)).points


def test_a_correction_is_a_new_row_and_what_stood_stays(shop: Shop, mary: int) -> None:  # 1
    sale = shop.receipts.log(NOW, mary, 1000)
    stood = movements(shop)
    shop.receipts.change(NOW, sale.receipt_id, 700)
    shop.undo(NOW)
    assert movements(shop)[: len(stood)] == stood
    assert kinds(shop, mary) == [("earn", 10), ("reverse", -10), ("earn", 7), ("reverse", 10), ("reverse", -7)]


def test_points_put_right_by_hand_say_why(shop: Shop, mary: int) -> None:  # 1
    give(shop, NOW, [mary], 40, "paper card")
    give(shop, NOW, [mary], -15, "stamped twice")
    with pytest.raises(Refused, match="bad_gift"):
        give(shop, NOW, [mary], 5, " ")
    reasons = shop.conn.execute("SELECT points, reason FROM movements ORDER BY id").fetchall()
    assert reasons == [(40, "paper card"), (-15, "stamped twice")]


def test_a_balance_is_kept_nowhere_but_summed(shop: Shop, mary: int) -> None:  # 2
    shop.receipts.log(NOW, mary, 4200)
    kept = {(name, value) for name, found in rows(shop).items() for row in found for value in row if value == 42}
    assert kept == set()
    assert balance(shop, mary) == sum(points for _, points in kinds(shop, mary)) == 42


def test_every_movement_says_what_who_and_by_which_rule(shop: Shop, mary: int) -> None:  # 3
    sale = shop.receipts.log(NOW, mary, 10_000)
    shop.receipts.redeem(NOW, mary, cake(shop))
    said = shop.conn.execute(
        "SELECT m.kind, a.till, a.verb, m.receipt_id, m.rule_id, m.reward_id FROM movements m "
        "JOIN acts a ON a.id = m.act ORDER BY m.id"
    ).fetchall()
    rule, reward = shop.programme.rules()[0].id, shop.programme.rewards()[0].id
    assert said == [
        ("earn", "counter 1", "visit", sale.receipt_id, rule, None),
        ("redeem", "counter 1", "reward given", None, None, reward),
    ]


def test_the_same_file_twice_earns_once_and_after_an_undo_again(shop: Shop) -> None:  # 4
    records = (sold("1", 1000, ANNA), sold("2", -300, ANNA, 1))
    assert [take_in(shop, *records), take_in(shop, *records)] == [7, 0]
    shop.undo(NOW)
    assert take_in(shop, *records) == 7
    assert sum(shop.points.balances(NOW.day).values()) == 7


def test_every_movement_is_a_lot_or_names_one_and_a_lot_below_zero_is_a_debt(shop: Shop, mary: int) -> None:  # 5
    sale = shop.receipts.log(NOW, mary, 10_000)
    shop.receipts.redeem(NOW, mary, cake(shop))
    shop.receipts.refund(NOW, mary, 2500, sale.receipt_id)
    lot = shop.conn.execute("SELECT id FROM movements WHERE lot IS NULL").fetchone()[0]
    assert shop.conn.execute("SELECT kind, lot FROM movements ORDER BY id").fetchall() == [
        ("earn", None),
        ("redeem", lot),
        ("reverse", lot),
    ]
    assert shop.points.lots(mary) == [Lot(lot, -25)]


def test_what_lapses_first_is_spent_first_then_the_oldest_and_what_never_lapses_last() -> None:  # 6
    held = [Lot(2, 5, 50), Lot(5, 5, 60), Lot(3, 5, 60), Lot(1, 5)]
    ordered = sorted(held, key=lambda lot: (lot.expires or 10**9, lot.id))
    assert [(lot.id, lot.left) for lot in spend(ordered, 17, 40)] == [(2, 5), (3, 5), (5, 5), (1, 2)]


def test_at_the_counter_too_what_lapses_first_is_spent_first(lasting: Shop, mary: int) -> None:  # 6
    lasting.set.put(BEGAN, "earn", "amount 1")
    lasting.receipts.log(NOW, mary, 6000)  # never
    lasting.set.put(BEGAN, "earn", "amount 1; lasts 10")
    lasting.receipts.log(at(2), mary, 6000)
    lasting.receipts.log(at(1), mary, 2000)
    lasting.receipts.redeem(at(3), mary, cake(lasting))
    assert [(lot.left, lot.expires) for lot in lasting.points.lots(mary)] == [(40, None)]


def test_only_what_wasnt_spent_of_a_lot_lapses_as_a_movement_of_its_own(lasting: Shop, mary: int) -> None:  # 7
    lasting.receipts.log(NOW, mary, 13_000)
    lasting.receipts.redeem(at(1), mary, cake(lasting))
    assert [balance(lasting, mary, 10), balance(lasting, mary, 11)] == [30, 0]
    assert lasting.receipts.log(at(11), mary, 500).balance == 5
    assert kinds(lasting, mary) == [("earn", 130), ("redeem", -100), ("expire", -30), ("earn", 5)]


def test_reading_writes_nothing_and_a_verb_books_what_has_lapsed_once(lasting: Shop, mary: int) -> None:  # 8
    lasting.receipts.log(NOW, mary, 3000)
    before, changes = movements(lasting), lasting.conn.total_changes
    assert [lasting.points.balances(at(days).day)[mary] for days in (11, 10, 11)] == [0, 30, 0]
    assert backup.faults(lasting.conn) == []
    assert (movements(lasting), lasting.conn.total_changes) == (before, changes)
    for _ in range(2):
        lasting.receipts.log(at(11), mary, 100)
    assert [points for kind, points in kinds(lasting, mary) if kind == "expire"] == [-30]


def test_a_clock_that_runs_backwards_lapses_nothing_twice_and_brings_nothing_back(
    lasting: Shop, mary: int
) -> None:  # 8
    lasting.receipts.log(NOW, mary, 3000)
    lasting.receipts.log(at(11), mary, 100)
    assert lasting.receipts.log(at(5), mary, 100).balance == 2
    assert lasting.receipts.log(at(12), mary, 100).balance == 3
    assert [points for kind, points in kinds(lasting, mary) if kind == "expire"] == [-30]


@pytest.mark.parametrize("verb", ["log", "refund", "redeem", "undo", "give", "import"])
def test_a_clock_that_leaps_is_asked_about_before_anything_is_booked(lasting: Shop, mary: int, verb: str) -> None:  # 8
    done = lasting.receipts.log(NOW, mary, 10_000)
    leapt = at(46)
    verbs = {
        "log": lambda: lasting.receipts.log(leapt, mary, 100),
        "refund": lambda: lasting.receipts.refund(leapt, mary, 100),
        "redeem": lambda: lasting.receipts.redeem(leapt, mary, cake(lasting)),
        "undo": lambda: lasting.undo(leapt, done.act),
        "give": lambda: give(lasting, leapt, [mary], 5, "paper card"),
        "import": lambda: lasting.imports.take_in(leapt, "may.csv", Till([sold("1", 100, ANNA)])),
    }
    before, count = (rows(lasting), movements(lasting)), acts(lasting)
    with pytest.raises(Refused, match="clock_leapt"):
        verbs[verb]()
    assert ((rows(lasting), movements(lasting)), acts(lasting)) == (before, count)
    lasting.set.change(leapt, {"clock": iso(leapt.day)})
    with suppress(Refused):  # there is nothing left to spend
        verbs[verb]()
    assert balance(lasting, mary, 46) <= 5


def test_a_leap_of_45_days_is_a_holiday(lasting: Shop, mary: int) -> None:  # 8
    lasting.receipts.log(NOW, mary, 10_000)
    assert lasting.receipts.log(at(45), mary, 100).balance == 1


def test_a_refund_takes_back_what_was_earned_whatever_the_rule_is_now(shop: Shop, mary: int) -> None:  # 9
    sale = shop.receipts.log(NOW, mary, 5000)
    shop.set.put(at(1), "earn", "amount 0.50")
    refund = shop.receipts.refund(at(2), mary, 5000, sale.receipt_id)
    assert (refund.earned, refund.balance) == (-50, 0)


def test_refunds_of_a_sale_take_back_in_proportion_and_the_last_takes_the_rest(shop: Shop, mary: int) -> None:  # 10
    sale = shop.receipts.log(NOW, mary, 1000)
    taken = [shop.receipts.refund(NOW, mary, part, sale.receipt_id).earned for part in (333, 333, 333, 1)]
    assert taken == [-3, -3, -3, -1]
    with pytest.raises(Refused, match="more_than_sale"):
        shop.receipts.refund(NOW, mary, 1, sale.receipt_id)


def test_a_refund_put_right_cant_come_to_more_than_its_sale_nor_go_to_somebody_else(
    shop: Shop, mary: int
) -> None:  # 10
    sale = shop.receipts.log(NOW, mary, 1000)
    refund = shop.receipts.refund(NOW, mary, 400, sale.receipt_id)
    before = rows(shop), movements(shop)
    with pytest.raises(Refused, match="more_than_sale"):
        shop.receipts.change(NOW, refund.receipt_id, 1001)
    bob = person(shop, "Bob")
    with pytest.raises(Refused, match="refund_of_another"):
        shop.receipts.move(NOW, refund.receipt_id, bob)
    shop.undo(NOW)
    assert (rows(shop), movements(shop)) == before
    assert shop.receipts.change(NOW, refund.receipt_id, 1000).balance == 0


def test_a_refunded_sale_gives_the_points_back_that_were_spent_with_it(shop: Shop, mary: int) -> None:  # 11
    shop.receipts.log(NOW, mary, 10_000)
    sale = shop.receipts.log(at(1), mary, 500, cake(shop))
    assert sale.balance == 5
    assert shop.receipts.refund(at(2), mary, 200, sale.receipt_id).balance == 3
    assert shop.receipts.refund(at(2), mary, 300, sale.receipt_id).balance == 100


def test_points_that_return_to_a_lapsed_lot_are_a_new_one_of_thirty_days(lasting: Shop, mary: int) -> None:  # 11
    lasting.receipts.log(NOW, mary, 10_000)
    sale = lasting.receipts.log(at(9), mary, 500, cake(lasting))
    lasting.receipts.refund(at(12), mary, 500, sale.receipt_id)
    assert [(lot.left, lot.expires) for lot in lasting.points.lots(mary)] == [(100, at(12).day + GIVEN_BACK_DAYS)]


def test_a_sale_put_right_twice_after_its_points_lapsed_costs_the_customer_nothing(
    lasting: Shop, mary: int
) -> None:  # 11
    lasting.receipts.log(NOW, mary, 10_000)
    bob = person(lasting, "Bob")
    give(lasting, NOW, [bob], 100, "paper card")
    sale = lasting.receipts.log(at(9), mary, 500, cake(lasting))
    for who in (bob, mary):
        with suppress(Refused):  # Bob's points have lapsed
            lasting.receipts.move(at(12), sale.receipt_id, who)
    for amount in (700, 900):
        assert lasting.receipts.change(at(13), sale.receipt_id, amount).balance == amount // 100
    lasting.receipts.delete(at(13), sale.receipt_id)
    assert balance(lasting, mary, 13) == 100


def test_taking_back_what_had_lapsed_takes_back_the_lapse_too(lasting: Shop, mary: int) -> None:  # 11
    sale = lasting.receipts.log(NOW, mary, 3000)
    lasting.receipts.log(at(11), mary, 700)
    refund = lasting.receipts.refund(at(12), mary, 3000, sale.receipt_id)
    assert (refund.earned, refund.balance) == (0, 7)


def test_a_refund_without_its_sale_takes_from_the_latest_never_more_than_was_earned(
    shop: Shop, mary: int
) -> None:  # 11
    shop.receipts.log(NOW, mary, 1000)
    shop.set.put(at(1), "earn", "amount 0.10")
    shop.receipts.log(at(2), mary, 100)
    assert [shop.receipts.refund(at(3), mary, amount).balance for amount in (50, 50, 99_900)] == [15, 10, 0]


def test_a_redemption_never_makes_a_balance_negative_and_debts_are_filled_first(shop: Shop, mary: int) -> None:  # 12
    sale = shop.receipts.log(NOW, mary, 10_000)
    shop.receipts.redeem(NOW, mary, cake(shop))
    assert shop.receipts.refund(NOW, mary, 10_000, sale.receipt_id).balance == -100
    assert shop.receipts.log(NOW, mary, 15_000).balance == 50
    with pytest.raises(Refused, match="not_enough_points") as refused:
        shop.receipts.redeem(NOW, mary, cake(shop))
    assert refused.value.data == {"needed": 100, "balance": 50}


def test_what_has_filled_a_debt_cant_lapse_any_more(lasting: Shop, mary: int) -> None:  # 12
    sale = lasting.receipts.log(NOW, mary, 10_000)
    lasting.receipts.redeem(at(1), mary, cake(lasting))
    lasting.receipts.refund(at(2), mary, 10_000, sale.receipt_id)
    assert lasting.receipts.log(at(3), mary, 13_000).balance == 30
    assert balance(lasting, mary, 14) == lasting.points.balances(at(14).day)[mary] == 0
    assert lasting.receipts.log(at(14), mary, 500).balance == 5


def test_a_counter_that_missed_a_merge_spends_no_more_than_both_have(shop: Shop, mary: int) -> None:  # 12
    bob = person(shop, "Bob")
    sale = shop.receipts.log(NOW, mary, 10_000)
    shop.receipts.redeem(NOW, mary, cake(shop))
    shop.receipts.refund(NOW, mary, 10_000, sale.receipt_id)
    shop.receipts.log(NOW, bob, 15_000)
    shop.customers.merge(NOW, mary, bob)
    with pytest.raises(Refused, match="not_enough_points"):
        shop.receipts.redeem(NOW, bob, cake(shop))
    assert balance(shop, bob) == balance(shop, mary) == 50


def test_no_bonus_comes_back_that_was_given_again_meanwhile(shop: Shop, mary: int) -> None:  # 4
    shop.set.put(BEGAN, "earn", "amount 1; birthday 50")
    shop.customers.change(NOW, Customer(mary, "Mary", birthday="1990-05-01"))
    first = shop.receipts.log(NOW, mary, 100)
    gone = shop.receipts.delete(NOW, first.receipt_id)
    assert shop.receipts.log(NOW, mary, 100).balance == 51
    shop.undo(NOW, gone)
    assert balance(shop, mary) == 52
    assert backup.faults(shop.conn) == []


def test_a_birthday_moved_to_the_end_of_its_year_is_no_second_birthday(shop: Shop, mary: int) -> None:  # 4
    shop.set.put(BEGAN, "earn", "amount 1; birthday 50")
    shop.customers.change(NOW, Customer(mary, "Mary", birthday="1990-01-02"))
    assert shop.receipts.log(at(245), mary, 100).earned == 51
    shop.customers.change(NOW, Customer(mary, "Mary", birthday="1990-12-28"))
    assert shop.receipts.log(at(605), mary, 100).earned == 1


def test_nobody_is_thanked_for_having_sent_themselves(shop: Shop, mary: int) -> None:  # 4
    shop.set.put(BEGAN, "earn", "amount 1; referral 30")
    bob = person(shop, "Bob")
    shop.answers.note(NOW, mary, "referral", "sent", "told", "", bob)
    shop.customers.merge(NOW, mary, bob)
    shop.receipts.log(NOW, mary, 100)
    assert shop.points.balances(NOW.day) == {mary: 1}


def test_a_gift_to_a_group_reaches_whoever_is_named_twice_once(shop: Shop, mary: int) -> None:  # 4
    bob = person(shop, "Bob")
    shop.customers.merge(NOW, mary, bob)
    give(shop, NOW, [mary, bob, mary], 10, "fifth birthday of the shop")
    assert balance(shop, mary) == 10
