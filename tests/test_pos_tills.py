"""Tills without a sample file, read from the headers their makers document: what they sell, to whom, what they void."""

from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Ignored, Receipt, Record
from loyaltui.core.report import ImportReport
from loyaltui.pos.exports import EXPORTS
from loyaltui.store import Shop
from loyaltui.words import imports as words
from tests.conftest import ANNA, NOW, Save, Till, sold


def records(path: Path, format: str, **hints: object) -> list[Record]:
    reading = pos.read(path, pos.Hints(**hints))  # type: ignore[arg-type]
    assert reading.format == format
    return list(reading.records())


def money(found: list[Record]) -> list[tuple[str, int]]:
    return [(r.kind, r.amount) for r in found if isinstance(r, Receipt)]


def left_out(found: list[Record]) -> list[tuple[int, str]]:
    return [(r.line, r.why) for r in found if isinstance(r, Ignored)]


def test_every_entry_of_the_table_finds_its_own_header() -> None:
    from loyaltui.pos.columns import known_export

    for export in EXPORTS:
        found = known_export([*reversed(export.signature), "Something new"])
        assert found
        assert found.name == export.name
        assert export.rows == "customers" or export.amount


def test_clovers_orders_leave_the_tip_out_and_know_open_ones(save: Save) -> None:
    path = save(
        "Order Date,Order ID,Invoice Number,Order Number,Order Type,Order Employee ID,Order Employee Name,"
        "Order Employee Custom ID,Note,Currency,Tax Amount,Tip,Service Charge,Discount,Order Total,Payments Total,"
        "Payment Note,Refunds Total,Manual Refunds Total,Tender,Credit Card Auth Code,Credit Card Transaction ID,"
        "Order Payment State",
        "16-Dec-2023 02:44 AM EST,MKP7NKSJDFKF8,,,Dine In,,,,,USD,3.56,8.39,,0.00,33.56,33.56,,0.00,0.00,Credit Card,"
        "05756C,335000737412,Paid",
        "16-Dec-2023 02:50 AM EST,OPEN1,,,Dine In,,,,,USD,0.5,,,0.00,5.50,0.00,,0.00,0.00,,,,Open",
        "17-Dec-2023 01:00 PM EST,BACK1,,,Dine In,,,,,USD,0.5,,,0.00,5.50,5.50,,2.00,0.00,Cash,,,Paid",
    )
    found = records(path, "clover-orders")
    assert money(found) == [("sale", 3356), ("sale", 550), ("refund", -200)]
    assert left_out(found) == [(3, "unpaid")]


def test_loyverses_items_are_receipts(save: Save) -> None:
    path = save(
        "Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Modifiers applied,Quantity,Gross sales,Discounts,"
        "Net sales,Cost of goods,Gross profit,Taxes,POS,Store,Cashier name,Customer name,Customer contacts,Comment,"
        "Status",
        "7/28/26 1:33 PM,2-1678,Sale,Coffee,1,Latte,,,1.000,4.00,0.00,4.00,1,3,0.40,POS 1,S,Owner,Ann,,,Closed",
        "7/28/26 1:33 PM,2-1678,Sale,Coffee,1,Latte,,,1.000,4.00,0.00,4.00,1,3,0.40,POS 1,S,Owner,Ann,,,Closed",
        "7/28/26 1:40 PM,2-1679,Refund,Coffee,1,Latte,,,1.000,-4.00,0.00,-4.00,1,3,-0.40,POS 1,S,Owner,,,,Closed",
        "7/28/26 1:41 PM,2-1680,Sale,Coffee,1,Latte,,,1.000,4.00,0.00,4.00,1,3,0.40,POS 1,S,Owner,,,,Cancelled",
    )
    found = records(path, "loyverse-items")
    assert money(found) == [("sale", 880), ("refund", -440)]
    assert left_out(found) == [(5, "cancelled")]


