"""The pages of the room "The shop": each a list of rows, with a sentence for the one chosen; `report` prints them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from loyaltui.core.evidence import AttitudeWord
from loyaltui.core.insight import ATTITUDES, RHYTHMS, Field, Member
from loyaltui.core.rhythm import Rhythm
from loyaltui.core.settings import Settings
from loyaltui.core.shop_report import Happening, ShopReport
from loyaltui.core.standing import verdict
from loyaltui.core.text import clean
from loyaltui.core.way import Stage, Step
from loyaltui.words import _, figures, insight, ngettext, standing

PAGES = {
    "crossed": _("How × why"),
    "held": _("Held by"),
    "hanging": _("One thing"),
    "asking": _("Ask next"),
    "journal": _("Happened"),
    "whole": _("In all"),
    "way": _("Way"),
    "owing": _("We owe"),
}
STAGES: dict[Stage, str] = {
    "signed_up": _("signed up, not here yet"),
    "first_visit": _("here once"),
    "second_visit": _("came again"),
    "regular": _("regular"),
    "loyal": _("loyal"),
}
NEXT: dict[Stage, str] = {
    "signed_up": _("Next: the first visit. A word of welcome, where they allowed it."),
    "first_visit": _("Next: the second visit, the hardest of all. Say hello names them when it is due."),
    "second_visit": _("Next: a habit. Remember their usual, ask what would suit them."),
    "regular": _("Next: to be loyal. Ask why they come; nobody is called loyal from visits alone."),
    "loyal": _("Next: keep it so. Thank them, ask what to make more of, and who else would like it here."),
}
OUTCOMES = {"left": _("stayed away"), "stayed": _("stayed"), "open": _("can't be told yet")}
WRITE_DOWN = _("Nothing is written down yet: e writes down that prices rose, a competitor opened …")


class Row(NamedTuple):
    """One row. `figures` stand on the right, `part` (0..1) is its bar; `ids`: the people behind it; `detail`: the whole
    as a sentence; `notes`: what to say of each of the people, where that isn't how they stand; `also`:
    what the bar becomes, beside what it is."""

    label: str
    figures: str = ""
    part: float = 0.0
    ids: tuple[int, ...] = ()
    detail: str = ""
    notes: Mapping[int, str] = {}
    also: float | None = None


class Cell(NamedTuple):
    """One field of how × why: two short lines, its part (0..1) of the largest field's money, a colour; and as a row."""

    number: str
    money: str
    part: float
    style: str
    row: Row


def crossed(report: ShopReport, settings: Settings) -> list[list[Cell]]:
    """How × why, a list a rhythm."""
    most = max((field.monthly_minor for some in report.matrix.values() for field in some.values()), default=0)
    return [[cell(report, rhythm, attitude, most, settings) for attitude in ATTITUDES] for rhythm in RHYTHMS]


def cell(report: ShopReport, rhythm: Rhythm, attitude: AttitudeWord, most: int, settings: Settings) -> Cell:
    """One field of how × why."""
    field = report.matrix[rhythm][attitude]
    if not field.customers:
        return Cell("·", "", 0, "dim", Row("", detail=insight.crossing(rhythm, attitude, field, settings)))
    money = figures.round_money(field.monthly_minor, settings)
    sentence = insight.crossing(rhythm, attitude, field, settings)
    row = Row(sentence.partition(":")[0], ids=field.ids, detail=sentence)
    word = verdict(rhythm, attitude)
    number = figures.number(field.customers)
    number = number if word == rhythm else f"{standing.GLYPHS[word]} {number}"
    return Cell(number, money, part(field.monthly_minor, most), standing.STYLES[word], row)


def part(money: int, most: int) -> float:
    """A sum as a part of the largest; nothing of a sum below zero."""
    return max(0, money) / most if most > 0 else 0.0


def amounts(field: Field, settings: Settings) -> str:
    """How many and what they spend, for a column of figures."""
    return f"{figures.number(field.customers):>6} {figures.round_money(field.monthly_minor, settings):>11}"


def held(report: ShopReport, settings: Settings, kinds: bool) -> list[Row]:
    """The regulars by what holds them, or by the kind of their staying."""
    groups, words = (report.staying, insight.STAYING) if kinds else (report.held_by, insight.HELD_BY)
    most = max((field.customers for field in groups.values()), default=0)
    return [
        Row(
            label,
            amounts(groups[key], settings),
            groups[key].customers / most,
            groups[key].ids,
            f"{label}: {insight.regulars(groups[key].customers)}, {insight.monthly(groups[key], settings)}",
        )
        for key, label in words.items()
        if groups[key].customers
    ]


def hanging(report: ShopReport, settings: Settings) -> list[Row]:
    """What hangs on one thing."""
    most = max((one.regulars.monthly_minor for one in report.hanging), default=0)
    return [
        Row(
            insight.hanging(one, report),
            amounts(one.regulars, settings),
            part(one.regulars.monthly_minor, most),
            one.regulars.ids,
            insight.hangs(one, report, settings),
        )
        for one in report.hanging
    ]


def asking(
    report: ShopReport, members: Mapping[int, Member], names: Mapping[int, str], settings: Settings
) -> list[Row]:
    """Whom it is worth asking next, a person a row: those whose `names` are given."""
    rows = []
    for customer in report.worth_asking:
        if customer not in names:
            break
        member = members[customer]
        gap = _("every {gap}").format(gap=figures.every(member.standing.score.usual_gap))
        money = _("{money} a month").format(money=figures.round_money(member.monthly, settings))
        rows.append(Row(names[customer], f"{gap:<15} {money:>15}", ids=(customer,), detail=f"{gap}, {money}"))
    return rows


