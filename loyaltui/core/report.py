"""What an import brought, in the terms tills' exports are measured in; `import --json` is exactly this."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that is not in the shop, and why: a line of the file, from 1."""

    line: int
    reason: str


@dataclass
class ImportReport:
    """One file's import. Counts are of what this import brought; money in minor units, refunds negative.

    `met_at_counter`: sales ticked there, `met_nameless` of them nameless in the file; `to_look_at`: doubtful ones.
    `act` is None in a dry run; times have the file's own precision. `history_points` are what sales from before the
    programme earned, or would have earned: `history_booked` says which; `history_worth` is that in money. `garbled`:
    lines in which letters couldn't be read; they came in all the same. `alike`: new sales of the same moment and amount
    as one that this till told of under another number.
    """

    file: str
    act: int | None = None
    format: str = ""
    encoding: str = ""
    delimiter: str = ""
    header_line: int = 0
    currency: str | None = None
    identity: str = ""
    visits: int = 0
    customers: int = 0
    customers_with_visits: int = 0
    new_customers: int = 0
    net_paid_minor: int = 0
    refunds: int = 0
    refunds_minor: int = 0
    anonymous_receipts: int = 0
    anonymous_minor: int = 0
    anonymous_refunds: int = 0
    anonymous_refunds_minor: int = 0
    first_visit: str | None = None
    last_visit: str | None = None
    already_known: int = 0
    changed: int = 0
    met_at_counter: int = 0
    met_nameless: int = 0
    to_look_at: int = 0
    alike: int = 0
    points: int = 0
    history_sales: int = 0
    history_points: int = 0
    history_worth: int = 0
    history_booked: bool = False
    ignored: list[Problem] = field(default_factory=list)
    rejected: list[Problem] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    message: str | None = None
