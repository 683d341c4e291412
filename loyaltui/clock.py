"""The one clock. Screens and commands ask it for now and hand that down; nothing below them looks at a clock."""

from datetime import UTC, date, datetime

from loyaltui.core.moment import Moment, moment, ordinal
from loyaltui.core.refused import Refused


class Clock:
    """Live, or fixed to a day by `--today`; the time of day goes on, unless `second` fixes that too."""

    def __init__(self, today: date | None = None, second: int | None = None) -> None:
        self.fixed = today
        self.second = second

    def now(self) -> Moment:
        """This moment on the shop's wall clock."""
        wall = datetime.now().astimezone()
        if self.fixed:
            wall = wall.replace(year=self.fixed.year, month=self.fixed.month, day=self.fixed.day)
        now = moment(wall, datetime.now(UTC).isoformat(timespec="seconds"))
        return now if self.second is None else now._replace(second=self.second)

    def on(self, text: str | None) -> Moment:
        """A day that has been, its time not known; this moment where none is named. Refused for a day to come."""
        now = self.now()
        if text is None:
            return now
        day = ordinal(text)
        if day is None or day > now.day:
            raise Refused("bad_date" if day is None else "future_date", text=text)
        return now._replace(day=day, second=None)

    def today(self) -> int:
        """The day number of today."""
        return self.now().day
