"""What sales earn, what refunds take back and which points are spent, whatever the amounts."""

from collections.abc import Iterable
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core.earning import NOTHING, Earn, Earned, Sale, earn, take_back
from loyaltui.core.lots import Lot, Movement, filled, lots, spend
from loyaltui.core.refused import Refused
from loyaltui.core.rule import Basis, Rule, rule_on

CENTS = st.integers(0, 10_000_000)
RULES = st.builds(Rule, st.just(1), st.just(0), st.sampled_from(["amount", "visit"]), st.integers(1, 5000))
PER_AMOUNT = RULES.map(lambda rule: Rule(1, 0, "amount", rule.size))
HELD = st.lists(st.integers(-50, 200), max_size=8).map(lambda left: [Lot(n, points) for n, points in enumerate(left)])


def sales(rule: Rule, amounts: list[int]) -> list[Earn]:
    """The earns of one customer's sales, in their order."""
    carried, booked = 0, []
    for number, amount in enumerate(amounts, 1):
        earned = earn(rule, Sale(amount, 0), carried)
        carried += earned.crumbs
        booked.append(Earn(number, *earned, rule))
    return booked


def waiting(earns: Iterable[Earn]) -> dict[int, int]:
    """The crumbs of them all, by rule."""
    return {1: sum(one.crumbs for one in earns if one.rule.per == "amount")}


def less(one: Earn, taken: Earned) -> Earn:
    points, crumbs, paid = (before + after for before, after in zip(one[1:4], taken, strict=True))
    return one._replace(points=points, crumbs=crumbs, paid=paid)


@given(RULES, CENTS | st.none(), st.integers(-10_000, 10_000))
def test_a_sale_never_earns_less_than_nothing(rule: Rule, amount: int | None, carried: int) -> None:
    assert earn(rule, Sale(amount, 0), carried).points >= 0


@given(PER_AMOUNT, st.lists(CENTS))
def test_small_sales_earn_together_what_one_large_sale_earns(rule: Rule, amounts: list[int]) -> None:
    points = list(accumulate(one.points for one in sales(rule, amounts)))
    paid = list(accumulate(amounts))
    assert points == [earn(rule, Sale(total, 0), 0).points for total in paid]


@given(RULES, CENTS)
def test_per_visit_every_visit_earns_the_same_whatever_is_paid(rule: Rule, amount: int) -> None:
    visits = Rule(1, 0, "visit", rule.size)
    assert earn(visits, Sale(amount, 0), 0).points == earn(visits, Sale(None, 0), 0).points == rule.size
    assert earn(Rule(1, 0, "amount", rule.size), Sale(None, 0), 99) == NOTHING


@given(RULES, st.lists(CENTS, max_size=6), st.lists(CENTS, max_size=6))
def test_refunds_never_take_back_more_than_was_earned(rule: Rule, amounts: list[int], refunds: list[int]) -> None:
    held = {one.id: one for one in sales(rule, amounts)}
    for refunded in refunds:
        for one, taken in take_back(list(held.values()), refunded, waiting(held.values())):
            held[one.id] = less(one, taken)
            assert taken.points <= 0
            assert held[one.id].points >= 0
    if rule.per == "amount":
        left = sum(one.points * rule.size + one.crumbs for one in held.values())
        assert left == max(0, sum(amounts) - sum(refunds))


@given(RULES, st.lists(CENTS.filter(bool), max_size=6), st.integers(0, 9999))
def test_a_whole_refund_takes_back_everything(rule: Rule, amounts: list[int], more: int) -> None:
    booked = sales(rule, amounts)
    taken = list(take_back(booked, sum(amounts) + more, waiting(booked)))
    assert sum(back.points for _, back in taken) == -sum(one.points for one in booked)


@given(RULES, CENTS.filter(bool), st.data())
def test_a_sale_refunded_in_parts_leaves_nothing(rule: Rule, amount: int, data: st.DataObject) -> None:
    (one,) = sales(rule, [amount])
    while amount:
        part = data.draw(st.integers(1, amount)) if amount > 3 else amount
        amount -= part
        for _, taken in take_back([one], part, waiting([one])):
            one = less(one, taken)
    assert one.points == 0


@given(RULES, CENTS.filter(bool), CENTS.filter(bool))
def test_a_refund_takes_from_the_first_it_is_given_before_the_next(rule: Rule, first: int, second: int) -> None:
    latest, earlier = (Earn(n, *earn(rule, Sale(paid, 0), 0), rule) for n, paid in ((2, first), (1, second)))
    assert [one.id for one, _ in take_back([latest, earlier], first, {})] == [2]
    assert [one.id for one, _ in take_back([latest, earlier], first + 1, {})] == [2, 1]


@pytest.mark.parametrize(("day", "number"), [(9, None), (10, 1), (19, 1), (20, 3), (99, 3)])
def test_a_sale_earns_by_the_newest_rule_in_force_on_its_day(day: int, number: int | None) -> None:
    per: Basis = "visit"
    rule = rule_on([Rule(2, 20, per, 1), Rule(3, 20, per, 1), Rule(1, 10, per, 1)], day)
    assert (rule and rule.id) == number


@given(HELD, st.integers(1, 500))
def test_points_are_spent_exactly_and_the_oldest_first_or_not_at_all(held: list[Lot], points: int) -> None:
    balance = sum(lot.left for lot in held)
    if points > balance:
        with pytest.raises(Refused, match="not_enough_points"):
            spend(held, points, 0)
        return
    paid = {lot.id: lot.left for lot in spend(held, points, 0)}
    assert sum(paid.values()) == points
    assert min(paid.values()) > 0
    assert all(paid[lot.id] <= lot.left for lot in held if lot.id in paid)
    untouched = [lot.id for lot in filled(held) if lot.left > paid.get(lot.id, 0)]  # once debts are paid from the first
    assert not untouched or max(paid) <= untouched[0]


@given(st.lists(st.tuples(st.integers(1, 200), st.lists(st.integers(-60, 20), max_size=4)), max_size=6))
def test_the_balance_is_what_is_left_of_each_earn(history: list[tuple[int, list[int]]]) -> None:
    rows = [Movement(n, "earn", points) for n, (points, _) in enumerate(history, 1)]
    rows += [Movement(100, "reverse", more, n) for n, (_, after) in enumerate(history, 1) for more in after]
    left = lots(rows)
    assert sum(lot.left for lot in left) == sum(row.points for row in rows)
    assert [lot.id for lot in left] == sorted({lot.id for lot in left})
    assert {lot.id: lot.left for lot in left} == {
        n: points + sum(after) for n, (points, after) in enumerate(history, 1) if points + sum(after)
    }


def test_many_small_refunds_one_after_the_other_leave_no_more_than_a_point_too_much() -> None:
    rule = Rule(1, 0, "amount", 100)
    held = {one.id: one for one in sales(rule, [100] * 10)}
    for number in list(held):
        for one, taken in take_back([held[number]], 99, waiting(held.values())):
            held[one.id] = less(one, taken)
    assert sum(one.points for one in held.values()) == 1  # ten cents are paid in the end
