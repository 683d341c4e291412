"""What must always be true of the points of sales: what earns, when, once, and what becomes of it when a sale changes.

The numbers go on from test_ledger_invariants.py.
"""

import pytest

from loyaltui.core.customer import Customer
from loyaltui.core.receipt import Ignored, Line
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Given
from loyaltui.store import Shop, backup
from tests.conftest import ANNA, BEGAN, NOW, Till, acts, at, person, rows, sold
from tests.test_ledger import cake, movements
from tests.test_ledger_invariants import balance, take_in


@pytest.mark.parametrize(("rule", "points"), [("amount 1", 12), ("amount 1; before tax", 10)])
def test_points_are_for_money_paid_for_goods_with_tax_or_without_as_was_said(
    shop: Shop, rule: str, points: int
) -> None:  # 13
    shop.set.put(BEGAN, "earn", rule)
    assert (
        take_in(shop, sold("1", 1200, ANNA, tax=200, discount=300), sold("2", 0, ANNA), Ignored(3, "void", "9"))
        == points
    )


def test_a_reward_rung_up_as_a_line_below_zero_isnt_counted_as_goods(shop: Shop) -> None:  # 13
    shop.set.put(BEGAN, "earn", "amount 1; 2x Coffee")
    lines = (Line("Coffee", "", 1000, 400), Line("Cake", "", 1000, 400), Line("Free coffee", "Coffee", 1000, -400))
    assert take_in(shop, sold("1", 400, ANNA, lines=lines)) == 6  # half of what was paid was for coffee


@pytest.mark.parametrize("why", ["void", "unpaid", "failed", "cancelled", "uncaptured"])
def test_only_a_completed_sale_moves_points(shop: Shop, why: str) -> None:  # 14
    assert take_in(shop, sold("1", 1000, ANNA), Ignored(2, why, "")) == 10
    assert take_in(shop, Ignored(1, "void", "1")) == -10
    assert take_in(shop, sold("1", 1000, ANNA)) == 0


def test_a_visit_whose_amount_comes_later_earns_once_then(shop: Shop, mary: int) -> None:  # 15
    assert shop.receipts.log(NOW, mary, None).balance == 0
    assert [take_in(shop, sold("1", 420)), take_in(shop, sold("1", 420))] == [4, 0]
    assert balance(shop, mary) == 4


def test_a_stamp_for_a_visit_whose_amount_comes_later_goes_when_that_is_refunded(shop: Shop, mary: int) -> None:  # 15
    shop.set.put(BEGAN, "earn", "visit 1")
    sale = shop.receipts.log(NOW, mary, None)
    assert sale.balance == 1
    assert take_in(shop, sold("1", 420)) == 0
    assert balance(shop, mary) == 1
    assert backup.faults(shop.conn) == []
    assert shop.receipts.refund(NOW, mary, 420, sale.receipt_id).balance == 0


def test_what_was_bought_counts_once_the_till_says_it(shop: Shop, mary: int) -> None:  # 15
    shop.set.put(BEGAN, "earn", "amount 1; 2x Coffee")
    assert shop.receipts.log(NOW, mary, 400).balance == 4
    assert take_in(shop, sold("1", 400, lines=(Line("Coffee", "", 1000, 400),))) == 4
    assert balance(shop, mary) == 8


def test_points_of_a_sale_cant_pay_for_it_also_where_the_till_was_first(shop: Shop) -> None:  # 16
    take_in(shop, sold("1", 10_000, ANNA))
    anna = shop.customers.meant(ANNA.email).id
    before = rows(shop), movements(shop)
    with pytest.raises(Refused, match="not_enough_points"):
        shop.receipts.log(NOW, anna, 10_000, cake(shop))
    assert (rows(shop), movements(shop)) == before
    assert shop.receipts.log(at(1), anna, 100, cake(shop)).balance == 1


def test_a_sale_earns_by_the_rule_of_its_day_and_years_before_the_first_are_no_debt(shop: Shop) -> None:  # 16a
    shop.set.put(at(-10), "earn", "amount 0.10")
    assert take_in(shop, *(sold(str(-day), 1000, ANNA, day) for day in (-700, -31, -30, -11, -10, 0))) == 220


@pytest.mark.parametrize("verb", ["change", "delete", "move"])
def test_putting_a_visit_right_takes_back_and_earns_anew_in_one_act(shop: Shop, mary: int, verb: str) -> None:  # 17
    sale, bob = shop.receipts.log(NOW, mary, 1000), person(shop, "Bob")
    count = acts(shop)
    getattr(shop.receipts, verb)(NOW, sale.receipt_id, *{"change": [700], "move": [bob]}.get(verb, []))
    assert acts(shop) == count + 1
    moved = shop.conn.execute("SELECT kind, points FROM movements WHERE act = ? ORDER BY id", (count + 1,)).fetchall()
    assert moved == [("reverse", -10), *{"change": [("earn", 7)], "move": [("earn", 10)]}.get(verb, [])]


