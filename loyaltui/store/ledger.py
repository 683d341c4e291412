"""The points ledger: every booking is a new row, every balance a sum (LEDGER: append-only, reversals mirror)."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.earning import Earn, Earned, Rule, earn, rule_on, take_back
from loyaltui.core.lots import Lot, Movement, lots, spend
from loyaltui.core.outcome import Reward
from loyaltui.store.acts import mirror
from loyaltui.store.connection import Rows, insert

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

BATCH = 5000
EARN = "movements(act, customer_id, receipt_id, day, kind, points, crumbs, rule_id)"
LEFT = "coalesce((SELECT sum(r.{0}) FROM movements r WHERE r.reverses = e.id), 0)"
PROOF = {
    "a balance is not what is left in its lots": (
        "SELECT customer_id FROM movements GROUP BY customer_id HAVING sum(points) <> (SELECT sum(left) FROM (SELECT "
        "sum(points) AS left FROM movements m WHERE m.customer_id = movements.customer_id GROUP BY coalesce(lot, id)))"
    ),
    "a movement names a lot of somebody else": (
        "SELECT m.id FROM movements m JOIN movements l ON l.id = m.lot "
        "WHERE l.kind <> 'earn' OR l.customer_id <> m.customer_id"
    ),
    "more was taken back than was booked": (
        "SELECT e.id FROM movements e JOIN movements r ON r.reverses = e.id GROUP BY e.id "
        "HAVING (e.points + sum(r.points)) * e.points < 0 OR abs(e.points + sum(r.points)) > abs(e.points)"
    ),
    "points are held by nobody": (
        "SELECT customer_id FROM movements WHERE customer_id NOT IN (SELECT id FROM customers) "
        "GROUP BY customer_id HAVING sum(points) <> 0"
    ),
    "points and crumbs are not what was paid": (
        "SELECT e.receipt_id FROM movements e JOIN rules u ON u.id = e.rule_id AND u.per = 'amount' "
        "JOIN receipts r ON r.id = e.receipt_id WHERE e.kind = 'earn' AND e.points * u.size + e.crumbs <> r.amount "
        "AND NOT EXISTS (SELECT 1 FROM movements b WHERE b.reverses = e.id)"
    ),
}


class Booking(NamedTuple):
    """A receipt of somebody, as far as points go. A refund's `amount` is negative."""

    receipt_id: int
    customer_id: int
    kind: str
    day: int
    amount: int | None


