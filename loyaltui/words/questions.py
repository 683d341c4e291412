"""What only the owner can tell, put to them: two sides, and what y and n mean."""

from typing import Protocol

from loyaltui.core.customer import Customer
from loyaltui.core.outcome import DayLine
from loyaltui.core.settings import Settings
from loyaltui.words import _, figures

SHARED = {
    "phone": _("the same phone"),
    "email": _("the same e-mail"),
    "name": _("the same name"),
    "file": _("one person in the till's file"),
}


class TwoReceipts(Protocol):
    """A visit ticked at the counter and a till's receipt."""

    @property
    def visit(self) -> DayLine: ...
    @property
    def sale(self) -> DayLine: ...


class TwoCustomers(Protocol):
    """Two customers and what they share."""

    @property
    def one(self) -> Customer: ...
    @property
    def other(self) -> Customer: ...
    @property
    def shared(self) -> str: ...


def sale(pair: TwoReceipts, settings: Settings) -> tuple[list[str], list[str]]:
    """The two sides of "is this one sale?"."""
    return (
        [_("ticked at the counter"), "", *receipt(pair.visit, settings)],
        [_("in the till's file"), "", *receipt(pair.sale, settings)],
    )


def receipt(line: DayLine, settings: Settings) -> list[str]:
    """One receipt, a line a fact."""
    paid = _("the till will say") if line.amount is None else figures.money(line.amount, settings)
    return [figures.long_day(line.day), figures.clock(line.second), line.name or _("(without a name)"), paid]


def person(pair: TwoCustomers) -> tuple[list[str], list[str]]:
    """The two sides of "is this one person?"."""
    return ([SHARED[pair.shared], "", *known(pair.one)], ["", "", *known(pair.other)])


def known(customer: Customer) -> list[str]:
    """What is known of somebody, a line a fact."""
    facts = (customer.name or _("(no name)"), customer.phone, customer.email, customer.card, customer.birthday)
    return [f"#{customer.id}", *(fact for fact in facts if fact)]


def answers(about_sale: bool) -> str:
    """What the keys mean for this question."""
    if about_sale:
        return _("One sale?  y  one: the name from the counter, the sum from the till   n  two   →  later")
    return _("One person?  y  one: everything of both is kept   n  two people   →  later")


def answered(about_sale: bool, same: bool) -> str:
    """What was answered."""
    if about_sale:
        return _("✓ one sale") if same else _("✓ two sales")
    return _("✓ one person now") if same else _("✓ two people; this isn't asked again")


def nothing() -> str:
    """What is said where there is no question."""
    return _("Doubtful pairs of a visit and a till's sale come here, and customers who may be one person.")
