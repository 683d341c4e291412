"""The till says how much, the counter says who: whichever comes second, they meet in one visit that earns once."""

import pytest

from loyaltui.core.moment import Moment
from loyaltui.core.receipt import Ignored, Profile, Who
from loyaltui.core.report import ImportReport
from loyaltui.core.reward import Given
from loyaltui.store import Shop, backup
from tests.conftest import ANNA, MAY_4, NOW, Till, at, person, rows, sold

TEN = 36_000


def take_in(shop: Shop, *records: object, **more: str) -> ImportReport:
    return shop.imports.take_in(NOW, "may.csv", Till(records, **more))


def visits(shop: Shop) -> list[tuple[str, int | None, int]]:
    return [(line.name, line.amount, line.points) for line in shop.receipts.of_day(NOW.day)]


def minutes(count: float) -> Moment:
    return at(second=TEN + int(60 * count))


def test_a_visit_without_an_amount_gets_it_from_the_till_and_earns_then(shop: Shop, mary: int) -> None:
    shop.receipts.log(minutes(2), mary, None)
    report = take_in(shop, sold("1", 420), sold("2", 990)._replace(second=TEN + 3600))
    assert (report.met_at_counter, report.met_nameless, report.points) == (1, 1, 4)
    assert sorted(visits(shop), key=repr) == [("", 990, 0), ("Mary Smith", 420, 4)]
    assert backup.faults(shop.conn) == []


def test_a_sale_logged_with_its_amount_earns_once(shop: Shop, mary: int) -> None:
    shop.receipts.log(minutes(8), mary, 420)
    report = take_in(shop, sold("1", 420))
    assert (report.met_at_counter, report.points) == (1, 0)
    assert visits(shop) == [("Mary Smith", 420, 4)]


def test_the_same_file_again_meets_nobody_twice(shop: Shop, mary: int) -> None:
    shop.receipts.log(minutes(1), mary, None)
    take_in(shop, sold("1", 420))
    shop.receipts.log(minutes(1.5), mary, None)
    again = take_in(shop, sold("1", 420))
    assert (again.already_known, again.met_at_counter) == (1, 0)
    assert sorted(visits(shop), key=repr) == [("Mary Smith", 420, 4), ("Mary Smith", None, 0)]


def test_taking_the_import_back_leaves_the_visit_as_it_was_logged(shop: Shop, mary: int) -> None:
    shop.receipts.log(minutes(1), mary, None)
    before = rows(shop)
    take_in(shop, sold("1", 420))
    shop.undo(NOW)
    assert rows(shop) == before
    assert shop.points.balance(mary, NOW.day) == 0


def test_where_the_till_was_first_the_visit_takes_its_nameless_sale(shop: Shop, mary: int) -> None:
    take_in(shop, sold("1", 420))
    done = shop.receipts.log(minutes(2), mary, None)
    assert (done.amount, done.earned) == (420, 4)
    assert visits(shop) == [("Mary Smith", 420, 4)]
    shop.undo(NOW)
    assert visits(shop) == [("", 420, 0)]
    assert shop.points.balance(mary, NOW.day) == 0


def test_where_the_till_named_her_already_she_doesnt_earn_again(shop: Shop) -> None:
    take_in(shop, sold("1", 1000, ANNA))
    anna = shop.customers.meant("anna nowak").id
    done = shop.receipts.log(minutes(5), anna, None)
    assert (done.amount, done.earned, done.balance) == (1000, 0, 10)
    assert len(visits(shop)) == 1


def test_two_visits_never_meet_one_sale(shop: Shop, mary: int) -> None:
    take_in(shop, sold("1", 420))
    shop.receipts.log(minutes(1), mary, None)
    shop.receipts.log(minutes(2), person(shop, "Bob"), None)
    assert sorted(name for name, _amount, _points in visits(shop)) == ["Bob", "Mary Smith"]


def test_a_sale_that_names_somebody_else_is_never_hers(shop: Shop, mary: int) -> None:
    shop.receipts.log(minutes(0), mary, None)
    assert take_in(shop, sold("1", 420, ANNA)).met_at_counter == 0
    assert len(visits(shop)) == 2


def test_a_reward_given_at_the_counter_stays_with_the_visit(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(-1), mary, 12_000)
    shop.receipts.log(minutes(1), mary, None, Given(shop.programme.rewards()[0].id))
    take_in(shop, sold("1", 280))
    assert shop.points.balance(mary, NOW.day) == 120 - 100 + 2


