"""What a receipt is known by in this and every later export: its day and number, or all that is known of it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256

from loyaltui.core.identity import MARK
from loyaltui.core.receipt import Who
from loyaltui.core.text import tidy
from loyaltui.pos.people import DESTROYED, Codes
from loyaltui.pos.seen import Seen
from loyaltui.pos.words import key

NO_NUMBER = frozenset({"", "-", "0", "n/a", "N/A", "none", "None", "null", "NULL"})
LONGEST_NUMBER = 32  # a till's receipt numbers are shorter; longer ones are hashed


class Nth:
    """Receipts without a number: equal ones are counted, so that two real equal sales stay two. Of the time only the
    minute counts: some exports of a till have seconds, others of it don't."""

    def __init__(self, seen: Seen) -> None:
        self.seen, self.codes = seen, Codes()
        self.times: Counter[int] = Counter()  # of what was met more than once

    def ref(self, day: int, second: int | None, amount: int, who: Who | None) -> str:
        """The ref of the next receipt of that day, minute, amount and person."""
        minute = "" if second is None else second - second % 60
        text = f"{iso(day)}|{minute}|{self.codes[who]}|{amount}"
        place = hash(text)
        if self.seen.add(place) is None:
            return f"{text}|1"
        self.times[place] += 1
        return f"{text}|{self.times[place] + 1}"


def number_text(text: str) -> str:
    """A receipt's number as text, empty where there is none, hashed where it is longer than any till's."""
    number = tidy(text).strip(" '").replace(MARK, "-")
    if number in NO_NUMBER or ("+" in number and DESTROYED.fullmatch(number)):
        return ""
    return number if len(number) <= LONGEST_NUMBER else sha256(number.encode()).hexdigest()[:20]


def number_texts(column: Sequence[str]) -> Sequence[str]:
    """`number_text` of each cell of a column; most columns need no change, which is seen at once."""
    joined = "".join(column)
    if joined.isalnum() and joined.isascii() and max(map(len, column)) <= LONGEST_NUMBER:
        return column if NO_NUMBER.isdisjoint(column) else ["" if text in NO_NUMBER else text for text in column]
    return [number_text(text) for text in column]


def at_till(number: str, *tills: str) -> str:
    """A receipt's number with the store and the register that gave it: each may count for itself."""
    places = [place for till in tills if (place := till_text(till))]
    return "/".join([*places, number]) if number else ""


@lru_cache(1 << 12)
def till_text(till: str) -> str:
    """A store or a register as it is told from others, however it is written."""
    return number_text(key(till))


@cache
def iso(day: int) -> str:
    """A day number as 2026-05-03; there are fewer than 50,000 of them in a till's reach."""
    return date.fromordinal(day).isoformat()
