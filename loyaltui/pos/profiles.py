"""Rows of a customer list as people, with what they allowed and when their birthday is."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from itertools import chain
from operator import itemgetter

from loyaltui.core.receipt import Ignored, Profile, Record, Rejected
from loyaltui.pos.asides import Asides
from loyaltui.pos.layout import WHO
from loyaltui.pos.people import People
from loyaltui.pos.source import Batch
from loyaltui.pos.survey import Facts
from loyaltui.pos.values import Days, date_parts, plain
from loyaltui.pos.words import key, words

CHANNELS = {"marketing": ("phone", "email"), "email_marketing": ("email",), "sms_marketing": ("phone",)}
ALLOWED = (
    "yes, y, true, t, 1, x, subscribed, opted in, opt in, allowed, granted, accepted, on, tak, ja, j, oui, o, si, s, "
    "sim, ano, да, 是, 同意, 已订阅, はい, 許可, 有, abonniert, abonne, zgoda, wyrazona, "
    "evet, izinli, igen, kylla, da, 예, 동의, 수신동의"
)
FORBIDDEN = (
    "no, n, false, f, 0, unsubscribed, opted out, opt out, not allowed, denied, declined, off, nie, nein, non, nee, "
    "nej, nao, ne, нет, 否, 不同意, 未订阅, いいえ, 不許可, 無, not subscribed, abgemeldet, desabonne, brak zgody, "
    "hayir, izinsiz, nem, ei, nu, 아니오, 아니요, 미동의, 거부"
)
YEARLESS = re.compile(r"-{0,2}([0-9]{1,2})[-/. ]([0-9]{1,2})\.?")
LEAP = 2000  # a year with a 29 February

Row = list[str]


class Profiles:
    """One reading of a customer list's rows."""

    def __init__(self, facts: Facts, phone: Callable[[str], str]) -> None:
        layout = facts.layout
        self.width = len(layout.header)
        who = [(name, column) for name in WHO for column in layout.columns(name)]
        self.people = People(tuple(name for name, _ in who), phone)
        self.identity = itemgetter(*[column for _, column in who], self.width, self.width)
        self.birthday = layout.fields.get("birthday", self.width)
        self.order = facts.date_order
        self.days = Days(facts.date_order)
        self.consents = [(layout.fields[name], CHANNELS[name]) for name in CHANNELS if name in layout.fields]
        self.asides = Asides(layout, lambda text: False)
        self.last_used = max(column for _, column in who)

    def read(self, batches: Iterable[Batch]) -> Iterator[Record]:
        """Every row's record, in the file's order."""
        before: tuple[int, Row] | None = None
        for line, row in chain.from_iterable(zip(*batch, strict=True) for batch in batches):
            if before:
                yield self.record(*before)
            before = line, row
        if before:  # a row that lost its last cells is one that the end of a cut file lost
            line, row = before
            yield self.record(line, row) if len(row) >= self.width else self.cut(line, row)

    def record(self, line: int, row: Row) -> Record:
        """The record of one row."""
        why = self.asides.why(row)
        if why:
            return Ignored(line, why)
        if (len(row) > self.width and any(map(str.strip, row[self.width :]))) or len(row) <= self.last_used:
            return Rejected(line, "wrong_column_count")
        row = [*row[: self.width], *[""] * (self.width - len(row)), ""]
        who = self.people[self.identity(row)]
        if who is None:
            return Rejected(line, "missing_required")
        return Profile(line, who, birthday(row[self.birthday], self.days), self.allowed(row))

    def cut(self, line: int, row: Row) -> Record:
        """The record of a file's last row where it is too short."""
        why = self.asides.why(row)
        return Ignored(line, why) if why else Rejected(line, "wrong_column_count")

    def allowed(self, row: Row) -> tuple[tuple[str, bool], ...]:
        """The channels that a row allows or forbids; the surest column of a channel counts."""
        said: dict[str, bool] = {}
        for column, channels in self.consents:
            answer = consent(row[column])
            if answer is not None:
                said.update(dict.fromkeys(channels, answer))
        return tuple(said.items())


def consent(cell: str) -> bool | None:
    """Whether a cell allows, None where it says neither yes nor no."""
    word = key(cell)
    return True if word in allowing() else False if word in forbidding() else None


def birthday(cell: str, days: Days) -> str:
    """A birthday as ISO, "--05-03" without its year, empty where there is none."""
    text = plain(cell).lstrip("'")
    if not text:
        return ""
    if found := YEARLESS.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        day_first = first > 12 or (second <= 12 and (days.order == "dmy" or "." in text) and "-" not in text)
        month, day = (second, first) if day_first else (first, second)
        try:
            return date(LEAP, month, day).isoformat()[4:].replace("-", "--", 1)
        except ValueError:
            return ""
    return born(text, days)


def born(text: str, days: Days) -> str:
    """A whole date as ISO, empty where it is none; older than any sale may be."""
    number = days[text]
    if number is not None:
        return date.fromordinal(number).isoformat()
    parts = date_parts(text)
    if parts is None:
        return ""
    order = "ymd" if parts[3] else days.order
    by = dict(zip(order, parts[:3], strict=True))
    try:
        return date(int(by["y"]), int(by["m"]), int(by["d"])).isoformat() if len(by["y"]) == 4 else ""
    except ValueError:
        return ""


@cache
def allowing() -> frozenset[str]:
    """The keys of words that say yes."""
    return frozenset(words(ALLOWED))


@cache
def forbidding() -> frozenset[str]:
    """The keys of words that say no."""
    return frozenset(words(FORBIDDEN))
