"""Cells as values: dates, times and money, each in the way its whole column is written.

A distinct text is parsed once: a column's dictionary remembers what it meant, up to LIMIT texts.
"""

import re
import unicodedata
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from loyaltui.core.money import LARGEST
from loyaltui.core.text import fold
from loyaltui.pos.cellwords import CODES, SIGNS, truths
from loyaltui.pos.months import month_number, weekdays
from loyaltui.pos.words import key

LIMIT = 1 << 16  # texts remembered per column: about 8 MB
FIRST_YEAR, LAST_YEAR = 1970, 2100  # no till's sale is older; later is a slip of the finger
PIVOT = 70  # two-digit years: 69 is 2069, 70 is 1970
SERIAL_ORDER = "serial"
TICKS = ("✓", "✔", "☑", "○", "◯")  # a ring is a tick in Japan
LONGEST = 64  # characters of a date or an amount

WEEKDAY = rf"(?:(?:{'|'.join(weekdays())})\b\.?,?\s*|[周週星]期?[一二三四五六日天]\s*)?"
COMMON_DATE = re.compile(r"([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})(?:$|[ T][0-9]{1,2}:[0-9]{2})")  # most are
NUMERIC = re.compile(
    rf"{WEEKDAY}([0-9]{{1,4}})\s?[-/.年]\s?([0-9]{{1,2}})\s?[-/.月]\s?([0-9]{{1,4}})(?:日|\.?(?![0-9]))"
)
COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?=$|[^0-9]|[0-9]{4}(?:[0-9]{2})?$)")
ERA = re.compile(r"(令和|r|民國|民国)\s?([0-9]{1,3}|元)\s?[年./-]\s?([0-9]{1,2})\s?[月./-]\s?([0-9]{1,2})日?(?![0-9])")
MONTH = r"(?:de\s+)?([^\W\d_]{3,12})\.?"
DAY = r"([0-9]{1,2})(?:st|nd|rd|th|er|\.)?"
YEAR = r"(?:de\s+)?([0-9]{4}|[0-9]{2})(?![0-9])"
DAY_FIRST = re.compile(rf"{WEEKDAY}{DAY}[\s\-/]*{MONTH}[\s\-/,]*{YEAR}")
MONTH_FIRST = re.compile(rf"{WEEKDAY}{MONTH}[\s\-/]+{DAY}[\s\-/,]+{YEAR}")
YEAR_FIRST = re.compile(rf"([0-9]{{4}})[\s\-/.]+{MONTH}[\s\-/]+{DAY}(?![0-9])")
BEFORE_TIME = r"(?:t|at|um|kl\.?|klo|a|a las|as|alle|om|o|v|в|о|,|-|[上下]午|午[前後]|凌晨|早上|中午|晚上)?"
AFTER_DATE = re.compile(
    rf"\s*(?:[гр]\.?(?=\W|$))?\s*(?:\((?:{WEEKDAY}|[月火水木金土日]|.{{0,3}}曜日?)\)|{WEEKDAY})\s*,?\s*{BEFORE_TIME}\s*"
    r"(?:$|[0-9]{1,2}\s?[:h.時时点點]\s?[0-9]{1,2}|[0-9]{4}(?:[0-9]{2})?(?:z|[-+]|$)|[-+][0-9:]{4,5}$|z$)"
)
SERIAL = re.compile(r"([2-7][0-9]{4})(?:[.,]([0-9]+))?")  # days since 1899-12-30, as spreadsheets count them
SERIAL_ZERO, SERIAL_FIRST = date(1899, 12, 30).toordinal(), 25569  # the first is 1970-01-01
HALF = r"\s*(?:([AaPp])\.?\s?[Mm]\b)?"
COMMON_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")  # most are
CLOCK = re.compile(
    r"(?<![0-9:+])(?<! -)([0-9]{1,2})\s?[:hH]\s?([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(?![0-9:])" + HALF
)
EAST_CLOCK = re.compile(r"(?<![0-9])([0-9]{1,2})\s?[時时点點]\s?([0-9]{1,2})\s?分?(?:\s?([0-9]{1,2})\s?秒)?()")
DOTTED = re.compile(
    r"(?:kl\.?|klo|um)?\s*([0-9]{1,2})\.([0-9]{2})(?:\.([0-9]{2}))?" + HALF + r"\s*(?:uhr)?\s*", re.IGNORECASE
)
AT_DOTTED = re.compile(r"\bklo?\.?\s*([0-9]{1,2})\.([0-9]{2})(?:\.([0-9]{2}))?()$")
SOLID = re.compile(r"(?:[0-9]{8}[Tt ]?)?([01][0-9]|2[0-3])([0-5][0-9])([0-5][0-9])?(?:[Zz]|[-+][0-9:]{4,5})?()")
FRACTION = re.compile(r"(?:0|[2-7][0-9]{4})[.,]([0-9]{3,}|[0-9])")  # of a day
HALVES = re.compile(r"([上]午|午前|凌晨|早上|\bfm\b|\bdop\b)|(下午|午後|中午|晚上|\bem\b|\bodp\b)")

