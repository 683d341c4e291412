"""What a till or the counter says happened: a sale or a refund, by someone or by nobody.

Tuples, not dataclasses: a till's export brings a million of them.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple, Protocol

Kind = Literal["sale", "refund"]


class Who(NamedTuple):
    """How a till names a person; an empty string where it says nothing. `phone` is E.164 where it could be read."""

    ext_id: str = ""
    card: str = ""
    email: str = ""
    phone: str = ""
    name: str = ""


class Line(NamedTuple):
    """One item of a receipt. `quantity` in thousandths (1.5 kg is 1500), `amount` in minor units."""

    item: str
    category: str = ""
    quantity: int = 1000
    amount: int | None = None


class Receipt(NamedTuple):
    """One sale or refund, as the file says it.

    `line`: physical line of the file where it starts, from 1. `day`: date.toordinal() on the shop's wall clock.
    `second`: seconds since midnight, None where no time is known. `amount`: minor units, what was paid for goods after
    discounts, with tax, without tips and gift-card loads; negative in a refund. `who`: None is nobody in particular.
    `ref`: the same receipt in a later export has the same ref, two real receipts never share one.
    """

    line: int
    kind: Kind
    day: int
    second: int | None
    amount: int
    who: Who | None
    ref: str
    tax: int | None = None
    discount: int | None = None
    staff: str = ""
    lines: tuple[Line, ...] = ()


class Ignored(NamedTuple):
    """A record understood and left out on purpose. `why`: repeated_header, totals_row, subtotal_row, footer, blank_row,
    duplicate_row, void, cancelled, failed, unpaid, uncaptured, payout, not_a_sale. `ref`: of the receipt that a void
    speaks of, so that one known from an earlier export can be taken back; "" where it speaks of none."""

    line: int
    why: str
    ref: str = ""


class Profile(NamedTuple):
    """A person of a customer list. `birthday`: ISO, perhaps without its year ("--05-03"), "" where not known;
    `allowed`: channel ("phone", "email") and whether they allowed us to write there, as far as the list says."""

    line: int
    who: Who
    birthday: str = ""
    allowed: tuple[tuple[str, bool], ...] = ()


class Rejected(NamedTuple):
    """A record that couldn't be read. `why`: invalid_date, invalid_amount, wrong_column_count, missing_required,
    unreadable_text."""

    line: int
    why: str


class Garbled(NamedTuple):
    """A record in which letters couldn't be read and became U+FFFD; what it is all the same, another record says."""

    line: int


Record = Receipt | Ignored | Rejected | Profile | Garbled


class TillFile(Protocol):
    """A till's file as it was understood, and its records, streamed. `pos.read` makes one, the store takes it in.

    `identity`: "strong" (id, card, e-mail or phone), "name_only" or "none". `position` of `size` bytes are read.
    """

    @property
    def format(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def encoding(self) -> str: ...
    @property
    def delimiter(self) -> str: ...
    @property
    def header_line(self) -> int: ...
    @property
    def currency(self) -> str | None: ...
    @property
    def identity(self) -> str: ...
    @property
    def has_seconds(self) -> bool: ...
    @property
    def size(self) -> int: ...
    @property
    def position(self) -> int: ...
    def records(self) -> Iterator[Record]: ...
