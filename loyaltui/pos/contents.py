"""What a column is by what stands in it, for headers that no table knows."""

from collections.abc import Callable, Mapping, Sequence

from loyaltui.core.text import digits
from loyaltui.pos.people import EMAIL
from loyaltui.pos.values import CURRENCY, date_parts, decimal_vote, to_minor

MOST = 0.8  # share of a column's filled cells that must look alike


def guess(header: Sequence[str], rows: Sequence[Sequence[str]], fields: Mapping[str, int]) -> dict[str, int]:
    """The fields with date, amount and e-mail added where they are missing and a nameless column holds nothing else."""
    found = dict(fields)
    for name, looks in (("date", is_date), ("email", is_email), ("amount", is_money)):
        if name in found or (name == "amount" and ("total" in found or "net" in found)):
            continue
        free = [column for column in range(len(header)) if column not in found.values()]
        alike = [column for column in free if holds(rows, column, looks)]
        if alike:  # of several dates the first is the sale's, of several sums the last is what was paid
            found[name] = alike[-1] if name == "amount" else alike[0]
    return found


def holds(rows: Sequence[Sequence[str]], column: int, looks: Callable[[str], bool]) -> bool:
    """Whether nearly every filled cell of a column looks so."""
    cells = [row[column] for row in rows if column < len(row) and row[column].strip()]
    return len(cells) * 2 > len(rows) and sum(map(looks, cells)) >= MOST * len(cells)


def is_date(text: str) -> bool:
    """Whether a cell begins with a date that isn't just a row of digits."""
    return not text.strip().isdigit() and date_parts(text) is not None


def is_email(text: str) -> bool:
    """Whether a cell is an e-mail address."""
    return EMAIL.fullmatch(text.strip()) is not None


def is_money(text: str) -> bool:
    """Whether a cell is a sum of money: a number with a fraction or a currency."""
    if is_date(text) or not digits(text):
        return False
    mark, _ = decimal_vote(text)
    return bool(mark or CURRENCY.search(text)) and any(to_minor(text, sign, 2) is not None for sign in ".,")
