"""Plain tables of sales: who bought, for how much, and what makes two records one receipt or two."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Ignored, Line, Receipt, Rejected, Who
from loyaltui.core.refused import Refused

Save = Callable[[str], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(content: str) -> Path:
        path = tmp_path / "sales.csv"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def receipts(path: Path, **hints: object) -> list[Receipt]:
    return [r for r in pos.read(path, pos.Hints(**hints)).records() if isinstance(r, Receipt)]  # type: ignore[arg-type]


def field_of(reading: pos.Reading, header: str) -> str | None:
    return next(field for name, field, _ in reading.columns if name == header)


def test_a_row_with_a_date_in_it_is_no_header_whatever_words_stand_in_it(save: Save) -> None:
    (record,) = pos.read(save("Date,Amount,Date\n2026-03-02,Voided,Total,STATUS\n")).records()
    assert record.line == 2


@pytest.mark.parametrize(
    "header",
    [
        "Date,Customer,Amount",
        " DATE ,\u00a0Customer\u00a0,Amount (USD)",
        "Data,Klient,Kwota",
        "Datum,Kunde,Betrag",
        "Date,Client,Montant",
        "Fecha,Cliente,Importe",
        "Data,Cliente,Importo",
        "Datum,Klant,Bedrag",
        "Data,Cliente,Valor",
    ],
)
def test_a_plain_table_is_understood_in_its_own_language(save: Save, header: str) -> None:
    reading = pos.read(save(f"{header}\n2026-03-02,Ann Lee,4.20\n"))
    (receipt,) = reading.records()
    assert isinstance(receipt, Receipt)
    assert (reading.format, reading.source, reading.identity) == ("plain", "till", "name_only")
    assert (receipt.who, receipt.amount) == (Who(name="Ann Lee"), 420)


def test_ids_keep_their_leading_zeros_and_a_quantity_is_no_amount(save: Save) -> None:
    (receipt,) = receipts(save("customer_id,date,qty,amount\n00004,1997-01-01,2,29.33\n"))
    assert (receipt.who, receipt.amount) == (Who(ext_id="00004"), 2933)


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (["00017", "00018"], "customer_id"),
        (["C-17", "C-18"], "customer_id"),
        (["Ann Lee", "Bob Ng"], "name"),
        (["ann@example.com", "bob@example.com"], "email"),
        (["+48 601 550 101", "0048 601-550-102"], "phone"),
    ],
)
def test_a_customer_column_is_what_stands_in_it(save: Save, cells: list[str], field: str) -> None:
    for header in ("Customer", "Who"):
        path = save(f"Date,{header},Amount\n" + "".join(f"2026-03-02,{cell},1\n" for cell in cells))
        reading = pos.read(path, pos.Hints(map={"customer": "Who"} if header == "Who" else {}))
        assert field_of(reading, header) == field


def test_a_customer_id_column_that_holds_names_is_a_name(save: Save) -> None:
    assert pos.read(save("Date,Customer ID,Amount\n2026-03-02,Ann Lee,1\n")).identity == "name_only"


def test_the_owner_says_what_a_column_means(save: Save) -> None:
    path = save("When it was,Punter,Dosh\n20260302,Ann,4\n")
    with pytest.raises(Refused) as no:
        pos.read(path)
    assert (no.value.code, no.value.data["field"]) == ("column_missing", "date")
    assert no.value.data["columns"] == ["When it was", "Punter", "Dosh"]
    (receipt,) = receipts(path, map={"date": "when it was", "customer": "Punter", "amount": "3"})
    assert (receipt.who, receipt.amount) == (Who(name="Ann"), 400)


def test_a_mapping_that_names_nothing_is_refused(save: Save) -> None:
    path = save("Date,Customer,Amount\n2026-03-02,Ann,4.20\n")
    for mapping, code in (({"dat": "Date"}, "field_unknown"), ({"date": "Day of sale"}, "column_unknown")):
        with pytest.raises(Refused) as no:
            pos.read(path, pos.Hints(map=mapping))
        assert no.value.code == code


def test_a_file_without_customers_is_a_file_of_nameless_sales(save: Save) -> None:
    reading = pos.read(save("Date,Amount\n2026-03-02,4.20\n"))
    assert reading.identity == "none"
    assert [r.who for r in reading.records() if isinstance(r, Receipt)] == [None]


@pytest.mark.parametrize(
    "name", ["-", "Walk-in", "GUEST", "Laufkunde", "Klient detaliczny", "COMPTOIR", "Consumidor Final"]
)
def test_a_walk_in_is_nobody_even_with_the_tills_own_id_for_walk_ins(save: Save, name: str) -> None:
    ext_id = "" if name == "-" else "1"
    (receipt,) = receipts(save(f"Date,Customer ID,Customer Name,Amount\n2026-03-02,{ext_id},{name},1\n"))
    assert receipt.who is None


def test_an_id_without_a_name_is_somebody(save: Save) -> None:
    (receipt,) = receipts(save("Date,Customer ID,Customer Name,Amount\n2026-03-02,17,,1\n"))
    assert receipt.who == Who(ext_id="17")


@pytest.mark.parametrize(
    ("cell", "ext_id"),
    [
        ("'0017", "0017"),
        ("0017\t", "0017"),
        ("ABC", "ABC"),
        ("1.23457E+11", ""),
        ("1,2E+17", ""),
        ("000", ""),
        ("n/a", ""),
    ],
)
def test_an_id_is_text_and_what_excel_destroyed_identifies_nobody(save: Save, cell: str, ext_id: str) -> None:
    (receipt,) = receipts(save(f'Date;Customer ID;Email;Amount\n2026-03-02;"{cell}";a1@b.example;1\n'))
    assert receipt.who == Who(ext_id=ext_id, email="a1@b.example")


def test_a_masked_phone_and_a_broken_address_identify_nobody(save: Save) -> None:
    (receipt,) = receipts(save("Date,Phone,Email,Amount\n2026-03-02,138****5678,ann at home,1\n"))
    assert receipt.who is None


def test_phones_are_normalised_by_the_function_that_is_given(save: Save) -> None:
    path = save("Date,Phone,Amount\n2026-03-02,'+48 (601) 550-101,1\n")
    assert receipts(path)[0].who == Who(phone="+48601550101")
    assert receipts(path, phone=lambda number: "E164")[0].who == Who(phone="E164")


def test_first_and_last_names_make_one_name(save: Save) -> None:
    (receipt,) = receipts(save("Date,First Name,Last Name,Amount\n2026-03-02, Ann , Lee,1\n"))
    assert receipt.who == Who(name="Ann Lee")


def test_names_lose_what_a_terminal_would_obey_and_spreadsheet_guards(save: Save) -> None:
    first, second = receipts(save("Date,Customer Name,Amount\n2026-03-02,Ann\x1b[31m  Lee,1\n2026-03-02,'=Bob,1\n"))
    assert first.who and first.who.name == "Ann[31m Lee"
    assert second.who and second.who.name == "=Bob"


def test_tips_and_gift_cards_sold_are_no_part_of_a_total(save: Save) -> None:
    (receipt,) = receipts(save("Date,Customer,Total,Tip,Gift Card Sales\n2026-03-02,Ann,38.07,1.00,25.00\n"))
    assert receipt.amount == 1207


def test_a_net_amount_gets_its_tax_back(save: Save) -> None:
    (receipt,) = receipts(save("Date,Customer,Net,Tax,Discount\n2026-03-02,Ann,10.00,2.30,-1.00\n"))
    assert (receipt.amount, receipt.tax, receipt.discount) == (1230, 230, 100)


def test_refunds_are_negative_however_the_till_writes_them(save: Save) -> None:
    text = "Date,Customer,Type,Amount\n2026-03-02,Ann,Refund,4.00\n2026-03-02,Ann,Return,-3.00\n2026-03-02,Ann,,-2.00\n"
    assert [(r.kind, r.amount) for r in receipts(save(text))] == [("refund", -400), ("refund", -300), ("refund", -200)]


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("Voided", "void"),
        ("CANCELED", "cancelled"),
        ("anulowany", "void"),
        ("Failed", "failed"),
        ("pending", "unpaid"),
    ],
)
def test_what_was_no_sale_is_left_out_with_its_reason(save: Save, status: str, why: str) -> None:
    reading = pos.read(save(f"Date,Customer,Status,Amount\n2026-03-02,Ann,Complete,4\n2026-03-02,Ann,{status},4\n"))
    record = list(reading.records())[1]
    assert isinstance(record, Ignored)
    assert record[:2] == (3, why)


def test_two_real_sales_of_the_same_minute_and_amount_are_both_kept(save: Save) -> None:
    row = "2026-03-02,09:05,Ann,4.20\n"
    first, second = receipts(save("Date,Time,Customer,Amount\n" + row + row))
    assert first.ref != second.ref


def test_the_same_file_read_again_gives_the_same_refs(save: Save) -> None:
    row = "2026-03-02,09:05,Ann,4.20\n"
    path = save("Date,Time,Customer,Amount\n" + row + row)
    assert (
        [r.ref for r in receipts(path)]
        == [r.ref for r in receipts(path)]
        == [
            "2026-03-02|32700|ann|420|1",
            "2026-03-02|32700|ann|420|2",
        ]
    )


def test_a_refund_and_payments_that_share_a_number_are_told_apart_in_any_order(save: Save) -> None:
    rows = ["2026-03-02,09:05,17,Ann,4.20\n", "2026-03-02,09:05,17,Ann,-4.20\n", "2026-03-02,09:05,17,Ann,1.00\n"]
    head = "Date,Time,Receipt,Customer,Amount\n"
    there, back = receipts(save(head + "".join(rows))), receipts(save(head + "".join(reversed(rows))))
    assert {(r.kind, r.ref, r.amount) for r in there} == {
        ("sale", "2026-03-02#17", 520),
        ("refund", "2026-03-02#17", -420),
    }
    assert {(r.kind, r.ref, r.amount) for r in there} == {(r.kind, r.ref, r.amount) for r in back}


def test_the_same_receipt_twice_in_a_file_is_counted_once(save: Save) -> None:
    row = "2026-03-02,09:05,17,Ann,4.20\n"
    records = list(pos.read(save("Date,Time,Receipt,Customer,Amount\n" + row + row)).records())
    assert records[1] == Ignored(3, "duplicate_row")


def test_a_receipt_number_that_excel_destroyed_is_no_number(save: Save) -> None:
    row = "2026-03-02,1.23457E+11,Ann,4.20\n"
    assert len(receipts(save("Date,Receipt,Customer,Amount\n" + row + row))) == 2


def test_rows_without_a_date_or_an_amount_are_rejected_and_the_rest_is_kept(save: Save) -> None:
    records = list(pos.read(save("Date,Customer,Amount\n,Ann,4\n2026-03-02,Ann,\n2026-03-02,Bob,1\n")).records())
    assert records[:2] == [Rejected(2, "missing_required"), Rejected(3, "missing_required")]


def test_items_of_one_receipt_are_one_visit(save: Save) -> None:
    path = save("Date,Receipt,Customer,Item,Amount\n2026-03-02,17,Ann,Latte,4\n2026-03-02,17,Ann,Bagel,3\n")
    (receipt,) = receipts(path)
    assert (receipt.amount, receipt.ref) == (700, "2026-03-02#17")
    assert receipt.lines == (Line("Latte", "", 1000, 400), Line("Bagel", "", 1000, 300))


def test_square_without_customer_columns_is_square_all_the_same(save: Save, tmp_path: Path) -> None:
    source = Path(__file__).parent / "data" / "pos" / "square-transactions.csv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = [[cell for place, cell in enumerate(row) if place not in (34, 35, 36)] for row in csv.reader(file)]
    with (tmp_path / "cut.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    reading = pos.read(tmp_path / "cut.csv")
    assert (reading.format, reading.identity) == ("square-transactions", "none")
    assert sum(r.amount for r in reading.records() if isinstance(r, Receipt)) == 129834 + 2992 - 490


def test_thousands_of_receipts_of_one_day_and_their_copies_are_counted_once(save: Save) -> None:
    rows = "".join(f"2026-03-02,{number},Ann,4.20\n" for number in range(1, 4001))
    records = list(pos.read(save("Date,Receipt,Customer,Amount\n" + rows + rows)).records())
    assert [type(r) for r in records] == [Receipt] * 4000 + [Ignored] * 4000


def test_sales_without_a_number_are_numbered_when_all_else_is_equal(save: Save) -> None:
    refs = [r.ref for r in receipts(save("Date,Amount\n" + "2026-03-02,3.20\n" * 5000))]
    assert len(set(refs)) == 5000
    assert refs[-1] == "2026-03-02|||320|5000"
