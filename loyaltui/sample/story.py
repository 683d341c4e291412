"""The sample café's two years told to a shop, act by act, in the order an owner would have done them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from random import Random
from typing import NamedTuple

from loyaltui.core.moment import Moment, iso
from loyaltui.core.programme import read_offer
from loyaltui.core.reward import CODE_LENGTH, CODE_LETTERS, Given, Reward
from loyaltui.core.saying import SAYABLE
from loyaltui.core.stress import Kind
from loyaltui.sample.answers import Said
from loyaltui.sample.calendar import (
    CLOSED,
    COLLEAGUE_LEFT,
    COMPETITOR,
    FIRST,
    LAST,
    PRICES_ROSE,
    PROGRAMME,
    RULE_CHANGED,
    TILL_UNTIL,
    VOUCHERS,
    at,
    months,
)
from loyaltui.sample.hello import promise, say_hello
from loyaltui.sample.menu import LEAVER, REWARDS
from loyaltui.sample.people import Person
from loyaltui.sample.sales import Sale, TillFile, paid
from loyaltui.store import Shop
from loyaltui.store.vouchers import insert

SETTINGS = {
    "name": "The Patient Spoon",
    "currency": "EUR",
    "country": "IE",
    "till_names": "yes",
    "history_points": "no",
    "card_prefix": "29",
    "closed": CLOSED,
}
EVENTS: tuple[tuple[int, Kind, str, str], ...] = (  # day, kind, words, who left
    (PRICES_ROSE, "prices_up", "", ""),
    (COMPETITOR, "competitor", "a chain, by the station", ""),
    (COLLEAGUE_LEFT, "colleague_left", "", LEAVER),
)
RULES = (
    "amount 1.00; welcome 10; lasts 365",
    "amount 1.00; 2x tue, wed 14:00-17:00; welcome 10; birthday 25; referral 30; lasts 365",
)
EVENING = 18 * 3600 + 600
MUCH = 500  # points; who has that many asks for a reward this month, with fewer in proportion
INVITED = 6  # people who get a voucher
ASKED = 0.3  # chance a visit that somebody whom the till knew first is asked and gets a card
LEFT_OPEN = 9  # every ninth amount of the last day is left to the till
Does = Callable[[Moment], None]
Period = Sequence[Sale]


class Deed(NamedTuple):
    """Something the owner does at a moment."""

    day: int
    second: int
    does: Does


class Story:
    """One telling: the shop it is told to, and what has happened in it so far."""

    def __init__(
        self, shop: Shop, people: Sequence[Person], sales: Sequence[Sale], said: Sequence[Said], rng: Random
    ) -> None:
        self.shop = shop
        self.said = said
        self.people = people
        self.sales = sales
        self.rng = rng
        self.greets = Random("how the café said hello")  # changes nothing of who comes
        self.ids: dict[int, int] = {}
        self.asked: set[int] = set()

    def tell(self) -> None:
        """All of it: the first day with the program, a till's file a month, and the days still at the counter only."""
        self._begin()
        for first, last in months():
            period = self._between(first, last)
            given = self._rewards(first, period)
            changes = [*self._hear(first, last), *self._change(first, last)]
            self._do([*self._talk(first, period), *changes, *self._hand_over(period, given)])
            self._bring_in(at(last, EVENING), period, {number: reward.worth for number, reward in given.items()})
            say_hello(self.shop, self.greets, at(last, EVENING + 600))
        period = self._between(TILL_UNTIL + 1, LAST)
        lately = (TILL_UNTIL + 1, LAST)
        given = self._rewards(lately[0], period)
        self._do([*self._talk(lately[0], period), *self._hear(*lately), *self._log(period, given)])
        promise(self.shop)

    def _change(self, first: int, last: int) -> Iterator[Deed]:
        """What the owner changed in the programme in some days, and whom it invited back."""
        if first <= RULE_CHANGED <= last:
            yield Deed(RULE_CHANGED, 7 * 3600, lambda now: self.shop.set.put(now, "earn", RULES[1]))
        if first <= VOUCHERS <= last:
            yield Deed(VOUCHERS, EVENING, self._invite)

    def _invite(self, now: Moment) -> None:
        """Vouchers for some who are overdue; their codes are the same whenever the sample is built."""
        offer = read_offer(self.shop.settings.come_back, SETTINGS["currency"])
        overdue = (
            one for one in self.shop.readings.everyone(now.day) if one.standing and one.standing.word == "slipping"
        )
        with self.shop.act("voucher", now) as act:
            for reading in islice(overdue, INVITED):
                who = reading.facts.customer_id
                code = "".join(self.rng.choices(CODE_LETTERS, k=CODE_LENGTH))
                insert(self.shop.conn, act, now.day, who, offer, "Come back soon", code=code)

    def _begin(self) -> None:
        morning = at(PROGRAMME, 7 * 3600)
        self.shop.set.change(morning, SETTINGS)
        self.shop.set.put(morning, "earn", RULES[0])
        for reward in REWARDS:
            self.shop.set.put(morning, "reward", reward)
        self._bring_in(at(PROGRAMME, 7 * 3600 + 300), self._between(FIRST, PROGRAMME - 1), {})

    def _between(self, first: int, last: int) -> Period:
        return [sale for sale in self.sales if first <= sale.day <= last]

    def _bring_in(self, now: Moment, period: Period, worth: dict[int, int]) -> None:
        file = f"items-{iso(period[0].day)}-{iso(period[-1].day)}.csv"
        self.shop.imports.take_in(now, file, TillFile(period, self.people, worth))

    def _do(self, deeds: list[Deed]) -> None:
        for day, second, does in sorted(deeds, key=lambda deed: deed[:2]):
            does(at(day, second))

    def _id(self, place: int) -> int:
        """A person's number in the shop; it has known them since their card or the till's last file."""
        if place not in self.ids:
            self.ids[place] = self.shop.customers.meant(self.people[place].ext_id).id
        return self.ids[place]

    def _talk(self, first: int, period: Period) -> Iterator[Deed]:
        """Newcomers are added; some of those the till knows get a card and are asked whether they may be written to."""
        for sale in period:
            place = sale.person
            if place < 0:
                continue
            person = self.people[place]
            if person.met and sale.day == person.habit.first:
                yield Deed(sale.day, sale.second - 60, partial(self._add, place))
            elif not person.met and person.habit.first < first and self._is_turn(place):
                yield Deed(sale.day, sale.second + 30, partial(self._ask, place))

    def _is_turn(self, place: int) -> bool:
        """Whether somebody is asked on this visit; nobody is asked twice."""
        if place in self.asked or self.rng.random() >= ASKED:
            return False
        self.asked.add(place)
        return True

    def _add(self, place: int, now: Moment) -> None:
        self.ids[place] = self.shop.customers.add(now, self.people[place].customer()).id
        self._keep_words(place, now)

    def _ask(self, place: int, now: Moment) -> None:
        person = self.people[place]
        if person.card:
            known = self.shop.customers.get(self._id(place))
            self.shop.customers.change(now, replace(known, card=person.card))
            self.shop.members.join(now, [known.id])
        self._keep_words(place, now)

    def _keep_words(self, place: int, now: Moment) -> None:
        """What somebody allowed, and what is worth remembering of them."""
        person = self.people[place]
        for channel, allowed in person.consents:
            self.shop.customers.allow(now, self._id(place), channel, allowed, "told us")
        if person.note:
            self.shop.notes.write(now, self._id(place), person.note)

    def _hear(self, first: int, last: int) -> Iterator[Deed]:
        """What customers said in some days, and what happened to the shop."""
        for heard in self.said:
            if first <= heard.day <= last:
                yield Deed(heard.day, heard.second, partial(self._note, heard))
        for day, kind, text, leaver in EVENTS:
            if first <= day <= last:
                yield Deed(day, EVENING, partial(self._happen, kind, text, leaver))

    def _note(self, heard: Said, now: Moment) -> None:
        about = self.shop.answers.colleague(heard.colleague) if heard.colleague else 0
        about = about if heard.friend < 0 else self._id(heard.friend)
        reply = SAYABLE[heard.word]
        self.shop.answers.note(now, self._id(heard.person), *reply, heard.source, heard.text, about)

    def _happen(self, kind: Kind, text: str, leaver: str, now: Moment) -> None:
        self.shop.events.log(now, now.day, kind, text, self.shop.answers.colleague(leaver) if leaver else None)

    def _rewards(self, first: int, period: Period) -> dict[int, Reward]:
        """Who asks for which reward at which sale: at most one a person, from the points they came with."""
        offered = self.shop.programme.rewards()
        balances = self.shop.points.balances(first)
        visits: dict[int, list[int]] = {}
        for sale in period:
            if sale.person >= 0 and self.people[sale.person].habit.first < first:
                visits.setdefault(sale.person, []).append(sale.number)
        given = {}
        for place, numbers in visits.items():
            points = balances.get(self._id(place), 0)
            reachable = [reward for reward in offered if reward.points <= points]
            if reachable and self.rng.random() * MUCH < points:
                given[self.rng.choice(numbers)] = reachable[-1] if points >= MUCH else self.rng.choice(reachable)
        return given

    def _hand_over(self, period: Period, given: dict[int, Reward]) -> Iterator[Deed]:
        """Rewards given at the counter while the sale itself is in the till."""
        for sale in period:
            if sale.number in given:
                yield Deed(sale.day, sale.second, partial(self._give, sale.person, given[sale.number].id))

    def _give(self, place: int, reward_id: int, now: Moment) -> None:
        self.shop.receipts.redeem(now, self._id(place), Given(reward_id))

    def _log(self, period: Period, given: dict[int, Reward]) -> Iterator[Deed]:
        """Visits ticked at the counter; some of the last day's amounts are left to the till."""
        for sale in period:
            reward = given.get(sale.number)
            left_open = sale.day == LAST and not reward and sale.number % LEFT_OPEN == 0
            amount = None if left_open else paid(sale, reward.worth if reward else 0)
            if sale.person >= 0:
                yield Deed(
                    sale.day, sale.second, partial(self._visit, sale.person, amount, reward.id if reward else None)
                )

    def _visit(self, place: int, amount: int | None, reward_id: int | None, now: Moment) -> None:
        self.shop.receipts.log(now, self._id(place), amount, Given(reward_id))
