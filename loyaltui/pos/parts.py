"""What one row adds to its receipt: money, an item, a payment. A distinct set of cells is reckoned once."""

from collections.abc import Callable
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from loyaltui.core.money import minor_digits
from loyaltui.core.receipt import Line
from loyaltui.core.text import tidy
from loyaltui.pos.survey import Facts
from loyaltui.pos.values import Money
from loyaltui.pos.words import key, words

LIMIT = 1 << 14  # sets of cells remembered: about 10 MB
THOUSANDTHS = 3  # digits of a quantity
# items that are no goods: their money is the staff's, or will be spent another day
NO_GOODS = (
    "tip, tips, gratuity, trinkgeld, pourboire, napiwek, propina, mancia, fooi, drikkepenge, dricks, driks, gorjeta, "
    "spropitne, chaevye, чаевые, 小费, 小費, チップ, gift card, e gift card, egift card, gift card load, "
    "gift voucher, carte cadeau, tarjeta regalo, carta regalo, cadeaukaart, gavekort, karta podarunkowa, "
    "geschenkkarte, cartao presente, подарочная карта, 礼品卡, ギフトカード"
)
NOTHING = frozenset({"none", "uncategorized", "uncategorised"})

Cells = tuple[str, ...]
Row = list[str]


class Part(NamedTuple):
    """What a row adds, or all rows of a receipt. `amount`: minor units, None where none is given; `less`: to be taken
    off the receipt's amount; `refunded`: given back since; `payment` and `tender`: which of its payments it is;
    `loaded`: money that was paid, but for no goods: gift cards, tips among the items."""

    amount: int | None
    less: int = 0
    refunded: int = 0
    tax: int | None = None
    discount: int | None = None
    items: tuple[Line, ...] = ()
    payment: str = ""
    tender: str = ""
    loaded: int = 0

    @property
    def loads_only(self) -> bool:
        """Whether money was paid, and none of it for goods; goods that were given away are no loads."""
        return not self.amount and bool(self.loaded) and not self.items and not self.discount


UNREADABLE = Part(None)  # one of a kind: that of a row whose sum can't be read


