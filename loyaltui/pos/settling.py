"""Runs that have waited long enough, as records: sales, refunds, and rows left out with the ref they speak of."""

from collections.abc import Iterable

from loyaltui.core.identity import marked
from loyaltui.core.receipt import Ignored, Line, Receipt, Record, Rejected
from loyaltui.pos.layout import Layout
from loyaltui.pos.parts import Part
from loyaltui.pos.refs import Nth
from loyaltui.pos.runs import Run, added, alike, apart, by_person, joined, sales_and_refunds, without_copies
from loyaltui.pos.seen import Seen

TAKES_BACK = frozenset({"void", "cancelled"})  # what may be said later of a receipt known as a sale
REFUND = 1 << 61  # apart from the sale of the same ref
DUPLICATE = "duplicate_row"


class Settling:
    """Makes records of runs. It remembers each receipt by a number, to know the second of two; `rows` is about how many
    may come. `counted` is how many rows went into receipts."""

    def __init__(self, layout: Layout, rows: int) -> None:
        self.items, self.once = layout.rows == "items", layout.once
        self.seen = Seen(rows)
        self.nth = Nth(self.seen)
        self.counted = 0

    def settle(self, runs: Iterable[Run], records: list[Record]) -> None:
        """The records of runs, one of each ref, with what else was met of it; `records` get them."""
        several = [run for run in runs if run.more]
        loose = sum(not all(alike(run, other) for other in run.more or ()) for run in several)
        scattered = self.items and 2 * loose > len(several)
        for run in runs:
            if run.more:
                runs_of = [run, *run.more]
                inherit(runs_of, self.once)
                for own in by_person(runs_of):
                    self.gathered(own, records, scattered)
            elif run.verdict.why:
                leave_out(run, run.ref if run.verdict.why in TAKES_BACK else "", records)
            else:
                total = added(run.parts, self.once)
                refund = run.verdict.refund or (total.amount or 0) < 0
                ref = marked(run.ref, apart([run])[0][0]) if refund else run.ref
                self.receipt(run, total, refund, ref, records)

    def gathered(self, runs: list[Run], records: list[Record], scattered: bool) -> None:
        """The records of one person's runs of one ref; `scattered`: equal rows far apart are items, no copies."""
        live = [run for run in runs if not run.verdict.why]
        for run in runs:
            if run.verdict.why:
                leave_out(run, "" if live or run.verdict.why not in TAKES_BACK else run.ref, records)
        sales, refunds = sales_and_refunds(live, self.items, self.once)
        for group in (sales, refunds):
            if not scattered:
                group[:], copies = without_copies(group)
                records += [Ignored(line, DUPLICATE) for run in copies for line in run.lines]
        if sales:
            sale = joined(sales)
            self.receipt(sale, added(sale.parts, self.once), False, sale.ref, records, not refunds)
        for mark, run in apart(refunds):
            self.receipt(run, added(run.parts, self.once), True, marked(run.ref, mark), records)

    def receipt(
        self, run: Run, total: Part, refund: bool, ref: str, records: list[Record], given_back: bool = True
    ) -> None:
        """A run's receipt, with the refund that stands in its row; or why it is none."""
        amount = total.amount
        if amount is None or total.loads_only:
            records += no_sale(run, total)
            return
        known = self.seen.add(hash(ref) ^ REFUND if refund else hash(ref), hash((amount, run.second)))
        if known:
            records += [Ignored(line, DUPLICATE) for line in run.lines]
            return
        if known is False:  # rows of a receipt too far apart to be joined
            ref = self.nth.ref(run.day, run.second, amount, run.who)
        self.counted += len(run.lines)
        records.append(made(run, total, refund, ref))
        if given_back and not refund and (back := total.refunded or (run.verdict.refunded and amount)):
            records.append(given(run, back, ref))

    def unnumbered(self, run: Run) -> list[Record]:
        """The records of a run of one row that has no number."""
        records: list[Record] = []
        total = added(run.parts, self.once)
        amount = total.amount
        if run.verdict.why:
            known = amount is not None and run.verdict.why in TAKES_BACK
            leave_out(run, self.nth.ref(run.day, run.second, amount or 0, run.who) if known else "", records)
            return records
        if amount is None or total.loads_only:
            return no_sale(run, total)
        refund = run.verdict.refund or amount < 0
        ref = self.nth.ref(run.day, run.second, -abs(amount) if refund else amount, run.who)
        self.counted += len(run.lines)
        records.append(made(run, total, refund, ref))
        if not refund and (back := total.refunded or (run.verdict.refunded and amount)):
            records.append(given(run, back, ref))
        return records


def inherit(runs: list[Run], once: bool) -> None:
    """Rows without a sum of their own are what the row with the sum is, wherever it stands."""
    why = next((run.verdict.why for run in runs if run.verdict.why), "")
    if why and all(run.verdict.why or added(run.parts, once).amount is None for run in runs):
        for run in runs:
            if not run.verdict.why:
                run.verdict = run.verdict._replace(why=why)


def no_sale(run: Run, total: Part) -> list[Record]:
    """The rows of a run without any sum, or in which only money was put by for later."""
    if total.amount is None:
        return [Rejected(line, "missing_required") for line in run.lines]
    return [Ignored(line, "not_a_sale") for line in run.lines]


def made(run: Run, total: Part, refund: bool, ref: str) -> Receipt:
    """The receipt of a run; a refund's money is negative however the till writes it."""
    amount, items = total.amount or 0, total.items
    if refund and amount > 0:
        amount, items = -amount, tuple(turned(line) for line in items)
    return Receipt(
        run.lines[0],
        "refund" if refund else "sale",
        run.day,
        run.second,
        amount,
        run.who,
        ref,
        total.tax,
        total.discount,
        run.staff,
        items,
    )


def given(run: Run, amount: int, ref: str) -> Receipt:
    """The refund that stands in a sale's own row."""
    return Receipt(run.lines[0], "refund", run.day, run.second, -amount, run.who, ref, staff=run.staff)


def turned(line: Line) -> Line:
    """An item given back."""
    return line if line.amount is None else line._replace(amount=-line.amount)


def leave_out(run: Run, ref: str, records: list[Record]) -> None:
    """The rows of a run that is no sale."""
    records += [Ignored(line, run.verdict.why, ref) for line in run.lines]
