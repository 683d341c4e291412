"""Vouchers: something off, once, from a day up to a day; used once by constraint, whoever is quicker."""

import secrets
import sqlite3
from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment, iso
from loyaltui.core.programme import EXPECTS_OFFER, read_offer
from loyaltui.core.refused import Refused
from loyaltui.core.reward import CODE_LENGTH, CODE_LETTERS, Offer, Reward, Voucher, is_code, printed, written
from loyaltui.core.text import tidy

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

VOUCHERS = "SELECT v.id, v.code, v.name, v.kind, v.worth, v.from_day, v.to_day, v.customer_id FROM vouchers v"
UNUSED = "NOT EXISTS (SELECT 1 FROM voucher_uses u WHERE u.voucher_id = v.id)"


class Vouchers:
    """The vouchers of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def of(self, customer_id: int, day: int) -> list[Voucher]:
        """What somebody can still use, from today or later, the first to run out first."""
        theirs = self.shop.customers.family(customer_id)
        rows = self.shop.conn.execute(
            f"{VOUCHERS} WHERE v.customer_id IN ({theirs}) AND v.to_day >= ? AND {UNUSED} ORDER BY v.to_day, v.id",
            (day,),
        )
        return [Voucher(*row) for row in rows]

    def held(self, customer_id: int, day: int, name: str) -> Voucher | None:
        """The voucher of that name that somebody can still use."""
        return next((one for one in self.of(customer_id, day) if one.name == name), None)

    def running_out(self, day: int, until: int) -> list[Voucher]:
        """Unused vouchers of somebody whose last day is from a day up to another."""
        rows = self.shop.conn.execute(
            f"{VOUCHERS} WHERE v.customer_id IS NOT NULL AND v.from_day <= ?1 AND v.to_day BETWEEN ?1 AND ?2 "
            f"AND {UNUSED} ORDER BY v.to_day, v.id",
            (day, until),
        )
        return [Voucher(*row) for row in rows]

    def known(self, text: str) -> Voucher | None:
        """The voucher whose code a text is, however it is typed; None where it is none."""
        if not is_code(text):
            return None
        row = self.shop.conn.execute(f"{VOUCHERS} WHERE v.code = ?", (written(text),)).fetchone()
        return Voucher(*row) if row else None

    def by_code(self, code: str) -> Voucher:
        """The voucher of a code, however it is typed; Refused where there is none."""
        voucher = self.known(code)
        if voucher is None:
            raise Refused("unknown_voucher", voucher=tidy(code))
        return voucher

    def by_number(self, voucher_id: int) -> Voucher:
        """One voucher; Refused where there is none of that number."""
        row = self.shop.conn.execute(f"{VOUCHERS} WHERE v.id = ?", (voucher_id,)).fetchone()
        if row is None:
            raise Refused("unknown_voucher", voucher=voucher_id)
        return Voucher(*row)

    def come_back(self) -> Offer:
        """The shop's ready voucher; Refused where it isn't in the shop's money."""
        settings = self.shop.settings
        try:
            return read_offer(settings.come_back, settings.currency)
        except ValueError:
            raise Refused("bad_setting", key="come_back", value=settings.come_back, expects=EXPECTS_OFFER) from None

    def check(self, voucher: Voucher, day: int) -> None:
        """Refused where a voucher can't be used on a day, or was used."""
        if not voucher.good_on(day):
            since, until = iso(voucher.from_day), iso(voucher.to_day)
            raise Refused("voucher_not_today", voucher=printed(voucher.code), since=since, until=until)
        if not self.shop.conn.execute(f"SELECT {UNUSED} FROM vouchers v WHERE v.id = ?", (voucher.id,)).fetchone()[0]:
            raise Refused("voucher_used", voucher=printed(voucher.code))

    def give(self, now: Moment, customer_ids: list[int], offer: Offer, name: str) -> list[Voucher]:
        """A voucher for each, good from tomorrow; one act."""
        with self.shop.act("voucher", now) as act:
            return [
                insert(self.shop.conn, act, now.day, self.shop.customers.get(who).id, offer, name)
                for who in customer_ids
            ]

    def ask_back(self, now: Moment, customer_id: int, name: str) -> Voucher:
        """The shop's ready voucher for somebody: the one of that name that they hold, else a new one."""
        held = self.held(customer_id, now.day, name)
        return held or self.give(now, [customer_id], self.come_back(), name)[0]

    def use(self, act: int, day: int, voucher_id: int, customer_id: int, receipt_id: int | None) -> Voucher:
        """Use a voucher inside the open act; Refused where its day isn't, it is somebody else's, or it was used."""
        voucher = self.by_number(voucher_id)
        self.check(voucher, day)
        if voucher.customer_id is not None and self.shop.customers.get(voucher.customer_id).id != customer_id:
            raise Refused("voucher_of_another", voucher=printed(voucher.code))
        try:
            self.shop.conn.execute(
                "INSERT INTO voucher_uses(act_id, voucher_id, receipt_id, day) VALUES (?, ?, ?, ?)",
                (act, voucher.id, receipt_id, day),
            )
        except sqlite3.IntegrityError:
            raise Refused("voucher_used", voucher=printed(voucher.code)) from None
        return voucher

    def used_with(self, receipt_id: int) -> int | None:
        """The voucher that was used with a sale."""
        query = "SELECT voucher_id FROM voucher_uses WHERE receipt_id = ?"
        row = self.shop.conn.execute(query, (receipt_id,)).fetchone()
        return row[0] if row else None

    def withdraw(self, receipt_id: int) -> str:
        """A sale that goes takes the voucher along that it brought, inside the open act; its code. Refused once that
        was used."""
        query = f"SELECT id, code, {UNUSED} FROM vouchers v WHERE receipt_id = ?"
        row = self.shop.conn.execute(query, (receipt_id,)).fetchone()
        if row is None:
            return ""
        if not row[2]:
            raise Refused("voucher_used", voucher=printed(row[1]))
        self.shop.conn.execute("DELETE FROM vouchers WHERE id = ?", (row[0],))
        return str(row[1])

    def let_go(self, receipt_id: int) -> bool:
        """A sale that the till has voided gives its voucher back and takes along the one it brought, inside the open
        act; whether that was used already and so stays."""
        self.free(receipt_id)
        self.shop.conn.execute(f"DELETE FROM vouchers AS v WHERE v.receipt_id = ? AND {UNUSED}", (receipt_id,))
        used = self.shop.conn.execute("UPDATE vouchers SET receipt_id = NULL WHERE receipt_id = ?", (receipt_id,))
        return used.rowcount > 0

    def free(self, receipt_id: int) -> None:
        """A sale that goes gives its voucher back, inside the open act."""
        self.shop.conn.execute("DELETE FROM voucher_uses WHERE receipt_id = ?", (receipt_id,))


def insert(
    conn: sqlite3.Connection,
    act: int,
    day: int,
    customer_id: int,
    offer: Offer,
    name: str,
    receipt_id: int | None = None,
    code: str = "",
) -> Voucher:
    """One voucher, good from the day after, inside the open act; `receipt_id`: the sale it was bought with."""
    code = code or "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    values = (code, tidy(name), offer.kind, offer.worth)
    row = conn.execute(
        "INSERT INTO vouchers(act_id, receipt_id, customer_id, code, name, kind, worth, from_day, to_day) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (act, receipt_id, customer_id, *values, day + 1, day + offer.days),
    ).fetchone()
    return Voucher(row[0], *values, day + 1, day + offer.days, customer_id)


def bought(reward: Reward, points: int) -> Offer:
    """The voucher that points are given for: credit for the next purchase."""
    return Offer("money", reward.worth_of(points), reward.days or 0)
