"""The programme as its owner types it, one line each way: "amount 1.00; 2x Cake; lasts 365", "60 Free coffee 3.20"."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from loyaltui.core.moment import iso, ordinal
from loyaltui.core.money import LARGEST, parse_amount, plain_amount
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Kind, Offer, Reward
from loyaltui.core.rule import DAY, Boost, Rule
from loyaltui.core.text import tidy

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_POINTS = 1_000_000
MOST_TIMES = 10
MOST_DAYS = 3650
MOST_VISITS = 1000  # a reward that takes more visits than that is out of reach; judgement
FAR_OFF = 100  # usual sales in one; nobody pays that; judgement
POINTS = r"([0-9]{1,7})"
EXPECTS_RULE = "“amount 1.00”, “visit 1” or “item 1 Coffee”, then perhaps “; 2x tue; lasts 365”"
EXPECTS_REWARD = "“60 Free coffee 3.20”, “100 Off -5.00”, “80 A tenth off 10%” or “100 Credit +5.00 for 90 days”"
EXPECTS_OFFER = "“10% in 14 days” or “2.00 in 14 days”"


class Clause(NamedTuple):
    """One kind of clause of a rule: how it is typed, and what it says of the rule, given the matches and a currency."""

    pattern: str
    reads: Callable[[re.Match[str], str], dict[str, Any] | None]


def _money(text: str, currency: str) -> int | None:
    amount = parse_amount(text, currency)
    return amount if amount and amount <= LARGEST else None


def _amount(match: re.Match[str], currency: str) -> dict[str, Any] | None:
    size = _money(match[1], currency)
    return {"per": "amount", "size": size} if size else None


def _least(match: re.Match[str], currency: str) -> dict[str, Any] | None:
    least = _money(match[1], currency)
    return {"least": least} if least else None


def _counted(match: re.Match[str], currency: str) -> dict[str, Any] | None:
    points = int(match[1])
    return {"per": "item" if match.lastindex == 2 else "visit", "size": points} if points else None


def _item(match: re.Match[str], currency: str) -> dict[str, Any] | None:
    return {**counted, "what": match[2]} if (counted := _counted(match, currency)) else None


CLAUSES = (
    Clause(r"amount (\S+)", _amount),
    Clause(rf"visit {POINTS}", _counted),
    Clause(rf"item {POINTS} (.{{1,60}})", _item),
    Clause(r"from (\S+)", _least),
    Clause(r"before tax", lambda match, currency: {"before_tax": True}),
    Clause(r"round down", lambda match, currency: {"carry": False}),
    Clause(rf"(welcome|birthday|referral) {POINTS}", lambda match, currency: {match[1].lower(): int(match[2])}),
    Clause(rf"lasts {POINTS}(?: days)?", lambda match, currency: {"lasts": int(match[1])}),
)
BOOST = re.compile(r"([0-9]{1,2})x (.{1,60})", re.IGNORECASE)
HOURS = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])-(24:00|([01]?[0-9]|2[0-3]):([0-5][0-9]))")
REWARD = re.compile(rf"{POINTS}\s+(.+?)\s+([-+]?)(\S+?)(%?)(?:\s+for\s+([0-9]{{1,4}})\s+days)?")
OFFER = re.compile(r"(\S+?)(%?)\s+in\s+([0-9]{1,4})\s+days")


def read_rule(text: str, currency: str) -> Rule:
    """The rule that a text says, its number and day left open; Refused for anything else."""
    said: dict[str, Any] = {}
    boosts = []
    for part in filter(None, (tidy(part) for part in text.split(";"))):
        boost = BOOST.fullmatch(part)
        if boost:
            boosts.append(read_boost(int(boost[1]), boost[2]))
        else:
            clause = read_clause(part, currency)
            if clause.keys() & said.keys():
                raise bad_rule(part)
            said |= clause
    if "per" not in said:
        raise bad_rule(text)
    rule = Rule(0, 0, boosts=tuple(boosts), **said)
    if not all(0 <= one <= MOST_POINTS for one in (rule.welcome, rule.birthday, rule.referral)) or (
        rule.lasts is not None and not 0 < rule.lasts <= MOST_DAYS
    ):
        raise bad_rule(text)
    return rule


def read_clause(part: str, currency: str) -> dict[str, Any]:
    """What one clause says of a rule; Refused where it is none."""
    for clause in CLAUSES:
        match = re.fullmatch(clause.pattern, part, re.IGNORECASE)
        said = clause.reads(match, currency) if match else None
        if said:
            return said
    raise bad_rule(part)


def read_boost(times: int, text: str) -> Boost:
    """ "Cake", "tue, wed", "sat 08:00-10:00" or "2026-12-24" as what or when it is; Refused where it can't be."""
    weekdays, day, start, end = [], None, 0, DAY
    for word in filter(None, re.split(r"[,\s]+", text.lower())):
        hours = HOURS.fullmatch(word)
        if word[:3] in WEEKDAYS and word in (word[:3], *FULL_DAYS):
            weekdays.append(WEEKDAYS.index(word[:3]))
        elif hours:
            start, end = seconds(hours[1], hours[2]), DAY if hours[3] == "24:00" else seconds(hours[4], hours[5])
        elif (found := ordinal(word)) is not None and day is None:
            day = found
        else:
            weekdays, day, start, end = [], None, 0, 0
            break
    mistyped = not end and re.search(r"[0-9]:[0-9]", text) is not None  # a time, and no item's name
    if times > MOST_TIMES or mistyped or (end and start >= end):
        raise bad_rule(f"{times}x {text}")
    return Boost(times, "", tuple(sorted(set(weekdays))), day, start, end) if end else Boost(times, tidy(text))


