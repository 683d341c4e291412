"""Who is who within one till's file: rows that name the same person get the same number."""

from loyaltui.core.receipt import Who
from loyaltui.core.text import fold


class Roster(dict[Who, int]):
    """The people of one file: `roster[who]` is the number, from 0 in the order they appear, of whom a row names.

    The same person: the same id or card, else the same e-mail, else the same phone; the name only where a row has
    nothing better. What a later row knows more is added to the person; `ids` keeps every id of everybody.
    """

    def __init__(self) -> None:
        super().__init__()
        self.people: list[Who] = []
        self.ids: dict[str, int] = {}
        self._keys: dict[tuple[str, str], int] = {}

    def __missing__(self, who: Who) -> int:
        number = self[who] = self._recognise(who)
        return number

    def _recognise(self, who: Who) -> int:
        keys = keys_of(who)
        number = next((self._keys[key] for key in keys if key in self._keys), None)
        if number is None:
            number = len(self.people)
            self.people.append(who)
        else:
            old = self.people[number]
            self.people[number] = Who(*(had or new for new, had in zip(who, old, strict=True)))
        for key in keys:
            self._keys.setdefault(key, number)
        if who.ext_id:
            self.ids.setdefault(who.ext_id, number)
        return number


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