def test_woocommerces_order_totals_count_once_however_many_rows_repeat_them(save: Save) -> None:
    header = (
        "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),Phone (Billing),"
        "Item #,SKU,Name,Quantity,Order Line Total,Order Refund Amount,Order Total Amount,Order Total Tax Amount"
    )
    path = save(
        header,
        "1001,Completed,2026-03-02 10:00,Ann,Lee,ann@a.example,,1,A,Mug,1,10.00,3.00,25.00,2.00",
        "1001,Completed,2026-03-02 10:00,Ann,Lee,ann@a.example,,2,B,Pot,1,13.00,3.00,25.00,2.00",
        "1002,Pending payment,2026-03-02 11:00,Bob,Ng,,555,1,A,Mug,1,10.00,0.00,12.00,2.00",
        "1003,Completed,2026-03-03 11:00,Bob,Ng,bob@b.example,,1,A,Mug,1,10.00,,22.00,2.00",
        ",,,,,,,2,A,Pot,1,10.00,,,",
        "1004,Refunded,2026-03-04 11:00,Bob,Ng,bob@b.example,,1,A,Mug,1,10.00,,12.00,2.00",
    )
    found = records(path, "woocommerce-orders")
    assert money(found) == [("sale", 2500), ("refund", -300), ("sale", 2200), ("sale", 1200), ("refund", -1200)]
    assert left_out(found) == [(4, "unpaid")]
    first = found[0]
    assert isinstance(first, Receipt)
    assert [line.item for line in first.lines] == ["Mug", "Pot"]


def test_toasts_orders_and_items_know_what_was_voided(save: Save) -> None:
    orders = save(
        "Location,Order Id,Order #,Checks,Opened,# of Guests,Tab Names,Server,Table,Revenue Center,Dining Area,Service,"
        "Dining Options,Discount Amount,Amount,Tax,Tip,Gratuity,Total,Voided,Paid,Closed,Duration (Opened to Paid),"
        "Order Source",
        "L,120000000012345678,1,1,09/28/26 11:42 AM,2,,Kim,4,,,Lunch,,0.00,20.00,1.60,4.00,0.00,25.60,false,"
        "09/28/26 12:30 PM,09/28/26 12:31 PM,0:48,In store",
        "L,120000000012345679,2,1,09/28/26 11:50 AM,2,,Kim,4,,,Lunch,,0.00,9.00,0.72,0.00,0.00,9.72,true,,,,In store",
    )
    found = records(orders, "toast-orders")
    assert money(found) == [("sale", 2160)]
    assert left_out(found) == [(3, "void")]
    items = save(
        "Location,Order Id,Order #,Sent Date,Order Date,Check Id,Server,Table,Dining Area,Service,Dining Option,"
        "Item Selection Id,Item Id,Master Id,SKU,PLU,Menu Item,Menu Subgroup(s),Menu Group,Menu,Sales Category,"
        "Gross Price,Discount,Net Price,Qty,Tax,Void?,Deferred,Tax Exempt,Tax Inclusion Option,Dining Option Tax,"
        "Tab Name",
        "L,1,1,09/28/26 11:43 AM,09/28/26 11:42 AM,71,Kim,4,,,,11,1,1,,,Soup,,,,Food,8.00,0.00,8.00,1,0.64,false,,,,,",
        "L,1,1,09/28/26 11:43 AM,09/28/26 11:42 AM,71,Kim,4,,,,12,1,1,,,Cake,,,,Food,5.00,0.00,5.00,1,0.40,true,,,,,",
        "L,1,1,09/28/26 11:55 AM,09/28/26 11:42 AM,71,Kim,4,,,,13,1,1,,,Tea,,,,Food,3.00,0.00,3.00,1,0.24,false,,,,,",
    )
    found = records(items, "toast-items")
    assert money(found) == [("sale", 1188)]
    assert [r for r in found if isinstance(r, Ignored)] == [Ignored(3, "void", "")]


