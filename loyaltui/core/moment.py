"""Now, as an argument: nothing below the screens and the commands ever looks at a clock."""

from datetime import date, datetime
from typing import NamedTuple


class Moment(NamedTuple):
    """A point in the shop's time. `day`: date.toordinal(); `second`: since midnight, None where only the day is known;
    `at_utc`: ISO time for the journal of acts."""

    day: int
    second: int | None
    at_utc: str


def ordinal(text: str) -> int | None:
    """The day number of an ISO date ("2026-05-03"); None where it is no date."""
    try:
        return date.fromisoformat(text.strip()).toordinal()
    except ValueError:
        return None


def iso(day: int, second: int | None = None) -> str:
    """A day number as "2026-05-03", with "T14:05:00" where the time is known."""
    text = date.fromordinal(day).isoformat()
    if second is None:
        return text
    return f"{text}T{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


def moment(now: datetime, at_utc: str) -> Moment:
    """The moment of a wall-clock time."""
    return Moment(now.toordinal(), now.hour * 3600 + now.minute * 60 + now.second, at_utc)
