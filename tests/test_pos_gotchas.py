"""What goes wrong with tills' files, a test each: small files through the one door, read right to the cent."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loyaltui import pos
from loyaltui.core.phone import e164
from loyaltui.core.receipt import Ignored, Receipt, Record, Rejected, Who
from loyaltui.core.refused import Refused

Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(text: str, codec: str = "utf-8") -> Path:
        path = tmp_path / "sales.csv"
        path.write_bytes(text.encode(codec))
        return path

    return write


def records(path: Path, **hints: Any) -> list[Record]:
    return list(pos.read(path, pos.Hints(**hints)).records())


def receipts(path: Path, **hints: Any) -> list[Receipt]:
    return [record for record in records(path, **hints) if isinstance(record, Receipt)]


def amounts(path: Path, **hints: Any) -> list[int | str]:
    return [r.amount if isinstance(r, Receipt) else getattr(r, "why", "") for r in records(path, **hints)]


def days(path: Path) -> list[str]:
    return [date.fromordinal(r.day).isoformat() for r in receipts(path)]


@pytest.mark.parametrize(("codec", "name"), [("cp1250", "Paweł Żak"), ("cp1251", "Иван Щур"), ("gb18030", "王小明")])
def test_1_an_old_code_page_is_chosen_by_its_letters_never_latin_1(save: Save, codec: str, name: str) -> None:
    path = save(f"Date;Customer;Amount\n2026-03-05;{name};4,20\n", codec)
    assert (pos.read(path).encoding, receipts(path)[0].who) == (codec, Who(name=name))


def test_2_zero_bytes_at_every_second_place_are_utf16_without_its_mark(save: Save) -> None:
    path = save("Дата;Клиент;Сумма\n05.03.2026;Иван;4,20\n", "utf-16-le")
    assert (pos.read(path).encoding, receipts(path)[0].amount) == ("utf-16-le", 420)


def test_3_the_header_is_found_below_sep_titles_and_blank_lines(save: Save) -> None:
    text = "sep=;\nSprzedaż marzec;;\nOd 01.03.2026 do 31.03.2026\n\n;;\nData;Klient;Kwota\n05.03.2026;Ewa;4,20\n"
    path = save(text)
    assert (pos.read(path).header_line, receipts(path)[0].line) == (6, 7)


def test_4_totals_and_footers_are_no_receipts(save: Save) -> None:
    text = "Datum;Kunde;Betrag\n05.03.2026;Ewa;4,20\n;Tagessumme;4,20\n;Gesamt;4,20\nErstellt von Uwe;;\n"
    why = [r.why for r in records(save(text)) if isinstance(r, Ignored)]
    assert why == ["subtotal_row", "totals_row", "footer"]


def test_5_delimiters_in_quotes_trailing_ones_and_line_breaks_in_cells_do_no_harm(save: Save) -> None:
    text = 'Date;"Customer, or member";Amount;\n2026-03-05;"Ann\nLee";4,20;\n2026-03-06;"Bob; Ng";1,00;\n'
    path = save(text)
    found = receipts(path, map={"name": "2"})
    assert [(r.line, r.who and r.who.name, r.amount) for r in found] == [(2, "Ann Lee", 420), (4, "Bob; Ng", 100)]


def test_6_headers_are_known_whatever_their_case_blanks_and_marks_and_may_stand_twice(save: Save) -> None:
    text = "\ufeff DATE \t\u00a0Customer\u00a0Name\tAmount (EUR)\tCURRENCY\tCurrency\n2026-03-05\tAnn\t4.20\tEUR\tEUR\n"
    (receipt,) = receipts(save(text))
    assert (receipt.who, receipt.amount) == (Who(name="Ann"), 420)


def test_7_one_row_decides_the_order_of_all_dates_and_nothing_else_does(save: Save) -> None:
    assert days(save("Date,Amount\n03/04/2026,1\n04/28/2026,1\n")) == ["2026-03-04", "2026-04-28"]
    with pytest.raises(Refused) as no:
        pos.read(save("Date,Amount\n03/04/2026,1\n05/06/2026,1\n"))
    assert no.value.code == "date_order_ambiguous"


@pytest.mark.parametrize(
    ("cell", "second"),
    [
        ("13-Mar-2026 12:05 AM EDT", 300),
        ("2026-03-13 00:05:02 -0500", 302),
        ("13.03.2026, 00:05", 300),
        ("2026年3月13日 午前12時05分", 300),
        ("3/13/26 12:05 AM", 300),
        ("Fri, 13 March 2026 at 0:05", 300),
        ("vendredi 13 mars 2026 à 0h05", 300),
        ("46094.0034722", 300),
    ],
)
def test_8_clocks_of_twelve_hours_zones_and_named_months_say_the_shops_own_time(
    save: Save, cell: str, second: int
) -> None:
    (receipt,) = receipts(save(f'Date;Amount\n"{cell}";1\n'))
    assert (date.fromordinal(receipt.day).isoformat(), receipt.second) == ("2026-03-13", second)


def test_9_an_impossible_date_is_rejected_with_its_line_and_never_rolled_over(save: Save) -> None:
    text = "Date,Amount\n2026-02-28,1\n2026-02-31,1\n29/02/2025,1\n1899-12-30,1\n"
    assert records(save(text))[1:] == [Rejected(line, "invalid_date") for line in (3, 4, 5)]


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        *(("-€1.234,50", -123450), ("€-1.234,50", -123450), ("1.234,50-", -123450), ("(1.234,50 €)", -123450)),
        *(("1 234,50 zł", 123450), ("1\u202f234,50 €", 123450), ("CHF 1'234,50", 123450), ("R$ 1.234,50", 123450)),
        *(("kr 1.234,-", 123400), ("12,– €", 1200), ("１２３４，５０", 123450), ("'-4,20", -420)),
    ],
)
def test_10_money_is_read_in_every_form_it_is_written(save: Save, cell: str, minor: int) -> None:
    assert amounts(save(f'Date;Amount\n2026-03-05;3,25\n2026-03-05;"{cell}"\n'))[1] == minor


def test_11_a_mark_means_decimals_or_thousands_as_the_whole_column_says(save: Save) -> None:
    assert amounts(save("Date;Amount\n2026-03-05;1.234\n2026-03-05;2,50\n")) == [123400, 250]
    assert amounts(save("Date;Amount\n2026-03-05;1.234\n2026-03-05;2.50\n")) == [123, 250]
    lone = save("Date;Amount\n2026-03-05;1.234\n")
    assert [amounts(lone, currency=code) for code in ("EUR", "KWD", "JPY")] == [[123400], [1234], [1234]]


def test_12_items_and_payments_of_one_receipt_are_one_visit(save: Save) -> None:
    items = "Date,Receipt,Customer,Item,Amount\n2026-03-05,17,Ann,Latte,4.20\n2026-03-05,17,Ann,Bagel,3.10\n"
    assert [r.amount for r in receipts(save(items))] == [730]


def test_12_a_receipts_total_that_stands_on_each_of_its_items_is_counted_once(save: Save) -> None:
    rest = "Date,Order no,Customer,Item,Order total\n2026-03-05,17,Ann,Latte,7.30\n2026-03-05,17,Ann,Bagel,7.30\n"
    assert [r.amount for r in receipts(save(rest))] == [730]


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        *(
            ("Void", "void"),
            ("annulé", "void"),
            ("取消済", "void"),
            ("Canceled", "cancelled"),
            ("отменён", "cancelled"),
        ),
        *(("Failed", "failed"), ("odrzucona", "failed"), ("未付款", "unpaid"), ("ikke betalt", "unpaid")),
        ("authorized", "uncaptured"),
    ],
)
def test_13_what_was_never_paid_is_left_out_with_its_reason(save: Save, cell: str, why: str) -> None:
    left_out = records(save(f"Date,Status,Amount\n2026-03-05,ok,1\n2026-03-05,{cell},9\n"))[1]
    assert isinstance(left_out, Ignored)
    assert (left_out.line, left_out.why) == (3, why)


@pytest.mark.parametrize("cell", ["Quote", "Payout", "Gift card load", "Devis", "Инкассация", "充值", "入金"])
def test_13_a_quote_a_payout_or_a_gift_card_sold_is_no_sale(save: Save, cell: str) -> None:
    assert isinstance(records(save(f"Date,Type,Amount\n2026-03-05,Sale,1\n2026-03-05,{cell},9\n"))[1], Ignored)


@pytest.mark.parametrize(
    "row", ["Refund,4.20", "Refund,-4.20", "Sale,-4.20", "Zwrot,4.20", "返品,4.20", "Gutschrift,4.20"]
)
def test_14_a_refund_is_negative_and_cancels_no_visit(save: Save, row: str) -> None:
    text = f"Date,Receipt,Customer,Type,Amount\n2026-03-05,17,Ann,Sale,4.20\n2026-03-06,17,Ann,{row}\n"
    assert [(r.kind, r.amount) for r in receipts(save(text))] == [("sale", 420), ("refund", -420)]


def test_15_ids_are_text_and_nobody_is_nobody(save: Save) -> None:
    rows = ("'00017,Ann", "123456789012345678\t,Bo", "1.2E+11,", ",散客", ",GUEST", "0,Walk-in")
    text = "Date,Customer ID,Customer Name,Amount\n" + "".join(f"2026-03-05,{row},1\n" for row in rows)
    who = [r.who for r in receipts(save(text))]
    assert who == [Who(ext_id="00017", name="Ann"), Who(ext_id="123456789012345678", name="Bo"), *[None] * 4]


def test_15_whoever_serves_is_never_the_customer(save: Save) -> None:
    text = "Date,Cashier,Staff email,Server email,Amount\n2026-03-05,Kim,kim@shop.example,kim@shop.example,1\n"
    assert (pos.read(save(text)).identity, receipts(save(text))[0].who) == ("none", None)


@pytest.mark.parametrize(
    ("text", "country", "number"),
    [
        ("138****5678", "CN", ""),
        ("138xxxx5678", "CN", ""),
        ("138••••5678", "CN", ""),
        ("+32 (0)2 555 01 03", "BE", "+3225550103"),
        ("+49 (0) 30 5550103", "DE", "+49305550103"),
        ("+44 (0)20 7946 0958", "", "+442079460958"),
        ("'+32470550101", "BE", "+32470550101"),
        ("13800138000\t", "CN", "+8613800138000"),
        ('="0470550101"', "BE", "+32470550101"),
        ("0048 601-550-101", "PL", "+48601550101"),
        ("48601550101", "PL", "+48601550101"),
        ("０８０１２３４５６７８", "JP", "+818012345678"),
        ("（０３）１２３４－５６７８", "JP", "+81312345678"),
        ("tel. 601 550 101", "PL", "+48601550101"),
        ("601550101 / 601550102", "PL", ""),
        ("1.38E+10", "CN", ""),
    ],
)
def test_15_phones_in_every_form_are_one_and_masked_ones_are_nobodys(text: str, country: str, number: str) -> None:
    assert e164(text, country) == number


def test_16_the_same_or_an_overlapping_file_again_names_the_same_receipts(save: Save) -> None:
    head, rows = "Date,Time,Receipt,Customer,Amount\n", [f"2026-03-0{n},09:05,{n},Ann,4.20\n" for n in range(1, 7)]
    first = {r.ref for r in receipts(save(head + "".join(rows[:4])))}
    later = {r.ref for r in receipts(save(head + "".join(reversed(rows))))}
    assert (len(first), len(later), first <= later) == (4, 6, True)
