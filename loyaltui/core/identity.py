"""Who is who within one till's file: rows that name the same person get the same number."""

from hashlib import sha256

from loyaltui.core.receipt import Who
from loyaltui.core.text import fold

MARK = "~"  # what stands before a mark in a ref


class Roster(dict[Who, int]):
    """The people of one file: `roster[who]` is the number, from 0 in the order they appear, of whom a row names.

    The same person: the same id or card, else the same e-mail, else the same phone; the name only where a row has
    nothing better. What a later row knows more is added to the person; `ids` keeps every id of everybody. A row may
    show that two numbers are one person: `joined` says which number went into which, `whole` who somebody is then.
    """

    def __init__(self) -> None:
        super().__init__()
        self.people: list[Who] = []
        self.ids: dict[str, int] = {}
        self.joined: dict[int, int] = {}
        self._keys: dict[tuple[str, str], int] = {}

    def __missing__(self, who: Who) -> int:
        number = self[who] = self._recognise(who)
        return number

    def whole(self, number: int) -> int:
        """The number of the person that somebody is, the later rows included."""
        while number in self.joined:
            above = self.joined[number]
            self.joined[number] = self.joined.get(above, above)  # a shorter way next time
            number = above
        return number

    def _recognise(self, who: Who) -> int:
        keys = keys_of(who)
        number = self._known(who, keys)
        if number is None:
            number = len(self.people)
            self.people.append(who)
        else:
            self.people[number] = filled(self.people[number], who)
        for key in keys:
            self._keys.setdefault(key, number)
        if who.ext_id:
            self.ids.setdefault(who.ext_id, number)
        return number

    def _known(self, who: Who, keys: list[tuple[str, str]]) -> int | None:
        """The number of whom a row's keys name, all of them now one person; None where they name nobody yet."""
        number: int | None = None
        for key in keys:
            if key not in self._keys:
                continue
            found = self.whole(self._keys[key])
            if found == number or self._has_other_id(who, key, found):
                continue
            number = found if number is None else self._join(number, found)
        return number

    def _has_other_id(self, who: Who, key: tuple[str, str], found: int) -> bool:
        """Whether a card is held by somebody with another id of this till: then the id counts, not the card."""
        return key[0] == "card" and bool(who.ext_id and self.people[found].ext_id)

    def _join(self, one: int, other: int) -> int:
        kept, gone = sorted((one, other))
        self.joined[gone] = kept
        self.people[kept] = filled(self.people[kept], self.people[gone])
        return kept


def filled(known: Who, more: Who) -> Who:
    """What is known of a person, its gaps filled."""
    return Who(*(had or new for had, new in zip(known, more, strict=True)))


def keys_of(who: Who) -> list[tuple[str, str]]:
    """What a person is recognised by, the surest first."""
    keys = [
        ("ext_id", who.ext_id),
        ("card", who.card),
        ("email", who.email.lower()),
        ("phone", who.phone),
    ]
    found = [key for key in keys if key[1]]
    return found or [("name", fold(" ".join(who.name.split())))]


def strangers(one: Who | None, other: Who | None) -> bool:
    """Whether two rows name two people: the surest thing that both tell differs."""
    if one is None or other is None or one == other:
        return False
    differing = (fold(mine) != fold(theirs) for mine, theirs in zip(one, other, strict=True) if mine and theirs)
    return next(differing, False)


def code_of(who: Who) -> str:
    """What a person goes by in every export, hashed where it is longer than a dozen characters: a name stands in nearly
    all of them, an e-mail address or a phone is added later."""
    text = who.ext_id or who.card or fold(who.name) or who.email or who.phone
    plain = len(text) <= 12 and text.isascii() and MARK not in text
    return text if plain else sha256(text.encode()).hexdigest()[:12]


def marked(ref: str, mark: str) -> str:
    """A ref with what tells several receipts of one number apart."""
    return f"{ref}{MARK}{mark}" if mark else ref
