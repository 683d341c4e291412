"""The till's newer word on a receipt it told us of before: another amount, or none at all."""

from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment
from loyaltui.store.booking import BOOKED, Booker, Booking
from loyaltui.store.spending import ALL, EARNED, reverse_refund, reverse_sale

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

BOOKINGS = f"SELECT {BOOKED} FROM receipts WHERE id = ? AND customer_id IS NOT NULL"


def put_right(shop: "Shop", act: int, now: Moment, receipt_id: int, amount: int | None, source: str) -> int:
    """Book the difference inside the open act: `amount` in minor units, None where the receipt was voided.

    Refunds that had taken from the sale are given back first and taken anew, so that nothing is earned out of nothing;
    what was given with a sale stays given, unless the sale is voided. Returns the points it comes to.
    """
    conn = shop.conn
    (kind,) = conn.execute("SELECT kind FROM receipts WHERE id = ?", (receipt_id,)).fetchone()
    refunds = shop.points.refunds_of(receipt_id) if kind == "sale" else [receipt_id]
    earned, since = shop.points.has_earned(receipt_id), shop.points.last()
    for refund in refunds:
        reverse_refund(shop, act, now, refund)
    if amount is None:
        refunds = void(shop, act, now, receipt_id, source, refunds)
    else:
        if kind == "sale":
            reverse_sale(shop, act, now, receipt_id, EARNED)
        conn.execute("UPDATE receipts SET amount = ? WHERE id = ?", (amount, receipt_id))
    rows = [conn.execute(BOOKINGS, (number,)).fetchone() for number in dict.fromkeys((receipt_id, *refunds))]
    Booker(shop, act, now.day, receipt_id if earned else None).book(Booking(*row) for row in rows if row)
    return shop.points.moved(since)


def void(shop: "Shop", act: int, now: Moment, sale_id: int, source: str, refunds: list[int]) -> list[int]:
    """A sale that never was goes with all that it brought; of its refunds those that may have been of another sale, to
    be taken anew."""
    credit_used = shop.vouchers.let_go(sale_id)
    reverse_sale(shop, act, now, sale_id, EARNED if credit_used else ALL)
    query = "UPDATE receipts SET of_receipt = NULL WHERE of_receipt = ? RETURNING id"
    its_own = {row[0] for row in shop.conn.execute(query, (sale_id,)).fetchall()}
    remove(shop, act, sale_id, source)
    return [refund for refund in refunds if refund not in its_own]


def remove(shop: "Shop", act: int, receipt_id: int, source: str) -> None:
    """Take a receipt out, inside the open act, and remember that the till has voided it."""
    conn = shop.conn
    conn.execute(
        "INSERT INTO voided_refs(act_id, source, kind, ref) SELECT ?, source, kind, ref FROM receipts "
        "WHERE id = ? AND source = ? ON CONFLICT DO NOTHING",
        (act, receipt_id, source),
    )
    for table in ("lines", "meetings"):
        conn.execute(f"DELETE FROM {table} WHERE receipt_id = ?", (receipt_id,))
    conn.execute("DELETE FROM questions WHERE kind = 'sale' AND ? IN (one, other)", (receipt_id,))
    conn.execute("DELETE FROM receipts WHERE id = ?", (receipt_id,))