SIGN_WORDS = "|".join(re.escape(word) for word in sorted({*SIGNS, *CODES}, key=lambda word: (-len(word), word)))
COMMON_MONEY = re.compile(r"(-?)[$€£]?([0-9][0-9.,]*)")  # most are
MONEY = re.compile(
    rf"(\()?\s*([-+])?\s*(?:(?:{SIGN_WORDS})\s*){{0,2}}(\()?\s*([-+])?\s*([0-9][0-9.,' ]*|[.,][0-9]+)\s*([-+])?\s*(\))?"
    rf"\s*(?:(?:{SIGN_WORDS})\s*){{0,2}}([-+])?\s*(\))?",
    re.IGNORECASE,
)
NO_CENTS = re.compile(r"(?<=[0-9])([.,])-{1,2}(?![0-9])")  # "12,-" and "12.–" are even twelves, not minus twelve
CURRENCY = re.compile(rf"(?<![^\W\d_])({SIGN_WORDS})(?![^\W\d_])")
FORMS = {
    **str.maketrans("\u2212\u2013\u2014\u2010\u2011’`´", "-----" + 3 * "'"),
    **dict.fromkeys(map(ord, "\u200e\u200f\ufeff")),
    **str.maketrans("년월일시분초오전후화수목금토", "年月日時分秒午前後火水木金土"),  # "오전 9:05" as "午前 9:05"
}


class Days(dict[str, int | None]):
    """Texts of a date column → date.toordinal(), None where there is no such day.

    `order` is "ymd", "dmy" or "mdy", or "serial" where a spreadsheet left the numbers it counts days by; what is later
    than `latest` is none."""

    def __init__(self, order: str, latest: int = date.max.toordinal()) -> None:
        self.order, self.latest = order, latest

    def __missing__(self, text: str) -> int | None:
        if len(self) >= LIMIT:
            self.clear()
        found = None if self.order == SERIAL_ORDER else date_parts(text)
        day = to_day(found, self.order) if found else serial_day(text) if self.order == SERIAL_ORDER else None
        self[text] = day = None if day is None or day > self.latest else day
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


def plain(text: str) -> str:
    """A number's or date's text in ASCII forms: wide digits narrow, every blank a blank, every minus a minus; Korean
    words of date and time in the Chinese characters they stand for."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).translate(FORMS).strip()


def date_parts(text: str) -> tuple[str, str, str, bool] | None:
    """The three parts of a date at the beginning of a text; True: they are year, month, day already. None: no date."""
    found = COMMON_DATE.match(text)
    if not found:
        text = fold(plain(text[:LONGEST])).lstrip("'")
        found = NUMERIC.match(text) or COMPACT.match(text)
        if found and not AFTER_DATE.match(text, found.end()):
            return None
    if found:
        first, second, third = found.groups()
        if 3 in (len(first), len(third)):
            return None
        return (first, second, third, len(first) == 4) if len(first) == 4 or len(third) != 1 else None
    return named_parts(text) or era_parts(text)


def named_parts(text: str) -> tuple[str, str, str, bool] | None:
    """The parts of a date whose month is a word, as year, month, day."""
    if found := DAY_FIRST.match(text):
        day, word, year = found.groups()
    elif found := MONTH_FIRST.match(text):
        word, day, year = found.groups()
    elif found := YEAR_FIRST.match(text):
        year, word, day = found.groups()
    else:
        return None
    month = month_number(word)
    return (year, str(month), day, True) if month and AFTER_DATE.match(text, found.end()) else None


def era_parts(text: str) -> tuple[str, str, str, bool] | None:
    """The parts of a Japanese or Taiwanese date that counts the years of its own era."""
    found = ERA.match(text)
    if not found or not AFTER_DATE.match(text, found.end()):
        return None
    year = (2018 if found[1] in ("令和", "r") else 1911) + (1 if found[2] == "元" else int(found[2]))
    return str(year), found[3], found[4], True


def serial_day(text: str) -> int | None:
    """The day number of a spreadsheet's own number of a day, None where it is none."""
    found = SERIAL.fullmatch(plain(text[:LONGEST]).lstrip("'"))
    if not found or not int(found[1]) >= SERIAL_FIRST:
        return None
    day = SERIAL_ZERO + int(found[1])
    return day if date.fromordinal(day).year <= LAST_YEAR else None


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
    if common := COMMON_CLOCK.fullmatch(text):
        return common[1], common[2], common[3], None
    text = plain(text[:LONGEST])
    found = CLOCK.search(text) or EAST_CLOCK.search(text) or DOTTED.fullmatch(text) or SOLID.fullmatch(text)
    found = found or AT_DOTTED.search(text)
    low = fold(text)
    if not found and (day := NUMERIC.match(low)):
        found = DOTTED.fullmatch(low[day.end() :].lstrip(" ,"))
    if not found:
        return fraction_clock(text)
    half = found[4]
    if not half and not text.isascii() and (said := HALVES.search(text)):
        half = "a" if said[1] else "p"
    return found[1], found[2], found[3], half or None


