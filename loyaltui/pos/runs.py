"""Rows of one receipt, wherever they stand in the file, made one: parts added up, copies told from equal parts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from loyaltui.core.identity import code_of, marked, strangers
from loyaltui.core.receipt import Line, Who
from loyaltui.core.text import fold
from loyaltui.pos.judging import Verdict
from loyaltui.pos.parts import Part


@dataclass(slots=True)
class Run:
    """Neighbouring rows of one receipt. `ref`: the receipt's, empty where it has no number; `verdict`: what they say of
    themselves; `more`: other runs of the ref."""

    ref: str
    day: int
    second: int | None
    verdict: Verdict
    who: Who | None
    staff: str
    lines: list[int]
    parts: list[Part]
    more: "list[Run] | None" = None


def added(parts: list[Part], once: bool) -> Part:
    """The sum of a receipt's parts; `once`: a sum stands for the whole receipt, in one row or in all."""
    if len(parts) == 1 and not parts[0].less:
        return parts[0]
    if once and len(parts) > 1:
        return stated(parts)
    amount = tax = discount = None
    refunded = less = loaded = 0
    items: list[Line] = []
    for own, off, back, levy, rebate, goods, _, _, load in parts:
        if own is not None:
            amount = own if amount is None else amount + own
        if levy is not None:
            tax = levy if tax is None else tax + levy
        if rebate is not None:
            discount = rebate if discount is None else discount + rebate
        less += off
        refunded += back
        loaded += load
        items += goods
    amount = amount - less if amount is not None else None
    return Part(amount, 0, refunded, tax, discount, tuple(items), loaded=loaded)


def stated(parts: list[Part]) -> Part:
    """The sum of a receipt whose rows all state the whole, or one of them does."""
    total = first(part.amount for part in parts)
    return Part(
        total if total is None else total - sum(part.less for part in parts),
        0,
        next((part.refunded for part in parts if part.refunded), 0),
        first(part.tax for part in parts),
        first(part.discount for part in parts),
        tuple(line for part in parts for line in part.items),
        loaded=max(part.loaded for part in parts),
    )


def first(values: Iterable[int | None]) -> int | None:
    """The first value that there is."""
    return next((value for value in values if value is not None), None)


def joined(runs: list[Run]) -> Run:
    """Runs of one receipt as one run, as of the earliest time among them."""
    if len(runs) == 1:
        return runs[0]
    runs = sorted(runs, key=lambda run: run.lines[0])
    seconds = [run.second for run in runs if run.second is not None]
    one = runs[0]
    return Run(
        one.ref,
        one.day,
        min(seconds, default=None),
        one.verdict._replace(refunded=any(run.verdict.refunded for run in runs)),
        fuller(run.who for run in runs),
        next((run.staff for run in runs if run.staff), ""),
        [line for run in runs for line in run.lines],
        [part for run in runs for part in run.parts],
    )


def fuller(people: Iterable[Who | None]) -> Who | None:
    """Who of several rows of one receipt is told most about, the first of equals."""
    return max((who for who in people if who), key=lambda who: sum(map(bool, who)), default=None)


def by_person(runs: list[Run]) -> list[list[Run]]:
    """Runs of one ref, each person's apart: two registers gave the same number. The earliest keeps the ref.

    Nobody's rows go with those of their time, else with the earliest.
    """
    named = [run for run in runs if run.who]
    if not any(strangers(named[0].who, run.who) for run in named[1:]):
        return [runs]
    named.sort(key=lambda run: (-1 if run.second is None else run.second, code_of(run.who or Who())))
    people = told_apart(named)
    times = {run.second: group for group in reversed(people) for run in group}
    for run in runs:
        if not run.who:
            times.get(run.second, people[0]).append(run)
    for group in people[1:]:
        ref = marked(group[0].ref, code_of(group[0].who or Who()))
        for run in group:
            run.ref = ref
    return people


def told_apart(runs: list[Run]) -> list[list[Run]]:
    """Runs that name somebody, each person's in a list of their own."""
    people: list[list[Run]] = []
    known: dict[tuple[int, str], list[Run]] = {}
    for run in runs:
        told = [(place, fold(text)) for place, text in enumerate(run.who or ()) if text]
        met = (known[tell] for tell in told if tell in known)
        group = next((group for group in met if not strangers(group[0].who, run.who)), None)
        if group is None:
            people.append(group := [])
        group.append(run)
        for tell in told:
            known.setdefault(tell, group)
    return people


def alike(one: Run, other: Run) -> bool:
    """Whether two runs say the same of one receipt."""
    return one.second == other.second and (one.parts == other.parts or Counter(one.parts) == Counter(other.parts))


def without_copies(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Runs each of another content, and those that repeat one of them."""
    kept: list[Run] = []
    copies: list[Run] = []
    for run in runs:
        (copies if any(alike(run, known) for known in kept) else kept).append(run)
    return kept, copies


def gives_back(run: Run, once: bool) -> bool:
    """Whether a run takes money out of the till, whatever its type says."""
    return run.verdict.refund or (added(run.parts, once).amount or 0) < 0


def sales_and_refunds(runs: list[Run], items: bool, once: bool) -> tuple[list[Run], list[Run]]:
    """Live runs of one ref as parts of the sale, and as refunds; a negative item of the sale's time is part of it."""
    sales = [run for run in runs if not gives_back(run, once)]
    refunds = [run for run in runs if gives_back(run, once)]
    if items and sales:
        times = {run.second for run in sales}
        own = [run for run in refunds if not run.verdict.refund and run.second in times]
        sales, refunds = sales + own, [run for run in refunds if run not in own]
    return sales, refunds


def apart(refunds: list[Run]) -> list[tuple[str, Run]]:
    """The single refunds of one number, each with the mark that tells it apart in any order of rows ("": the first).

    Each payment is one refund; where the till numbers no payments, rows of the same time are.
    """
    paid: dict[str, list[Run]] = {}
    timed: dict[int, list[Run]] = {}
    for run in refunds:
        if payment := run.parts[0].payment:
            paid.setdefault(f"{crc32(payment.encode()):08x}", []).append(run)
        else:
            timed.setdefault(-1 if run.second is None else run.second, []).append(run)
    marked = [(mark, joined(group)) for mark, group in paid.items()]
    in_time = [joined(timed[second]) for second in sorted(timed)]
    return marked + [("" if n == 1 else str(n), run) for n, run in enumerate(in_time, 1)]
