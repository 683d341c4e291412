"""The one way from data to the screen: `shown` makes any text literal, whatever it pretends to be."""

from rich.cells import set_cell_size
from rich.text import Text

from loyaltui.core.text import clean


def shown(text: str, style: str = "") -> Text:
    """A text as it is: no markup, no links, no control characters, one line."""
    return Text(clean(text), style=style, no_wrap=False, end="")


def shown_lines(lines: list[str]) -> Text:
    """Several lines of data as one literal text."""
    text = shown("")
    for line in lines:
        text.append_text(shown(line))
        text.append("\n")
    return text


def figure(text: str) -> Text:
    """A figure for a column of figures: on the right."""
    return Text(clean(text), justify="right", end="")


def fitted(text: str, width: int) -> str:
    """A text in exactly `width` terminal cells; Chinese characters take two."""
    return set_cell_size(clean(text), width)
