"""The terms of the counter's machine: what happens there (events), where it is (state), what is wanted (intents)."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from loyaltui.core.evidence import Source
from loyaltui.core.question import Reply
from loyaltui.core.reward import NOT_ANYTHING, Choice, Given


@dataclass(frozen=True)
class Person:
    """Someone at the counter. `usual`: what they usually pay, in minor units; None while that isn't known."""

    id: int
    name: str
    card: str
    usual: int | None = None


@dataclass(frozen=True)
class Match:
    """Whom a submitted text means: by exact card, by exact phone, as a voucher's owner, or (only while finding) the
    highlighted row."""

    person: Person
    how: Literal["card", "phone", "voucher", "row"]


@dataclass(frozen=True)
class About:
    """What many events, places and intents are made of: the person they are about."""

    person: Person


@dataclass(frozen=True)
class Saying:
    """What many events and intents are made of: a text; raw in events, tidied in intents."""

    text: str


# Events: what happened at the keyboard


class Typed(Saying):
    """The line now reads `text`."""


@dataclass(frozen=True)
class Entered(Saying):
    """Enter, on a line that reads `text`, at `second` on the shop's wall clock (it may pass midnight or go back).

    `burst`: it came faster than a person types, or was pasted; an empty line too, where Enter follows a scan at once.
    `is_card`: the text has the form of the shop's own cards. `voucher`: the number of the one whose code it is. `lit`:
    what is highlighted while choosing. `replies`: what may be written down while hearing, and `reply` the highlighted
    one of them.
    """

    second: int
    match: Match | None = None
    burst: bool = False
    is_card: bool = False
    voucher: int | None = None
    lit: Choice | None = None
    replies: tuple[Reply, ...] = ()
    reply: Reply | None = None


class Escaped(Saying):
    """Esc, on a line that reads `text`."""


class Chosen(About):
    """A person who didn't come from the line: just added, or picked on another screen."""


@dataclass(frozen=True)
class Undone:
    """An act about this person was taken back, or refused; `gone`: it was the one that had added them."""

    person_id: int | None
    gone: bool = False


Event: TypeAlias = Typed | Entered | Escaped | Chosen | Undone


# State: where the counter is


@dataclass(frozen=True)
class Finding:
    """Nobody is here yet. `offered`: the text that becomes a newcomer when it is entered again."""

    offered: str | None = None


@dataclass(frozen=True)
class With(About):
    """A person is here. `given`: goes with the sale; `asked`: the amount (minor units) that logs if it is repeated."""

    given: Given = NOT_ANYTHING
    asked: int | None = None


class Choosing(About):
    """A person is here, and the list shows what can be given to them."""


@dataclass(frozen=True)
class Hearing(About):
    """A person is here, and the list shows what they may have said. `text`: in their words; `given`: as in With."""

    text: str = ""
    given: Given = NOT_ANYTHING


Place: TypeAlias = Finding | With | Choosing | Hearing


@dataclass(frozen=True)
class Counter:
    """All the counter knows. `line`: what the input reads; `logged`: (person's id, second) of the latest visits."""

    currency: str
    place: Place = Finding()
    line: str = ""
    logged: tuple[tuple[int, int], ...] = ()

    @property
    def person(self) -> Person | None:
        """Who is here; None while finding."""
        return None if isinstance(self.place, Finding) else self.place.person


# Intents: what the screen does next


@dataclass(frozen=True)
class Stray(Saying):
    """What a text nobody has is made of. `left`: who was here and wasn't saved, where a scan came in between."""

    left: Person | None


@dataclass(frozen=True)
class Nothing:
    """Show the state; there is nothing to do and nothing to say."""


class Search(Saying):
    """List whoever fits the text; for an empty one, who is usually here about now."""


class Show(About):
    """This person is here now: show their card."""


@dataclass(frozen=True)
class Switched:
    """Another person is here now, and the one before wasn't saved."""

    left: Person
    now: Person


class Again(About):
    """The card of the person who is here was scanned again; they stay, nothing is logged by it."""


class Left(About):
    """Back to finding, and this person wasn't saved."""


@dataclass(frozen=True)
class Log(About):
    """Log a visit. `amount`: minor units, None where the till will say; `given`: what goes with it."""

    amount: int | None
    given: Given = NOT_ANYTHING


@dataclass(frozen=True)
class AskAmount(About):
    """Far more than usual (both in minor units): nothing is logged until the same amount is entered again."""

    amount: int
    usual: int


@dataclass(frozen=True)
class Twice(About):
    """Logged already, so many seconds ago: nothing is logged; "+" before or behind the amount logs it anyway."""

    seconds_ago: int


@dataclass(frozen=True)
class Invalid(Saying):
    """Meant as an amount, but none that can be logged; `code` is a refusal's."""

    code: str


class Unclear(Saying):
    """Neither an amount nor an act."""


@dataclass(frozen=True)
class Note(About):
    """Keep a note about the person."""

    text: str


@dataclass(frozen=True)
class Promise(About):
    """Keep what was promised to the person; by when is a part of the text."""

    text: str


class Kept(About):
    """What was promised to the person first has been kept."""


@dataclass(frozen=True)
class NeedText(About):
    """The act (its name in ACTS) needs words; the line has begun it, the cursor belongs at its end."""

    act: str


class ChooseReply(About):
    """List what the person may have said."""


@dataclass(frozen=True)
class Heard(About):
    """Write down what was heard or seen, perhaps in their own words."""

    reply: Reply
    source: Source
    text: str = ""


class NoSuchReply(Saying):
    """No key of the list of what may have been said."""


class ChooseReward(About):
    """List what can be given to the person, the first of it highlighted."""


@dataclass(frozen=True)
class RewardSet(About):
    """This goes with the sale that is entered next: a reward, perhaps for points they chose, or a voucher."""

    given: Given


class NothingToGive(About):
    """No reward was highlighted: there is none this person can have."""


@dataclass(frozen=True)
class NoPart(Saying):
    """Meant as the points to spend on what is highlighted, which can't take so many, or can't be divided."""

    lit: Choice


class Join(About):
    """The person joins the programme."""


class GiveVoucher(About):
    """Give the person the shop's come-back voucher."""


class ShowPoints(About):
    """Show every point of the person, where it came from and where it went."""


class OfferNew(Saying):
    """Nobody is called that: offer to add them, should the same text be entered again."""


class AddNew(Saying):
    """Add a person of this name or phone, then feed `Chosen`."""


class NewCard(Stray):
    """A card of ours that nobody has: add a nameless customer, then feed `Chosen`."""


class Unknown(Stray):
    """Nobody's, and nothing to add."""


@dataclass(frozen=True)
class OpenMenu:
    """Esc with nothing left to step back from."""


Intent: TypeAlias = (
    Nothing | Search | Show | Switched | Again | Left | Log | AskAmount | Twice | Invalid | Unclear | Note | Promise
    | Kept | NeedText | ChooseReply | Heard | NoSuchReply | ChooseReward | RewardSet | NothingToGive | OfferNew
    | AddNew | NewCard | Unknown | OpenMenu | NoPart | Join | GiveVoucher | ShowPoints
)  # fmt: skip
