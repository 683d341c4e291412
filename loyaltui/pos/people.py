"""Who a record is about: identity cells as a person, or as nobody in particular."""

import re
from collections.abc import Callable
from functools import cache

from loyaltui.core.identity import code_of
from loyaltui.core.receipt import Who
from loyaltui.core.text import digits, tidy
from loyaltui.pos.cellwords import DELIVERY, NUMBERED, WALK_IN
from loyaltui.pos.values import plain
from loyaltui.pos.words import bare, words

LIMIT = 1 << 16  # people remembered: about 30 MB
DESTROYED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]+", re.IGNORECASE)  # what Excel leaves of a long number
DIGIT = re.compile(r"[0-9]")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
STARS = re.compile(r"[*•●＊\ufffd]")  # what hides a letter, or has lost it
MASKED = re.compile(rf"{STARS.pattern}|[0-9][xX×]{{2}}")
SHORTEST_PHONE = 5  # digits
DIGITS = "0123456789"
PIECES = re.compile(r"[,;|\n\r]+")
ON_CARD = re.compile(r"([^\W\d_][^/]*)/([^\W\d_][^/]*)")  # "OAKES/DEVON", as it is written on bank cards
DASHES = re.compile(r"[\s.\-/]+")
GUARD = re.compile(r"'(?=[-=+@\t\r＝＋－＠])")  # our own exports and others' put it before what a spreadsheet would run

Cells = tuple[str, ...]
Names = tuple[str, ...]  # the field of each cell


class People(dict[Cells, Who | None]):
    """Identity cells → the person, None where it is nobody in particular. `names`: the field of each cell."""

    def __init__(self, names: Names, phone: Callable[[str], str]) -> None:
        self.places = {name: tuple(n for n, field in enumerate(names) if field == name) for name in names}
        self.phone = phone

    def __missing__(self, cells: Cells) -> Who | None:
        if len(self) >= LIMIT:
            self.clear()
        self[cells] = who = self.person(cells) if any(cells) else None
        return who

    def person(self, cells: Cells) -> Who | None:
        """The person that identity cells name; None where they name nobody or everybody."""
        full, walk_in = self.name(cells)
        mail, number = contact(self.said(cells, "contact", str)) if "contact" in self.places else ("", "")
        who = Who(
            "" if walk_in else self.said(cells, "customer_id", code_text) or self.said(cells, "tax_id", tax_text),
            self.said(cells, "card", code_text),
            self.said(cells, "email", email_text) or email_text(mail),
            self.said(cells, "phone", self.number) or self.number(number),
            full,
        )
        return who if any(who) else None

    def said(self, cells: Cells, name: str, meaning: Callable[[str], str]) -> str:
        """What the first telling cell of a field means; empty where none tells anything."""
        for place in self.places.get(name, ()):
            if cells[place] and (told := meaning(cells[place])):
                return told
        return ""

    def number(self, text: str) -> str:
        """The phone number in a cell."""
        return phone_text(text, self.phone) if text else ""

    def name(self, cells: Cells) -> tuple[str, bool]:
        """The name that cells give, empty where they give none or everybody's; True: it is everybody's."""
        full = self.said(cells, "name", name_text)
        if not full and ("first_name" in self.places or "last_name" in self.places):
            full = f"{self.said(cells, 'first_name', name_text)} {self.said(cells, 'last_name', name_text)}".strip()
        full = full or self.said(cells, "company", name_text)
        if not full or "@" in full:  # an address in the place of a name says who it is, not how they are called
            return "", False
        word = bare(full)
        parts = ON_CARD.fullmatch(full) if "/" in full and full.isupper() else None
        if is_walk_in(word) or (parts and {bare(parts[1]), bare(parts[2])} & walk_ins()):
            return "", True
        return (f"{parts[2].strip()} {parts[1].strip()}" if parts else full) if word else "", False


class Codes(dict[Who | None, str]):
    """Person → a short text that stays the same from run to run, by the surest thing known; empty for nobody."""

    def __missing__(self, who: Who | None) -> str:
        if len(self) >= LIMIT:
            self.clear()
        self[who] = code = code_of(who) if who else ""
        return code


def contact(cell: str) -> tuple[str, str]:
    """The e-mail address and the phone number in a cell that may hold either or both."""
    pieces = [piece.strip() for piece in PIECES.split(cell) if piece.strip()]
    if len(pieces) == 1 and " " in cell and "@" in cell:
        pieces = cell.split()
    mails = [piece for piece in pieces if "@" in piece]
    rest = [piece for piece in pieces if "@" not in piece and DIGIT.search(piece)]
    return (mails[0] if mails else ""), (rest[0] if rest else "")


def tax_text(text: str) -> str:
    """A tax number without the marks between its digits."""
    return code_text(DASHES.sub("", text))


def code_text(text: str) -> str:
    """A customer's id or card as text; empty where it stands for nobody or Excel destroyed it."""
    code = text if text.isalnum() and text.isascii() else unwrapped(tidy(text)).lstrip("'").strip()
    if not code.strip("0") or STARS.search(code) or ("+" in code and DESTROYED.fullmatch(code)):
        return ""
    if code[0].isdigit():
        return code
    word = bare(code)
    return code if word and not is_walk_in(word) else ""


def is_walk_in(word: str) -> bool:
    """Whether the key of a name is everybody's, as it is or with a number behind it ("guest 12")."""
    return word in walk_ins() or (word[-1:].isdigit() and word.rstrip(DIGITS).strip() in numbered())


def email_text(text: str) -> str:
    """An e-mail address in lower case, empty where the cell holds none."""
    email = unwrapped(tidy(text)).lstrip("'").strip().lower()
    return email if EMAIL.fullmatch(email) and not STARS.search(email) else ""


def phone_text(text: str, phone: Callable[[str], str]) -> str:
    """A phone number as `phone` normalises it; empty where there is none, or it is masked or destroyed."""
    number = plain(unwrapped(tidy(text))).lstrip("'").strip()
    if MASKED.search(number) or DESTROYED.fullmatch(number) or len(digits(number)) < SHORTEST_PHONE:
        return ""
    return phone(number)


def name_text(text: str) -> str:
    """A name as it is shown."""
    return tidy(GUARD.sub("", text.lstrip(), count=1)) if text[:1] == "'" else unwrapped(tidy(text))


def unwrapped(text: str) -> str:
    """A tidy text without the formula that keeps spreadsheets from reading it as a number (="0042")."""
    return tidy(text[2:-1]) if text.startswith('="') and text.endswith('"') and len(text) > 2 else text


@cache
def walk_ins() -> frozenset[str]:
    """The keys of names and ids that tills give to everybody."""
    return frozenset(words(WALK_IN) + words(DELIVERY))


@cache
def numbered() -> frozenset[str]:
    """The keys of names that are nobody's when a number stands behind them."""
    return frozenset(words(NUMBERED) + words(DELIVERY))
