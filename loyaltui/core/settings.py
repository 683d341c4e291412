"""What the owner has set: one table of keys, each with how its text is read. Defaults are judgement, and changeable."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from loyaltui.core.evidence import FAMILIES, WEIGHTS, allowed
from loyaltui.core.programme import EXPECTS_OFFER, read_offer
from loyaltui.core.question import QUESTIONS, Question
from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy

YES = {"yes": "yes", "y": "yes", "true": "yes", "1": "yes", "no": "no", "n": "no", "false": "no", "0": "no"}
LONGEST_QUESTION = 80  # characters: it stands on a card
LONGEST_CLOSED = 366  # days in one range; a longer one is a typing slip


@dataclass(frozen=True)
class Settings:
    """The shop as its owner describes it. `closed`: day numbers; `till_names`, `history_points`: "" = not asked;
    `ask_every`, `contact_every`: days between two questions, two contacts, to one person; `hold_back`: "yes": a large
    shop leaves one in five alone, to see whether a word helps; `weights`: of evidence, in log-odds, and
    thresholds; `questions`: the owner's own words for some."""

    name: str = ""
    currency: str = "EUR"
    country: str = ""
    till_names: str = ""
    history_points: str = ""
    everyone_joins: str = "no"
    unit: str = "points"
    come_back: str = "10% in 14 days"
    clock: str = ""
    card_prefix: str = ""
    closed: tuple[int, ...] = ()
    contacts: int = 5
    ask_every: int = 21
    contact_every: int = 30
    hold_back: str = "no"
    hidden_reasons: tuple[str, ...] = ()
    show_verdicts: str = "no"
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    questions: Mapping[Question, str] = field(default_factory=dict)


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


def weights(text: str) -> dict[str, float]:
    """ "reason_price -1.2, steady 0" as weights by kind; ValueError where a kind is unknown or a weight is wild."""
    found = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        kind, _, weight = part.partition(" ")
        least, most = allowed(kind) if kind in WEIGHTS else (1, 0)
        if not least <= float(weight) <= most:
            raise ValueError(part)
        found[kind] = float(weight)
    return found


def questions(text: str) -> dict[Question, str]:
    """ "what_for What brings you here?; elsewhere …" as words by question; ValueError where there is none such."""
    found: dict[Question, str] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, _, words = part.partition(" ")
        asked = next((one for one in QUESTIONS if one == name), None)
        if asked is None or not 0 < len(words.strip()) <= LONGEST_QUESTION:
            raise ValueError(part)
        found[asked] = words.strip()
    return found


def judged(stored: dict[str, str], key: str, text: str) -> tuple[str, str]:
    """One weight, threshold or question changed among those that were: the setting it belongs to, and its new text.

    An empty text takes the change back. Refused where the text doesn't fit.
    """
    if key == "ask_every":
        return key, tidy(text) or str(Settings.ask_every)
    setting, mark = ("questions", "; ") if key in QUESTIONS else ("weights", ", ")
    parts = [part.strip() for part in stored.get(setting, "").split(mark.strip())]
    kept = [part for part in parts if part and part.split()[0] != key]
    said = tidy(text).replace(mark.strip(), " ")
    return setting, mark.join([*kept, f"{key} {said}"] if said else kept)


def may_be(key: str) -> str:
    """What a weight, threshold or question may be, for its refusal."""
    if key in QUESTIONS:
        return f"a question of up to {LONGEST_QUESTION} characters"
    least, most = allowed(key) if key in WEIGHTS else (0, 999)
    return f"a number from {least:g} to {most:g}"


def read_questions(text: str) -> str:
    questions(text)
    return tidy(text)


def read_weights(text: str) -> str:
    weights(text)
    return tidy(text)


def read_reasons(text: str) -> str:
    reasons = [part.strip() for part in text.split(",") if part.strip()]
    if not set(reasons) <= FAMILIES["reason"].keys():
        raise ValueError(text)
    return ", ".join(reasons)


def read_closed(text: str) -> str:
    closed_days(text)
    return tidy(text)


def read_come_back(text: str) -> str:
    read_offer(text, "EUR")
    return tidy(text)


def read_day(text: str) -> str:
    return date.fromisoformat(tidy(text)).isoformat()


def yes_no(text: str) -> str:
    try:
        return YES[tidy(text).lower()]
    except KeyError:
        raise ValueError(text) from None


KEYS = {
    "name": Key(matching(r"(?!\d{8,}$).{1,60}"), "the shop's name, up to 60 characters, and not a card's number"),
    "currency": Key(matching(r"[A-Z]{3}", str.upper), "a currency's three letters, like EUR"),
    "country": Key(matching(r"[A-Z]{2}", str.upper), "a country's two letters, like IE"),
    "till_names": Key(yes_no, "yes or no: does your till know customers' names?"),
    "history_points": Key(yes_no, "yes or no: do sales from before the programme earn points?"),
    "everyone_joins": Key(yes_no, "yes or no: are people from the till's files in the programme by themselves?"),
    "unit": Key(matching("points|stamps", str.lower), "points or stamps"),
    "come_back": Key(read_come_back, f"what brings somebody back soon, like {EXPECTS_OFFER}"),
    "clock": Key(read_day, "today's date, where the shop was closed for more than 45 days"),
    "card_prefix": Key(matching(r"[A-Za-z0-9]{0,12}"), "what every card number of yours begins with"),
    "closed": Key(read_closed, "days like 2026-12-25 or 2026-08-03..2026-08-09, with commas between"),
    "contacts": Key(matching(r"[1-9][0-9]?"), "how many people a day Say hello names, 1 to 99"),
    "ask_every": Key(matching(r"[0-9]{1,3}"), "the days between two questions to one person, like 21"),
    "contact_every": Key(matching(r"[0-9]{1,3}"), "the days between two contacts to one person, like 30"),
    "hold_back": Key(yes_no, "yes or no: may one in five of those due be left alone, to see whether a word helps?"),
    "hidden_reasons": Key(read_reasons, "reasons this shop never needs, like “contract, no_alternative”"),
    "show_verdicts": Key(yes_no, "yes or no: may verdicts and notes be read on the counter's screen?"),
    "questions": Key(read_questions, "a question and your words for it, like “what_for What brings you here?”"),
    "weights": Key(read_weights, "kinds of evidence with their log-odds, like “reason_price -1.2, steady 0”"),
}


PARSED: dict[str, Callable[[str], object]] = {  # what isn't kept as the text it was stored as
    "closed": closed_days,
    "contacts": int,
    "ask_every": int,
    "contact_every": int,
    "hidden_reasons": lambda text: tuple(filter(None, text.split(", "))),
    "questions": questions,
    "weights": lambda text: WEIGHTS | weights(text),
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
    plain = {key: PARSED.get(key, str)(text) for key, text in stored.items() if key in KEYS}
    return Settings(**plain)  # type: ignore[arg-type]