def test_toasts_orders_after_its_items_are_pointed_out_and_its_checks_are_known(save: Save, shop: Shop) -> None:
    times = [f"03/28/26 1{n}:42 AM" for n in range(2)]
    items = ["Order Id,Check Id,Order Date,Server,Menu Item,Net Price,Qty,Tax,Void?"]
    items += [f"12{n},7{n},{time},Kim,Soup,{n + 8}.00,1,0.64,false" for n, time in enumerate(times)]
    checks = ["Customer Id,Customer,Opened Date,Opened Time,Server,Tax,Check Id,Total"]
    checks += [f"5{n},,{time[:8]},{time[9:]},Kim,0.64,7{n},{n + 8}.64" for n, time in enumerate(times)]
    orders = ["Order Id,Checks,Opened,Server,Amount,Tax,Total,Voided"]
    orders += [f"12{n},1,{time},Kim,{n + 8}.00,0.64,{n + 8}.64,false" for n, time in enumerate(times)]
    found = [shop.imports.take_in(NOW, "toast.csv", pos.read(save(*file))) for file in (items, checks, orders)]
    assert [(report.format, report.already_known, report.alike) for report in found] == [
        ("toast-items", 0, 0),
        ("toast-checks", 2, 0),
        ("toast-orders", 0, 2),
    ]


def test_sales_that_another_export_of_the_till_numbered_otherwise_are_pointed_out(shop: Shop) -> None:
    def bring(receipts: list[Receipt], source: str = "till") -> ImportReport:
        return shop.imports.take_in(NOW, "may.csv", Till(receipts, source=source))

    checks = [sold(f"check {n}", 100 + n, ANNA)._replace(second=600 * n) for n in range(4)]
    orders = [check._replace(ref=f"order {n}", who=None) for n, check in enumerate(checks)]
    assert words.message(bring(checks)) is None
    assert words.message(bring(orders, "another till")) is None
    report = bring(orders)
    assert report.alike == 4
    assert "4 of these sales have the day, time and amount of sales" in (words.message(report) or "")
    shop.undo(NOW)
    others = [order._replace(ref=order.ref + "0", amount=order.amount + 1000) for order in orders]
    assert words.message(bring([orders[0], *others])) is None  # one flat white at the minute of another


def test_of_lightspeeds_ledger_only_the_sale_counts_and_its_lines_are_its_items(save: Save) -> None:
    path = save(
        "Date,Receipt Number,Line Type,Customer Code,Customer Name,Note,Quantity,Subtotal,Sales Tax,Discount,Loyalty,"
        "Total,Paid,Details,Register,User,Status,Sku,AccountCodeSale,AccountCodePurchase",
        "2026-03-02 10:00:00,501,Sale,ann-4K2,Ann Lee,,2,20.00,2.00,0.00,0,22.00,22.00,,Main,Kim,CLOSED,,,",
        "2026-03-02 10:00:00,501,Sale Line,ann-4K2,Ann Lee,,1,10.00,1.00,0.00,0,11.00,,Mug,Main,Kim,CLOSED,M1,,",
        "2026-03-02 10:00:00,501,Sale Line,ann-4K2,Ann Lee,,1,10.00,1.00,0.00,0,11.00,,Mug,Main,Kim,CLOSED,M1,,",
        "2026-03-02 10:00:00,501,Payment,ann-4K2,Ann Lee,,,,,,,22.00,22.00,Cash,Main,Kim,CLOSED,,,",
        "2026-03-02 11:00:00,502,Sale,,,,1,5.00,0.50,0.00,0,5.50,,,Main,Kim,VOIDED,,,",
        "2026-03-02 12:00:00,503,Sale,,,,1,5.00,0.50,0.00,0,5.50,,,Main,Kim,LAYBY,,,",
    )
    found = records(path, "lightspeed-x-ledger")
    assert money(found) == [("sale", 2200)]
    assert left_out(found) == [(6, "void"), (7, "unpaid")]


