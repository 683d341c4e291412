"""Whom to speak to, why, and how urgently: the few for whom a word can still change something."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from loyaltui.core.standing import Standing

Reason = Literal["slipping", "gone_quiet", "second_visit"]
ORDER: dict[Reason, int] = {"slipping": 0, "second_visit": 1, "gone_quiet": 2}
LATE_NEWCOMER = 0.5  # of the horizon: long enough that a second visit was due, short enough to be remembered
QUIET = 3  # horizons of silence after which a word comes too late; judgement


class Candidate(NamedTuple):
    """Somebody as far as contacting goes. `per_visit`: what they pay a visit on average, in minor units."""

    customer_id: int
    name: str
    standing: Standing
    per_visit: float


@dataclass(frozen=True)
class Contact:
    """Somebody to speak to. `urgency`: the money at stake in a horizon, minor units (chance lost x usual spend)."""

    customer_id: int
    name: str
    reason: Reason
    standing: Standing
    urgency: float


def reason_for(standing: Standing) -> Reason | None:
    """Why to speak to somebody now; None where there is no need, or it is too late."""
    if standing.word == "slipping":
        return "slipping" if standing.visit_days > 1 else "second_visit"
    if standing.word == "new" and standing.silent_days > LATE_NEWCOMER * standing.horizon:
        return "second_visit"
    if standing.word == "lost" and standing.visit_days > 2 and standing.silent_days <= QUIET * standing.horizon:
        return "gone_quiet"
    return None


def stake(candidate: Candidate) -> float:
    """What is lost in a horizon if they don't come back: the chance that went x their spending at their usual gap."""
    score, horizon = candidate.standing.score, candidate.standing.horizon
    visits = horizon / max(score.usual_gap, 1.0)
    return max(score.p_just_after_visit - score.p_return, 0.0) * visits * candidate.per_visit


def outreach(candidates: Iterable[Candidate], most: int) -> list[Contact]:
    """The `most` people worth a word today: the slipping first, then by what is at stake."""
    found = []
    for candidate in candidates:
        reason = reason_for(candidate.standing)
        if reason:
            found.append(Contact(candidate.customer_id, candidate.name, reason, candidate.standing, stake(candidate)))
    found.sort(key=lambda contact: (ORDER[contact.reason], -contact.urgency, contact.customer_id))
    return found[:most]


@dataclass(frozen=True)
class ContactRow:
    """One person of the list as `contacts --json` gives them; these names are a promise to other programs.

    `urgency`: money at stake, minor units; `channel` "phone", "email" or "in person" (then no address and no message).
    """

    customer_id: int
    name: str
    reason: str
    why: str
    urgency: int
    channel: str
    address: str | None
    message: str | None
    due: str | None = None
