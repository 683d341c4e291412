"""What leaves the shop in a file: who may be written to or called, with just the addresses they allowed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from loyaltui.core.outreach import Contact, Due


class Reachable(NamedTuple):
    """`phone` (E.164) and `email` are "" where that way isn't allowed or can't be used."""

    customer_id: int
    name: str
    phone: str
    email: str
    birthday: str
    language: str

    @property
    def parted(self) -> tuple[str, str]:
        """First and last name."""
        return parted(self.name)


def parted(name: str) -> tuple[str, str]:
    """First and last name: "Smith, Mary" and "Mary Smith" are Mary and Smith; a single word is a first name."""
    last, comma, first = name.partition(",")
    if comma and first.strip():
        return first.strip(), last.strip()
    first, _, last = name.strip(", ").partition(" ")
    return first, last.strip()


@dataclass(frozen=True)
class Outgoing:
    """What one kind of file is made of: `people` who allowed it, `broken` of them can't be reached by what they gave;
    or `unasked`, who could be asked; or the day's list, with the owner's templates."""

    people: Sequence[Reachable] = ()
    broken: int = 0
    unasked: Sequence[Contact] = ()
    due: Sequence[Due] = ()
    own: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many people are in it."""
        return len(self.people) + len(self.unasked) + len(self.due)
