"""Rows that are no receipt and no person: a header again, totals, footers, blank rows."""

from collections.abc import Callable
from functools import cache, lru_cache

from loyaltui.core.text import clean
from loyaltui.pos.cellwords import FOOTERS, SUBTOTALS, TOTALS
from loyaltui.pos.layout import WHO, Layout
from loyaltui.pos.words import key, words

FEW = 2  # filled cells of a line below the table
Row = list[str]


class Asides:
    """Knows the rows of one table that stand aside; `dated` tells whether a text is a date of that table."""

    def __init__(self, layout: Layout, dated: Callable[[str], bool]) -> None:
        self.header = [key(cell) for cell in layout.header]
        self.dates = layout.columns("date")
        self.number = layout.fields.get("receipt", 0)
        self.telling = [layout.fields[name] for name in ("receipt", "customer", "item", *WHO) if name in layout.fields]
        self.amounts = {term.column for term in layout.amount}
        self.dated = dated

    def why(self, row: Row) -> str:
        """Why a row is none (a header again, a total, a blank row), an empty string where it may be one."""
        if not any(map(str.strip, map(clean, row))):
            return "blank_row"
        cells = [key(cell) for cell in row[: len(self.header)]]
        filled = [cell for cell in cells if cell]
        if cells == self.header[: len(cells)] and len(filled) > 1:
            return "repeated_header"
        if any(column < len(row) and self.dated(row[column]) for column in self.dates):
            return ""
        if self.dates and any(cell.startswith(subtotal_beginnings()) for cell in filled[:1]):
            return "subtotal_row"
        return summing(filled) or self.below(row, filled)

    def summed(self, row: Row) -> str:
        """Why a row is none though it has a date: in place of a number, a name or an item stands a word for a sum."""
        return next((why for column in self.telling if (why := sums_up(row[column]))), "")

    def numbered(self, row: Row, number: str) -> bool:
        """Whether a row's number is one, and no word for a sum."""
        return not (number.isalpha() or " " in number) or not sums_up(row[self.number])

    def below(self, row: Row, filled: list[str]) -> str:
        """Why a row that isn't dated stands below the table: sums and remarks name no receipt and nobody."""
        if self.remark(row, filled):
            return "footer"
        dates = any(column < len(row) and row[column].strip() for column in self.dates)
        if not self.dates or dates or any(column < len(row) and row[column].strip() for column in self.telling):
            return ""
        numbers = [cell for cell in filled if has_digit(cell)]
        alone = self.telling and any(row[column].strip() for column in self.amounts if column < len(row))
        if len(numbers) == len(filled) > (0 if alone else 1):
            return "totals_row"
        return "footer" if len(filled) <= FEW and not numbers else ""

    def remark(self, row: Row, filled: list[str]) -> bool:
        """Whether a row is a line of text or a count below the table, not cut to its columns."""
        known = any(cell.startswith(footer_words()) for cell in filled[:1])
        if self.dates and len(row) == 1 < len(self.header):
            return known or not has_digit(row[0])
        counts = len(row) < len(self.header) and len(filled) == FEW and has_digit(filled[1])
        return known and (counts or len(filled) == 1)


def summing(filled: list[str]) -> str:
    """Whether the keys of a row's cells say that it sums up others."""
    found = set(filled)
    if found & subtotal_words():
        return "subtotal_row"
    return "totals_row" if found & total_words() or any(cell.startswith("total ") for cell in filled[:1]) else ""


def has_digit(text: str) -> bool:
    """Whether a digit stands in a text."""
    return any(ch.isdigit() for ch in text)


@lru_cache(1 << 12)
def sums_up(text: str) -> str:
    """Whether a cell says that its row sums up others, and which."""
    word = key(text)
    return "subtotal_row" if word in subtotal_words() else "totals_row" if word in total_words() else ""


@cache
def total_words() -> frozenset[str]:
    """What the cell of a totals row says."""
    return frozenset(words(TOTALS))


@cache
def subtotal_words() -> frozenset[str]:
    """What the cell of a subtotals row says."""
    return frozenset(words(SUBTOTALS))


@cache
def subtotal_beginnings() -> tuple[str, ...]:
    """How a subtotals row that names what it sums up begins ("Subtotal Ann")."""
    return tuple(f"{word} " for word in subtotal_words())


@cache
def footer_words() -> tuple[str, ...]:
    """How a line below the table begins."""
    return tuple(words(FOOTERS))
