"""What receipts earn and what refunds take back, booked in batches inside one act; every booking is a new row."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.bonus import BIRTHDAY_EVERY, birthday_near
from loyaltui.core.earning import NOTHING, Bought, Earn, Sale, earn, take_back
from loyaltui.core.rule import Rule, rule_on
from loyaltui.store.connection import Rows, insert
from loyaltui.store.lapses import Lapses
from loyaltui.store.ledger import LEFT
from loyaltui.store.spending import give_back, refunded_whole

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

BATCH = 5000
EARN = "movements(act, customer_id, receipt_id, day, kind, points, crumbs, paid, rule_id, expires)"
TAKE = (  # a lot stays its owner's
    "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, crumbs, paid, lot, reverses, rule_id) "
    "SELECT ?, customer_id, ?, ?, 'reverse', ?, ?, ?, id, id, rule_id FROM movements WHERE id = ?"
)
EARNS = (
    f"SELECT e.id, e.points + {LEFT.format('points')}, e.crumbs + {LEFT.format('crumbs')}, "
    f"e.paid + {LEFT.format('paid')}, e.rule_id FROM movements e WHERE e.kind = 'earn' AND "
)
LINES = (
    "SELECT i.name, i.category, l.quantity, l.amount FROM lines l JOIN items i ON i.id = l.item_id "
    "WHERE l.receipt_id = ? ORDER BY l.id"
)


BOOKED = "id, customer_id, kind, day, amount, second, tax, of_receipt"


class Booking(NamedTuple):
    """A receipt of somebody, as far as points go. A refund's `amount` is negative; `of_receipt`: its sale, if known."""

    receipt_id: int
    customer_id: int
    kind: str
    day: int
    amount: int | None
    second: int | None = None
    tax: int | None = None
    of_receipt: int | None = None


