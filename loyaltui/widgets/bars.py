"""Rows with their figures and a bar, to go through with the arrows."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from loyaltui.core.text import clean
from loyaltui.widgets.display import fitted, shown
from loyaltui.words.shop_pages import Row

LEAST_LABEL = 12  # cells


class Bars(OptionList):
    """Rows of a page; a row without figures is a sentence, and is wrapped."""

    def __init__(self, **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row], at: int = 0) -> None:
        """Show these, the one at `at` chosen."""
        self.rows = rows
        width = max(1, self.size.width - 2)
        labels = max((cell_len(clean(row.label)) for row in rows if row.figures), default=0)
        bars = any(row.part for row in rows)
        self.set_options(Option(line(row, width, labels, bars)) for row in rows)
        self.highlighted = min(at, len(rows) - 1) if rows else None

    def on_resize(self, _event: Resize) -> None:
        self.show(self.rows, self.highlighted or 0)

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return None if self.highlighted is None else self.rows[self.highlighted]


def line(row: Row, width: int, labels: int, bars: bool) -> Text:
    """One row in `width` cells; `labels`: how wide the widest label of the page is; `bars`: whether any row of it has a
    bar, which takes what is left."""
    if not row.figures:
        return shown(row.label)
    room = width - len(row.figures) - 2
    label = max(LEAST_LABEL, min(labels, room - (width // 4 if bars else 0)))
    text = Text(f"{fitted(row.label, label)} {row.figures} ", no_wrap=True, end="", overflow="crop")
    bar = blocks(row.part, max(0, room - label))
    also = bar if row.also is None else blocks(row.also, max(0, room - label))
    if len(bar) == len(also):
        return text.append(bar, "cyan")
    both, rest = min(len(bar), len(also)), abs(len(also) - len(bar))
    return text.append("█" * both, "cyan").append(("▒" if len(also) > len(bar) else "░") * rest, "yellow")


def blocks(part: float, width: int) -> str:
    """A part (0..1) as a bar of at most `width` cells; what is more than nothing is seen."""
    eighths = max(round(part * width * 8), 1) if part > 0 and width else 0
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
