"""What only the owner can tell: are these two receipts one sale, are these two customers one person?"""

from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.customer import Customer
from loyaltui.core.moment import Moment
from loyaltui.core.outcome import DayLine
from loyaltui.core.refused import Refused
from loyaltui.store import doubles
from loyaltui.store.giving import book, unbook

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


class SameSale(NamedTuple):
    """A visit ticked at the counter and a till's receipt that may be the same."""

    id: int
    visit: DayLine
    sale: DayLine


class SamePerson(NamedTuple):
    """Two customers who may be one person, the older first, and what they share: "phone", "email", "name", or a row of
    a till's "file"."""

    one: Customer
    other: Customer
    shared: str


class Questions:
    """The open questions of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def sales(self) -> list[SameSale]:
        """The pairs of receipts to look at, oldest first."""
        rows = self.shop.conn.execute(
            "SELECT id, one, other FROM questions WHERE kind = 'sale' AND answer IS NULL ORDER BY id"
        ).fetchall()
        line = self.shop.receipts.line
        return [SameSale(number, line(one), line(other)) for number, one, other in rows]

    def people(self, most: int = 50) -> list[SamePerson]:
        """The pairs of customers to look at: those a till's file takes for one, then those with the same phone, e-mail,
        or name with nothing that tells them apart."""
        said = set(
            self.shop.conn.execute("SELECT one, other FROM questions WHERE kind = 'person' AND answer IS NOT NULL")
        )
        found: dict[tuple[int, int], SamePerson] = {}
        for one, other, shared in doubles.likely(self.shop):
            if (one.id, other.id) not in said:
                found.setdefault((one.id, other.id), SamePerson(one, other, shared))
            if len(found) == most:
                break
        return list(found.values())

    def answer_sale(self, now: Moment, question: int, same: bool) -> None:
        """One sale: the name stays the counter's, the rest becomes the till's. Two: both stay."""
        with self.shop.act("answer", now) as act:
            row = self.shop.conn.execute(
                "UPDATE questions SET answer = ? WHERE id = ? AND kind = 'sale' AND answer IS NULL "
                "RETURNING one, other",
                (same, question),
            ).fetchone()
            if row is None:
                raise Refused("line_gone")
            if same:
                self._make_one(act, now, *row)

    def _make_one(self, act: int, now: Moment, visit: int, sale: int) -> None:
        conn = self.shop.conn
        given = unbook(self.shop, act, now, visit)
        unbook(self.shop, act, now, sale)
        conn.execute("UPDATE lines SET receipt_id = ? WHERE receipt_id = ?", (visit, sale))
        tills = conn.execute(
            "DELETE FROM receipts WHERE id = ? RETURNING amount, tax, discount, staff_id, source, ref", (sale,)
        ).fetchone()
        conn.execute(
            "UPDATE receipts SET amount = ?, tax = ?, discount = ?, staff_id = ?, source = ?, ref = ? WHERE id = ?",
            (*tills, visit),
        )
        conn.execute("INSERT INTO meetings(act_id, receipt_id) VALUES (?, ?)", (act, visit))
        book(self.shop, act, now, visit, given)

    def answer_person(self, now: Moment, pair: SamePerson, same: bool) -> None:
        """One person: merged, the first kept. Two: not asked again."""
        if same:
            self.shop.customers.merge(now, pair.one.id, pair.other.id)
            return
        with self.shop.act("answer", now) as act:
            self.shop.conn.execute(
                "INSERT INTO questions(act_id, kind, one, other, answer) VALUES (?, 'person', ?, ?, 0) "
                "ON CONFLICT (kind, one, other) DO UPDATE SET answer = 0",
                (act, pair.one.id, pair.other.id),
            )
