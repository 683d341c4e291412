"""By when something was promised, as it is said: "oat milk by Friday"."""

import re
from datetime import date

from loyaltui.core.moment import ordinal
from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy

WEEK = 7  # days: where nothing is said
BY = re.compile(r"(.+?)\s+(?:by|on)\s+(\S+(?:\s+\d{1,2})?|\d{1,2}\s+\S+)", re.IGNORECASE)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_MONTH = re.compile(r"(\d{1,2})[ .]([a-z]{3})[a-z]*|([a-z]{3})[a-z]*[ .](\d{1,2})")
LEAST = 3  # letters of a weekday


def promised(text: str, today: int) -> tuple[str, int]:
    """What was promised and by which day: "oat milk by Friday", "by 2026-05-08", "by 3 May"; within a week where no day
    is said."""
    text = tidy(text)
    match = BY.fullmatch(text)
    day = when(match[2], today) if match else None
    return (match[1], day) if match and day is not None else (text, today + WEEK)


def when(text: str, today: int) -> int | None:
    """A day to come, as it is said; None where it isn't one."""
    said = text.strip().rstrip(".!").lower()
    if said in ("today", "tonight", "tomorrow"):
        return today + (said == "tomorrow")
    if len(said) >= LEAST:
        for number, name in enumerate(WEEKDAYS):
            if name.startswith(said):
                return today + ((number - (today - 1) % 7 - 1) % 7) + 1
    exact = ordinal(said)
    return exact if exact is not None else next_date(said, today)


def next_date(said: str, today: int) -> int | None:
    """ "3 may" or "may 3" as the next such day."""
    match = DAY_MONTH.fullmatch(said)
    month = (match[2] or match[3]) if match else ""
    if match is None or month not in MONTHS:
        return None
    year, number = date.fromordinal(today).year, int(match[1] or match[4])
    for one in (year, year + 1):
        try:
            day = date(one, MONTHS.index(month) + 1, number).toordinal()
        except ValueError:
            continue
        if day >= today:
            return day
    return None


def needed_day(text: str, today: int) -> int:
    """A typed day from today on; Refused where it is none."""
    day = when(text, today)
    if day is None:
        raise Refused("bad_date", text=text)
    if day < today:
        raise Refused("past_date", text=text)
    return day
