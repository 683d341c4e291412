"""How somebody stands, in words: a glyph, a word, a clause, and the evidence under it."""

from collections.abc import Mapping

from loyaltui.core.standing import Standing
from loyaltui.words import _, figures, ngettext, reasons

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


EARLY = 0.5  # of those who still come; a silence that half of them keep is nothing to speak of


def glyph(standing: Standing | None) -> str:
    """One sign for a standing; a blank before the first visit."""
    return GLYPHS[standing.word] if standing else " "


def style(standing: Standing | None) -> str:
    """The colour of a standing, always beside its sign or word."""
    return STYLES[standing.word] if standing else ""


def word(standing: Standing | None) -> str:
    """One word for a standing."""
    return WORDS[standing.word] if standing else _("Not here yet")


def verdict(standing: Standing, today: int, names: Mapping[int, str]) -> str:
    """The sign, the word and the clause; `names`: of the colleagues somebody may come for."""
    thinks = reasons.guess(standing.why)
    sentence = f"{glyph(standing)} {word(standing)}: {clause(standing, today, names)}"
    return f"{sentence}; {thinks}" if thinks else sentence


def clause(standing: Standing, today: int, names: Mapping[int, str]) -> str:
    """What stands behind the word, in one clause."""
    why, held = standing.why, reasons.held(standing.why, names)
    if standing.word == "loyal":
        strongest = [line for line in why.attitude.evidence if line.weight > 0][:2]
        return _(" and ").join(reasons.KINDS[line.kind] for line in strongest)
    if standing.word == "regular":
        if why.attitude.word == "unknown" and not why.held_by:
            unknown = _("we don't know why they come")
            return f"{unknown}, {held}" if held else unknown
        return held or reasons.ATTITUDES[why.attitude.word]
    if standing.word == "fond":
        return _("likes us, comes seldom: what is in the way?")
    if standing.word in ("slipping", "lost"):
        was = _("was loyal") if why.attitude.word == "loyal" else _("was regular")
        return f"{was}, {late(standing, today)}" if standing.visit_days > 2 else late(standing, today)
    if standing.word == "new":
        return _("here once so far")
    return _("comes now and then")


def late(standing: Standing, today: int) -> str:
    """How long somebody stays away, beside what is usual for them."""
    return away(standing.last_day, standing.visit_days, standing.score.usual_gap, today)


def away(last_day: int, visit_days: int, usual_gap: float, today: int) -> str:
    """The same from its figures: the last day, how many days with a visit, the usual gap in days."""
    last = _("last here {ago}").format(ago=figures.ago(today - last_day))
    if visit_days < 2:
        return last
    return _("usually every {gap}, {last}").format(gap=figures.every(usual_gap), last=last)


def chance(standing: Standing) -> str:
    """The odds of coming back, as a sentence."""
    return back_within(standing.score.p_return, standing.horizon)


def back_within(p: float, horizon: int) -> str:
    """The same from its figures: the chance, and the days it is for."""
    odds, span = figures.odds(p).capitalize(), figures.span(horizon)
    return _("{odds} like this come back within {span}").format(odds=odds, span=span)


def lateness(standing: Standing) -> str:
    """How usual a silence this long is, for somebody who is still a customer."""
    return _("{odds} who still come are ever away this long").format(
        odds=figures.odds(standing.score.lateness).capitalize()
    )


def evidence(standing: Standing, today: int) -> list[str]:
    """What the verdict rests on, line by line, and what it doesn't know."""
    lines = [
        ngettext("{n} day with a visit", "{n} days with a visit", standing.visit_days).format(n=standing.visit_days)
    ]
    if standing.visit_days > 1:
        lines.append(_("usually every {gap}").format(gap=figures.every(standing.score.usual_gap)))
    lines.append(_("last here {ago}").format(ago=figures.ago(today - standing.last_day)))
    lines.append(chance(standing))
    is_late = standing.visit_days > 1 and standing.score.lateness < EARLY
    return [*lines, lateness(standing)] if is_late else lines


def known_until(last: int | None, today: int) -> str:
    """That sales are known only until some day ago; nothing where they are known until yesterday."""
    if last is None or today - last < 2:
        return ""
    return _("Sales known until {day}, {ago}: standings are as of then.").format(
        day=figures.day(last, today), ago=figures.ago(today - last)
    )
