"""What the counter says: prompts, answers to what was typed, and the day's totals."""

from loyaltui.core import counter_terms as terms
from loyaltui.core.customer import Customer, Facts
from loyaltui.core.outcome import Undone
from loyaltui.core.refused import Refused
from loyaltui.core.settings import Settings
from loyaltui.core.standing import Standing
from loyaltui.words import _, figures, ngettext, reasons, refusals

RETYPE = (
    terms.Unknown,
    terms.Unclear,
    terms.NoSuchReply,
    terms.NoPart,
    terms.Invalid,
)  # what is typed next replaces the text
WRONG = (*RETYPE, terms.Twice, terms.AskAmount, terms.NothingToGive)
VERBS = {
    "visit": _("visit"),
    "refund": _("refund"),
    "reward given": _("reward given"),
    "add": _("added customer"),
    "answer": _("answer"),
    "withdraw": _("withdrawn"),
    "event": _("event"),
    "set up": _("set-up"),
    "merge": _("merged customers"),
    "edit": _("changed customer"),
    "note": _("note"),
    "consent": _("consent"),
    "move": _("moved line"),
    "change": _("changed amount"),
    "delete": _("deleted line"),
    "import": _("import"),
    "settings": _("settings"),
    "rule": _("earn rule"),
    "reward": _("reward"),
    "programme": _("programme"),
    "promise": _("promise"),
    "kept": _("kept promise"),
    "apology": _("apology"),
    "contact": _("contact"),
    "contact list": _("list of the day"),
    "template": _("words to send"),
    "wish answered": _("answered wish"),
    "points": _("given by hand"),
    "voucher": _("voucher"),
    "join": _("joined"),
    "leave": _("left"),
}


def called(customer: Customer) -> str:
    """What to call somebody, whatever is known."""
    return customer.called or _("(no name)")


def tail(customer: Customer) -> str:
    """The end of a phone or card number, enough to tell namesakes apart."""
    number = customer.phone or customer.card
    return f"…{number[-4:]}" if number else ""


def prompt(place: terms.Place) -> str:
    """What the line is for."""
    if isinstance(place, terms.Finding):
        return _("find ▸")
    if isinstance(place, terms.Hearing):
        return _("heard ▸")
    return _("give ▸") if isinstance(place, terms.Choosing) else _("paid ▸")


def placeholder(place: terms.Place) -> str:
    """What an empty line waits for."""
    if isinstance(place, terms.Finding):
        return _("card, phone or name")
    if isinstance(place, terms.Hearing):
        return _("3 ⏎ told you · 3s ⏎ you saw it · 3g ⏎ your guess")
    return (
        _("⏎ gives the reward, Esc goes back")
        if isinstance(place, terms.Choosing)
        else _("4.20, or ⏎: the till will say")
    )


def acts() -> list[str]:
    """The acts there are for somebody who is here."""
    return [
        _("4.20 ⏎ paid      r ⏎ reward"),
        _("⏎ till will say  w ⏎ why they come"),
        _("n … ⏎ note       c … ⏎ complaint"),
        _("p … ⏎ promise    k ⏎ kept"),
        _("v ⏎ voucher      e ⏎ the balance"),
        _("f8 everything    esc back"),
    ]


def list_title(text: str, shown: int, total: int) -> str | None:
    """Over the list: how many of how many."""
    if not text:
        return _("usually here about now") if total else _("nobody is usually here about now")
    if shown == total:
        return ngettext("{n} found", "{n} found", total).format(n=figures.number(total))
    return _("{shown} of {total}").format(shown=shown, total=figures.number(total))


def no_card(text: str, found: int, known: int) -> list[str]:
    """What stands in the card's place while nobody is here; an empty list names the next act."""
    if text and not found:
        return [
            _("Nobody is found by that."),
            "",
            _("⏎ ⏎ adds them as new; a phone"),
            _("may stand behind the name."),
        ]
    if not known:
        return [
            _("Nobody is known yet."),
            "",
            _("Type a name and press ⏎ twice"),
            _("to add somebody, or f6 to bring"),
            _("in till sales."),
        ]
    return [
        _("Scan a card, or type a part of"),
        _("a name, a phone or a card."),
        "",
        _("↓ chooses, ⏎ takes, esc: menu."),
    ]