FULL_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def seconds(hour: str, minute: str) -> int:
    """A time of day in seconds since midnight."""
    return int(hour) * 3600 + int(minute) * 60


def bad_rule(text: str) -> Refused:
    """What to say of a text that is no rule."""
    return Refused("bad_setting", key="earn", value=text, expects=EXPECTS_RULE)


def rule_as_typed(rule: Rule, currency: str) -> str:
    """A rule as one would type it."""
    parts = [
        {"amount": f"amount {plain_amount(rule.size, currency)}", "visit": f"visit {rule.size}"}.get(
            rule.per, f"item {rule.size} {rule.what}"
        ),
        f"from {plain_amount(rule.least, currency)}" if rule.least else "",
        "before tax" if rule.before_tax else "",
        "" if rule.carry else "round down",
        *(f"{boost.times}x {boost_as_typed(boost)}" for boost in rule.boosts),
        *(f"{name} {points}" for name in ("welcome", "birthday", "referral") if (points := getattr(rule, name))),
        "" if rule.lasts is None else f"lasts {rule.lasts}",
    ]
    return "; ".join(filter(None, parts))


def boost_as_typed(boost: Boost) -> str:
    """What a boost is for, or when, as one would type it."""
    if boost.what:
        return boost.what
    day = iso(boost.day) if boost.day else ""
    hours = "" if (boost.start, boost.end) == (0, DAY) else f"{clock(boost.start)}-{clock(boost.end)}"
    return " ".join(filter(None, (", ".join(WEEKDAYS[day] for day in boost.weekdays), day, hours)))


def clock(second: int) -> str:
    """Seconds since midnight as "08:00"."""
    return f"{second // 3600:02d}:{second // 60 % 60:02d}"


def read_reward(text: str, currency: str) -> Reward:
    """ "60 Free coffee 3.20": points, name, worth; "-5.00" is money off, "10%" per cents, "+5.00 for 90 days" a voucher
    for the next purchase. Its number is left open; Refused for anything else."""
    match = REWARD.fullmatch(tidy(text))
    if match is None:
        raise Refused("bad_setting", key="reward", value=text, expects=EXPECTS_REWARD)
    points, name, sign, worth, percent, days = match.groups()
    kind: Kind = "percent" if percent else "money" if sign == "-" else "credit" if sign == "+" else "item"
    amount = _percent(worth) if percent else parse_amount(worth, currency)
    if amount is None or (kind != "item" and not amount) or bool(days) != (kind == "credit"):
        raise Refused("bad_setting", key="reward", value=text, expects=EXPECTS_REWARD)
    return checked(Reward(0, tidy(name), int(points), amount, kind, int(days) if days else None))


