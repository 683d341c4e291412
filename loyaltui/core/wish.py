"""What somebody would like to see here, and what was done about it."""

from typing import NamedTuple


class Wished(NamedTuple):
    """One wish in their words; `done`: what was done about it and when, "" and None while nothing was."""

    answer_id: int
    customer_id: int
    name: str
    day: int
    text: str
    done: str
    done_day: int | None
