"""What was promised to somebody, or a date of the owner's own: open until it is kept."""

from typing import Literal, NamedTuple

Kind = Literal["promise", "date"]


class Promise(NamedTuple):
    """One line of the book. `day`: when it was given; `due`: by when; `kept`: the day it was, None while it is open."""

    id: int
    customer_id: int
    name: str
    kind: Kind
    text: str
    day: int
    due: int
    kept: int | None = None

    def is_late(self, today: int) -> bool:
        """Whether it should have been kept before today."""
        return self.kept is None and self.due < today