def journal(report: ShopReport, settings: Settings) -> list[Row]:
    """What happened to the shop, the newest first."""
    return [happened(event, report, settings) for event in report.journal]


def happened(event: Happening, report: ShopReport, settings: Settings) -> Row:
    """One event: who left, who stayed, who can't be told yet."""
    fields = {"left": event.left, "stayed": event.stayed, "open": event.open}
    notes = {customer: OUTCOMES[key] for key, field in fields.items() for customer in field.ids}
    counts = _("{stayed} stayed · {left} left · {open} open").format(
        **{key: figures.number(field.customers) for key, field in fields.items()}
    )
    counts = counts if notes else OUTCOMES["open"]
    what = insight.what_happened(event, report)
    label, detail = f"{insight.day_of(event):<12} {what}", f"{insight.who_stayed(event, settings)} ({what})"
    return Row(label, counts, ids=tuple(notes), detail=detail, notes=notes)


def whole(report: ShopReport) -> list[Row]:
    """What can be said of the whole shop, and what people wish."""
    sentences = [
        insight.loyal(report.loyal, report.coverage),
        insight.recommendation(report.recommendation),
        insight.share_of_wallet(report.share_of_wallet),
        insight.guesses(report.guesses_right, report.guesses),
        insight.WEIGHTS,
    ]
    wished = []
    for wish in report.wishes:
        label = _("· They'd like: “{wish}”").format(wish=wish.text)
        wished.append(Row(label, ids=wish.ids, detail=insight.customers(len(wish.ids))))
    return [*(Row(f"· {sentence}") for sentence in sentences), *wished]


def way(report: ShopReport) -> list[Row]:
    """Who stands at which step of the way, those who are stuck first among its people."""
    most = max((len(step.ids) for step in report.way), default=0)
    return [stage(step, most) for step in report.way if most]


def stage(step: Step, most: int) -> Row:
    """One step, and what comes next for whoever stands there."""
    stuck = set(step.stuck)
    ids = (*step.stuck, *(customer for customer in step.ids if customer not in stuck))
    figure = _("{n} · {stuck} stuck").format(n=f"{len(ids):>6}", stuck=f"{len(stuck):>5}")
    count = ngettext("{n} person", "{n} people", len(ids)).format(n=figures.number(len(ids)))
    detail = f"{STAGES[step.stage].capitalize()}: {count}. {NEXT[step.stage]}"
    notes = dict.fromkeys(step.stuck, _("stuck here"))
    return Row(STAGES[step.stage], figure, len(ids) / most, ids, detail, notes)


def lead(page: str, report: ShopReport, kinds: bool, named: int) -> str:
    """What stands over a page; over an empty one, what to do."""
    known = insight.coverage(report.coverage)
    if page == "hanging" and not report.hanging:
        return _("Nothing is known yet that the regulars hang on. {known}").format(known=known)
    if page == "asking" and report.worth_asking:
        return f"{known} {shown_of(named, len(report.worth_asking))}"
    if page == "whole":
        return _("What can be said of the whole shop, and what people would like to see here.")
    if page == "way":
        return _("From signing up to being loyal, and who is stuck where. The gone quiet have left the way.")
    if page == "journal":
        return _("Who stayed when something changed? {e}").format(e=WRITE_DOWN if not report.journal else "")
    if page == "held" and kinds:
        return _("{known} The kinds of staying; k: what holds them.").format(known=known)
    return _("{known} k: the kinds of staying.").format(known=known) if page == "held" else known


def shown_of(some: int, everybody: int) -> str:
    """How many of how many are listed; nothing where all are."""
    if some >= everybody:
        return ""
    return _("{n} of {all} shown").format(n=figures.number(some), all=figures.number(everybody))


def printed(
    report: ShopReport, members: Mapping[int, Member], names: Mapping[int, str], settings: Settings
) -> Iterator[str]:
    """Every page for the terminal; `names`: of those worth asking, as many as shall be named."""
    if report.as_of is None:
        yield insight.NO_VISITS
        return
    yield insight.coverage(report.coverage)
    cells = (cell.row for cells in crossed(report, settings) for cell in cells)
    yield from headed(PAGES["crossed"], [row.detail for row in cells if row.ids])
    yield from headed(PAGES["held"], [row.detail for row in held(report, settings, kinds=False)])
    yield from headed(_("Kinds of staying"), [row.detail for row in held(report, settings, kinds=True)])
    yield from headed(PAGES["hanging"], [row.detail for row in hanging(report, settings)])
    asked = asking(report, members, names, settings)
    yield from headed(PAGES["asking"], [f"{clean(row.label)}: {row.detail}" for row in asked])
    yield from headed(PAGES["journal"], [f"{row.label[:12]} {clean(row.detail)}" for row in journal(report, settings)])
    yield from headed(_("The way to loyal"), [f"{row.figures}  {row.detail}" for row in way(report)])
    yield from headed(PAGES["whole"], [clean(f"{row.label} {row.detail}").strip() for row in whole(report)])


def headed(title: str, lines: list[str]) -> Iterator[str]:
    """Some lines under a title; nothing where there are none."""
    if lines:
        yield from ("", title, *(f"  {line}" for line in lines))
