"""Rows as receipts: each record of a table becomes part of one, or is left out for a reason that is said.

Neighbouring rows of one receipt are a Run. Runs wait in a window of some ten thousand receipts for others of the same
number: split payments, copies, rows in another order; a file in which they lie farther apart is held as a whole.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from loyaltui.core.receipt import Ignored, Record, Rejected
from loyaltui.pos.asides import Asides
from loyaltui.pos.judging import Verdict, Verdicts
from loyaltui.pos.layout import WHO
from loyaltui.pos.moments import Moments
from loyaltui.pos.parts import Part, Parts
from loyaltui.pos.people import People
from loyaltui.pos.refs import iso, number_text
from loyaltui.pos.runs import Run, alike, fuller
from loyaltui.pos.settling import Settling
from loyaltui.pos.staffing import Staff
from loyaltui.pos.survey import Facts

WINDOW = 10_000  # receipts that wait for more of their rows, twice: about 15 MB
LOOSE = 100  # more than one receipt in so many lies apart: the file isn't sorted by receipt

NO_PART = Part(None)

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
        head = [*self.moments.columns, *self.verdicts.columns, *[column for _, column in who]]
        self.head: Callable[[Row], tuple[str, ...]] = itemgetter(*dict.fromkeys(head), nowhere)
        needed = [*self.moments.columns, *[column for _, column in who], *[term.column for term in layout.amount]]
        self.last_used = max(column for column in needed if column < nowhere)
        self.asides = Asides(layout, lambda text: self.moments.of(text, "")[0] is not None)
        self.settling = Settling(layout, facts.rows)
        self.new, self.old = Waiting(), Waiting()
        self.run: Run | None = None
        self.short: tuple[int, Row] | None = None
        self.loose = 0

    def read(self, rows: Iterable[tuple[int, Row]]) -> Iterator[Record]:
        """Every record of the rows, each row's once, in the file's order within a window."""
        width, head_of, parts, cells_of = self.width, self.head, self.parts, self.parts.cells
        run: Run | None = None
        head: tuple[str, ...] = ()
        for line, row in rows:
            if len(row) != width:
                self.misshapen(line, row)
                run = None
                continue
            row.append("")
            if run is not None and head_of(row) == head:
                part = parts[cells_of(row)]
                if part is not None:
                    run.lines.append(line)
                    run.parts.append(part)
                    continue
            if self.short is not None:
                self.row(*self.short)
                self.short = None
            run = self.row(line, row)
            if run is not None:
                head = head_of(row)
            if len(self.new.runs) + len(self.new.records) >= WINDOW:
                yield from self.turn()
        yield from self.rest()

    def misshapen(self, line: int, row: Row) -> None:
        """A row of another width than the header's."""
        if self.short is not None:
            self.row(*self.short)
            self.short = None
        why = self.asides.why(row)
        if why:
            self.ignore(line, why)
        elif len(row) > self.width and not any(map(str.strip, row[self.width :])):
            self.row(line, [*row[: self.width], ""])
        elif self.last_used < len(row) < self.width:  # spreadsheets drop empty cells at the end; a cut file ends so too
            self.short = line, row + [""] * (self.width + 1 - len(row))
        else:
            self.reject(line, "wrong_column_count")

    def row(self, line: int, row: Row) -> Run | None:
        """A row one cell wider than the header; the run it stands in, None where it stands alone."""
        number, date, time = self.moments.cells(row)
        number = number_text(number)
        verdict = self.verdicts[self.verdicts.cells(row)]
        part = self.parts[self.parts.cells(row)]
        day, second = self.moments.of(date, time)
        if day is None:
            if self.continues(number, date, row, verdict, part):
                return self.join(line, row, part, verdict)
            date = date if date.strip() else self.moments.elsewhere(row)
            day, second = self.moments.of(date, date if self.moments.timed else "")
            if day is None:
                self.undated(line, row, date, verdict)
                return None
        run = self.run
        if run is not None:
            if number and run.number == number and run.day == day and self.same(run, verdict):
                return self.join(line, row, part, verdict)
            self.close()
        why, refund, refunded, _ = verdict
        if part is None and not why:
            self.reject(line, "invalid_amount")
            return None
        who, staff = self.people[self.identity(row)], self.staff[row[self.staff.column]]
        run = Run(
            f"{iso(day)}#{number}", number, day, second, refund, refunded, why, who, staff, [line], [part or NO_PART]
        )
        if not number:  # a receipt of its own
            self.new.records += self.settling.unnumbered(run)
            return None
        self.run = run
        return run if self.items else None

    def same(self, run: Run, verdict: Verdict) -> bool:
        """Whether a row of a run's number belongs to it: in a file of items, and nothing else is said of it."""
        if not self.items:
            return False
        return verdict.silent or (verdict.why == run.why and verdict.refund == run.refund)

    def continues(self, number: str, date: str, row: Row, verdict: Verdict, part: Part | None) -> bool:
        """Whether an undated row goes on with the receipt above it."""
        run = self.run
        if not run or not self.items or date.strip() or not self.same(run, verdict):
            return False
        if number:
            return number == run.number
        return part is not None and part.line is not None and not self.asides.why(row[:-1])

    def join(self, line: int, row: Row, part: Part | None, verdict: Verdict) -> Run | None:
        """One more row of the run that is being read."""
        run = self.run
        assert run is not None
        if part is None and not run.why:
            self.reject(line, "invalid_amount")
            return run
        run.lines.append(line)
        run.parts.append(part or NO_PART)
        run.who = fuller((run.who, self.people[self.identity(row)]))
        run.refunded = run.refunded or verdict.refunded
        return run

    def undated(self, line: int, row: Row, date: str, verdict: Verdict) -> None:
        """A row without a readable date: no receipt at all, or one that can't be read."""
        self.close()
        why = self.asides.why(row[:-1])
        if why or verdict.why:
            self.ignore(line, why or verdict.why)
        else:
            self.reject(line, "invalid_date" if date.strip() else "missing_required")

    def ignore(self, line: int, why: str) -> None:
        """A row left out on purpose."""
        self.new.records.append(Ignored(line, why))

    def reject(self, line: int, why: str) -> None:
        """A row that couldn't be read."""
        self.new.records.append(Rejected(line, why))

    def close(self) -> None:
        """The run being read is over: it waits for others of its ref."""
        run = self.run
        if run is None:
            return
        self.run = None
        known = self.new.runs.setdefault(run.ref, run)
        if known is run:
            if run.ref not in self.old.runs:
                return
            del self.new.runs[run.ref]
            known = self.old.runs[run.ref]
        known.more = [*(known.more or ()), run]
        self.loose += self.items and not alike(known, run)

    def turn(self) -> list[Record]:
        """Settle what has waited long enough, unless the file turns out not to be sorted by receipt."""
        if self.loose * LOOSE > WINDOW:
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
