"""What the receipts say of each customer, and how they stand: facts out of SQL in chunks, one model for the shop.

Readings are made as of the last day the shop recorded anything (never after today), so that a holiday or a forgotten
import makes nobody slip. The model is fitted once per day, and after an import.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from loyaltui.core.customer import Facts
from loyaltui.core.fitting import learn
from loyaltui.core.hints import NOTHING
from loyaltui.core.rhythm import Model, OpenDays, Visits, horizon, rhythm, score, typical_gap, visits_of
from loyaltui.core.standing import Standing, standing
from loyaltui.core.why import NOBODY_ASKED, Why, why

if TYPE_CHECKING:
    from loyaltui.core.stress import Event
    from loyaltui.store.pasts import Background
    from loyaltui.store.shop import Shop

PACK = 100_000  # more than the seconds of a day: day and second in one number that sorts
FACTS = f"""
SELECT customer_id, sum(kind = 'sale'), count(DISTINCT CASE kind WHEN 'sale' THEN day END), sum(kind = 'refund'),
    min(CASE kind WHEN 'sale' THEN day * {PACK} + coalesce(second + 1, 0) END),
    max(CASE kind WHEN 'sale' THEN day * {PACK} + coalesce(second + 1, 0) END), coalesce(sum(amount), 0)
FROM receipts WHERE day <= ? AND customer_id
"""
CHUNKS = FACTS + "IN (SELECT id FROM customers WHERE id > ? AND id <= ? AND id % ? = 0) GROUP BY customer_id"
REWRITES = "'import', 'undo', 'merge', 'settings', 'set up'"  # verbs that change what the model was learnt from
SAMPLE = 5000  # customers are enough to tell how many stages a gap has


@dataclass(frozen=True)
class Season:
    """What all readings of a day share: the day they are made of, the shop's model and its horizon in days."""

    as_of: int
    model: Model
    horizon: int
    open_days: OpenDays


class Reading(NamedTuple):
    """One customer: the facts, and how they stand (None before the first visit)."""

    facts: Facts
    standing: Standing | None


