"""How somebody stands, in words: a glyph, a word, a clause, and the evidence under it."""

from loyaltui.core.standing import Standing
from loyaltui.words import _, figures, ngettext

GLYPHS = {"loyal": "♥", "fond": "♡", "regular": "●", "occasional": "○", "new": "✦", "slipping": "◐", "lost": "·"}
STYLES = {
    "loyal": "bold magenta",
    "fond": "magenta",
    "regular": "green",
    "occasional": "",
    "new": "cyan",
    "slipping": "yellow",
    "lost": "dim",
}
WORDS = {
    "loyal": _("Loyal"),
    "fond": _("Fond"),
    "regular": _("Regular"),
    "occasional": _("Occasional"),
    "new": _("New"),
    "slipping": _("Overdue"),
    "lost": _("Gone quiet"),
}


def glyph(standing: Standing | None) -> str:
    """One sign for a standing; a blank before the first visit."""
    return GLYPHS[standing.word] if standing else " "


def style(standing: Standing | None) -> str:
    """The colour of a standing, always beside its sign or word."""
    return STYLES[standing.word] if standing else ""


def word(standing: Standing | None) -> str:
    """One word for a standing."""
    return WORDS[standing.word] if standing else _("Not here yet")


def clause(standing: Standing, today: int) -> str:
    """What stands behind the word, in one clause."""
    if standing.word == "regular":
        return _("we don't know why they come")
    if standing.word in ("slipping", "lost"):
        return late(standing, today)
    if standing.word == "new":
        return _("here once so far")
    return _("comes now and then")


def late(standing: Standing, today: int) -> str:
    """How long somebody stays away, beside what is usual for them."""
    last = _("last here {ago}").format(ago=figures.ago(today - standing.last_day))
    if standing.visit_days < 2:
        return last
    return _("usually every {gap}, {last}").format(gap=figures.every(standing.score.usual_gap), last=last)


def chance(standing: Standing) -> str:
    """The odds of coming back, as a sentence."""
    return _("{odds} like this come back within {span}").format(
        odds=figures.odds(standing.score.p_return).capitalize(), span=figures.span(standing.horizon)
    )


def evidence(standing: Standing, today: int) -> list[str]:
    """What the verdict rests on, line by line, and what it doesn't know."""
    lines = [
        ngettext("{n} day with a visit", "{n} days with a visit", standing.visit_days).format(n=standing.visit_days)
    ]
    if standing.visit_days > 1:
        lines.append(_("usually every {gap}").format(gap=figures.every(standing.score.usual_gap)))
    lines.append(_("last here {ago}").format(ago=figures.ago(today - standing.last_day)))
    return [*lines, chance(standing), _("Visits alone make nobody loyal.")]


def known_until(last: int | None, today: int) -> str:
    """That sales are known only until some day ago; nothing where they are known until yesterday."""
    if last is None or today - last < 2:
        return ""
    return _("Sales known until {day}, {ago}: standings are as of then.").format(
        day=figures.day(last, today), ago=figures.ago(today - last)
    )
