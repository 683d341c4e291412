"""The exports known by name: which headers give them away, which of them mean what, how their amount is reckoned."""

from collections.abc import Mapping
from dataclasses import dataclass

# an amount is a sum of fields; one that stands with a minus is taken off. The first recipe whose fields are all there
# is used; a field in brackets may be missing
PLAIN_AMOUNT = ("total -[tip] -[gift_card]", "amount", "net [tax]")


@dataclass(frozen=True)
class Export:
    """One known export. `signature`: headers that only it has together; `fields`: field → headers, the first found
    counts; `source`: the till whose numbers its ids are."""

    name: str
    source: str
    signature: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    amount: tuple[str, ...]


EXPORTS = (
    Export(
        name="square-transactions",
        source="square",
        signature=("Date", "Net Sales", "Total Collected", "Transaction ID", "Event Type"),
        fields={
            "date": ("Date",),
            "time": ("Time",),
            "net": ("Net Sales",),
            "tax": ("Tax",),
            "total": ("Total Collected",),
            "tip": ("Tip",),
            "gift_card": ("Gift Card Sales",),
            "discount": ("Discounts",),
            "receipt": ("Transaction ID",),
            "type": ("Event Type",),
            "status": ("Transaction Status",),
            "customer_id": ("Customer ID", "Customer Reference ID"),
            "name": ("Customer Name",),
            "staff": ("Staff Name",),
        },
        amount=("net tax", "total -[tip] -[gift_card]"),
    ),
)