def test_what_was_given_with_a_visit_stays_given_when_its_amount_is_put_right(shop: Shop, mary: int) -> None:  # 17
    shop.receipts.log(NOW, mary, 10_000)
    sale = shop.receipts.log(at(1), mary, None, cake(shop))
    later = shop.imports.take_in(at(1), "may.csv", Till([sold("1", 500, days=1)]))
    assert (later.met_at_counter, later.points, balance(shop, mary, 1)) == (1, 5, 5)
    assert shop.imports.take_in(at(2), "may.csv", Till([sold("1", 700, days=1)])).points == 2
    assert balance(shop, mary, 2) == 7
    assert shop.points.reward_given(sale.receipt_id) == (cake(shop).reward, 100)


def test_a_sale_that_the_till_voids_gives_back_what_was_spent_and_lets_its_voucher_go(
    shop: Shop, mary: int
) -> None:  # 17
    shop.set.put(BEGAN, "reward", "10 Credit +0.50 for 30 days")
    shop.receipts.log(NOW, mary, 10_000)
    credit = next(reward for reward in shop.programme.rewards() if reward.kind == "credit")
    sale = shop.receipts.log(at(1), mary, None, Given(credit.id))
    shop.imports.take_in(at(1), "may.csv", Till([sold("1", 500, days=1)]))
    shop.receipts.log(at(2), mary, 300, Given(voucher=sale.issued.id))
    shop.receipts.refund(at(2), mary, 100, sale.receipt_id)
    shop.imports.take_in(at(3), "may.csv", Till([Ignored(1, "void", "1")]))
    assert balance(shop, mary, 3) == 100 - 10 + 3  # the credit was used, and so stays paid for
    assert backup.faults(shop.conn) == []
    shop.undo(at(3))
    assert balance(shop, mary, 3) == 100 - 10 + 3 + 4


def test_whoever_has_left_keeps_what_a_sale_had_earned_when_that_is_put_right(shop: Shop, mary: int) -> None:  # 17
    sale = shop.receipts.log(NOW, mary, 1000)
    shop.members.leave(NOW, mary)
    assert shop.receipts.change(at(1), sale.receipt_id, 1200).balance == 12
    assert shop.receipts.log(at(1), mary, 1000).balance == 12


def test_rounding_is_carried_to_the_next_visit_and_a_new_rule_starts_at_nothing(shop: Shop, mary: int) -> None:  # 19
    assert [shop.receipts.log(NOW, mary, amount).balance for amount in (60, 60, 90)] == [0, 1, 2]
    points, crumbs, paid = shop.conn.execute("SELECT sum(points), sum(crumbs), sum(paid) FROM movements").fetchone()
    assert points * 100 + crumbs == paid == 210
    shop.set.put(at(1), "earn", "amount 1")
    assert shop.receipts.log(at(1), mary, 90).balance == 2
    types = "SELECT DISTINCT typeof(points), typeof(crumbs), typeof(paid) FROM movements"
    assert shop.conn.execute(types).fetchall() == [("integer", "integer", "integer")]


def test_a_merge_moves_no_points_and_can_be_undone_at_any_later_time(shop: Shop, mary: int) -> None:  # 20
    bob = person(shop, "Bob")
    for who in (mary, bob):
        shop.receipts.log(NOW, who, 6000)
    stood = movements(shop)
    shop.customers.merge(NOW, mary, bob)
    merged = acts(shop)
    assert movements(shop) == stood
    assert shop.points.balances(NOW.day) == {mary: 120}
    shop.receipts.redeem(at(1), mary, cake(shop))
    shop.receipts.log(at(40), mary, 1000)
    shop.undo(at(41), merged)
    assert shop.points.balances(at(41).day) == {mary: 10, bob: 20}


def test_the_ledger_knows_nobodys_name_so_that_it_can_stay_when_that_goes(shop: Shop) -> None:  # 21
    anna = shop.customers.add(NOW, Customer(0, "Anna Nowak", "+353871234567", "anna@example.com", "4471", "1990-05-03"))
    shop.receipts.log(NOW, anna.id, 12_000)
    shop.receipts.redeem(NOW, anna.id, cake(shop))
    written = repr(movements(shop))
    assert not [word for word in ("Anna", "Nowak", "871234567", "example", "4471", "1990") if word in written]
    shop.customers.change(NOW, Customer(anna.id, "Somebody"))
    assert (repr(movements(shop)), balance(shop, anna.id)) == (written, 20)
