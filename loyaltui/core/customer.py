"""A person the shop knows, and how they are recognised."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from loyaltui.core.text import digits, fold

PRICE = re.compile(r"\d+[.,]\d{1,2}")  # typed too early, not a part of a phone number
LEAST_PHONE = 6  # shorter digit runs are a part of a number, not a number


@dataclass(frozen=True)
class Customer:
    """Who somebody is. `phone` is E.164 where it could be read; `birthday` an ISO date; `till_id`: what a till calls
    somebody who has no name; `language`: two letters, "" for the shop's own."""

    id: int
    name: str
    phone: str = ""
    email: str = ""
    card: str = ""
    birthday: str = ""
    till_id: str = ""
    language: str = ""

    @property
    def called(self) -> str:
        """What to call somebody: the name, else whatever else they are known by."""
        return self.name or self.card or self.phone or self.email or self.till_id


class Facts(NamedTuple):
    """What the receipts say of one customer, up to a day.

    Days are date.toordinal(), `first_second`/`last_second` the time of that visit where known; money in minor units,
    refunds taken off. `first` and `last` are None before the first visit.
    """

    customer_id: int
    visits: int = 0
    visit_days: int = 0
    refunds: int = 0
    first: int | None = None
    first_second: int | None = None
    last: int | None = None
    last_second: int | None = None
    net_paid: int = 0


@dataclass(frozen=True)
class CustomerRow:
    """One customer as `customers --json` gives them; these names are a promise to other programs."""

    id: int
    name: str
    phone: str
    email: str
    card: str
    external_ids: dict[str, list[str]]
    visits: int
    visit_days: int
    refunds: int
    first_visit: str | None
    last_visit: str | None
    net_paid_minor: int
    points: int
    rhythm: str | None
    attitude: str
    held_by: list[str] = field(default_factory=list)
    perhaps_held_by: list[str] = field(default_factory=list)
    standing: str | None = None
    chance_back: float | None = None
    usual_gap_days: float | None = None

    @property
    def called(self) -> str:
        """What to call somebody: the name, else whatever else they are known by."""
        ids = (ext_id for known in self.external_ids.values() for ext_id in known)
        return self.name or self.card or self.phone or self.email or next(ids, "")


def folded(name: str, phone: str, email: str, card: str) -> str:
    """The text that searching looks in: everything a person is found by, without case and accents."""
    return " ".join(part for part in (fold(name), digits(phone), fold(email), fold(card)) if part)


def search_terms(text: str) -> list[str]:
    """What has to stand in `folded`, all of it, for a search to find somebody.

    A phone number is typed in many ways: its digits count, without the national zero or the international 00.
    """
    bare = text.strip().lstrip("+")
    number = digits(bare)
    if number and not PRICE.fullmatch(bare) and not bare.strip("0123456789 -/.()"):
        return [number.lstrip("0") or number]
    return fold(text).split()


def telling_digits(text: str) -> str:
    """The end of a phone number that is the same in every way of writing it; empty where it is too short to tell."""
    bare = text.strip()
    number = digits(bare).lstrip("0")
    return number if len(number) >= LEAST_PHONE and not bare.strip("+0123456789 -/.()") else ""


def newcomer(text: str) -> Customer:
    """Somebody from one typed line: an e-mail has an @, a phone has digits, the rest is the name."""
    words = text.split()
    email = next((word for word in words if "@" in word), "")
    rest = [word for word in words if word != email]
    number = [word for word in rest if any(ch.isdigit() for ch in word)]
    name = " ".join(word for word in rest if word not in number)
    return Customer(0, name, phone=" ".join(number), email=email)
