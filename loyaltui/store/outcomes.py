"""What came of a contact: done, no answer, put off, don't contact again. It stays with the person."""

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from loyaltui.core.moment import Moment
from loyaltui.core.outreach import Contact
from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy
from loyaltui.store import complaints
from loyaltui.store.customers import CHANNELS, insert_consent

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

Kind = Literal["done", "no_answer", "put_off", "never"]
KINDS: tuple[Kind, ...] = get_args(Kind)
WAITS = {"no_answer": 3, "put_off": 7}  # days until they may be listed again
LONGEST = 500  # characters of the words that were sent


class Outcome(NamedTuple):
    """What came of one contact, on a day. `until`: not listed before that day."""

    customer_id: int
    day: int
    kind: Kind
    channel: str
    text: str
    until: int | None


class Outcomes:
    """The outcomes of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def note(
        self, now: Moment, customer_id: int, kind: Kind, contact: Contact | None = None, text: str = "", days: int = 0
    ) -> int:
        """Keep what came of a contact (of the day's list, where it is from there); the act's id. `days`: put off for so
        many, not the usual.

        Done also settles what it was about: the promise or date is kept, the apology made. Never is a no to every way.
        """
        if kind not in KINDS:
            raise Refused("unknown_outcome", kind=kind, kinds=", ".join(KINDS))
        wait = days or WAITS.get(kind, 0)
        with self.shop.act("contact", now) as act:
            known = self.shop.customers.get(customer_id).id
            self.shop.conn.execute(
                "INSERT INTO outcomes(act_id, customer_id, contact_id, day, kind, channel, text, until) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(act, known, contact.id if contact else None, now.day, kind, contact.channel if contact else ""),
                    *(tidy(text)[:LONGEST], now.day + wait if wait else None),
                ),
            )
            if kind == "never":
                for channel in CHANNELS:
                    insert_consent(self.shop.conn, act, known, channel, False, now.day, "don't contact again")
            if kind == "done" and contact:
                self._settle(act, now, contact)
        return act

    def _settle(self, act: int, now: Moment, contact: Contact) -> None:
        """What the contact was about is done with it, inside the open act."""
        customer = self.shop.customers.get(contact.customer_id).id
        if contact.reason == "complaint":
            answers = self.shop.answers.of(customer, now.day)
            for one in complaints.of(self.shop, customer, answers, now.day):
                if one.stage == "open":
                    complaints.insert_apology(self.shop, act, now.day, one.id)
        kind = {"promise": "promise", "own_date": "date"}.get(contact.reason)
        for promise in self.shop.promises.of(customer, now.day):
            if promise.kind == kind and (promise.text, promise.due) == (contact.about, contact.due):
                self.shop.promises.mark_kept(now.day, promise.id)

    def of(self, customer_id: int, day: int) -> list[Outcome]:
        """What came of every contact with one person up to a day, newest first."""
        theirs = self.shop.customers.family(customer_id)
        rows = self.shop.conn.execute(
            f"SELECT customer_id, day, kind, channel, text, until FROM outcomes WHERE customer_id IN ({theirs}) "
            "AND day <= ? ORDER BY day DESC, id DESC",
            (day,),
        )
        return [Outcome(*row) for row in rows]

    def by_contact(self, day: int) -> dict[int, Kind]:
        """The latest outcome of each contact of a day's list, by the contact's number."""
        rows = self.shop.conn.execute(
            "SELECT o.contact_id, o.kind FROM outcomes o JOIN contacts c ON c.id = o.contact_id JOIN contact_lists l "
            "ON l.id = c.list_id WHERE l.day = ? ORDER BY o.id",
            (day,),
        )
        return dict(rows)
