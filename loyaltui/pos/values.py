"""Cells as values: dates, times and money, each in the way its whole column is written.

A distinct text is parsed once: a column's dictionary remembers what it meant, up to LIMIT texts.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from loyaltui.core.money import LARGEST
from loyaltui.pos.cellwords import CODES, SIGNS, meanings
from loyaltui.pos.months import month_number
from loyaltui.pos.words import key

LIMIT = 1 << 16  # texts remembered per column: about 8 MB
FIRST_YEAR, LAST_YEAR = 1970, 2100  # no till's sale is older; later is a slip of the finger
PIVOT = 70  # two-digit years: 69 is 2069, 70 is 1970
LONGEST = 64  # characters of a date or an amount

NUMERIC = re.compile(r"([0-9]{1,4})\s?[-/.年]\s?([0-9]{1,2})\s?[-/.月]\s?([0-9]{1,4})日?\.?(?![0-9])")
COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])")
WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
MONTH = r"(?:de\s+)?([^\W\d_]{3,12})\.?"
DAY = r"([0-9]{1,2})(?:st|nd|rd|th|er|\.)?"
YEAR = r"(?:de\s+)?([0-9]{4}|[0-9]{2})(?![0-9])"
DAY_FIRST = re.compile(rf"{WEEKDAY}{DAY}[\s\-/]*{MONTH}[\s\-/,]*{YEAR}")
MONTH_FIRST = re.compile(rf"{WEEKDAY}{MONTH}[\s\-/]+{DAY}[\s\-/,]+{YEAR}")
AFTER_DATE = re.compile(r"(?:\s*,?\s*(?:$|T?[0-9]{1,2}[:h.][0-9]{2})|\s*[T,]\s*$)")
HALF = r"\s*(?:([AaPp])\.?\s?[Mm]\b)?"
CLOCK = re.compile(r"(?<![0-9:])([0-9]{1,2})\s?[:hH]\s?([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?![0-9:])" + HALF)
DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{2})(?:\.([0-9]{2}))?" + HALF + r"\s*")

SIGN_WORDS = "|".join(re.escape(word) for word in sorted({*SIGNS, *CODES}, key=lambda word: (-len(word), word)))
MONEY = re.compile(
    rf"(\()?\s*([-+])?\s*(?:{SIGN_WORDS})?\s*([-+])?\s*([0-9][0-9.,' ]*|[.,][0-9]+)\s*"
    rf"(?:{SIGN_WORDS})?\s*([-+])?\s*(\))?"
)
CURRENCY = re.compile(rf"(?<![^\W\d_])({SIGN_WORDS})(?![^\W\d_])")
DASHES = str.maketrans("\u2212\u2013\u2010\u2011’`´", "----'''")


class Days(dict[str, int | None]):
    """Texts of a date column → date.toordinal(), None where there is no such day; `order` is "ymd", "dmy" or "mdy"."""

    def __init__(self, order: str) -> None:
        self.order = order

    def __missing__(self, text: str) -> int | None:
        if len(self) >= LIMIT:
            self.clear()
        found = date_parts(text)
        self[text] = day = found and to_day(found, self.order)
        return day


class Seconds(dict[str, int | None]):
    """Texts of a time column (or of one with date and time) → seconds since midnight, None where no time stands."""

    def __missing__(self, text: str) -> int | None:
        if len(self) >= LIMIT:
            self.clear()
        self[text] = second = to_second(text)
        return second


class Money(dict[str, int | None]):
    """Texts of a money column → minor units times `sign`, None where it is no amount; an empty text is `empty`."""

    def __init__(self, mark: str, digits: int, sign: int = 1, empty: int | None = None) -> None:
        super().__init__({"": empty})
        self.mark, self.digits, self.sign, self.empty = mark, digits, sign, empty

    def __missing__(self, text: str) -> int | None:
        if len(self) >= LIMIT:
            self.clear()
        amount = to_minor(text, self.mark, self.digits) if text.strip() else self.empty
        self[text] = amount = amount and amount * self.sign
        return amount


class Meanings(dict[str, str]):
    """Texts of a type or status column → what they mean, an empty string where that is a sale like any other."""

    def __init__(self, table: str) -> None:
        super().__init__({"": ""})
        self.known: Mapping[str, str] = meanings(table)

    def __missing__(self, text: str) -> str:
        if len(self) >= LIMIT:
            self.clear()
        self[text] = meaning = self.known.get(key(text), "")
        return meaning


def plain(text: str) -> str:
    """A number's or date's text in ASCII forms: wide digits narrow, every blank a blank, every minus a minus."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).translate(DASHES).strip()