class Booker:
    """Books the points of many receipts inside one act. `today`: the day of the act itself; `again`: a sale that had
    earned, and earns though its person may have left the programme since."""

    def __init__(self, shop: "Shop", act: int, today: int, again: int | None = None) -> None:
        self.shop, self.conn, self.act, self.today, self.again = shop, shop.conn, act, today, again
        self.rules = shop.programme.rules()
        self.by_id = {rule.id: rule for rule in self.rules}
        history = shop.settings.history_points == "yes"
        self.first_day = self.rules[0].from_day if self.rules and history else 0
        self.roots = shop.customers.roots()
        self.families: dict[int, str] = {}
        for other, root in self.roots.items():
            self.families[root] = f"{self.families.get(root, root)}, {other}"
        self.lapsing = Lapses(shop, act, today)
        self.joined: dict[int, int | None] = {}
        self.carried: dict[tuple[int, int], int] = {}
        self.rows: Rows = []
        self.rule_for: dict[int, Rule | None] = {}
        self.points = 0
        self.thanks = 0  # of these, what went to those who had sent somebody

    def book(self, bookings: Iterable[Booking]) -> int:
        """Book them all, in order; the points in all, taken-back ones off."""
        for booking in bookings:
            root = self.roots.get(booking.customer_id, booking.customer_id)
            if booking.kind == "sale":
                self._sale(booking, root)
            else:
                self._refund(booking, root)
            if len(self.rows) >= BATCH:
                self._flush()
        self._flush()
        return self.points

    def _sale(self, sale: Booking, root: int) -> None:
        rule = self._rule(sale.day)
        if rule is None or not (self._is_in(root, sale.day) or sale.receipt_id == self.again):
            return
        self._lapse(root)
        key = (root, rule.id)
        if key not in self.carried:
            self.carried[key] = self._carried(root, rule.id)
        lines = tuple(map(Bought._make, self.conn.execute(LINES, (sale.receipt_id,)))) if rule.needs_lines else ()
        earned = earn(rule, Sale(sale.amount, sale.day, sale.second, sale.tax, lines), self.carried[key])
        if earned == NOTHING:
            return
        self.carried[key] += earned.crumbs
        self.points += earned.points
        expires = rule.expires(sale.day)
        self.rows.append((self.act, sale.customer_id, sale.receipt_id, sale.day, "earn", *earned, rule.id, expires))
        if rule.birthday or rule.referral:
            self._bonuses(rule, sale, root)

    def _rule(self, day: int) -> Rule | None:
        if day not in self.rule_for:
            self.rule_for[day] = rule_on(self.rules, max(day, self.first_day))
        return self.rule_for[day]

    def _is_in(self, root: int, day: int) -> bool:
        """Whether somebody's sales of a day earn: they joined the programme by then."""
        if root not in self.joined:
            query = f"SELECT min(joined) FROM customers WHERE id IN ({self._family(root)})"
            self.joined[root] = self.conn.execute(query).fetchone()[0]
        joined = self.joined[root]
        return joined is not None and joined <= day

    def _lapse(self, root: int) -> None:
        if self.lapsing.due(root):
            self._flush()
            self.lapsing.book(root)

    def _bonuses(self, rule: Rule, sale: Booking, root: int) -> None:
        """What a sale brings beside its own points: once a year for a birthday, once to whoever sent a friend."""
        family = self._family(root)
        birthday = self.conn.execute("SELECT birthday FROM customers WHERE id = ?", (root,)).fetchone()[0]
        year = birthday_near(birthday, sale.day) if rule.birthday and birthday else None
        if year and not self._given(family, f"birthday {year}", sale.day):
            self.give(sale, root, rule.birthday, f"birthday {year}", rule)
        if not rule.referral:
            return
        query = (
            f"SELECT customer_id FROM answers WHERE friend_id IN ({family}) AND family = 'referral' AND day <= ? "
            "ORDER BY day, id LIMIT 1"
        )
        row = self.conn.execute(query, (sale.day,)).fetchone()
        friend = self.roots.get(row[0], row[0]) if row else None
        if friend and friend != root and self._is_in(friend, sale.day) and not self._sent(friend, family):
            self.give(sale, friend, rule.referral, f"friend {root}", rule)

    def _given(self, family: str, birthday: str, day: int) -> bool:
        """Whether this birthday was paid for, or another so near that only its date was edited."""
        query = (
            f"SELECT 1 FROM movements e WHERE e.customer_id IN ({family}) AND e.kind = 'bonus' AND (e.reason = ? OR "
            f"e.reason LIKE 'birthday%' AND abs(e.day - ?) <= {BIRTHDAY_EVERY}) "
            f"AND e.points + {LEFT.format('points')} <> 0 LIMIT 1"
        )
        return self.conn.execute(query, (birthday, day)).fetchone() is not None

    def _sent(self, friend: int, family: str) -> bool:
        """Whether the friend had their thanks for any of this person's numbers."""
        query = (
            f"SELECT 1 FROM movements e JOIN customers c ON e.reason = 'friend ' || c.id WHERE c.id IN ({family}) "
            f"AND e.customer_id IN ({self._family(friend)}) AND e.kind = 'bonus' "
            f"AND e.points + {LEFT.format('points')} <> 0 LIMIT 1"
        )
        return self.conn.execute(query).fetchone() is not None

    def give(self, sale: Booking, customer_id: int, points: int, reason: str, rule: Rule) -> None:
        """Points beside a sale, which go when it goes."""
        self._lapse(customer_id)
        self.conn.execute(
            "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, rule_id, expires, reason) "
            "VALUES (?, ?, ?, ?, 'bonus', ?, ?, ?, ?)",
            (self.act, customer_id, sale.receipt_id, sale.day, points, rule.id, rule.expires(sale.day), reason),
        )
        self.points += points
        if customer_id != self.roots.get(sale.customer_id, sale.customer_id):
            self.thanks += points

    def _refund(self, refund: Booking, root: int) -> None:
        self._flush()
        self._lapse(root)
        carried = {rule.id: self._carried(root, rule.id) for rule in self.rules}
        for one, taken in take_back(self._earns(refund, root), -(refund.amount or 0), carried):
            self.carried.pop((root, one.rule.id), None)
            self.points += taken.points
            self.conn.execute(TAKE, (self.act, refund.receipt_id, refund.day, *taken, one.id))
        if refund.of_receipt is not None and refunded_whole(self.conn, refund.of_receipt):
            self.points += give_back(self.conn, self.act, refund.day, refund.of_receipt, refund.receipt_id)
        self.points += self.lapsing.settle()

    def _family(self, root: int) -> str:
        return self.families.get(root, str(root))

    def _carried(self, root: int, rule_id: int) -> int:
        """The crumbs of a person that wait under a rule."""
        theirs = self._family(root)
        query = f"SELECT coalesce(sum(crumbs), 0) FROM movements WHERE customer_id IN ({theirs}) AND rule_id = ?"
        return int(self.conn.execute(query, (rule_id,)).fetchone()[0])

    def _earns(self, refund: Booking, root: int) -> Iterable[Earn]:
        """What the refunded sale earned, where it is known; else what somebody earned up to the refund's day and still
        holds, the latest first."""
        if refund.of_receipt is not None:
            rows = self.conn.execute(EARNS + "e.receipt_id = ?", (refund.of_receipt,)).fetchall()
        else:
            where = f"e.customer_id IN ({self._family(root)}) AND e.day <= ? ORDER BY e.day DESC, e.id DESC"
            rows = self.conn.execute(EARNS + where, (refund.day,)).fetchall()
        return [Earn(number, points, crumbs, paid, self.by_id[rule]) for number, points, crumbs, paid, rule in rows]

    def _flush(self) -> None:
        insert(self.conn, EARN, self.rows)
        self.rows.clear()
