"""Which column is what: headers as tills really write them, and columns checked against what stands in them."""

from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Receipt, Who
from loyaltui.core.refused import Refused
from tests.conftest import Save


def receipts(path: Path, **hints: object) -> list[Receipt]:
    found = pos.read(path, pos.Hints(**hints)).records()  # type: ignore[arg-type]
    return [record for record in found if isinstance(record, Receipt)]


def amounts(path: Path, **hints: object) -> list[int]:
    return [receipt.amount for receipt in receipts(path, **hints)]


def field_of(path: Path, header: str) -> str | None:
    return next(name for cell, name, _ in pos.read(path).columns if cell == header)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        *(("Kundin/Kunde", "name"), ("Klient/Klientka", "name"), ("Client(e)", "name"), ("Party Name", "name")),
        *(("Guest Mobile", "phone"), ("Contact No.", "phone"), ("Моб. телефон", "phone")),
        *(("Card No", "card"), ("Membership No", "card"), ("Rewards ID", "card"), ("Loyalty #", "card")),
        *(("Karta zákazníka", "card"), ("Klantpas", "card"), ("卡号", "card"), ("Номер карты", "card")),
        *(("Check #", "receipt"), ("Txn #", "receipt"), ("Slip No", "receipt"), ("N° pièce", "receipt")),
        *(("Nr dok.", "receipt"), ("Verkauf", "receipt"), ("Sale #", "receipt")),
        *(("davon Trinkgeld", "tip"), ("dont pourboire", "tip"), ("в т.ч. чаевые", "tip"), ("w tym napiwek", "tip")),
        *(("Heraf drikkepenge", "tip"), ("Varav dricks", "tip"), ("Waarvan fooi", "tip"), ("Trinkgeld (TIP)", "tip")),
        *(("Tisch/Gast", None), ("Guest(s)", None), ("Umsatz/Gast", None), ("Preis/kg", None)),
    ],
)
def test_a_header_is_understood_with_all_that_tills_put_beside_it(save: Save, header: str, field: str | None) -> None:
    cell = {"name": "Ann Lee", "tip": "0,50"}.get(field or "", "0042")
    assert field_of(save(f"Date;Total;{header}", f"2026-03-05;9,00;{cell}", f"2026-03-06;8,00;{cell}"), header) == field


def test_an_explanation_in_brackets_may_make_a_sum_another_one(save: Save) -> None:
    path = save("Date,Total (excl. VAT),Total (incl. VAT)", "2026-03-05,10.00,12.00")
    assert amounts(path) == [1200]


def test_a_tip_that_is_part_of_the_amount_comes_off(save: Save) -> None:
    path = save("Datum;Betrag;davon Trinkgeld", "05.03.2026;14,50;2,00", "13.03.2026;3,20;")
    assert amounts(path) == [1250, 320]


def test_a_column_of_bank_cards_identifies_nobody(save: Save) -> None:
    path = save("Date,Total,Card Type,Card Number", "2026-03-05,9.00,VISA,4242", "2026-03-06,9.00,VISA,4242")
    assert [receipt.who for receipt in receipts(path)] == [None, None]


def test_a_time_of_day_is_no_date_however_it_is_called(save: Save) -> None:
    path = save("流水号,结账时间,营业日期,实收金额", "1001,10:15:01,2026-02-13,25.00", "1002,10:20:00,2026-02-14,30.00")
    assert [receipt.second for receipt in receipts(path)] == [36901, 37200]


def test_a_sale_column_with_money_in_it_is_no_receipt_number(save: Save) -> None:
    assert amounts(save("Date,Customer,Sale", "2026-03-05,Ann,9.00", "2026-03-05,Bo,9.00")) == [900, 900]


def test_names_beside_ids_stay_names_however_many_ids_there_are(save: Save) -> None:
    rows = ("1;10041;Eva Huber;12,50", "2;10042;Eva Huber;2,50", "3;10043;Jo Kern;2,50", "4;;Ines Kraus;2,50")
    path = save("Datum;Bon;Kundennummer;Kunde;Betrag", *(f"13.02.2026;{row}" for row in rows))
    assert [receipt.who for receipt in receipts(path)] == [
        *(Who(ext_id="10041", name="Eva Huber"), Who(ext_id="10042", name="Eva Huber")),
        *(Who(ext_id="10043", name="Jo Kern"), Who(name="Ines Kraus")),
    ]


@pytest.mark.parametrize("other", ["Card fee", "Change", "Kartengebühr", "Points balance"])
def test_an_amount_is_never_guessed_from_fees_or_change(save: Save, other: str) -> None:
    assert amounts(save(f"When,Dosh,{other}", "2026-03-05,10.00,0.25", "2026-03-06,20.00,0.50")) == [1000, 2000]


def test_of_several_sums_that_could_be_the_amount_the_owner_is_asked(save: Save) -> None:
    path = save("Date,Receipt,Cash,Plastic", "2026-03-05,1,10.00,0.00", "2026-03-06,2,0.00,20.00")
    with pytest.raises(Refused) as no:
        pos.read(path)
    assert (no.value.code, no.value.data["field"]) == ("column_missing", "amount")


@pytest.mark.parametrize("header", ["Price", "Unit Price"])
def test_the_price_of_one_piece_is_taken_as_often_as_pieces_were_sold(save: Save, header: str) -> None:
    path = save(
        f"Date,Receipt,Item,Qty,{header}",
        "2026-03-05,1,Tea,2,2.50",
        "2026-03-05,1,Cake,1,4.00",
        "2026-03-06,2,Tea,-1,2.50",
    )
    assert amounts(path) == [900, -250]


def test_a_price_that_grows_with_the_pieces_is_the_whole_line(save: Save) -> None:
    path = save("Date,Receipt,Item,Qty,Price", "2026-03-05,1,Tea,2,5.00", "2026-03-06,2,Tea,3,7.50")
    assert amounts(path) == [500, 750]


def test_the_owner_who_says_which_column_is_the_amount_is_believed(save: Save) -> None:
    path = save("Date,Receipt,Item,Qty,Price", "2026-03-05,1,Tea,2,2.50")
    assert amounts(path, map={"amount": "Price"}) == [250]


def test_where_a_discount_comes_off_the_total_what_was_paid_counts(save: Save) -> None:
    path = save("Date,Total,Discount,Paid", "2026-03-05,10.00,2.00,8.00", "2026-03-06,20.00,0.00,20.00")
    assert amounts(path) == [800, 2000]


def test_a_tip_outside_the_total_is_not_taken_off_it(save: Save) -> None:
    outside = save("Date,Subtotal,Tax,Total,Tip", "2026-03-05,10.00,1.00,11.00,2.00", "2026-03-06,20.00,2.00,22.00,0")
    assert amounts(outside) == [1100, 2200]
    inside = save("Date,Subtotal,Tax,Total,Tip", "2026-03-05,10.00,1.00,13.00,2.00", "2026-03-06,20.00,2.00,22.00,0")
    assert amounts(inside) == [1100, 2200]


def test_items_that_cost_the_same_are_all_counted(save: Save) -> None:
    items = [f"2026-03-0{n},{n},{item},1,{n}.50" for n in (2, 3, 4, 5) for item in ("Tea", "Bun")]
    assert amounts(save("Date,Receipt,Item,Qty,Price", *items)) == [500, 700, 900, 1100]


def test_numbers_behind_a_letter_are_no_sums_even_where_a_currency_is_written_so(save: Save) -> None:
    assert amounts(save("Quand,Code,Dosh", '2026-03-05,R1,"12,500.00"', '2026-03-06,R2,"2,500.00"')) == [
        1250000,
        250000,
    ]
