"""The day's list: worked out at the first asking of a day, and kept, so that it stays what it was."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from loyaltui.core.moment import Moment
from loyaltui.core.notes import kind
from loyaltui.core.occasion import PRESSING
from loyaltui.core.outreach import IN_PERSON, Contact, Due, LeftOut, Listing, Way, outreach
from loyaltui.core.refused import Refused
from loyaltui.store.candidates import Gathered, way
from loyaltui.store.did_help import due_in_year
from loyaltui.store.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loyaltui.core.customer import Customer
    from loyaltui.store.shop import Shop

COLUMNS = "customer_id, reason, urgency, channel, about, due, p_back, horizon, last_day, visit_days, usual_gap, held"
KEPT = f"""
SELECT c.id, {", ".join(f"c.{name}" for name in COLUMNS.split(", "))} FROM contacts c
JOIN contact_lists l ON l.id = c.list_id WHERE l.day = ? ORDER BY c.id
"""
ENOUGH = 200  # due a year, from which one in five may be held back for an honest comparison


def today(shop: "Shop", now: Moment) -> list[Due]:
    """The day's short list, most pressing first; kept at the first asking that finds anybody."""
    kept = of_day(shop, now.day)
    if kept is None:
        found = listing(shop, now)
        kept = keep(shop, now, found) if found.contacts or found.held else []
    outcomes = shop.outcomes.by_contact(now.day)
    shown = [(one, known(shop, one.customer_id)) for one, held in kept if not held]
    return [due(shop, one, customer, now, outcomes.get(one.id, "")) for one, customer in shown if customer]


def known(shop: "Shop", customer_id: int) -> "Customer | None":
    """Somebody of a kept list, who may have been taken back since."""
    try:
        return shop.customers.get(customer_id)
    except Refused:
        return None


def due(shop: "Shop", contact: Contact, customer: "Customer", now: Moment, outcome: str) -> Due:
    """A line of the list with what is true now: a yes that was taken back isn't used any more."""
    allowed = {word.channel: word.allowed for word in shop.customers.consents(customer.id, now.day)}
    channel, address = way(customer, allowed, shop.settings.country)
    usual = ", ".join(shop.receipts.usual_items(customer.id)[:1])
    likes = ", ".join(note.text for note in shop.notes.of(customer.id, now.day) if kind(note.text) == "like")
    voucher = next(iter(shop.vouchers.of(customer.id, now.day)), None)
    there = Way(channel, address) if channel and contact.channel != IN_PERSON else Way(IN_PERSON, "")
    return Due(replace(contact, name=customer.called), there, usual, customer.language, outcome, likes, voucher)


def listing(shop: "Shop", now: Moment) -> Listing:
    """Whom to speak to, worked out anew: who was left out, and who could be asked, is seen here only."""
    return chosen(shop, now, shop.readings.everyone(now.day))


def chosen(shop: "Shop", now: Moment, readings: "Iterable[Reading]") -> Listing:
    """The same from everybody's reading of the day."""
    settings = shop.settings
    by_number = {reading.facts.customer_id: reading for reading in readings}
    gathered = Gathered(shop, now.day)
    candidates = (gathered.candidate(customer, by_number.get(customer.id)) for customer in shop.customers.everyone())
    holding = settings.hold_back == "yes" and due_in_year(shop, now.day) >= ENOUGH
    return outreach(candidates, now.day, settings.contacts, settings.contact_every, holding)


def keep(shop: "Shop", now: Moment, found: Listing) -> list[tuple[Contact, bool]]:
    """Keep a day's list, unless another counter has just done so; what is kept. A file that can't be written to keeps
    nothing, and the list is the same as long as nothing changes."""
    try:
        with shop.act("contact list", now) as act:
            insert(shop, act, now.day, found)
    except Refused as refused:
        if refused.code != "shop_read_only":
            raise
        return [(one, False) for one in found.contacts]
    return of_day(shop, now.day) or []


def insert(shop: "Shop", act: int, day: int, found: Listing) -> None:
    """A day's list inside the open act."""
    cursor = shop.conn.execute(
        "INSERT INTO contact_lists(act_id, day) VALUES (?, ?) ON CONFLICT DO NOTHING", (act, day)
    )
    if cursor.rowcount:
        fields = COLUMNS.split(", ")[:-1]
        shop.conn.executemany(
            f"INSERT INTO contacts(act_id, list_id, {COLUMNS}) VALUES ({', '.join('?' * (len(fields) + 3))})",
            [
                (act, cursor.lastrowid, *(getattr(one, field) for field in fields), held)
                for some, held in ((found.contacts, False), (found.held, True))
                for one in some
            ],
        )


def of_day(shop: "Shop", day: int) -> list[tuple[Contact, bool]] | None:
    """The list that was kept for a day, with those held back (True); None where none was."""
    if shop.conn.execute("SELECT 1 FROM contact_lists WHERE day = ?", (day,)).fetchone() is None:
        return None
    return [kept(row) for row in shop.conn.execute(KEPT, (day,))]


def kept(row: tuple[Any, ...]) -> tuple[Contact, bool]:
    """One row of KEPT."""
    number, *values, held = row
    found = dict(zip(COLUMNS.split(", "), values, strict=False))
    return Contact(name="", id=number, **found), bool(held)


class Aside(NamedTuple):
    """Who isn't on today's list: left out with the cause, and who could be written to if they were asked."""

    left_out: list[LeftOut]
    unasked: list[Contact]


def aside(shop: "Shop", now: Moment) -> Aside:
    """Who was left out today and why; never anybody who is held back, nor who is on the list."""
    shown = {one.customer_id for one, _held in of_day(shop, now.day) or []}
    found = listing(shop, now)
    shown |= {one.customer_id for one in found.held}
    left_out = [one for one in found.left_out if one.customer_id not in shown]
    left_out.sort(key=lambda one: PRESSING[one.reason])
    return Aside(left_out, [one for one in found.unasked if one.customer_id not in shown])


def greeting(shop: "Shop", now: Moment, reading: Reading) -> Contact | None:
    """Why to say a word to somebody who is here, whether or not they are on the day's list; None where there is
    nothing."""
    customer_id = reading.facts.customer_id
    gathered = Gathered(shop, now.day, customer_id)
    candidate = gathered.candidate(shop.customers.get(customer_id), reading)
    here = candidate._replace(contacted=None, waits_until=None, refused=False, unusable=False)
    found = outreach([here], now.day, 1, 0).contacts
    return found[0] if found else None
