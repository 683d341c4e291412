"""How they come × why, as a picture: a field's bar is its money, and the chosen field is marked."""

from collections.abc import Sequence

from rich.text import Text
from textual.events import Resize
from textual.widgets import Static

from loyaltui.widgets.bars import blocks
from loyaltui.widgets.display import fitted
from loyaltui.words.shop_pages import Cell, Row

HEADING = 13  # cells, for what stands left of the rows
MARK = "▸"


class Matrix(Static, can_focus=False):
    """Fields in rows and columns; `at`: the column and row of the one chosen."""

    def __init__(self, **options: str) -> None:
        super().__init__(markup=False, **options)  # type: ignore[arg-type]
        self.cells: Sequence[Sequence[Cell]] = ()
        self.down: Sequence[str] = ()
        self.across: Sequence[str] = ()
        self.at = (0, 0)

    def show(self, cells: Sequence[Sequence[Cell]], down: Sequence[str], across: Sequence[str]) -> None:
        """Show these; `down`: what the rows are called, `across`: the columns."""
        self.cells, self.down, self.across = cells, down, across
        self.draw()

    def move(self, right: int, down: int) -> None:
        """Choose another field."""
        if self.cells:
            column, row = self.at[0] + right, self.at[1] + down
            self.at = max(0, min(len(self.across) - 1, column)), max(0, min(len(self.cells) - 1, row))
            self.draw()

    @property
    def chosen(self) -> Row | None:
        """The field that is chosen."""
        return self.cells[self.at[1]][self.at[0]].row if self.cells else None

    def on_resize(self, _event: Resize) -> None:
        self.draw()

    def draw(self) -> None:
        """Draw the picture as wide as there is room."""
        if not self.cells or not self.size.width:
            return
        heading = HEADING if self.size.width >= 5 * HEADING else 2
        width = max(4, (self.size.width - heading) // len(self.across))
        text = Text(" " * heading + "".join(fitted(f" {name}", width) for name in self.across), no_wrap=True)
        text.stylize("bold")
        for row, (name, cells) in enumerate(zip(self.down, self.cells, strict=True)):
            for half, heads in enumerate((name, "")):
                text.append("\n" + fitted(heads, heading))
                for column, cell in enumerate(cells):
                    text.append_text(piece(cell, half, width, (column, row) == self.at))
            text.append("\n")
        self.update(text)


def piece(cell: Cell, half: int, width: int, here: bool) -> Text:
    """The upper (0) or lower (1) half of a field; `here`: it is the one chosen."""
    line = (f"{cell.number:<7}{blocks(cell.part, width - 10)}", cell.money)[half]
    text = Text(
        fitted((MARK if here and half == 0 else " ") + line, width - 1), f"{cell.style} reverse" if here else cell.style
    )
    return text.append(" ", "not reverse")
