"""The pages of Say hello beside the list: who was left out, the promise and complaint book, did it help, what they
said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from loyaltui.core.complaints import Complaint, Stage
from loyaltui.core.helped import Helped
from loyaltui.core.outreach import Cause, Contact, LeftOut
from loyaltui.core.promise import Promise
from loyaltui.core.wish import Wished
from loyaltui.words import _, figures, ngettext
from loyaltui.words.contacts import REASONS

PAGES = {
    "today": _("Today"),
    "aside": _("Left out"),
    "book": _("Promises"),
    "helped": _("Did it help?"),
    "wishes": _("What they said"),
}
CAUSES: dict[Cause, str] = {
    "said_no": _("said no"),
    "unusable": _("number or address unusable"),
    "put_off": _("put off"),
    "just_contacted": _("contacted not long ago"),
    "not_today": _("another day: the list is full"),
}
STAGES: dict[Stage, str] = {
    "open": _("open: say sorry"),
    "apologised": _("we said sorry: now put it right"),
    "put_right": _("put right; not back yet"),
    "back": _("put right, and they came back"),
}
OUTCOMES = {
    "done": _("✓ done"),
    "no_answer": _("no answer"),
    "put_off": _("put off"),
    "never": _("✗ not again"),
}
DID = {
    "done": _("you wrote or spoke to them"),
    "no_answer": _("you tried to reach them"),
    "put_off": _("put off"),
    "never": _("don't contact again"),
}


EMPTY = {
    "today": _("Nobody needs a word today. f6 brings in the newest till sales."),
    "aside": _("Nobody with a reason was left out."),
    "book": _("Nothing is promised and nobody complains. At the counter: p oat milk by Friday ⏎"),
    "wishes": _("Nobody has wished for anything yet: ask the loyal what to make more of."),
}
LEADS = {
    "aside": _("Who has a reason and isn't on today's list, and why."),
    "book": _("What is owed, the oldest first; red until it is kept. k: the next step."),
    "helped": _("Those you marked as done, when their time is over, beside the odds of the day they were listed."),
    "wishes": _("What people would like, and what was done about it. k: write that down."),
}
STEPS = {
    "promise": _("kept"),
    "date": _("done"),
    "open": _("we said sorry; next: put it right"),
    "apologised": _("put right; now they may come back"),
}
MARKED = {
    "done": _("✓ {name}: done"),
    "no_answer": _("{name}: no answer; again in 3 days"),
    "put_off": _("{name}: put off for a week"),
    "never": _("{name}: not contacted again, and in no list or export"),
}


class Line(NamedTuple):
    """One line of a page: who, what in a word or two, and the rest of it; the whole of it as sentences; whom it is
    about; its number in the book (of a promise, or of the answer that a complaint or a wish is), and of which kind."""

    name: str
    what: str
    rest: str
    detail: str
    customer_id: int = 0
    number: int = 0
    kind: str = ""
    urgent: bool = False


def aside(found: Iterable[LeftOut], unasked: Iterable[Contact], today: int) -> list[Line]:
    """Who isn't on the list, and why; then who could be asked whether we may write."""
    lines = [
        Line(one.name, REASONS[one.reason], CAUSES[one.cause], because(one, today), one.customer_id) for one in found
    ]
    ask = _("{name} was never asked whether we may write: s saves slips to ask with.")
    return lines + [
        Line(one.name, REASONS[one.reason], _("never asked"), ask.format(name=one.name), one.customer_id)
        for one in unasked
    ]


def because(one: LeftOut, today: int) -> str:
    """Why somebody was left out, and until when."""
    sentence = f"{one.name}: {REASONS[one.reason]}, {CAUSES[one.cause]}."
    if one.until is None:
        return sentence
    return f"{sentence} " + _("Not before {day}.").format(day=figures.day(one.until, today))


def more(unasked: int) -> str:
    """How many more there would be, if they allowed it; nothing where there are none."""
    if not unasked:
        return ""
    return ngettext("{n} more if they allow it", "{n} more if they allow it", unasked).format(n=unasked)


def printed(found: Iterable[LeftOut], unasked: Sequence[Contact], today: int) -> Iterator[str]:
    """Who was left out, for the terminal."""
    for one in found:
        yield because(one, today)
    if unasked:
        yield more(len(unasked)) + ": " + ", ".join(one.name for one in unasked)


def given(name: str, text: str, due: int, today: int, kind: str = "promise") -> str:
    """What was promised, and by when; or a date of the owner's own."""
    if kind == "date":
        return _("{name}, {day}: {text}").format(name=name, text=text, day=weekday(due, today))
    return _("Promised {name}: “{text}” by {day}.").format(name=name, text=text, day=weekday(due, today))


def weekday(day: int, today: int) -> str:
    """A day near today by its weekday, one that is further off with its date."""
    return figures.weekday(day) if abs(day - today) < 100 else figures.day(day, today)


def promise(one: Promise, today: int) -> str:
    """A promise as it stands on a card: "oat milk by Fri 8 May"."""
    late = _(" (overdue)") if one.is_late(today) else ""
    return _("{text} by {day}{late}").format(text=one.text, day=weekday(one.due, today), late=late)


