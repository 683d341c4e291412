"""Vouchers that have just been given, a line each, on the screen and for the printer."""

from dataclasses import dataclass

from loyaltui.core.customer import Customer
from loyaltui.core.moment import iso
from loyaltui.core.reward import Voucher, printed
from loyaltui.core.settings import Settings
from loyaltui.words import _, figures, ngettext
from loyaltui.words.points import off, voucher


@dataclass(frozen=True)
class CodeRow:
    """One voucher for a printer or a mailing tool."""

    customer_id: int
    name: str
    phone: str
    email: str
    code: str
    off: str
    first_day: str
    last_day: str


def title(count: int) -> str:
    """How many there are."""
    return ngettext("{n} new voucher", "{n} new vouchers", count).format(n=figures.number(count)) + _(" · s saves them")


def line(customer: Customer, one: Voucher, today: int, settings: Settings) -> str:
    """Whose it is, its code, what it brings and when."""
    return f"{figures.cut(customer.called, 28):<29} {voucher(one, today, settings)}"


def row(customer: Customer, one: Voucher, settings: Settings) -> CodeRow:
    """One row of the file."""
    worth = off(one.kind, one.worth, settings)
    return CodeRow(
        customer.id,
        customer.called,
        customer.phone,
        customer.email,
        printed(one.code),
        worth,
        iso(one.from_day),
        iso(one.to_day),
    )
