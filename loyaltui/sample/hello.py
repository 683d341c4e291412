"""How the sample café said hello: once a month from its list, with what came of it; and what it promised lately."""

from random import Random

from loyaltui.core.moment import Moment
from loyaltui.core.promise import Kind as Promised
from loyaltui.sample.calendar import LAST, at
from loyaltui.store import Shop, contacts
from loyaltui.store.outcomes import Kind

OUTCOMES: dict[Kind, int] = {"done": 7, "no_answer": 2, "put_off": 1}  # how often, of ten
UNTIL = LAST - 30  # whoever was spoken to later would be missing from the demo's list
# Who, what, how many days after the last one, a promise or a date of the owner's own.
PROMISES: tuple[tuple[str, str, int, Promised], ...] = (
    ("Ngozi Umeh", "the new oat milk", 1, "promise"),
    ("Rohan Chatterjee", "the toasted special without onions", 2, "promise"),
    ("Gráinne Mac Giolla", "ask how the move went", 9, "date"),
)
WORDS = "Your usual is here whenever you like. How are you?"


def say_hello(shop: Shop, rng: Random, now: Moment) -> None:
    """Speak to those on the list of a day, one after another."""
    if now.day > UNTIL:
        return
    for due in contacts.today(shop, now):
        (kind,) = rng.choices(list(OUTCOMES), list(OUTCOMES.values()))
        words = WORDS if kind == "done" and due.way.address else ""
        shop.outcomes.note(now, due.contact.customer_id, kind, due.contact, words)


def promise(shop: Shop) -> None:
    """What was promised on the last day."""
    now = at(LAST, 17 * 3600)
    for name, text, days, kind in PROMISES:
        shop.promises.give(now, shop.customers.meant(name).id, text, LAST + days, kind)
