"""Did it help: every contact whose time is over, and whether they came back in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from loyaltui.core.helped import Helped, Trial, helped, spells
from loyaltui.core.occasion import ABSENT
from loyaltui.core.outreach import IN_PERSON

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

YEAR = 365  # days
REASONS = ", ".join(f"'{reason}'" for reason in ABSENT)
LISTED = f"""
SELECT c.customer_id, l.day, c.p_back, c.horizon FROM contacts c JOIN contact_lists l ON l.id = c.list_id
WHERE c.reason IN ({REASONS}) AND c.channel <> '{IN_PERSON}' AND c.horizon > 0 AND l.day > :since
"""  # whoever was greeted in person had come by themselves
DONE = "AND EXISTS (SELECT 1 FROM outcomes o WHERE o.contact_id = c.id AND o.kind = 'done')"


def did_help(shop: "Shop", today: int) -> Helped:
    """What came of the words that were said, beside what would have come of none."""
    until = shop.readings.last_day(today) or today
    return helped(over(shop, until, DONE), over(shop, until, "AND c.held"))


def over(shop: "Shop", until: int, which: str) -> Iterator[Trial]:
    """The contacts whose time is over, and whether they came back in it."""
    for one in trials(shop, which):
        if one.day + one.horizon <= until:
            back = shop.receipts.first_sale(one.customer_id, one.day, one.day + one.horizon)
            yield one._replace(came=back is not None)


def trials(shop: "Shop", which: str = "", since: int = 0) -> Iterator[Trial]:
    """Who was listed since a day for staying away; the merged are one person."""
    roots = shop.customers.roots()
    rows: list[Any] = shop.conn.execute(f"{LISTED} {which} ORDER BY l.day, c.id", {"since": since}).fetchall()
    for customer, day, p_back, horizon in rows:
        yield Trial(roots.get(customer, customer), day, p_back, horizon, came=False)


def due_in_year(shop: "Shop", day: int) -> int:
    """How many were due in the year before a day, each once a horizon."""
    return len(spells(trials(shop, since=day - YEAR)))
