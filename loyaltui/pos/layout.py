"""What a table's columns mean, once that is settled: the shape that everything after it works from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from loyaltui.pos.export import Rows

STRONG = ("customer_id", "card", "email", "phone", "contact", "tax_id")
NAMES = ("name", "first_name", "last_name", "company")
WHO = ("customer_id", "tax_id", "card", "email", "phone", "contact", "name", "first_name", "last_name", "company")


@dataclass(frozen=True)
class Term:
    """One column of an amount: `sign` 1 or -1; the first one mustn't be empty."""

    column: int
    sign: int


@dataclass(frozen=True)
class Layout:
    """What a table's columns mean. `fields`: field → column index; `spare`: field → columns to look at where that one
    is empty; `amount`: the columns whose sum is the amount; `once`: it is the whole receipt's, in whatever row it
    stands; `rows`: what a row is; `means`: column → cell word → meaning, beyond what such words mean everywhere;
    `counted`: a column and the word in it that makes a row's amount count; `times`: the column of the quantity by which
    a row's amount, that of one piece, is to be multiplied."""

    format: str
    source: str
    header: tuple[str, ...]
    fields: Mapping[str, int]
    amount: tuple[Term, ...]
    once: bool = False
    rows: Rows = "receipts"
    strewn: bool = field(default=False, kw_only=True)  # a receipt's rows lie far apart
    merged: bool = field(default=False, kw_only=True)  # a blank date is the one above
    headed: bool = field(default=False, kw_only=True)  # a row with nothing but a customer says whose the rows below are
    spare: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    means: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    counted: tuple[int, str] | None = None
    times: int | None = None

    @property
    def identity(self) -> str:
        """How people are told apart: "strong", "name_only" or "none"."""
        if any(name in self.fields for name in STRONG):
            return "strong"
        return "name_only" if any(name in self.fields for name in NAMES) else "none"

    @property
    def kind(self) -> str:
        """Whether the file tells of "sales" or lists "customers"."""
        return "customers" if self.rows == "customers" else "sales"

    def columns(self, name: str) -> tuple[int, ...]:
        """The columns of a field, the one that counts first."""
        first = self.fields.get(name)
        return () if first is None else (first, *self.spare.get(name, ()))


def only(row: Sequence[str], columns: Collection[int]) -> bool:
    """Whether nothing stands in a row but in some of these columns."""
    return all(column in columns for column, cell in enumerate(row) if cell.strip())
