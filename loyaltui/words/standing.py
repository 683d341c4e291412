"""How somebody stands, in words: a glyph, a word, a clause, and the evidence under it."""

from loyaltui.core.standing import Standing
from loyaltui.words import _, figures, ngettext

GLYPHS = {"regular": "●", "occasional": "○", "new": "✦", "slipping": "◐", "lost": "·"}
STYLES = {"regular": "green", "occasional": "", "new": "cyan", "slipping": "yellow", "lost": "dim"}
WORDS = {
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


def clause(standing: Standing) -> str:
    """What stands behind the word, in one clause."""
    if standing.word == "regular":
        return _("we don't know why they come")
    if standing.word in ("slipping", "lost"):
        return late(standing)
    if standing.word == "new":
        return _("here once so far")
    return _("comes now and then")


def late(standing: Standing) -> str:
    """How long somebody stays away, beside what is usual for them."""
    if standing.visit_days < 2:
        return _("not seen again for {silent}").format(silent=figures.span(standing.silent_days))
    return _("usually every {gap}, silent for {silent}").format(
        gap=figures.every(standing.score.usual_gap), silent=figures.span(standing.silent_days)
    )


def chance(standing: Standing) -> str:
    """The odds of coming back, as a sentence."""
    return _("{odds} like this come back within {span}").format(
        odds=figures.odds(standing.score.p_return).capitalize(), span=figures.span(standing.horizon)
    )


def evidence(standing: Standing) -> list[str]:
    """What the verdict rests on, line by line, and what it doesn't know."""
    lines = [
        ngettext("{n} day with a visit", "{n} days with a visit", standing.visit_days).format(n=standing.visit_days),
        _("silent for {silent} now").format(silent=figures.span(standing.silent_days))
        if standing.silent_days >= 1
        else _("here on the last day known"),
    ]
    if standing.visit_days > 1:
        lines.insert(1, _("usually every {gap}").format(gap=figures.every(standing.score.usual_gap)))
    return [*lines, chance(standing), _("Why they come: not enough known. Visits alone make nobody loyal.")]
