"""Money, days, times, points and odds as a person says them. Babel is loaded when the first sum of money is shown."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from loyaltui.core.money import minor_digits
from loyaltui.core.settings import Settings
from loyaltui.words import _, ngettext

if TYPE_CHECKING:
    from babel import Locale

LANGUAGE = "en"  # of the sentences; numbers follow the shop's country


@lru_cache(maxsize=8)
def locale(country: str) -> "Locale":
    """How a country writes numbers; plain English where the country isn't set or isn't known."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(f"und_{country}" if country else LANGUAGE)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(LANGUAGE)


def money(minor: int | float, settings: Settings) -> str:
    """Minor units as the shop's country writes them: 420 is "€4.20"."""
    from babel.numbers import format_currency

    places = minor_digits(settings.currency)
    return format_currency(minor / 10**places, settings.currency, locale=locale(settings.country))


def round_money(minor: float, settings: Settings) -> str:
    """An estimate of money, without its cents."""
    from babel.numbers import format_currency

    places = minor_digits(settings.currency)
    whole = round(minor / 10**places)
    return format_currency(
        whole, settings.currency, format="¤#,##0", locale=locale(settings.country), currency_digits=False
    )


def number(value: int) -> str:
    """A whole number with its thousands apart."""
    return f"{value:,}"


def day(ordinal: int, today: int | None = None) -> str:
    """A day number as "3 May", with its year where that isn't today's."""
    from babel.dates import format_date

    when = date.fromordinal(ordinal)
    same_year = today is not None and date.fromordinal(today).year == when.year
    return format_date(when, "d MMM" if same_year else "d MMM y", locale=LANGUAGE)


def full_day(ordinal: int, today: int | None = None) -> str:
    """A day number as "3 February", with its year where that isn't today's; "today" and "tomorrow" as such."""
    from babel.dates import format_date

    if today is not None and 0 <= ordinal - today <= 1:
        return _("tomorrow") if ordinal > today else _("today")
    when = date.fromordinal(ordinal)
    same_year = today is not None and date.fromordinal(today).year == when.year
    return format_date(when, "d MMMM" if same_year else "d MMMM y", locale=LANGUAGE)


def long_day(ordinal: int) -> str:
    """A day number as "Sunday 3 May 2026"."""
    from babel.dates import format_date

    return format_date(date.fromordinal(ordinal), "EEEE d MMMM y", locale=LANGUAGE)


def weekday(ordinal: int) -> str:
    """A day number as "Fri 1 May". English words, without Babel: it stands on the first screen."""
    return f"{date.fromordinal(ordinal):%a} {date.fromordinal(ordinal).day} {date.fromordinal(ordinal):%b}"


def clock(second: int | None) -> str:
    """A time of day as "14:05"; blank where none is known."""
    return "     " if second is None else f"{second // 3600:02d}:{second // 60 % 60:02d}"


def ago(days: int) -> str:
    """How long ago a day is."""
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < 60:
        return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    months = round(days / 30.4)
    if months < 24:
        return ngettext("{n} month ago", "{n} months ago", months).format(n=months)
    return ngettext("{n} year ago", "{n} years ago", round(days / 365)).format(n=round(days / 365))


def span(days: float) -> str:
    """A length of time: days up to three weeks, then weeks, then months."""
    whole = max(1, round(days))
    if whole < 21:
        return ngettext("{n} day", "{n} days", whole).format(n=whole)
    if whole < 90:
        weeks = round(days / 7)
        return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)
    months = round(days / 30.4)
    return ngettext("{n} month", "{n} months", months).format(n=months)


def every(gap: float) -> str:
    """A usual gap in days, as the end of "usually every …"."""
    whole = max(1, round(gap))
    return _("day") if whole == 1 else span(whole)


def visits(count: int) -> str:
    """So many visits."""
    return ngettext("{n} visit", "{n} visits", count).format(n=number(count))


def cut(text: str, longest: int = 30) -> str:
    """A text short enough to stand in a line."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def points(count: int, settings: Settings) -> str:
    """So many points, short; or stamps, where the shop gives those."""
    if settings.unit == "stamps":
        return whole_points(count, settings)
    return ngettext("{n} pt", "{n} pts", count).format(n=number(count))


def whole_points(count: int, settings: Settings) -> str:
    """So many points or stamps, in a sentence."""
    if settings.unit == "stamps":
        return ngettext("{n} stamp", "{n} stamps", count).format(n=number(count))
    return ngettext("{n} point", "{n} points", count).format(n=number(count))


def unit(settings: Settings) -> str:
    """What the shop gives: the other word is never seen."""
    return _("stamps") if settings.unit == "stamps" else _("points")


def nth(count: int) -> str:
    """A place in a row: 24 is "24th"."""
    ending = {1: _("st"), 2: _("nd"), 3: _("rd")}.get(count % 10, _("th"))
    return f"{number(count)}{_('th') if count % 100 in (11, 12, 13) else ending}"


ODDS = (
    (0.95, _("nearly all")),
    (0.85, _("about 9 in 10")),
    (0.775, _("about 4 in 5")),
    (0.71, _("about 3 in 4")),
    (0.63, _("about 2 in 3")),
    (0.45, _("about 1 in 2")),
    (0.29, _("about 1 in 3")),
    (0.225, _("about 1 in 4")),
    (0.18, _("about 1 in 5")),
    (0.13, _("about 1 in 7")),
    (0.075, _("about 1 in 10")),
    (0.03, _("about 1 in 20")),
)


def odds(chance: float) -> str:
    """A chance as a count of people: 0.26 is "about 1 in 4"."""
    return next((words for least, words in ODDS if chance >= least), _("hardly any"))


def currency_of(country: str) -> str:
    """The currency a country uses today; EUR where the country isn't known."""
    from babel.numbers import get_territory_currencies

    return next(iter(get_territory_currencies(country.upper())), "EUR")
