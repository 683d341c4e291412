"""What the sums of a table's rows say about each other: is it the price of one piece, is the tip inside the total?"""

from collections.abc import Iterable, Mapping, Sequence

from loyaltui.pos.fieldwords import PRICES
from loyaltui.pos.headercells import header_word, of_which
from loyaltui.pos.values import decimal_vote, to_minor

NAMES = ("net", "tax", "total", "tip", "discount", "amount")
DIGITS = 2  # any would do: sums are only compared with each other

Rows = Sequence[Sequence[str]]
Sums = list[int | None]


def priced(header: Sequence[str], rows: Rows, fields: Mapping[str, int], column: int) -> bool:
    """Whether the sums of a column are prices of one piece, to be multiplied with the row's quantity."""
    if "quantity" not in fields or column == fields["quantity"]:
        return False
    if column == fields.get("unit_price"):
        return True
    if header_word(header[column]) not in PRICES or "item" not in fields:
        return False
    prices: dict[str, set[tuple[str, str]]] = {}
    for row in whole(header, rows):
        prices.setdefault(row[fields["item"]], set()).add((row[fields["quantity"]], row[column]))
    several = [pairs for pairs in prices.values() if len({quantity for quantity, _ in pairs}) > 1]
    return not several or any(len({price for _, price in pairs}) < len(pairs) for pairs in several)


def recipes(usual: Sequence[str], header: Sequence[str], rows: Rows, fields: Mapping[str, int]) -> Sequence[str]:
    """The recipes of an amount as the rows bear them out: without the tip where the total has none, and what was paid
    where a discount comes off the total; a tip that its header calls a part of the amount comes off."""
    known = {name: column_of(header, rows, fields[name]) for name in NAMES if name in fields}
    if {"total", "discount", "amount"} <= known.keys() and reduced(known):
        usual = ("amount", *usual)
    if "tip" in fields and of_which(header[fields["tip"]]):
        usual = [f"{recipe} -[tip]" if recipe == "amount" else recipe for recipe in usual]
    if {"net", "tax", "total", "tip"} <= known.keys() and tip_outside(known):
        return tuple(recipe.replace(" -[tip]", "") for recipe in usual)
    return usual


def reduced(sums: Mapping[str, Sums]) -> bool:
    """Whether in every row, and in one at least where it matters, total less discount is the amount."""
    rows = list(zip(sums["total"], sums["discount"], sums["amount"], strict=True))
    return any(discount for _, discount, _ in rows) and all(
        total is not None and total - abs(discount or 0) == amount for total, discount, amount in rows
    )


def tip_outside(sums: Mapping[str, Sums]) -> bool:
    """Whether net and tax alone make the total wherever there is a tip."""
    rows = zip(sums["net"], sums["tax"], sums["total"], sums["tip"], strict=True)
    tipped = [(net or 0) + (tax or 0) == total for net, tax, total, tip in rows if tip]
    return bool(tipped) and all(tipped)


def column_of(header: Sequence[str], rows: Rows, column: int) -> Sums:
    """The sums of a column."""
    cells = [row[column] for row in whole(header, rows)]
    votes = [decimal_vote(cell) for cell in cells]
    marks = [mark for mark, sure in votes if sure] or [mark for mark, _ in votes if mark]
    mark = max(marks, key=marks.count, default=".")
    return [to_minor(cell, mark, DIGITS) for cell in cells]


def whole(header: Sequence[str], rows: Rows) -> Iterable[Sequence[str]]:
    """The rows that are as wide as the header."""
    return (row for row in rows if len(row) == len(header))
