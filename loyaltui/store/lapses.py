"""What has lapsed is booked by the next verb that writes points, once, and is taken back with what it lapsed from."""

from collections import Counter
from typing import TYPE_CHECKING

from loyaltui.core.bonus import BIRTHDAY_EVERY, GIVEN_BACK, GIVEN_BACK_DAYS
from loyaltui.core.lots import lapsed
from loyaltui.core.moment import iso, ordinal
from loyaltui.core.refused import Refused
from loyaltui.store.ledger import LEFT

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

LEAP = 45  # days without a booking, after which the clock is asked about (LEDGER 8)
EXPIRE = "INSERT INTO movements(act, customer_id, day, kind, points, lot) SELECT ?, customer_id, ?, 'expire', ?, id"
OF_LOT = " FROM movements WHERE id = ?"
# lots that points were given back to after their last day, by rows since; a bonus or an earn comes back only by undo
GIVEN = """
SELECT l.id, l.customer_id, max(m.receipt_id), sum(m.points) FROM movements m JOIN movements l ON l.id = m.lot
    JOIN movements o ON o.id = m.reverses WHERE m.id > ?1 AND m.kind = 'reverse' AND o.kind = 'redeem'
    AND l.expires < ?2 GROUP BY l.id HAVING sum(m.points) > 0
"""
# lots that are below zero since, though points of theirs have lapsed: how far, and what lapsed
OVERDRAWN = """
SELECT * FROM (
    SELECT e.id, e.lot,
        -e.points - coalesce((SELECT sum(r.points) FROM movements r WHERE r.reverses = e.id), 0) AS gone,
        (SELECT l.points + coalesce(sum(m.points), 0) FROM movements l LEFT JOIN movements m ON m.lot = l.id
            WHERE l.id = e.lot) AS left
    FROM movements e WHERE e.kind = 'expire' AND e.lot IN (SELECT lot FROM movements WHERE id > ?)
) WHERE left < 0 AND gone > 0
"""
# bonuses that came back since, though the same was given again meanwhile
TWICE = f"""
SELECT e.id, e.points + {LEFT.format("points")} FROM movements m CROSS JOIN movements e ON e.id = m.reverses
WHERE m.id > ? AND e.kind = 'bonus' AND e.points + {LEFT.format("points")} > 0 AND EXISTS (
    SELECT 1 FROM movements o WHERE o.kind = 'bonus' AND o.customer_id = e.customer_id AND o.id <> e.id
    AND (o.reason = e.reason OR o.reason LIKE 'birthday%' AND e.reason LIKE 'birthday%'
        AND abs(o.day - e.day) <= {BIRTHDAY_EVERY})
    AND o.points + coalesce((SELECT sum(b.points) FROM movements b WHERE b.reverses = o.id), 0) > 0)
GROUP BY e.id
"""


class Lapses:
    """The lapsing of points inside one act. `today`: its day."""

    def __init__(self, shop: "Shop", act: int, today: int) -> None:
        self.shop, self.conn, self.act, self.today = shop, shop.conn, act, today
        self.any = self.conn.execute("SELECT 1 FROM movements WHERE expires < ? LIMIT 1", (today,)).fetchone()
        self.seen: set[int] = set()
        self.since = shop.points.last()
        trust_clock(shop, act)

    def due(self, root: int) -> bool:
        """Whether it must still be looked into what has lapsed for somebody."""
        return bool(self.any) and root not in self.seen

    def book(self, root: int) -> None:
        """Book what has lapsed for somebody, once: the unspent remainder of each lot, in the lot."""
        if not self.due(root):
            return
        self.seen.add(root)
        for lot in lapsed(self.shop.points.lots(root), self.today):
            self.conn.execute(EXPIRE + OF_LOT, (self.act, lot.expires, -lot.left, lot.id))

    def settle(self) -> int:
        """After points were taken back: no bonus comes back that was given again meanwhile; what had lapsed of them
        hasn't; what returns to a lapsed lot is a new one. The points it comes to."""
        again = [(bonus, bonus, -left) for bonus, left in self.conn.execute(TWICE, (self.since,)).fetchall()]
        self._reverse(again)
        restored = self._overdrawn()
        self._reverse(restored)
        for lot, owner, receipt_id, points in self.conn.execute(GIVEN, (self.since, self.today)).fetchall():
            self._move_on(lot, owner, receipt_id, points)
        self.since = self.shop.points.last()
        return sum(points for _, _, points in (*again, *restored))

    def _overdrawn(self) -> list[tuple[int, int, int]]:
        """What of each lapse hasn't lapsed after all: its row, its lot, and the points."""
        filled = Counter[int]()
        restored = []
        for expired, lot, gone, left in self.conn.execute(OVERDRAWN, (self.since,)).fetchall():
            points = min(-left - filled[lot], gone)
            if points > 0:
                filled[lot] += points
                restored.append((expired, lot, points))
        return restored

    def _reverse(self, taken: list[tuple[int, int, int]]) -> None:
        """Take back movements: each row, its lot, and the points."""
        self.conn.executemany(
            "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, lot, reverses) "
            "SELECT ?, customer_id, receipt_id, ?, 'reverse', ?, ?, id" + OF_LOT,
            [(self.act, self.today, points, lot, row) for row, lot, points in taken],
        )

    def _move_on(self, lot: int, owner: int, receipt_id: int | None, points: int) -> None:
        self.conn.execute(
            "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, lot) "
            "VALUES (?, ?, ?, ?, 'expire', ?, ?)",
            (self.act, owner, receipt_id, self.today, -points, lot),
        )
        self.conn.execute(
            "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, expires, reason) "
            "VALUES (?, ?, ?, ?, 'adjust', ?, ?, ?)",
            (self.act, owner, receipt_id, self.today, points, self.today + GIVEN_BACK_DAYS, GIVEN_BACK),
        )


def lapse_moved(shop: "Shop", act: int, today: int, where: str, value: int) -> Lapses:
    """Book what has lapsed for everybody whose movements `where` finds by `value`, before they are taken back."""
    lapses, roots = Lapses(shop, act, today), shop.customers.roots()
    moved = shop.conn.execute(f"SELECT DISTINCT customer_id FROM movements WHERE {where}", (value,)).fetchall()
    for (number,) in moved:
        lapses.book(roots.get(number, number))
    return lapses


def lapse(shop: "Shop", act: int, today: int, customer_id: int) -> Lapses:
    """Book what has lapsed for one person, before anything else is; to be settled after it."""
    lapses = Lapses(shop, act, today)
    lapses.book(customer_id)
    return lapses


def trust_clock(shop: "Shop", act: int) -> None:
    """Refused where points can lapse and the clock has leapt since the last booking: nobody's points go by a slip."""
    if not shop.conn.execute("SELECT 1 FROM movements WHERE expires IS NOT NULL LIMIT 1").fetchone():
        return
    (today,) = shop.conn.execute("SELECT day FROM acts WHERE id = ?", (act,)).fetchone()
    row = shop.conn.execute(
        "SELECT day FROM acts WHERE id < ? AND EXISTS (SELECT 1 FROM movements m WHERE m.act = acts.id) "
        "ORDER BY day DESC LIMIT 1",
        (act,),
    ).fetchone()
    last = row[0] if row else None
    if last is not None and today - max(last, ordinal(shop.settings.clock) or 0) > LEAP:
        raise Refused("clock_leapt", today=iso(today), last=iso(last), days=today - last)
