"""What happened to the shop, so that one can see later who stayed."""

from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment, iso
from loyaltui.core.refused import Refused
from loyaltui.core.stress import KINDS, Event, Kind
from loyaltui.core.text import tidy
from loyaltui.store.notes import LONGEST

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


class Events:
    """The events of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def log(self, now: Moment, day: int, kind: Kind, text: str = "", staff: int | None = None) -> int:
        """Keep what happened on a day that has been; the act's id. Own words need some; Refused else."""
        text = tidy(text)[:LONGEST]
        if kind not in KINDS:
            raise Refused("unknown_event", kind=kind, kinds=", ".join(KINDS))
        if kind == "other" and not text:
            raise Refused("empty_note")
        if day > now.day:
            raise Refused("future_date", text=iso(day))
        with self.shop.act("event", now) as act:
            self.shop.conn.execute(
                "INSERT INTO events(act_id, day, kind, text, staff_id) VALUES (?, ?, ?, ?, ?)",
                (act, day, kind, text, self.shop.answers.served(staff) if staff else None),
            )
        return act

    def withdraw(self, now: Moment, event_id: int) -> int:
        """Take an event out; the act's id."""
        with self.shop.act("withdraw", now) as act:
            if not self.shop.conn.execute("DELETE FROM events WHERE id = ?", (event_id,)).rowcount:
                raise Refused("event_gone")
        return act

    def until(self, day: int) -> list[Event]:
        """What has happened up to a day, newest first."""
        rows = self.shop.conn.execute(
            "SELECT id, day, kind, text, staff_id FROM events WHERE day <= ? ORDER BY day DESC, id DESC", (day,)
        )
        return [Event(*row) for row in rows]
