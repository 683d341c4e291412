"""The points ledger, read: every balance is a sum, what has lapsed is derived, and reading writes nothing."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from loyaltui.core.bonus import GIVEN_BACK
from loyaltui.core.lots import Lot, Movement, balance, lapsing_next, lots

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

LEFT = "coalesce((SELECT sum(r.{0}) FROM movements r WHERE r.reverses = e.id), 0)"
STANDS = "(e.points + {points}, e.crumbs + {crumbs}, e.paid + {paid}) <> (0, 0, 0)".format(
    **{name: LEFT.format(name) for name in ("points", "crumbs", "paid")}
)
IN_LOT = "coalesce((SELECT sum(m.points) FROM movements m WHERE m.lot = e.id), 0)"
BALANCES = "SELECT customer_id, sum(points) FROM movements GROUP BY customer_id"
MOVEMENTS = "SELECT id, kind, points, lot, expires FROM movements WHERE customer_id IN ({0})"
# what is left in lots whose last day is past, of each number
PAST = f"""
SELECT customer_id, sum(left) FROM (SELECT e.customer_id, e.points + {IN_LOT} AS left FROM movements e
    WHERE e.expires < ?) WHERE left > 0 GROUP BY customer_id
"""
DEBTS = f"""
SELECT customer_id, sum(left) FROM (SELECT e.customer_id, e.points + {IN_LOT} AS left FROM movements e
    WHERE e.id IN (SELECT lot FROM movements WHERE lot IS NOT NULL)) WHERE left < 0 GROUP BY customer_id
"""
# what is left in lots whose last day is to come, the soonest first
SOON = f"""
SELECT customer_id, expires, sum(left) FROM (SELECT e.customer_id, e.expires, e.points + {IN_LOT} AS left
    FROM movements e WHERE e.expires BETWEEN ? AND ?) WHERE left > 0 GROUP BY expires, customer_id ORDER BY expires
"""


class Ledger:
    """The points of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def balance(self, customer_id: int, day: int) -> int:
        """Somebody's points, as they stand on a day."""
        return balance(self.lots(customer_id), day)

    def balances(self, day: int) -> dict[int, int]:
        """Everybody's points on a day, where there are any movements. What has lapsed is worked out by sums, not lot by
        lot: debts are paid first by what lapses first, so that only what is over is gone."""
        roots = self.shop.customers.roots()
        points, past = self._by_person(BALANCES, roots), self._by_person(PAST, roots, day)
        debts = self._by_person(DEBTS, roots) if past else Counter[int]()
        for who, left in past.items():
            points[who] -= max(0, left + debts[who])
        return dict(points)

    def _by_person(self, query: str, roots: dict[int, int], *values: int) -> Counter[int]:
        """Sums by number as sums by person."""
        sums = Counter[int]()
        for number, points in self.shop.conn.execute(query, values).fetchall():
            sums[roots.get(number, number)] += points
        return sums

    def lots(self, customer_id: int) -> list[Lot]:
        """What is left of each of somebody's lots, in the order it will be spent."""
        theirs = self.shop.customers.family(customer_id)
        return lots(Movement(*row) for row in self.shop.conn.execute(MOVEMENTS.format(theirs)))

    def lapsing_next(self, customer_id: int, day: int) -> Lot | None:
        """The points of somebody that lapse next; None where none do."""
        return lapsing_next(self.lots(customer_id), day)

    def lapsing_soon(self, day: int, until: int) -> dict[int, tuple[int, int]]:
        """Whose points lapse next from a day up to another: how many, and on which day. By sums, as `balances`."""
        roots = self.shop.customers.roots()
        soon: dict[int, dict[int, int]] = defaultdict(dict)
        for number, last, left in self.shop.conn.execute(SOON, (day, until)).fetchall():
            who = roots.get(number, number)
            soon[who][last] = soon[who].get(last, 0) + left
        debts, past = self._by_person(DEBTS, roots), self._by_person(PAST, roots, day)
        found = {}
        for who, days in soon.items():
            debt = max(0, -debts[who] - past[who])
            for last, left in days.items():
                if left > debt:
                    found[who] = (left - debt, last)
                    break
                debt -= left
        return found

    def of_day(self, day: int) -> int:
        """Points given on a day, taken-back ones off, by that day's acts."""
        query = (
            "SELECT coalesce(sum(m.points), 0) FROM acts a JOIN movements m ON m.act = a.id LEFT JOIN movements e "
            "ON e.id = m.reverses WHERE a.day = ?1 AND m.day = ?1 AND coalesce(e.kind, m.kind) IN ('earn', 'bonus', "
            "'adjust') AND coalesce(e.reason, m.reason) <> ?2"
        )
        return int(self.shop.conn.execute(query, (day, GIVEN_BACK)).fetchone()[0])

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
