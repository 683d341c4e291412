"""What only whole columns can tell: date order, decimal marks, currency, and whether "customer" is an id or a name."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from operator import itemgetter

from loyaltui.core.money import minor_digits
from loyaltui.core.refused import Refused
from loyaltui.core.text import clean, tidy
from loyaltui.pos.cellwords import CODES, SIGNS
from loyaltui.pos.grouping import Grouping
from loyaltui.pos.layout import Layout
from loyaltui.pos.source import Table
from loyaltui.pos.values import CURRENCY, clock, date_parts, plain
from loyaltui.pos.votes import DateOrder, Marks

ENOUGH = 2000  # rows; more are read only while something is still undecided
SAMPLES = 3
AHEAD = 366  # days from today: an order may be for next week, a sale of 2099 is a slip of the finger
MONEY = ("tax", "discount", "refunded", "unit_price", "line_amount", "spent")
SAMPLE_LENGTH = 60
PHONE = re.compile(r"'?\(?(?:\+|0(?=.*[ ()/-]))[0-9 ()/.-]{7,20}")  # a bare row of digits may be an id

Row = list[str]


@dataclass(frozen=True)
class Facts:
    """What a survey found. `marks`: decimal mark per money column; `joint`: what cuts a cell into date and time;
    `timed`: whether any time of day is known; `currency`: ISO code or None; `decimal`: the mark of its sums;
    `rows`: about how many the file has; `latest`: the last day (date.toordinal()) that a sale may be of."""

    layout: Layout
    samples: tuple[tuple[str, ...], ...]
    date_order: str
    marks: Mapping[int, str]
    joint: str
    timed: bool
    has_seconds: bool
    currency: str | None
    decimal: str
    rows: int
    latest: int


class Survey:
    """Reads as many rows as it takes to know how a table's columns are written."""

    def __init__(self, table: Table, layout: Layout) -> None:
        self.table, self.layout = table, layout
        self.order = DateOrder()
        terms = {term.column for term in layout.amount}
        self.money = {*terms, *(layout.fields[name] for name in MONEY if name in layout.fields)}
        counted = self.money | {layout.fields.get("quantity", -1)} - {-1}
        self.marks = {column: Marks() for column in sorted(counted)}
        self.date = layout.fields.get("birthday" if layout.kind == "customers" else "date")
        self.grouping = Grouping(layout)
        self.samples: list[dict[str, None]] = [{} for _ in layout.header]
        self.people: dict[str, dict[str, None]] = {"customer": {}, "customer_id": {}}
        self.currencies: Counter[str] = Counter()
        self.signs: Counter[str] = Counter()
        self.times: Counter[str] = Counter()
        self.rows = 0
        self.position = table.size  # bytes read

    def run(self) -> None:
        """Read until everything is decided or the file ends; Refused where there is nothing below the header."""
        width, header = len(self.layout.header), list(self.layout.header)
        for _, rows in self.table.rows():
            if self.rows >= ENOUGH and not self.open:
                self.position = self.table.position
                break
            telling = [row for row in rows if len(row) >= width and row != header]
            if self.rows < ENOUGH:
                for row in telling:
                    self.look(row)
            elif self.grouping.open:
                for row in telling:
                    self.grouping.see(row)
            self.vote(telling)
            self.rows += len(rows)
        if not self.rows:
            raise Refused("header_only", file=self.table.path.name, line=self.table.header_line)

    @property
    def open(self) -> bool:
        """Whether only more rows can decide something."""
        return self.order.open or self.grouping.open or any(marks.open for marks in self.marks.values())

    def vote(self, rows: Sequence[Row]) -> None:
        """Count what dates and numbers show, a column at a time: texts repeat."""
        if self.date is not None:
            for text, times in Counter(map(itemgetter(self.date), rows)).items():
                self.order.see(text, times)
        for column, marks in self.marks.items():
            for text, times in Counter(map(itemgetter(column), rows)).items():
                marks.see(text, times)

    def look(self, row: Row) -> None:
        """What one of the first rows shows."""
        for seen, cell in zip(self.samples, row, strict=False):
            if len(seen) < SAMPLES and (text := tidy(cell[:SAMPLE_LENGTH])):
                seen[text] = None
        fields = self.layout.fields
        for name, seen in self.people.items():
            if name in fields and (text := row[fields[name]].strip()):
                seen[text] = None
        if "currency" in fields and (code := row[fields["currency"]].strip().upper()):
            self.currencies[code] += 1
        for column in self.money:
            self.signs.update(CURRENCY.findall(row[column][:SAMPLE_LENGTH]))
        if self.layout.kind == "sales":
            self.look_at_time(row)
            self.grouping.see(row)

    def look_at_time(self, row: Row) -> None:
        """Whether a row tells the time of day, with seconds, and how it is joined to the date."""
        fields = self.layout.fields
        cell = row[fields.get("time", fields["date"])]
        found = clock(cell)
        if not found:
            return
        self.times["time"] += 1
        self.times["midnight"] += int(found[0]) == 0 and not int(found[1]) and not int(found[2] or 0)
        self.times["second"] += found[2] is not None
        for joint in ("T", " "):
            head, cutter, tail = plain(cell).partition(joint)
            if "time" not in fields and cutter and date_parts(head) and clock(tail) == found:
                self.times[joint] += 1

    def facts(self, currency: str | None, date_order: str | None, today: int | None) -> Facts:
        """What was found; `currency` and `date_order` are what the owner says, None where they don't."""
        found = self.currency(currency)
        digits = minor_digits(found or "")
        quantity = self.layout.fields.get("quantity")
        marks = {column: votes.decided(3 if column == quantity else digits) for column, votes in self.marks.items()}
        sums = [marks[term.column] for term in self.layout.amount]
        ranked = chain(sums, (mark for column, mark in marks.items() if column != quantity))
        usual = next((mark for mark in ranked if mark), ".")
        total = self.times["time"]
        return Facts(
            layout=settle_customer(self.settled(), {name: list(seen) for name, seen in self.people.items()}),
            samples=tuple(tuple(clean(text) for text in seen) for seen in self.samples),
            date_order=self.decided_order(date_order),
            marks={column: mark or usual for column, mark in marks.items()},
            joint=next((joint for joint in ("T", " ") if total and self.times[joint] > total / 2), ""),
            timed="time" in self.layout.fields or self.times["midnight"] < total,
            has_seconds=self.times["second"] > 0,
            currency=found,
            decimal=usual,
            rows=self.rows * self.table.size // max(1, self.position),
            latest=date.max.toordinal() if today is None else today + AHEAD,
        )

    def settled(self) -> Layout:
        """The layout with what its rows are; prices of one piece are never the whole receipt's."""
        layout = self.grouping.settled()
        return layout if layout.times is None else replace(layout, once=False)

    def decided_order(self, hint: str | None) -> str:
        """The order of dates; in a list of people, whose birthdays may all read two ways, nobody is asked."""
        if self.layout.kind == "customers" and not hint:
            clear = any(self.order.votes[order] for order in ("dmy", "mdy", "yy"))
            hint = None if clear else "dmy"
        return self.order.decided(hint, self.table.path.name)

    def currency(self, hint: str | None) -> str | None:
        """The currency that a column, a sign beside the amounts or the owner names, in this order."""
        codes = [code for code, _ in self.currencies.most_common() if code in CODES]
        if codes:
            return codes[0]
        said = Counter({sign: times for sign, times in self.signs.items() if sign in SIGNS or sign in CODES})
        if not said:
            said.update(CURRENCY.findall(" ".join(self.layout.header[term.column] for term in self.layout.amount)))
        if not said:
            return hint
        sign = said.most_common(1)[0][0]
        possible = SIGNS.get(sign, sign).split()
        return hint if hint in possible else possible[0]


def settle_customer(layout: Layout, seen: Mapping[str, list[str]]) -> Layout:
    """The layout with columns called "customer" or "customer id" taken for what stands in each."""
    fields = dict(layout.fields)
    if "customer" in fields:
        meaning = kind_of(seen["customer"])
        column = fields.pop("customer")
        fields.setdefault(meaning, column)
    elif layout.format == "plain" and "customer_id" in fields and "name" not in fields and named(seen["customer_id"]):
        fields["name"] = fields.pop("customer_id")
    return replace(layout, fields=fields)


def kind_of(values: list[str]) -> str:
    """Whether most of these texts are "email", "phone", "customer_id" (codes) or "name"."""
    half = len(values) / 2
    if sum("@" in text for text in values) > half:
        return "email"
    if sum(PHONE.fullmatch(text) is not None for text in values) > half:
        return "phone"
    return "customer_id" if sum(any(ch.isdigit() for ch in text) for text in values) > half else "name"


def named(values: list[str]) -> bool:
    """Whether a column of ids holds names: words in small letters without a digit."""
    return sum(not text.isupper() and not any(ch.isdigit() for ch in text) for text in values) > len(values) / 2
