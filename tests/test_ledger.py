"""Points: nothing is lost, nothing comes from nowhere, nothing can be rewritten."""

import sqlite3
from contextlib import closing, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyaltui.core.refused import Refused
from loyaltui.core.reward import Given
from loyaltui.core.rule import Rule
from loyaltui.store import Shop, backup
from tests.conftest import ANNA, BEGAN, NOW, Till, acts, at, person, refused_naming, rows, sold

REWRITES = (
    "UPDATE movements SET points = 999",
    "DELETE FROM movements",
    "INSERT OR REPLACE INTO movements(id, act, customer_id, day, kind, points) SELECT id, act, customer_id, day, "
    "'earn', 999 FROM movements WHERE kind = 'earn'",
    "REPLACE INTO movements SELECT * FROM movements WHERE kind = 'redeem'",
)


def movements(shop: Shop) -> list[tuple[object, ...]]:
    return shop.conn.execute("SELECT * FROM movements ORDER BY id").fetchall()


def kinds(shop: Shop, who: int) -> list[tuple[str, int]]:
    """Somebody's ledger: what happened, how many points."""
    return shop.conn.execute("SELECT kind, points FROM movements WHERE customer_id = ? ORDER BY id", (who,)).fetchall()


def cake(shop: Shop) -> Given:
    return Given(shop.programme.rewards()[0].id)


@pytest.mark.parametrize("rewrite", REWRITES)
@pytest.mark.parametrize("recursive", [0, 1])
def test_whoever_opens_the_file_cant_rewrite_the_ledger(shop: Shop, mary: int, rewrite: str, recursive: int) -> None:
    shop.receipts.log(NOW, mary, 12_000)
    shop.receipts.redeem(NOW, mary, cake(shop))
    before = movements(shop)
    with closing(sqlite3.connect(shop.path)) as anybody:
        anybody.execute(f"PRAGMA recursive_triggers = {recursive}")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"), anybody:
            anybody.execute(rewrite)
    assert movements(shop) == before


def test_putting_a_visit_right_adds_to_the_ledger_and_changes_none_of_it(shop: Shop, mary: int) -> None:
    visit = shop.receipts.log(NOW, mary, 1000)
    seen = movements(shop)
    verbs = (
        lambda: shop.receipts.change(NOW, visit.receipt_id, 700),
        lambda: shop.receipts.move(NOW, visit.receipt_id, person(shop, "Bob")),
        lambda: shop.receipts.delete(NOW, visit.receipt_id),
        lambda: shop.undo(NOW),
    )
    for verb in verbs:
        verb()
        now = movements(shop)
        assert now[: len(seen)] == seen
        assert len(now) > len(seen)
        seen = now


def test_a_changed_amount_goes_back_whole_and_earns_anew(shop: Shop, mary: int) -> None:
    visit = shop.receipts.log(NOW, mary, 1000)
    assert shop.receipts.change(NOW, visit.receipt_id, 700).balance == 7
    assert kinds(shop, mary) == [("earn", 10), ("reverse", -10), ("earn", 7)]


def test_a_visit_moved_to_its_person_takes_its_points_and_its_reward_along(shop: Shop, mary: int) -> None:
    bob = person(shop, "Bob")
    for who in (mary, bob):
        shop.receipts.log(NOW, who, 10_000)
    visit = shop.receipts.log(NOW, mary, 500, cake(shop))
    assert shop.points.balance(mary, NOW.day) == 5
    shop.receipts.move(NOW, visit.receipt_id, bob)
    assert shop.points.balances(NOW.day) == {mary: 100, bob: 5}


@pytest.mark.parametrize("verb", ["change", "move", "delete"])
def test_a_visit_can_be_put_right_though_its_reward_is_offered_no_longer(shop: Shop, mary: int, verb: str) -> None:
    shop.receipts.log(NOW, mary, 10_000)
    visit = shop.receipts.log(NOW, mary, 500, cake(shop))
    bob = person(shop, "Bob")
    shop.receipts.log(NOW, bob, 10_000)
    shop.programme.withdraw(NOW, "Free cake")
    getattr(shop.receipts, verb)(NOW, visit.receipt_id, *{"change": [700], "move": [bob]}.get(verb, []))
    assert shop.points.balance(mary, NOW.day) == {"change": 7, "move": 100, "delete": 100}[verb]


