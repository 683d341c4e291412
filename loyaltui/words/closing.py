"""Closing the day, in words: the steps, and what there is to do at each."""

from collections.abc import Mapping

from loyaltui.core.closing import Closing
from loyaltui.words import _, figures, hello_pages, ngettext

TITLES = {
    "till": _("The till's sales of today"),
    "doubtful": _("One sale or two? One person or two?"),
    "faces": _("Five faces: why do they come?"),
    "promises": _("Promises for tomorrow"),
    "backup": _("A copy of the shop, checked"),
    "night": _("Good night"),
}
STEPS = tuple(TITLES)
SIGNS = {"done": "✓", "skipped": "–"}


def steps(at: int, marks: Mapping[int, str]) -> list[str]:
    """Every step, with what became of it; the present one is pointed at."""
    signs = ["▸" if n == at else SIGNS.get(marks.get(n, ""), " ") for n in range(len(STEPS))]
    return [f" {sign} {n}  {TITLES[step]}" for n, (sign, step) in enumerate(zip(signs, STEPS, strict=True), 1)]


def about(step: str, found: Closing, folder: str, today: int) -> list[str]:
    """What there is to do at a step, and the keys."""
    if step == "till":
        if not found.files:
            return [_("No till's file of today lies in {folder}.").format(folder=folder), "", GO_ON]
        name = found.files[0]
        return [_("{file} lies there since today: ⏎ looks into it, s leaves it out.").format(file=name)]
    if step == "doubtful":
        return counted(found.questions, _("{n} to look at"))
    if step == "faces":
        return counted(found.faces, _("{n} of today's people of whom too little is known"))
    if step == "promises":
        due = [f"· {one.name}: {hello_pages.promise(one, today)}" for one in found.promises]
        return [*due, "", _("⏎ goes on")] if due else [_("Nothing is promised for tomorrow."), "", _("⏎ goes on")]
    if step == "backup":
        return [_("⏎ makes a copy beside the shop's file and proves it; s leaves it out.")]
    done = ngettext("{n} visit today.", "{n} visits today.", found.visits).format(n=figures.number(found.visits))
    return [f"{done} " + _("Everything is saved. Good night!"), "", _("⏎ goes back to the counter, ^q closes the app.")]


GO_ON = _("⏎ looks for another file, s goes on.")


def counted(count: int, words: str) -> list[str]:
    """So many to do, or that there is nothing."""
    if not count:
        return [_("Nothing to do here."), "", _("⏎ goes on")]
    return [words.format(n=figures.number(count)), "", _("⏎ shows them, s leaves them out; Esc comes back here.")]
