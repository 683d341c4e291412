"""Who a row is about: placeholders, masked and shop addresses are nobody; names are what a person would read."""

from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Receipt, Who
from tests.conftest import Save


def people(path: Path, **hints: object) -> list[Who | None]:
    found = pos.read(path, pos.Hints(**hints)).records()  # type: ignore[arg-type]
    return [record.who for record in found if isinstance(record, Receipt)]


@pytest.mark.parametrize(
    "name",
    [
        *("Walk in #2", "guest 12", "POS Guest", "Non-member", "Not registered", "Retail Sale", "Takeaway", "Table 4"),
        *("Cliente ocasional", "Consumidor não identificado", "Privat", "Tagesgast", "Tisch 7", "散客 3", "外带"),
    ],
)
def test_a_placeholder_is_nobody_with_or_without_a_number(save: Save, name: str) -> None:
    path = save("Date,Receipt,Customer,Total", f"2026-03-05,1,{name},9.00", "2026-03-06,2,Ann Lee,9.00")
    assert people(path) == [None, Who(name="Ann Lee")]


@pytest.mark.parametrize(
    "name",
    [
        *("Deliveroo", "UBER EATS", "UberEats", "Just-Eat", "Wolt", "Glovo", "Bolt Food", "DoorDash", "Grubhub"),
        *(
            "Pyszne.pl",
            "Lieferando.de",
            "foodora",
            "Talabat",
            "Swiggy",
            "Zomato",
            "Meituan",
            "美团",
            "Ele.me",
            "饿了么",
        ),
        *("Deliveroo 4411", "Uber Eats #7", "Bar", "BAR", "Efectivo", "Gotówka", "現金"),
    ],
)
def test_who_delivers_and_how_it_was_paid_is_nobody(save: Save, name: str) -> None:
    rows = [f"2026-03-05,1,55,{name},,9.00", f"2026-03-06,2,,{name},07700900101,9.00", "2026-03-07,3,9,Ann Lee,,9.00"]
    path = save("Date,Receipt,Customer ID,Customer name,Phone,Total", *rows)
    assert people(path) == [None, Who(phone="07700900101"), Who("9", name="Ann Lee")]  # a phone is somebody's


def test_people_whose_names_have_such_a_word_in_them_are_people(save: Save) -> None:
    names = ("Daniel Bar", "Bar Levi", "Usain Bolt", "Uber Maria", "Ana Wolt", "Ann Deliveroo")
    path = save("Date,Customer name,Total", *(f"2026-03-05,{name},9.00" for name in names))
    assert people(path) == [Who(name=name) for name in names]


def test_a_person_with_a_number_behind_the_name_is_somebody(save: Save) -> None:
    names = ("Tom Table 4", "Ann 2", "Bo Ek", "Cy Low", "Di Ray")
    path = save("Date,Customer,Total", *(f"2026-03-05,{name},9.00" for name in names))
    assert people(path) == [Who(name=name) for name in names]


def test_a_masked_address_or_card_is_nobodys(save: Save) -> None:
    rows = ("a***@ex.example,", "a***@ex.example,****4242", "ann@ex.example,0042")
    path = save("Date,Email,Loyalty card,Total", *(f"2026-03-05,{row},9.00" for row in rows))
    assert people(path) == [None, None, Who(card="0042", email="ann@ex.example")]


def test_addresses_of_those_who_serve_are_no_customers(save: Save) -> None:
    rows = ("Kim,kim@shop.example", "Kim,kim@shop.example", "Lee,lee@shop.example", "Lee,lee@shop.example")
    path = save("Date,Cashier,Email,Total", *(f"2026-03-05,{row},9.00" for row in rows))
    assert people(path) == [None] * 4
    assert people(path, map={"email": "Email"})[0] == Who(email="kim@shop.example")


def test_one_address_on_every_sale_is_the_shops_own_unless_the_header_says_otherwise(save: Save) -> None:
    rows = ["2026-03-05,shop@shop.example,9.00"] * 3
    assert people(save("Date,Email,Total", *rows)) == [None] * 3
    assert people(save("Date,Customer email,Total", *rows)) == [Who(email="shop@shop.example")] * 3


def test_customers_whom_anybody_may_serve_are_customers(save: Save) -> None:
    rows = ("Kim,ann@ex.example", "Lee,ann@ex.example", "Kim,bo@ex.example", "Lee,bo@ex.example")
    path = save("Date,Cashier,Email,Total", *(f"2026-03-05,{row},9.00" for row in rows))
    assert people(path)[0] == Who(email="ann@ex.example")


def test_a_cell_that_a_spreadsheet_wraps_as_a_formula_is_what_it_shows(save: Save) -> None:
    path = save("Date,Customer ID,Customer Name,Total", '2026-03-05,"=""0042""","=""Bo""",9.00')
    assert people(path) == [Who(ext_id="0042", name="Bo")]
