"""What people said they would like, in one place, and what was done about it."""

from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment
from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy
from loyaltui.core.wish import Wished
from loyaltui.store.notes import LONGEST

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

WISHES = """
SELECT a.id, k.id, k.name, a.day, a.text, coalesce(r.text, ''), r.day FROM answers a
JOIN customers c ON c.id = a.customer_id JOIN customers k ON k.id = coalesce(c.root, c.id)
LEFT JOIN wish_replies r ON r.id = (SELECT max(id) FROM wish_replies WHERE answer_id = a.id AND day <= :day)
WHERE a.family = 'wish' AND a.source <> 'guess' AND a.day <= :day ORDER BY r.day IS NOT NULL, a.day DESC, a.id DESC
"""


def gathered(shop: "Shop", day: int) -> list[Wished]:
    """All that was wished for up to a day: what waits for an answer first, then the newest."""
    return [Wished(*row) for row in shop.conn.execute(WISHES, {"day": day})]


def answer(shop: "Shop", now: Moment, answer_id: int, text: str) -> int:
    """Keep what was done about a wish; the act's id. Refused where nothing is said, or the wish is gone."""
    text = tidy(text)[:LONGEST]
    if not text:
        raise Refused("empty_note")
    with shop.act("wish answered", now) as act:
        if shop.answers.one(answer_id).family != "wish":
            raise Refused("answer_gone")
        shop.conn.execute(
            "INSERT INTO wish_replies(act_id, answer_id, day, text) VALUES (?, ?, ?, ?)",
            (act, answer_id, now.day, text),
        )
    return act