def date_parts(text: str) -> tuple[str, str, str, bool] | None:
    """The three parts of a date at the beginning of a text; True: they are year, month, day already. None: no date."""
    text = plain(text[:LONGEST]).lstrip("'")
    found = NUMERIC.match(text) or COMPACT.match(text)
    if found:
        first, second, third = found.groups()
        if {len(first), len(third)} & {3} or not AFTER_DATE.match(text, found.end()):
            return None
        return (first, second, third, len(first) == 4) if len(first) == 4 or len(third) != 1 else None
    return named_parts(text)


def named_parts(text: str) -> tuple[str, str, str, bool] | None:
    """The parts of a date whose month is a word, as year, month, day."""
    if found := DAY_FIRST.match(text):
        day, word, year = found.groups()
    elif found := MONTH_FIRST.match(text):
        word, day, year = found.groups()
    else:
        return None
    month = month_number(word)
    return (year, str(month), day, True) if month and AFTER_DATE.match(text, found.end()) else None


def to_day(parts: tuple[str, str, str, bool], order: str) -> int | None:
    """The day number of a date's parts in that order, None where there is no such day from 1970 to 2100."""
    first, second, third, settled = parts
    place = "ymd" if settled else order
    if place not in ("ymd", "dmy", "mdy"):
        return None
    by = dict(zip(place, (first, second, third), strict=True))
    if len(by["d"]) > 2 or len(by["y"]) not in (2, 4):
        return None
    year = int(by["y"])
    if len(by["y"]) == 2:
        year += 1900 if year >= PIVOT else 2000
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, int(by["m"]), int(by["d"])).toordinal()
    except ValueError:
        return None


def clock(text: str) -> tuple[str, str, str | None, str | None] | None:
    """Hour, minute, second and a or p of the time in a text."""
    text = plain(text[:LONGEST])
    found = CLOCK.search(text) or DOTTED.fullmatch(text)
    return (found[1], found[2], found[3], found[4]) if found else None


def to_second(text: str) -> int | None:
    """Seconds since midnight of the time in a text; zones and offsets are left aside: it is the shop's wall clock."""
    found = clock(text)
    if not found:
        return None
    hour, minute, second, half = int(found[0]), int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 3600 + minute * 60 + second if hour < 24 and minute < 60 and second < 60 else None


def to_minor(text: str, mark: str, digits: int) -> int | None:
    """An amount in minor units, `mark` being its decimal mark; None where it is none or larger than any sale."""
    found = MONEY.fullmatch(plain(text[:LONGEST]).lstrip("'")) if len(text) <= LONGEST else None
    if not found or (found[1] is None) != (found[6] is None):
        return None
    signs = [sign for sign in (found[2], found[3], found[5]) if sign]
    whole, _, rest = found[4].strip().partition(mark)
    if len(signs) > 1 or not (rest.isdigit() or not rest):
        return None
    if not whole.isdigit():
        groups = re.split(r"[,.' ]", whole)
        if whole and (len(set(re.findall(r"[,.' ]", whole))) > 1 or not well_grouped(groups)):
            return None
        whole = "".join(groups)
    amount = int(Decimal(f"{whole or 0}.{rest or 0}").scaleb(digits).to_integral_value(ROUND_HALF_UP))
    if amount > LARGEST:
        return None
    return -amount if found[1] or "-" in signs else amount


def well_grouped(groups: list[str]) -> bool:
    """Whether thousands are cut as people cut them: 1,240 or 1,24,000, never 12.34."""
    return 1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and all(len(group) in (2, 3) for group in groups[1:])


def decimal_vote(text: str) -> tuple[str, bool]:
    """Which decimal mark an amount shows, and whether for sure: "1.234" may be 1234."""
    found = MONEY.fullmatch(plain(text[:LONGEST]))
    marks = [ch for ch in found[4] if ch in ".,"] if found else []
    if not found or not marks:
        return "", False
    if len(set(marks)) == 2:
        return (marks[-1], True) if marks.count(marks[-1]) == 1 else ("", False)
    head, *tails = re.split(r"[.,]", found[4].strip())
    if len(tails) > 1:
        return (("," if marks[0] == "." else "."), True) if all(len(tail) == 3 for tail in tails) else ("", False)
    certain = len(tails[0]) != 3 or not 1 <= len(head) <= 3 or head.startswith("0")
    return marks[0], certain
