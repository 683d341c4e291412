"""The sample café's customers: a habit, a name and what the café knows of each, and a small cast worth recognising."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from loyaltui.core.customer import Customer
from loyaltui.core.receipt import Who
from loyaltui.sample.calendar import PROGRAMME, TILL_UNTIL
from loyaltui.sample.habits import Habit, habits, moved
from loyaltui.sample.names import card, email, names, phones

FIRST_CARD = 1001
WORKDAYS = frozenset(range(5))
FRIDAY = frozenset({4})
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Star(NamedTuple):
    """Somebody whom a look at the sample should recognise: takes over the first free habit of a kind."""

    name: str
    kind: str
    weekdays: frozenset[int]
    minute: int
    usual: tuple[str, ...]
    note: str = ""
    email: str = ""


CAST = (
    Star("Siobhán O'Sullivan", "daily", WORKDAYS, 505, ("Flat white",), "Knows everybody on the street"),
    Star("Łukasz Wiśniewski", "daily", WORKDAYS, 485, ("Espresso", "Seeded roll"), "Roll without butter"),
    Star("Ngozi Umeh", "daily", WORKDAYS, 525, ("Oat latte",), "Likes oat milk, always"),
    Star("陈美玲", "weekly", FRIDAY, 955, ("Pot of tea", "Almond bun"), "Teaches at the school", "meiling@example.org"),
    Star(
        "Anne-Marie Kelly-Burke",
        "often",
        frozenset({2, 4}),
        750,
        ("Soup of the day",),
        "Allergy: gluten",
    ),
    Star("Rohan Chatterjee", "weekly", FRIDAY, 755, ("Toasted special",)),
    Star("Mary Byrne", "weekly", FRIDAY, 950, ("Pot of tea", "Scone and jam"), "Table by the window if it is free"),
    Star(
        "Mary Byrne",
        "monthly",
        frozenset({5}),
        640,
        ("Cappuccino",),
        "Not the Mary Byrne who comes on Fridays",
        "mary.b@example.com",
    ),
    Star("Nuria Ibáñez Soler", "for the deal", FRIDAY, 960, ("Chai", "Carrot cake")),
    Star(
        "José Núñez Peña", "daily until lately", WORKDAYS, 490, ("Americano", "Butter croissant"), "Runs the bike shop"
    ),
    Star("Bernadette Roche", "daily until lately", WORKDAYS, 630, ("Pot of tea",), "Does the crossword in ink"),
    Star("Ifeanyi Chukwu", "weekly until lately", FRIDAY, 745, ("Quiche and salad",), "We ran out of quiche twice"),
    Star("Gráinne Mac Giolla", "came for a colleague", WORKDAYS, 510, ("Mocha",), "Always asks for Marek"),
)


@dataclass(frozen=True)
class Person:
    """One customer. `ext_id`: their number in the till; `met`: added at the counter, with a card, before the till knew
    them; `consents`: what they answer when asked, channel and yes or no."""

    name: str
    habit: Habit
    ext_id: str
    phone: str
    email: str
    card: str
    birthday: str
    met: bool
    consents: tuple[tuple[str, bool], ...]
    note: str = ""

    def who(self) -> Who:
        """How the till names them: by the card it scanned, else by its own number and what it was told."""
        if self.met:
            return Who(card=self.card, name=self.name)
        return Who(ext_id=self.ext_id, phone=self.phone, email=self.email, name=self.name)

    def customer(self) -> Customer:
        """How they are added at the counter."""
        return Customer(0, self.name, self.phone, self.email, self.card, self.birthday)


def people(rng: Random) -> list[Person]:
    """Every customer of the café, in the order of their first visit."""
    kept = sorted(habits(rng), key=lambda habit: habit.first)
    called = names(rng, len(kept))
    numbers = phones(rng, len(kept))
    found = [person(rng, *one) for one in zip(kept, called, numbers, strict=True)]
    for star in CAST:
        place = next(n for n, one in enumerate(found) if one.habit.kind == star.kind and not is_star(one))
        found[place] = starring(rng, found[place], star)
    return list(numbered(found))


def is_star(person: Person) -> bool:
    """Whether this place is taken by one of the cast."""
    return any(person.name == star.name for star in CAST)


def starring(rng: Random, person: Person, star: Star) -> Person:
    """One of the cast in somebody's place, with a phone of their own."""
    address = star.email or (email(rng, star.name) if person.email else "")
    ways = moved(person.habit, star.weekdays, star.minute, star.usual)
    return replace(person, name=star.name, email=address, habit=ways, note=star.note)


def person(rng: Random, habit: Habit, name: str, number: str) -> Person:
    """Somebody, with what they were ready to tell the café."""
    met = habit.first > TILL_UNTIL or (habit.first >= PROGRAMME and rng.random() < 0.65)
    call = habit.kind == "daily until lately"
    phone = number if call or rng.random() < 0.6 else ""
    address = email(rng, name) if rng.random() < 0.4 else ""
    birthday = f"--{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}" if met and rng.random() < 0.15 else ""
    ext_id = "C" + "".join(rng.choices(LETTERS, k=6))
    return Person(name, habit, ext_id, phone, address, "", birthday, met, consents(rng, call, phone, address))


def consents(rng: Random, call: bool, phone: str, address: str) -> tuple[tuple[str, bool], ...]:
    """Yes or no to being written to, for what they gave; many were never asked."""
    if call:
        return (("phone", True),)
    asked = (("phone", phone), ("email", address))
    return tuple((channel, rng.random() < 0.72) for channel, given in asked if given and rng.random() < 0.6)


def numbered(people: list[Person]) -> Iterator[Person]:
    """The same people with the shop's cards, in order; those whom the till knew first get theirs later, if at all."""
    for number, one in enumerate(people, FIRST_CARD):
        yield replace(one, card=card(number)) if one.met or number % 5 < 3 else one
