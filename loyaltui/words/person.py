"""One person's sheet in words: who they are, how they stand and why we think so, what they did."""

from typing import TYPE_CHECKING

from loyaltui.core.dossier import Dossier
from loyaltui.core.moment import ordinal
from loyaltui.core.settings import Settings
from loyaltui.core.standing import Standing
from loyaltui.words import _, figures, hello_pages, standing, why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHOWN = 60  # receipts on the sheet; the rest is in `customer --json`
BLOCKS = " ▁▂▃▄▅▆▇█"
WEEKS = 26


def title(whole: Dossier) -> str:
    """The name and everything somebody is recognised by."""
    row = whole.customer
    parts = [row.called or _("(no name)"), row.phone, row.email, row.card, whole.birthday, whole.language]
    return " · ".join(part for part in parts if part)


def stands(whole: Dossier, today: int, until: str, names: "Mapping[int, str]", settings: Settings) -> list[str]:
    """The verdict, its clause, every line it rests on, and what would change it."""
    verdict: Standing | None = whole.standing
    lines = [until, ""] if until else []
    if verdict is None:
        return [*lines, _("Not here yet: no visit is known, so there is nothing to say.")]
    lines += [standing.verdict(verdict, today, names), "", _("Why they come")]
    lines += [f"· {line}" for line in why.lines(verdict, today, names, settings.weights)]
    lines += ["", _("How they come"), *(f"· {line}" for line in standing.evidence(verdict, today))]
    lines += [_("· the last {n} weeks, a column a week:").format(n=WEEKS), f"  {weeks(whole.receipts, today)}"]
    return lines + said(whole)


def said(whole: Dossier) -> list[str]:
    """The usual, what they allowed us, and what was noted."""
    lines: list[str] = []
    if whole.usual:
        lines += ["", _("usual: {items}").format(items=", ".join(whole.usual))]
    if whole.categories:
        counted = ", ".join(f"{name} {visits}" for name, visits in whole.categories.items())
        lines.append(_("visits with: {categories}").format(categories=counted))
    lines += ["", _("May we write?")]
    for consent in whole.consents:
        answer = _("yes") if consent["allowed"] else _("no")
        lines.append(f"· {consent['channel']}: {answer} ({consent['day']}, {consent['source']})")
    if len(lines) and lines[-1] == _("May we write?"):
        lines.append(_("· never asked; speak to them when they come in"))
    lines += (
        ["", _("Promised"), *(f"! {one['text']} ({one['due']})" for one in whole.promises)] if whole.promises else []
    )
    lines += ["", _("When we spoke to them"), *(contacted(one) for one in whole.contacts)] if whole.contacts else []
    notes = whole.notes
    return lines + (["", _("Notes")] + [f"· {note['day']} {note['text']}" for note in notes] if notes else [])


def contacted(one: "Mapping[str, object]") -> str:
    """What came of a contact, with the words that were sent."""
    words = f": “{one['text']}”" if one["text"] else ""
    return f"· {one['day']} {hello_pages.DID[str(one['outcome'])]}{words}"


def weeks(receipts: "Sequence[dict[str, object]]", today: int) -> str:
    """Visits a week as a row of little columns, the newest on the right."""
    counts = [0] * WEEKS
    for receipt in receipts:
        day = ordinal(str(receipt["at"])[:10])
        back = (today - day) // 7 if day else WEEKS
        if receipt["kind"] == "sale" and 0 <= back < WEEKS:
            counts[WEEKS - 1 - back] += 1
    most = max(counts) or 1
    return "".join(BLOCKS[-(-count * 8 // most)] for count in counts)


def history(whole: Dossier, settings: Settings) -> list[str]:
    """The sums, then the receipts, newest first."""
    row = whole.customer
    lines = [
        f"{figures.points(row.points, settings)} · {figures.visits(row.visits)} · "
        + _("{paid} in all").format(paid=figures.money(row.net_paid_minor, settings)),
        "",
    ]
    for receipt in whole.receipts[:SHOWN]:
        amount = receipt["amount_minor"]
        paid = _("the till will say") if amount is None else figures.money(amount, settings)
        at = str(receipt["at"]).replace("T", " ")[:16]
        earned = f"{receipt['points']:+}" if receipt["points"] else ""
        lines.append(f"{at:<16} {paid:>10} {earned:>5} {receipt['reward']}".rstrip())
    rest = len(whole.receipts) - SHOWN
    return [*lines, _("… and {n} older").format(n=rest)] if rest > 0 else lines
