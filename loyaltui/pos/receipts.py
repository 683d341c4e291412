"""Rows as receipts: each record of a table becomes a Receipt, or is left out for a reason that is said."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from operator import itemgetter
from zlib import crc32

from loyaltui.core.money import minor_digits
from loyaltui.core.receipt import Ignored, Receipt, Record, Rejected, Who
from loyaltui.core.text import clean, tidy
from loyaltui.pos.cellwords import FOOTERS, REFUND, SUBTOTALS, TOTALS
from loyaltui.pos.people import DESTROYED, Cells, Codes, People
from loyaltui.pos.seen import Seen
from loyaltui.pos.survey import Facts
from loyaltui.pos.values import Days, Meanings, Money, Seconds
from loyaltui.pos.words import key, words

NO_NUMBER = frozenset({"", "-", "0", "n/a", "N/A", "none", "None", "null", "NULL"})
LONGEST_NUMBER = 32  # a till's receipt numbers are shorter; longer ones are hashed
TERMS = 3  # columns an amount may be reckoned from
FIELDS = ("type", "status", "receipt", "payment", "tax", "discount", "staff", "currency")
IDENTITY = ("customer_id", "card", "email", "phone", "name", "last_name")

Row = list[str]
Wanted = tuple[str, ...]


class Receipts:
    """One reading of a table's rows. It remembers each receipt by a number, to know the second of two."""

    def __init__(self, facts: Facts, phone: Callable[[str], str]) -> None:
        layout, fields = facts.layout, facts.layout.fields
        self.width = nowhere = len(layout.header)  # an empty cell is put behind each row for fields it doesn't have
        self.header = [key(cell) for cell in layout.header]
        terms = [term.column for term in layout.amount]
        used = [fields["date"], fields.get("time", nowhere)]
        if facts.timed and "time" not in fields:
            used[1] = fields["date"]
        used += terms + [nowhere] * (TERMS - len(terms))
        used += [fields.get(name, nowhere) for name in FIELDS]
        names = IDENTITY if "name" in fields else (*IDENTITY[:4], "first_name", "last_name")
        who = [fields.get(name, nowhere) for name in names]
        self.last_used = max(column for column in (*used, *who) if column != nowhere)
        self.wanted: Callable[[Row], Wanted] = itemgetter(*used)
        self.identity: Callable[[Row], Cells] = itemgetter(*who)
        self.prepare(facts, phone)
        self.seen = Seen(facts.rows)
        self.times: Counter[int] = Counter()  # of what was met more than once

    def prepare(self, facts: Facts, phone: Callable[[str], str]) -> None:
        """The dictionaries that turn cells into values."""
        digits = minor_digits(facts.currency or "")
        terms = facts.layout.amount
        self.money = [Money(facts.marks[term.column], digits, term.sign, empty=0) for term in terms]
        self.money += [Money(".", digits, empty=0) for _ in range(TERMS - len(terms))]
        self.money[0].update({"": None})
        self.money[0].empty = None  # the others may be left empty
        mark = facts.marks[terms[0].column]
        tax, discount = (facts.marks.get(facts.layout.fields.get(name, -1), mark) for name in ("tax", "discount"))
        self.tax, self.discount = Money(tax, digits), Money(discount, digits)
        self.days, self.seconds = Days(facts.date_order), Seconds({"": None})
        self.joint = facts.joint if facts.timed else ""
        self.types, self.statuses, self.people = Meanings("type"), Meanings("status"), People(phone)
        self.codes = Codes()
        self.currency = facts.currency if "currency" in facts.layout.fields else None

    def read(self, rows: Iterable[tuple[int, Row]]) -> Iterator[Record]:
        """Every row's record, in the file's order, each exactly once."""
        short: tuple[int, Row] | None = None
        width, record = self.width, self.record
        for line, row in rows:
            if short is not None:
                yield record(*short)
                short = None
            if len(row) == width:
                yield record(line, row)
                continue
            why = self.aside(row)
            if why:
                yield Ignored(line, why)
            elif len(row) > width and not any(map(str.strip, row[width:])):
                del row[width:]
                yield record(line, row)
            elif self.last_used < len(row) < width:  # spreadsheets drop empty cells at the end; a cut file ends so too
                short = line, row + [""] * (width - len(row))
            else:
                yield Rejected(line, "wrong_column_count")
        if short is not None:
            yield Rejected(short[0], "wrong_column_count")

    def record(self, line: int, row: Row) -> Record:
        """The record of a row as wide as the header."""
        row.append("")
        day_text, time, a, b, c, type_, status, number, payment, tax, discount, staff, currency = self.wanted(row)
        meaning = self.types[type_]
        why = self.statuses[status] or (meaning if meaning != REFUND else "")
        if why:
            return Ignored(line, why)
        day, second = self.moment(day_text, time)
        if day is None:
            return self.undated(line, row, day_text)
        first, second_term, third = self.money
        x, y, z = first[a], second_term[b], third[c]
        if x is None or y is None or z is None or (currency and self.foreign(currency)):
            return Rejected(line, "invalid_amount" if a.strip() else "missing_required")
        amount = x + y + z
        refund = meaning == REFUND or amount < 0
        if refund and amount > 0:
            amount = -amount
        who = self.people[self.identity(row)]
        ref = self.ref(day, second, amount, refund, number, payment, who)
        if not ref:
            return Ignored(line, "duplicate_row")
        return Receipt(
            line,
            "refund" if refund else "sale",
            day,
            second,
            amount,
            who,
            ref,
            self.tax[tax] if tax else None,
            abs(self.discount[discount] or 0) if discount else None,
            tidy(staff) if staff else "",
        )

    def moment(self, day_text: str, time: str) -> tuple[int | None, int | None]:
        """Day and second of a row; a cell with both is cut so that each half is parsed once."""
        if self.joint and day_text is time:
            head, _, tail = day_text.partition(self.joint)
            day = self.days[head]
            if day is not None:
                return day, self.seconds[tail]
        return self.days[day_text], self.seconds[time]

    def foreign(self, currency: str) -> bool:
        """Whether a row is in another currency than the file's: two are never added up."""
        return self.currency is not None and currency.strip().upper() != self.currency

    def undated(self, line: int, row: Row, text: str) -> Ignored | Rejected:
        """A row without a readable date: no receipt at all, or one that can't be read."""
        row.pop()
        why = self.aside(row)
        if why:
            return Ignored(line, why)
        return Rejected(line, "invalid_date" if text.strip() else "missing_required")

    def aside(self, row: Row) -> str:
        """Why a row is no receipt (a header again, a total, a blank row), an empty string where it may be one."""
        cells = [key(cell) for cell in row]
        filled = [cell for cell in cells if cell]
        if not any(map(str.strip, map(clean, row))):
            return "blank_row"
        if cells[: self.width] == self.header[: len(cells)] and len(filled) > 1:
            return "repeated_header"
        column = self.wanted([*row, *[""] * (self.width + 1 - len(row))])[0]
        if self.days[column] is not None:
            return ""
        found = set(filled)
        if found & subtotal_words():
            return "subtotal_row"
        if found & total_words() or any(cell.startswith("total ") for cell in filled[:1]):
            return "totals_row"
        return "footer" if len(filled) == 1 and filled[0].startswith(footer_words()) else ""

    def ref(
        self, day: int, second: int | None, amount: int, refund: bool, number: str, payment: str, who: Who | None
    ) -> str:
        """What a receipt is known by in this and every later export; empty where it has been read already."""
        if not (number.isalnum() and number.isascii() and len(number) <= LONGEST_NUMBER):
            number = number_text(number)
        if number in NO_NUMBER:
            text = f"{iso(day)}|{'' if second is None else second}|{self.codes[who]}|{amount}"
            place = hash(text)
            if self.seen.add(place):
                return f"{text}|1"
            self.times[place] += 1
            return f"{text}|{self.times[place] + 1}"
        when = "" if second is None else second
        ref = f"{iso(day)}#{number}#{'r' if refund else ''}{when}.{amount}"
        if payment:
            ref = f"{ref}.{crc32(payment.strip().encode()):08x}"
        return ref if self.seen.add(hash(ref)) else ""


def number_text(text: str) -> str:
    """A receipt's number as text, empty where Excel destroyed it, hashed where it is longer than any till's."""
    number = tidy(text).strip(" '")
    if "+" in number and DESTROYED.fullmatch(number):
        return ""
    return number if len(number) <= LONGEST_NUMBER else sha256(number.encode()).hexdigest()[:20]


@cache
def iso(day: int) -> str:
    """A day number as 2026-05-03."""
    return date.fromordinal(day).isoformat()


@cache
def total_words() -> frozenset[str]:
    """What the cell of a totals row says."""
    return frozenset(words(TOTALS))


@cache
def subtotal_words() -> frozenset[str]:
    """What the cell of a subtotals row says."""
    return frozenset(words(SUBTOTALS))


@cache
def footer_words() -> tuple[str, ...]:
    """How a line below the table begins."""
    return tuple(words(FOOTERS))
