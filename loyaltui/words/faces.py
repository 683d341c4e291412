"""The evening's five faces, in words."""

from collections.abc import Container, Sequence

from loyaltui.core.evidence import Source
from loyaltui.core.faces import Evening, Face
from loyaltui.core.question import REASONS, Reply
from loyaltui.words import _, figures, reasons, standing

PERSON = Reply("reason", "person")


def title(evening: Evening, at: int, today: int) -> str:
    """Which face of how many, and of which day."""
    day = figures.day(evening.day, today) if evening.day != today else _("today")
    if at >= len(evening.faces):
        return _("Five faces of {day}").format(day=day)
    return _("Five faces of {day}: {n} of {all}").format(day=day, n=at + 1, all=len(evening.faces))


def reasons_shown(hidden: Container[str]) -> list[Reply]:
    """The reasons to choose from."""
    return [Reply("reason", value) for value in REASONS if value not in hidden]


def why(name: str, face: Face, usual: Sequence[str], hidden: Container[str], today: int) -> list[str]:
    """One face, and the reasons behind their keys."""
    about = f"{figures.visits(face.facts.visits)}, {standing.late(face.standing, today)}"
    lines = ["", f"  {name}", f"  {about}"]
    lines += [_("  usual: {items}").format(items=", ".join(usual))] if usual else []
    lines += ["", _("Why do they come?"), ""]
    lines += [f"  {reasons.reply(one)}" for one in reasons_shown(hidden)]
    return [*lines, "", _("  0  I don't know")]


def for_whom(name: str, colleagues: Sequence[str]) -> list[str]:
    """Which colleague somebody comes for."""
    numbered = [f"  {n}  {one}" for n, one in enumerate(colleagues, 1)]
    return ["", f"  {name}", "", _("For whom do they come?"), "", *numbered, "", _("  0  nobody in particular")]


def who_says_so(name: str, reason: Reply) -> list[str]:
    """The second key: a guess is kept apart, and counts for nothing."""
    return [
        "",
        f"  {name}: {reasons.short(reason)}",
        "",
        _("Who says so?"),
        "",
        _("  t  they told me"),
        _("  s  I saw it"),
        _("  g  my guess: it is kept beside what is known, and never counts"),
    ]


def kept(name: str, reason: Reply, source: Source) -> str:
    """What was written down."""
    return f"✓ {name}: {reasons.short(reason)} ({reasons.SOURCES[source]})"


def done(evening: Evening) -> list[str]:
    """There are no more faces."""
    if not evening.regulars:
        return ["", _("Nobody comes regularly yet, so there is nobody to think of.")]
    known = _("The reason is known for {n} of {all} regulars.").format(n=evening.known, all=evening.regulars)
    thanks = _("That's all for this day.") if evening.faces else _("Of this day nobody is left to think of.")
    return ["", thanks, known, "", _("Esc goes back to the counter.")]
