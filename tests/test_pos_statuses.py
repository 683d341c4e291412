"""What a till writes in its status, type and flag columns, in its own phrases and under its own headings."""

from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Receipt
from tests.conftest import Save


def told(path: Path) -> list[str]:
    """Each record as "sale 900", "refund -900", or the reason why it is left out."""
    found = pos.read(path).records()
    return [f"{r.kind} {r.amount}" if isinstance(r, Receipt) else getattr(r, "why", "") for r in found]


@pytest.mark.parametrize(
    ("status", "why"),
    [
        *((text, "void") for text in ("VOID - wrong item", "Voided by manager", "Stornobuchung", "gelöscht")),
        *((text, "void") for text in ("Reversed", "Usunięty", "Verwijderd", "Аннулированный чек", "反结账", "赤伝")),
        *((text, "cancelled") for text in ("Cancelled by customer", "Abandoned", "Отменен кассиром", "交易关闭")),
        *(
            (text, "failed")
            for text in ("DENIED", "Timed out", "Zahlung fehlgeschlagen", "Nicht erfolgreich", "Negado")
        ),
        *(
            (text, "failed")
            for text in (
                "Não autorizado",
                "Pago rechazado",
                "Ошибка оплаты",
                "Pagamento fallito",
                "payment not completed",
            )
        ),
        *(
            (text, "unpaid")
            for text in ("Incomplete", "Offener Posten", "Pendiente de cobro", "En attente de paiement")
        ),
        *((text, "unpaid") for text in ("Non réglé", "Oczekuje na płatność", "In afwachting")),
    ],
)
def test_a_status_in_the_tills_own_words_says_that_nothing_was_sold(save: Save, status: str, why: str) -> None:
    assert told(save("Date,Status,Amount", "2026-03-05,Paid,1", f"2026-03-05,{status},9"))[1] == why


@pytest.mark.parametrize(
    "status", ["Returned", "Chargeback", "Devuelto", "Reso", "Zwrócony", "Gecrediteerd", "Возврат", "退款成功", "返品"]
)
def test_a_sale_whose_status_says_it_was_given_back_is_a_visit_and_a_refund(save: Save, status: str) -> None:
    assert told(save("Date,Status,Amount", f"2026-03-05,{status},9")) == ["sale 900", "refund -900"]


@pytest.mark.parametrize(
    "status",
    [
        *("Paid in full", "Not cancelled", "Nicht storniert", "Partially refunded", "Teilweise erstattet", "部分退款"),
        *(
            "Refund declined",
            "Completed, not refunded",
            "Paid, pending delivery",
            "Закрыт",
            "未退款",
            "Table by the door",
        ),
    ],
)
def test_a_status_that_takes_nothing_back_is_a_sale(save: Save, status: str) -> None:
    assert told(save("Date;Status;Amount", f"2026-03-05;{status};9.50")) == ["sale 950"]


@pytest.mark.parametrize("kind", ["Return/Refund", "Refund - cash", "Card refund", "Partial refund"])
def test_a_type_in_the_tills_own_words_is_a_refund(save: Save, kind: str) -> None:
    assert told(save("Date,Type,Amount", "2026-03-05,Sale,9", f"2026-03-05,{kind},9"))[1] == "refund -900"


@pytest.mark.parametrize(
    "kind", ["Points earned", "Points redeemed", "Punkte eingelöst", "积分兑换", "Gift card reload"]
)
def test_points_and_money_put_on_a_card_are_no_money_paid_for_goods(save: Save, kind: str) -> None:
    path = save("Date,Receipt,Type,Amount", "2026-03-05,1,Sale,2.00", f"2026-03-05,1,{kind},20")
    assert told(path) == ["sale 200", "not_a_sale"]


def test_a_remark_that_only_mentions_a_refund_is_a_sale(save: Save) -> None:
    assert told(save("Date,Notes,Amount", "2026-03-05,cancelled his umbrella order,9")) == ["sale 900"]


@pytest.mark.parametrize(
    "header",
    [
        *("Bill Status", "Check Status", "Invoice Status", "Outcome", "Zahlstatus", "Statut du ticket", "Estado venta"),
        *("Stato doc.", "Status betaling", "Stan płatności", "決済状態", "How it went", "Zustand der Rechnung"),
    ],
)
def test_a_column_of_status_words_is_the_status_whatever_it_is_called(save: Save, header: str) -> None:
    path = save(f"Date,Total,{header}", "2026-03-05,9.00,Completed", "2026-03-06,9.00,Voided")
    assert told(path) == ["sale 900", "void"]


@pytest.mark.parametrize("header", ["Tipo doc.", "Typ dok.", "Soort bon", "What it was"])
def test_a_column_of_sales_and_returns_is_the_type_whatever_it_is_called(save: Save, header: str) -> None:
    path = save(f"Date,Total,{header}", "2026-03-05,9.00,Sale", "2026-03-05,8.00,Sale", "2026-03-06,9.00,Return")
    assert told(path) == ["sale 900", "sale 800", "refund -900"]


@pytest.mark.parametrize("header", ["Makulerat", "取消フラグ", "Удалён", "Cancelled flag"])
def test_a_row_that_is_ticked_as_void_is_none(save: Save, header: str) -> None:
    assert told(save(f"Date,Total,{header}", "2026-03-05,9.00,", "2026-03-06,9.00,Yes")) == ["sale 900", "void"]


@pytest.mark.parametrize(
    ("header", "no", "yes", "found"),
    [
        ("Refund?", "N", "Y", ["sale 900", "refund -900"]),
        ("Is Refund", "no", "yes", ["sale 900", "refund -900"]),
        ("Refunded?", "No", "Yes", ["sale 900", "sale 900", "refund -900"]),
        ("Remboursé", "non", "oui", ["sale 900", "sale 900", "refund -900"]),
    ],
)
def test_a_tick_says_that_a_row_is_a_refund_or_was_given_back(
    save: Save, header: str, no: str, yes: str, found: list[str]
) -> None:
    assert told(save(f"Date,Total,{header}", f"2026-03-05,9.00,{no}", f"2026-03-06,9.00,{yes}")) == found


def test_what_came_back_of_a_sale_is_money_only_where_it_is_written_as_money(save: Save) -> None:
    path = save("Datum;Totaal;Geretourneerd", "05-03-2026;9,00;0,00", "13-03-2026;9,00;2,00")
    assert told(path) == ["sale 900", "sale 900", "refund -200"]
    path = save("Date,Total,Returned", "2026-03-05,9.00,0", "2026-03-06,9.00,1")
    assert told(path) == ["sale 900", "sale 900"]


def test_a_parcel_that_is_still_on_its_way_is_paid(save: Save) -> None:
    assert (
        told(save("Date,Total,Delivery status", "2026-03-05,9.00,Pending", "2026-03-06,9.00,Open")) == ["sale 900"] * 2
    )


def test_a_status_without_end_is_no_trouble(save: Save) -> None:
    assert told(save("Date,Total,Status", f"2026-03-05,9.00,{'voidless' * 15_000}")) == ["void"]
