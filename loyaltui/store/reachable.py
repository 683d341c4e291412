"""What may leave the shop in a file: nobody who didn't allow it, and of the others only what they allowed."""

from typing import TYPE_CHECKING

from loyaltui.core.links import is_address
from loyaltui.core.reachable import Outgoing, Reachable
from loyaltui.store import contacts, templates
from loyaltui.store.candidates import Gathered, dialled

if TYPE_CHECKING:
    from loyaltui.core.moment import Moment
    from loyaltui.store.shop import Shop


def outgoing(shop: "Shop", now: "Moment", kind: str) -> Outgoing:
    """What a file of some kind is made of: "slips", "page" (the day's list), else an address book of some sort."""
    if kind == "slips":
        return Outgoing(unasked=contacts.aside(shop, now).unasked)
    if kind == "page":
        return Outgoing(due=contacts.today(shop, now), own=templates.own(shop))
    return Outgoing(*reachable(shop, now))


def reachable(shop: "Shop", now: "Moment") -> tuple[list[Reachable], int]:
    """Those who allowed a way and can be reached by it, with nothing else of them; and how many can't be, since what
    they gave is no number that can be dialled, or no address."""
    gathered = Gathered(shop, now.day)
    found, broken = [], 0
    for customer in shop.customers.everyone():
        allowed = gathered.allowed.get(customer.id, {})
        if not any(allowed.values()):
            continue
        phone = dialled(customer.phone, gathered.country) if allowed.get("phone") else ""
        email = customer.email if allowed.get("email") and is_address(customer.email) else ""
        if phone or email:
            found.append(Reachable(customer.id, customer.called, phone, email, customer.birthday, customer.language))
        elif (allowed.get("phone") and customer.phone) or (allowed.get("email") and customer.email):
            broken += 1
    return found, broken
