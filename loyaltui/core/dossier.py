"""One person, whole: everything the shop keeps of them, as a value."""

from dataclasses import dataclass
from typing import Any

from loyaltui.core.customer import CustomerRow
from loyaltui.core.standing import Standing


@dataclass(frozen=True)
class Dossier:
    """`customer --json`: the row of `customers --json`; each consent, note, answer, receipt and movement of
    points, what is promised to them, what came of each contact, and the language they are written to in."""

    customer: CustomerRow
    birthday: str
    standing: Standing | None
    usual: list[str]
    categories: dict[str, int]
    consents: list[dict[str, object]]
    notes: list[dict[str, object]]
    answers: list[dict[str, object]]
    receipts: list[dict[str, Any]]
    movements: list[dict[str, object]]
    language: str
    promises: list[dict[str, object]]
    contacts: list[dict[str, object]]
