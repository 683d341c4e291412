"""A list of people beside an input: arrows move it, focus never enters it."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from loyaltui.widgets.display import fitted


class Row(NamedTuple):
    """One line of the list: the id it stands for, the name, what stands behind it, a sign with its colour; `off`: it
    can be read and not picked, and stands below all that can."""

    id: int
    name: str
    detail: str = ""
    sign: str = " "
    colour: str = ""
    off: bool = False


class Persons(OptionList, can_focus=False):
    """People, or rewards, to pick from."""

    def set_rows(self, rows: Sequence[Row], first: bool, width: int = 0) -> None:
        """Show these; `first`: the first is picked unless another is chosen; `width`: of the names, 0 for the usual."""
        width = max(12, width or self.size.width - 13)
        self.set_options(Option(line(row, width), str(row.id), disabled=row.off) for row in rows)
        self.highlighted = 0 if first and any(not row.off for row in rows) else None

    def move(self, steps: int) -> None:
        """Go up or down the list; from nowhere, to its first line."""
        count = sum(not option.disabled for option in self.options)
        if not count:
            return
        here = self.highlighted
        self.highlighted = 0 if here is None else max(0, min(count - 1, here + steps))

    @property
    def picked(self) -> int | None:
        """The id of the highlighted line."""
        option = self.highlighted_option
        return int(option.id) if option and option.id else None


def line(row: Row, width: int) -> Text:
    """One line of the list, in columns."""
    text = Text(f"{fitted(row.name, width)} {row.detail:>8} ", no_wrap=True, end="")
    return text.append(row.sign, style=row.colour)
