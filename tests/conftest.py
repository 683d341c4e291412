"""What the tests share: a fixed moment, a fresh shop, a till's file made of receipts, all that a shop's file holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from loyaltui.core.customer import Customer
from loyaltui.core.moment import Moment, iso, ordinal
from loyaltui.core.receipt import Receipt, Record, Who
from loyaltui.core.refused import Refused
from loyaltui.store import Shop

MAY_4 = ordinal("2026-05-04")
Save = Callable[..., Path]
JOURNALS = {"acts", "movements", "before_images", "sqlite_sequence"}  # they only ever grow, an undo included


def at(days: int = 0, second: int = 36_000) -> Moment:
    """Ten in the morning, so many days after 4 May 2026."""
    return Moment(MAY_4 + days, second, f"{iso(MAY_4 + days)}T08:00:00+00:00")


NOW = at()
BEGAN = at(-30)  # the day the programme of `shop` began
ANNA = Who(ext_id="7", name="Anna Nowak", email="anna@example.com")
BEN = Who(ext_id="8", name="Ben Ng", phone="+353871234567")


@dataclass
class Till:
    """A till's file as `pos.read` would give it, made of receipts."""

    made: Sequence[Record]
    currency: str | None = "EUR"
    source: str = "till"
    position: int = 0
    format: str = "made"
    encoding: str = "utf-8"
    delimiter: str = ","
    header_line: int = 1
    identity: str = "strong"
    has_seconds: bool = True

    @property
    def size(self) -> int:
        return len(self.made)

    def records(self) -> Iterator[Record]:
        for record in self.made:
            self.position += 1
            yield record


def sold(ref: str, amount: int, who: Who | None = None, days: int = 0, **more: object) -> Receipt:
    """A till's sale of 4 May and so many days, or its refund where the amount is below zero."""
    return Receipt(1, "sale" if amount >= 0 else "refund", MAY_4 + days, 36_000, amount, who, ref, **more)


def rows(shop: Shop) -> dict[str, list[tuple[object, ...]]]:
    """Everything the shop's file holds, its journals aside."""
    names = [name for (name,) in shop.conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {name: sorted(shop.conn.execute(f"SELECT * FROM {name}"), key=repr) for name in {*names} - JOURNALS}


def acts(shop: Shop) -> int:
    """How many acts the shop has seen."""
    return shop.conn.execute("SELECT count(*) FROM acts").fetchone()[0]


def refused_naming(shop: Shop, act: int, *later: int) -> None:
    """An undo that a later act stands in the way of: it is named, and nothing was written."""
    before, count = rows(shop), acts(shop)
    with pytest.raises(Refused) as refused:
        shop.undo(NOW, act)
    assert refused.value.code == "later_act"
    assert refused.value.data["later"] in later
    assert (rows(shop), acts(shop)) == (before, count)


def person(shop: Shop, name: str = "Mary Smith", **more: str) -> int:
    """Somebody new; their number."""
    return shop.customers.add(BEGAN, Customer(0, name, **more)).id


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """A function that writes lines as a till's file."""

    def write(*lines: str) -> Path:
        path = tmp_path / "sales.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.db"


@pytest.fixture
def bare(path: Path) -> Iterator[Shop]:
    """A shop's file in which nothing was done yet."""
    with Shop(path, create=True, till="counter 1", wait=0.2) as shop:
        yield shop


@pytest.fixture
def shop(bare: Shop) -> Shop:
    """A shop that has given a point per euro, and something for 100 of them, since 4 April, to whoever it knows."""
    bare.set.change(BEGAN, {"everyone_joins": "yes"}, "set up")
    bare.programme.begin(BEGAN, "Free cake")
    return bare


@pytest.fixture
def mary(shop: Shop) -> int:
    return person(shop)
