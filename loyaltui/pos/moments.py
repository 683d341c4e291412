"""When a row happened: its date and time cells as a day and a second, each half parsed once per text."""

from collections.abc import Callable, Iterable
from operator import itemgetter

from loyaltui.pos.refs import at_till, number_texts
from loyaltui.pos.survey import Facts
from loyaltui.pos.values import Days, Seconds

Row = list[str]


class Moments:
    """The date and time columns of a table. `cells` takes number, date, time and where it was from a row of one more
    cell than the header; `nowhere` is that cell's index."""

    def __init__(self, facts: Facts, nowhere: int) -> None:
        fields = facts.layout.fields
        self.date = fields["date"]
        time = fields.get("time", self.date if facts.timed else nowhere)
        self.spare = facts.layout.spare.get("date", ())
        self.columns = (fields.get("receipt", nowhere), self.date, time)
        self.tills = [fields[name] for name in ("store", "register") if name in fields]
        self.cells: Callable[[Row], tuple[str, ...]] = itemgetter(*self.columns, *self.tills)
        self.joint = facts.joint if facts.timed and time == self.date else ""
        self.timed = facts.timed
        self.days, self.seconds = Days(facts.date_order, facts.latest), Seconds({"": None})

    def of(self, date: str, time: str) -> tuple[int | None, int | None]:
        """Day and second of two cells; a cell with both is cut so that each half is parsed once."""
        if self.joint:
            head, _, tail = date.partition(self.joint)
            day = self.days[head]
            if day is not None:
                return day, self.seconds[tail]
        return self.days[date], self.seconds[time]

    def read(self, rows: Iterable[Row]) -> tuple[Iterable[str], Iterable[int | None], Iterable[int | None]]:
        """The numbers, days and seconds of rows."""
        numbers, dates, times, *tills = zip(*map(self.cells, rows), strict=True)
        texts: Iterable[str] = number_texts(numbers)
        if tills:
            texts = map(at_till, texts, *tills)
        if self.joint:
            days, seconds = zip(*map(self.of, dates, times), strict=True)
            return texts, days, seconds
        return texts, map(self.days.__getitem__, dates), map(self.seconds.__getitem__, times)

    def elsewhere(self, row: Row) -> tuple[int | None, int | None]:
        """Day and second of a row whose own date cell is empty, in another column."""
        if row[self.date].strip():
            return None, None
        date = next((row[column] for column in self.spare if row[column].strip()), "")
        return self.of(date, date if self.timed else "")

    def said(self, row: Row) -> bool:
        """Whether any date cell of a row says anything."""
        return any(row[column].strip() for column in (self.date, *self.spare))
