"""Lists of customers: who they are, whether we may write to them, when their birthday is, and never a visit."""

from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Ignored, Profile, Record, Rejected, Who
from tests.conftest import Save


def listed(path: Path, format: str) -> list[Record]:
    reading = pos.read(path)
    assert (reading.format, reading.kind) == (format, "customers")
    return list(reading.records())


def test_shopifys_customers_say_whether_we_may_write_and_text(save: Save) -> None:
    header = (
        "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
        "Default Address Address1,Default Address City,Default Address Zip,Default Address Phone,Phone,"
        "Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags"
    )
    path = save(
        header,
        "'7210448301122,Ann,Lee,Ann@A.example,yes,,,,'07030,'+31201234567,,no,12.00,3,,no,",
        "'7210448301123,,,,no,Cafe Co,,,,,'+31201234568,no,12.00,3,,no,",
    )
    assert listed(path, "shopify-customers") == [
        Profile(
            2,
            Who("7210448301122", "", "ann@a.example", "+31201234567", "Ann Lee"),
            "",
            (("email", True), ("phone", False)),
        ),
        Profile(3, Who("7210448301123", "", "", "+31201234568", "Cafe Co"), "", (("email", False), ("phone", False))),
    ]


def test_clovers_customers_allow_both_ways_or_neither(save: Save) -> None:
    path = save(
        "Customer ID,First Name,Last Name,Phone,Email,Address Line 1,City,State / Province,Postal / Zip Code,Country,"
        "Marketing Allowed,Additional Addresses,Customer Since",
        "C1,Ann,Lee,555 010 1234,ann@a.example,,,,,,Yes,,01-Mar-2024",
        "C2,Bob,Ng,,,,,,,,,,01-Mar-2024",
    )
    first, second = listed(path, "clover-customers")
    assert isinstance(first, Profile)
    assert isinstance(second, Profile)
    assert (first.allowed, second.allowed) == ((("phone", True), ("email", True)), ())


def test_loyverses_and_dotykackas_customers_bring_their_ids_and_cards(save: Save) -> None:
    loyverse = save(
        "Customer ID,Customer name,Email,Phone,First visit,Last visit,Total visits,Total spent,Address",
        "71,Ann Lee,,9055550142,27/09/2025 19:20,01/03/2026 10:00,7,64.00,",
    )
    assert listed(loyverse, "loyverse-customers") == [Profile(2, Who("71", "", "", "9055550142", "Ann Lee"))]
    dotykacka = save(
        "externalId;customerId;vatNo;firstName;lastName;barCode;email;phone",
        ";91;;Jana;Nová;0012345;jana@example.cz;00420601550101",
    )
    assert listed(dotykacka, "dotykacka-customers") == [
        Profile(2, Who("91", "0012345", "jana@example.cz", "00420601550101", "Jana Nová"))
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Name,Phone,E-mail,Birthday",
        "Imię i nazwisko;Telefon;E-mail;Data urodzenia",
        "Kundenname;Telefon;E-Mail;Geburtstag",
        "Nom complet;Téléphone;E-mail;Date de naissance",
        "姓名,手机号,邮箱,生日",
    ],
)
def test_a_list_from_anywhere_is_a_list(save: Save, header: str) -> None:
    cut = ";" if ";" in header else ","
    path = save(header, cut.join(("Ann Lee", "+48 601 550 101", "ann@a.example", "1988-05-14")))
    assert listed(path, "plain") == [Profile(2, Who("", "", "ann@a.example", "+48601550101", "Ann Lee"), "1988-05-14")]


@pytest.mark.parametrize(
    ("cell", "born"),
    [
        ("1931-05-14", "1931-05-14"),
        ("05-14", "--05-14"),
        ("--05-14", "--05-14"),
        ("14.05.", "--05-14"),
        ("14.05.1988", "1988-05-14"),
        ("02-29", "--02-29"),
        ("13-13", ""),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_a_birthday_may_lack_its_year(save: Save, cell: str, born: str) -> None:
    (profile,) = listed(save("Name,Email,Birthday", f"Ann,ann@a.example,{cell}"), "plain")
    assert isinstance(profile, Profile)
    assert profile.birthday == born


def test_what_a_list_says_about_permission_is_kept_and_unknown_stays_unknown(save: Save) -> None:
    path = save(
        "Name,Email,Phone,Newsletter",
        "Ann,ann@a.example,,yes",
        "Bob,bob@b.example,,no",
        "Cid,cid@c.example,,maybe",
    )
    said = [r.allowed for r in listed(path, "plain") if isinstance(r, Profile)]
    assert said == [(("phone", True), ("email", True)), (("phone", False), ("email", False)), ()]


def test_rows_of_a_list_that_name_nobody_are_said(save: Save) -> None:
    path = save("Name,Email,Phone", "Ann,ann@a.example,", ",,", "Name,Email,Phone", "Walk-in,,", "Bob,bob@b.example")
    assert listed(path, "plain")[1:] == [
        Ignored(3, "blank_row"),
        Ignored(4, "repeated_header"),
        Rejected(5, "missing_required"),
        Rejected(6, "wrong_column_count"),
    ]


def test_sales_with_an_address_in_each_row_are_still_sales(save: Save) -> None:
    path = save("Date,Receipt,Name,Email,Phone,City,Total", "2026-03-02,17,Ann,ann@a.example,,Lyon,4.20")
    assert pos.read(path).kind == "sales"


def test_a_row_of_a_list_with_a_cell_too_many_that_is_empty_is_read(save: Save) -> None:
    path = save("Name,Email,Phone", "Ann,ann@a.example,,", "Bob,bob@b.example,,,,")
    assert [r.who.name for r in listed(path, "plain") if isinstance(r, Profile)] == ["Ann", "Bob"]
