"""Everything that speaks for or against a word to somebody, gathered: of everybody at once, or of one person."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from loyaltui.core.customer import Customer
from loyaltui.core.evidence import Answer
from loyaltui.core.links import is_address, is_dialable
from loyaltui.core.occasion import LAPSES, Candidate, Dated, Near
from loyaltui.core.phone import e164
from loyaltui.core.reward import Reward
from loyaltui.store import complaints
from loyaltui.store.readings import Reading

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

WORTH_A_WORD = 0.5  # of the cheapest reward: a few points lapse every day; judgement
NEAR = 10  # a reward is within reach when no more than a tenth of its points are missing
ROOT = "coalesce(c.root, c.id)"
CONSENTS = f"SELECT {ROOT}, s.channel, s.allowed FROM consents s JOIN customers c ON c.id = s.customer_id"
OUTCOMES = f"SELECT {ROOT}, o.kind, o.day, o.until FROM outcomes o JOIN customers c ON c.id = o.customer_id"
HEARD = f"""
SELECT {ROOT}, max(h.day) FROM (SELECT customer_id, day FROM asked UNION ALL
SELECT customer_id, day FROM answers WHERE source <> 'guess') h JOIN customers c ON c.id = h.customer_id
"""


class Gathered:
    """What is known of everybody (`only` None) or of one person, up to a day."""

    def __init__(self, shop: "Shop", day: int, only: int | None = None) -> None:
        self.shop, self.day, self.only = shop, day, only
        self.theirs = f"c.id IN ({shop.customers.family(only)})" if only is not None else "1"
        self.country = shop.settings.country
        self.allowed = self._allowed()
        self.contacted, self.waits = self._outcomes()
        self.heard = self._heard()
        self.dated = self._dated()
        self.answers = shop.answers.everybody(day) if only is None else {only: shop.answers.of(only, day)}
        self.rewards = shop.programme.rewards()
        self.points = shop.points.balances(day) if only is None else {only: shop.points.balance(only, day)}
        self.lapsing = self._lapsing()
        self.vouchers = self._vouchers()

    def candidate(self, customer: Customer, reading: Reading | None) -> Candidate:
        """One person with all of it."""
        who = customer.id
        facts, standing = reading or (None, None)
        allowed = self.allowed.get(who, {})
        promise, own_date = self.dated.get(who, (None, None))
        answers = self.answers.get(who, ())
        may_be = any(allowed.values())
        channel = way(customer, allowed, self.country)[0] if may_be else ""
        return Candidate(
            who,
            customer.called,
            standing,
            facts.net_paid / max(facts.visits, 1) if facts else 0.0,
            channel,
            bool(allowed) and not may_be,
            self.contacted.get(who),
            self.waits.get(who),
            promise,
            own_date,
            self._complaint(who, list(answers)) if answers else None,
            customer.birthday,
            friend=self._friend(answers) if answers else None,
            unusable=may_be and not channel,
            heard=max(self.heard.get(who, 0), self.contacted.get(who, 0)) or None,
            reward_near=near(self.points.get(who, 0), self.rewards),
            lapsing=self.lapsing.get(who),
            voucher=self.vouchers.get(who),
        )

    def _rows(self, query: str, table: str, order: str = "", group: str = "") -> Iterator[Any]:
        where = f"WHERE {table}.day <= ? AND {self.theirs}"
        return iter(self.shop.conn.execute(f"{query} {where} {group} {order}", (self.day,)).fetchall())

    def _allowed(self) -> dict[int, dict[str, bool]]:
        """The newest yes or no by channel."""
        found: dict[int, dict[str, bool]] = {}
        for who, channel, allowed in self._rows(CONSENTS, "s", "ORDER BY s.day, s.id"):
            found.setdefault(who, {})[channel] = bool(allowed)
        return found

    def _heard(self) -> dict[int, int]:
        """The last day on which somebody was asked something, or told us something."""
        if self.only is not None:
            return {self.only: self.shop.answers.last_asked(self.only, self.day) or 0}
        return dict(self._rows(HEARD, "h", group=f"GROUP BY {ROOT}"))

    def _outcomes(self) -> tuple[dict[int, int], dict[int, int]]:
        """The last day of a contact, and until when somebody was put off by the latest one."""
        contacted: dict[int, int] = {}
        waits: dict[int, int] = {}
        for who, kind, day, until in self._rows(OUTCOMES, "o", "ORDER BY o.day, o.id"):
            if kind == "done":
                contacted[who] = day
            waits.pop(who, None)
            if until is not None:
                waits[who] = until
        return contacted, waits

    def _dated(self) -> dict[int, tuple[Dated | None, Dated | None]]:
        """The promise and the own date that are due first."""
        room = self.shop.promises
        found: dict[int, tuple[Dated | None, Dated | None]] = {}
        for one in room.open(self.day) if self.only is None else room.of(self.only, self.day):
            promise, date = found.get(one.customer_id, (None, None))
            entry = Dated(one.id, one.text, one.due)
            both = (promise or entry, date) if one.kind == "promise" else (promise, date or entry)
            found[one.customer_id] = both
        return found

    def _lapsing(self) -> dict[int, tuple[int, int]]:
        """How many points of each lapse next, and on which day, where that is soon and enough to be worth a word."""
        if not self.rewards:
            return {}
        if self.only is None:
            found = self.shop.points.lapsing_soon(self.day, self.day + LAPSES)
        else:
            lot = self.shop.points.lapsing_next(self.only, self.day)
            found = {self.only: (lot.left, lot.expires)} if lot and lot.expires else {}
        least = min(reward.points for reward in self.rewards) * WORTH_A_WORD
        return {who: (points, day) for who, (points, day) in found.items() if points >= least}

    def _vouchers(self) -> dict[int, tuple[str, int]]:
        """The voucher of each that runs out first: what it takes off, and its last day."""
        room, until = self.shop.vouchers, self.day + LAPSES
        running_out = room.running_out(self.day, until) if self.only is None else room.of(self.only, self.day)
        roots = self.shop.customers.roots()
        owned = [(one, one.customer_id) for one in reversed(running_out) if one.customer_id is not None]
        return {roots.get(who, who): (one.takes_off, one.to_day) for one, who in owned}

    def _complaint(self, who: int, answers: list[Answer]) -> tuple[str, int, str] | None:
        """The stage of the complaint that weighs most: one that is open before one that is past."""
        found = complaints.of(self.shop, who, answers, self.day)
        if not found:
            return None
        one = min(found, key=lambda some: (some.stage != "open", -some.since))
        return one.stage, one.since, one.text

    def _friend(self, answers: Iterable[Answer]) -> tuple[str, int] | None:
        """The newest friend they sent who has been here, and since when."""
        sent = {one.about for one in answers if one.family == "referral" and one.source != "guess" and one.about}
        firsts = [(self.shop.receipts.first_sale(friend, 0, self.day), friend) for friend in sent]
        day, friend = max(((day, friend) for day, friend in firsts if day is not None), default=(None, 0))
        return None if day is None else (self.shop.customers.get(friend).called, day)


def near(balance: int, rewards: Iterable[Reward]) -> Near | None:
    """The cheapest reward that is within reach."""
    return next(
        (Near(one.name, one.points - balance) for one in rewards if 0 < (one.points - balance) * NEAR <= one.points),
        None,
    )


def way(customer: Customer, allowed: dict[str, bool], country: str) -> tuple[str, str]:
    """The first way somebody allowed and can be reached by: "phone" or "email", and the address; both "" else."""
    if allowed.get("phone") and (number := dialled(customer.phone, country)):
        return "phone", number
    if allowed.get("email") and is_address(customer.email):
        return "email", customer.email
    return "", ""


def dialled(phone: str, country: str) -> str:
    """A number as it is dialled from anywhere; "" where it can't be."""
    if phone and not is_dialable(phone):
        phone = e164(phone, country)
    return phone if is_dialable(phone) else ""
