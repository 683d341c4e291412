"""Who is in the programme: a choice of each, which the till's files don't make for anybody."""

from typing import TYPE_CHECKING

from loyaltui.core.bonus import WELCOME
from loyaltui.core.lots import NEVER
from loyaltui.core.moment import Moment
from loyaltui.core.rule import rule_on
from loyaltui.store.lapses import lapse
from loyaltui.store.ledger import LEFT
from loyaltui.store.spending import insert_lot

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


class Members:
    """Joining and leaving the programme of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def joined(self, customer_id: int) -> int | None:
        """The first day whose sales earn for somebody, 0: from the beginning; None where they aren't in."""
        query = f"SELECT min(joined) FROM customers WHERE id IN ({self.shop.customers.family(customer_id)})"
        day: int | None = self.shop.conn.execute(query).fetchone()[0]
        return None if day == NEVER else day

    def join(self, now: Moment, customer_ids: list[int]) -> int:
        """Sales of these people earn from today on, and each is welcomed once; how many weren't in yet. One act."""
        new = [who for who in customer_ids if self.joined(who) is None]
        if new:
            with self.shop.act("join", now) as act:
                for customer_id in new:
                    self.enter(act, now, customer_id)
        return len(new)

    def enter(self, act: int, now: Moment, customer_id: int) -> None:
        """One person joins inside the open act."""
        who = self.shop.customers.get(customer_id).id
        self.shop.conn.execute("UPDATE customers SET joined = ? WHERE id = ?", (now.day, who))
        rule = rule_on(self.shop.programme.rules(), now.day)
        if rule and rule.welcome and not self._welcomed(who):
            lapse(self.shop, act, now.day, who)
            insert_lot(self.shop.conn, act, now.day, "bonus", who, rule.welcome, rule.expires(now.day), WELCOME)

    def leave(self, now: Moment, customer_id: int) -> None:
        """Somebody's sales earn no more; the points they have stay theirs."""
        with self.shop.act("leave", now):
            theirs = self.shop.customers.family(customer_id)
            self.shop.conn.execute(f"UPDATE customers SET joined = ? WHERE id IN ({theirs})", (NEVER,))

    def _welcomed(self, customer_id: int) -> bool:
        query = (
            f"SELECT 1 FROM movements e WHERE e.customer_id IN ({self.shop.customers.family(customer_id)}) "
            f"AND e.kind = 'bonus' AND e.reason = ? AND e.points + {LEFT.format('points')} <> 0"
        )
        return self.shop.conn.execute(query, (WELCOME,)).fetchone() is not None
