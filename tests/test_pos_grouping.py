"""Which rows are one receipt, and what a receipt is known by in every later export."""

import random
from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Ignored, Receipt, Record, Rejected, Who
from loyaltui.pos.grouping import Grouping
from loyaltui.pos.layout import Layout, Term
from tests.conftest import Save

ITEMS = "Date,Time,Receipt,Customer,Item,Price,Amount"


def records(path: Path) -> list[Record]:
    return list(pos.read(path).records())


def receipts(path: Path) -> list[Receipt]:
    return [r for r in records(path) if isinstance(r, Receipt)]


def told(path: Path) -> set[tuple[str, str, int]]:
    return {(r.kind, r.ref, r.amount) for r in receipts(path)}


def test_equal_items_of_one_receipt_are_two_items(save: Save) -> None:
    bun = "2026-03-02,09:05,17,Ann,Bun,1.00,1.00"
    (receipt,) = receipts(save(ITEMS, bun, bun, "2026-03-02,09:05,17,Ann,Tea,2.00,2.00"))
    assert (receipt.amount, len(receipt.lines)) == (400, 3)


def test_a_receipt_that_stands_twice_in_a_file_of_items_counts_once(save: Save) -> None:
    one = ["2026-03-02,09:05,17,Ann,Bun,1.00,1.00", "2026-03-02,09:05,17,Ann,Bun,1.00,1.00"]
    two = ["2026-03-02,10:05,18,Bob,Tea,2.00,2.00", "2026-03-02,10:05,18,Bob,Cake,3.00,3.00"]
    found = records(save(ITEMS, *one, *two, *one))
    assert [r.amount for r in found if isinstance(r, Receipt)] == [200, 500]
    assert [r[:2] for r in found if isinstance(r, Ignored)] == [(6, "duplicate_row"), (7, "duplicate_row")]


def test_items_that_lie_apart_in_the_file_are_still_one_receipt(save: Save) -> None:
    rows = [
        f"2026-03-02,09:{n:02d},{n},Ann,{item},1.00,{price}"
        for n in range(60)
        for item, price in (("Bun", "1.00"), ("Tea", "2.00"), ("Bun", "1.00"))
    ]
    there = told(save(ITEMS, *rows))
    random.Random(7).shuffle(rows)
    assert (
        told(save(ITEMS, *rows))
        == there
        == {("sale", f"2026-03-02#{n}", 400) for n in range(1, 60)} | {r for r in there if "#" not in r[1]}
    )


def test_rows_that_leave_blank_what_the_first_row_said_belong_to_it(save: Save) -> None:
    path = save(
        "Date,Receipt,Customer,Item,Total",
        "2026-03-02,17,Ann,Bun,3.00",
        ",,,Tea,",
        "2026-03-02,18,Bob,Bun,1.00",
        ",18,,Tea,2.50",
        "2026-03-02,18,Bob,Cake,2.00",
    )
    assert [(r.who and r.who.name, r.amount) for r in receipts(path)] == [("Ann", 300), ("Bob", 550)]


def test_a_total_that_all_items_of_a_receipt_repeat_is_the_receipts(save: Save) -> None:
    path = save(
        "Date,Receipt,Customer,Item,Price,Total",
        "2026-03-02,17,Ann,Bun,1.00,3.00",
        "2026-03-02,17,Ann,Tea,2.00,3.00",
        "2026-03-02,18,Ann,Tea,2.00,2.00",
    )
    assert [r.amount for r in receipts(path)] == [300, 200]


def test_a_total_of_each_item_is_added_up(save: Save) -> None:
    path = save("Date,Receipt,Customer,Item,Total", "2026-03-02,17,Ann,Bun,1.00", "2026-03-02,17,Ann,Tea,2.00")
    assert [r.amount for r in receipts(path)] == [300]


def test_two_payments_of_one_receipt_are_one_visit(save: Save) -> None:
    head = "Date,Time,Receipt,Customer,Payment method,Amount"
    cash, card = "2026-03-02,09:05,17,Ann,Cash,5.00", "2026-03-02,09:06,17,Ann,Card,5.00"
    other = "2026-03-02,09:10,18,Bob,Cash,1.00"
    assert told(save(head, cash, card, other)) == told(save(head, card, other, cash))
    assert told(save(head, cash, card)) == {("sale", "2026-03-02#17", 1000)}


