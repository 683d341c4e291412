"""What is said when something is done for many people at once."""

from loyaltui.core.reward import Offer
from loyaltui.core.settings import Settings
from loyaltui.words import _, figures, ngettext
from loyaltui.words.points import offer as offered


def people(count: int) -> str:
    """So many people."""
    return ngettext("{n} person", "{n} people", count).format(n=figures.number(count))


def for_whom(count: int) -> str:
    """The first question."""
    return _("For {people}, all who are listed: what?").format(people=people(count))


def options(settings: Settings) -> list[tuple[str, str]]:
    """What can be done for all: its key, its words."""
    return [
        ("g", _("give {unit}, to all alike …").format(unit=figures.unit(settings))),
        ("j", _("let them join the programme …")),
        ("v", _("give each the come-back voucher …")),
    ]


def how_many(count: int, settings: Settings) -> str:
    """The question for a number."""
    return _("How many {unit} for each of {people}?").format(unit=figures.unit(settings), people=people(count))


def gift(points: int, count: int, cost: int, settings: Settings) -> str:
    """What would be given, to how many, and what it may cost."""
    each, whole = figures.points(abs(points), settings), figures.points(abs(points) * count, settings)
    if points < 0:
        return _("Take {each} from each of {people}, {whole} in all?").format(
            each=each, people=people(count), whole=whole
        )
    return _("Give {each} to each of {people}? That is {whole}, worth up to {cost}.").format(
        each=each, people=people(count), whole=whole, cost=figures.money(cost, settings)
    )


def given(points: int, count: int, settings: Settings) -> str:
    """It was done."""
    return _("✓ {points} for each of {people}").format(
        points=("+" if points > 0 else "−") + figures.points(abs(points), settings), people=people(count)
    )


def joining(new: int, count: int, welcome: int, settings: Settings) -> str:
    """Who would join, and what they are welcomed with."""
    sentence = _("{new} of {people} aren't in the programme yet. Have they all agreed to join?").format(
        new=figures.number(new), people=people(count)
    )
    each = _(" Each is welcomed with {points}.").format(points=figures.points(welcome, settings))
    return sentence + each if welcome else sentence


def joined(count: int) -> str:
    """They are in."""
    return _("✓ joined: {people}").format(people=people(count))


def vouchers(count: int, listed: int, offer: Offer, settings: Settings) -> str:
    """Who would get a voucher of what."""
    some = _(" The others hold one.") if count < listed else ""
    cost = ""
    if offer.kind == "money":
        cost = _(" That is up to {cost}.").format(cost=figures.money(offer.worth * count, settings))
    return _("Give {people} a voucher each, {what}?").format(people=people(count), what=offered(offer, settings)) + (
        cost + some
    )


def vouchers_given(count: int) -> str:
    """They have been given."""
    return ngettext("✓ {n} voucher", "✓ {n} vouchers", count).format(n=figures.number(count))