class Readings:
    """The readings of one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop
        self._once = threading.Lock()  # two threads that need the model wait for one to fit it
        self._season: tuple[int, Season] | None = None
        self._changed = 0  # the last act that changed the past, as far as it has been seen
        self._facts: tuple[int, int, list[Facts]] | None = None  # of a day, as of an act
        self._background: tuple[Season, list[Event], Background] | None = None

    def forget(self) -> None:
        """Fit the model anew at the next reading: an import or an undo has changed the past."""
        self._season = None

    def last_day(self, today: int) -> int | None:
        """The last day up to today with anything recorded."""
        day: int | None = self.shop.conn.execute("SELECT max(day) FROM receipts WHERE day <= ?", (today,)).fetchone()[0]
        return day

    def facts(self, day: int, every: int = 1) -> Iterator[Facts]:
        """Everybody's facts up to a day; those without any receipt are left out, the merged are one person. `every`:
        only of those whose number it divides."""
        roots = self.shop.customers.roots()
        merged = roots.keys() | set(roots.values())
        for start, end in self.shop.customers.chunks():
            for row in self.shop.conn.execute(CHUNKS, (day, start, end, every)).fetchall():
                if row[0] not in merged:
                    yield facts_of(row)
        for root in sorted(root for root in set(roots.values()) if root % every == 0):
            facts = self.facts_of(root, day)
            if facts.visits or facts.refunds:
                yield facts

    def everybody(self, day: int) -> list[Facts]:
        """The same, read again only after something has happened in the shop."""
        act = self.shop.last_act()
        if self._facts is None or self._facts[:2] != (day, act):
            self._facts = day, act, list(self.facts(day))
        return self._facts[2]

    def facts_of(self, customer_id: int, day: int) -> Facts:
        """One person's facts up to a day."""
        theirs = self.shop.customers.family(customer_id)
        row = self.shop.conn.execute(f"{FACTS} IN ({theirs})", (day,)).fetchone()
        return facts_of((customer_id, *(value or 0 for value in row[1:4]), *row[4:]))

    def season(self, today: int) -> Season | None:
        """The model of the day; None while nothing is recorded. With the day's first visit it is read as of today."""
        as_of = self.last_day(today)
        if as_of is None:
            return None
        with self._once:
            self._notice()
            if self._season is None or self._season[0] != today:
                self._season = today, self._learn(as_of)
            elif self._season[1].as_of != as_of:
                self._season = today, replace(self._season[1], as_of=as_of)
            return self._season[1]

    def _notice(self) -> None:
        """Forget the model where the past has changed since, perhaps at another counter."""
        query = f"SELECT max(id) FROM acts WHERE id > ? AND verb IN ({REWRITES})"
        changed = self.shop.conn.execute(query, (self._changed,)).fetchone()[0]
        if changed is not None:
            self._changed, self._season = changed, None

    def _learn(self, as_of: int) -> Season:
        open_days = OpenDays(self.shop.settings.closed)
        rows: dict[int, Visits] = {}
        last: dict[int, int] = {}
        for facts in self.everybody(as_of):
            if facts.first is not None and facts.last is not None:
                rows[facts.customer_id] = visits(facts, as_of, open_days)
                last[facts.customer_id] = facts.last
        ahead = horizon(typical_gap(rows.values()))
        some = max(1, len(rows) // SAMPLE)
        then = [facts for facts in self.facts(as_of - ahead, some) if facts.first is not None]
        earlier = [visits(facts, as_of - ahead, open_days) for facts in then]
        came_back = [last[facts.customer_id] > as_of - ahead for facts in then]
        return Season(as_of, learn(list(rows.values()), earlier, came_back), ahead, open_days)

    def everyone(self, today: int, within: int | None = None, perhaps: bool = False) -> Iterator[Reading]:
        """Everybody with a receipt up to today; `within`: the chance is for so many days, not the shop's horizon;
        `perhaps`: also what the till hints at of those who never said anything."""
        season = self.season(today)
        if season is None:
            return
        answers = self.shop.answers.everybody(today)  # what was said today counts, whether or not sales are in
        bought = self.shop.answers.bought((one for theirs in answers.values() for one in theirs), today)
        some = self.background(season) if answers or perhaps else None
        weights = self.shop.settings.weights
        for facts in self.everybody(season.as_of):
            who = facts.customer_id
            known = who in answers or (perhaps and some is not None and (who in some.hints or who in some.tests))
            reasons = NOBODY_ASKED
            if known and some is not None:
                hints, tests = some.hints.get(who, NOTHING), some.tests.get(who, ())
                reasons = why(answers.get(who, []), hints, tests, today, facts.last, bought, weights)
            yield Reading(facts, verdict(facts, season, within, reasons))

    def of(self, customer_id: int, today: int, perhaps: bool = True) -> Reading:
        """One customer's reading; `perhaps` as in `everyone`: everybody's past has to be read for it, once a day."""
        facts = self.facts_of(customer_id, today)
        season = self.season(today)
        if season is None:
            return Reading(facts, None)
        return Reading(facts, verdict(facts, season, None, self.why(facts, season, today, perhaps)))

    def why(self, facts: Facts, season: Season, today: int, perhaps: bool) -> Why:
        """Why one customer comes."""
        who = facts.customer_id
        answers = self.shop.answers.of(who, today)
        if not answers and not perhaps:
            return NOBODY_ASKED
        some = self.background(season)
        hints, tests = some.hints.get(who, NOTHING), some.tests.get(who, ())
        bought = self.shop.answers.bought(answers, today)
        return why(answers, hints, tests, today, facts.last, bought, self.shop.settings.weights)

    def background(self, season: Season) -> "Background":
        """What stands behind everybody's reasons, worked out once per day, after an import, and when what happened to
        the shop was written down anew, at whatever counter."""
        from loyaltui.store.pasts import background

        events = self.shop.events.until(season.as_of)
        with self._once:
            if self._background is None or self._background[0] is not season or self._background[1] != events:
                self._background = season, events, background(self.shop, season, events)
            return self._background[2]

    def minutes_only(self) -> bool:
        """Whether no time in this shop is known more closely than the minute."""
        return (
            self.shop.conn.execute(
                "SELECT 1 FROM receipts WHERE second % 60 <> 0 AND second IS NOT NULL LIMIT 1"
            ).fetchone()
            is None
        )


def facts_of(row: tuple[Any, ...]) -> Facts:
    """One row of FACTS, its packed times taken apart."""
    customer_id, sales, days, refunds, first, last, net = row
    return Facts(customer_id, sales, days, refunds, *unpack(first), *unpack(last), net)


def unpack(packed: int | None) -> tuple[int | None, int | None]:
    """Day and second of a packed time."""
    if packed is None:
        return None, None
    day, second = divmod(packed, PACK)
    return day, second - 1 if second else None


def visits(facts: Facts, today: int, open_days: OpenDays) -> Visits:
    """The numbers of the model, for somebody who has come at least once; closed days are no part of a gap."""
    assert facts.first is not None and facts.last is not None
    return visits_of(facts.first, facts.last, facts.visit_days, today, open_days)


def verdict(facts: Facts, season: Season, within: int | None, reasons: Why) -> Standing | None:
    """How somebody stands; None before their first visit. The words always go by the shop's own horizon."""
    if facts.first is None or facts.last is None or facts.last > season.as_of:
        return None
    seen = visits(facts, season.as_of, season.open_days)
    usual = score(season.model, seen, season.horizon)
    word = rhythm(season.model, seen, usual, season.horizon)
    shown = usual if within is None else score(season.model, seen, within)
    return standing(word, shown, facts.visit_days, facts.last, seen.T - seen.tx, within or season.horizon, reasons)
