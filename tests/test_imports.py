"""A till's sales come in whole, once, to the right people; and the report says what came."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from loyaltui.core.customer import Customer
from loyaltui.core.receipt import Ignored, Line, Rejected, Who
from loyaltui.core.refused import Refused
from loyaltui.core.report import ImportReport, Problem
from loyaltui.store import Shop, staging
from loyaltui.store.booking import Booker
from tests.conftest import ANNA, BEN, NOW, Till, acts, person, rows, sold

DAY = [
    sold("1", 1000, ANNA, -3),
    sold("2", 450, None, -2, lines=(Line("Bread"), Line("Roll", quantity=2000))),
    sold("3", 700, BEN, -2, staff="Ola"),
    sold("1", -250, ANNA, -1),  # a refund may have the number of its sale
    sold("2", -100, None, -1),
    sold("5", 320, ANNA, -1),
    Ignored(7, "void"),
    Rejected(9, "invalid_date"),
]


def take_in(shop: Shop, *receipts: object, **more: object) -> ImportReport:
    return shop.imports.take_in(NOW, "may.csv", Till(receipts, **more))


def people(shop: Shop) -> list[Customer]:
    return shop.customers.search("").people


def test_the_report_says_what_came(shop: Shop) -> None:
    report = take_in(shop, *DAY)
    assert (report.visits, report.net_paid_minor, report.refunds, report.refunds_minor) == (3, 1770, 1, -250)
    assert (report.anonymous_receipts, report.anonymous_minor) == (1, 450)
    assert (report.anonymous_refunds, report.anonymous_refunds_minor) == (1, -100)
    assert (report.customers, report.customers_with_visits, report.new_customers) == (2, 2, 2)
    assert (report.first_visit, report.last_visit) == ("2026-05-01T10:00:00", "2026-05-03T10:00:00")
    assert (report.ignored, report.rejected) == ([Problem(7, "void")], [Problem(9, "invalid_date")])
    assert (report.already_known, report.points) == (0, sum(shop.points.balances(NOW.day).values()))


def test_times_are_said_as_closely_as_the_till_knows_them(shop: Shop) -> None:
    assert take_in(shop, DAY[0], has_seconds=False).first_visit == "2026-05-01T10:00"
    assert take_in(shop, sold("9", 100, ANNA, -2)._replace(second=None)).first_visit == "2026-05-02"


def test_the_same_file_again_adds_nothing_and_says_so(shop: Shop) -> None:
    take_in(shop, *DAY)
    before, points, count = rows(shop), shop.points.balances(NOW.day), acts(shop)
    again = take_in(shop, *DAY)
    assert (again.already_known, again.visits, again.customers, again.new_customers, again.points) == (6, 0, 0, 0, 0)
    assert (rows(shop), shop.points.balances(NOW.day), acts(shop)) == (before, points, count)


def test_a_longer_export_brings_only_what_is_new(shop: Shop) -> None:
    take_in(shop, *DAY)
    report = take_in(shop, *DAY, sold("6", 900, BEN))
    assert (report.already_known, report.visits, report.new_customers, report.points) == (6, 1, 0, 9)


def test_the_receipt_numbers_of_two_tills_have_nothing_to_do_with_each_other(shop: Shop) -> None:
    assert take_in(shop, DAY[0], source="bar").visits == take_in(shop, DAY[0], source="hall").visits == 1


def test_receipts_of_nobody_are_kept_as_nobodys_and_earn_when_somebody_claims_them(shop: Shop, mary: int) -> None:
    take_in(shop, *DAY)
    nobodys = "SELECT id, amount FROM receipts WHERE customer_id IS NULL AND kind = 'sale'"
    ((number, amount),) = shop.conn.execute(nobodys)
    assert amount == 450
    assert shop.receipts.move(NOW, number, mary).balance == 4
    with pytest.raises(Refused, match="from_the_till"):
        shop.receipts.delete(NOW, number)


def test_refunds_take_back_points_and_what_is_left_of_the_sale_stays(shop: Shop) -> None:
    take_in(shop, sold("1", 1000, ANNA, -3), sold("2", -250, ANNA, -2))
    (anna,) = people(shop)
    assert shop.points.balance(anna.id, NOW.day) == 8  # 10 less a quarter, and half a point waits
    assert take_in(shop, sold("3", -1000, ANNA, -1)).points == -8


@pytest.mark.parametrize(
    ("known", "who"),
    [
        ({"card": "4471"}, Who(card="4471", name="M. Smith")),
        ({"email": "mary@example.com"}, Who(ext_id="55", email="mary@example.com")),
        ({"email": "Mary@Example.com"}, Who(email="mary@example.COM")),
        ({"phone": "+353871234567"}, Who(phone="+353871234567", name="Someone")),
        ({}, Who(name="  mary   SMITH ")),
    ],
)
def test_somebody_the_shop_knows_is_recognised(shop: Shop, known: dict[str, str], who: Who) -> None:
    mary = person(shop, **known)
    report = take_in(shop, sold("1", 1000, who))
    assert (report.new_customers, shop.points.balance(mary, NOW.day)) == (0, 10)
    assert [one.id for one in people(shop)] == [mary]


def test_a_tills_own_number_says_who_it_is_whatever_else_has_changed(shop: Shop) -> None:
    take_in(shop, sold("1", 1000, Who(ext_id="7", name="Anna Nowak", email="anna@example.com")))
    take_in(shop, sold("2", 1000, Who(ext_id="7", name="Anna Kowal", email="anna@example.org")))
    (anna,) = people(shop)
    assert (anna.name, anna.email, shop.points.balance(anna.id, NOW.day)) == ("Anna Nowak", "anna@example.com", 20)
    assert shop.customers.external_ids(anna.id) == {"till": ["7"]}


def test_a_name_alone_isnt_enough_where_the_till_says_something_better(shop: Shop, mary: int) -> None:
    who = Who(ext_id="7", name="Mary Smith")
    assert take_in(shop, sold("1", 1000, who)).new_customers == 1
    assert shop.points.balance(mary, NOW.day) == 0


def test_two_ids_of_a_till_with_one_email_are_one_person_and_both_ids_are_known(shop: Shop) -> None:
    twice = [Who(ext_id=number, email="ruth@example.com", name=name) for number, name in (("1", "Ruth"), ("2", "R."))]
    assert take_in(shop, *(sold(who.ext_id, 500, who) for who in twice)).new_customers == 1
    (ruth,) = people(shop)
    assert shop.customers.external_ids(ruth.id) == {"till": ["1", "2"]}
    assert take_in(shop, *(sold("9" + who.ext_id, 500, Who(who.ext_id)) for who in twice)).new_customers == 0
    assert shop.points.balance(ruth.id, NOW.day) == 20


def test_two_namesakes_with_ids_of_their_own_are_two_people(shop: Shop) -> None:
    kims = [Who(ext_id=number, email=f"kim{number}@example.com", name="Jin Kim") for number in ("1", "2")]
    assert take_in(shop, *(sold(who.ext_id, 500, who) for who in kims)).new_customers == 2


def test_rows_of_one_person_are_put_together_by_any_sure_sign(shop: Shop) -> None:
    signs = [Who(card="4471", email="mary@example.com"), Who(email="Mary@example.com", phone="+353871234567")]
    signs += [Who(phone="+353871234567", name="Mary Smith"), Who(ext_id="3", card="4471")]
    take_in(shop, *(sold(str(n), 500, who) for n, who in enumerate(signs)))
    (mary,) = people(shop)
    assert (mary.name, mary.phone, mary.card) == ("Mary Smith", "+353871234567", "4471")
    assert shop.points.balance(mary.id, NOW.day) == 20


def test_a_card_that_a_till_shows_for_two_people_stops_no_import(shop: Shop) -> None:
    said = [Who(ext_id="1", card="4471", name="Jo"), Who(ext_id="2", name="Al"), Who(ext_id="2", card="4471")]
    report = take_in(shop, *(sold(str(n), 500, who) for n, who in enumerate(said)))
    assert report.visits == 3
    assert sum(shop.points.balances(NOW.day).values()) == 15
    assert len([one for one in people(shop) if one.card == "4471"]) == 1


def test_what_the_shop_didnt_know_is_filled_in_and_what_it_knew_stays(shop: Shop) -> None:
    mary = person(shop, "", card="4471", email="mary@example.com")
    take_in(shop, sold("1", 500, Who(card="4471", name="Mary Smith", email="old@example.com", phone="+353871234567")))
    kept = shop.customers.get(mary)
    assert (kept.name, kept.phone, kept.email) == ("Mary Smith", "+353871234567", "mary@example.com")
    for text in ("smith", "871234567", "mary@ex", "4471"):
        assert [one.id for one in shop.customers.search(text).people] == [mary]
    assert not shop.customers.search("old@example").people
    shop.undo(NOW)
    assert (shop.customers.get(mary).name, shop.customers.get(mary).phone) == ("", "")


def test_sales_from_before_the_programme_earn_nothing_unless_told(shop: Shop) -> None:
    early = [sold("1", 1000, ANNA, -40), sold("2", 550, BEN, -35), sold("3", 300, None, -35), sold("4", 200, ANNA)]
    report = take_in(shop, *early)
    assert (report.history_sales, report.history_points, report.history_booked, report.points) == (2, 15, False, 2)
    assert report.history_worth == 75  # 100 points are worth 5.00
    shop.undo(NOW)
    shop.set.change(NOW, {"history_points": "yes"})
    report = take_in(shop, *early)
    assert (report.history_points, report.history_booked, report.points) == (15, True, 17)


def test_sales_in_another_currency_are_refused(shop: Shop) -> None:
    shop.set.change(NOW, {"currency": "EUR"})
    before = rows(shop)
    with pytest.raises(Refused, match="other_currency"):
        take_in(shop, *DAY, currency="USD")
    assert rows(shop) == before
    assert take_in(shop, *DAY, currency=None).visits == 3


def test_looking_first_writes_nothing_and_promises_what_then_comes(shop: Shop) -> None:
    before, count = rows(shop), acts(shop)
    seen: list[ImportReport] = []
    looked = shop.imports.take_in(NOW, "may.csv", Till(DAY), decide=lambda report: bool(seen.append(report)))
    assert looked.act is None
    assert (rows(shop), acts(shop)) == (before, count)
    done = take_in(shop, *DAY)
    assert replace(done, act=None, points=looked.points) == looked == seen[0]


@pytest.mark.parametrize("when", ["progress", "decide"])
def test_an_import_that_is_stopped_writes_nothing_and_can_come_again(shop: Shop, when: str) -> None:
    before, count = rows(shop), acts(shop)

    def stop(*_: object) -> bool:
        raise Refused("cancelled")

    with pytest.raises(Refused, match="cancelled"):
        shop.imports.take_in(NOW, "may.csv", Till(DAY), **{when: stop})
    assert (rows(shop), acts(shop)) == (before, count)
    assert take_in(shop, *DAY).visits == 3


def test_a_file_that_another_counter_brought_in_meanwhile_counts_once(shop: Shop) -> None:
    def meanwhile(_: ImportReport) -> bool:
        with Shop(shop.path, till="counter 2") as other:
            take_in(other, *DAY[:3])
            other.customers.add(NOW, Customer(0, "Cy", card="0093"))
        return True

    new = sold("9", 600, Who(card="0093", name="Cy"))
    try:
        shop.imports.take_in(NOW, "may.csv", Till([*DAY, new]), decide=meanwhile)
    except Refused:  # asked to try again: then it comes
        take_in(shop, *DAY, new)
    assert shop.conn.execute("SELECT count(*) FROM receipts").fetchone() == (7,)
    assert [one.name for one in people(shop)] == ["Anna Nowak", "Ben Ng", "Cy"]


def test_an_import_that_fails_while_its_points_are_booked_leaves_nothing_and_can_come_again(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, count = rows(shop), acts(shop)

    def fail(_: Booker) -> None:
        raise Refused("disk_full")

    with monkeypatch.context() as patched, pytest.raises(Refused, match="disk_full"):
        patched.setattr(Booker, "_flush", fail)
        take_in(shop, *DAY)
    assert (rows(shop), acts(shop)) == (before, count)
    assert take_in(shop, *DAY).visits == 3


def test_an_article_renamed_since_is_not_added_for_receipts_the_shop_has_already(shop: Shop) -> None:
    take_in(shop, sold("1", 450, lines=(Line("Bread"),)))
    take_in(shop, sold("1", 450, lines=(Line("Brot"),)), sold("2", 300, lines=(Line("Roll"), Line("Bread"))))
    sold_of_each = "SELECT i.name, count(*) FROM items i LEFT JOIN lines l ON l.item_id = i.id GROUP BY i.id"
    assert dict(shop.conn.execute(sold_of_each)) == {"Bread": 2, "Roll": 1}


def test_the_first_import_and_the_next_leave_every_index_in_its_place(shop: Shop) -> None:
    indexes = "SELECT name, sql FROM sqlite_schema WHERE type <> 'table' ORDER BY name"
    before = shop.conn.execute(indexes).fetchall()
    for receipts in (DAY, [sold("9", 100)]):
        take_in(shop, *receipts)
        assert shop.conn.execute(indexes).fetchall() == before


def test_a_file_with_more_receipts_than_fit_one_statement_comes_in_whole_and_in_order(shop: Shop) -> None:
    receipts = [sold(str(n), 100 + n, (ANNA, None)[n % 2], lines=(Line("Bread"),) * (n % 3)) for n in range(1003)]
    assert take_in(shop, *receipts).visits == 502
    found = "SELECT r.amount, count(l.id) FROM receipts r LEFT JOIN lines l ON l.receipt_id = r.id GROUP BY r.id"
    assert shop.conn.execute(found).fetchall() == [(100 + n, n % 3) for n in range(1003)]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux shows what is open")
def test_what_a_huge_file_needs_beside_the_shop_has_no_name_and_is_its_owners_alone(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "MEMORY", 1)
    modes: list[int] = []

    def opened() -> dict[str, Path]:
        files = {os.path.realpath(file): file for file in Path("/proc/self/fd").iterdir()}
        return {name: file for name, file in files.items() if "etilqs_" in name}  # what SQLite calls temporary files

    def look(_: ImportReport) -> bool:
        files = opened()
        modes.extend(file.stat().st_mode & 0o777 for file in files.values())
        assert all(name.endswith(" (deleted)") for name in files)
        return True

    many = [sold(str(n), 100, ANNA) for n in range(5000)]
    assert shop.imports.take_in(NOW, "may.csv", Till(many), decide=look).visits == 5000
    assert set(modes) == {0o600}
    assert opened() == {}
