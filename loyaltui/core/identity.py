"""Who is who within one till's file: rows that name the same person get the same number."""

from loyaltui.core.receipt import Who
from loyaltui.core.text import fold


class Roster:
    """The people of one file, numbered from 0 in the order they appear.

    The same person: the same id or card; else the same e-mail or phone, unless both rows carry ids that differ; the
    name only where a row has nothing better. What a later row knows more is added to the person.
    """

    def __init__(self) -> None:
        self.people: list[Who] = []
        self._rows: dict[Who, int] = {}
        self._keys: dict[tuple[str, str], int] = {}

    def number(self, who: Who) -> int:
        """The number of the person a row names."""
        known = self._rows.get(who)
        if known is None:
            known = self._rows[who] = self._recognise(who)
        return known

    def _recognise(self, who: Who) -> int:
        keys = keys_of(who)
        number = self._meet(who, keys)
        if number is None:
            number = len(self.people)
            self.people.append(who)
        else:
            old = self.people[number]
            self.people[number] = Who(*(new or had for new, had in zip(who, old, strict=True)))
        for key in keys:
            self._keys.setdefault(key, number)
        return number

    def _meet(self, who: Who, keys: list[tuple[str, str]]) -> int | None:
        for kind, value in keys:
            number = self._keys.get((kind, value))
            if number is None:
                continue
            their = self.people[number].ext_id
            if kind in ("ext_id", "card") or not (who.ext_id and their and who.ext_id != their):
                return number
        return None


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