@pytest.mark.parametrize(("same", "left", "balance"), [(True, 1, 5), (False, 2, 9)])
def test_a_doubtful_pair_is_asked_about(shop: Shop, same: bool, left: int, balance: int) -> None:
    anna = person(shop, "Anna Nowak", email="anna@example.com")
    shop.receipts.log(minutes(3), anna, 400)
    report = take_in(shop, sold("1", 500, ANNA))
    assert (report.met_at_counter, report.to_look_at) == (0, 1)
    (question,) = shop.questions.sales()
    assert (question.visit.amount, question.sale.amount) == (400, 500)
    before = rows(shop)
    shop.questions.answer_sale(NOW, question.id, same)
    assert len(visits(shop)) == left
    assert shop.points.balance(anna, NOW.day) == balance
    assert shop.questions.sales() == []
    assert backup.faults(shop.conn) == []
    shop.undo(NOW)
    assert rows(shop) == before


def test_a_visit_ticked_after_its_receipt_came_can_be_made_one_with_it_and_two_again(shop: Shop) -> None:
    take_in(shop, sold("1", 500, ANNA))
    anna = shop.customers.meant("anna nowak").id
    shop.receipts.log(minutes(3), anna, 400)
    (question,) = shop.questions.sales()
    before = rows(shop)
    shop.questions.answer_sale(NOW, question.id, True)
    assert [amount for _name, amount, _points in visits(shop)] == [500]
    assert take_in(shop, sold("1", 500, ANNA)).already_known == 1
    shop.undo(NOW)
    assert rows(shop) == before
    assert take_in(shop, sold("1", 500, ANNA)).already_known == 1


def test_what_the_till_says_otherwise_later_is_booked_once(shop: Shop) -> None:
    take_in(shop, sold("1", 1000, ANNA), sold("2", -300, ANNA))
    anna = shop.customers.meant("anna nowak").id
    later = [sold("1", 800, ANNA), sold("2", -300, ANNA)]
    assert (take_in(shop, *later).changed, take_in(shop, *later).changed) == (1, 0)
    assert sorted(amount or 0 for _name, amount, _points in visits(shop)) == [-300, 800]
    assert shop.points.balance(anna, NOW.day) == 5
    assert backup.faults(shop.conn) == []
    shop.undo(NOW)
    assert shop.points.balance(anna, NOW.day) == 7


def test_a_receipt_voided_since_is_taken_out_and_an_older_export_doesnt_bring_it_again(shop: Shop) -> None:
    take_in(shop, sold("1", 1000, ANNA))
    anna = shop.customers.meant("anna nowak").id
    before = rows(shop)
    assert take_in(shop, Ignored(1, "void", "1")).changed == 1
    assert (visits(shop), shop.points.balance(anna, NOW.day)) == ([], 0)
    assert take_in(shop, sold("1", 1000, ANNA)).visits == 0
    assert visits(shop) == []
    shop.undo(NOW)
    assert rows(shop) == before


def test_a_customer_list_brings_people_birthdays_and_what_they_allowed(shop: Shop, mary: int) -> None:
    shop.customers.allow(NOW, mary, "email", False, "told us")
    known = Profile(1, Who("1", name="Mary Smith", email="mary@example.com"), "--05-03", (("email", True),))
    new = Profile(
        2, Who("2", name="Zoe Byrne", phone="+353209123457"), "1990-01-31", (("phone", True), ("email", False))
    )
    shop.customers.change(NOW, shop.customers.get(mary).__class__(mary, "Mary Smith", email="mary@example.com"))
    report = take_in(shop, known, new)
    assert (report.new_customers, report.customers, report.visits, report.already_known) == (1, 1, 0, 1)
    zoe = shop.customers.meant("zoe byrne")
    assert zoe.birthday == "1990-01-31"
    assert shop.customers.get(mary).birthday == "--05-03"
    assert {word.channel: word.allowed for word in shop.customers.consents(zoe.id, MAY_4)} == {
        "phone": True,
        "email": False,
    }
    assert [word.allowed for word in shop.customers.consents(mary, MAY_4)] == [False]  # what she told us counts
    assert take_in(shop, known, new).new_customers == 0
    assert shop.customers.count() == 2


def test_likely_doubles_are_listed_and_a_no_is_remembered(shop: Shop) -> None:
    one = person(shop, "Zoe Byrne", phone="+353209123457")
    person(shop, "Z. Byrne", phone="+353209123457")
    person(shop, "Jo Ng", phone="+353209123458")
    person(shop, "Jo Ng", phone="+353209123459")  # the same name, but two phones: two people
    (pair,) = shop.questions.people()
    assert (pair.one.id, pair.shared) == (one, "phone")
    shop.questions.answer_person(NOW, pair, same=False)
    assert shop.questions.people() == []
    shop.undo(NOW)
    shop.questions.answer_person(NOW, pair, same=True)
    assert shop.questions.people() == []
    assert shop.customers.count() == 3
