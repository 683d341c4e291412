"""The promise book: what was promised, to whom, by when; and the owner's own dates."""

from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment
from loyaltui.core.promise import Kind, Promise
from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy
from loyaltui.store.notes import LONGEST

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

NAME = "CASE k.name WHEN '' THEN coalesce(nullif(k.card, ''), nullif(k.phone, ''), k.email) ELSE k.name END"
PROMISES = f"""
SELECT p.id, k.id, {NAME}, p.kind, p.text, p.day, p.due, CASE WHEN p.kept <= :day THEN p.kept END FROM promises p
JOIN customers c ON c.id = p.customer_id JOIN customers k ON k.id = coalesce(c.root, c.id) WHERE p.day <= :day
"""
OPEN = "AND (p.kept IS NULL OR p.kept > :day)"


class Promises:
    """The promises of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def give(self, now: Moment, customer_id: int, text: str, due: int, kind: Kind = "promise") -> int:
        """Keep what was promised to somebody by a day (or a date of one's own); the act's id. Refused where nothing is
        said, or the day has been."""
        text = tidy(text)[:LONGEST]
        if not text:
            raise Refused("empty_note")
        if due < now.day:
            raise Refused("past_date", text=text)
        with self.shop.act("promise", now) as act:
            self.shop.customers.get(customer_id)
            self.shop.conn.execute(
                "INSERT INTO promises(act_id, customer_id, kind, day, text, due) VALUES (?, ?, ?, ?, ?, ?)",
                (act, customer_id, kind, now.day, text, due),
            )
        return act

    def keep(self, now: Moment, promise_id: int) -> int:
        """A promise has been kept; the act's id. Refused where none is open under that number."""
        with self.shop.act("kept", now) as act:
            self.mark_kept(now.day, promise_id)
        return act

    def mark_kept(self, day: int, promise_id: int) -> None:
        """The same inside the open act."""
        changed = "UPDATE promises SET kept = ? WHERE id = ? AND kept IS NULL"
        if not self.shop.conn.execute(changed, (day, promise_id)).rowcount:
            raise Refused("promise_gone")

    def open(self, day: int) -> list[Promise]:
        """All that is open on a day, what is due first first."""
        rows = self.shop.conn.execute(f"{PROMISES} {OPEN} ORDER BY p.due, p.id", {"day": day})
        return [Promise(*row) for row in rows]

    def of(self, customer_id: int, day: int) -> list[Promise]:
        """What was promised to one person and is open on a day, what is due first first."""
        theirs = self.shop.customers.family(customer_id)
        query = f"{PROMISES} {OPEN} AND p.customer_id IN ({theirs}) ORDER BY p.due, p.id"
        return [Promise(*row) for row in self.shop.conn.execute(query, {"day": day})]

    def kept_lately(self, day: int, most: int = 20) -> list[Promise]:
        """What was kept, the latest first."""
        query = f"{PROMISES} AND p.kept <= :day ORDER BY p.kept DESC, p.id DESC LIMIT :most"
        return [Promise(*row) for row in self.shop.conn.execute(query, {"day": day, "most": most})]
