"""Dates, times and money: read as the whole column is written, never cell by cell."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Receipt, Rejected
from loyaltui.core.refused import Refused

Save = Callable[[str], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(content: str) -> Path:
        path = tmp_path / "sales.csv"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def table(*rows: tuple[str, ...], header: str = "Date;Customer;Amount") -> str:
    return "\n".join([header, *(";".join(row) for row in rows)]) + "\n"


def days(reading: pos.Reading) -> list[str]:
    return [date.fromordinal(r.day).isoformat() if isinstance(r, Receipt) else r.why for r in reading.records()]


def amounts(reading: pos.Reading) -> list[int | str]:
    return [r.amount if isinstance(r, Receipt) else r.why for r in reading.records()]


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        ("2026-03-17", "ymd"),
        ("2026/3/17", "ymd"),
        ("20260317", "ymd"),
        ("2026-03-17T09:05:00Z", "ymd"),
        ("2026-03-17 09:05:00 -0500", "ymd"),
        ("2026年3月17日", "ymd"),
        ("17/03/2026", "dmy"),
        ("17.3.26", "dmy"),
        ("17.03.2026, 14:05", "dmy"),
        ("3/17/2026", "mdy"),
        ("3/17/26 1:33 PM", "mdy"),
        ("17-Mar-2026 12:05 AM EDT", "ymd"),
        ("Mar 17, 2026", "ymd"),
        ("Tue, 17 Mar 2026 09:05", "ymd"),
        ("17 mars 2026", "ymd"),
        ("17. März 2026", "ymd"),
        ("17 de marzo de 2026", "ymd"),
        ("17 marca 2026", "ymd"),
        ("'2026-03-17", "ymd"),
        ("20260317090507", "ymd"),
        ("２０２６／０３／１７", "ymd"),
        ("2026/03/17(火) 14:05", "ymd"),
        ("2026. 3. 17.", "ymd"),
        ("令和8年3月17日", "ymd"),
        ("民國115年3月17日", "ymd"),
        ("17 марта 2026 г., 14:05", "ymd"),
        ("17.03.2026 г.", "dmy"),
        ("Di., 17.03.2026 um 14:05 Uhr", "dmy"),
        ("17. marts 2026 kl. 14.05", "ymd"),
        ("mardi 17 mars 2026 à 14h05", "ymd"),
        ("17 de março de 2026", "ymd"),
        ("2026. március 17.", "ymd"),
        ("2026-Mar-17", "ymd"),
        ("17/03/2026 (Tue)", "dmy"),
        ("46098", "serial"),
    ],
)
def test_a_date_is_read_however_it_is_written(save: Save, cell: str, order: str) -> None:
    reading = pos.read(save(table((cell, "Ann", "1"))))
    assert (days(reading), reading.date_order) == (["2026-03-17"], order)


def test_one_clear_date_decides_the_order_of_the_whole_column(save: Save) -> None:
    rows = [("03/04/2026", "Ann", "1")] * 3000 + [("27/04/2026", "Ann", "1")]
    assert days(pos.read(save(table(*rows))))[0] == "2026-04-03"


def test_a_column_that_reads_both_ways_is_refused_until_the_owner_says_which(save: Save) -> None:
    path = save(table(("03/04/2026", "Ann", "1"), ("05/06/2026", "Bob", "2")))
    with pytest.raises(Refused) as no:
        pos.read(path)
    assert (no.value.code, no.value.data["sample"]) == ("date_order_ambiguous", "03/04/2026")
    assert days(pos.read(path, pos.Hints(date_order="mdy"))) == ["2026-03-04", "2026-05-06"]
    assert days(pos.read(path, pos.Hints(date_order="dmy"))) == ["2026-04-03", "2026-06-05"]


def test_two_digit_years_in_front_are_seen_by_the_days_that_run_behind_them(save: Save) -> None:
    rows = [(f"26-03-{day:02d}", "Ann", "1") for day in range(2, 12)]
    assert days(pos.read(save(table(*rows))))[:2] == ["2026-03-02", "2026-03-03"]
    assert days(pos.read(save(table(rows[0])), pos.Hints(date_order="ymd"))) == ["2026-03-02"]
    assert days(pos.read(save(table(rows[0])), pos.Hints(date_order="dmy"))) == ["2002-03-26"]


def test_a_spreadsheets_numbers_are_days_only_where_the_whole_column_is_so(save: Save) -> None:
    assert days(pos.read(save(table(("46098.5", "Ann", "1"), ("46099", "Ann", "1"))))) == ["2026-03-17", "2026-03-18"]
    mixed = table(("2026-03-17", "Ann", "1"), ("2026-03-18", "Ann", "1"), ("46099", "Ann", "1"))
    assert days(pos.read(save(mixed))) == ["2026-03-17", "2026-03-18", "invalid_date"]


def test_a_total_of_a_day_is_no_date(save: Save) -> None:
    text = table(("2026-03-17", "Ann", "1"), ("Total 17/03/2026", "", "1"), ("Total 17 March 2026", "", "1"))
    assert all(isinstance(r, Receipt) is (n == 0) for n, r in enumerate(pos.read(save(text)).records()))


def test_dates_that_mean_the_same_day_either_way_are_not_ambiguous(save: Save) -> None:
    assert days(pos.read(save(table(("03/03/2026", "Ann", "1"))))) == ["2026-03-03"]


@pytest.mark.parametrize(
    "cell", ["2026-02-31", "1899-12-30", "2999-01-01", "1969-12-31", "0000-00-00", "soon", "2026-13-01"]
)
def test_an_impossible_date_is_rejected_never_rolled_over(save: Save, cell: str) -> None:
    assert days(pos.read(save(table(("2026-03-17", "Ann", "1"), (cell, "Ann", "1"))))) == ["2026-03-17", "invalid_date"]


def test_a_date_more_than_a_year_ahead_is_a_slip_and_a_nearer_one_is_not(save: Save) -> None:
    path = save(table(*((day, "Ann", "1") for day in ("2026-05-04", "2026-05-12", "2027-05-04", "2099-05-04"))))
    today = date(2026, 5, 4).toordinal()
    assert days(pos.read(path, pos.Hints(today=today))) == ["2026-05-04", "2026-05-12", "2027-05-04", "invalid_date"]
    assert days(pos.read(path))[-1] == "2099-05-04"  # nobody said what day it is


@pytest.mark.parametrize(
    ("cell", "said"),
    [("04.05.26", "2026-05-04"), ("04.05.99", "1999-05-04"), ("04.05.69", "invalid_date"), ("72808", "invalid_date")],
)
def test_a_slip_of_the_year_is_seen_however_the_date_is_written(save: Save, cell: str, said: str) -> None:
    reading = pos.read(save(table((cell, "Ann", "1"))), pos.Hints(today=date(2026, 5, 4).toordinal()))
    assert days(reading) == [said]


@pytest.mark.parametrize(
    ("cell", "second"),
    [
        ("09:05", 32700),
        ("9:05:07", 32707),
        ("12:00:00 AM", 0),
        ("12:30 PM", 45000),
        ("5:04:09 PM", 61449),
        ("9h05", 32700),
        ("14.05", 50700),
        ("2:05 p.\u00a0m.", 50700),
        ("14:05 PM", 50700),
        ("下午 2:05", 50700),
        ("午前12時05分", 300),
        ("14时05分09秒", 50709),
        ("kl. 14.05", 50700),
        ("14.05 Uhr", 50700),
        ("140509", 50709),
        ("0.586805556", 50700),
        ("14:05:07+01:00", 50707),
        ("", None),
        ("25:00", None),
        ("noon", None),
    ],
)
def test_a_time_is_read_and_no_time_stays_unknown(save: Save, cell: str, second: int | None) -> None:
    (receipt,) = pos.read(save(table(("2026-03-17", cell, "1"), header="Date;Time;Amount"))).records()
    assert isinstance(receipt, Receipt)
    assert receipt.second == second


def test_a_time_in_the_date_cell_is_used_unless_it_is_always_midnight(save: Save) -> None:
    timed = pos.read(save(table(("2026-03-17 09:05:07", "Ann", "1"), ("2026-03-17 00:00:00", "Ann", "1"))))
    assert [r.second for r in timed.records() if isinstance(r, Receipt)] == [32707, 0]
    assert timed.has_seconds
    padded = pos.read(save(table(("2026-03-17 00:00:00", "Ann", "1"), ("2026-03-18 00:00:00", "Ann", "1"))))
    assert [r.second for r in padded.records() if isinstance(r, Receipt)] == [None, None]


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("4.2", 420),
        ("$1,240.00", 124000),
        ("($33.62)", -3362),
        ("-$0.95", -95),
        ("$-0.95", -95),
        ("12.50-", -1250),
        ("12.345", 1235),
        ("1,24,000.00", 12400000),
        (".5", 50),
        ("CHF 1'240.50", 124050),
        ("−3.50", -350),
        ("$(5.00)", -500),
        ("- $5.00", -500),
        ("$5.00 USD", 500),
        ("5.-", 500),
        ("HK$1,240.50", 124050),
        ("１，２４０．５０元", 124050),
        ("NaN", "invalid_amount"),
        ("inf", "invalid_amount"),
        ("1e5", "invalid_amount"),
        ("9223372036854775808", "invalid_amount"),
        ("12.345.67", "invalid_amount"),
        ("12,34.50", "invalid_amount"),
        ("--5", "invalid_amount"),
        ("(5", "invalid_amount"),
        ("", "missing_required"),
    ],
)
def test_an_amount_with_a_decimal_point(save: Save, cell: str, minor: int | str) -> None:
    assert amounts(pos.read(save(table(("2026-03-17", "Ann", "3.25"), ("2026-03-17", "Ann", cell)))))[1] == minor


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("1.234,50 €", 123450),
        ("1 234,50", 123450),
        ("1\u00a0234,50", 123450),
        ("1\u202f234,50 zł", 123450),
        ("1.234", 123400),
        ("12,5", 1250),
        ("-7,00", -700),
        ("7,00- €", -700),
        ("100,-", 10000),
        ("kr. 1.234,50", 123450),
        ("1 234,50 Kč", 123450),
        ("1 234,50 руб.", 123450),
        ("1’234,50", 123450),
        ("R$ 1.234,50", 123450),
        ("1.5", "invalid_amount"),
    ],
)
def test_an_amount_with_a_decimal_comma(save: Save, cell: str, minor: int | str) -> None:
    assert amounts(pos.read(save(table(("2026-03-17", "Ann", "3,25"), ("2026-03-17", "Ann", cell)))))[1] == minor


def test_three_digits_after_a_mark_are_thousands_unless_the_currency_has_three_decimals(save: Save) -> None:
    path = save(table(("2026-03-17", "Ann", "1.234"), ("2026-03-17", "Ann", "2.500")))
    assert amounts(pos.read(path, pos.Hints(currency="EUR"))) == [123400, 250000]
    assert amounts(pos.read(path, pos.Hints(currency="KWD"))) == [1234, 2500]


def test_yen_have_no_decimals(save: Save) -> None:
    assert amounts(pos.read(save(table(("2026-03-17", "Ann", "¥1,240"))))) == [1240]


@pytest.mark.parametrize(
    ("header", "cell", "hint", "currency"),
    [
        ("Amount", "4.20", None, None),
        ("Amount", "4.20", "PLN", "PLN"),
        ("Amount", "$4.20", None, "USD"),
        ("Amount", "$4.20", "CAD", "CAD"),
        ("Amount", "€4.20", "USD", "EUR"),
        ("Amount (EUR)", "4.20", None, "EUR"),
        ("Total £", "4.20", None, "GBP"),
    ],
)
def test_the_currency_is_what_the_file_says_else_what_the_owner_says(
    save: Save, header: str, cell: str, hint: str | None, currency: str | None
) -> None:
    path = save(table(("2026-03-17", "Ann", cell), header=f"Date;Customer;{header}"))
    reading = pos.read(path, pos.Hints(currency=hint))
    assert reading.currency == currency


def test_two_currencies_are_never_added_up(save: Save) -> None:
    rows = [("2026-03-17", "usd", "1.50"), ("2026-03-17", "USD", "2.50"), ("2026-03-17", "EUR", "9.00")]
    reading = pos.read(save(table(*rows, header="Date;Currency;Amount")))
    assert (reading.currency, amounts(reading)) == ("USD", [150, 250, "invalid_amount"])
    assert isinstance(list(reading.records())[2], Rejected)
