"""The counter's one input as a pure machine: it alone decides what a text means, and needs no screen to be tested.

The screen feeds each event to `step`, shows the state it gets back (place and line) and carries out the intent.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from loyaltui.core.counter_terms import (
    AddNew,
    Again,
    AskAmount,
    ChooseReply,
    ChooseReward,
    Choosing,
    Chosen,
    Counter,
    Entered,
    Escaped,
    Event,
    Finding,
    GiveVoucher,
    Heard,
    Hearing,
    Intent,
    Invalid,
    Join,
    Kept,
    Left,
    Log,
    Match,
    NeedText,
    NewCard,
    NoPart,
    NoSuchReply,
    Note,
    Nothing,
    NothingToGive,
    OfferNew,
    OpenMenu,
    Person,
    Place,
    Promise,
    RewardSet,
    Search,
    Show,
    ShowPoints,
    Switched,
    Twice,
    Typed,
    Unclear,
    Undone,
    Unknown,
    With,
)
from loyaltui.core.evidence import Source
from loyaltui.core.money import parse_amount
from loyaltui.core.question import Reply, key_of
from loyaltui.core.refused import Refused
from loyaltui.core.reward import NOT_ANYTHING, Choice
from loyaltui.core.text import digits, tidy

DAY = 86_400  # seconds
TWICE = 120  # seconds in which a second visit of one person is taken for a slip
FAR_OFF = 5  # so many times the usual amount is asked about
SCAN_LENGTH = 6  # a shorter card or phone number typed by hand beside a person is money
PHONE_LENGTH = 6  # digits
PHONE = re.compile(r"\+?[\d ()./-]+")  # as people write it
MONEY = re.compile(r"\d+(?:[.,]\d+)?")
HEARD = re.compile(r"(\S)([tsg]?)(?:\s+(.*))?")  # what, who says so, and the words for it
SOURCES: dict[str, Source] = {"": "told", "t": "told", "s": "saw", "g": "guess"}
POINTS = re.compile(r"[0-9]{1,7}")
WHOLE_DIGITS = 12  # before the decimal mark; more is a slip of the finger in any currency


Turn: TypeAlias = tuple[Counter, Intent]


def step(state: Counter, event: Event) -> Turn:
    """What the event means at this counter: the counter after it, and what the screen does about it."""
    match event:
        case Typed(text):
            return _typed(state, text)
        case Entered():
            return _entered(_remembering(state, event.second), event)
        case Escaped(text):
            return _escaped(state, text)
        case Chosen(person):
            return _turn_to(state, person)
        case Undone():
            return _undone(state, event)


def _typed(state: Counter, text: str) -> Turn:
    if not isinstance(state.place, Finding):
        return replace(state, line=text), Nothing()
    offered = state.place.offered if tidy(text) == state.place.offered else None
    return _at(state, Finding(offered), text), Search(tidy(text))


def _entered(state: Counter, event: Entered) -> Turn:
    place, text, match = state.place, tidy(event.text), event.match
    if event.voucher is not None:
        return _brought(state, text, event.voucher, match)
    if event.burst:
        return _scanned(state, text, event)
    if not text.strip("+ ") and event.text.strip(" \t+"):  # unprintable isn't empty: nobody meant "here, amount later"
        return _unasked(state), Nothing()
    if isinstance(place, Finding):
        return _found(state, place, text, event)
    if match is not None and match.how != "row" and len(text) >= SCAN_LENGTH:
        return _turn_to(state, match.person)
    if isinstance(place, Choosing):
        return _picked(state, place.person, text, event.lit)
    if isinstance(place, Hearing):
        return _heard(state, place, text, event)
    return _told(state, place, text, event.second)


def _escaped(state: Counter, text: str) -> Turn:
    if text and not isinstance(state.place, Choosing):
        return replace(_unasked(state), line=""), Nothing()
    match state.place:
        case Choosing(person):
            return _at(state, With(person)), Show(person)
        case Hearing():
            return _heard_nothing(state, state.place)
        case With(person):
            return _at(state, Finding()), Left(person)
        case Finding():
            return _at(state, Finding()), OpenMenu()


def _undone(state: Counter, event: Undone) -> Turn:
    state = replace(state, logged=tuple(visit for visit in state.logged if visit[0] != event.person_id))
    here = state.person
    if event.gone and here is not None and here.id == event.person_id:
        return _at(state, Finding()), Left(here)
    return state, Nothing()


def _scanned(state: Counter, text: str, event: Entered) -> Turn:
    """A scan takes its exact owner, at any moment; it is never money, and never the row that happens to be lit."""
    if not text:
        return state, Nothing()
    if event.match is not None and event.match.how != "row":
        return _turn_to(state, event.match.person)
    return _nobodys(state, text, event.is_card)


def _brought(state: Counter, text: str, voucher: int, owner: Match | None) -> Turn:
    """A voucher's code brings its owner here and goes with their sale; one that is nobody's, with whoever is here."""
    here, place = state.person, state.place
    person = owner.person if owner else here
    if person is None:
        return _unasked(state), Unknown(text, None)
    stays = here is not None and here.id == person.id
    kept = place.given if stays and isinstance(place, With | Hearing) else NOT_ANYTHING
    given = kept._replace(voucher=voucher)
    state = _at(state, With(person, given))
    return state, RewardSet(person, given) if stays or here is None else Switched(here, person)


def _turn_to(state: Counter, person: Person) -> Turn:
    """This person is here now, whoever was before."""
    here = state.person
    if here is None:
        return _at(state, With(person)), Show(person)
    if here.id == person.id:
        return replace(_unasked(state), line=""), Again(person)
    return _at(state, With(person)), Switched(here, person)


def _nobodys(state: Counter, text: str, is_card: bool) -> Turn:
    """Nobody has this: whoever was here isn't saved, lest the newcomer's sale becomes theirs."""
    here = state.person
    return _at(state, Finding()), NewCard(text, here) if is_card else Unknown(text, here)


def _found(state: Counter, place: Finding, text: str, event: Entered) -> Turn:
    if event.match is not None:
        return _turn_to(state, event.match.person)
    if text and event.is_card:
        return _nobodys(state, text, is_card=True)
    if text and text == place.offered:
        return _unasked(state), AddNew(text)
    if _could_be_somebody(text):
        return replace(state, place=Finding(offered=text)), OfferNew(text)
    return _unasked(state), Unknown(text, None) if text else Nothing()


def _picked(state: Counter, person: Person, text: str, lit: Choice | None) -> Turn:
    """What is lit goes with the sale; a number is how many points are spent on it."""
    points = int(text) if POINTS.fullmatch(text) else None
    if lit is None and not text:
        return _at(state, With(person)), NothingToGive(person)
    if lit is None or (text and points is None):
        return state, Unclear(text)
    if points is not None and not lit.part(points):
        return state, NoPart(text, lit)
    given = lit.given(points)
    return _at(state, With(person, given)), RewardSet(person, given)


def _heard(state: Counter, place: Hearing, text: str, event: Entered) -> Turn:
    """A key for what was heard and one for who says so ("3g"), words behind them; Enter alone takes the one lit."""
    person = place.person
    parts = HEARD.fullmatch(text)
    by_key = {key_of(reply): reply for reply in event.replies}
    reply = by_key.get(parts[1]) if parts else None if text else event.reply
    if reply is None:
        return (state, NoSuchReply(text)) if text else _heard_nothing(state, place)
    source, words = (parts[2], parts[3] or "") if parts else ("", "")
    words = words or place.text
    if reply.family == "wish" and not words:
        return replace(state, line=f"{key_of(reply)}{source} "), NeedText(person, "wish")
    return _at(state, With(person, place.given)), Heard(person, reply, SOURCES[source], words)


def _heard_nothing(state: Counter, place: Hearing) -> Turn:
    """Back to the sale, with what was to go with it."""
    back = _at(state, With(place.person, place.given))
    return back, Show(place.person) if place.given == NOT_ANYTHING else RewardSet(place.person, place.given)


def _told(state: Counter, place: With, text: str, second: int) -> Turn:
    """By hand, with a person: an act or else money; a question about the amount is answered here, or forgotten."""
    calm = _unasked(state)
    letter, _, words = text.partition(" ")
    if (act := ACTS.get(letter.lower())) is not None:
        return act.does(calm, place.person, letter.lower(), words)
    bare = text.removeprefix("+").removesuffix("+").strip()
    amount = _amount(bare, state.currency)
    if isinstance(amount, Invalid | Unclear):
        return calm, replace(amount, text=text)
    ago = _seconds_since(state, place.person, second)
    if ago is not None and bare == text:
        return calm, Twice(place.person, ago)
    return _sold(state, place, amount, second)


def _sold(state: Counter, place: With, amount: int | None, second: int) -> Turn:
    person, usual = place.person, place.person.usual
    if amount is not None and usual and amount >= FAR_OFF * usual and amount != place.asked:
        return replace(state, place=replace(place, asked=amount)), AskAmount(person, amount, usual)
    visits = (*state.logged, (person.id, second))
    return replace(_at(state, Finding()), logged=visits), Log(person, amount, place.given)


def _amount(text: str, currency: str) -> int | Invalid | Unclear | None:
    """Minor units; None for an empty text; else what to say about it."""
    if not text:
        return None
    try:
        amount = parse_amount(text, currency)
    except Refused as refused:
        return Invalid(text, refused.code)
    if amount is not None:
        return amount
    if not MONEY.fullmatch(text):
        return Unclear(text)
    whole = re.split("[.,]", text)[0]
    return Invalid(text, "amount_too_large" if len(whole) > WHOLE_DIGITS else "amount_too_precise")


def _age(then: int, now: int) -> int:
    """Seconds from one time of day to the next such time: past midnight it counts on, a clock put back is long ago."""
    return now - then if now >= then else now - then + DAY


def _remembering(state: Counter, second: int) -> Counter:
    """Without the visits that are too old to be repeated by a slip."""
    return replace(state, logged=tuple(visit for visit in state.logged if 0 <= _age(visit[1], second) <= TWICE))


def _seconds_since(state: Counter, person: Person, second: int) -> int | None:
    return min((_age(then, second) for who, then in state.logged if who == person.id), default=None)


def _at(state: Counter, place: Place, line: str = "") -> Counter:
    return replace(state, place=place, line=line)


def _unasked(state: Counter) -> Counter:
    """The same place, without the question or the offer that was open there."""
    if isinstance(state.place, With):
        return replace(state, place=replace(state.place, asked=None))
    return replace(state, place=Finding()) if isinstance(state.place, Finding) else state


def _could_be_somebody(text: str) -> bool:
    """A name has letters, a phone enough digits and nothing that isn't written in phones."""
    is_phone = PHONE.fullmatch(text) is not None and len(digits(text)) >= PHONE_LENGTH
    return is_phone or any(ch.isalpha() for ch in text)