def test_a_tip_among_the_items_is_the_staffs(save: Save) -> None:
    path = save(ITEMS, "2026-03-02,09:05,17,Ann,Bun,1.00,1.00", "2026-03-02,09:05,17,Ann,Tip,5.00,5.00")
    (receipt,) = receipts(path)
    assert (receipt.amount, [line.item for line in receipt.lines]) == (100, ["Bun"])


def test_a_discount_among_the_items_makes_the_receipt_smaller_and_is_no_refund(save: Save) -> None:
    path = save(ITEMS, "2026-03-02,09:05,17,Ann,Voucher,-1.00,-1.00", "2026-03-02,09:05,17,Ann,Cake,4.00,4.00")
    assert told(path) == {("sale", "2026-03-02#17", 300)}


def test_an_item_that_cannot_be_read_is_said_and_the_rest_of_the_receipt_stays(save: Save) -> None:
    found = records(save(ITEMS, "2026-03-02,09:05,17,Ann,Bun,1.00,1.00", "2026-03-02,09:05,17,Ann,Tea,2.00,two"))
    assert [r[:2] for r in found if isinstance(r, Rejected)] == [(3, "invalid_amount")]
    assert [r.amount for r in found if isinstance(r, Receipt)] == [100]


def test_a_numbers_ref_says_nothing_that_a_later_export_may_say_otherwise(save: Save) -> None:
    head = "Date,Time,Receipt,Customer,Tip,Total"
    before = receipts(save(head, "2026-03-02,09:05,17,Ann,0.00,4.00"))
    after = receipts(save(head, "2026-03-02,09:06,17,Ann Lee,1.00,6.00"))
    assert [r.ref for r in before] == [r.ref for r in after] == ["2026-03-02#17"]


def test_a_refund_in_the_sales_row_has_the_sales_ref_and_day(save: Save) -> None:
    path = save("Date,Receipt,Customer,Total,Refunded amount", "2026-03-02,17,Ann,4.00,1.50")
    assert told(path) == {("sale", "2026-03-02#17", 400), ("refund", "2026-03-02#17", -150)}


def test_refunds_of_one_number_are_told_apart_by_time_in_any_order(save: Save) -> None:
    head = "Date,Time,Receipt,Customer,Type,Amount"
    rows = [
        "2026-03-02,09:05,17,Ann,Sale,9.00",
        "2026-03-02,10:05,17,Ann,Refund,1.00",
        "2026-03-02,11:05,17,Ann,Refund,1.00",
    ]
    want = {
        ("sale", "2026-03-02#17", 900),
        ("refund", "2026-03-02#17", -100),
        ("refund", "2026-03-02#17~2", -100),
    }
    assert told(save(head, *rows)) == told(save(head, *reversed(rows))) == want


def test_refunds_with_payment_ids_are_known_by_them(save: Save) -> None:
    head = "Date,Receipt,Customer,Type,Payment ID,Amount"
    rows = ["2026-03-02,17,Ann,Refund,p-1,1.00", "2026-03-02,17,Ann,Refund,p-2,1.00"]
    both, late = receipts(save(head, *rows)), receipts(save(head, rows[1]))
    assert len({r.ref for r in both}) == 2
    assert late[0].ref == both[1].ref


def test_a_void_names_the_sale_it_takes_back_but_a_failed_attempt_does_not(save: Save) -> None:
    head = "Date,Receipt,Customer,Status,Amount"
    rows = ["2026-03-02,17,Ann,Voided,4.00", "2026-03-02,18,Ann,Failed,4.00", "2026-03-02,18,Ann,Paid,4.00"]
    found = records(save(head, *rows))
    assert [r for r in found if isinstance(r, Ignored)] == [
        Ignored(2, "void", "2026-03-02#17"),
        Ignored(3, "failed", ""),
    ]
    assert [r.ref for r in found if isinstance(r, Receipt)] == ["2026-03-02#18"]


def test_a_sale_that_was_given_back_whole_is_a_visit_and_a_refund(save: Save) -> None:
    path = save("Date,Receipt,Customer,Status,Amount", "2026-03-02,17,Ann,Refunded,4.00")
    assert told(path) == {("sale", "2026-03-02#17", 400), ("refund", "2026-03-02#17", -400)}


