"""Rows as receipts: each record of a table becomes part of one, or is left out for a reason that is said.

Rows are taken in batches, a column at a time: what stands in a cell is looked up, not worked out again. Neighbouring
rows of one receipt are a Run. Runs wait in a window of some ten thousand receipts for others of the same number: split
payments, copies, rows in another order; a file whose items lie farther apart is held as a whole.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import itemgetter, ne

from loyaltui.core.identity import strangers
from loyaltui.core.receipt import Ignored, Record, Rejected, Who
from loyaltui.pos.asides import Asides
from loyaltui.pos.judging import Verdicts
from loyaltui.pos.layout import WHO, only
from loyaltui.pos.moments import Moments
from loyaltui.pos.parts import UNREADABLE, Parts
from loyaltui.pos.people import People
from loyaltui.pos.refs import iso
from loyaltui.pos.runs import Run, alike, fuller
from loyaltui.pos.settling import Settling
from loyaltui.pos.source import Batch
from loyaltui.pos.staffing import Staff
from loyaltui.pos.survey import Facts

WINDOW = 10_000  # receipts that wait for more of their rows, twice: about 15 MB
LOOSE = 100  # more than one receipt in so many lies apart: the file isn't sorted by receipt

Row = list[str]
by_line: Callable[[Record], int] = itemgetter(0)


@dataclass(slots=True)
class Waiting:
    """What was read and may still change: runs by ref, and records that are settled."""

    runs: dict[str, Run] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)


class Receipts:
    """One reading of a table's rows."""

    def __init__(self, facts: Facts, phone: Callable[[str], str]) -> None:
        layout = facts.layout
        self.width = nowhere = len(layout.header)  # an empty cell is put behind each row for fields it doesn't have
        self.items = layout.rows == "items"
        self.moments = Moments(facts, nowhere)
        self.verdicts = Verdicts(layout, nowhere)
        self.parts = Parts(facts)
        who = [(name, column) for name in WHO for column in layout.columns(name)]
        self.people = People(tuple(name for name, _ in who), phone)
        pads = [nowhere] * max(0, 2 - len(who))
        self.identity: Callable[[Row], tuple[str, ...]] = itemgetter(*[column for _, column in who], *pads)
        self.staff = Staff(layout, nowhere)
        self.item = layout.fields.get("item", nowhere)
        head = [
            *self.moments.columns,
            *self.moments.tills,
            *self.verdicts.columns,
            *[column for _, column in who],
            self.staff.column,
        ]
        self.head: Callable[[Row], tuple[str, ...]] = itemgetter(*dict.fromkeys(head), nowhere)
        needed = [*self.moments.columns, *[column for _, column in who], *[term.column for term in layout.amount]]
        self.last_used = max(column for column in needed if column < nowhere)
        self.asides = Asides(layout, lambda text: self.moments.of(text, "")[0] is not None)
        self.settling = Settling(layout, facts.rows)
        self.new, self.old = Waiting(), Waiting()
        self.run: Run | None = None
        self.short: tuple[int, Row] | None = None
        self.whole = layout.strewn  # nothing is settled before the file's end
        self.merged, self.day = layout.merged, 0
        self.headed = layout.headed
        self.person: Who | None = None  # whose the rows below are
        self.names = frozenset(column for _, column in who)
        self.loose = 0  # of the repeated
        self.repeated: list[tuple[Run, Run]] = []  # runs of one ref that lie apart

    def read(self, batches: Iterable[Batch]) -> Iterator[Record]:
        """Every record of the rows, each row's once, in the file's order within a window."""
        for lines, rows in batches:
            if self.short is not None or set(map(len, rows)) != {self.width}:
                lines, rows = self.sorted_out(lines, rows)
            if rows:
                self.take(list(lines), rows)
            if not self.whole and len(self.new.runs) + len(self.new.records) >= WINDOW:
                yield from self.turn()
        yield from self.rest()

    def sorted_out(self, lines: Iterable[int], rows: Iterable[Row]) -> Batch:
        """Rows without those of another width than the header's that can't be mended."""
        fit: dict[int, Row] = {}
        for line, row in zip(lines, rows, strict=True):
            if self.short is not None:  # it wasn't the last
                fit[self.short[0]], self.short = self.short[1], None
            if len(row) == self.width:
                fit[line] = row
            elif why := self.asides.why(row):
                self.ignore(line, why)
            elif len(row) > self.width and not any(map(str.strip, row[self.width :])):
                fit[line] = row[: self.width]
            elif self.last_used < len(row) < self.width:  # spreadsheets drop empty cells; a cut file ends so too
                self.short = line, row + [""] * (self.width - len(row))
            else:
                self.reject(line, "wrong_column_count")
        return list(fit), list(fit.values())

    def take(self, lines: list[int], rows: Sequence[Row]) -> None:
        """Rows as wide as the header."""
        for row in rows:
            row.append("")
        parts = list(map(self.parts.__getitem__, map(self.parts.cells, rows)))
        starts = self.starts(rows)
        firsts = [rows[start] for start in starts]
        for start, stop, number, day, second, verdict, who, staff in zip(
            starts,
            [*starts[1:], len(rows)],
            *self.moments.read(firsts),
            map(self.verdicts.__getitem__, map(self.verdicts.cells, firsts)),
            map(self.people.__getitem__, map(self.identity, firsts)),
            map(self.staff.__getitem__, map(itemgetter(self.staff.column), firsts)),
            strict=True,
        ):
            if number and day is not None and (number[-1].isdigit() or self.asides.numbered(rows[start], number)):
                ref = f"{iso(day)}#{number}"
                self.dated(Run(ref, day, second, verdict, who, staff, lines[start:stop], parts[start:stop]))
                continue
            for n in range(start, stop):
                run = Run("", day or 0, second, verdict, who, staff, [lines[n]], [parts[n]])
                if day is None:
                    self.undated(rows[n], number, run)
                elif why := self.asides.summed(rows[n]):
                    self.ignore(lines[n], why)
                else:
                    self.unnumbered(run)

    def starts(self, rows: Sequence[Row]) -> Sequence[int]:
        """The indexes of rows that don't say who and when as the row above does; of all where each is a receipt."""
        if not self.items:
            return range(len(rows))
        heads = list(map(self.head, rows))
        return [0, *compress(count(1), map(ne, heads, heads[1:]))]

    def dated(self, run: Run) -> None:
        """A run with a day and a number."""
        run.who = run.who or self.person
        self.day, above = run.day, self.run
        if above is not None and run.ref == above.ref and self.same(above, run):
            self.join(above, run)
            return
        self.close()
        if not self.parts.unreadable or self.readable(run, run.verdict.why):
            self.run = run

    def unnumbered(self, run: Run) -> None:
        """A run of one row with a day and no number: a receipt of its own."""
        self.close()
        run.who = run.who or self.person
        if self.readable(run, run.verdict.why):
            self.new.records += self.settling.unnumbered(run)

    def undated(self, row: Row, number: str, run: Run) -> None:
        """A run of one row without a date that can be read: more of the run above, dated elsewhere, or no receipt."""
        if self.run is not None and self.continues(self.run, row, number, run):
            self.join(self.run, run)
            return
        if self.merged and number and not row[self.moments.date].strip():
            day: int | None = self.day or None
        else:
            day, run.second = self.moments.elsewhere(row)
        if day is None:
            self.close()
            self.leave_out(row, run)
            return
        run.day = day
        if number:
            run.ref = f"{iso(day)}#{number}"
            self.dated(run)
        else:
            self.unnumbered(run)

    def leave_out(self, row: Row, run: Run) -> None:
        """A row without any date: no receipt at all, or one that can't be read."""
        why = self.asides.why(row[:-1]) or run.verdict.why
        if why:
            self.ignore(run.lines[0], why)
        elif self.headed and only(row, self.names):
            self.person = run.who
            self.ignore(run.lines[0], "not_a_sale")
        else:
            self.reject(run.lines[0], "invalid_date" if self.moments.said(row) else "missing_required")

    def continues(self, above: Run, row: Row, number: str, run: Run) -> bool:
        """Whether an undated row goes on with the receipt above it."""
        if not self.items and not any(map(str.strip, self.head(row))):  # a line of an order that says its total
            return run.parts[0] is not UNREADABLE and run.parts[0].amount is None and not self.asides.why(row[:-1])
        if row[self.moments.date].strip() or not self.same(above, run):
            return False
        if number:
            return above.ref == f"{iso(above.day)}#{number}"
        item = row[self.item].strip() and run.parts[0] is not UNREADABLE
        return bool(item) and not self.asides.why(row[:-1])

    def same(self, above: Run, run: Run) -> bool:
        """Whether rows of a run's number belong to it: in a file of items, and nothing else is said of them."""
        if not self.items or strangers(above.who, run.who):
            return False
        verdict = run.verdict
        return verdict.silent or (verdict.why, verdict.refund) == (above.verdict.why, above.verdict.refund)

    def join(self, above: Run, run: Run) -> None:
        """More rows of the run that is being read."""
        if not self.readable(run, above.verdict.why):
            return
        above.lines += run.lines
        above.parts += run.parts
        above.who = fuller((above.who, run.who))
        if run.verdict.refunded:
            above.verdict = above.verdict._replace(refunded=True)

    def readable(self, run: Run, why: str) -> bool:
        """Whether anything is left of a run without sums that can't be read; nobody needs those of no sale (`why`)."""
        if UNREADABLE in run.parts and not why:
            bad = [part is UNREADABLE for part in run.parts]
            for line in compress(run.lines, bad):
                self.reject(line, "invalid_amount")
            run.lines = [line for line, out in zip(run.lines, bad, strict=True) if not out]
            run.parts = [part for part in run.parts if part is not UNREADABLE]
        return bool(run.lines)

    def close(self) -> None:
        """The run being read is over: it waits for others of its ref, or with the first one that does."""
        run, self.run = self.run, None
        if run is None:
            return
        known = self.new.runs.setdefault(run.ref, run)
        if known is run:
            if run.ref not in self.old.runs:
                return
            del self.new.runs[run.ref]
            known = self.old.runs[run.ref]
        known.more = known.more or []
        known.more.append(run)
        if self.items:
            self.repeated.append((known, run))

    def ignore(self, line: int, why: str) -> None:
        """A row left out on purpose."""
        self.new.records.append(Ignored(line, why))

    def reject(self, line: int, why: str) -> None:
        """A row that couldn't be read."""
        self.new.records.append(Rejected(line, why))

    def turn(self) -> list[Record]:
        """Settle what has waited long enough, unless the file turns out not to be sorted by receipt."""
        self.loose += sum(not alike(known, run) for known, run in self.repeated)
        self.repeated.clear()
        if self.loose * LOOSE > WINDOW:
            self.whole = True
            return []
        records = self.settled(self.old)
        self.old, self.new, self.loose = self.new, Waiting(), 0
        return records

    def rest(self) -> Iterator[Record]:
        """Settle what still waits when the file is at its end."""
        self.close()
        if self.short is not None:
            self.reject(self.short[0], "wrong_column_count")
        yield from self.settled(self.old)
        yield from self.settled(self.new)

    def settled(self, waiting: Waiting) -> list[Record]:
        """The records of what has waited, in the file's order."""
        records = waiting.records
        self.settling.settle(waiting.runs.values(), records)
        records.sort(key=by_line)
        return records
