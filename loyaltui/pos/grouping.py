"""What a row of a table is when no known till wrote it: a receipt, or an item of one; told from neighbouring rows."""

from collections.abc import Mapping
from dataclasses import replace

from loyaltui.pos.fieldwords import WHOLE
from loyaltui.pos.layout import Layout
from loyaltui.pos.words import key

SURE = 3  # receipts whose rows all repeat the same sum, before that is more than chance


class Grouping:
    """Looks at neighbouring rows with the same receipt number."""

    def __init__(self, layout: Layout) -> None:
        fields = layout.fields
        self.layout, self.fields = layout, fields
        self.told = layout.rows != "receipts" or "receipt" not in fields or layout.format != "plain"
        self.above: list[str] | None = None
        self.several = 0  # neighbours of one number with different items
        self.sums: set[tuple[str, ...]] = set()
        self.repeats: dict[str, bool] = {}  # receipt → do all its rows give the same sum?

    def see(self, row: list[str]) -> None:
        """Compare a row with the one above it."""
        if self.told:
            return
        above, self.above = self.above, row
        number = row[self.fields["receipt"]].strip()
        if above is None or not number or above[self.fields["receipt"]].strip() != number:
            return
        if not self.same(above, row, "date") or not self.same(above, row, "type") or row == above:
            return
        if "item" in self.fields and not self.same(above, row, "item"):
            self.several += 1
            sums = [tuple(cells[term.column] for term in self.layout.amount) for cells in (above, row)]
            repeated = sums[0] == sums[1] and any(sums[0]) and row.count(sums[1][0]) == 1  # not the item's price too
            self.repeats[number] = repeated and self.repeats.get(number, True)
            self.sums.add(sums[0])

    def same(self, above: list[str], row: list[str], name: str) -> bool:
        """Whether two rows don't contradict each other in a field."""
        column = self.fields.get(name)
        return column is None or not row[column].strip() or above[column] == row[column]

    def settled(self) -> Layout:
        """The layout with what its rows turned out to be."""
        if not self.several:
            return self.layout
        once = bool(self.repeats) and all(self.repeats.values()) and self.whole()
        fields: Mapping[str, int] = self.fields
        if once and "line_amount" not in fields and "amount" in fields and "total" in fields:
            fields = {**fields, "line_amount": fields["amount"]}
        return replace(self.layout, rows="items", once=once, fields=fields)

    def whole(self) -> bool:
        """Whether equal sums in a receipt's rows are the receipt's: its header says so, or it is no chance."""
        if any(key(self.layout.header[term.column]) in WHOLE for term in self.layout.amount):
            return True
        total = "total" in self.fields and self.layout.amount[0].column == self.fields["total"]
        parts = any(name in self.fields for name in ("amount", "line_amount", "unit_price"))
        return (total and parts) or (len(self.repeats) >= SURE and len(self.sums) > 1)
