"""What a column is by what stands in it: for headers that no table knows, and where a header could mean two things."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from loyaltui.core.text import digits
from loyaltui.pos.cellwords import truths
from loyaltui.pos.fieldwords import ANY_CARD, IS_REFUND, PAYING, SOLD
from loyaltui.pos.headercells import header_word, meanings, other_words
from loyaltui.pos.layout import WHO
from loyaltui.pos.people import EMAIL
from loyaltui.pos.statuses import kind, status
from loyaltui.pos.statuswords import REFUND, REFUNDED
from loyaltui.pos.values import CURRENCY, clock, date_parts, decimal_vote, serial_day, to_minor, truth
from loyaltui.pos.words import key

MOST = 0.8  # share of a column's filled cells that must look alike
NO_AMOUNT = frozenset("tip discount gift_card refunded unit_price quantity tender".split())
SEVERAL = 3  # rows, before one address on all of them is no chance
LONG = 5  # letters of a word that is known as the end of a longer one, too

Rows = Sequence[Sequence[str]]


def guess(header: Sequence[str], rows: Rows, fields: Mapping[str, int]) -> dict[str, int]:
    """The fields with date, amount and e-mail added where they are missing and a nameless column holds nothing else.

    Of several sums none is guessed: fees, change and vouchers look like what was paid.
    """
    found = dict(fields)
    for name, looks in (("date", is_date), ("email", is_email), ("amount", is_money)):
        if name in found or (name == "amount" and ("total" in found or "net" in found)):
            continue
        free = [column for column in range(len(header)) if column not in found.values()]
        alike = [column for column in free if holds(rows, column, looks)]
        if name == "amount":
            alike = [column for column in alike if not means_other(header[column])]
            alike = [column for column in alike if not holds(rows, column, is_time)] or alike  # "10.15" is either
        if len(alike) == 1 or (alike and name != "amount"):  # of several dates the first is the sale's
            found[name] = alike[0]
    return found


def means_other(cell: str) -> bool:
    """Whether a header says, in any of its words, that its sums are no sales ("Card fee", "Rückgeld")."""
    parts = key(cell).split()
    others = other_words()
    if any(part in others or meanings(part) & NO_AMOUNT for part in parts):
        return True
    return any(part.endswith(word) for part in parts for word in others if len(word) >= LONG)


def meant(name: str, header: Sequence[str], rows: Rows, column: int) -> str:
    """The field that a column found by its header is by what stands in it; empty where it can't be that."""
    word = header_word(header[column])
    if name == "date" and holds(rows, column, is_time):
        return "time"
    if name == "receipt" and word in SOLD and holds(rows, column, is_money):
        return ""
    if name == "card" and word in ANY_CARD and PAYING.intersection(map(key, header)):
        return ""
    return name


def counts(rows: Rows, column: int, amount: int) -> bool:
    """Whether a column beside sums of money holds nothing but whole numbers: pieces, not money."""
    cells = [row[column] for row in rows if column < len(row) and digits(row[column]).strip("0")]
    return bool(cells) and not any(map(is_money, cells)) and holds(rows, amount, is_money)


def of_the_shop(header: Sequence[str], rows: Rows, fields: Mapping[str, int]) -> bool:
    """Whether the e-mail column holds the shop's own addresses: one on every row, or one for each who serves."""
    if any("customer" in meanings(part) for part in key(header[fields["email"]]).split()):
        return False
    wide = [row for row in rows if len(row) == len(header)]
    pairs = {(row[fields["staff"]] if "staff" in fields else "", row[fields["email"]].strip()) for row in wide}
    addresses = {address for _, address in pairs}
    if "" in addresses or len(wide) < max(SEVERAL, 2 * len(addresses)):
        return False
    alone = not any(name in fields for name in ("customer", *WHO) if name != "email")
    return (len(addresses) == 1 and alone) or 1 < len(addresses) == len(pairs) == len({staff for staff, _ in pairs})


def told_by_words(header: Sequence[str], rows: Rows, fields: Mapping[str, int], taken: Sequence[int]) -> dict[str, int]:
    """The fields with status and type added where a nameless column holds nothing but such words."""
    free = [
        column
        for column, cell in enumerate(header)
        if column not in (*fields.values(), *taken) and header_word(cell) not in other_words()
    ]
    found = dict(fields)
    for name, known in (("status", status), ("type", kind)):
        column = next((column for column in free if holds(rows, column, partial(says, known))), None)
        if name not in found and column is not None:
            found[name] = column
            free.remove(column)
    return found


def says(known: Callable[[str], str | None], cell: str) -> bool:
    """Whether a cell is one of the words that `known` understands."""
    return known(key(cell)) is not None


def flag(header: Sequence[str], rows: Rows, column: int) -> dict[str, str]:
    """What yes and no mean in a column of refunds: key → meaning; empty where it holds sums."""
    filled = {row[column] for row in rows if column < len(row) and row[column].strip()}
    if any(truth(cell) is None for cell in filled) or not any(not digits(cell) for cell in filled):
        return {}
    means = REFUND if key(header[column]) in IS_REFUND else REFUNDED
    return {word: means for word, yes in truths().items() if yes}


def holds(rows: Rows, column: int, looks: Callable[[str], bool]) -> bool:
    """Whether nearly every filled cell of a column looks so."""
    cells = [row[column] for row in rows if column < len(row) and row[column].strip()]
    return len(cells) * 2 > len(rows) and sum(map(looks, cells)) >= MOST * len(cells)


def is_date(text: str) -> bool:
    """Whether a cell begins with a date that isn't just a row of digits."""
    return not text.strip().isdigit() and date_parts(text) is not None


def is_time(text: str) -> bool:
    """Whether a cell is a time of day without a date."""
    return clock(text) is not None and date_parts(text) is None and serial_day(text) is None


def is_email(text: str) -> bool:
    """Whether a cell is an e-mail address."""
    return EMAIL.fullmatch(text.strip()) is not None


def is_money(text: str) -> bool:
    """Whether a cell is a sum of money: a number with a fraction or a currency."""
    if is_date(text) or not digits(text):
        return False
    mark, _ = decimal_vote(text)
    signs = [
        sign for sign in CURRENCY.findall(text) if len(sign) > 1 or not sign.isalpha()
    ]  # "R12" is a number of ours
    return bool(mark or signs) and any(to_minor(text, sign, 2) is not None for sign in ".,")