def _percent(text: str) -> int | None:
    return int(text) if re.fullmatch("[1-9][0-9]?", text) else None


def checked(reward: Reward) -> Reward:
    """The reward, if it can be one; Refused where it has no name, costs nothing or too much, or gives less than
    nothing."""
    lasts = reward.days is None or 0 < reward.days <= MOST_DAYS
    good = 0 < reward.points <= MOST_POINTS and 0 <= reward.worth <= LARGEST and lasts
    if not tidy(reward.name) or not good:
        raise Refused("bad_reward", name=reward.name)
    return reward._replace(name=tidy(reward.name))


def reward_as_typed(reward: Reward, currency: str) -> str:
    """A reward as one would type it."""
    sign = {"money": "-", "credit": "+"}.get(reward.kind, "")
    worth = f"{reward.worth}%" if reward.kind == "percent" else sign + plain_amount(reward.worth, currency)
    return f"{reward.points} {reward.name} {worth}" + (f" for {reward.days} days" if reward.days else "")


def read_offer(text: str, currency: str) -> Offer:
    """ "10% in 14 days" as a voucher to be given; ValueError for anything else."""
    match = OFFER.fullmatch(tidy(text).lower())
    if match is None:
        raise ValueError(text)
    worth = _percent(match[1]) if match[2] else parse_amount(match[1], currency)
    days = int(match[3])
    if not worth or not 0 < days <= MOST_DAYS:
        raise ValueError(text)
    return Offer("percent" if match[2] else "money", worth, days)


def sound(rule: Rule, rewards: Iterable[Reward], typical: int | None) -> None:
    """Refused where the programme gives back more than is paid, or offers what nobody can reach.

    `typical`: what a visit here usually brings, minor units; None where that isn't known yet. Per cents are judged by
    it as well.
    """
    for reward in rewards:
        visits = visits_needed(rule, reward, typical)
        if visits is not None and visits > min(MOST_VISITS, rule.lasts or MOST_VISITS):
            raise Refused("reward_out_of_reach", name=reward.name, visits=visits, lasts=rule.lasts)
        back = gives_back(rule, reward, typical)
        if back is not None and back >= 1:
            raise Refused("gives_too_much", name=reward.name, percent=round(back * 100))


def visits_needed(rule: Rule, reward: Reward, typical: int | None) -> int | None:
    """How many usual visits a reward takes, nothing doubled; None where that can't be said."""
    if earns_never(rule, typical):
        return MOST_VISITS + 1
    if rule.per != "amount":
        return -(-reward.points // rule.size)
    return -(-reward.points * rule.size // typical) if typical else None


def earns_never(rule: Rule, typical: int | None) -> bool:
    """Whether no usual sale earns anything: the least amount is out of reach, or every day of the week counts for
    nothing."""
    far = typical is not None and rule.least > typical * FAR_OFF
    return far or all(rule.times_on(day, None) == 0 for day in range(1, 8))


def gives_back(rule: Rule, reward: Reward, typical: int | None) -> float | None:
    """The largest part of what is paid that a reward gives back; None where that can't be said."""
    paid = reward.points * rule.size if rule.per == "amount" else _paid_by_visits(rule, reward, typical)
    known = reward.kind != "percent" or typical
    return reward.worth_with(typical or 0) * rule.most / paid if paid and known else None


def _paid_by_visits(rule: Rule, reward: Reward, typical: int | None) -> float | None:
    each = max(rule.least, typical or 0)
    return reward.points / rule.size * each if each and rule.per != "amount" else None


def dated(rule: Rule, number: int, day: int) -> Rule:
    """A rule as it goes into force."""
    return replace(rule, id=number, from_day=day)
