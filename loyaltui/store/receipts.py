"""Visits, refunds and rewards as they happen at the counter, and a day's lines with what can be put right."""

from dataclasses import replace
from statistics import median_low
from typing import TYPE_CHECKING

from loyaltui.core.matching import Visit
from loyaltui.core.moment import Moment
from loyaltui.core.money import check_amount, plain_amount
from loyaltui.core.outcome import DayLine, Logged
from loyaltui.core.refused import Refused
from loyaltui.core.reward import NOT_ANYTHING, Given
from loyaltui.store.giving import Booked, book, give, unbook, unearn
from loyaltui.store.meeting import ask, claim, meet

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

RECENT = 20  # visits that say what is usual for somebody
LINES = """
SELECT r.id, r.kind, r.day, r.second, r.amount, k.id, coalesce(k.name, ''),
    coalesce((SELECT sum(m.points) FROM movements m WHERE m.receipt_id = r.id AND m.customer_id = r.customer_id), 0),
    r.act_id, coalesce((SELECT w.name FROM movements m JOIN rewards w ON w.id = m.reward_id WHERE m.receipt_id = r.id
        AND m.kind = 'redeem' AND NOT EXISTS (SELECT 1 FROM movements b WHERE b.reverses = m.id) LIMIT 1), '')
FROM receipts r LEFT JOIN customers c ON c.id = r.customer_id LEFT JOIN customers k ON k.id = coalesce(c.root, c.id)
"""


