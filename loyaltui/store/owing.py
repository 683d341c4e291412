"""The open points, what was given for points, and who pays what, out of the shop's file; read in chunks."""

from collections import defaultdict
from typing import TYPE_CHECKING

from loyaltui.core.owing import YEAR, Adding, Batch, Buyers, Owing, taken_off
from loyaltui.core.reward import point_worth
from loyaltui.store import insight
from loyaltui.store.ledger import LEFT
from loyaltui.store.rehearsing import all_members

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

# each lot: what it was once what was taken back is off, what is left, what of it was spent
LOTS = """
SELECT l.customer_id, l.id, l.day, l.expires,
    l.points + coalesce(sum(CASE WHEN m.reverses = l.id OR m.kind = 'adjust' THEN m.points END), 0),
    l.points + coalesce(sum(m.points), 0),
    coalesce(-sum(CASE WHEN m.kind = 'redeem' OR o.kind = 'redeem' THEN m.points END), 0)
FROM movements l LEFT JOIN movements m ON m.lot = l.id LEFT JOIN movements o ON o.id = m.reverses
WHERE l.lot IS NULL AND l.customer_id > ? AND l.customer_id <= ? AND l.day <= ? GROUP BY l.id
"""
GIVEN = f"""
SELECT e.customer_id, e.reward_id, r.amount, -sum(e.points + {LEFT.format("points")}) FROM movements e
LEFT JOIN receipts r ON r.id = e.receipt_id WHERE e.kind = 'redeem' AND e.day > ? AND e.day <= ?
GROUP BY e.act, e.customer_id, e.reward_id, e.receipt_id HAVING sum(e.points + {LEFT.format("points")}) < 0
"""
# vouchers that nobody gave points for
USED = """
SELECT v.kind, v.worth, r.amount FROM voucher_uses u JOIN vouchers v ON v.id = u.voucher_id
LEFT JOIN receipts r ON r.id = u.receipt_id WHERE u.day > ? AND u.day <= ?
AND NOT EXISTS (SELECT 1 FROM movements m WHERE m.act = v.act_id AND m.kind = 'redeem')
"""


def owing(shop: "Shop", day: int) -> Owing:
    """What the shop owes on a day; takes seconds where there are a million movements, so it belongs in a thread."""
    worth = point_worth(shop.programme.rewards(), shop.receipts.typical_amount())
    adding = Adding(day, worth)
    roots = shop.customers.roots()
    merged = roots.keys() | set(roots.values())
    late: dict[int, list[Batch]] = defaultdict(list)
    for chunk in shop.customers.chunks():
        batches: dict[int, list[Batch]] = defaultdict(list)
        for who, *lot in shop.conn.execute(LOTS, (*chunk, day)).fetchall():
            (late if who in merged else batches)[roots.get(who, who)].append(Batch(*lot))
        for theirs in batches.values():
            adding.add(theirs)
    for theirs in late.values():
        adding.add(theirs)
    redeemers, given, minor = rewards_given(shop, day)
    return adding.owing(given, minor, *buyers(shop, day, redeemers))


def rewards_given(shop: "Shop", day: int) -> tuple[set[int], int, int]:
    """Who was given rewards in the year up to a day; how many rewards and vouchers that was, and their worth."""
    ever, roots, span = shop.programme.ever(), shop.customers.roots(), (day - YEAR, day)
    people, sums = set(), []
    for who, reward_id, paid, points in shop.conn.execute(GIVEN, span).fetchall():
        reward = ever[reward_id]
        people.add(roots.get(who, who))
        sums.append(reward.worth_of(points) if reward.divisible else taken_off(reward.kind, reward.worth, paid))
    sums += [taken_off(*row) for row in shop.conn.execute(USED, span).fetchall()]
    return people, len(sums), sum(sums)


def buyers(shop: "Shop", day: int, redeemers: set[int]) -> tuple[Buyers, Buyers]:
    """Those in the programme who came in the year up to a day: who was given something, and who wasn't."""
    paid, members = insight.paid(shop, day), all_members(shop)
    theirs = [paid[who] for who in members if who in paid and who in redeemers]
    others = [paid[who] for who in members if who in paid and who not in redeemers]
    return Buyers(len(theirs), sum(theirs)), Buyers(len(others), sum(others))
