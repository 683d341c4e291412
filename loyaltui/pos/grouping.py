"""What a row of a table is when no known till wrote it: a receipt, or an item of one; and whether a receipt's items
stand together or are strewn over the file, told from the rows that share its number."""

from collections.abc import Mapping
from dataclasses import replace

from loyaltui.pos.asides import sums_up
from loyaltui.pos.fieldwords import WHOLE
from loyaltui.pos.layout import WHO, Layout, only
from loyaltui.pos.seen import Seen
from loyaltui.pos.words import key

SURE = 3  # receipts whose rows all repeat the same sum, before that is more than chance
TOGETHER = 10  # more than one row in so many stands below another of its receipt, in a file sorted by receipt
NAMED = ("receipt", "date", "type", "store", "register")  # what tells receipts apart, as far as a row says it
MIXED = 100  # a text that comes back in more than one row in so many: the rows aren't sorted by it
DAY = 10  # letters of a date without its time
MANY_BLANK = 4  # more than one date in so many, where each stands once a day
SEVERAL = 2  # customers that stand alone above rows without one
EXPECTED = 2000  # rows; more come where they leave something open


class Stretches:
    """How often a text of the first rows comes back after others: never, where rows are sorted by it."""

    def __init__(self) -> None:
        self.last, self.again, self.rows = "", 0, 0
        self.met: set[str] = set()

    def see(self, text: str) -> None:
        """The text of the next row."""
        if self.rows >= EXPECTED:
            return
        self.rows += 1
        if text != self.last:
            self.again += text in self.met
            self.met.add(text)
            self.last = text

    @property
    def mixed(self) -> bool:
        """Whether the rows aren't sorted by it."""
        return self.again * MIXED > self.rows


class Dates:
    """Looks for dates that stand once, in the first row of each day, as merged cells of a spreadsheet are saved."""

    def __init__(self) -> None:
        self.last = ""
        self.said = self.blank = 0
        self.once = True

    def see(self, date: str) -> None:
        """The date cell of a receipt's first row; a time of day makes a blank one a loss."""
        if date:
            self.once = self.once and date != self.last and ":" not in date
            self.said += 1
            self.last = date
        elif self.last:
            self.blank += 1

    @property
    def merged(self) -> bool:
        """Whether so many cells are blank, and no date is said again, that this is no chance."""
        return self.once and self.blank * MANY_BLANK > self.said + self.blank


class Grouping:
    """Looks at rows with the same receipt number, wherever they stand."""

    def __init__(self, layout: Layout) -> None:
        fields = layout.fields
        self.layout, self.fields = layout, fields
        self.asked = "receipt" in fields and (
            layout.rows == "items" or (layout.rows, layout.format) == ("receipts", "plain")
        )
        self.columns = [fields[name] for name in NAMED if name in fields]
        self.item = fields.get("item")
        self.seen = Seen(EXPECTED)
        self.above = [""] * len(self.columns)
        self.rows = self.together = self.strewn = 0
        self.several = 0  # rows of a receipt with another item than its first
        self.sums: set[tuple[str, ...]] = set()
        self.days, self.items = Stretches(), Stretches()
        self.dates = Dates()
        self.who = {fields[name] for name in ("customer", *WHO) if name in fields}
        self.headings = self.people = 0  # rows with nothing but a customer, and dated rows that name one
        self.repeats: dict[str, bool] = {}  # receipt → do all its rows give the same sum?

    @property
    def open(self) -> bool:
        """Whether only more rows can tell: hardly any stands below another of its receipt, and they may be sorted by
        item or not at all; day by day, with all kinds of items, a shop's receipts have one."""
        if not self.asked or self.item is None or self.strewn >= SURE or self.together * TOGETHER >= self.rows:
            return False
        return self.days.mixed or not self.items.mixed

    def see(self, row: list[str]) -> None:
        """Compare a row with the first of its receipt."""
        if not self.asked:
            return
        self.rows += 1
        self.look_at_people(row)
        named = [row[column].strip() for column in self.columns]
        item = row[self.item].strip() if self.item is not None else ""
        sums = tuple(row[term.column] for term in self.layout.amount)
        if not named[0]:
            self.together += self.goes_on(named, item, sums)
            return
        if named[0] == self.above[0]:  # what is left blank is as above
            named = [mine or above for mine, above in zip(named, self.above, strict=True)]
        else:
            self.dates.see(named[1])
        self.days.see(named[1][:DAY])
        self.items.see(item)
        below, self.above = named == self.above, named
        self.together += below
        place = hash(tuple(named))
        if item and self.seen.add(place, hash(item)) is False:
            self.strewn += not below
            self.compare(named[0], row, sums, self.seen.add(~place, hash(sums)) is True)
        elif item:
            self.seen.add(~place, hash(sums))

    def look_at_people(self, row: list[str]) -> None:
        """Whether a row names a customer, and whether it does nothing else."""
        if any(row[column].strip() for column in self.who):
            self.headings += only(row, self.who)
            self.people += bool(row[self.fields["date"]].strip())

    def goes_on(self, named: list[str], item: str, sums: tuple[str, ...]) -> bool:
        """Whether a row without a number is one more item of the receipt above."""
        more = bool(self.above[0] and item and any(sums)) and not any(named) and not sums_up(item)
        self.several += more
        return more

    def compare(self, number: str, row: list[str], sums: tuple[str, ...], repeated: bool) -> None:
        """A row with another item than the first of its receipt; `repeated`: their sums are equal."""
        self.several += 1
        whole = repeated and any(sums) and row.count(sums[0]) == 1  # not the item's price too
        self.repeats[number] = whole and self.repeats.get(number, True)
        self.sums.add(sums)

    def settled(self) -> Layout:
        """The layout with what its rows turned out to be."""
        plain = self.layout.format == "plain"
        merged, headed = plain and self.dates.merged, plain and self.headings >= SEVERAL and not self.people
        strewn = self.strewn > 0 and self.together * TOGETHER < self.rows
        if self.layout.rows == "items" or not self.several:
            return replace(self.layout, strewn=strewn, merged=merged, headed=headed)
        once = bool(self.repeats) and all(self.repeats.values()) and self.whole()
        fields: Mapping[str, int] = self.fields
        if once and "line_amount" not in fields and "amount" in fields and "total" in fields:
            fields = {**fields, "line_amount": fields["amount"]}
        return replace(self.layout, rows="items", once=once, fields=fields, strewn=strewn, merged=merged, headed=headed)

    def whole(self) -> bool:
        """Whether equal sums in a receipt's rows are the receipt's: its header says so, or it is no chance."""
        if any(key(self.layout.header[term.column]) in WHOLE for term in self.layout.amount):
            return True
        total = "total" in self.fields and self.layout.amount[0].column == self.fields["total"]
        parts = any(name in self.fields for name in ("amount", "line_amount", "unit_price"))
        return (total and parts) or (len(self.repeats) >= SURE and len(self.sums) > 1)