def test_thirty_thousand_receipts_of_three_rows_are_read_in_a_window(save: Save) -> None:
    rows = [
        f"2026-03-02,09:05,{number},Ann,{item},1.00,1.00"
        for number in range(1, 30_001)
        for item in ("Bun", "Tea", "Bun")
    ]
    found = records(save(ITEMS, *rows, *rows[:6]))
    assert sum(r.amount for r in found if isinstance(r, Receipt)) == 9_000_000
    assert [r[:2] for r in found if isinstance(r, Ignored)] == [(90_002 + n, "duplicate_row") for n in range(6)]


def test_a_void_receipt_is_void_with_all_its_rows_wherever_they_stand(save: Save) -> None:
    head = "Date,Receipt,Customer,Status,Item,Total"
    rows = ["2026-03-02,17,Ann,Voided,Bun,3.00", "2026-03-02,17,,,Tea,", "2026-03-02,18,Ann,Paid,Tea,2.00"]
    for order in (rows, rows[::-1]):
        found = records(save(head, *order))
        assert [(r.why, r.ref) for r in found if isinstance(r, Ignored)] == [("void", "2026-03-02#17")] * 2
        assert not [r for r in found if isinstance(r, Rejected)]


def test_the_row_that_tells_most_of_a_customer_counts(save: Save) -> None:
    head = "Date,Receipt,Customer name,Email,Item,Amount"
    rows = ["2026-03-02,17,,ann@a.example,Bun,3.00", "2026-03-02,17,Ann Lee,ann@a.example,Tea,1.00"]
    for order in (rows, rows[::-1]):
        (receipt,) = receipts(save(head, *order))
        assert receipt.who == Who(email="ann@a.example", name="Ann Lee")


def test_a_tip_below_its_receipt_is_part_of_it_and_a_sum_below_the_table_is_not(save: Save) -> None:
    head = "Date,Receipt,Customer,Item,Total"
    rows = ["2026-03-02,17,Ann,Bun,3.00", "2026-03-02,17,Ann,Jam,1.00", ",,,Tip,5.00", ",,,Tea,2.00", ",,,Total,11.00"]
    found = records(save(head, *rows))
    assert [r.amount for r in found if isinstance(r, Receipt)] == [600]
    assert [r[:2] for r in found if isinstance(r, Ignored)] == [(6, "totals_row")]


def test_who_and_by_whom_is_told_by_the_rows_that_can_be_read(save: Save) -> None:
    head = "Date,Receipt,Customer,Staff,Item,Total"
    path = save(head, "2026-03-02,17,Ann,Cid,Bun,three", "2026-03-02,17,Ann,Dee,Tea,2.00", "2026-03-02,17,,,Jam,1.00")
    (receipt,) = receipts(path)
    assert (receipt.who and receipt.who.name, receipt.staff, receipt.amount) == ("Ann", "Dee", 300)