def book(
    promises: Iterable[Promise], complaints: Iterable[Complaint], names: Mapping[int, str], today: int
) -> list[Line]:
    """What was promised and what was complained of: what is open first."""
    lines = [promised(one, today) for one in promises]
    return lines + [complained(one, names.get(one.customer_id, ""), today) for one in complaints]


def promised(one: Promise, today: int) -> Line:
    """A promise, or a date of the owner's own."""
    what = _("promised") if one.kind == "promise" else _("your date")
    sentence = given(one.name, one.text, one.due, today, one.kind)
    wrote = _("Written down {day}. k: it is kept.").format(day=figures.day(one.day, today))
    detail = f"{sentence} {wrote}"
    return Line(one.name, what, promise(one, today), detail, one.customer_id, one.id, one.kind, one.due <= today)


def complained(one: Complaint, name: str, today: int) -> Line:
    """A complaint, with the days each of its steps took."""
    steps = [_("open since {day}").format(day=figures.day(one.opened, today))]
    before = one.opened
    for day, words in ((one.apologised, _("sorry")), (one.put_right, _("put right")), (one.back, _("back again"))):
        if day is not None:
            steps.append(_("{step} after {span}").format(step=words, span=days(day - before)))
            before = day
    hint = {"open": _(" k: we said sorry."), "apologised": _(" k: it is put right.")}.get(one.stage, "")
    detail = f"“{one.text}”: {', '.join(steps)}.{hint}"
    urgent = one.stage in ("open", "apologised")
    rest = f"{STAGES[one.stage]} · “{one.text}”"
    return Line(name, _("complaint"), rest, detail, one.customer_id, one.id, one.stage, urgent)


def wished(one: Wished, today: int) -> Line:
    """What somebody would like, and what was done about it."""
    said = _("{name}, {day}: “{text}”.").format(name=one.name, day=figures.day(one.day, today), text=one.text)
    done, rest = _("k: what was done about it."), f"“{one.text}”"
    if one.done_day is not None:
        done = _("Done {day}: {text}").format(day=figures.day(one.done_day, today), text=one.done)
        rest = f"✓ “{one.text}” → {one.done}"
    return Line(one.name, figures.day(one.day, today), rest, f"{said} {done}", one.customer_id, one.answer_id, "wish")


def days(count: int) -> str:
    """So many days, none on the same day."""
    return ngettext("{n} day", "{n} days", count).format(n=count) if count else _("no day")


def helped(found: Helped) -> list[str]:
    """What came of the words that were said, in sentences."""
    if not found.contacted:
        return [_("Nothing can be told yet: mark whom you spoke to (d), and look again in some weeks.")]
    within = figures.span(found.horizon)
    lines = [
        _("{came} of {n} came back within {within}; about {expected} would have anyway.").format(
            came=found.came, n=found.contacted, within=within, expected=round(found.expected)
        ),
        _("By chance alone it would be {low} to {high} (19 times in 20, by the odds of the day of each word).").format(
            low=found.low, high=found.high
        ),
        VERDICTS[found.verdict],
    ]
    return lines + compared(found)


HOLD_BACK = _(
    "So many are due here that one in five could be left alone, told to nobody, for an honest comparison: "
    "`loyaltui settings hold_back yes`."
)


def compared(found: Helped) -> list[str]:
    """Those left alone on purpose, as a number only."""
    if not found.held:
        return []
    line = _("Of {n} who were left alone on purpose, {came} came back.").format(n=found.held, came=found.held_came)
    if found.more is None:
        return [f"{line} " + _("Too few to compare.")]
    middle, low, high = (round(100 * part) for part in found.more)
    return [
        f"{line} "
        + _("A word made {n} more in 100 come (between {low} and {high}).").format(n=middle, low=low, high=high)
    ]


VERDICTS = {
    "too_few": _("Too few to tell."),
    "chance": _("That could be chance: it can't be told whether a word helped."),
    "helped": _("That is more than chance would do: a word helped."),
    "hindered": _("That is fewer than those odds say: nothing shows that a word helped."),
}


def marked(name: str, kind: str) -> str:
    """What was kept of a contact."""
    return MARKED[kind].format(name=name)


def saved(count: int, file: str, broken: int = 0) -> str:
    """A file was saved, and how many aren't in it."""
    people = ngettext("{n} person", "{n} people", count).format(n=figures.number(count))
    said = _("✓ {people} saved as {file}").format(people=people, file=file)
    if not broken:
        return said
    return f"{said}; " + _("left out: {n} whose number or address can't be used").format(n=figures.number(broken))


def spoken(kind: str, day: int, today: int) -> str:
    """That somebody was written or spoken to: "you wrote or spoke to them last Tuesday"."""
    if 1 < today - day < 7:
        return _("{did} on {weekday}").format(did=DID[kind], weekday=figures.weekday(day).split()[0])
    return _("{did} {ago}").format(did=DID[kind], ago=figures.ago(today - day))