class Ledger:
    """The points of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def balance(self, customer_id: int) -> int:
        """Somebody's points now."""
        theirs = self.shop.customers.family(customer_id)
        query = f"SELECT coalesce(sum(points), 0) FROM movements WHERE customer_id IN ({theirs})"
        return int(self.shop.conn.execute(query).fetchone()[0])

    def balances(self) -> dict[int, int]:
        """Everybody's points, where there are any movements."""
        rows = self.shop.conn.execute("SELECT customer_id, sum(points) FROM movements GROUP BY customer_id")
        roots, points = self.shop.customers.roots(), Counter[int]()
        for customer_id, sum_of_points in rows:
            points[roots.get(customer_id, customer_id)] += sum_of_points
        return dict(points)

    def lots(self, customer_id: int) -> list[Lot]:
        """What is left of each of somebody's earns, in the order it will be spent."""
        theirs = self.shop.customers.family(customer_id)
        rows = self.shop.conn.execute(f"SELECT id, kind, points, lot FROM movements WHERE customer_id IN ({theirs})")
        return lots(Movement(*row) for row in rows)

    def of_day(self, day: int) -> int:
        """Points given on a day, taken-back ones off."""
        query = (
            "SELECT coalesce(sum(points), 0) FROM movements WHERE day = ? AND kind <> 'redeem' AND reward_id IS NULL"
        )
        return int(self.shop.conn.execute(query, (day,)).fetchone()[0])

    def redeem(self, act: int, day: int, customer_id: int, reward: Reward, receipt_id: int | None) -> None:
        """Give a reward inside the open act; Refused where the balance is too small."""
        self.shop.conn.executemany(
            "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, lot, reward_id) "
            "SELECT ?, customer_id, ?, ?, 'redeem', ?, id, ? FROM movements WHERE id = ?",  # a lot stays its owner's
            [
                (act, receipt_id, day, -lot.left, reward.id, lot.id)
                for lot in spend(self.lots(customer_id), reward.points)
            ],
        )

    def book(self, act: int, bookings: Iterable[Booking]) -> int:
        """What receipts earn and refunds take back, inside the open act, in the order given; the points in all."""
        history = self.shop.settings.history_points == "yes"
        return Booker(self.shop.conn, act, self.shop.set.rules(), history, self.shop.customers.roots()).book(bookings)

    def earning_from(self) -> int | None:
        """The first day whose sales earn; None before the first rule."""
        rules = self.shop.set.rules()
        if not rules:
            return None
        return 0 if self.shop.settings.history_points == "yes" else rules[0].from_day

    def booked(self, act: int) -> int:
        """The points an act has booked so far, taken-back ones off."""
        query = "SELECT coalesce(sum(points), 0) FROM movements WHERE act = ?"
        return int(self.shop.conn.execute(query, (act,)).fetchone()[0])

    def has_earned(self, receipt_id: int) -> bool:
        """Whether a receipt has earned, and it was not taken back whole."""
        query = (
            f"SELECT 1 FROM movements e WHERE e.receipt_id = ? AND e.kind = 'earn' "
            f"AND (e.points + {LEFT.format('points')}, e.crumbs + {LEFT.format('crumbs')}) <> (0, 0)"
        )
        return self.shop.conn.execute(query, (receipt_id,)).fetchone() is not None

    def refunds_of(self, receipt_id: int) -> list[int]:
        """The refunds, oldest first, that took from what a sale earned and still stand."""
        rows = self.shop.conn.execute(
            "SELECT DISTINCT receipt_id FROM (SELECT r.receipt_id FROM movements r JOIN movements e ON "
            "e.id = r.reverses "
            "WHERE e.receipt_id = ?1 AND r.receipt_id <> ?1 GROUP BY e.id, r.receipt_id "
            "HAVING sum(r.points) <> 0 OR sum(r.crumbs) <> 0) ORDER BY receipt_id",
            (receipt_id,),
        )
        return [row[0] for row in rows]

    def reverse_sale(self, act: int, day: int, receipt_id: int) -> None:
        """Take back all that is left of what a sale earned or spent, inside the open act."""
        self.shop.conn.execute(
            "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, crumbs, lot, reverses, rule_id, "
            "reward_id) SELECT ?, e.customer_id, e.receipt_id, ?, 'reverse', "
            f"-(e.points + {LEFT.format('points')}), -(e.crumbs + {LEFT.format('crumbs')}), "
            "coalesce(e.lot, e.id), e.id, "
            "e.rule_id, e.reward_id FROM movements e WHERE e.receipt_id = ? AND e.kind <> 'reverse' "
            f"AND (e.points + {LEFT.format('points')}, e.crumbs + {LEFT.format('crumbs')}) <> (0, 0)",
            (act, day, receipt_id),
        )

    def reverse_refund(self, act: int, day: int, receipt_id: int) -> None:
        """Give back what a refund took from sales that still stand, inside the open act."""
        mirror(
            self.shop.conn,
            "receipt_id = ? AND kind = 'reverse' AND EXISTS (SELECT 1 FROM movements e JOIN receipts r "
            "ON r.id = e.receipt_id WHERE e.id = movements.reverses)",
            receipt_id,
            act,
            day,
        )

    def reward_given(self, receipt_id: int) -> int | None:
        """The reward that was given with a sale and not taken back."""
        row = self.shop.conn.execute(
            f"SELECT e.reward_id FROM movements e WHERE e.receipt_id = ? AND e.kind = 'redeem' "
            f"AND e.points + {LEFT.format('points')} <> 0 LIMIT 1",
            (receipt_id,),
        ).fetchone()
        return row[0] if row else None