def test_zettles_danish_report_has_lines_above_and_below_the_table(save: Save) -> None:
    path = save(
        *["Rapport over kvitteringer" if n == 0 else f"Linje {n}" for n in range(16)],
        "Dato,Tid,Kvitteringsnummer,Moms (25.0%),Total,Afgift,Netto,Betalingsmetode,Hændelsestype,Kortudsteder,"
        "Sidste cifre,Personale,Beskrivelse,Solgt via",
        "2026-03-02,10:05,1201,9.00,45.00,0.45,44.55,Kort,Køb,Visa,1234,Kim,Kaffe,App",
        "2026-03-02,10:09,1202,-9.00,-45.00,0.00,-45.00,Kort,Refundering,Visa,1234,Kim,Kaffe,App",
        ",,,,,,,,,,,,,",
        "Total,,,0.00,0.00,0.45,-0.45,,,,,,,",
        "Udskrevet fra Zettle,,,,,,,,,,,,,",
    )
    reading = pos.read(path)
    found = records(path, "zettle-receipts")
    assert (reading.header_line, reading.identity) == (17, "none")
    assert money(found) == [("sale", 4500), ("refund", -4500)]
    assert left_out(found) == [(20, "blank_row"), (21, "totals_row"), (22, "footer")]


def test_open_source_pos_tells_sales_returns_quotes_and_cancelled_ones(save: Save) -> None:
    path = save(
        "Trans. ID,Type,Date,Quantity,Sold By,Sold To,Subtotal,Tax,Total,Wholesale,Profit,Payment Type,Comments",
        "POS 1,POS,03/14/2026 10:00,1,Kim,Ann Lee,$4.00,$0.40,$4.40,$1.00,$3.00,Cash,",
        "POS 2,RET,03/14/2026 10:10,-1,Kim,Ann Lee,-$4.00,-$0.40,-$4.40,$1.00,$3.00,Cash,",
        "POS 3,Q,03/14/2026 10:20,1,Kim,Ann Lee,$4.00,$0.40,$4.40,$1.00,$3.00,,",
        "POS 4,CNL,03/14/2026 10:30,1,Kim,Ann Lee,$4.00,$0.40,$4.40,$1.00,$3.00,,",
        "POS 5,W/O,03/14/2026 10:40,1,Kim,Ann Lee,$4.00,$0.40,$4.40,$1.00,$3.00,,",
    )
    found = records(path, "opensourcepos-detailed")
    assert money(found) == [("sale", 440), ("refund", -440)]
    assert left_out(found) == [(4, "not_a_sale"), (5, "cancelled"), (6, "not_a_sale")]


