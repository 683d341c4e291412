"""Points given for rewards, points given by hand, and both taken back: by new rows, in the lots they came from."""

import sqlite3
from typing import TYPE_CHECKING

from loyaltui.core.lots import spend
from loyaltui.core.moment import Moment
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Reward
from loyaltui.core.rule import rule_on
from loyaltui.core.text import tidy
from loyaltui.store.acts import mirror
from loyaltui.store.lapses import lapse, lapse_moved
from loyaltui.store.ledger import LEFT, STANDS

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

MOST_GIVEN = 1_000_000  # points at once; more is a slip of the finger
EARNED = ("earn", "bonus")  # what a sale brought
ALL = (*EARNED, "redeem")  # and what was spent with it


def redeem(
    shop: "Shop", act: int, now: Moment, day: int, customer_id: int, reward: Reward, receipt_id: int | None, points: int
) -> None:
    """Give a reward for `points` inside the open act, dated `day`; Refused where the balance is too small.

    What the sale itself has earned, where the till was first, can't pay for it.
    """
    lapse(shop, act, now.day, customer_id)
    query = "SELECT id FROM movements WHERE receipt_id = ? AND kind IN ('earn', 'bonus')"
    own = {row[0] for row in shop.conn.execute(query, (receipt_id,))}
    held = [lot for lot in shop.points.lots(customer_id) if lot.id not in own or lot.left < 0]
    shop.conn.executemany(
        "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, lot, reward_id) "
        "SELECT ?, customer_id, ?, ?, 'redeem', ?, id, ? FROM movements WHERE id = ?",  # a lot stays its owner's
        [(act, receipt_id, day, -lot.left, reward.id, lot.id) for lot in spend(held, points, now.day)],
    )


def points_for(reward: Reward, chosen: int | None) -> int:
    """The points a reward takes, or those `chosen` of one that can be divided; Refused where that can't be."""
    if chosen is None or chosen == reward.points:
        return reward.points
    if not reward.divisible or chosen <= 0 or reward.worth_of(chosen) <= 0:
        raise Refused("bad_part", name=reward.name, points=chosen)
    return chosen


def give(shop: "Shop", now: Moment, customer_ids: list[int], points: int, why: str) -> int:
    """Points by hand, for a paper card, a mishap, a present: to one or many, each once, in one act; its number.

    Below zero they are taken, each from what stands. Refused without a reason, or where a balance is too small.
    """
    reason = tidy(why)
    if not reason or not 0 < abs(points) <= MOST_GIVEN or not customer_ids:
        raise Refused("bad_gift", points=points)
    with shop.act("points", now) as act:
        rule = rule_on(shop.programme.rules(), now.day)
        expires = rule.expires(now.day) if rule else None
        people = {shop.customers.get(customer_id).id for customer_id in customer_ids}
        for who in sorted(people):
            lapse(shop, act, now.day, who)
            if points > 0:
                insert_lot(shop.conn, act, now.day, "adjust", who, points, expires, reason)
            else:
                _take(shop, act, now.day, who, -points, reason)
    return act


def insert_lot(
    conn: sqlite3.Connection, act: int, day: int, kind: str, who: int, points: int, expires: int | None, reason: str
) -> None:
    """Points that no sale earned, as a lot of their own."""
    conn.execute(
        "INSERT INTO movements(act, customer_id, day, kind, points, expires, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (act, who, day, kind, points, expires, reason),
    )


def _take(shop: "Shop", act: int, day: int, customer_id: int, points: int, reason: str) -> None:
    shop.conn.executemany(
        "INSERT INTO movements(act, customer_id, day, kind, points, lot, reason) "
        "SELECT ?, customer_id, ?, 'adjust', ?, id, ? FROM movements WHERE id = ?",
        [(act, day, -lot.left, reason, lot.id) for lot in spend(shop.points.lots(customer_id), points, day)],
    )


def reverse_sale(shop: "Shop", act: int, now: Moment, receipt_id: int, kinds: tuple[str, ...] = ALL) -> None:
    """Take back all that is left of what a sale earned, brought or spent (movements of these kinds), inside the open
    act."""
    lapses = lapse_moved(shop, act, now.day, "receipt_id = ?", receipt_id)
    shop.conn.execute(
        "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, crumbs, paid, lot, reverses, rule_id, "
        f"reward_id) SELECT ?, e.customer_id, e.receipt_id, ?, 'reverse', -(e.points + {LEFT.format('points')}), "
        f"-(e.crumbs + {LEFT.format('crumbs')}), -(e.paid + {LEFT.format('paid')}), "
        "coalesce(e.lot, e.id), e.id, e.rule_id, e.reward_id FROM movements e "
        f"WHERE e.receipt_id = ? AND e.kind IN ({', '.join('?' * len(kinds))}) AND {STANDS} ORDER BY e.id",
        (act, now.day, receipt_id, *kinds),
    )
    lapses.settle()


def reverse_refund(shop: "Shop", act: int, now: Moment, receipt_id: int) -> None:
    """Give back what a refund took from sales that still stand, and take what it gave, inside the open act."""
    lapses = lapse_moved(shop, act, now.day, "receipt_id = ?", receipt_id)
    mirror(
        shop.conn,
        "receipt_id = ? AND (kind IN ('expire', 'adjust') OR kind = 'reverse' AND EXISTS (SELECT 1 FROM movements e "
        "JOIN receipts r ON r.id = e.receipt_id WHERE e.id = movements.reverses))",
        receipt_id,
        act,
        now.day,
    )
    lapses.settle()


def refunded_whole(conn: sqlite3.Connection, sale_id: int) -> bool:
    """Whether all that was paid for a sale has been given back."""
    query = (
        "SELECT s.amount > 0 AND s.amount + (SELECT coalesce(sum(r.amount), 0) FROM receipts r "
        "WHERE r.of_receipt = s.id) <= 0 FROM receipts s WHERE s.id = ?"
    )
    row = conn.execute(query, (sale_id,)).fetchone()
    return bool(row and row[0])


def give_back(conn: sqlite3.Connection, act: int, day: int, sale_id: int, refund_id: int) -> int:
    """The points that were spent with a sale return with its refund, to the lots they came from, and what it brought
    beside its own goes; how many."""
    rows = conn.execute(  # credit that was bought stays bought: its voucher is out
        "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, lot, reverses, reward_id) "
        f"SELECT ?, e.customer_id, ?, ?, 'reverse', -(e.points + {LEFT.format('points')}), coalesce(e.lot, e.id), "
        f"e.id, e.reward_id FROM movements e WHERE e.receipt_id = ? AND e.kind IN ('redeem', 'bonus') AND {STANDS} "
        "AND coalesce(e.reward_id, 0) NOT IN (SELECT id FROM rewards WHERE kind = 'credit') RETURNING points",
        (act, refund_id, day, sale_id),
    ).fetchall()
    return sum(row[0] for row in rows)
