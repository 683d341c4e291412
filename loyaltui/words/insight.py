"""The shop as a whole, in sentences: how well it is known, who is loyal, what hangs on one thing, who stayed."""

from loyaltui.core.evidence import AttitudeWord
from loyaltui.core.insight import TOO_FEW, Coverage, Field, Hanging, LoyalShare, Share
from loyaltui.core.moment import ordinal
from loyaltui.core.rhythm import Rhythm
from loyaltui.core.settings import Settings
from loyaltui.core.shop_report import Happening, ShopReport
from loyaltui.core.standing import verdict
from loyaltui.words import _, figures, ngettext, standing
from loyaltui.words.reasons import EVENTS

ATTITUDES: dict[AttitudeWord, str] = {
    "unknown": _("we don't know"),
    "held": _("held"),
    "unsure": _("both sides"),
    "loyal": _("like us best"),
}
HELD_BY = {
    "likes_best": _("like us best"),
    "price": _("come for the price"),
    "points": _("come for the rewards"),
    "near": _("come because we're near"),
    "habit": _("come out of habit"),
    "person": _("come for a person here"),
    "no_alternative": _("have nowhere else to go"),
    "contract": _("have a contract"),
    "trouble": _("changing is too much trouble"),
    "sides": _("evidence on both sides"),
    "unknown": _("we don't know why"),
}
STAYING = {
    "true": _("true: they like us best"),
    "won": _("won: stayed when a competitor opened"),
    "bought": _("bought: the price, the rewards"),
    "convenience": _("convenience: near, habit, a person"),
    "no_choice": _("no choice: nowhere else, a contract …"),
    "sides": HELD_BY["sides"],
    "unknown": HELD_BY["unknown"],
}
IF = {
    "price": _("if prices rise"),
    "points": _("if the rewards stop"),
    "near": _("if somebody opens nearer"),
    "habit": _("if their habit breaks"),
    "person": _("if {name} leaves"),
    "no_alternative": _("if a competitor opens"),
    "contract": _("if contracts end"),
    "trouble": _("if changing gets easy"),
}
SHARES = {
    "mostly_here": _("mostly here"),
    "about_half": _("about half here"),
    "mostly_elsewhere": _("mostly elsewhere"),
}
NOBODY_ASKED = _("Nobody has been asked yet why they come: w at the counter writes down what they say.")
NO_VISITS = _("Nobody is known yet. f6 brings in till sales, f2 adds somebody at the counter.")
WEIGHTS = _("How much each answer counts is judgement, not measurement: j in The shop shows it, to change.")


def percent(share: float) -> str:
    """A share of 0..1 as "9 %"."""
    return _("{n} %").format(n=round(100 * share))


def regulars(count: int) -> str:
    """So many regulars."""
    return ngettext("{n} regular", "{n} regulars", count).format(n=figures.number(count))


def customers(count: int) -> str:
    """So many customers."""
    return ngettext("{n} customer", "{n} customers", count).format(n=figures.number(count))


def monthly(field: Field, settings: Settings) -> str:
    """The money of some customers."""
    return _("{money} a month").format(money=figures.round_money(field.monthly_minor, settings))


def coverage(known: Coverage) -> str:
    """How well it is known why the regulars come."""
    if not known.regulars:
        return _("Nobody comes regularly yet.")
    if not known.known:
        return NOBODY_ASKED
    return _("Reason known for {known} of {regulars}.").format(
        known=figures.number(known.known), regulars=regulars(known.regulars)
    )


def crossing(rhythm: Rhythm, attitude: AttitudeWord, field: Field, settings: Settings) -> str:
    """One field of how × why: the verdict on those in it, how many, and their money."""
    word = verdict(rhythm, attitude)
    name = f"{standing.GLYPHS[word]} {standing.WORDS[word]}, {ATTITUDES[attitude]}"
    return f"{name}: {customers(field.customers)}, {monthly(field, settings)}"


