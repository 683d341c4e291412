"""The complaint book: every complaint with its steps, and the apology that is one of them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from loyaltui.core.complaints import Complaint, complaints
from loyaltui.core.evidence import Answer
from loyaltui.core.moment import Moment
from loyaltui.core.refused import Refused

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


def book(shop: "Shop", day: int) -> list[Complaint]:
    """Every complaint up to a day: those that are open first, then the newest."""
    found = [
        one for customer, answers in shop.answers.everybody(day).items() for one in of(shop, customer, answers, day)
    ]
    return sorted(found, key=lambda one: (one.put_right is not None, -one.since, one.id))


def of(shop: "Shop", customer_id: int, answers: list[Answer], day: int) -> list[Complaint]:
    """One person's complaints with every step up to a day, the newest first."""
    if not any(answer.family == "complaint" for answer in answers):
        return []
    return [with_return(shop, one, day) for one in complaints(customer_id, answers, apologies(shop, day))]


def apologies(shop: "Shop", day: int) -> dict[int, int]:
    """When we said sorry, by the number of the answer."""
    return dict(shop.conn.execute("SELECT answer_id, day FROM apologies WHERE day <= ?", (day,)))


def with_return(shop: "Shop", one: Complaint, day: int) -> Complaint:
    """A complaint with the day they came back after it was put right."""
    if one.put_right is None:
        return one
    return replace(one, back=shop.receipts.first_sale(one.customer_id, one.put_right, day))


def apologise(shop: "Shop", now: Moment, answer_id: int) -> int:
    """We said sorry for a complaint; the act's id. Refused where it isn't open any more."""
    with shop.act("apology", now) as act:
        insert_apology(shop, act, now.day, answer_id)
    return act


def insert_apology(shop: "Shop", act: int, day: int, answer_id: int) -> None:
    """The same inside the open act; once is enough."""
    answer = shop.answers.one(answer_id)
    if (answer.family, answer.value) != ("complaint", "open"):
        raise Refused("no_complaint")
    shop.conn.execute(
        "INSERT INTO apologies(act_id, answer_id, day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (act, answer_id, day)
    )
