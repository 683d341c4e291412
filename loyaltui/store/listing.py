"""Everyone at once, as `customers --json` and the People screen show them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from loyaltui.core.customer import Customer, CustomerRow, Facts
from loyaltui.core.moment import iso
from loyaltui.core.standing import Standing
from loyaltui.store.readings import Reading

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


def everyone(shop: "Shop", today: int, within: int | None = None) -> Iterator[CustomerRow]:
    """Every customer in the order of their numbers; `within` days is what `chance_back` is for."""
    readings = {reading.facts.customer_id: reading for reading in shop.readings.everyone(today, within, perhaps=True)}
    points = shop.points.balances(today)
    ids: dict[int, dict[str, list[str]]] = {}
    for number, source, ext_id in shop.conn.execute(
        "SELECT coalesce(c.root, c.id), e.source, e.ext_id FROM external_ids e JOIN customers c ON c.id = "
        "e.customer_id "
        "ORDER BY e.source, e.ext_id"
    ):
        ids.setdefault(number, {}).setdefault(source, []).append(ext_id)
    minutes = shop.readings.minutes_only()
    for customer in shop.customers.everyone():
        reading = readings.get(customer.id, Reading(Facts(customer.id), None))
        yield row(customer, reading, ids.get(customer.id, {}), points.get(customer.id, 0), minutes)


def one(shop: "Shop", customer: Customer, today: int) -> CustomerRow:
    """One customer's row."""
    reading = shop.readings.of(customer.id, today)
    ids = shop.customers.external_ids(customer.id)
    return row(customer, reading, ids, shop.points.balance(customer.id, today), shop.readings.minutes_only())


def row(customer: Customer, reading: Reading, ids: dict[str, list[str]], points: int, minutes: bool) -> CustomerRow:
    """Who somebody is, what the receipts say, and how they stand, in one row."""
    facts, standing = reading
    return CustomerRow(
        customer.id,
        customer.name,
        customer.phone,
        customer.email,
        customer.card,
        ids,
        facts.visits,
        facts.visit_days,
        facts.refunds,
        written(facts.first, facts.first_second, minutes),
        written(facts.last, facts.last_second, minutes),
        facts.net_paid,
        points,
        standing.rhythm if standing else None,
        standing.attitude if standing else "unknown",
        list(standing.why.held_by) if standing else [],
        list(standing.why.perhaps) if standing else [],
        standing=standing.word if standing else None,
        chance_back=chance(standing),
        usual_gap_days=round(standing.score.usual_gap, 2) if standing and facts.visit_days > 1 else None,
    )


def chance(standing: Standing | None) -> float | None:
    """The chance of coming back, to 6 digits; None before the first visit."""
    return round(standing.score.p_return, 6) if standing else None


def written(day: int | None, second: int | None, minutes: bool) -> str | None:
    """A visit's time in ISO, as closely as this shop knows times."""
    if day is None:
        return None
    text = iso(day, second)
    return text[:-3] if minutes and second is not None else text