def test_lines_that_cannot_be_read_do_not_tear_a_receipt_apart(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loyaltui.pos.receipts.WINDOW", 10)
    item = "2026-03-02,09:05,17,Ann,Bun,1.00,1.00"
    others = [f"2026-03-02,09:06,{n},Bob,{item},2.00,2.00" for n in range(18, 518) for item in ("Tea", "Jam")]
    found = records(save(ITEMS, *others, item, *["one,two"] * 1000, item, *others[:4]))
    anns = [r for r in found if isinstance(r, Receipt) and r.who == Who(name="Ann")]
    assert [(len(r.lines), r.amount) for r in anns] == [(2, 200)]
    assert sum(isinstance(r, Rejected) for r in found) == 1000
    assert [r.why for r in found if isinstance(r, Ignored)] == ["duplicate_row"] * 4


def test_two_registers_may_give_the_same_number_on_one_day(save: Save) -> None:
    head = "Date,Time,Register,Receipt,Customer,Item,Amount"
    rows = [
        "2026-03-02,09:05,Till 1,1,Ann,Tea,2.00",
        "2026-03-02,09:05,Till 1,1,Ann,Bun,1.00",
        "2026-03-02,09:05,Till 2,1,,Tea,2.00",
        "2026-03-02,09:05,till 2,1,,Pie,3.00",
    ]
    both = told(save(head, *rows))
    assert {amount for _, _, amount in both} == {300, 500}
    assert told(save(head, *rows[2:])) | told(save(head, *rows[:2])) == told(save(head, *reversed(rows))) == both


def test_two_people_never_share_a_receipt_though_the_till_gave_both_its_number(save: Save) -> None:
    head = "Date,Time,Receipt,Customer,Amount"
    rows = ["2026-03-02,10:00,1,Ann,2.00", "2026-03-02,16:00,1,Bob,2.00", "2026-03-02,16:00,1,,3.00"]
    want = [("Ann", 200, "2026-03-02#1"), ("Bob", 500, "2026-03-02#1~bob")]
    for order in (rows, rows[::-1]):
        assert sorted((r.who.name, r.amount, r.ref) for r in receipts(save(head, *order)) if r.who) == want


def test_items_of_two_people_below_one_another_are_two_sales(save: Save) -> None:
    rows = [
        "2026-03-02,10:00,1,Ann,Tea,1,2.00",
        "2026-03-02,10:00,1,Ann,Bun,1,1.00",
        "2026-03-02,10:00,1,Bob,Jam,1,5.00",
    ]
    assert [r.amount for r in receipts(save(ITEMS, *rows))] == [300, 500]


def test_a_name_written_in_capitals_or_beside_a_phone_is_nobody_else(save: Save) -> None:
    head = "Date,Receipt,Customer name,Phone,Payment,Amount"
    rows = ["2026-03-02,1,Ann Lee,,Cash,2.00", "2026-03-02,1,ANN LEE,07700900101,Card,3.00"]
    assert [r.amount for r in receipts(save(head, *rows))] == [500]


def test_a_sale_of_a_gift_card_alone_is_no_visit(save: Save) -> None:
    rows = [
        "2026-03-02,17,Ann,Gift card,1,50.00",
        "2026-03-03,18,Ann,Gift card,1,50.00",
        "2026-03-03,18,Ann,Tea,1,2.00",
    ]
    found = records(save("Date,Receipt,Customer,Item,Qty,Amount", *rows))
    assert [r.amount for r in found if isinstance(r, Receipt)] == [200]
    assert [r[:2] for r in found if isinstance(r, Ignored)] == [(2, "not_a_sale")]
    found = records(
        save("Date,Customer,Total,Gift Card Sales", "2026-03-02,Ann,50.00,50.00", "2026-03-02,Bob,52.00,50.00")
    )
    assert [r[:2] for r in found if isinstance(r, Ignored)] == [(2, "not_a_sale")]


def test_a_free_reward_is_a_visit_even_beside_a_gift_card(save: Save) -> None:
    path = save(
        "Date,Customer,Total,Discount,Gift Card Sales",
        "2026-03-02,Ann,0.00,0.00,0.00",
        "2026-03-03,Ann,50.00,4.00,50.00",
    )
    assert [r.amount for r in receipts(path)] == [0, 0]


def test_seconds_or_a_phone_in_a_later_export_make_no_second_sale_of_one_without_a_number(save: Save) -> None:
    head = "Date,Time,Customer name,Phone,Amount"
    before = told(save(head, "2026-03-02,10:00,Ann Lee,,2.00"))
    assert before == told(save(head, "2026-03-02,10:00:27,Ann Lee,07700900101,2.00"))


def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loyaltui.pos.receipts.WINDOW", 10)
    monkeypatch.setattr("loyaltui.pos.survey.ENOUGH", 200)


def item_rows(receipts: int) -> list[str]:
    return [
        f"2026-03-{1 + n % 28:02d},09:05,{n},Ann,{item},1.00,1.00"
        for item in ("Bun", "Tea")
        for n in range(1, receipts + 1)
    ]


def test_a_file_sorted_by_item_has_no_more_receipts_than_one_sorted_by_receipt(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_windows(monkeypatch)
    by_item = item_rows(1500)
    by_receipt = [row for pair in zip(by_item[:1500], by_item[1500:], strict=True) for row in pair]
    there = told(save(ITEMS, *by_receipt))
    random.Random(3).shuffle(by_receipt)
    assert told(save(ITEMS, *by_item)) == told(save(ITEMS, *by_receipt)) == there
    assert len(there) == 1500 and {amount for _, _, amount in there} == {200}


def test_a_total_repeated_on_items_far_apart_is_still_the_receipts(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    small_windows(monkeypatch)
    rows = [f"2026-03-02,{n},Ann,{item},{n}.00" for item in ("Bun", "Tea") for n in range(1, 1501)]
    found = receipts(save("Date,Receipt,Customer,Item,Order total", *rows))
    assert [r.amount for r in found] == [100 * n for n in range(1, 1501)]


def test_a_shop_that_sells_one_item_a_receipt_is_read_in_a_window(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    small_windows(monkeypatch)
    rows = (f"2026-03-{1 + n // 300:02d},09:05,{n},Ann,Bun {n % 7},1.00,1.00" for n in range(1, 6001))
    reading = pos.read(save(ITEMS, *rows))
    found = reading.records()
    first = next(found)
    assert isinstance(first, Receipt) and reading.position < reading.size


@pytest.mark.parametrize(
    ("sums", "why"),
    [
        ("2026-03-02,,Tagessumme,5.00", "subtotal_row"),
        ("2026-03-02,TOTAL,,5.00", "totals_row"),
        ("2026-03-02,Grand total,,5.00", "totals_row"),
    ],
)
def test_a_days_total_is_no_sale_though_it_has_a_date(save: Save, sums: str, why: str) -> None:
    found = records(save("Date,Receipt,Customer,Total", "2026-03-02,17,Ann,2.00", sums, "2026-03-02,18,,3.00"))
    assert [r.amount for r in found if isinstance(r, Receipt)] == [200, 300]
    assert [(r.line, r.why) for r in found if isinstance(r, Ignored)] == [(3, why)]


def test_items_below_a_days_total_without_numbers_are_sales(save: Save) -> None:
    rows = ["2026-03-02,,Ann,Total,5.00", "2026-03-02,,Ann,Tea,2.00", "2026-03-02,,Ann,Bun,3.00"]
    assert [r.amount for r in receipts(save("Date,Receipt,Customer,Item,Amount", *rows))] == [200, 300]


def test_lines_below_an_order_that_says_its_total_belong_to_it(save: Save) -> None:
    head = "Order Ref,Session,Date,Point of Sale,Receipt Number,Customer,Employee,Total,Status,Order Lines/Product"
    rows = ["S/1,P/1,2026-03-02 09:12:30,Shop,1,Ann,Cid,5.0,Posted,Tea", ",,,,,,,,,Cake", ",,,,,,,,,Jam"]
    rows += ["S/2,P/1,2026-03-02 09:15:30,Shop,2,Bob,Cid,4.0,Cancelled,Tea", ",,,,,,,,,Cake"]
    found = records(save(head, *rows))
    assert [r.amount for r in found if isinstance(r, Receipt)] == [500]
    assert [r[:2] for r in found if not isinstance(r, Receipt)] == [(5, "cancelled"), (6, "cancelled")]


def test_an_item_below_its_receipt_shows_that_rows_are_items(save: Save) -> None:
    rows = ["2026-03-02,17,Ann,Bun,3.00", ",,,Tea,2.00", "2026-03-02,18,Bob,Tea,2.00", ",,,Total,7.00"]
    assert [r.amount for r in receipts(save("Date,Receipt,Customer,Item,Amount", *rows))] == [500, 200]


def test_a_date_merged_over_a_days_rows_is_each_rows(save: Save) -> None:
    rows = ["2026-03-02,1,Ann,2.00", ",2,Bob,3.00", ",3,Ann,4.00", "2026-03-03,4,Ann,5.00", ",5,Bob,6.00"]
    found = receipts(save("Date,Receipt,Customer,Total", *rows))
    assert [r.ref for r in found] == [f"2026-03-0{2 + (n > 3)}#{n}" for n in range(1, 6)]


@pytest.mark.parametrize("time", ["", " 09:05"])
def test_a_date_that_got_lost_is_nobodys_guess(save: Save, time: str) -> None:
    rows = [f"2026-03-02{time},1,Ann,2.00", ",2,Bob,3.00", f"2026-03-0{3 if time else 2}{time},3,Ann,5.00"]
    found = records(save("Date,Receipt,Customer,Total", *rows))
    assert [r for r in found if isinstance(r, Rejected)] == [Rejected(3, "missing_required")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Subtotal Ann,,,4.00", "subtotal_row"),
        ("Zwischensumme Eva Huber,,,4.00", "subtotal_row"),
        (",,,€ 4.00", "totals_row"),
        ("Number of transactions,1", "footer"),
        ("*** END ***", "footer"),
    ],
)
def test_what_stands_below_sales_is_left_out_with_its_reason(save: Save, row: str, why: str) -> None:
    found = records(save("Customer,Date,Receipt,Total", "Ann,2026-03-02,17,4.00", row))
    assert found[1:] == [Ignored(3, why)]


@pytest.mark.parametrize("row", ["Ann,,,4.00", ",,18,4.00", "Page Ann,,,4.00", "Ann,2026-03-02", "17"])
def test_a_sale_that_lost_its_date_or_its_sum_is_said(save: Save, row: str) -> None:
    found = records(save("Customer,Date,Receipt,Total", "Ann,2026-03-02,17,4.00", row, "Ann,2026-03-02,19,4.00"))
    assert [r.line for r in found if isinstance(r, Rejected)] == [3]


def test_a_quantity_below_none_is_given_back_whatever_its_sum_says(save: Save) -> None:
    rows = ["2026-03-02,1,Ann,Tea,1,2.00", "2026-03-03,2,Ann,Tea,-1,2.00", "2026-03-04,3,Ann,Tea,-1,-2.00"]
    assert [r.amount for r in receipts(save("Date,Receipt,Customer,Item,Qty,Amount", *rows))] == [200, -200, -200]
    more = ["2026-03-05,4,Ann,Pie,1,5.00", "2026-03-05,4,Ann,Tea,-1,2.00"]
    assert receipts(save("Date,Receipt,Customer,Item,Qty,Amount", *rows, *more))[-1].amount == 300


def test_rows_below_a_customers_name_are_that_customers(save: Save) -> None:
    head = "Customer,Date,Receipt,Total"
    rows = ["Ann,,,", ",2026-03-02,1,2.00", ",2026-03-03,2,2.00", "Walk-in,,,", ",2026-03-03,3,1.00", "Bob,,,"]
    rows += [",2026-03-03,4,5.00", "TOTAL,,,10.00"]
    found = records(save(head, *rows))
    assert [(r.who and r.who.name, r.amount) for r in found if isinstance(r, Receipt)] == [
        ("Ann", 200),
        ("Ann", 200),
        (None, 100),
        ("Bob", 500),
    ]
    assert [r.why for r in found if isinstance(r, Ignored)] == [*["not_a_sale"] * 3, "totals_row"]


def test_a_sale_to_nobody_below_somebody_stays_nobodys(save: Save) -> None:
    rows = ["Ann,2026-03-02,1,2.00", ",2026-03-02,2,2.00", "Bob,,,", "Cid,,,", ",2026-03-02,3,2.00"]
    found = records(save("Customer,Date,Receipt,Total", *rows))
    assert [r.who for r in found if isinstance(r, Receipt)] == [Who(name="Ann"), None, None]
    assert [r.line for r in found if isinstance(r, Rejected)] == [4, 5]


def test_only_a_file_in_no_order_of_days_is_looked_through_for_items_that_lie_apart() -> None:
    header = tuple(ITEMS.split(","))
    fields = {name: place for place, name in enumerate(("date", "time", "receipt", "name", "item", "price", "amount"))}
    layout = Layout("plain", "till", header, fields, (Term(6, 1),))
    by_day, by_item = Grouping(layout), Grouping(layout)
    for n in range(300):
        by_day.see([f"2026-03-{1 + n // 20:02d}", "09:05", str(n), "Ann", f"Bun {n % 7}", "1.00", "1.00"])
        by_item.see([f"2026-03-{1 + n // 20:02d}", "09:05", str(n), "Ann", f"Bun {n // 100}", "1.00", "1.00"])
    assert (by_day.open, by_item.open) == (False, True)
