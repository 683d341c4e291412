"""Whom to speak to today: the few for whom a word can still change something, and who was left out, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Literal, NamedTuple

from loyaltui.core.occasion import ABSENT, OWED, PRESSING, Candidate, Occasion, Reason, occasion
from loyaltui.core.reward import Voucher
from loyaltui.core.standing import Standing

Cause = Literal["said_no", "unusable", "put_off", "just_contacted", "not_today"]
IN_PERSON = "in person"
HELD_BACK = 5  # one in so many, in a shop that can spare them


@dataclass(frozen=True)
class Contact:
    """Somebody to speak to. `urgency`: the money at stake in a horizon, minor units (chance lost x usual spend).

    `channel`: "phone", "email" or "in person". The rest is how they stood on the day they were listed, so that the list
    stays what it was: `p_back`, the chance of coming back within `horizon` days by themselves; `last_day` None: never
    here. `id`: of the kept row, 0 before it is kept.
    """

    customer_id: int
    name: str
    reason: Reason
    urgency: float
    channel: str = IN_PERSON
    about: str = ""
    due: int | None = None
    p_back: float = 0.0
    horizon: int = 0
    last_day: int | None = None
    visit_days: int = 0
    usual_gap: float = 0.0
    id: int = 0


class Way(NamedTuple):
    """How somebody may be spoken to: "phone" or "email" with its address where they allowed it, else "in person"."""

    channel: str
    address: str


class Due(NamedTuple):
    """One person of a day's list as they are now: how they may be reached, what they usually take, the language they
    are written to in ("" the shop's), what came of it ("" nothing yet), what is known that they like, and the voucher
    they have."""

    contact: Contact
    way: Way
    usual: str = ""
    language: str = ""
    outcome: str = ""
    likes: str = ""
    voucher: Voucher | None = None


@dataclass(frozen=True)
class LeftOut:
    """Somebody with a reason who isn't on the list. `until`: the day from which they may be again."""

    customer_id: int
    name: str
    reason: Reason
    cause: Cause
    until: int | None = None


@dataclass(frozen=True)
class Listing:
    """A day's list, before it is kept. `held`: who would be on it and is held back, told to nobody; `unasked`: who
    could be written to, had they been asked."""

    contacts: list[Contact] = field(default_factory=list)
    held: list[Contact] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unasked: list[Contact] = field(default_factory=list)


def outreach(candidates: Iterable[Candidate], today: int, most: int, cooling: int, holding: bool = False) -> Listing:
    """At most so many people worth a word today, nobody twice: those who may be written to first, then those to greet.

    `cooling`: days in which nobody is contacted again; `holding`: whether one in five is held back.
    """
    due: list[Contact] = []
    listing = Listing()
    for candidate in candidates:
        why = occasion(candidate, today)
        if why is None:
            continue
        cause, until = excluded(candidate, why.reason, today, cooling)
        if cause:
            listing.left_out.append(LeftOut(candidate.customer_id, candidate.name, why.reason, cause, until))
        else:
            due.append(contact(candidate, why))
            if not (candidate.channel or candidate.refused or candidate.unusable):
                listing.unasked.append(due[-1])
    due.sort(key=rank)
    listing.unasked.sort(key=rank)
    choose(due, listing, most, date.fromordinal(today).year if holding else None)
    return listing


def choose(due: Iterable[Contact], listing: Listing, most: int, year: int | None) -> None:
    """Fill the list from the top; whoever is held back stays off it, and is no part of those left out."""
    for one in due:
        full = len(listing.contacts) >= most
        if year is not None and may_be_held(one) and is_held_back(one.customer_id, year):
            if not full:
                listing.held.append(one)
        elif full:
            listing.left_out.append(LeftOut(one.customer_id, one.name, one.reason, "not_today"))
        else:
            listing.contacts.append(one)


def excluded(candidate: Candidate, reason: Reason, today: int, cooling: int) -> tuple[Cause | None, int | None]:
    """Why somebody is left out today, and until when; who said no hears of a promise when they come in."""
    if candidate.refused and reason not in OWED:
        return "said_no", None
    if candidate.unusable and reason not in OWED:
        return "unusable", None
    if candidate.waits_until is not None and candidate.waits_until > today:
        return "put_off", candidate.waits_until
    last = candidate.contacted
    if last is not None and today - last < cooling and reason not in OWED:
        return "just_contacted", last + cooling
    return None, None


def contact(candidate: Candidate, why: Occasion) -> Contact:
    """A candidate with a reason, as a line of the list."""
    standing = candidate.standing
    channel = IN_PERSON if candidate.refused else candidate.channel or IN_PERSON
    found = Contact(candidate.customer_id, candidate.name, why.reason, 0.0, channel, why.about, why.due)
    if standing is None:
        return found
    return replace(
        found,
        urgency=stake(standing, candidate.per_visit, why.reason),
        p_back=standing.score.p_return,
        horizon=standing.horizon,
        last_day=standing.last_day,
        visit_days=standing.visit_days,
        usual_gap=standing.score.usual_gap,
    )


def stake(standing: Standing, per_visit: float, reason: Reason) -> float:
    """What is lost in a horizon if they don't come back: the chance that went x their spending at their usual gap. With
    a debt of ours all of it is at stake."""
    score = standing.score
    lost = score.p_just_after_visit - (0.0 if reason in OWED else score.p_return)
    return max(lost, 0.0) * standing.horizon / max(score.usual_gap, 1.0) * per_visit


def rank(one: Contact) -> tuple[bool, int, float, int]:
    """The order of the list: who can be reached before who has to come in, the pressing first, then by what is at
    stake. A debt of ours comes before all."""
    comes_later = one.channel == IN_PERSON and one.reason not in OWED
    return comes_later, PRESSING[one.reason], -one.urgency, one.customer_id


def may_be_held(one: Contact) -> bool:
    """Whether somebody may be held back for the sake of an honest comparison: never from what is owed or dated."""
    return one.reason in ABSENT and one.channel != IN_PERSON


def is_held_back(customer_id: int, year: int) -> bool:
    """A draw that is the same all year, and on every machine."""
    return sha256(f"{customer_id} {year}".encode()).digest()[0] % HELD_BACK == 0


def false_alarms(contacts: Iterable[Contact]) -> float | None:
    """The share of those listed for staying away who would have come by themselves; None where nobody is."""
    odds = [one.p_back for one in contacts if one.reason in ABSENT]
    return sum(odds) / len(odds) if odds else None


def causes(left_out: Iterable[LeftOut]) -> Mapping[Cause, list[LeftOut]]:
    """Who was left out, by cause."""
    found: dict[Cause, list[LeftOut]] = {}
    for one in left_out:
        found.setdefault(one.cause, []).append(one)
    return found


@dataclass(frozen=True)
class ContactRow:
    """One person of the list as `contacts --json` gives them; these names are a promise to other programs.

    `urgency`: money at stake, minor units; `channel` "phone", "email" or "in person" (then no address and no message).
    """

    customer_id: int
    name: str
    reason: Reason
    why: str
    urgency: int
    channel: str
    address: str | None
    message: str | None
    due: str | None = None