@pytest.mark.parametrize("right", ["change", "move", "delete"])
def test_putting_a_refunded_sale_right_makes_no_points_out_of_nothing(shop: Shop, mary: int, right: str) -> None:
    bob = person(shop, "Bob")
    sale = shop.receipts.log(NOW, mary, 500)
    refund = shop.receipts.refund(NOW, mary, 300)
    with suppress(Refused):  # either it is refused, or it is done so that the rest still adds up
        getattr(shop.receipts, right)(NOW, sale.receipt_id, *{"change": [700], "move": [bob]}.get(right, []))
        if right == "move":
            shop.receipts.move(NOW, refund.receipt_id, bob)
        else:
            shop.receipts.delete(NOW, refund.receipt_id)
    with suppress(Refused):
        shop.undo(NOW, refund.act)
    paid = dict(shop.conn.execute("SELECT customer_id, sum(max(amount, 0)) FROM receipts GROUP BY customer_id"))
    for who in (mary, bob):
        assert shop.points.balance(who, NOW.day) <= paid.get(who, 0) // 100


def test_a_customer_whose_points_were_spent_stays(shop: Shop, mary: int) -> None:
    bob = person(shop, "Bob")
    added = acts(shop)
    visit = shop.receipts.log(NOW, bob, 10_000)
    redeemed = shop.receipts.redeem(NOW, bob, Given(shop.programme.rewards()[0].id))
    shop.receipts.move(NOW, visit.receipt_id, mary)
    refused_naming(shop, added, visit.act, redeemed.act, acts(shop))


def test_a_rule_that_sales_have_earned_by_stays(shop: Shop, mary: int) -> None:
    shop.set.put(NOW, "earn", "visit 3")
    ruled = acts(shop)
    refused_naming(shop, ruled, shop.receipts.log(NOW, mary, 1000).act)


def test_a_reward_that_was_given_stays(shop: Shop, mary: int) -> None:
    shop.set.put(NOW, "reward", "5 Coffee 3.20")
    offered = acts(shop)
    shop.receipts.log(NOW, mary, 1000)
    refused_naming(shop, offered, shop.receipts.redeem(NOW, mary, Given(shop.programme.rewards()[0].id)).act)


def test_a_refund_isnt_undone_once_its_sale_was_put_right(shop: Shop, mary: int) -> None:
    sale = shop.receipts.log(NOW, mary, 500)
    refund = shop.receipts.refund(NOW, mary, 300)
    with suppress(Refused):  # that may be refused already
        shop.receipts.delete(NOW, sale.receipt_id)
        refused_naming(shop, refund.act, acts(shop))
    assert shop.points.balance(mary, NOW.day) <= 2


def test_a_refund_that_was_taken_out_doesnt_come_back_without_its_sale(shop: Shop, mary: int) -> None:
    sale = shop.receipts.log(NOW, mary, 500)
    refund = shop.receipts.refund(NOW, mary, 300)
    taken_out = shop.receipts.delete(NOW, refund.receipt_id)
    refused_naming(shop, taken_out, shop.receipts.delete(NOW, sale.receipt_id))
    assert backup.faults(shop.conn) == []


def test_one_receipt_earns_once(shop: Shop, mary: int) -> None:
    visit = shop.receipts.log(NOW, mary, 1000)
    with closing(sqlite3.connect(shop.path)) as anybody, pytest.raises(sqlite3.IntegrityError, match="earned already"):
        anybody.execute(
            "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points) VALUES (?, ?, ?, ?, 'earn', 10)",
            (visit.act, mary, visit.receipt_id, NOW.day),
        )


def test_the_oldest_points_are_spent_first(shop: Shop, mary: int) -> None:
    for amount in (6000, 6000, 3000):
        shop.receipts.log(NOW, mary, amount)
    shop.receipts.redeem(NOW, mary, cake(shop))
    assert [lot.left for lot in shop.points.lots(mary)] == [20, 30]
    assert [points for kind, points in kinds(shop, mary) if kind == "redeem"] == [-60, -40]


def test_a_refund_takes_from_the_latest_sales_first_by_the_rule_each_had_earned_by(shop: Shop, mary: int) -> None:
    shop.receipts.log(NOW, mary, 1000)
    shop.set.put(at(1), "earn", "amount 0.10")
    assert shop.receipts.log(at(2), mary, 1000).balance == 10 + 100
    assert [shop.receipts.refund(at(3), mary, amount).balance for amount in (500, 500, 1000)] == [60, 10, 0]


