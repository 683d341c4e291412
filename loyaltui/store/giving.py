"""One receipt's points and what is given with it, booked and taken back; always inside an open act."""

from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.moment import Moment
from loyaltui.core.refused import Refused
from loyaltui.core.reward import NOT_ANYTHING, Given, Reward, Voucher
from loyaltui.store.booking import BOOKED, Booker, Booking
from loyaltui.store.spending import EARNED, points_for, redeem, reverse_refund, reverse_sale
from loyaltui.store.vouchers import bought, insert

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


class Booked(NamedTuple):
    """What it came to: points earned (below zero: taken back) and spent, and what was given for them."""

    earned: int = 0
    spent: int = 0
    reward: Reward | None = None
    voucher: Voucher | None = None
    issued: Voucher | None = None


def book(
    shop: "Shop", act: int, now: Moment, receipt_id: int, given: Given = NOT_ANYTHING, again: bool = False
) -> Booked:
    """Book a receipt's points: what is given first, since a sale's own points can't pay for it; and what has earned
    already doesn't earn again. `again`: it had earned, and that was taken back to be put right."""
    row = shop.conn.execute(f"SELECT {BOOKED} FROM receipts WHERE id = ?", (receipt_id,)).fetchone()
    booking = Booking(*row)
    if booking.customer_id is None:
        return Booked()
    done = give(shop, act, now, booking.customer_id, booking, given)
    if shop.points.has_earned(receipt_id):
        return done
    booker = Booker(shop, act, now.day, receipt_id if again else None)
    return done._replace(earned=booker.book([booking]) - booker.thanks)


def give(shop: "Shop", act: int, now: Moment, customer_id: int, sale: Booking | None, given: Given) -> Booked:
    """A reward for points, a voucher used, or nothing; with a sale, or without one."""
    day, receipt_id = (sale.day, sale.receipt_id) if sale else (now.day, None)
    voucher = None
    if given.voucher is not None:
        voucher = shop.vouchers.use(act, day, given.voucher, customer_id, receipt_id)
    if given.reward is None:
        return Booked(voucher=voucher)
    reward = shop.programme.reward(given.reward, withdrawn=bool(given.points))
    points = points_for(reward, given.points)
    redeem(shop, act, now, day, customer_id, reward, receipt_id, points)
    issued = None
    if reward.kind == "credit":
        issued = insert(shop.conn, act, day, customer_id, bought(reward, points), reward.name, receipt_id, given.code)
    return Booked(0, points, reward, voucher, issued)


def unbook(shop: "Shop", act: int, now: Moment, receipt_id: int) -> Given:
    """Take back all points of a receipt; what had been given with it."""
    if _is_refund(shop, receipt_id):
        reverse_refund(shop, act, now, receipt_id)
        return NOT_ANYTHING
    reward, points = shop.points.reward_given(receipt_id) or (None, None)
    given = Given(reward, points, shop.vouchers.used_with(receipt_id), shop.vouchers.withdraw(receipt_id))
    shop.vouchers.free(receipt_id)
    reverse_sale(shop, act, now, receipt_id)
    return given


def unearn(shop: "Shop", act: int, now: Moment, receipt_id: int) -> bool:
    """Take back what a receipt earned or, a refund, took, to be booked anew by another amount; whether it had earned.
    What was given with it stays given."""
    earned = shop.points.has_earned(receipt_id)
    if _is_refund(shop, receipt_id):
        reverse_refund(shop, act, now, receipt_id)
    else:
        reverse_sale(shop, act, now, receipt_id, EARNED)
    return earned


def _is_refund(shop: "Shop", receipt_id: int) -> bool:
    """Refused where the receipt is gone, or a sale that was refunded since."""
    row = shop.conn.execute("SELECT kind FROM receipts WHERE id = ?", (receipt_id,)).fetchone()
    if row is None:
        raise Refused("line_gone")
    if row[0] == "sale" and shop.points.refunds_of(receipt_id):
        raise Refused("refunded_since")
    return bool(row[0] == "refund")