def test_smaregis_struck_out_receipts_and_point_bookings_count_for_nothing(save: Save) -> None:
    path = save(
        "取引ID,取引日時,取引区分,取消区分,小計,合計,会員ID,会員コード,打消取引ID,打消区分,レシート番号,取引明細ID,商品ID,商品名,数量,値引き後計,部門名",
        "1001,2026-03-02 10:00:00,1,0,1100,1100,77,M0077,,0,A1,1,5,抹茶,1,600,飲料",
        "1001,2026-03-02 10:00:00,1,0,1100,1100,77,M0077,,0,A1,2,6,団子,1,500,菓子",
        "1002,2026-03-02 11:00:00,1,0,900,900,77,M0077,,1,A2,1,5,抹茶,1,900,飲料",
        "1003,2026-03-02 11:05:00,1,0,-900,-900,77,M0077,1002,2,A3,1,5,抹茶,-1,-900,飲料",
        "1004,2026-03-02 12:00:00,6,0,0,0,77,M0077,,0,A4,1,,,,,",
    )
    found = records(path, "smaregi-transactions", currency="JPY")
    assert money(found) == [("sale", 1100)]
    assert left_out(found) == [(4, "void"), (5, "void"), (6, "not_a_sale")]
    assert [r.ref for r in found if isinstance(r, Ignored)] == ["2026-03-02#1002", "2026-03-02#1003", ""]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (
            "Account,Date,Time,Type,Transaction ID,Receipt Number,Payment Method,Quantity,Description,Currency,"
            "Price (Gross),Price (Net),Tax,Tax rate,Transaction refunded",
            "me@shop.example,17.04.23,12:32,Sales,T1,R1,Card,1,{},CHF,{},1,0,2.5%,",
        ),
        (
            "Datum,Typ,Transaktionsnummer,Zahlungsmethode,Menge,Beschreibung,Währung,Preis vor Rabatt,Rabatt,"
            "Preis (brutto),Preis (netto),Steuer,Steuersatz,Konto",
            '"12.03.2023, 14:05",Verkauf,T1,Karte,1,{},CHF,1,0,{},1,0,2.5%,me@shop.example',
        ),
    ],
)
def test_sumups_sales_report_is_grouped_without_its_tip_and_names_nobody(save: Save, header: str, row: str) -> None:
    path = save(header, row.format("Kaffee", "4.50"), row.format("Gipfeli", "2.00"), row.format("Trinkgeld", "1.00"))
    found = records(path, "sumup-sales")
    assert money(found) == [("sale", 650)]
    assert [r.who for r in found if isinstance(r, Receipt)] == [None]


def test_shopkeeps_returns_are_refunds(save: Save) -> None:
    path = save(
        "Time,Register,Cashier,Operation Type,Amount,Discount,Tax,Total",
        "2026-03-02 10:00,1,Kim,Sale,4.00,0.00,0.40,4.40",
        "2026-03-02 10:05,1,Kim,Return,4.00,0.00,0.40,4.40",
    )
    assert money(records(path, "shopkeep-transactions")) == [("sale", 440), ("refund", -440)]


def test_a_till_nobody_has_heard_of_is_read_by_what_stands_in_its_columns(save: Save) -> None:
    path = save("When,Punter,Dosh", "2026-03-02 10:00,x,4.20", "2026-03-03 10:00,y,3.10")
    assert money(records(path, "plain")) == [("sale", 420), ("sale", 310)]


def test_smaregis_struck_out_pair_is_void_under_its_documented_header(save: Save) -> None:
    path = save(
        "取引ID,取引日時,合計,会員ID,打消区分(0：通常、1：打消元レコード、2：打消レコード)",
        "1,2026-02-13 10:00:00,500,7,1",
        "2,2026-02-13 10:05:00,-500,7,2",
        "3,2026-02-14 10:05:00,500,7,0",
    )
    found = records(path, "smaregi-transactions", currency="JPY")
    assert (money(found), left_out(found)) == ([("sale", 500)], [(2, "void"), (3, "void")])


def test_clovers_manual_refund_of_no_order_is_a_refund_and_no_sale(save: Save) -> None:
    path = save(
        "Order Date,Order ID,Order Total,Refunds Total,Manual Refunds Total,Order Payment State",
        "16-Dec-2023 02:44 AM EST,A1,33.56,0.00,0.00,Paid",
        "17-Dec-2023 12:40 PM EST,A2,0.00,0.00,7.00,Manually Refunded",
    )
    assert money(records(path, "clover-orders")) == [("sale", 3356), ("refund", -700)]


def test_toasts_denied_payment_is_no_visit(save: Save) -> None:
    path = save(
        "Payment Id,Order Id,Paid Date,Order Date,Check Id,Amount,Status",
        "1,11,09/13/26 11:42 AM,09/13/26 11:40 AM,91,20.00,CAPTURED",
        "2,12,09/13/26 11:50 AM,09/13/26 11:45 AM,92,18.00,DENIED",
    )
    found = records(path, "toast-payments")
    assert (money(found), left_out(found)) == ([("sale", 2000)], [(3, "failed")])