def _choose(state: Counter, person: Person, letter: str, words: str) -> Turn:
    """A reward is picked from the list, not by words; the one picked before is put back."""
    if words:
        return state, Unclear(f"{letter} {words}")
    return _at(state, Choosing(person)), ChooseReward(person)


def _listen(state: Counter, person: Person, letter: str, words: str) -> Turn:
    """What was said is picked from the list; words that follow are kept with it."""
    given = state.place.given if isinstance(state.place, With) else NOT_ANYTHING
    return _at(state, Hearing(person, words, given)), ChooseReply(person)


def _do(intent: Callable[[Person], Intent], state: Counter, person: Person, letter: str, words: str) -> Turn:
    """An act that needs no words."""
    return (state, Unclear(f"{letter} {words}")) if words else (replace(state, line=""), intent(person))


def _complain(person: Person, words: str) -> Heard:
    """A complaint is open until it has been put right."""
    return Heard(person, Reply("complaint", "open"), "told", words)


def _write(intent: Callable[[Person, str], Intent], state: Counter, person: Person, letter: str, words: str) -> Turn:
    """An act that keeps words; without any, the line stands ready for them."""
    if words:
        return replace(state, line=""), intent(person, words)
    return replace(state, line=f"{letter} "), NeedText(person, ACTS[letter].name)


@dataclass(frozen=True)
class Act:
    """What a letter does with the person who is here. `does`: (counter, person, letter, words after it) → turn."""

    name: str
    does: Callable[[Counter, Person, str, str], Turn]


ACTS = {  # every letter that is an act
    "r": Act("reward", _choose),
    "n": Act("note", partial(_write, Note)),
    "p": Act("promise", partial(_write, Promise)),
    "k": Act("kept", partial(_do, Kept)),
    "w": Act("why", _listen),
    "c": Act("complaint", partial(_write, _complain)),
    "j": Act("join", partial(_do, Join)),
    "v": Act("voucher", partial(_do, GiveVoucher)),
    "e": Act("points", partial(_do, ShowPoints)),
}
