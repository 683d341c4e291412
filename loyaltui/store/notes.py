"""What the owner wants to remember of somebody, in their own words."""

from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.moment import Moment
from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

LONGEST = 500


class Note(NamedTuple):
    """One note and the day it was written."""

    id: int
    day: int
    text: str


class Notes:
    """The notes of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def write(self, now: Moment, customer_id: int, text: str) -> int:
        """Keep a note; the act's id. Refused where there is nothing to keep."""
        text = tidy(text)[:LONGEST]
        if not text:
            raise Refused("empty_note")
        with self.shop.act("note", now) as act:
            self.shop.customers.get(customer_id)
            self.shop.conn.execute(
                "INSERT INTO notes(act_id, customer_id, day, text) VALUES (?, ?, ?, ?)",
                (act, customer_id, now.day, text),
            )
        return act

    def of(self, customer_id: int, day: int) -> list[Note]:
        """What was noted of somebody up to a day, newest first."""
        theirs = self.shop.customers.family(customer_id)
        rows = self.shop.conn.execute(
            f"SELECT id, day, text FROM notes WHERE customer_id IN ({theirs}) AND day <= ? ORDER BY id DESC", (day,)
        )
        return [Note(*row) for row in rows]
