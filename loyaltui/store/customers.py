"""The people of the shop: adding, finding and changing them, and what they allowed us."""

import re
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.customer import Customer, folded, search_terms, telling_digits
from loyaltui.core.moment import Moment, iso, ordinal
from loyaltui.core.refused import Refused
from loyaltui.core.text import JOINERS, fold, tidy

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

FIELDS = (
    "k.id, k.name, k.phone, k.email, k.card, k.birthday, CASE k.name WHEN '' THEN coalesce("
    "(SELECT min(e.ext_id) FROM external_ids e WHERE e.customer_id = k.id), '') ELSE '' END, k.language"
)
KEPT = "customers c JOIN customers k ON k.id = coalesce(c.root, c.id)"  # c: whoever was meant; k: the person kept
CHUNK = 1000  # customers a query: a long reader would keep another counter from saving
LONGEST, MOST_TERMS = 200, 8  # of a search: more is pasted by mistake, and too much for SQLite
CHANNELS = ("phone", "email")


class Found(NamedTuple):
    """What a search brought: the first `people`, of `total` in all."""

    people: list[Customer]
    total: int


class Consent(NamedTuple):
    """May we write? The newest word per channel ("phone", "email"), its day and where it came from."""

    channel: str
    allowed: bool
    day: int
    source: str


