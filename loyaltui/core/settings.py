"""What the owner has set: one table of keys, each with how its text is read. Defaults are judgement, and changeable."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from loyaltui.core.earning import Basis
from loyaltui.core.money import parse_amount
from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy

YES = {"yes": "yes", "y": "yes", "true": "yes", "1": "yes", "no": "no", "n": "no", "false": "no", "0": "no"}
LONGEST_CLOSED = 366  # days in one range; a longer one is a typing slip


@dataclass(frozen=True)
class Settings:
    """The shop as its owner describes it. `closed`: day numbers; `till_names`, `history_points`: "" = not asked."""

    name: str = ""
    currency: str = "EUR"
    country: str = ""
    till_names: str = ""
    history_points: str = ""
    card_prefix: str = ""
    closed: tuple[int, ...] = ()
    contacts: int = 5


@dataclass(frozen=True)
class Key:
    """One setting: how its text is read into what is stored, and what it expects, for the refusal."""

    read: Callable[[str], str]
    expects: str


def matching(pattern: str, change: Callable[[str], str] = str) -> Callable[[str], str]:
    """A reader that takes what fits a pattern once `change` has been applied; ValueError else."""

    def read(text: str) -> str:
        value = change(tidy(text))
        if not re.fullmatch(pattern, value):
            raise ValueError(text)
        return value

    return read


def closed_days(text: str) -> tuple[int, ...]:
    """ "2026-08-03..2026-08-09, 2026-12-25" as sorted day numbers; ValueError where it says something else."""
    days: set[int] = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        first, _, last = part.partition("..")
        start = date.fromisoformat(first.strip()).toordinal()
        end = date.fromisoformat(last.strip()).toordinal() if last else start
        if not 0 <= end - start < LONGEST_CLOSED:
            raise ValueError(part)
        days.update(range(start, end + 1))
    return tuple(sorted(days))


def read_closed(text: str) -> str:
    closed_days(text)
    return tidy(text)


def yes_no(text: str) -> str:
    try:
        return YES[tidy(text).lower()]
    except KeyError:
        raise ValueError(text) from None


KEYS = {
    "name": Key(matching(r".{1,60}"), "the shop's name, up to 60 characters"),
    "currency": Key(matching(r"[A-Z]{3}", str.upper), "a currency's three letters, like EUR"),
    "country": Key(matching(r"[A-Z]{2}", str.upper), "a country's two letters, like IE"),
    "till_names": Key(yes_no, "yes or no: does your till know customers' names?"),
    "history_points": Key(yes_no, "yes or no: do sales from before the programme earn points?"),
    "card_prefix": Key(matching(r"[A-Za-z0-9]{0,12}"), "what every card number of yours begins with"),
    "closed": Key(read_closed, "days like 2026-12-25 or 2026-08-03..2026-08-09, with commas between"),
    "contacts": Key(matching(r"[1-9][0-9]?"), "how many people a day Say hello names, 1 to 99"),
}


def read(key: str, text: str) -> str:
    """The text to store for a setting; Refused where the key is unknown or the value doesn't fit."""
    if key not in KEYS:
        raise Refused("unknown_setting", key=key, keys=", ".join(KEYS))
    try:
        return KEYS[key].read(text)
    except ValueError:
        raise Refused("bad_setting", key=key, value=text, expects=KEYS[key].expects) from None


def settings_of(stored: dict[str, str]) -> Settings:
    """The settings a shop's file holds, with the defaults for what it doesn't."""
    plain = {key: stored[key] for key in stored if key in KEYS and key not in ("closed", "contacts")}
    return Settings(
        closed=closed_days(stored.get("closed", "")), contacts=int(stored.get("contacts", Settings.contacts)), **plain
    )


def read_rule(text: str, currency: str) -> tuple[Basis, int]:
    """ "amount 1.00" (a point for every 1.00 paid) or "visit 2" (two points a visit); Refused for anything else."""
    match = re.fullmatch(r"(amount|visit)\s+(\S+)", tidy(text).lower())
    if match and match[1] == "visit" and re.fullmatch(r"[0-9]{1,9}", match[2]):
        return "visit", int(match[2])
    size = parse_amount(match[2], currency) if match and match[1] == "amount" else None
    if size is None:
        raise Refused("bad_setting", key="earn", value=text, expects="“amount 1.00” or “visit 1”")
    return "amount", size


def read_reward(text: str, currency: str) -> tuple[str, int, int]:
    """ "60 Free coffee 3.20" as name, points and worth in minor units; Refused for anything else."""
    match = re.fullmatch(r"(\d{1,7})\s+(.+?)\s+(\S+)", tidy(text))
    worth = parse_amount(match[3], currency) if match else None
    if match is None or worth is None:
        raise Refused(
            "bad_setting", key="reward", value=text, expects="points, name and worth, like “60 Free coffee 3.20”"
        )
    return match[2], int(match[1]), worth