def rhythm(facts: Facts, standing: Standing | None, today: int) -> str:
    """When they were here last, and how often they come; nothing that would embarrass them."""
    if facts.last is None:
        return _("first visit")
    last = _("last here {ago}").format(ago=figures.ago(today - facts.last))
    if standing is None or facts.visit_days < 3:
        return last
    return _("{last}, usually every {gap}").format(last=last, gap=figures.every(standing.score.usual_gap))


def totals(visits: int, points: int, settings: Settings, today: bool = True) -> str:
    """How a day went, or goes so far."""
    both = f"{figures.visits(visits)} · {figures.points(points, settings)}"
    return _("today {both}").format(both=both) if today else both


def not_given(reward: str) -> str:
    """A reward that was chosen and then dropped; nothing where there was none."""
    return " " + _("{reward} not given.").format(reward=reward) if reward else ""


def heard(intent: terms.Heard) -> str:
    """What was written down, and who says so."""
    reply = intent.reply
    words = f": “{figures.cut(intent.text)}”" if intent.text else ""
    return _("✓ {name}: {said} ({source})").format(
        name=intent.person.name, said=reasons.short(reply).rstrip(" …") + words, source=reasons.SOURCES[intent.source]
    )


def undone(done: Undone) -> str:
    """What was taken back."""
    what = f" · {done.what}" if done.what else ""
    return _("↶ undone: {verb}{what}").format(verb=VERBS.get(done.verb, done.verb), what=what)


def say(intent: terms.Intent, settings: Settings) -> str:
    """What to say to an intent; nothing where the screen shows it."""
    match intent:
        case terms.Switched(left, now):
            return _("{left} not saved. Now: {now}").format(left=left.name, now=now.name)
        case terms.Left(person):
            return _("{name} not saved.").format(name=person.name)
        case terms.Again(person):
            return _("{name} is here already.").format(name=person.name)
        case terms.AskAmount(_person, amount, usual):
            return _("{amount} is far more than the usual {usual}. ⏎ again if it is right.").format(
                amount=figures.money(amount, settings), usual=figures.money(usual, settings)
            )
        case terms.Twice(person, seconds):
            return _("{name} was logged {n} s ago, so nothing was saved. + ⏎ logs it all the same.").format(
                name=person.name, n=seconds
            )
        case terms.ChooseReply():
            return _("Its key and ⏎; s or g behind it, words after it; Esc.")
        case terms.OfferNew(text):
            return _("Nobody is “{text}”. ⏎ again adds them as new, Esc looks on.").format(text=text)
        case terms.NeedText(person, _act):
            return _("Type the words for {name}, then ⏎.").format(name=person.name)
        case _:
            return say_no(intent)


def say_no(intent: terms.Intent) -> str:
    """What to say where nothing could be done."""
    match intent:
        case terms.Invalid(text, code):
            return refusals.say(Refused(code, text=text))
        case terms.NoSuchReply(text):
            return _("“{text}” begins with no key of this list; Esc goes back.").format(text=text)
        case terms.Unclear(text):
            return _("“{text}”? Type a price like 4.20, r reward, w why, n note, p promise, c complaint; Esc.").format(
                text=text
            )
        case terms.Unknown(text, left):
            lost = _("{left} not saved. ").format(left=left.name) if left else ""
            return lost + _("“{text}” is nobody's card.").format(text=text)
        case terms.NothingToGive(person):
            return _("{name} has not enough for a reward yet.").format(name=person.name)
        case terms.NoPart(text, lit) if not lit.divisible:
            return _("{what} is given whole: ⏎ gives it, and the price comes after that.").format(what=lit.what.name)
        case terms.NoPart(text, lit) if int(text) > lit.balance:
            return _("There are {n}: no more can be spent.").format(n=figures.number(lit.balance))
        case terms.NoPart(text, _lit):
            return _("{n} bring nothing yet; Esc goes back.").format(n=text)
        case _:
            return ""
