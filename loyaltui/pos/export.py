"""What one known export is: the shape of the entries in the tables of exports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Rows = Literal["receipts", "items", "payments", "customers"]


@dataclass(frozen=True)
class Export:
    """One known export. `source`: the till whose numbers its ids are; `signature`: headers that only it has together.

    `rows`: what a row is; `fields`: field → headers (of who and when, cell by cell the first that says something, of
    all else the first column there is); `means`: header → meaning → cell words, beyond what such words mean everywhere;
    `counted`: a header and the word in it that makes a row's amount count, where one file mixes kinds of rows.
    """

    name: str
    source: str
    signature: tuple[str, ...]
    rows: Rows
    fields: Mapping[str, tuple[str, ...]]
    amount: tuple[str, ...] = ()
    means: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    counted: tuple[str, str] | None = None
