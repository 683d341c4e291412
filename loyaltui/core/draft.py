"""A programme that is being changed and not kept yet: each function takes what was typed into one form."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from loyaltui.core.moment import ordinal
from loyaltui.core.money import needed_amount
from loyaltui.core.programme import (
    EXPECTS_RULE,
    HOURS,
    MOST_DAYS,
    MOST_POINTS,
    MOST_TIMES,
    checked,
    read_rule,
    rule_as_typed,
    seconds,
)
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Kind, Reward
from loyaltui.core.rule import DAY, Basis, Boost, Rule
from loyaltui.core.text import fold, tidy

NOTHING = {"least": 0, "welcome": 0, "birthday": 0, "referral": 0, "lasts": None}  # fields that may say nothing
LONGEST_NAME = 60


class Draft(NamedTuple):
    """A rule and the rewards that go with it."""

    rule: Rule
    rewards: tuple[Reward, ...]


def whole(text: str, least: int, most: int) -> int:
    """A typed whole number; Refused where it is none, or out of bounds."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9 and least <= int(digits) <= most):
        raise Refused("bad_number", text=text.strip(), least=least, most=most)
    return int(digits)


def above_zero(text: str, currency: str) -> int:
    """A typed sum of money; Refused where it is none, or nothing."""
    amount = needed_amount(text, currency)
    if not amount:
        raise Refused("bad_amount", text=text)
    return amount


def named(text: str) -> str:
    """A typed name; Refused where there is none, or it is too long, or couldn't be written in a rule."""
    name = tidy(text)
    if not 0 < len(name) <= LONGEST_NAME or ";" in name:
        raise Refused("needs_words")
    return name


def ruled(draft: Draft, currency: str, **changes: Any) -> Draft:
    """The draft with its rule changed; Refused where the rule couldn't be typed and read back the same."""
    rule = replace(draft.rule, **changes)
    typed = rule_as_typed(rule, currency)
    if replace(read_rule(typed, currency), id=rule.id, from_day=rule.from_day) != rule:
        raise Refused("bad_setting", key="earn", value=typed, expects=EXPECTS_RULE)
    return draft._replace(rule=rule)


def with_text(draft: Draft, text: str, currency: str) -> Draft:
    """The rule as it is typed whole."""
    return draft._replace(rule=read_rule(text, currency))


def with_base(draft: Draft, per: Basis, size: str, what: str, currency: str) -> Draft:
    """What is given for what: by the money paid (`size`: money for one point), a visit, or a piece of `what`."""
    if per == "amount":
        return ruled(draft, currency, per=per, size=above_zero(size, currency), what="")
    plain = {"before_tax": False, "carry": True}  # they speak of money
    points = whole(size, 1, MOST_POINTS)
    return ruled(draft, currency, per=per, size=points, what=named(what) if per == "item" else "", **plain)


def with_field(draft: Draft, key: str, text: str, currency: str) -> Draft:
    """The least amount, the points beside a sale, or the days they last; an empty text: nothing of the kind."""
    if not text.strip():
        return without(draft, key)
    if key == "least":
        return ruled(draft, currency, least=above_zero(text, currency))
    return ruled(draft, currency, **{key: whole(text, 1, MOST_DAYS if key == "lasts" else MOST_POINTS)})


def switched(draft: Draft, key: str) -> Draft:
    """With or without tax, rounded or carried over: the other way."""
    changes: dict[str, Any] = {key: not getattr(draft.rule, key)}
    return draft._replace(rule=replace(draft.rule, **changes))


def without(draft: Draft, key: str, at: int = 0) -> Draft:
    """One matter taken out; `at`: which of the boosts or rewards."""
    if key == "rewards":
        return draft._replace(rewards=draft.rewards[:at] + draft.rewards[at + 1 :])
    boosts = draft.rule.boosts
    left: Any = boosts[:at] + boosts[at + 1 :] if key == "boosts" else NOTHING[key]
    return draft._replace(rule=replace(draft.rule, **{key: left}))


def for_item(draft: Draft, at: int, times: str, what: str, currency: str) -> Draft:
    """More or less for an item or category; `at` past the last boost: one more."""
    return boosted(draft, at, Boost(whole(times, 0, MOST_TIMES), named(what)), currency)


def at_times(
    draft: Draft, at: int, times: str, weekdays: Sequence[int], hours: tuple[str, str], currency: str
) -> Draft:
    """More or less on some weekdays, in some hours ("14:00", "16:00"; both empty: all day)."""
    start, end = hours_of(*(hour.strip() for hour in hours))
    if not weekdays and (start, end) == (0, DAY):
        raise Refused("no_days")
    boost = Boost(whole(times, 0, MOST_TIMES), "", tuple(sorted(weekdays)), None, start, end)
    return boosted(draft, at, boost, currency)


def on_day(draft: Draft, at: int, times: str, day: str, currency: str) -> Draft:
    """More or less on one day."""
    number = ordinal(day)
    if number is None:
        raise Refused("bad_date", text=day)
    return boosted(draft, at, Boost(whole(times, 0, MOST_TIMES), day=number), currency)


def hours_of(start: str, end: str) -> tuple[int, int]:
    """Typed hours in seconds since midnight; one left empty is the day's end."""
    if not start and not end:
        return 0, DAY
    match = HOURS.fullmatch(f"{clocked(start or '0')}-{clocked(end or '24')}")
    if match is None:
        raise Refused("bad_hours", text=f"{start} - {end}")
    first, last = seconds(match[1], match[2]), DAY if match[3] == "24:00" else seconds(match[4], match[5])
    if first >= last:
        raise Refused("bad_hours", text=f"{start} - {end}")
    return first, last


def clocked(text: str) -> str:
    """ "14" as "14:00"; anything else as it is."""
    return f"{text}:00" if text.isdigit() else text


def boosted(draft: Draft, at: int, boost: Boost, currency: str) -> Draft:
    """One boost in its place, or one more."""
    boosts = draft.rule.boosts
    return ruled(draft, currency, boosts=(*boosts[:at], boost, *boosts[at + 1 :]))


def with_reward(
    draft: Draft, at: int, kind: Kind, name: str, points: str, worth: str, days: str, currency: str
) -> Draft:
    """One reward in its place, or one more; `worth`: money, or whole per cents."""
    value = whole(worth.strip().removesuffix("%"), 1, 99) if kind == "percent" else needed_amount(worth, currency)
    good_for = whole(days, 1, MOST_DAYS) if kind == "credit" else None
    before = draft.rewards[at : at + 1]
    number = before[0].id if before else 0
    reward = checked(Reward(number, named(name), whole(points, 1, MOST_POINTS), value, kind, good_for))
    if kind != "item" and not value:
        raise Refused("bad_amount", text=worth)
    others = (*draft.rewards[:at], *draft.rewards[at + 1 :])
    if any(fold(one.name) == fold(reward.name) for one in others):
        raise Refused("same_reward")
    return draft._replace(rewards=tuple(sorted((*others, reward), key=lambda one: (one.points, one.name))))
