"""Which two customers may be one person: found by what they share, and by what a till's file said of them."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, combinations_with_replacement, product
from typing import TYPE_CHECKING

from loyaltui.core.customer import Customer
from loyaltui.core.text import fold

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

ASKED = """
SELECT DISTINCT min(coalesce(c.root, c.id), coalesce(d.root, d.id)), max(coalesce(c.root, c.id), coalesce(d.root, d.id))
FROM questions q JOIN customers c ON c.id = q.one JOIN customers d ON d.id = q.other
WHERE q.kind = 'person' AND q.answer IS NULL AND coalesce(c.root, c.id) <> coalesce(d.root, d.id)
"""
TILLS = "SELECT DISTINCT coalesce(c.root, c.id), e.source FROM external_ids e JOIN customers c ON c.id = e.customer_id"

Pair = tuple[Customer, Customer]
Groups = dict[str, list[Customer]]


def likely(shop: "Shop") -> Iterator[tuple[Customer, Customer, str]]:
    """The pairs, the older customer first, and what they share; a pair that shares more comes more than once."""
    everyone = shop.customers.everyone()
    by_number = {customer.id: customer for customer in everyone}
    for one, other in shop.conn.execute(ASKED).fetchall():
        yield by_number[one], by_number[other], "file"
    for sign in ("phone", "email"):
        for group in groups(everyone, SIGNS[sign]).values():
            for pair in combinations(group, 2):
                yield *pair, sign
    signs = known_by(shop, everyone)
    for group in groups(everyone, SIGNS["name"]).values():
        for pair in could_be_one(group, signs):
            yield *pair, "name"


def groups(everyone: list[Customer], sign: Callable[[Customer], str]) -> Groups:
    """Those who share a sign, by that sign."""
    found: Groups = defaultdict(list)
    for customer in everyone:
        found[sign(customer)].append(customer)
    found.pop("", None)
    return found


def known_by(shop: "Shop", everyone: list[Customer]) -> dict[int, frozenset[str]]:
    """What each is known by: a phone, an e-mail, a card, an id of which till."""
    tills: dict[int, list[str]] = defaultdict(list)
    for number, source in shop.conn.execute(TILLS):
        tills[number].append(f"id {source}")
    return {
        customer.id: frozenset(
            [sign for sign in ("phone", "email", "card") if getattr(customer, sign)] + tills.get(customer.id, [])
        )
        for customer in everyone
    }


def could_be_one(namesakes: list[Customer], signs: dict[int, frozenset[str]]) -> Iterator[Pair]:
    """The pairs of namesakes whom nothing tells apart: no phone, e-mail, card or till's id of both."""
    alike: dict[frozenset[str], list[Customer]] = defaultdict(list)
    for customer in namesakes:
        alike[signs[customer.id]].append(customer)
    for mine, theirs in combinations_with_replacement(alike, 2):
        if mine == theirs == frozenset():
            yield from combinations(alike[mine], 2)
        elif mine.isdisjoint(theirs):
            for one, other in product(alike[mine], alike[theirs]):
                yield (one, other) if one.id < other.id else (other, one)


def phone_of(customer: Customer) -> str:
    return customer.phone


def email_of(customer: Customer) -> str:
    return customer.email.lower()


def name_of(customer: Customer) -> str:
    return fold(customer.name)


SIGNS = {"phone": phone_of, "email": email_of, "name": name_of}
