"""What was heard, seen or guessed of why somebody comes, and when they were last asked."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from loyaltui.core.evidence import SOURCES, Answer, Source, newest
from loyaltui.core.moment import Moment
from loyaltui.core.refused import Refused
from loyaltui.core.saying import values
from loyaltui.core.text import fold, tidy
from loyaltui.store.notes import LONGEST

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

COLUMNS = "a.id, a.day, a.family, a.value, a.source, a.text, coalesce(f.root, f.id, a.staff_id)"
ANSWERS = f"SELECT {COLUMNS}, coalesce(c.root, c.id) FROM answers a JOIN customers c ON c.id = a.customer_id LEFT JOIN "
ANSWERS += "customers f ON f.id = a.friend_id"
OTHERS = "coalesce(f.root, f.id, 0) <> coalesce(c.root, c.id)"  # a friend who proved to be the same person is none
SENT = """
WITH RECURSIVE sent(id) AS (
    SELECT :friend UNION SELECT coalesce(f.root, f.id) FROM sent JOIN customers c ON sent.id = coalesce(c.root, c.id)
    JOIN answers a ON a.customer_id = c.id JOIN customers f ON f.id = a.friend_id
) SELECT 1 FROM sent WHERE id = :customer
"""


class Answers:
    """The answers of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def note(
        self, now: Moment, customer_id: int, family: str, value: str, source: Source, text: str = "", about: int = 0
    ) -> int:
        """Keep an answer; the act's id. `about`: the friend of a referral, the colleague of the reason "person", 0 for
        nobody in particular. Refused where the answer is none we know, or a wish or a complaint says nothing."""
        value, source, text = read(family, value), read_source(source), tidy(text)[:LONGEST]
        if not text and (family == "wish" or (family, value) == ("complaint", "open")):
            raise Refused("empty_note")
        with self.shop.act("answer", now) as act:
            known = self.shop.customers.get(customer_id).id
            friend = self._friend(known, about) if about and family == "referral" else None
            staff = self.served(about) if about and (family, value) == ("reason", "person") else None
            if (family, value) == ("complaint", "put_right"):
                self._has_complained(known, now.day)
            self.shop.conn.execute(
                "INSERT INTO answers(act_id, customer_id, day, family, value, source, text, friend_id, staff_id) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (act, customer_id, now.day, family, value, source, text, friend, staff),
            )
        return act

    def _friend(self, customer_id: int, friend_id: int) -> int:
        """A friend's number; Refused where it is nobody's, their own, or that of somebody who brought them here."""
        friend = self.shop.customers.get(friend_id)
        if friend.id == customer_id:
            raise Refused("own_friend")
        if self.shop.conn.execute(SENT, {"friend": friend.id, "customer": customer_id}).fetchone():
            raise Refused("friend_circle", name=friend.called)
        return friend.id

    def _has_complained(self, customer_id: int, day: int) -> None:
        """Refused where no complaint of theirs is open: nothing is put right before it was made."""
        last = newest(self.of(customer_id, day), day).get("complaint")
        if last is None or last.value != "open":
            raise Refused("no_complaint")

    def correct(self, now: Moment, answer_id: int, value: str, source: Source) -> int:
        """Put right what was written down; its day stays. The act's id."""
        with self.shop.act("answer", now) as act:
            answer = self.one(answer_id)
            value, source = read(answer.family, value), read_source(source)
            if answer.family == "complaint" and value != answer.value:  # amends are an answer of their own, and later
                raise Refused("no_complaint")
            self.shop.conn.execute("UPDATE answers SET value = ?, source = ? WHERE id = ?", (value, source, answer_id))
        return act

    def withdraw(self, now: Moment, answer_id: int) -> int:
        """Take an answer out; the act's id."""
        with self.shop.act("withdraw", now) as act:
            self.one(answer_id)
            for table in ("apologies", "wish_replies"):
                self.shop.conn.execute(f"DELETE FROM {table} WHERE answer_id = ?", (answer_id,))
            self.shop.conn.execute("DELETE FROM answers WHERE id = ?", (answer_id,))
        return act

    def one(self, answer_id: int) -> Answer:
        """One answer; Refused where it is gone."""
        row = self.shop.conn.execute(f"{ANSWERS} WHERE a.id = ?", (answer_id,)).fetchone()
        if row is None:
            raise Refused("answer_gone")
        return Answer(*row[:-1])

    def of(self, customer_id: int, day: int) -> list[Answer]:
        """All that is written down of somebody up to a day, guesses too, newest first."""
        theirs = self.shop.customers.family(customer_id)
        rows = self.shop.conn.execute(
            f"{ANSWERS} WHERE a.customer_id IN ({theirs}) AND {OTHERS} AND a.day <= ? ORDER BY a.day DESC, a.id DESC",
            (day,),
        )
        return [Answer(*row[:-1]) for row in rows]

    def everybody(self, day: int) -> dict[int, list[Answer]]:
        """The same for everybody of whom anything is written down."""
        found: dict[int, list[Answer]] = {}
        for *answer, customer_id in self.shop.conn.execute(
            f"{ANSWERS} WHERE {OTHERS} AND a.day <= ? ORDER BY a.day DESC, a.id DESC", (day,)
        ):
            found.setdefault(customer_id, []).append(Answer(*answer))
        return found

    def bought(self, answers: Iterable[Answer], day: int) -> set[int]:
        """Which of the friends somebody sent have bought up to a day."""
        friends = {answer.about for answer in answers if answer.family == "referral" and answer.about is not None}
        return {friend for friend in friends if self.shop.receipts.first_sale(friend, 0, day) is not None}

    def ask(self, act: int, day: int, customer_id: int, question: str) -> None:
        """Remember, inside the open act, that a question stood on somebody's card during a visit."""
        self.shop.conn.execute(
            "INSERT INTO asked(act_id, customer_id, day, question) VALUES (?, ?, ?, ?)",
            (act, customer_id, day, question),
        )

    def last_asked(self, customer_id: int, day: int) -> int | None:
        """The last day, up to one, on which somebody was asked something, or on which we learned something of them."""
        theirs = self.shop.customers.family(customer_id)
        row: Any = self.shop.conn.execute(
            f"SELECT max(day) FROM (SELECT day FROM asked WHERE customer_id IN ({theirs}) UNION ALL "
            f"SELECT day FROM answers WHERE customer_id IN ({theirs}) AND source <> 'guess') WHERE day <= ?",
            (day,),
        ).fetchone()
        return None if row[0] is None else int(row[0])

    def names(self, answers: Iterable[Answer]) -> dict[int, str]:
        """What to call the friends and colleagues that answers are about, by the answer's number."""
        colleagues = self.colleagues()
        return {
            one.id: self.shop.customers.get(one.about).called if one.family == "referral" else colleagues[one.about]
            for one in answers
            if one.about is not None
        }

    def colleagues(self) -> dict[int, str]:
        """Everybody who ever served here, by their number."""
        return dict(self.shop.conn.execute("SELECT id, name FROM staff ORDER BY name"))

    def meant(self, family: str, value: str, text: str) -> int:
        """Whom a reply's words name: a colleague for a person, somebody the shop knows for a friend; 0 for nobody."""
        text = tidy(text)
        if family == "referral" and text:
            people = [one for one in self.shop.customers.search(text, 2).people if fold(one.name) == fold(text)]
            return people[0].id if len(people) == 1 else 0
        if (family, value) == ("reason", "person") and text:
            return self._colleague_meant(f" {fold(text)} ")
        return 0

    def _colleague_meant(self, said: str) -> int:
        """The one colleague whose whole name, else whose first name, begins what was said; 0 where that is not one."""
        known = {number: f" {fold(name)} " for number, name in self.colleagues().items()}
        whole = [number for number, name in known.items() if said.startswith(name)]
        first = [number for number, name in known.items() if said.split()[:1] == name.split()[:1]]
        found = whole or first
        return found[0] if len(found) == 1 else 0

    def served(self, number: int) -> int:
        """A colleague's number; Refused where it is nobody's."""
        if number not in self.colleagues():
            raise self._no_colleague(str(number))
        return number

    def colleague(self, name: str) -> int:
        """The number of a colleague by name, however it is spelled; Refused where nobody is called that."""
        for number, known in self.colleagues().items():
            if fold(known) == fold(tidy(name)):
                return number
        raise self._no_colleague(name)

    def _no_colleague(self, name: str) -> Refused:
        return Refused("unknown_colleague", name=name, names=", ".join(self.colleagues().values()) or "–")


def read_source(source: Source) -> Source:
    """A source as it is kept; Refused where there is none such."""
    if source not in SOURCES:
        raise Refused("unknown_source", source=source, sources=", ".join(SOURCES))
    return source


def read(family: str, value: str) -> str:
    """An answer as it is kept; Refused where there is none such."""
    value = "" if family == "wish" else tidy(value)
    if value not in values(family):
        raise Refused("unknown_answer", value=value, known=", ".join(values(family)))
    return value
