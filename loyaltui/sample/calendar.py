"""The sample café's calendar: every date is a constant, so that the sample is the same whenever it is built."""

from datetime import date, datetime, time, timedelta

from loyaltui.core.moment import Moment
from loyaltui.core.settings import closed_days

FIRST = date(2024, 5, 1).toordinal()
LAST = date(2026, 4, 30).toordinal()  # a Thursday: the demo's today is an ordinary Friday
PROGRAMME = date(2025, 5, 12).toordinal()  # cards and points begin, a year after the first sale
PRICES_ROSE = date(2025, 9, 1).toordinal()
COMPETITOR = date(2025, 10, 13).toordinal()  # opened by the station
COLLEAGUE_LEFT = date(2025, 11, 29).toordinal()  # their last day
RULE_CHANGED = date(2025, 11, 3).toordinal()  # quiet afternoons count twice, birthdays and friends count
VOUCHERS = date(2026, 4, 24).toordinal()  # some of the missed ones are asked back within two weeks
TILL_UNTIL = date(
    2026, 4, 28
).toordinal()  # what came later was logged at the counter; the till's file is still to come
CLOSED = (
    "2024-12-25..2024-12-26, 2025-01-01, 2025-08-04..2025-08-10, 2025-12-25..2025-12-26, 2026-01-01"  # a week in August
)
CLOSED_DAYS = frozenset(closed_days(CLOSED))

SUNDAY = 6
HOURS = {SUNDAY: (9 * 60 + 30, 16 * 60)}
WEEKDAY_HOURS = (7 * 60 + 30, 17 * 60 + 30)


def weekday(day: int) -> int:
    """The weekday of a day number, Monday 0."""
    return (day - 1) % 7


def is_open(day: int) -> bool:
    """Whether the café sells anything on a day."""
    return day not in CLOSED_DAYS


def within_hours(day: int, minute: float) -> int:
    """The second of the day for a wished minute, moved into the day's opening hours."""
    opens, closes = HOURS.get(weekday(day), WEEKDAY_HOURS)
    return int(min(max(minute, opens + 1), closes - 1) * 60)


def months() -> list[tuple[int, int]]:
    """First and last day of each till file after the programme began, a month each."""
    found = []
    start = PROGRAMME
    while start <= TILL_UNTIL:
        following = (date.fromordinal(start).replace(day=1) + timedelta(days=32)).replace(day=1).toordinal()
        found.append((start, min(following - 1, TILL_UNTIL)))
        start = following
    return found


def at(day: int, second: int) -> Moment:
    """A moment on the café's wall clock, with the UTC time an Irish clock would have."""
    wall = datetime.combine(date.fromordinal(day), time()) + timedelta(seconds=second)
    return Moment(day, second, (wall - timedelta(hours=is_summer(day))).isoformat() + "+00:00")


def is_summer(day: int) -> bool:
    """Whether Irish clocks are an hour ahead on a day."""
    year = date.fromordinal(day).year
    return last_sunday(year, 3) <= day < last_sunday(year, 10)


def last_sunday(year: int, month: int) -> int:
    """The last Sunday of a month of 31 days, as a day number."""
    end = date(year, month, 31).toordinal()
    return end - end % 7
