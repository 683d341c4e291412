"""The points ledger, read: every balance is a sum, what has lapsed is derived, and reading writes nothing."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from loyaltui.core.lots import Lot, Movement, balance, lapsed, lapsing_next, lots

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

LEFT = "coalesce((SELECT sum(r.{0}) FROM movements r WHERE r.reverses = e.id), 0)"
STANDS = "(e.points + {points}, e.crumbs + {crumbs}, e.paid + {paid}) <> (0, 0, 0)".format(
    **{name: LEFT.format(name) for name in ("points", "crumbs", "paid")}
)
MOVEMENTS = "SELECT id, kind, points, lot, expires FROM movements WHERE customer_id IN ({0})"
# whoever has lots whose last day is past, and something left in them
PAST = """
SELECT DISTINCT e.customer_id FROM movements e WHERE e.expires < ?
    AND e.points + coalesce((SELECT sum(m.points) FROM movements m WHERE m.lot = e.id), 0) > 0
"""


class Ledger:
    """The points of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def balance(self, customer_id: int, day: int) -> int:
        """Somebody's points, as they stand on a day."""
        return balance(self.lots(customer_id), day)

    def balances(self, day: int) -> dict[int, int]:
        """Everybody's points on a day, where there are any movements."""
        rows = self.shop.conn.execute("SELECT customer_id, sum(points) FROM movements GROUP BY customer_id").fetchall()
        roots, points = self.shop.customers.roots(), Counter[int]()
        for customer_id, sum_of_points in rows:
            points[roots.get(customer_id, customer_id)] += sum_of_points
        past = {roots.get(number, number) for (number,) in self.shop.conn.execute(PAST, (day,))}
        for customer_id in past:
            points[customer_id] -= sum(lot.left for lot in lapsed(self.lots(customer_id), day))
        return dict(points)

    def lots(self, customer_id: int) -> list[Lot]:
        """What is left of each of somebody's lots, in the order it will be spent."""
        theirs = self.shop.customers.family(customer_id)
        return lots(Movement(*row) for row in self.shop.conn.execute(MOVEMENTS.format(theirs)))

    def lapsing_next(self, customer_id: int, day: int) -> Lot | None:
        """The points of somebody that lapse next; None where none do."""
        return lapsing_next(self.lots(customer_id), day)

    def all_lapsing(self, day: int, until: int) -> dict[int, Lot]:
        """Whose points lapse from a day up to another, and the next of them."""
        roots, lapsing = self.shop.customers.roots(), defaultdict[int, Lot]()
        query = "SELECT DISTINCT customer_id FROM movements WHERE expires BETWEEN ? AND ?"
        for (number,) in self.shop.conn.execute(query, (day, until)).fetchall():
            found = self.lapsing_next(roots.get(number, number), day)
            if found and found.expires is not None and found.expires <= until:
                lapsing[roots.get(number, number)] = found
        return dict(lapsing)

    def of_day(self, day: int) -> int:
        """Points given on a day, taken-back ones off."""
        query = (
            "SELECT coalesce(sum(points), 0) FROM movements WHERE day = ? AND kind NOT IN ('redeem', 'expire') "
            "AND reward_id IS NULL"
        )
        return int(self.shop.conn.execute(query, (day,)).fetchone()[0])

    def earning_from(self) -> int | None:
        """The first day whose sales earn; None before the first rule."""
        rules = self.shop.programme.rules()
        if not rules:
            return None
        return 0 if self.shop.settings.history_points == "yes" else rules[0].from_day

    def last(self) -> int:
        """The number of the newest movement, 0 where there is none."""
        return int(self.shop.conn.execute("SELECT coalesce(max(id), 0) FROM movements").fetchone()[0])

    def moved(self, since: int) -> int:
        """What the movements after one come to; what had lapsed before all of them is no part of it."""
        lapses = "kind = 'expire' AND receipt_id IS NULL"
        query = f"SELECT coalesce(sum(points), 0) FROM movements WHERE id > ? AND NOT ({lapses})"
        return int(self.shop.conn.execute(query, (since,)).fetchone()[0])

    def has_earned(self, receipt_id: int) -> bool:
        """Whether a receipt has earned, and it was not taken back whole."""
        query = f"SELECT 1 FROM movements e WHERE e.receipt_id = ? AND e.kind = 'earn' AND {STANDS}"
        return self.shop.conn.execute(query, (receipt_id,)).fetchone() is not None

    def refunds_of(self, receipt_id: int) -> list[int]:
        """The refunds, oldest first, that took from what a sale earned, or speak of it, and still stand."""
        rows = self.shop.conn.execute(
            "SELECT DISTINCT receipt_id FROM (SELECT r.receipt_id FROM movements r JOIN movements e ON "
            "e.id = r.reverses "
            "WHERE e.receipt_id = ?1 AND r.receipt_id <> ?1 GROUP BY e.id, r.receipt_id "
            "HAVING (sum(r.points), sum(r.crumbs), sum(r.paid)) <> (0, 0, 0) "
            "UNION ALL SELECT id FROM receipts WHERE of_receipt = ?1) ORDER BY receipt_id",
            (receipt_id,),
        )
        return [row[0] for row in rows]

    def reward_given(self, receipt_id: int) -> tuple[int, int] | None:
        """The reward that was given with a sale and not taken back, and the points spent on it."""
        row = self.shop.conn.execute(
            f"SELECT e.reward_id, -sum(e.points) FROM movements e WHERE e.receipt_id = ? AND e.kind = 'redeem' "
            f"AND e.points + {LEFT.format('points')} <> 0 GROUP BY e.reward_id LIMIT 1",
            (receipt_id,),
        ).fetchone()
        return (row[0], row[1]) if row else None
