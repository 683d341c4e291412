"""The next question to somebody: an opener one would say anyway, and what its answers would be written down as.

The map is a choice, not a measurement; the weights only veto a question whose answers could change nothing.
"""

from collections.abc import Container, Mapping
from typing import Literal, NamedTuple, get_args

from loyaltui.core.evidence import FAMILIES, WEIGHTS, changes
from loyaltui.core.why import Why

Question = Literal[
    "what_for", "closed_day", "anyone_else", "when_closed", "elsewhere", "someone_sent", "make_more", "apologise"
]
QUESTIONS: tuple[Question, ...] = get_args(Question)
PROBES: dict[str, Question] = {
    "price": "closed_day",
    "person": "anyone_else",
    "near": "when_closed",
    "habit": "when_closed",
}
REASONS = tuple(FAMILIES["reason"])
LEANING = 0.5  # chance of being loyal from which somebody leans to it
KEYS = {  # the key of each reply, whatever was asked
    "reason": dict(zip(REASONS, "123456789", strict=True)),
    "share": {"mostly_here": "m", "about_half": "h", "mostly_elsewhere": "e"},
    "satisfaction": {"pleased": "+", "so_so": "=", "disappointed": "-"},
    "referral": {"sent": "f"},
    "wish": {"": "i"},
    "complaint": {"open": "c", "put_right": "a"},
}
PROBE_KEYS = {"refuted": "y", "confirmed": "n"}
ALWAYS = ("reason", "share", "satisfaction", "referral", "wish")  # may be heard without being asked
APART = 21  # days between two questions to one person
RUSH = (3, 300)  # so many visits within so many seconds: nobody is asked anything


class Reply(NamedTuple):
    """What a question may be answered with, as an answer's family and value."""

    family: str
    value: str


def probes(hook: str) -> tuple[Reply, ...]:
    """The two answers to a question that tries whether a hook really holds somebody."""
    return Reply("probe", f"{hook} refuted"), Reply("probe", f"{hook} confirmed")


def replies(question: Question, why: Why) -> tuple[Reply, ...]:
    """The answers to choose from, in the order of their keys."""
    if question in ("closed_day", "anyone_else", "when_closed"):
        return probes(why.held_by[0])
    if question == "elsewhere":
        return tuple(Reply("share", value) for value in FAMILIES["share"])
    if question == "someone_sent":
        return (Reply("referral", "sent"),)
    if question == "make_more":
        return (Reply("wish", ""),)
    if question == "apologise":
        return (Reply("complaint", "put_right"),)
    return tuple(Reply("reason", value) for value in REASONS)


def key_of(reply: Reply) -> str:
    """The key that stands for a reply."""
    if reply.family == "probe":
        return PROBE_KEYS[reply.value.split()[1]]
    return KEYS[reply.family][reply.value]


def hearing(asked: Question | None, why: Why, hidden: Container[str]) -> tuple[Reply, ...]:
    """All that may be written down at the counter: the answers to what was asked first; no reason the shop hides."""
    first = replies(asked, why) if asked else ()
    rest = (Reply(family, value) for family in ALWAYS for value in KEYS[family])
    found = dict.fromkeys([*first, *rest])
    return tuple(reply for reply in found if reply.family != "reason" or reply.value not in hidden)


def question(why: Why, today: int, weights: Mapping[str, float] = WEIGHTS) -> Question | None:
    """What to ask somebody next; None where nothing they could say would change anything."""
    attitude = why.attitude
    if why.complaint_open:
        return "apologise"
    if attitude.word == "unknown":
        return "what_for"
    if attitude.word == "loyal":
        return "make_more"
    if why.held_by and not why.probed and why.held_by[0] in PROBES:
        return PROBES[why.held_by[0]]
    leaning: tuple[Question, str] = ("someone_sent", "referral")
    elsewhere: tuple[Question, str] = ("elsewhere", "share")
    answered = {line.kind.split("_")[0] for line in attitude.evidence if line.day is not None}
    for asked, family in (leaning, elsewhere) if attitude.p >= LEANING else (elsewhere, leaning):
        if family not in answered and changes(attitude, today, weights, (family,)):
            return asked
    return None if "reason" in answered else "what_for"


def may_ask(today: int, last_asked: int | None, apart: int = APART) -> bool:
    """Whether it is time to ask somebody again."""
    return last_asked is None or today - last_asked >= apart


def is_rush(seconds: list[int], now: int) -> bool:
    """Whether too much is going on to ask anything; `seconds`: when today's last visits were."""
    visits, span = RUSH
    return sum(0 <= now - second <= span for second in seconds) >= visits
