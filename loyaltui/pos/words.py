"""How words of tills are compared, whatever their case, accents, marks and blanks."""

import re

from loyaltui.core.text import fold, tidy

GAP = re.compile(r"[\W_]+")


def key(text: str) -> str:
    """What a header or cell is compared by: folded, marks and blanks as single blanks ("E-Mail " → "e mail")."""
    return bare(tidy(text))


def bare(text: str) -> str:
    """The key of a text that is tidy already."""
    return GAP.sub(" ", fold(text)).strip()


def words(text: str) -> list[str]:
    """The keys of a table's entry, in its order."""
    return [key(word) for word in text.split(",")]
