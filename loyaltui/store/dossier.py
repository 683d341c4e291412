"""One person, whole: all that the shop keeps of them, to look at or to give out."""

from typing import TYPE_CHECKING

from loyaltui.core.customer import Customer
from loyaltui.core.dossier import Dossier
from loyaltui.core.evidence import Answer
from loyaltui.core.moment import iso
from loyaltui.store import listing

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


def of(shop: "Shop", customer: Customer, today: int) -> Dossier:
    """Everything of one customer up to a day, newest first."""
    theirs = shop.customers.family(customer.id)
    answers = shop.answers.of(customer.id, today)
    names = shop.answers.names(answers)
    return Dossier(
        listing.one(shop, customer, today),
        customer.birthday,
        shop.readings.of(customer.id, today).standing,
        shop.receipts.usual_items(customer.id),
        shop.receipts.categories(customer.id, today),
        [
            {"channel": word.channel, "allowed": word.allowed, "day": iso(word.day), "source": word.source}
            for word in shop.customers.consents(customer.id, today)
        ],
        [{"day": iso(note.day), "text": note.text} for note in shop.notes.of(customer.id, today)],
        [answered(answer, names.get(answer.id, "")) for answer in answers],
        [
            {
                "at": iso(line.day, line.second),
                "kind": line.kind,
                "amount_minor": line.amount,
                "points": line.points,
                "reward": line.reward,
            }
            for line in shop.receipts.history(customer.id, today, 1_000_000)
        ],
        [
            {"day": iso(day), "kind": kind, "points": points, "receipt": receipt}
            for day, kind, points, receipt in shop.conn.execute(
                f"SELECT day, kind, points, receipt_id FROM movements WHERE customer_id IN ({theirs}) ORDER BY id DESC"
            )
        ],
        customer.language,
        [
            {"day": iso(one.day), "kind": one.kind, "text": one.text, "due": iso(one.due)}
            for one in shop.promises.of(customer.id, today)
        ],
        [
            {"day": iso(one.day), "outcome": one.kind, "channel": one.channel, "text": one.text}
            for one in shop.outcomes.of(customer.id, today)
        ],
    )


def answered(answer: Answer, about: str) -> dict[str, object]:
    """One answer, with the name of the friend or colleague it is about."""
    return {
        "day": iso(answer.day),
        "family": answer.family,
        "value": answer.value,
        "source": answer.source,
        "text": answer.text,
        "about": about,
    }