def hanging(one: Hanging, report: ShopReport) -> str:
    """The thing some regulars hang on, as a condition."""
    name = report.colleagues.get(one.colleague or 0, _("a colleague"))
    left = any(event.kind == "colleague_left" and event.colleague == one.colleague for event in report.journal)
    what = _("now that {name} has left") if one.colleague and left else IF[one.hook]
    what = what.format(name=name)
    return _("perhaps {what}").format(what=what) if one.perhaps else what


def hangs(one: Hanging, report: ShopReport, settings: Settings) -> str:
    """What hangs on one thing: "if Ana leaves: 14 regulars, €1,900 a month"."""
    field = one.regulars
    sentence = f"{hanging(one, report)}: {regulars(field.customers)}, {monthly(field, settings)}"
    return _("{sentence} (the till hints at it, nobody said so)").format(sentence=sentence) if one.perhaps else sentence


def loyal(share: LoyalShare, known: Coverage) -> str:
    """The loyal beside the literature's figures; where the reasons are thinly known, never without saying so."""
    if not known.known:
        return _("How many are loyal can't be told. {coverage}").format(coverage=coverage(known))
    sentence = _(
        "Loyal: {loyal} of the {customers} of the last year ({part}), with {sales} of their sales. "
        "In the literature: about 20 % and 50 %."
    ).format(
        loyal=figures.number(share.loyal),
        customers=customers(share.customers),
        part=percent(share.of_customers),
        sales=percent(share.of_sales),
    )
    doubt = _("{coverage} There may be many more.").format(coverage=coverage(known))
    return f"{sentence} {doubt if known.thin else coverage(known)}"


def recommendation(share: Share | None) -> str:
    """The net promoter score with its interval; of few answers only that they are few."""
    if share is None:
        return _("Would they recommend us? Nobody has said so from 0 to 10 yet.")
    answers = ngettext("{n} answer", "{n} answers", share.n).format(n=share.n)
    if share.n < TOO_FEW:
        return _("Would they recommend us? {answers} from 0 to 10: too few to tell.").format(answers=answers)
    return _("Recommendation (NPS) {value:+}, by {answers}: between {low:+} and {high:+}.").format(
        value=round(100 * share.value), low=round(100 * share.low), high=round(100 * share.high), answers=answers
    )


def share_of_wallet(said: dict[str, int]) -> str:
    """Where else they buy, as far as they told."""
    if not said:
        return _("Where else do they buy this? Nobody has told yet.")
    parts = ", ".join(f"{figures.number(said[value])} {word}" for value, word in SHARES.items() if value in said)
    return _("Where they buy this, told by {n}: {parts}.").format(n=figures.number(sum(said.values())), parts=parts)


def guesses(right: int, known: int) -> str:
    """How the owner's guesses did."""
    if not known:
        return _("Your guesses: none has been answered by them yet.")
    return _("Your guesses: {right} of {known} right.").format(right=right, known=known)


def what_happened(event: Happening, report: ShopReport) -> str:
    """What happened, in a few words: the owner's own where there are any."""
    if event.kind == "other":
        return event.text
    kind = EVENTS[event.kind]
    if event.colleague is not None:
        kind = _("{name} left").format(name=report.colleagues.get(event.colleague, _("a colleague")))
    return f"{kind}: {event.text}" if event.text else kind


def day_of(event: Happening) -> str:
    """The day of an event."""
    return figures.day(ordinal(event.day) or 0)


def who_stayed(event: Happening, settings: Settings) -> str:
    """What everybody did after an event, against what would be expected of each."""
    stayed, left, still_open = event.stayed, event.left, event.open
    if not stayed.customers + left.customers + still_open.customers:
        return _("Nobody can be told yet: it takes three of somebody's usual gaps.")
    lines = [_("{n} stayed ({money}).").format(n=figures.number(stayed.customers), money=monthly(stayed, settings))]
    if event.left_by_chance or left.customers:
        lines.append(
            _("{n} left ({money}); about {chance} would have by chance.").format(
                n=figures.number(left.customers), money=monthly(left, settings), chance=round(event.left_by_chance)
            )
        )
    if still_open.customers:
        lines.append(_("{n} can't be told yet.").format(n=figures.number(still_open.customers)))
    return " ".join(lines)
