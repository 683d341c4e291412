"""The owner's own words to send, by reason and language."""

from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment
from loyaltui.core.occasion import REASONS, Reason
from loyaltui.core.refused import Refused
from loyaltui.core.template import checked
from loyaltui.core.text import tidy

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


def own(shop: "Shop") -> dict[tuple[str, str], str]:
    """The owner's templates by reason and language ("" the shop's own)."""
    rows = shop.conn.execute("SELECT reason, language, text FROM templates")
    return {(reason, language): text for reason, language, text in rows}


def put(shop: "Shop", now: Moment, reason: Reason, language: str, text: str) -> int:
    """Keep a template; an empty text takes the owner's own away. The act's id; Refused where it can't be filled."""
    language = tidy(language).lower()
    if reason not in REASONS:
        raise Refused("unknown_reason", reason=reason, reasons=", ".join(REASONS))
    if language and not (len(language) == 2 and language.isascii() and language.isalpha()):
        raise Refused("bad_language", language=language)
    kept = checked(text) if tidy(text) else ""
    with shop.act("template", now) as act:
        if not kept:
            shop.conn.execute("DELETE FROM templates WHERE reason = ? AND language = ?", (reason, language))
        else:
            shop.conn.execute(
                "INSERT INTO templates(act_id, reason, language, text) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (reason, language) DO UPDATE SET text = excluded.text",
                (act, reason, language, kept),
            )
    return act