class Booker:
    """Books the points of many receipts inside one act, in batches."""

    def __init__(
        self, conn: sqlite3.Connection, act: int, rules: list[Rule], history: bool, roots: dict[int, int]
    ) -> None:
        self.conn = conn
        self.act = act
        self.rules = rules
        self.first_day = rules[0].from_day if rules and history else 0
        self.roots = roots
        self.families: dict[int, str] = {}
        for other, root in roots.items():
            self.families[root] = f"{self.families.get(root, root)}, {other}"
        self.carried: dict[tuple[int, int], int] = {}
        self.rows: Rows = []
        self.rule_of: dict[int, Rule | None] = {}
        self.points = 0

    def book(self, bookings: Iterable[Booking]) -> int:
        """Book them all, in order; the points in all, taken-back ones off."""
        for booking in bookings:
            if booking.kind == "sale":
                self._sale(booking)
            else:
                self._refund(booking)
            if len(self.rows) >= BATCH:
                self._flush()
        self._flush()
        return self.points

    def _sale(self, sale: Booking) -> None:
        rule = self._rule(sale.day)
        if rule is None:
            return
        key = (self.roots.get(sale.customer_id, sale.customer_id), rule.id)
        if key not in self.carried:
            self.carried[key] = self._carried(*key)
        earned = earn(rule, sale.amount, self.carried[key])
        if earned == Earned(0, 0):
            return
        self.carried[key] += earned.crumbs
        self.points += earned.points
        self.rows.append((self.act, sale.customer_id, sale.receipt_id, sale.day, "earn", *earned, rule.id))

    def _rule(self, day: int) -> Rule | None:
        if day not in self.rule_of:
            self.rule_of[day] = rule_on(self.rules, max(day, self.first_day))
        return self.rule_of[day]

    def _refund(self, refund: Booking) -> None:
        self._flush()
        root = self.roots.get(refund.customer_id, refund.customer_id)
        carried = {rule.id: self._carried(root, rule.id) for rule in self.rules}
        for one, taken in take_back(self._earns(refund), -(refund.amount or 0), carried):
            self.carried.pop((root, one.rule.id), None)
            self.points += taken.points
            self.conn.execute(
                "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, crumbs, lot, "
                "reverses, rule_id) "
                "SELECT ?, customer_id, ?, ?, 'reverse', ?, ?, id, id, rule_id FROM movements WHERE id = ?",
                (self.act, refund.receipt_id, refund.day, *taken, one.id),  # a lot stays its owner's
            )

    def _carried(self, root: int, rule_id: int) -> int:
        """The crumbs of a person that wait under a rule."""
        theirs = self._family(root)
        query = f"SELECT coalesce(sum(crumbs), 0) FROM movements WHERE customer_id IN ({theirs}) AND rule_id = ?"
        return int(self.conn.execute(query, (rule_id,)).fetchone()[0])

    def _family(self, root: int) -> str:
        return self.families.get(root, str(int(root)))

    def _earns(self, refund: Booking) -> Iterable[Earn]:
        """What somebody earned up to the refund's day and still holds, the latest first."""
        theirs = self._family(self.roots.get(refund.customer_id, refund.customer_id))
        rows = self.conn.execute(
            f"SELECT e.id, e.points + {LEFT.format('points')}, e.crumbs + {LEFT.format('crumbs')}, e.rule_id "
            f"FROM movements e WHERE e.customer_id IN ({theirs}) AND e.kind = 'earn' AND e.day <= ? "
            "ORDER BY e.day DESC, e.id DESC",
            (refund.day,),
        ).fetchall()
        rules = {rule.id: rule for rule in self.rules}
        return [Earn(number, points, crumbs, rules[rule]) for number, points, crumbs, rule in rows]

    def _flush(self) -> None:
        insert(self.conn, EARN, self.rows)
        self.rows.clear()
