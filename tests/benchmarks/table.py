"""The one table every benchmark prints: what, ours, theirs, their ratio, and the goal."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple


class Line(NamedTuple):
    """One thing measured, in `unit`: every run of ours and of theirs, and the goal in words."""

    what: str
    ours: Sequence[float]
    theirs: Sequence[float]
    goal: str
    unit: str = "ms"

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as it is printed: medians, with the least and the most behind them."""
        ratio = median(self.ours) / median(self.theirs) if self.theirs else None
        seen = (spread(self.ours, self.unit), spread(self.theirs, self.unit))
        return self.what, *seen, f"{ratio:.2f}" if ratio else "", self.goal


def paired(what: str, runs: Sequence[tuple[float, float]], goal: str) -> Line:
    """A line from runs in turn, each ours and theirs, in milliseconds."""
    ours, theirs = zip(*runs, strict=True)
    return Line(what, ours, theirs, goal)


def spread(runs: Sequence[float], unit: str) -> str:
    """The median, the least and the most of some runs."""
    digits = 0 if unit == "ms" and median(runs or [0]) >= 100 else 1 if unit == "ms" else 2
    return f"{median(runs):.{digits}f} {unit} ({min(runs):.{digits}f}–{max(runs):.{digits}f})" if runs else ""


def show(lines: Sequence[Line]) -> None:
    """Print the table."""
    rows = [("what", "ours", "theirs", "ratio", "goal"), *(line.cells for line in lines)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
