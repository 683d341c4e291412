"""Rows with their figures and a bar, to go through with the arrows."""

from collections.abc import Sequence

from rich.text import Text
from textual.events import Resize
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from loyaltui.widgets.display import fitted, shown
from loyaltui.words.shop_pages import Row

LEAST_LABEL, BAR = 12, 22  # cells


class Bars(OptionList):
    """Rows of a page; a row without figures is a sentence, and is wrapped."""

    def __init__(self, **options: str) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row], at: int = 0) -> None:
        """Show these, the one at `at` chosen."""
        self.rows = rows
        width = max(1, self.size.width - 3)
        self.set_options(Option(line(row, width)) for row in rows)
        self.highlighted = min(at, len(rows) - 1) if rows else None

    def on_resize(self, _event: Resize) -> None:
        self.show(self.rows, self.highlighted or 0)

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return None if self.highlighted is None else self.rows[self.highlighted]


def line(row: Row, width: int) -> Text:
    """One row in `width` cells."""
    if not row.figures:
        return shown(row.label)
    bar = min(BAR, width // 4) if row.part else 0
    label = max(LEAST_LABEL, width - len(row.figures) - bar - 2)
    text = Text(f"{fitted(row.label, label)} {row.figures} ", no_wrap=True, end="", overflow="crop")
    return text.append(blocks(row.part, bar), "cyan")


def blocks(part: float, width: int) -> str:
    """A part (0..1) as a bar of at most `width` cells; what is more than nothing is seen."""
    eighths = max(round(part * width * 8), 1) if part > 0 and width else 0
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
