"""What only the owner can tell: are these two receipts one sale, are these two customers one person?"""

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.customer import Customer
from loyaltui.core.moment import Moment
from loyaltui.core.outcome import DayLine
from loyaltui.core.refused import Refused
from loyaltui.core.text import fold

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


class SameSale(NamedTuple):
    """A visit ticked at the counter and a till's receipt that may be the same."""

    id: int
    visit: DayLine
    sale: DayLine


class SamePerson(NamedTuple):
    """Two customers who may be one person, and what they share: "phone", "email" or "name"."""

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
        """The pairs of customers to look at: the same phone, e-mail, or name with nothing that tells them apart."""
        said = set(self.shop.conn.execute("SELECT one, other FROM questions WHERE kind = 'person'"))
        known = self.shop.customers.everyone()
        found: dict[tuple[int, int], SamePerson] = {}
        for shared, key in (("phone", phone_of), ("email", email_of), ("name", name_of)):
            groups: dict[str, list[Customer]] = defaultdict(list)
            for customer in known:
                groups[key(customer)].append(customer)
            groups.pop("", None)
            for group in groups.values():
                for one, other in pairwise(group):
                    if (one.id, other.id) not in said and (shared != "name" or self._could_be_one(one, other)):
                        found.setdefault((one.id, other.id), SamePerson(one, other, shared))
        return list(found.values())[:most]

    def _could_be_one(self, one: Customer, other: Customer) -> bool:
        """Whether nothing but chance would give two people one name: no phone, e-mail, card or till's id of both."""
        both = ((one.phone, other.phone), (one.email, other.email), (one.card, other.card))
        if any(mine and theirs for mine, theirs in both):
            return False
        ids = self.shop.customers.external_ids
        return not ids(one.id).keys() & ids(other.id).keys()

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
        conn, receipts = self.shop.conn, self.shop.receipts
        reward = receipts.unbook(act, now, visit)
        receipts.unbook(act, now, sale)
        conn.execute("UPDATE lines SET receipt_id = ? WHERE receipt_id = ?", (visit, sale))
        tills = conn.execute(
            "DELETE FROM receipts WHERE id = ? RETURNING amount, tax, discount, staff_id, source, ref", (sale,)
        ).fetchone()
        conn.execute(
            "UPDATE receipts SET amount = ?, tax = ?, discount = ?, staff_id = ?, source = ?, ref = ? WHERE id = ?",
            (*tills, visit),
        )
        conn.execute("INSERT INTO meetings(act_id, receipt_id) VALUES (?, ?)", (act, visit))
        receipts.book(act, visit, reward)

    def answer_person(self, now: Moment, pair: SamePerson, same: bool) -> None:
        """One person: merged, the first kept. Two: not asked again."""
        if same:
            self.shop.customers.merge(now, pair.one.id, pair.other.id)
            return
        with self.shop.act("answer", now) as act:
            self.shop.conn.execute(
                "INSERT INTO questions(act_id, kind, one, other, answer) VALUES (?, 'person', ?, ?, 0)",
                (act, pair.one.id, pair.other.id),
            )


def phone_of(customer: Customer) -> str:
    return customer.phone


def email_of(customer: Customer) -> str:
    return customer.email.lower()


def name_of(customer: Customer) -> str:
    return fold(customer.name)
