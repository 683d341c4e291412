"""A complaint on its way: open → apologised → put right → back again, with the days each step took."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from loyaltui.core.evidence import Answer

Stage = Literal["open", "apologised", "put_right", "back"]


@dataclass(frozen=True)
class Complaint:
    """One complaint. `id`: of the answer it was written down as; days are day numbers, None: not there yet."""

    id: int
    customer_id: int
    text: str
    opened: int
    apologised: int | None = None
    put_right: int | None = None
    back: int | None = None

    @property
    def stage(self) -> Stage:
        """How far it is."""
        if self.back is not None:
            return "back"
        if self.put_right is not None:
            return "put_right"
        return "open" if self.apologised is None else "apologised"

    @property
    def since(self) -> int:
        """The day of its last step."""
        return self.back or self.put_right or self.apologised or self.opened


def complaints(customer_id: int, answers: Iterable[Answer], apologies: Mapping[int, int]) -> list[Complaint]:
    """One person's complaints, the newest first; `apologies`: answer → the day. Amends settle all that was open."""
    found: list[Complaint] = []
    waiting: list[Complaint] = []
    told = (one for one in answers if one.family == "complaint" and one.source != "guess")
    for answer in sorted(told, key=lambda one: (one.day, one.id)):
        if answer.value == "open":
            waiting.append(Complaint(answer.id, customer_id, answer.text, answer.day, apologies.get(answer.id)))
        else:
            found += [settled(one, answer.day) for one in waiting]
            waiting = []
    return sorted([*found, *waiting], key=lambda one: (one.opened, one.id), reverse=True)


def settled(one: Complaint, day: int) -> Complaint:
    """The same complaint, put right on a day."""
    return Complaint(one.id, one.customer_id, one.text, one.opened, one.apologised, day)
