"""What an import brought: one sentence a shop owner understands, then the details."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from loyaltui.core.report import ImportReport
from loyaltui.core.settings import Settings
from loyaltui.words import _, figures, ngettext

IGNORED = {
    "repeated_header": _("the header again"),
    "totals_row": _("totals"),
    "subtotal_row": _("subtotals"),
    "footer": _("footer"),
    "blank_row": _("empty"),
    "duplicate_row": _("the same receipt twice"),
    "void": _("voided"),
    "cancelled": _("cancelled"),
    "failed": _("payment failed"),
    "unpaid": _("not paid"),
    "uncaptured": _("payment not taken"),
    "payout": _("a payout"),
    "not_a_sale": _("no sale"),
}
REJECTED = {
    "invalid_date": _("no possible date"),
    "invalid_amount": _("no possible amount"),
    "wrong_column_count": _("too few or too many columns"),
    "missing_required": _("date or amount missing"),
    "unreadable_text": _("broken letters"),
}


def file(name: str, changed: int, today: int) -> str:
    """A file that lies there to be brought in, with the day it came."""
    return f"{name}   {figures.day(changed, today)}"


def sentence(report: ImportReport, settings: Settings) -> str:
    """The whole import in one sentence."""
    sales = report.visits + report.anonymous_receipts
    refunds = report.refunds + report.anonymous_refunds
    if not sales and not refunds and (report.new_customers or report.changed):
        return quiet(report)
    if not sales and not refunds:
        if report.already_known:
            return _("Nothing new: all {n} receipts are in the shop already.").format(
                n=figures.number(report.already_known)
            )
        return _("Nothing to bring in: no sale was found in this file.")
    verb = _("Brought in") if report.act else _("Would bring in")
    total = ngettext("{n} sale", "{n} sales", sales).format(n=figures.number(sales))
    if refunds:
        total += _(" and {n} refunds").format(n=figures.number(refunds)) if refunds > 1 else _(" and 1 refund")
    paid = figures.money(report.net_paid_minor + report.anonymous_minor + report.anonymous_refunds_minor, settings)
    whose = parts(report)
    if len(whose) == 1:  # "2 sales by 2 customers", not "2 sales: 2 by 2 customers"
        return f"{verb} {total} " + whose[0].partition(" ")[2] + _("; {paid} in all.").format(paid=paid)
    return f"{verb} {total}: " + ", ".join(whose) + _("; {paid} in all.").format(paid=paid)


def quiet(report: ImportReport) -> str:
    """An import without sales: a customer list, or only changes."""
    verb = _("Brought in") if report.act else _("Would bring in")
    people = ngettext("{n} new customer", "{n} new customers", report.new_customers)
    changed = ngettext("{n} changed receipt", "{n} changed receipts", report.changed)
    found = [people.format(n=figures.number(report.new_customers))] if report.new_customers else []
    found += [changed.format(n=figures.number(report.changed))] if report.changed else []
    return f"{verb} {', '.join(found)}."


def parts(report: ImportReport) -> list[str]:
    """Whose the sales are: ticked at the counter, recognised, without a name, doubtful."""
    named = report.visits - report.met_at_counter + report.met_nameless
    people = ngettext("{n} customer", "{n} customers", report.customers).format(n=figures.number(report.customers))
    found = []
    if report.met_at_counter:
        found.append(_("{n} already ticked by you").format(n=figures.number(report.met_at_counter)))
    if named or report.customers:
        by = _("{n} by {people} ({new} new)")
        found.append(by.format(n=figures.number(named), people=people, new=figures.number(report.new_customers)))
    if report.anonymous_receipts - report.met_nameless:
        found.append(_("{n} without a name").format(n=figures.number(report.anonymous_receipts - report.met_nameless)))
    if report.to_look_at:
        found.append(_("{n} to look at").format(n=figures.number(report.to_look_at)))
    return found


def details(report: ImportReport, settings: Settings) -> list[str]:
    """Line by line: what was known, left out and not readable, and the points."""
    lines = []
    if report.message:
        lines.append(report.message)
    if report.already_known and (report.visits or report.anonymous_receipts):
        lines.append(_("{n} receipts were in the shop already.").format(n=figures.number(report.already_known)))
    if report.changed and (report.visits or report.anonymous_receipts):
        changed = ngettext("{n} known receipt was changed", "{n} known receipts were changed", report.changed)
        lines.append(changed.format(n=figures.number(report.changed)) + _(": the till says otherwise now."))
    if report.first_visit and report.last_visit:
        lines.append(
            _("Visits from {first} to {last}.").format(first=report.first_visit[:10], last=report.last_visit[:10])
        )
    if report.points:
        lines.append(_("Earned: {points}.").format(points=figures.points(report.points, settings)))
    for title, problems, words in (
        (_("Left out on purpose"), report.ignored, IGNORED),
        (_("Couldn't read"), report.rejected, REJECTED),
    ):
        counts = Counter(problem.reason for problem in problems)
        for reason, count in sorted(counts.items()):
            where = at([problem.line for problem in problems if problem.reason == reason])
            lines.append(f"{title}: {count} × {words.get(reason, reason)} ({where})")
    if report.garbled:
        lines.append(
            _("Letters that can't be read stand in {where}: they are shown as �.").format(where=at(report.garbled))
        )
    return lines


def at(lines: Sequence[int]) -> str:
    """The lines of a file, the first of many."""
    where = ", ".join(map(str, lines))
    where = where if len(where) < 50 else where[:50].rsplit(",", 1)[0] + ", …"
    return (_("line") if len(lines) == 1 else _("lines")) + f" {where}"


def history(report: ImportReport, settings: Settings) -> str:
    """The one question about sales from before the programme, with what the other answer costs."""
    owed = _("{points} = {worth} owed").format(
        points=figures.points(report.history_points, settings), worth=figures.money(report.history_worth, settings)
    )
    sales = ngettext("{n} sale", "{n} sales", report.history_sales).format(n=figures.number(report.history_sales))
    return _("{sales} before your programme began: they earn nothing (it would be {owed}).").format(
        sales=sales, owed=owed
    )


def message(report: ImportReport) -> str | None:
    """What the owner has to know about the whole file; None where all is well."""
    said = []
    if report.identity == "none":
        said.append(_("no customer column in this export: its sales are kept, without a name"))
    if report.alike > 1 and 2 * report.alike >= report.visits + report.anonymous_receipts:
        twice = _("{n} of these sales have the day, time and amount of sales that are in the shop already: ")
        twice += _("if this is another export of the same sales, leave it out, or take it back")
        said.append(twice.format(n=figures.number(report.alike)))
    return "; ".join(said) or None


class Understood(Protocol):
    """A file as far as it has been understood; `columns`: header, what it means or None, some samples."""

    @property
    def format(self) -> str: ...
    @property
    def encoding(self) -> str: ...
    @property
    def delimiter(self) -> str: ...
    @property
    def columns(self) -> tuple[tuple[str, str | None, tuple[str, ...]], ...]: ...


def understood(reading: Understood) -> str:
    """How a file was read: the till, the writing, and which column means what."""
    fields = ", ".join(f"{field} = {header}" for header, field, _samples in reading.columns if field)
    return _("Read as {format} ({encoding}, {delimiter}): {fields}.").format(
        format=reading.format.replace("-", " "), encoding=reading.encoding, delimiter=reading.delimiter, fields=fields
    )
