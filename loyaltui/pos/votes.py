"""What single cells say about how their column is written, and what the column makes of it."""

from collections import Counter
from dataclasses import dataclass, field

from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy
from loyaltui.pos.values import LONGEST, SERIAL_ORDER, date_parts, decimal_vote, serial_day

ORDERS = ("ymd", "dmy", "mdy")
MANY_DAYS = 5  # no shop's export runs through so many years on two days of the month


@dataclass
class DateOrder:
    """Votes on the order of day, month and year in a column."""

    votes: Counter[str] = field(default_factory=Counter)
    ends: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))  # first and third parts, two digits
    sample: str = ""
    dotted: bool = True

    @property
    def open(self) -> bool:
        """Whether only more rows can decide."""
        return bool(self.sample) and not any(self.votes[order] for order in ("dmy", "mdy", "yy"))

    def see(self, text: str, times: int) -> None:
        """Count what a text says that so many cells hold."""
        parts = date_parts(text)
        if parts is None:
            self.votes[SERIAL_ORDER] += times * (serial_day(text) is not None)
            return
        if len(parts[0]) == len(parts[2]) == 2:
            self.ends[0].add(parts[0])
            self.ends[1].add(parts[2])
        first, second = int(parts[0]), int(parts[1])
        if parts[3]:
            self.votes["ymd"] += times
        elif first > 31 and len(parts[0]) == 2:
            self.votes["yy"] += times
        elif first > 12 >= second:
            self.votes["dmy"] += times
        elif second > 12 >= first:
            self.votes["mdy"] += times
        elif first != second:
            self.sample = self.sample or tidy(text)
            self.dotted &= "." in text
        else:
            self.votes["same"] += times

    def decided(self, hint: str | None, file: str) -> str:
        """The order; Refused where every date reads two ways and nobody said which."""
        if self.votes[SERIAL_ORDER] > sum(self.votes.values()) / 2:
            return SERIAL_ORDER
        if (hint == "ymd" and self.ends[0]) or (hint is None and self.years_first()):
            return "ymd"
        clear = [order for order in ("dmy", "mdy") if self.votes[order]]
        if self.votes["yy"] > sum(self.votes[order] for order in clear):
            return "ymd"
        if len(clear) == 1:
            return clear[0]
        if clear:
            return hint if hint in clear else max(clear, key=lambda order: self.votes[order])
        if not self.sample:
            return "ymd" if self.votes["ymd"] else hint or "dmy"
        if hint:
            return hint
        if self.dotted:  # nobody writes month.day.year
            return "dmy"
        raise Refused("date_order_ambiguous", file=file, sample=self.sample)

    def years_first(self) -> bool:
        """Whether two-digit years stand first: hardly any number does, while the last one runs through a month."""
        years, days = self.ends
        return len(years) <= 2 and len(days) >= MANY_DAYS and max(days) <= "31" and min(years) > "12"


@dataclass
class Marks:
    """Votes on the decimal mark of a money column."""

    sure: Counter[str] = field(default_factory=Counter)
    perhaps: Counter[str] = field(default_factory=Counter)

    @property
    def open(self) -> bool:
        """Whether only more rows can decide."""
        return bool(self.perhaps) and not self.sure

    def see(self, text: str, times: int) -> None:
        """Count what a text says that so many cells hold."""
        mark, certain = decimal_vote(text[: LONGEST + 1])
        if mark:
            (self.sure if certain else self.perhaps)[mark] += times

    def decided(self, digits: int) -> str:
        """The decimal mark, an empty string where the column doesn't show it."""
        if self.sure:
            return self.sure.most_common(1)[0][0]
        if self.perhaps:  # "1.234" and nothing clearer: three decimals only where the currency has three
            mark = self.perhaps.most_common(1)[0][0]
            return mark if digits == 3 else {".": ",", ",": "."}[mark]
        return ""