def fraction_clock(text: str) -> tuple[str, str, str | None, str | None] | None:
    """The time of a spreadsheet's own number: the part of a day that has passed."""
    found = FRACTION.fullmatch(text)
    if not found:
        return None
    second = min(round(float(f"0.{found[1]}") * 86400), 86399)
    return str(second // 3600), str(second // 60 % 60), str(second % 60), None


def to_second(text: str) -> int | None:
    """Seconds since midnight of the time in a text; zones and offsets are left aside: it is the shop's wall clock."""
    found = clock(text)
    if not found:
        return None
    hour, minute, second, half = int(found[0]), int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half == "a" and hour > 12:
        return None
    if half and hour <= 12:  # some tills write 14:05 PM
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 3600 + minute * 60 + second if hour < 24 and minute < 60 and second < 60 else None


def to_minor(text: str, mark: str, digits: int) -> int | None:
    """An amount in minor units, `mark` being its decimal mark; None where it is none or larger than any sale."""
    found = money_parts(text)
    if not found:
        return None
    number, negative = found
    whole, _, rest = number.partition(mark)
    if not (rest.isdigit() or not rest):
        return None
    if not whole.isdigit():
        groups = re.split(r"[,.' ]", whole)
        if whole and (len(set(re.findall(r"[,.' ]", whole))) > 1 or not well_grouped(groups)):
            return None
        whole = "".join(groups)
    amount = int(Decimal(f"{whole or 0}.{rest or 0}").scaleb(digits).to_integral_value(ROUND_HALF_UP))
    if amount > LARGEST:
        return None
    return -amount if negative else amount


def money_parts(text: str) -> tuple[str, bool] | None:
    """The number of an amount as it is written, and whether it is negative; None where the text is no amount."""
    if len(text) > LONGEST:
        return None
    if common := COMMON_MONEY.fullmatch(text):
        return common[2], common[1] == "-"
    found = MONEY.fullmatch(NO_CENTS.sub("", plain(text).lstrip("'")))
    if not found:
        return None
    opened = [mark for mark in (found[1], found[3]) if mark]
    closed = [mark for mark in (found[7], found[9]) if mark]
    signs = [mark for mark in (found[2], found[4], found[6], found[8]) if mark]
    if len(opened) != len(closed) or len(opened) > 1 or len(signs) > 1:
        return None
    return found[5].strip(), bool(opened) or "-" in signs


def well_grouped(groups: list[str]) -> bool:
    """Whether thousands are cut as people cut them: 1,240 or 1,24,000, never 12.34."""
    return 1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and all(len(group) in (2, 3) for group in groups[1:])


@lru_cache(1 << 14)
def decimal_vote(text: str) -> tuple[str, bool]:
    """Which decimal mark an amount shows, and whether for sure: "1.234" may be 1234."""
    found = money_parts(text)
    if not found:
        return "", False
    marks = [ch for ch in found[0] if ch in ".,"]
    if not marks:
        even = NO_CENTS.search(plain(text))
        return (even[1], True) if even else ("", False)
    if len(set(marks)) == 2:
        return (marks[-1], True) if marks.count(marks[-1]) == 1 else ("", False)
    head, *tails = re.split(r"[.,]", found[0])
    if len(tails) > 1:
        return (("," if marks[0] == "." else "."), True) if all(len(tail) == 3 for tail in tails) else ("", False)
    certain = len(tails[0]) != 3 or not 1 <= len(head) <= 3 or head.startswith("0")
    return marks[0], certain


def truth(text: str) -> bool | None:
    """What a cell answers to yes or no; None where it says neither."""
    if text.strip() in TICKS:
        return True
    return truths().get(key(text))