class Customers:
    """The customers of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def get(self, customer_id: int) -> Customer:
        """One customer; Refused where there is none of that number."""
        found = self._some("c.id = ?", customer_id)
        if not found:
            raise Refused("unknown_customer", who=customer_id)
        return found[0]

    def count(self) -> int:
        """How many customers the shop knows."""
        return int(self.shop.conn.execute("SELECT count(*) FROM customers WHERE root IS NULL").fetchone()[0])

    def add(self, now: Moment, customer: Customer, joins: bool = True) -> Customer:
        """Add somebody, `customer.id` aside, who is asked and perhaps `joins` the programme; the customer as kept.
        Refused where the card is somebody else's."""
        with self.shop.act("add", now) as act:
            values = self._checked(customer)
            cursor = self.shop.conn.execute(
                "INSERT INTO customers(act_id, name, phone, email, card, birthday, language, folded) VALUES (?, ?, "
                "?, ?, ?, ?, ?, ?)",
                (act, *values),
            )
            added = int(cursor.lastrowid or 0)
            if joins:
                self.shop.members.enter(act, now, added)
            return self.get(added)

    def change(self, now: Moment, customer: Customer) -> Customer:
        """Keep what is known of somebody as given; the customer as kept."""
        with self.shop.act("edit", now):
            values = self._checked(customer)
            self.shop.conn.execute(
                "UPDATE customers SET name = ?, phone = ?, email = ?, card = ?, birthday = ?, language = ?, folded = ? "
                "WHERE id = ?",
                (*values, customer.id),
            )
            return self.get(customer.id)

    def _checked(self, customer: Customer) -> tuple[str, ...]:
        name, email, card = tidy(customer.name), tidy(customer.email), tidy(customer.card)
        phone = self._phone(customer.phone)
        if not (name.strip(JOINERS) or card or phone or email):
            raise Refused("nameless")
        if email and ("@" not in email[1:-1] or " " in email):
            raise Refused("bad_email", email=email)
        birthday = tidy(customer.birthday)
        if birthday and ordinal(birthday.replace("--", "2000-", 1)) is None:
            raise Refused("bad_birthday", birthday=birthday)
        language = tidy(customer.language).lower()
        if not re.fullmatch("([a-z]{2})?", language):
            raise Refused("bad_language", language=language)
        card = self._free_card(card, customer.id)
        return name, phone, email, card, birthday, language, folded(name, phone, email, card)

    def _free_card(self, card: str, customer_id: int) -> str:
        """The card to keep with somebody; "" where one merged into them holds it, Refused where somebody else does."""
        row = self.shop.conn.execute("SELECT id FROM customers WHERE card = ? AND card <> ''", (card,)).fetchone()
        if row is None or row[0] == customer_id:
            return card
        holder = self.get(row[0])
        if holder.id != customer_id:
            raise Refused("card_taken", card=card, name=holder.name)
        return ""

    def _phone(self, text: str) -> str:
        from loyaltui.core.phone import e164

        phone = e164(tidy(text), self.shop.settings.country)
        if text.strip() and not phone:
            raise Refused("bad_phone", phone=tidy(text))
        return phone

    def family(self, customer_id: int) -> str:
        """The numbers of somebody and of all who are the same person, as SQL lists them; also where another counter has
        just merged them."""
        rows = self.shop.conn.execute(
            "SELECT ?1 UNION SELECT root FROM customers WHERE id = ?1 AND root IS NOT NULL UNION SELECT o.id FROM "
            "customers c JOIN customers o ON o.root = coalesce(c.root, c.id) WHERE c.id = ?1",
            (customer_id,),
        )
        return ", ".join(str(int(row[0])) for row in rows)

    def roots(self) -> dict[int, int]:
        """Whom everybody who was merged is now: their number → the number of the person kept."""
        return dict(self.shop.conn.execute("SELECT id, root FROM customers WHERE root IS NOT NULL"))

    def chunks(self) -> Iterator[tuple[int, int]]:
        """Ranges (after, up to) of customers' numbers, to read about everybody in short queries."""
        top = self.shop.conn.execute("SELECT coalesce(max(id), 0) FROM customers").fetchone()[0]
        yield from ((start, start + CHUNK) for start in range(0, top, CHUNK))

    def merge(self, now: Moment, kept_id: int, other_id: int) -> Customer:
        """Two customers are one person: `other` points to `kept`, whose gaps are filled; the person as kept."""
        with self.shop.act("merge", now):
            kept, other = self.get(kept_id), self.get(other_id)
            if kept.id == other.id:
                raise Refused("same_person", name=kept.called)
            self.shop.conn.execute("UPDATE customers SET root = ? WHERE ? IN (id, root)", (kept.id, other.id))
            self.shop.conn.execute(
                "UPDATE customers SET name = ?, phone = ?, email = ?, birthday = ?, language = ?, folded = folded || ' "
                "' || ? WHERE id = ?",
                (
                    kept.name or other.name,
                    kept.phone or other.phone,
                    kept.email or other.email,
                    kept.birthday or other.birthday,
                    kept.language or other.language,
                    folded(other.name, other.phone, other.email, other.card),
                    kept.id,
                ),
            )
            return self.get(kept.id)

    def by_card(self, card: str) -> Customer | None:
        """The holder of exactly this card."""
        card = tidy(card)
        return next(iter(self._some("c.card = ? AND c.card <> ''", card)), None) if card else None

    def by_phone(self, text: str) -> Customer | None:
        """The only customer with this phone number, in whatever form it is typed; a part of a number is nobody's."""
        number = telling_digits(text)
        if not number:
            return None
        whole = "c.phone LIKE ?1 AND length(c.phone) - length(?1) <= 3"  # no more missing than "+" and a country's code
        found = self._some(f"c.phone <> '' AND {whole} LIMIT 2", f"%{number}")
        return found[0] if len(found) == 1 else None

    def search(self, text: str, limit: int = 50) -> Found:
        """Who is meant by a part of a name, phone, e-mail or card: names that begin so first. Empty text: everyone."""
        terms = search_terms(text[:LONGEST])[:MOST_TERMS]
        where = " AND ".join(["c.folded LIKE ? ESCAPE '\\'"] * len(terms)) or "1"
        likes = [f"%{escape(term)}%" for term in terms]
        first = escape(terms[0]) if terms else ""
        total = self.shop.conn.execute(
            f"SELECT count(DISTINCT coalesce(c.root, c.id)) FROM customers c WHERE {where}", likes
        ).fetchone()[0]
        people = self._some(
            f"{where} ORDER BY CASE WHEN c.folded LIKE ? ESCAPE '\\' THEN 0 "
            "WHEN c.folded LIKE ? ESCAPE '\\' THEN 1 ELSE 2 END, c.folded, c.id LIMIT ?",
            *likes,
            f"{first}%",
            f"% {first}%",
            limit,
        )
        return Found(people, int(total))

    def meant(self, who: str) -> Customer:
        """The one customer a command means by a card, phone, e-mail, till's id, "#number" or a name.

        Refused where nobody is meant, or several: then it lists them.
        """
        text = tidy(who)
        exact = self.by_card(text) or self.by_phone(text)
        if exact:
            return exact
        for people in self._guesses(text):
            if len(people) == 1:
                return people[0]
            if people:
                raise Refused("ambiguous", who=text, people=people)
        raise Refused("unknown_customer", who=text)

    def _guesses(self, text: str) -> list[list[Customer]]:
        number = text.removeprefix("#")
        is_number = number.isascii() and number.isdigit() and len(number) < 18
        by_number = self._some("c.id = ?", int(number)) if is_number else []
        if text.startswith("#"):
            return [by_number]
        found = self.search(text, 10).people if text else []
        return [
            self._some("c.email <> '' AND lower(c.email) = ?", text.lower()),
            self._some("c.id IN (SELECT customer_id FROM external_ids WHERE ext_id = ?)", text),
            [person for person in found if fold(person.name) == fold(text)],
            by_number,
            found,
        ]

    def _some(self, where: str, *values: object) -> list[Customer]:
        rows = self.shop.conn.execute(f"SELECT {FIELDS} FROM {KEPT} WHERE {where}", values)
        return list({row[0]: Customer(*row) for row in rows}.values())

    def everyone(self) -> list[Customer]:
        """All customers, in the order of their numbers."""
        return self._some("c.root IS NULL ORDER BY c.id")

    def external_ids(self, customer_id: int) -> dict[str, list[str]]:
        """The numbers tills know somebody by, per till."""
        ids: dict[str, list[str]] = {}
        for source, ext_id in self.shop.conn.execute(
            f"SELECT source, ext_id FROM external_ids WHERE customer_id IN ({self.family(customer_id)}) "
            "ORDER BY source, ext_id"
        ):
            ids.setdefault(source, []).append(ext_id)
        return ids

    def usual_about_now(self, now: Moment, limit: int = 8) -> list[Customer]:
        """Who tends to come on this weekday at about this time: at least 3 of the last 8 weeks, within 45 minutes."""
        if now.second is None:
            return []
        days = [now.day - 7 * week for week in range(1, 9)]
        here = ", ".join(str(day) for day in days)
        return self._some(
            "c.id IN (SELECT customer_id FROM receipts WHERE customer_id IS NOT NULL AND kind = 'sale' "
            f"AND day IN ({here}) AND second BETWEEN ? AND ? GROUP BY customer_id HAVING count(DISTINCT day) >= 3 "
            "ORDER BY count(DISTINCT day) DESC, customer_id LIMIT ?) ORDER BY c.folded",
            now.second - 2700,
            now.second + 2700,
            limit,
        )

    def consents(self, customer_id: int, day: int) -> list[Consent]:
        """What somebody allowed us up to a day: the newest word per channel."""
        rows = self.shop.conn.execute(
            f"SELECT channel, allowed, day, source FROM consents WHERE customer_id IN ({self.family(customer_id)}) "
            "AND day <= ? ORDER BY day, id",
            (day,),
        )
        return list({row[0]: Consent(row[0], bool(row[1]), row[2], row[3]) for row in rows}.values())

    def allow(
        self, now: Moment, customer_id: int, channel: str, allowed: bool, source: str, day: int | None = None
    ) -> None:
        """Keep somebody's yes or no to being written to on a channel, with where it came from. `day`: when they said
        so, if not today; Refused for a day to come."""
        if channel not in CHANNELS:
            raise Refused("unknown_channel", channel=channel)
        said = now.day if day is None else day
        if said > now.day:
            raise Refused("future_date", text=iso(said))
        with self.shop.act("consent", now) as act:
            self.get(customer_id)
            insert_consent(self.shop.conn, act, customer_id, channel, allowed, said, source)


def insert_consent(
    conn: sqlite3.Connection, act: int, customer_id: int, channel: str, allowed: bool, day: int, source: str
) -> None:
    """One word about one channel, inside the open act."""
    conn.execute(
        "INSERT INTO consents(act_id, customer_id, channel, allowed, day, source) VALUES (?, ?, ?, ?, ?, ?)",
        (act, customer_id, channel, allowed, day, tidy(source)),
    )


def escape(term: str) -> str:
    """A search term with LIKE's own signs made harmless."""
    return term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
