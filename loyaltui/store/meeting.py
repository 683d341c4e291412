"""The till was first: a visit logged at the counter meets a receipt that is in the shop already."""

from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.matching import Sale, Visit, match

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

OPEN_SALES = """
SELECT r.id, coalesce(c.root, c.id), r.day, r.second, r.amount
FROM receipts r LEFT JOIN customers c ON c.id = r.customer_id
WHERE r.kind = 'sale' AND r.amount IS NOT NULL AND r.day BETWEEN ?1 - 1 AND ?1 + 1 AND r.ref IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM meetings m WHERE m.receipt_id = r.id)
    AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.kind = 'sale' AND q.other = r.id AND q.answer IS NULL)
"""
OPEN_VISITS = """
SELECT r.id, coalesce(c.root, c.id), r.day, r.second, r.amount FROM receipts r JOIN customers c ON c.id = r.customer_id
WHERE r.kind = 'sale' AND r.day BETWEEN ?1 - 1 AND ?1 + 1 AND r.ref IS NULL
"""


class Met(NamedTuple):
    """The till's receipt that a visit is, and the one it may be: at most one of the two."""

    sale: Sale | None = None
    doubtful: Sale | None = None


def meet(shop: "Shop", visit: Visit) -> Met:
    """What of the till's receipts a visit that isn't written yet (its id 0) has to do with, inside the open act."""
    sales = {row[0]: Sale(*row) for row in shop.conn.execute(OPEN_SALES, (visit.day,))}
    if not sales:
        return Met()
    others = [Visit(*row) for row in shop.conn.execute(OPEN_VISITS, (visit.day,))]
    found = match([visit, *others], list(sales.values()))
    sure = next((sales[pair.sale] for pair in found.pairs if pair.visit == visit.id), None)
    return Met(sure, next((sales[pair.sale] for pair in found.doubtful if pair.visit == visit.id), None))


def claim(shop: "Shop", act: int, sale: Sale, customer_id: int) -> None:
    """The receipt is this person's, and was ticked at the counter; inside the open act."""
    if sale.customer is None:
        shop.conn.execute("UPDATE receipts SET customer_id = ? WHERE id = ?", (customer_id, sale.id))
    shop.conn.execute("INSERT INTO meetings(act_id, receipt_id) VALUES (?, ?)", (act, sale.id))


def ask(shop: "Shop", act: int, visit_id: int, sale_id: int) -> None:
    """Only the owner can tell whether these two are one sale; inside the open act."""
    shop.conn.execute(
        "INSERT INTO questions(act_id, kind, one, other) VALUES (?, 'sale', ?, ?)", (act, visit_id, sale_id)
    )