class Parts(dict[Cells, Part]):
    """Cells that `cells` takes from a row → what they add; UNREADABLE where a sum can't be read."""

    def __init__(self, facts: Facts) -> None:
        layout, fields = facts.layout, facts.layout.fields
        self.layout, self.digits = layout, minor_digits(facts.currency or "")
        self.itemised = layout.rows == "items"
        self.terms = [f"term {n}" for n in range(len(layout.amount))]
        columns = {name: term.column for name, term in zip(self.terms, layout.amount, strict=True)}
        wanted = ["tax", "discount", "refunded", "currency", "gift_card", "quantity"]
        wanted += ["item", "item_type", "category", "unit_price", "line_amount"] if self.itemised else []
        wanted += ["payment", "tender"] if not self.itemised else []
        columns |= {name: fields[name] for name in wanted if name in fields}
        if layout.times is not None:
            columns["quantity"] = layout.times
        if layout.counted:
            columns["counted"] = layout.counted[0]
        used = sorted(set(columns.values()))
        self.places = {name: used.index(column) for name, column in columns.items()}
        self.cells: Callable[[Row], Cells] = itemgetter(*used) if len(used) > 1 else lambda row: (row[used[0]],)
        usual = facts.marks[layout.amount[0].column]
        self.money = {
            name: Money(facts.marks.get(column, usual), self.digits, empty=0) for name, column in columns.items()
        }
        quantity = facts.marks.get(fields.get("quantity", -1), usual)
        self.quantities = Money(quantity, THOUSANDTHS, empty=1000)
        self.currency = facts.currency if "currency" in fields else None
        self.unreadable = False  # whether any row is

    def __missing__(self, cells: Cells) -> Part:
        if len(self) >= LIMIT:
            self.clear()
        self[cells] = part = self.reckoned(cells)
        return part

    def reckoned(self, cells: Cells) -> Part:
        """What cells add, worked out."""
        amount = self.amount(cells)
        if amount and self.given_back(cells):
            amount = -abs(amount)
        currency = self.cell(cells, "currency")
        if currency and self.currency and currency.strip().upper() != self.currency:
            return self.broken()  # two currencies are never added up
        counts = not self.layout.counted or key(self.cell(cells, "counted")) == self.layout.counted[1]
        if counts and amount is None and any(self.cell(cells, name).strip() for name in self.terms):
            return self.broken()
        line, goods = self.line(cells, amount) if self.itemised else (None, True)
        loaded = self.worth(cells, "gift_card") or 0
        less = (line.amount or 0) if line and not goods and self.layout.once else 0
        if not goods:
            loaded += less if self.layout.once else amount or 0
            amount = amount if self.layout.once else 0
        tax, discount = self.worth(cells, "tax"), self.worth(cells, "discount")
        return Part(
            amount if counts else None,
            less,
            abs(self.worth(cells, "refunded") or 0),
            tax,
            abs(discount) if discount is not None else None,
            (line,) if line and goods else (),
            self.cell(cells, "payment").strip(),
            self.cell(cells, "tender").strip(),
            loaded,
        )

    def broken(self) -> Part:
        """A sum that can't be read was met."""
        self.unreadable = True
        return UNREADABLE

    def cell(self, cells: Cells, name: str) -> str:
        """The cell of a field, empty where the table has none."""
        place = self.places.get(name)
        return cells[place] if place is not None else ""

    def worth(self, cells: Cells, name: str) -> int | None:
        """The money in the cell of a field, None where there is none or it can't be read."""
        text = self.cell(cells, name)
        return self.money[name][text] if text.strip() else None

    def amount(self, cells: Cells) -> int | None:
        """The sum of the amount's columns, None where the first is empty or one can't be read."""
        total = 0
        for name, term in zip(self.terms, self.layout.amount, strict=True):
            text = self.cell(cells, name)
            worth = self.money[name][text] if text.strip() or name != self.terms[0] else None
            if worth is None:
                return None
            total += worth * term.sign
        if self.layout.times is None:
            return total
        quantity = self.quantities[self.cell(cells, "quantity")]
        return None if quantity is None else for_all(total, quantity)

    def given_back(self, cells: Cells) -> bool:
        """Whether the row's own amount is of a quantity below none, whatever its sign."""
        whole = self.layout.once or self.layout.counted
        return not whole and (self.quantities[self.cell(cells, "quantity")] or 0) < 0

    def line(self, cells: Cells, amount: int | None) -> tuple[Line | None, bool]:
        """The item of a row with what it cost, and whether it is goods."""
        item = tidy(self.cell(cells, "item"))
        if not item:
            return None, True
        quantity = self.quantities[self.cell(cells, "quantity")]
        if self.layout.once or self.layout.counted:
            amount = self.cost(cells, quantity)
        category = tidy(self.cell(cells, "category"))
        goods = key(item) not in no_goods() and key(self.cell(cells, "item_type")) not in no_goods()
        kept = category if key(category) not in NOTHING else ""
        return Line(item, kept, 1000 if quantity is None else quantity, amount), goods

    def cost(self, cells: Cells, quantity: int | None) -> int | None:
        """What an item cost where the amount is the whole receipt's: as the row says, else price times quantity."""
        said = self.worth(cells, "line_amount")
        price = self.worth(cells, "unit_price")
        return said if said is not None or price is None or quantity is None else for_all(price, quantity)


def for_all(price: int, quantity: int) -> int:
    """What a quantity in thousandths costs at the price of one piece."""
    return round(price * quantity / 1000)


@cache
def no_goods() -> frozenset[str]:
    """The keys of items that are no goods."""
    return frozenset(words(NO_GOODS))
