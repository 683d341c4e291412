"""The programme in plain sentences: one for each matter of the rule, one for each reward, and what they come to."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import NamedTuple

from loyaltui.core.example import Example
from loyaltui.core.moment import iso
from loyaltui.core.programme import clock
from loyaltui.core.reward import Offer, Reward
from loyaltui.core.rule import DAY, Boost, Rule
from loyaltui.core.settings import Settings
from loyaltui.core.text import clean
from loyaltui.words import _, figures, ngettext

WEEKDAYS = (
    _("Mondays"),
    _("Tuesdays"),
    _("Wednesdays"),
    _("Thursdays"),
    _("Fridays"),
    _("Saturdays"),
    _("Sundays"),
)
PER = {"amount": _("what was paid"), "visit": _("each visit"), "item": _("something bought")}
KINDS = {
    "item": _("something for nothing"),
    "money": _("money off"),
    "percent": _("per cents off"),
    "credit": _("money for the next time"),
}


class Matter(NamedTuple):
    """One matter of a rule. `key`: its field in Rule, or "base"; `at`: which of the boosts; `says`: whether it makes a
    difference."""

    key: str
    title: str
    sentence: str
    says: bool = True
    at: int = 0


def matters(rule: Rule, settings: Settings) -> Iterator[Matter]:
    """Every matter of a rule, also those that say nothing yet."""
    yield Matter("base", figures.unit(settings).capitalize(), base(rule, settings))
    yield Matter("least", _("Least amount"), least(rule, settings), bool(rule.least))
    if rule.per == "amount":
        yield Matter("before_tax", _("Tax"), _("Counted before tax.") if rule.before_tax else _("Counted with tax."))
        yield Matter("carry", _("Rounding"), rounding(rule, settings))
    for number, one in enumerate(rule.boosts):
        yield Matter("boosts", _("More or less"), boost(one, settings), at=number)
    for key, title, some, none in (
        ("welcome", _("Joining"), _("{points} for joining."), _("Nothing for joining.")),
        ("birthday", _("Birthday"), _("{points} around their birthday, once a year."), _("Nothing for a birthday.")),
        (
            "referral",
            _("A friend"),
            _("{points} for each friend they sent, once the friend has bought."),
            _("Nothing for sending a friend."),
        ),
    ):
        count = getattr(rule, key)
        sentence = some.format(points=figures.whole_points(count, settings)) if count else none
        yield Matter(key, title, sentence, bool(count))
    yield Matter("lasts", _("They last"), lasts(rule, settings))


def rule_sentences(rule: Rule, settings: Settings) -> list[str]:
    """What a rule does, a sentence a matter; nothing of what makes no difference."""
    return [matter.sentence for matter in matters(rule, settings) if matter.says]


def sentences(rules: Iterable[Rule], rewards: Iterable[Reward], settings: Settings) -> Iterator[str]:
    """The whole programme: the sentences of its rule, then those of its rewards."""
    for rule in rules:
        yield from rule_sentences(rule, settings)
    yield from (reward_sentence(reward, settings) for reward in rewards)


def base(rule: Rule, settings: Settings) -> str:
    """What is given for what."""
    if rule.per == "amount":
        return _("{point} for every {amount} spent.").format(
            point=figures.whole_points(1, settings), amount=figures.money(rule.size, settings)
        )
    points = figures.whole_points(rule.size, settings)
    if rule.per == "visit":
        return _("{points} for each visit.").format(points=points)
    return _("{points} for each piece of {what}.").format(points=points, what=clean(rule.what))


def least(rule: Rule, settings: Settings) -> str:
    """From which sum on a sale counts."""
    if not rule.least:
        return _("Any sale counts.")
    return _("A sale of less than {amount} earns nothing.").format(amount=figures.money(rule.least, settings))


def rounding(rule: Rule, settings: Settings) -> str:
    """What becomes of the cents that are left over."""
    if rule.carry:
        return _("Cents that are left over count at the next visit.")
    return _("Rounded down at each visit: cents that are left over are lost.")


def lasts(rule: Rule, settings: Settings) -> str:
    """How long what was earned can be spent."""
    unit = figures.unit(settings)
    if rule.lasts is None:
        return _("Earned {unit} never lapse.").format(unit=unit)
    days = ngettext("{n} day", "{n} days", rule.lasts).format(n=figures.number(rule.lasts))
    return _("Earned {unit} lapse after {days}.").format(unit=unit, days=days)


def boost(one: Boost, settings: Settings) -> str:
    """What counts more or less, or when."""
    times = {
        0: _("No {unit}"),
        1: _("The usual {unit}"),
        2: _("Twice the {unit}"),
    }.get(one.times, _("{n} times the {unit}"))
    return f"{times.format(n=one.times, unit=figures.unit(settings))} {boosted(one)}."


def boosted(one: Boost) -> str:
    """What a boost is for, or when it holds."""
    if one.what:
        return _("for {what}").format(what=clean(one.what))
    parts = []
    if one.weekdays:
        names = [WEEKDAYS[day] for day in one.weekdays]
        listed = _(" and ").join(filter(None, (_(", ").join(names[:-1]), names[-1])))
        parts.append(_("on {days}").format(days=listed))
    if one.day is not None:
        parts.append(_("on {days}").format(days=figures.day(one.day)))
    if (one.start, one.end) != (0, DAY):
        until = clock(one.end) if one.end < DAY else "24:00"
        parts.append(_("from {start} to {end}").format(start=clock(one.start), end=until))
    return " ".join(parts) or _("at any time")


def iso_day(day: int | None) -> str:
    """A day as one types it; empty where there is none."""
    return "" if day is None else iso(day)


def reward_sentence(reward: Reward, settings: Settings) -> str:
    """What a reward takes and brings."""
    part = _("; fewer or more at the same rate") if reward.divisible else ""
    return _("{points}: {what}{part}.").format(
        points=figures.whole_points(reward.points, settings), what=reward_brings(reward, settings), part=part
    )


def reward_brings(reward: Reward, settings: Settings) -> str:
    """What a reward is."""
    name = clean(reward.name)
    if reward.kind == "percent":
        return _("“{name}”, {percent} off this purchase").format(name=name, percent=per_cent(reward.worth / 100))
    worth = figures.money(reward.worth, settings)
    if reward.kind == "money":
        return _("“{name}”, {worth} off this purchase").format(name=name, worth=worth)
    if reward.kind == "credit":
        return _("“{name}”, {worth} off the next purchase, for {n} days").format(name=name, worth=worth, n=reward.days)
    return _("“{name}”, worth {worth}").format(name=name, worth=worth) if reward.worth else f"“{name}”"


def offer(one: Offer, settings: Settings) -> str:
    """The ready voucher that brings somebody back."""
    worth = per_cent(one.worth / 100) if one.kind == "percent" else figures.money(one.worth, settings)
    days = ngettext("{n} day", "{n} days", one.days).format(n=one.days)
    return _("A voucher you give by hand: {worth} off, for {days} from the next on.").format(worth=worth, days=days)


def joins(everyone: bool) -> str:
    """Who is in the programme."""
    if everyone:
        return _("Everybody, also whom only the till's files name.")
    return _("Whoever is added at the counter, or is asked; not whom only the till's files name.")


def example(one: Example, settings: Settings) -> str:
    """The programme on a usual sale: "A €4.20 coffee earns 4 points, every 24th brings “Cake”. Gives back 4.2 %."."""
    price = figures.money(one.usual.price, settings)
    what = _("A {price} {item}") if one.usual.item else _("A sale of {price}")
    sale = what.format(price=price, item=clean(one.usual.item))
    if one.points or one.every:
        earns = _("{sale} earns {points}").format(sale=sale, points=figures.whole_points(one.points, settings))
    else:
        earns = _("{sale} earns nothing").format(sale=sale)
    if one.reward is None or one.every is None:
        return _("{earns}.").format(earns=earns)
    brings = (
        _("{earns}, every one brings “{reward}”.") if one.every == 1 else _("{earns}, every {nth} brings “{reward}”.")
    )
    sentence = brings.format(earns=earns, nth=figures.nth(one.every), reward=clean(one.reward.name))
    return f"{sentence} {back(one)}"


def back(one: Example) -> str:
    """What part of the money the programme gives back."""
    if one.most > one.back:
        return _("Gives back {back}, at most {most}.").format(back=per_cent(one.back), most=per_cent(one.most))
    return _("Gives back {back}.").format(back=per_cent(one.back))


def per_cent(part: float) -> str:
    """A small part of 0..1 as "4.2 %"."""
    return _("{n} %").format(n=f"{100 * part:.1f}".removesuffix(".0"))


def version(rule: Rule, settings: Settings) -> str:
    """A version of the rule in one line, after its day: what isn't as usual."""
    usual = {field.name: field.default for field in fields(rule)}
    some = (one for one in matters(rule, settings) if one.key == "base" or getattr(rule, one.key) != usual[one.key])
    return " ".join(one.sentence for one in some)
