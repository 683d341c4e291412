"""Whom to speak to today, with the way that is allowed and what they usually take."""

from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.moment import Moment
from loyaltui.core.outreach import Candidate, Contact, outreach

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


class Way(NamedTuple):
    """How somebody may be spoken to: "phone" or "email" with its address where they allowed it, else "in person"."""

    channel: str
    address: str


class Due(NamedTuple):
    """One person of the list."""

    contact: Contact
    way: Way
    usual: str


def today(shop: "Shop", now: Moment) -> list[Due]:
    """The day's short list, most urgent first."""
    settings = shop.settings
    names = {customer.id: customer.called for customer in shop.customers.everyone()}
    candidates = (
        Candidate(facts.customer_id, names[facts.customer_id], standing, facts.net_paid / max(facts.visits, 1))
        for facts, standing in shop.readings.everyone(now.day)
        if standing
    )
    return [
        Due(
            contact,
            way_to(shop, contact.customer_id, now.day),
            ", ".join(shop.receipts.usual_items(contact.customer_id)[:1]),
        )
        for contact in outreach(candidates, settings.contacts)
    ]


def way_to(shop: "Shop", customer_id: int, day: int) -> Way:
    """The first channel that somebody allowed and has an address for."""
    customer = shop.customers.get(customer_id)
    addresses = {"phone": customer.phone, "email": customer.email}
    for consent in shop.customers.consents(customer_id, day):
        if consent.allowed and addresses[consent.channel]:
            return Way(consent.channel, addresses[consent.channel])
    return Way("in person", "")
