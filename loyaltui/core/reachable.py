"""Somebody who may be written to or called, with just the addresses they allowed."""

from typing import NamedTuple


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
