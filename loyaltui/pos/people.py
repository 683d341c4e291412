"""Who a record is about: identity cells as a person, or as nobody in particular."""

import re
from collections.abc import Callable
from functools import cache
from hashlib import sha256

from loyaltui.core.receipt import Who
from loyaltui.core.text import digits, fold, tidy
from loyaltui.pos.cellwords import WALK_IN
from loyaltui.pos.words import bare, words

LIMIT = 1 << 15  # people remembered: about 20 MB
DESTROYED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]+", re.IGNORECASE)  # what Excel leaves of a long number
DIGIT = re.compile(r"[0-9]")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
SHORTEST_PHONE = 5  # digits
GUARD = re.compile(r"'(?=[-=+@\t\r＝＋－＠])")  # our own exports and others' put it before what a spreadsheet would run

Cells = tuple[str, ...]  # customer_id, card, email, phone, name, last name


class People(dict[Cells, Who | None]):
    """Identity cells → the person, None where it is nobody in particular."""

    def __init__(self, phone: Callable[[str], str]) -> None:
        self.phone = phone

    def __missing__(self, cells: Cells) -> Who | None:
        if len(self) >= LIMIT:
            self.clear()
        self[cells] = who = person(cells, self.phone)
        return who


class Codes(dict[Who | None, str]):
    """Person → a short text that stays the same from run to run, by the surest thing known; empty for nobody."""

    def __missing__(self, who: Who | None) -> str:
        if len(self) >= LIMIT:
            self.clear()
        self[who] = code = code_of(who) if who else ""
        return code


def person(cells: Cells, phone: Callable[[str], str]) -> Who | None:
    """The person that identity cells name; None where they name nobody or everybody."""
    ext_id, card, email, number, name, last = cells
    full = name_text(f"{name} {last}" if last else name) if name or last else ""
    word = bare(full) if full else ""
    walk_in = word in walk_ins()
    who = Who(
        code_text(ext_id) if ext_id and not walk_in else "",
        code_text(card) if card else "",
        email_text(email) if email else "",
        phone_text(number, phone) if number else "",
        full if word and not walk_in else "",
    )
    return who if any(who) else None


def code_of(who: Who) -> str:
    """The surest thing known of a person, hashed where it is longer than a dozen characters."""
    text = who.ext_id or who.card or who.email or who.phone or fold(who.name)
    return text if len(text) <= 12 and text.isascii() else sha256(text.encode()).hexdigest()[:12]


def code_text(text: str) -> str:
    """A customer's id or card as text; empty where it stands for nobody or Excel destroyed it."""
    code = tidy(text).lstrip("'").strip()
    if not code.strip("0") or DESTROYED.fullmatch(code):
        return ""
    if DIGIT.search(code):
        return code
    word = bare(code)
    return code if word and word not in walk_ins() else ""


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
