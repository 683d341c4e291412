"""One person is one customer, whatever order the files come in; where it can't be told, the owner is asked."""

from itertools import permutations
from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Ignored, Profile, Who
from loyaltui.core.report import ImportReport
from loyaltui.store import Shop, backup, listing
from tests.conftest import MAY_4, NOW, Till, at, person, rows, sold

AL = Who(name="Al Ray")
AL_OF_THE_LIST = Profile(1, Who(email="al@ex.example", phone="+447700900101", name="Al Ray", card="4471"))
BO = Who(name="Bo Ek")
LEEDS, YORK = (Profile(n, Who(phone=f"+44770090010{n}", name="Bo Ek")) for n in (2, 3))
BY_MAIL = Who(email="al@ex.example", name="Al Ray")
BY_PHONE = Who(phone="+447700900101", name="Al Ray")
BY_BOTH = Who(email="al@ex.example", phone="+447700900101", name="Al Ray")


def take_in(shop: Shop, *records: object, **more: str) -> ImportReport:
    report = shop.imports.take_in(NOW, "may.csv", Till(records, **more))
    assert backup.faults(shop.conn) == []
    return report


def customers(shop: Shop) -> list[tuple[str, str, str, str, int, int]]:
    """Name, phone, e-mail, card, visits and points of everybody."""
    return sorted(
        (row.name, row.phone, row.email, row.card, row.visits, row.points) for row in listing.everyone(shop, NOW.day)
    )


def asked(shop: Shop) -> list[tuple[int, int, str]]:
    return [(pair.one.id, pair.other.id, pair.shared) for pair in shop.questions.people()]


@pytest.mark.parametrize("files", permutations([sold("1", 200, AL), AL_OF_THE_LIST]))
def test_sales_by_name_and_the_customer_list_make_one_person_whichever_comes_first(
    shop: Shop, files: tuple[object, ...]
) -> None:
    for file in files:
        take_in(shop, file)
    assert customers(shop) == [("Al Ray", "+447700900101", "al@ex.example", "4471", 1, 2)]
    assert [one.name for one in shop.customers.search("4471").people] == ["Al Ray"]


@pytest.mark.parametrize("files", permutations([(sold("1", 200, BO),), (LEEDS, YORK)]))
def test_a_name_that_two_people_share_is_neither_of_them_and_the_owner_is_asked(
    shop: Shop, files: tuple[tuple[object, ...], ...]
) -> None:
    for file in files:
        take_in(shop, *file)
    phones = ["", "+447700900102", "+447700900103"]
    assert customers(shop) == [("Bo Ek", phone, "", "", int(not phone), 2 * (not phone)) for phone in phones]
    unsure = shop.customers.search("bo ek").people[0].id
    assert [unsure in pair and pair[2] for pair in asked(shop)] == ["name", "name"]


def test_whom_a_shared_name_means_is_asked_once_and_then_known(shop: Shop) -> None:
    take_in(shop, LEEDS, YORK)
    take_in(shop, sold("1", 200, BO))
    assert take_in(shop, sold("2", 200, BO)).new_customers == 0
    pair = next(pair for pair in shop.questions.people() if pair.one.phone == "+447700900103")
    shop.questions.answer_person(NOW, pair, same=True)
    take_in(shop, sold("3", 200, BO))
    assert customers(shop) == [
        ("Bo Ek", "+447700900102", "", "", 0, 0),
        ("Bo Ek", "+447700900103", "", "", 3, 6),
    ]
    assert asked(shop) == []


def test_each_namesake_is_asked_about_after_a_no_to_the_other(shop: Shop) -> None:
    take_in(shop, LEEDS, YORK)
    take_in(shop, sold("1", 200, BO))
    for left in (1, 0):
        shop.questions.answer_person(NOW, shop.questions.people()[0], same=False)
        assert len(asked(shop)) == left


def test_a_name_that_somebody_else_has_already_is_not_taken_for_the_one_of_the_list(shop: Shop) -> None:
    person(shop, "Al Ray", phone="+447700900109")
    take_in(shop, sold("1", 200, BO), sold("2", 200, Who("7", name="Al Ray")))
    assert take_in(shop, AL_OF_THE_LIST).new_customers == 1


