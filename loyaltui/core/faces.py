"""Five faces: of those who were here, the few who matter most and are least known."""

from collections.abc import Iterable
from typing import NamedTuple

from loyaltui.core.customer import Facts
from loyaltui.core.standing import Standing

MOST = 5
LEAST_SPAN = 30  # days: what somebody paid on their first day isn't what they pay every day
KNOWN_ENOUGH = 1.0  # of an answer


class Face(NamedTuple):
    """Somebody who was here, and what is known of them."""

    facts: Facts
    standing: Standing

    @property
    def worth(self) -> float:
        """What they pay a day on average (minor units), as far as they aren't known yet."""
        first, last = self.facts.first or 0, self.facts.last or 0
        daily = self.facts.net_paid / max(LEAST_SPAN, last - first + 1)
        return daily * max(0.0, 1 - self.standing.why.attitude.known / KNOWN_ENOUGH)


class Evening(NamedTuple):
    """The last day with visits, its faces worth asking about, and of how many regulars the reason is known."""

    day: int
    faces: list[Face]
    known: int
    regulars: int


def is_asked_of(face: Face) -> bool:
    """Whether somebody came more than once, not enough is known of them, and the owner hasn't guessed yet."""
    why = face.standing.why
    return why.attitude.word == "unknown" and why.guess is None and face.facts.visit_days > 1


def faces(here: Iterable[Face], most: int = MOST) -> list[Face]:
    """At most so many of those who were here and of whom not enough is known, who matters most first."""
    asked = [face for face in here if is_asked_of(face)]
    asked.sort(key=lambda face: (-face.worth, face.facts.customer_id))
    return asked[:most]