class Receipts:
    """The receipts of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def log(
        self, now: Moment, customer_id: int, amount: int | None, given: Given = NOT_ANYTHING, asked: str = ""
    ) -> Logged:
        """A visit, perhaps with something given; `amount` None: the till will say. Sale, reward and points: one act.
        `asked`: the question that stood on their card."""
        check_amount(amount)
        with self.shop.act("visit", now) as act:
            name = self.shop.customers.get(customer_id).called
            met = meet(self.shop, Visit(0, customer_id, now.day, now.second, amount))
            if met.sale:
                receipt_id, amount = met.sale.id, met.sale.amount
                claim(self.shop, act, met.sale, customer_id)
            else:
                receipt_id = self._insert(act, now, customer_id, "sale", amount)
            if met.doubtful:
                ask(self.shop, act, receipt_id, met.doubtful.id)
            booked = book(self.shop, act, now, receipt_id, given)
            if asked:
                self.shop.answers.ask(act, now.day, customer_id, asked)
            done = self._logged(act, now, receipt_id, customer_id, name, amount, booked)
            return replace(done, met=met.sale is not None)

    def refund(self, now: Moment, customer_id: int, amount: int, of_receipt: int | None = None) -> Logged:
        """Money given back to somebody, `amount` above zero: of one sale, whole or in part, or else of whatever; then
        their latest earns up to now give points back."""
        check_amount(amount)
        if amount == 0:
            raise Refused("nothing_to_refund")
        with self.shop.act("refund", now) as act:
            customer = self.shop.customers.get(customer_id)
            if of_receipt is not None:
                self._refundable(of_receipt, customer.id, amount)
            receipt_id = self._insert(act, now, customer.id, "refund", -amount, of_receipt)
            booked = book(self.shop, act, now, receipt_id)
            return self._logged(act, now, receipt_id, customer.id, customer.called, -amount, booked)

    def left(self, sale_id: int) -> int:
        """What of a sale hasn't been given back yet, in minor units."""
        query = (
            "SELECT coalesce(r.amount, 0) + (SELECT coalesce(sum(b.amount), 0) FROM receipts b "
            "WHERE b.of_receipt = r.id) FROM receipts r WHERE r.id = ? AND r.kind = 'sale'"
        )
        row = self.shop.conn.execute(query, (sale_id,)).fetchone()
        if row is None:
            raise Refused("line_gone")
        return int(row[0])

    def _refundable(self, sale_id: int, customer_id: int, amount: int) -> None:
        """Refused where this sale isn't this person's, or there isn't so much left of it."""
        left = self.left(sale_id)
        if self.line(sale_id).customer_id != customer_id:
            raise Refused("line_gone")
        if amount > left:
            currency = self.shop.settings.currency
            given, left_of_it = plain_amount(amount, currency), plain_amount(left, currency)
            raise Refused("more_than_sale", amount=given, left=left_of_it)

    def _within_its_sale(self, receipt_id: int) -> None:
        """Refused where a refund of a sale is more than that sale, or somebody else's."""
        row = self.shop.conn.execute(
            "SELECT s.amount + (SELECT sum(b.amount) FROM receipts b WHERE b.of_receipt = s.id), r.amount, "
            "s.customer_id, r.customer_id FROM receipts r JOIN receipts s ON s.id = r.of_receipt WHERE r.id = ?",
            (receipt_id,),
        ).fetchone()
        if row and row[0] < 0:
            raise Refused("more_than_sale", amount=-row[1], left=row[0] - row[1])
        if row and self.shop.customers.get(row[2]).id != self.shop.customers.get(row[3]).id:
            raise Refused("refund_of_another")

    def redeem(self, now: Moment, customer_id: int, given: Given) -> Logged:
        """Something given without a visit being logged."""
        with self.shop.act("reward given", now) as act:
            name = self.shop.customers.get(customer_id).called
            return self._logged(
                act, now, None, customer_id, name, None, give(self.shop, act, now, customer_id, None, given)
            )

    def _logged(
        self, act: int, now: Moment, receipt: int | None, who: int, name: str, amount: int | None, booked: Booked
    ) -> Logged:
        balance, joined = self.shop.points.balance(who, now.day), self.shop.members.joined(who)
        day = now.day if receipt is None else self.line(receipt).day
        earned, spent, reward, voucher, issued = booked
        return Logged(
            act,
            receipt,
            who,
            name,
            amount,
            earned,
            balance,
            reward,
            spent=spent,
            voucher=voucher,
            issued=issued,
            outside=joined is None or joined > day,
        )

    def _insert(
        self, act: int, now: Moment, customer_id: int, kind: str, amount: int | None, of_receipt: int | None = None
    ) -> int:
        cursor = self.shop.conn.execute(
            "INSERT INTO receipts(act_id, customer_id, kind, day, second, amount, of_receipt) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (act, customer_id, kind, now.day, now.second, amount, of_receipt),
        )
        return int(cursor.lastrowid or 0)

    def line(self, receipt_id: int) -> DayLine:
        """One receipt; Refused where it is gone."""
        found = self._lines("r.id = ?", receipt_id)
        if not found:
            raise Refused("line_gone")
        return found[0]

    def of_day(self, day: int) -> list[DayLine]:
        """A day's lines, newest first."""
        return self._lines("r.day = ? ORDER BY r.second DESC, r.id DESC", day)

    def history(self, customer_id: int, day: int, limit: int) -> list[DayLine]:
        """Somebody's receipts up to a day, newest first."""
        theirs = self.shop.customers.family(customer_id)
        where = f"r.customer_id IN ({theirs}) AND r.day <= ? ORDER BY r.day DESC, r.second DESC, r.id DESC LIMIT ?"
        return self._lines(where, day, limit)

    def _lines(self, where: str, *values: int) -> list[DayLine]:
        rows = self.shop.conn.execute(f"{LINES} WHERE {where}", values)
        return [DayLine(*row) for row in rows]

    def visits_on(self, day: int) -> int:
        """How many visits by somebody a day had."""
        query = "SELECT count(*) FROM receipts WHERE day = ? AND kind = 'sale' AND customer_id IS NOT NULL"
        return int(self.shop.conn.execute(query, (day,)).fetchone()[0])

    def times_on(self, day: int) -> list[int]:
        """When the visits of a day were, in seconds of the day, where it is known."""
        query = "SELECT second FROM receipts WHERE day = ? AND kind = 'sale' AND second IS NOT NULL"
        return [row[0] for row in self.shop.conn.execute(query, (day,))]

    def first_sale(self, customer_id: int, after: int, until: int) -> int | None:
        """The first day on which somebody bought, later than one day and up to another; None where they didn't."""
        theirs = self.shop.customers.family(customer_id)
        query = (
            f"SELECT min(day) FROM receipts WHERE customer_id IN ({theirs}) AND kind = 'sale' AND day > ? AND day <= ?"
        )
        day: int | None = self.shop.conn.execute(query, (after, until)).fetchone()[0]
        return day

    def usual_amount(self, customer_id: int) -> int | None:
        """What somebody usually pays: the median of the last visits that had an amount."""
        rows = self.shop.conn.execute(
            f"SELECT amount FROM receipts WHERE customer_id IN ({self.shop.customers.family(customer_id)}) "
            "AND kind = 'sale' AND amount > 0 ORDER BY day DESC, second DESC LIMIT ?",
            (RECENT,),
        )
        amounts = [row[0] for row in rows]
        return median_low(amounts) if len(amounts) >= 3 else None

    def typical_amount(self) -> int | None:
        """What anybody usually pays here: the median of the shop's last sales that had an amount."""
        rows = self.shop.conn.execute(
            "SELECT amount FROM receipts WHERE kind = 'sale' AND amount > 0 ORDER BY day DESC, second DESC LIMIT 200"
        )
        amounts = [row[0] for row in rows]
        return median_low(amounts) if len(amounts) >= 20 else None

    def usual_items(self, customer_id: int) -> list[str]:
        """What somebody usually takes: at most two items that are in a third of their last visits."""
        theirs = f"customer_id IN ({self.shop.customers.family(customer_id)}) AND kind = 'sale'"
        rows = self.shop.conn.execute(
            f"SELECT i.name FROM (SELECT id FROM receipts WHERE {theirs} ORDER BY day DESC, second DESC LIMIT ?1) r "
            "JOIN lines l ON l.receipt_id = r.id JOIN items i ON i.id = l.item_id "
            "GROUP BY i.id HAVING count(DISTINCT r.id) >= 3 AND count(DISTINCT r.id) * 3 >= "
            f"(SELECT min(?1, count(*)) FROM receipts WHERE {theirs}) "
            "ORDER BY count(DISTINCT r.id) DESC, i.name LIMIT 2",
            (RECENT,),
        )
        return [row[0] for row in rows]

    def categories(self, customer_id: int, day: int) -> dict[str, int]:
        """In how many visits up to a day somebody took something of each category, most often first."""
        theirs = self.shop.customers.family(customer_id)
        rows = self.shop.conn.execute(
            "SELECT i.category, count(DISTINCT r.id) AS visits FROM receipts r JOIN lines l ON l.receipt_id = r.id "
            f"JOIN items i ON i.id = l.item_id WHERE r.customer_id IN ({theirs}) AND r.kind = 'sale' AND r.day <= ? "
            "AND i.category <> '' GROUP BY i.category ORDER BY visits DESC, i.category",
            (day,),
        )
        return dict(rows.fetchall())

    def move(self, now: Moment, receipt_id: int, customer_id: int) -> Logged:
        """Give a line to another person: its points go with it, and what was given with it."""
        with self.shop.act("move", now) as act:
            given = unbook(self.shop, act, now, receipt_id)
            name = self.shop.customers.get(customer_id).called
            self.shop.conn.execute("UPDATE receipts SET customer_id = ? WHERE id = ?", (customer_id, receipt_id))
            self._within_its_sale(receipt_id)
            booked = book(self.shop, act, now, receipt_id, given)
            return self._logged(act, now, receipt_id, customer_id, name, self._amount(receipt_id), booked)

    def change(self, now: Moment, receipt_id: int, amount: int) -> Logged:
        """Put right a line's amount; what it earned goes back and it earns anew. A till's own line is refused."""
        check_amount(amount)
        with self.shop.act("change", now) as act:
            self._ours(receipt_id)
            earned = unearn(self.shop, act, now, receipt_id)
            row = self.shop.conn.execute(
                "UPDATE receipts SET amount = CASE kind WHEN 'refund' THEN -?1 ELSE ?1 END WHERE id = ?2 "
                "RETURNING customer_id, amount",
                (amount, receipt_id),
            ).fetchone()
            self._within_its_sale(receipt_id)
            booked = book(self.shop, act, now, receipt_id, again=earned)
            name = self.shop.customers.get(row[0]).name if row[0] else ""
            return self._logged(act, now, receipt_id, row[0], name, row[1], booked)

    def delete(self, now: Moment, receipt_id: int) -> int:
        """Take a line out of the day, its points back; the act. A till's own line is refused: it would come again."""
        with self.shop.act("delete", now) as act:
            self._ours(receipt_id)
            unbook(self.shop, act, now, receipt_id)
            self.shop.conn.execute("DELETE FROM lines WHERE receipt_id = ?", (receipt_id,))
            self.shop.conn.execute("DELETE FROM questions WHERE kind = 'sale' AND ? IN (one, other)", (receipt_id,))
            self.shop.conn.execute("DELETE FROM receipts WHERE id = ?", (receipt_id,))
        return act

    def _ours(self, receipt_id: int) -> None:
        if self.shop.conn.execute("SELECT 1 FROM receipts WHERE id = ? AND ref IS NOT NULL", (receipt_id,)).fetchone():
            raise Refused("from_the_till")

    def _amount(self, receipt_id: int) -> int | None:
        amount: int | None = self.shop.conn.execute(
            "SELECT amount FROM receipts WHERE id = ?", (receipt_id,)
        ).fetchone()[0]
        return amount