def test_a_name_written_down_at_the_counter_is_asked_about_and_not_joined(shop: Shop) -> None:
    al = person(shop, "Al Ray")
    take_in(shop, AL_OF_THE_LIST)
    assert asked(shop) == [(al, al + 1, "name")]


@pytest.mark.parametrize("said", permutations([BY_MAIL, BY_PHONE, BY_BOTH]))
def test_a_row_with_both_signs_makes_one_person_of_the_rows_with_one_each(shop: Shop, said: tuple[Who, ...]) -> None:
    receipts = [sold(str(n), 200, who) for n, who in enumerate(said)]
    assert take_in(shop, *receipts).new_customers == 1
    assert customers(shop) == [("Al Ray", "+447700900101", "al@ex.example", "", 3, 6)]
    assert take_in(shop, *receipts).already_known == 3


def test_rows_of_many_people_that_one_later_row_joins_keep_all_that_was_known(shop: Shop) -> None:
    rows_of_one = [Profile(1, Who("1", email="a@ex.example"), "--05-03"), Profile(2, Who("2", phone="+447700900101"))]
    take_in(shop, *rows_of_one, Profile(3, Who("3", name="Zoe")), Profile(4, Who("2", email="a@ex.example", name="Al")))
    (al,) = shop.customers.search("al").people
    assert (al.phone, al.email, al.birthday) == ("+447700900101", "a@ex.example", "--05-03")
    assert shop.customers.external_ids(al.id) == {"till": ["1", "2"]}
    assert shop.customers.count() == 2


@pytest.mark.parametrize("together", [True, False])
def test_a_card_that_two_ids_of_a_till_show_makes_them_no_one_person(shop: Shop, together: bool) -> None:
    said = [sold(number, 200, Who(number, "4471", name=name)) for number, name in (("1", "Jo"), ("2", "Al"))]
    for file in [said] if together else [said[:1], said[1:]]:
        take_in(shop, *file)
    assert customers(shop) == [("Al", "", "", "", 1, 2), ("Jo", "", "", "4471", 1, 2)]


@pytest.mark.parametrize(("same", "people"), [(True, 1), (False, 2)])
def test_two_customers_whom_a_later_file_takes_for_one_are_asked_about(shop: Shop, same: bool, people: int) -> None:
    take_in(shop, sold("1", 200, BY_MAIL), sold("2", 200, BY_PHONE))
    take_in(shop, sold("3", 200, BY_BOTH))
    assert [(row[1], row[4]) for row in customers(shop)] == [("", 2), ("+447700900101", 1)]
    (pair,) = shop.questions.people()
    assert pair.shared == "file"
    before = rows(shop)
    shop.questions.answer_person(NOW, pair, same)
    assert (shop.customers.count(), asked(shop)) == (people, [])
    take_in(shop, sold("4", 200, BY_BOTH))
    assert asked(shop) == []
    shop.undo(NOW)
    shop.undo(NOW)
    assert rows(shop) == before


def test_what_an_import_made_us_ask_is_not_asked_once_the_import_is_undone(shop: Shop) -> None:
    take_in(shop, sold("1", 200, Who("1", email="al@ex.example")), sold("2", 200, Who("2", name="Al Ray")))
    before = rows(shop)
    take_in(shop, sold("3", 200, Who("2", email="al@ex.example")))
    assert [pair[2] for pair in asked(shop)] == ["file"]
    shop.undo(NOW)
    assert (rows(shop), asked(shop)) == (before, [])


def test_of_two_who_share_a_phone_the_one_who_is_called_so_is_meant(shop: Shop) -> None:
    for name in ("Ann", "Ben"):
        person(shop, name, phone="+447700900101")
    take_in(shop, sold("1", 200, Who(phone="+447700900101", name="Ben")))
    assert [(row[0], row[4]) for row in customers(shop)] == [("Ann", 0), ("Ben", 1)]


