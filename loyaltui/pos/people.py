"""Who a record is about: identity cells as a person, or as nobody in particular."""

import re
from collections.abc import Callable
from functools import cache
from hashlib import sha256

from loyaltui.core.receipt import Who
from loyaltui.core.text import digits, fold, tidy
from loyaltui.pos.vocabulary import WALK_IN, key, words

LIMIT = 1 << 15  # people remembered: about 20 MB
DESTROYED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]+", re.IGNORECASE)  # what Excel leaves of a long number
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
SHORTEST_PHONE = 5  # digits
GUARD = re.compile(r"'(?=[-=+@\t\r＝＋－＠])")  # our own exports and others' put it before what a spreadsheet would run

Cells = tuple[str, ...]  # customer_id, card, email, phone, name, last name


class People(dict[Cells, tuple[Who | None, str]]):
    """Identity cells → the person (None: nobody) and a short key that stays the same from run to run."""

    def __init__(self, phone: Callable[[str], str]) -> None:
        self.phone = phone

    def __missing__(self, cells: Cells) -> tuple[Who | None, str]:
        if len(self) >= LIMIT:
            self.clear()
        who = person(cells, self.phone)
        self[cells] = found = (who, key_of(who))
        return found


def person(cells: Cells, phone: Callable[[str], str]) -> Who | None:
    """The person that identity cells name; None where they name nobody or everybody."""
    ext_id, card, email, number, name, last = cells
    full = name_text(f"{name} {last}")
    walk_in = key(full) in walk_ins()
    who = Who(
        "" if walk_in else code_text(ext_id),
        code_text(card),
        email_text(email),
        phone_text(number, phone),
        full if key(full) and not walk_in else "",
    )
    return who if any(who) else None


def key_of(who: Who | None) -> str:
    """A short text for a person, by the surest thing known of them; empty for nobody."""
    if who is None:
        return ""
    text = who.ext_id or who.card or who.email or who.phone or fold(who.name)
    return text if len(text) <= 12 and text.isascii() else sha256(text.encode()).hexdigest()[:12]


def code_text(text: str) -> str:
    """A customer's id or card as text; empty where it stands for nobody or Excel destroyed it."""
    code = tidy(text).lstrip("'").strip()
    placeholder = not code.strip("0") or not key(code) or key(code) in walk_ins()
    return "" if placeholder or DESTROYED.fullmatch(code) else code


def email_text(text: str) -> str:
    """An e-mail address in lower case, empty where the cell holds none."""
    email = tidy(text).lstrip("'").strip().lower()
    return email if EMAIL.fullmatch(email) else ""


def phone_text(text: str, phone: Callable[[str], str]) -> str:
    """A phone number as `phone` normalises it; empty where there is none, or it is masked or destroyed."""
    number = tidy(text).lstrip("'").strip()
    if "*" in number or DESTROYED.fullmatch(number) or len(digits(number)) < SHORTEST_PHONE:
        return ""
    return phone(number)


def name_text(text: str) -> str:
    """A name as it is shown."""
    return tidy(GUARD.sub("", text.lstrip(), count=1)) if text[:1] == "'" else tidy(text)


@cache
def walk_ins() -> frozenset[str]:
    """The keys of names and ids that tills give to everybody."""
    return frozenset(words(WALK_IN))
