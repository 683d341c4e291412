"""The forms of the programme: for each matter the lines it needs, and how they change the draft."""

from collections.abc import Callable

from loyaltui.core import draft as drafts
from loyaltui.core.draft import Draft
from loyaltui.core.money import plain_amount
from loyaltui.core.programme import clock, rule_as_typed
from loyaltui.core.reward import Kind, Reward
from loyaltui.core.rule import DAY, Basis, Boost
from loyaltui.core.settings import Settings, read
from loyaltui.screens.sheet import Ask, Sheet, Typed
from loyaltui.words import _, figures
from loyaltui.words import programme as words

Says = Callable[[Draft], tuple[list[str], str]]
FIELDS = {
    "least": (_("Least amount of a sale"), _("a sum like 3.00; empty: any sale counts")),
    "welcome": (_("For joining"), _("a number; empty: nothing")),
    "birthday": (_("For a birthday"), _("a number; empty: nothing")),
    "referral": (_("For sending a friend"), _("a number; empty: nothing")),
    "lasts": (_("Days they last"), _("like 365; empty: for ever")),
}
BOOSTS = {"what": _("an item or a category"), "weekdays": _("weekdays, hours"), "day": _("one day")}


def base(draft: Draft, per: Basis, settings: Settings, says: Says) -> Sheet[Draft]:
    """What is given for what."""
    rule, currency = draft.rule, settings.currency
    same = rule.per == per
    point, unit = figures.whole_points(1, settings), figures.unit(settings)
    if per == "amount":
        size = plain_amount(rule.size, currency) if same else ""
        asks = [Ask("size", _("Money for {point}").format(point=point), size, _("a sum like 1.00"))]
    else:
        label = _("{unit} a visit") if per == "visit" else _("{unit} a piece")
        asks = [Ask("size", label.format(unit=unit.capitalize()), str(rule.size) if same else "1", _("a number"))]
    if per == "item":
        asks.append(Ask("what", _("Of what"), rule.what, _("an item or a category, as the till calls it")))

    def take(typed: Typed) -> Draft:
        return drafts.with_base(draft, per, typed.lines["size"], typed.lines.get("what", ""), currency)

    return Sheet(_("{unit} for {what}").format(unit=unit.capitalize(), what=words.PER[per]), asks, take, says)


def field(draft: Draft, key: str, settings: Settings, says: Says) -> Sheet[Draft]:
    """One number or sum of the rule."""
    title, hint = FIELDS[key]
    value = getattr(draft.rule, key)
    text = plain_amount(value, settings.currency) if value and key == "least" else str(value or "")
    label = _("Amount") if key == "least" else _("Days") if key == "lasts" else figures.unit(settings).capitalize()
    return Sheet(
        title,
        [Ask("value", label, text, hint)],
        lambda typed: drafts.with_field(draft, key, typed.lines["value"], settings.currency),
        says,
    )


def kind_of(boost: Boost) -> str:
    """Which of BOOSTS one is."""
    return "what" if boost.what else "day" if boost.day is not None else "weekdays"


def boost(draft: Draft, at: int, kind: str, settings: Settings, says: Says) -> Sheet[Draft]:
    """More or less for something, or at a time; `at` past the last: one more."""
    now = draft.rule.boosts[at] if at < len(draft.rule.boosts) else Boost(2)
    times = Ask("times", _("How many times"), str(now.times), _("2 is double, 0 is nothing at all"))
    title = _("More or less for {what}").format(what=BOOSTS[kind])
    currency = settings.currency
    if kind == "what":
        asks = [Ask("what", _("For what"), now.what, _("an item or a category, as the till calls it")), times]

        def for_item(typed: Typed) -> Draft:
            return drafts.for_item(draft, at, typed.lines["times"], typed.lines["what"], currency)

        return Sheet(title, asks, for_item, says)
    if kind == "day":
        asks = [Ask("day", _("On the day"), words.iso_day(now.day), _("like 2026-12-24")), times]

        def on_day(typed: Typed) -> Draft:
            return drafts.on_day(draft, at, typed.lines["times"], typed.lines["day"], currency)

        return Sheet(title, asks, on_day, says)
    whole_day = (now.start, now.end) == (0, DAY)
    asks = [
        times,
        Ask("start", _("From"), "" if whole_day else clock(now.start), _("like 14:00; empty: all day")),
        Ask("end", _("Until"), "" if whole_day else clock(now.end), _("like 16:00")),
    ]

    def at_times(typed: Typed) -> Draft:
        hours = typed.lines["start"], typed.lines["end"]
        return drafts.at_times(draft, at, typed.lines["times"], typed.weekdays, hours, currency)

    return Sheet(title, asks, at_times, says, now.weekdays)


def reward(draft: Draft, at: int, kind: Kind, settings: Settings, says: Says) -> Sheet[Draft]:
    """A reward; `at` past the last: one more."""
    now = draft.rewards[at] if at < len(draft.rewards) else None
    currency = settings.currency
    asks = [
        Ask("name", _("Its name"), now.name if now else "", _("like Free coffee")),
        Ask("points", figures.unit(settings).capitalize(), str(now.points) if now else "", _("how many it takes")),
        Ask("worth", *worth_of(now, kind, currency)),
    ]
    if kind == "credit":
        asks.append(Ask("days", _("Days it is good for"), str(now.days if now else 90), _("a number")))

    def take(typed: Typed) -> Draft:
        lines = typed.lines
        days = lines.get("days", "")
        return drafts.with_reward(draft, at, kind, lines["name"], lines["points"], lines["worth"], days, currency)

    return Sheet(_("A reward: {kind}").format(kind=words.KINDS[kind]), asks, take, says)


def worth_of(now: Reward | None, kind: Kind, currency: str) -> tuple[str, str, str]:
    """Label, value and hint of what a reward is worth."""
    if kind == "percent":
        return _("Per cent off"), str(now.worth) if now else "", _("1 to 99")
    label = _("Its price") if kind == "item" else _("Money off")
    return label, plain_amount(now.worth, currency) if now else "", _("a sum like 3.20")


def offer(settings: Settings, says: Callable[[str], tuple[list[str], str]]) -> Sheet[str]:
    """The ready voucher that brings somebody back; as the setting's text."""
    off, _in, days = settings.come_back.partition(" in ")
    asks = [
        Ask("off", _("Off"), off, _("like 10% or 2.00")),
        Ask("days", _("Days it is good for"), days.removesuffix("days").strip(), _("a number")),
    ]
    return Sheet(
        _("To bring somebody back: a voucher you give by hand"),
        asks,
        lambda typed: read("come_back", f"{typed.lines['off'].strip()} in {typed.lines['days'].strip()} days"),
        says,
    )


def as_text(draft: Draft, settings: Settings, says: Says) -> Sheet[Draft]:
    """The rule as it is typed, for those who like that."""
    text = rule_as_typed(draft.rule, settings.currency)
    return Sheet(
        _("The rule as text"),
        [Ask("text", _("Rule"), text, "amount 1.00; 2x tue; lasts 365")],
        lambda typed: drafts.with_text(draft, typed.lines["text"], settings.currency),
        says,
    )