NAMELESS = (sold("1", 200, days=-2), sold("2", 300, days=-40), sold("3", -100, days=-1))
NAMED = [receipt._replace(who=BY_PHONE) for receipt in NAMELESS]


@pytest.mark.parametrize("files", permutations([NAMELESS, NAMED]))
def test_receipts_get_the_name_that_a_later_export_gives_them_and_earn_by_the_rule_of_their_day(
    shop: Shop, files: tuple[list[object], ...]
) -> None:
    reports = [take_in(shop, *file) for file in files]
    assert (reports[1].visits, reports[1].changed) == (0, 3 if files[0] is NAMELESS else 0)
    assert customers(shop) == [("Al Ray", "+447700900101", "", "", 2, 1)]  # one sale was before the programme
    assert sum(report.points for report in reports) == 1
    assert take_in(shop, *NAMELESS, *()).changed == 0


def test_taking_back_the_export_that_named_them_leaves_the_receipts_without_a_name(shop: Shop) -> None:
    take_in(shop, *NAMELESS)
    before = rows(shop)
    take_in(shop, *NAMED)
    shop.undo(NOW)
    assert rows(shop) == before
    assert take_in(shop, *NAMED).changed == 3


def test_a_receipt_that_the_counter_has_named_keeps_its_name(shop: Shop, mary: int) -> None:
    take_in(shop, sold("1", 200), sold("2", 300))
    nobodys = shop.conn.execute("SELECT id FROM receipts ORDER BY id").fetchone()[0]
    shop.receipts.move(NOW, nobodys, mary)
    assert take_in(shop, sold("1", 200, AL), sold("2", 300, AL)).changed == 1
    assert [(row[0], row[5]) for row in customers(shop)] == [("Al Ray", 3), ("Mary Smith", 2)]


def test_a_receipt_named_and_put_right_at_once_earns_what_was_paid(shop: Shop) -> None:
    take_in(shop, sold("1", 1000), sold("2", 500))
    report = take_in(shop, sold("1", 800, AL), Ignored(2, "void", "2"))
    assert (report.changed, report.points) == (2, 8)
    assert [(row[4], row[5]) for row in customers(shop)] == [(1, 8)]


def test_a_receipt_named_later_may_be_a_visit_that_was_ticked_and_the_owner_is_asked(shop: Shop) -> None:
    al = person(shop, "Al Ray", phone="+447700900101")
    shop.receipts.log(at(second=36_000 + 1200), al, None)
    take_in(shop, sold("1", 400))
    assert take_in(shop, sold("1", 400, BY_PHONE)).to_look_at == 1
    (question,) = shop.questions.sales()
    assert (question.visit.amount, question.sale.amount) == (None, 400)
    shop.questions.answer_sale(NOW, question.id, True)
    assert [(line.name, line.amount, line.points) for line in shop.receipts.of_day(MAY_4)] == [("Al Ray", 400, 4)]


SQUARE_LIST = "Reference ID,First Name,Last Name,Email Address,Phone Number,Square Customer ID,Lifetime Spend\n"
SQUARE_SALES = "Date,Time,Net Sales,Tax,Total Collected,Tip,Transaction ID,Event Type,Customer ID,Customer Name,{}\n"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_square_knows_a_customer_by_the_shops_own_reference_too(
    shop: Shop, tmp_path: Path, order: tuple[int, int]
) -> None:
    sale = "2026-05-0{0},10:00:00,$10.00,$0.00,$10.00,$0.00,t{0},Payment,{1},,R-7\n"
    files = [
        SQUARE_LIST + "R-7,Ana,Lopez,ana@ex.example,'+16175550101,CID1,$5.00\n",
        SQUARE_SALES.format("Customer Reference ID") + sale.format(1, "CID1") + sale.format(2, ""),
    ]
    for number in order:
        file = tmp_path / f"{number}.csv"
        file.write_text(files[number])
        shop.imports.take_in(NOW, file.name, pos.read(file, pos.Hints(region="US")))
    assert customers(shop) == [("Ana Lopez", "+16175550101", "ana@ex.example", "R-7", 2, 20)]
