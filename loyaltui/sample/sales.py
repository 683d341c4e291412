"""The sample café's sales: who came when, what they took, what it cost; and the till's files that tell of them."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from loyaltui.core.receipt import Line, Receipt, Who
from loyaltui.sample.calendar import FIRST, LAST, is_open, within_hours
from loyaltui.sample.habits import KINDS, usual
from loyaltui.sample.menu import DEAL, MENU, OWN_CUP, on_duty
from loyaltui.sample.people import Person

REFUNDED = 0.006  # of all sales
NAMELESS = (2, 4)  # a day: they gave no name
FIRST_NUMBER = 1001


class Sale(NamedTuple):
    """One sale as it happened. `person`: their place among the customers, -1 for nobody; `number`: the till's own."""

    day: int
    second: int
    person: int
    order: tuple[str, ...]
    discount: int
    staff: str
    refunded: bool
    number: int = 0

    @property
    def full(self) -> int:
        """What the order costs before any discount, in cents."""
        return sum(MENU[name].price(self.day) for name in self.order)


def sales(rng: Random, people: Sequence[Person]) -> list[Sale]:
    """Every sale of the two years, numbered in the order they happened."""
    found = [sale for place, person in enumerate(people) for sale in of_person(rng, place, person)]
    found += of_nobody(rng)
    found.sort(key=lambda sale: (sale.day, sale.second, sale.person))
    return [sale._replace(number=number) for number, sale in enumerate(found, FIRST_NUMBER)]


def of_person(rng: Random, place: int, person: Person) -> Iterator[Sale]:
    """One person's sales, a visit a day."""
    habit, kind = person.habit, KINDS[person.habit.kind]
    for day in habit.days(rng):
        second = within_hours(day, rng.gauss(habit.minute, habit.spread))
        order = habit.order(rng)
        discount = off(rng, day, order, habit.own_cup, kind.deals)
        yield Sale(day, second, place, order, discount, on_duty(rng, day, kind.wanted), rng.random() < REFUNDED)


def of_nobody(rng: Random) -> Iterator[Sale]:
    """The sales of passers-by."""
    for day in range(FIRST, LAST + 1):
        for _ in range(rng.randint(*NAMELESS) if is_open(day) else 0):
            minute = rng.uniform(450, 1050)
            order = usual(rng, int(minute))[:1]
            discount = off(rng, day, order, False, 0.04)
            yield Sale(
                day, within_hours(day, minute), -1, order, discount, on_duty(rng, day, ""), rng.random() < REFUNDED
            )


def off(rng: Random, day: int, order: tuple[str, ...], own_cup: bool, deals: float) -> int:
    """The discount on an order in cents: the deal of the day, else one's own cup."""
    if rng.random() < deals:
        return sum(MENU[name].price(day) for name in order) * DEAL // 100
    return OWN_CUP if own_cup and MENU[order[0]].category == "Coffee" else 0


class TillFile:
    """The till's file of some days, as `core.receipt.TillFile` wants it; `worth`: money off for rewards, by number."""

    format = "square-items"
    source = "square"
    encoding = "utf-8"
    delimiter = ","
    header_line = 1
    currency: str | None = "EUR"
    identity = "strong"
    has_seconds = True

    def __init__(self, sales: Sequence[Sale], people: Sequence[Person], worth: dict[int, int]) -> None:
        self.sales = sales
        self.people = people
        self.worth = worth
        self.size = len(sales)
        self.position = 0

    def records(self) -> Iterator[Receipt]:
        """Every receipt, and the refund after it where there was one."""
        line = self.header_line
        for sale in self.sales:
            self.position += 1
            who = self.people[sale.person].who() if sale.person >= 0 else None
            receipt = sold(sale, who, line + 1, self.worth.get(sale.number, 0))
            line += len(receipt.lines)
            yield receipt
            if sale.refunded and receipt.amount > 0:
                line += 1
                yield refunded(sale, receipt, line)


def paid(sale: Sale, worth: int) -> int:
    """What was paid for a sale, a reward worth so much taken off."""
    return max(0, sale.full - sale.discount - worth)


def sold(sale: Sale, who: Who | None, line: int, worth: int) -> Receipt:
    """A sale as the till writes it."""
    lines = tuple(Line(name, MENU[name].category, 1000, MENU[name].price(sale.day)) for name in sale.order)
    amount = paid(sale, worth)
    return Receipt(
        line=line,
        kind="sale",
        day=sale.day,
        second=sale.second,
        amount=amount,
        who=who,
        ref=str(sale.number),
        discount=sale.full - amount or None,
        staff=sale.staff,
        lines=lines,
    )


def refunded(sale: Sale, receipt: Receipt, line: int) -> Receipt:
    """The money for one thing of a sale given back, some minutes later."""
    back = min(receipt.amount, MENU[sale.order[-1]].price(sale.day))
    later = sale.second + 240 + sale.number % 900
    return receipt._replace(line=line, kind="refund", second=later, amount=-back, discount=None, lines=())