def test_partial_refunds_take_back_in_proportion_and_the_last_takes_the_rest(shop: Shop, mary: int) -> None:
    shop.receipts.log(NOW, mary, 1000)
    assert [shop.receipts.refund(NOW, mary, 333).balance for _ in range(3)] == [7, 4, 1]
    assert shop.receipts.refund(NOW, mary, 1).balance == 0
    assert shop.receipts.refund(NOW, mary, 9999).balance == 0


@pytest.mark.parametrize("parts", [[1000], [500, 500], [333, 333, 334], [999, 1]])
def test_a_sale_that_earned_per_visit_and_is_refunded_in_parts_leaves_no_points(
    shop: Shop, mary: int, parts: list[int]
) -> None:
    shop.set.put(BEGAN, "earn", "visit 10")
    shop.receipts.log(NOW, mary, 1000)
    shop.receipts.log(NOW, mary, 1000)
    for part in parts:
        shop.receipts.refund(NOW, mary, part)
    assert shop.points.balance(mary, NOW.day) == 10
    for part in parts:
        shop.receipts.refund(NOW, mary, part)
    assert shop.points.balance(mary, NOW.day) == 0


def test_a_refund_takes_only_from_sales_up_to_its_day(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(5), mary, 1000)
    assert shop.receipts.refund(at(4), mary, 1000).balance == 10


def test_a_reward_that_costs_too_much_is_refused_and_nothing_is_written(shop: Shop, mary: int) -> None:
    shop.receipts.log(NOW, mary, 9900)
    before, ledger = rows(shop), movements(shop)
    for give in (
        lambda: shop.receipts.redeem(NOW, mary, cake(shop)),
        lambda: shop.receipts.log(NOW, mary, 500, cake(shop)),  # nor do the points of a sale pay for that sale
    ):
        with pytest.raises(Refused, match="not_enough_points"):
            give()
    assert (rows(shop), movements(shop)) == (before, ledger)


def test_after_a_refund_of_points_already_spent_the_next_sales_fill_the_hole_first(shop: Shop, mary: int) -> None:
    shop.receipts.log(NOW, mary, 10_000)
    shop.receipts.redeem(NOW, mary, cake(shop))
    assert shop.receipts.refund(NOW, mary, 10_000).balance == -100
    assert shop.receipts.log(NOW, mary, 15_000).balance == 50
    with pytest.raises(Refused, match="not_enough_points"):
        shop.receipts.redeem(NOW, mary, cake(shop))


def test_a_sale_earns_by_the_rule_of_its_own_day_and_before_the_first_nothing(shop: Shop) -> None:
    shop.set.put(at(-10), "earn", "amount 0.10")
    sales = [sold("1", 1000, ANNA, -31), sold("2", 1000, ANNA, -20), sold("3", 1000, ANNA, -5)]
    assert shop.imports.take_in(NOW, "may.csv", Till(sales)).points == 10 + 100


def test_thirty_and_twenty_earn_what_fifty_earns(bare: Shop) -> None:
    bare.set.put(BEGAN, "earn", "amount 0.50")
    mary, bob = person(bare), person(bare, "Bob")
    assert [bare.receipts.log(NOW, mary, amount).balance for amount in (30, 20)] == [0, 1]
    assert bare.receipts.log(NOW, bob, 50).balance == 1


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    amounts=st.lists(st.integers(0, 400), max_size=8), size=st.integers(1, 300), refunded=st.none() | st.floats(0, 1)
)
def test_points_and_crumbs_are_always_what_was_paid(
    bare: Shop, amounts: list[int], size: int, refunded: float | None
) -> None:
    bare.programme.new_rule(BEGAN, Rule(0, 0, "amount", size))
    mary = person(bare)
    for amount in amounts:
        bare.receipts.log(NOW, mary, amount)
    back = int(sum(amounts) * (refunded or 0))
    if back:
        bare.receipts.refund(NOW, mary, back)
    points, crumbs = bare.conn.execute(
        "SELECT coalesce(sum(points), 0), coalesce(sum(crumbs), 0) FROM movements WHERE customer_id = ?", (mary,)
    ).fetchone()
    assert points * size + crumbs == sum(amounts) - back
    assert bare.points.balance(mary, NOW.day) == points == sum(lot.left for lot in bare.points.lots(mary))
    assert backup.faults(bare.conn) == []
