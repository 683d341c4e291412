"""22: whatever happens to a shop's points, in whatever order and by whatever clock, they add up and stay explained."""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from loyaltui.core.customer import Customer
from loyaltui.core.moment import Moment, iso
from loyaltui.core.receipt import Ignored, Line, Record
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Given, Offer
from loyaltui.store import Shop, backup
from loyaltui.store.spending import give
from tests.conftest import ANNA, BEN, Till, acts, at, rows, sold

PICK = st.integers(0, 7)  # which of those there are
AMOUNTS = st.sampled_from([30, 99, 250, 1000, 12_000])
RULES = (
    "amount 1; lasts 4",
    "amount 0.50; welcome 3; lasts 9",
    "amount 1; birthday 6; referral 3",
    "amount 0.70; round down; before tax; 2x tue; lasts 3",
    "visit 2; lasts 3; birthday 7; referral 5",
    "visit 1; from 2.00; 3x mon 09:00-12:00; welcome 2",
    "item 2 Coffee; welcome 4; lasts 6",
    "amount 1; 0x Tobacco; 2x Coffee; birthday 9; referral 4; lasts 5",
)
REWARDS = ("2 Coffee 0.30", "6 Off -0.30", "3 Tenth 10%", "4 Credit +0.50 for 9 days")
CHANGES = [("earn", text) for text in RULES] + [("reward", text) for text in (*REWARDS, "5 Coffee 0.60", "8 Off -0.30")]
CHANGES += [("withdraw", "Off"), ("history_points", "yes"), ("history_points", "no")]
CHOSEN = st.sampled_from([None] * 6 + [1, 3, 50, -2])
WAITS = st.sampled_from([1, 1, 1, 2, 3, 5, 10, 31, 44, 46, 60, -1, -4, -20])
BIRTHDAYS = st.sampled_from(["", "1990-05-03", "--05-20", "1990-12-28", "--04-01"])
REGULARS = (Customer(0, "Mary", birthday="1990-05-03"), Customer(0, "Bob", birthday="--04-28"), Customer(0, "Zoe"))
PEOPLE = st.sampled_from([ANNA, BEN, None])
GOODS = st.sampled_from([(), (Line("Coffee", "", 2000, 200), Line("Tobacco", "", 1000, 700)), (Line("Coffee"),)])
MADE = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from([30, 250, 1000, 1200, -250, -1000, 0]), PEOPLE, GOODS),
    max_size=5,
    unique_by=lambda made: made[0],
)
OVERDRAWN = """
SELECT id, kind, points FROM (
    SELECT id, kind, points, sum(points) OVER (PARTITION BY coalesce(lot, id) ORDER BY id) AS left FROM movements
) WHERE kind <> 'reverse' AND points < 0 AND left < 0
"""
TOO_EARLY = """
SELECT e.id FROM movements e JOIN movements l ON l.id = e.lot JOIN acts a ON a.id = e.act
WHERE e.kind = 'expire' AND (l.expires IS NULL OR l.expires >= a.day)
"""
TWICE = """
SELECT customer_id, reason FROM movements b WHERE kind = 'bonus'
    AND points + coalesce((SELECT sum(points) FROM movements r WHERE r.reverses = b.id), 0) > 0
GROUP BY customer_id, reason HAVING count(*) > 1
"""
BIRTHDAYS_GIVEN = """
SELECT customer_id, day FROM movements b WHERE kind = 'bonus' AND reason LIKE 'birthday%'
    AND points + coalesce((SELECT sum(points) FROM movements r WHERE r.reverses = b.id), 0) > 0
"""
Row = tuple[int, int, int, int | None, int | None]  # customer, id, points, lot, expires


def standing(held: Iterable[Row], day: int) -> tuple[int, int, int]:
    """Of one person: what is left in the lots, what is owed, and what has lapsed by a day; debts are paid first by the
    points that would lapse first."""
    left, last = Counter[int](), {}
    for _, number, points, lot, expires in held:
        left[lot or number] += points
        if lot is None:
            last[number] = expires
    debt = -sum(points for points in left.values() if points < 0)
    past = sum(left[lot] for lot, expires in last.items() if left[lot] > 0 and expires is not None and expires < day)
    return sum(points for points in left.values() if points > 0), debt, max(0, past - debt)


class Points(RuleBasedStateMachine):
    """A shop whose points are earned, spent, given, lost and taken back in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.shop = Shop(Path(self.folder.name) / "shop.db", create=True, till="counter 1")
        self.days = 0
        self.shop.set.change(self.now, {"everyone_joins": "yes"}, "set up")

    @initialize(first=st.sampled_from(RULES), points=st.sampled_from([0, 40]))
    def begin(self, first: str, points: int) -> None:
        self.shop.set.put(self.now, "earn", first)
        for reward in REWARDS:
            self.shop.set.put(self.now, "reward", reward)
        people = [self.shop.customers.add(self.now, who).id for who in REGULARS]
        self.shop.answers.note(self.now, people[0], "referral", "sent", "told", "", people[1])
        if points:
            give(self.shop, self.now, people, points, "paper card")

    @property
    def now(self) -> Moment:
        return at(self.days)

    def ledger(self) -> list[tuple[object, ...]]:
        return self.shop.conn.execute("SELECT * FROM movements ORDER BY id").fetchall()

    def balances(self) -> dict[int, int]:
        return self.shop.points.balances(self.now.day)

    def do(self, verb: Callable[..., object], *args: object) -> object:
        """What was refused has written nothing; what wasn't has only added to the ledger, and is one act at most."""
        before, ledger, count = rows(self.shop), self.ledger(), acts(self.shop)
        try:
            done = verb(self.now, *args)
        except Refused:
            assert (rows(self.shop), self.ledger(), acts(self.shop)) == (before, ledger, count)
            return None
        assert self.ledger()[: len(ledger)] == ledger
        assert acts(self.shop) <= count + 1
        return done

    def give_and_take(self, verb: Callable[..., object], *args: object) -> object:
        """A verb that takes nothing back: nobody gets below zero by it."""
        before = self.balances()
        done = self.do(verb, *args)
        for who, points in self.balances().items():
            assert points >= min(0, before.get(who, 0))
        return done

    def one(self, table: str, pick: int, where: str = "1") -> int:
        """The number of one of those there are, the newest first; 99, which there is not, where there are none."""
        ids = [row[0] for row in self.shop.conn.execute(f"SELECT id FROM {table} WHERE {where} ORDER BY id DESC")]
        return ids[pick % len(ids)] if ids else 99

    def given(self, kind: int, chosen: int | None) -> Given:
        """Nothing, a reward, or a voucher."""
        if kind < 2:
            return Given()
        if kind == 7:
            return Given(voucher=self.one("vouchers", chosen or 0))
        return Given(self.one("rewards", kind - 2), chosen)

    @rule(pick=PICK, amount=AMOUNTS | st.none(), kind=PICK, chosen=CHOSEN)
    def visit(self, pick: int, amount: int | None, kind: int, chosen: int | None) -> None:
        who = self.one("customers", pick)
        before = self.shop.points.balance(who, self.now.day)
        done = self.give_and_take(self.shop.receipts.log, who, amount, self.given(kind, chosen))
        assert done is None or done.balance == before + done.earned - done.spent
        assert done is None or done.spent <= max(0, before)

    @rule(pick=PICK, kind=st.integers(2, 7), chosen=CHOSEN)
    def redeem(self, pick: int, kind: int, chosen: int | None) -> None:
        who = self.one("customers", pick)
        before = self.shop.points.balance(who, self.now.day)
        done = self.give_and_take(self.shop.receipts.redeem, who, self.given(kind, chosen))
        assert done is None or 0 <= done.balance == before - done.spent

    @rule(pick=PICK, amount=AMOUNTS, whole=st.booleans(), of=PICK | st.none())
    def refund(self, pick: int, amount: int, whole: bool, of: int | None) -> None:
        who, sale = self.one("customers", pick), None
        if of is not None:
            sale = self.one("receipts", of, "kind = 'sale' AND customer_id IS NOT NULL")
            row = self.shop.conn.execute("SELECT customer_id, amount FROM receipts WHERE id = ?", (sale,)).fetchone()
            who, amount = (row[0], row[1] or amount) if row and whole else (row[0] if row else who, amount)
        before = self.shop.points.balance(who, self.now.day)
        done = self.do(self.shop.receipts.refund, who, amount, sale)
        assert done is None or done.balance == before + done.earned

    @rule(pick=PICK, points=st.sampled_from([1, 40, -1, -30, 0]), why=st.sampled_from(["paper card", ""]))
    def by_hand(self, pick: int, points: int, why: str) -> None:
        people = [self.one("customers", pick), self.one("customers", pick + 1)]
        self.give_and_take(lambda now: give(self.shop, now, people, points, why))

    @rule(pick=PICK, days=st.integers(1, 9))
    def give_voucher(self, pick: int, days: int) -> None:
        self.do(self.shop.vouchers.give, [self.one("customers", pick)], Offer("percent", 10, days), "Come back")

    @rule(pick=PICK, how=st.sampled_from(["move", "change", "change", "delete"]), to=PICK, amount=AMOUNTS)
    def put_right(self, pick: int, how: str, to: int, amount: int) -> None:
        more = {"move": [self.one("customers", to)], "change": [amount]}.get(how, [])
        self.do(getattr(self.shop.receipts, how), self.one("receipts", pick), *more)

    @rule(made=MADE, voided=st.integers(0, 12), ago=st.integers(0, 9))
    def bring_in(self, made: list[tuple[int, int, object, tuple[Line, ...]]], voided: int, ago: int) -> None:
        records: list[Record] = [
            sold(str(ref), amount, who, ref - ago, lines=goods, tax=amount // 6) for ref, amount, who, goods in made
        ]
        if voided not in {ref for ref, *_ in made}:
            records.append(Ignored(1, "void", str(voided)))
        self.do(self.shop.imports.take_in, "may.csv", Till(records))

    @rule(pick=PICK, one=st.booleans())
    def say_whether_it_is_one_sale(self, pick: int, one: bool) -> None:
        self.do(self.shop.questions.answer_sale, self.one("questions", pick), one)

    @rule(pick=PICK, name=st.sampled_from(["Mary", "Ann"]), birthday=BIRTHDAYS)
    def edit(self, pick: int, name: str, birthday: str) -> None:
        self.do(self.shop.customers.change, Customer(self.one("customers", pick), name, birthday=birthday))

    @rule(pick=PICK, other=PICK)
    def merge(self, pick: int, other: int) -> None:
        self.do(self.shop.customers.merge, self.one("customers", pick), self.one("customers", other))

    @rule(pick=PICK, joins=st.booleans())
    def join_or_leave(self, pick: int, joins: bool) -> None:
        who = self.one("customers", pick)
        if joins:
            self.give_and_take(self.shop.members.join, [who])
        else:
            self.do(self.shop.members.leave, who)

    @rule(pick=PICK, about=PICK)
    def say_who_sent_whom(self, pick: int, about: int) -> None:
        who, other = self.one("customers", pick), self.one("customers", about)
        self.do(self.shop.answers.note, who, "referral", "sent", "told", "", other)

    @rule(change=st.sampled_from(CHANGES))
    def change_the_programme(self, change: tuple[str, str]) -> None:
        self.do(self.shop.set.put, *change)

    @rule(days=WAITS, is_right=st.booleans())
    def clock(self, days: int, is_right: bool) -> None:
        self.days += days
        if is_right:
            self.do(self.shop.set.change, {"clock": iso(self.now.day)})

    @rule(pick=PICK)
    def undo(self, pick: int) -> None:
        self.do(self.shop.undo, self.one("acts", pick, "undoes IS NULL AND id > 12"))

    @invariant()
    def every_balance_is_what_is_left_in_the_lots_less_debts_and_what_has_lapsed(self) -> None:
        conn = self.shop.conn
        roots = dict(conn.execute("SELECT id, coalesce(root, id) FROM customers"))
        theirs = defaultdict[int, list[Row]](list)
        for row in conn.execute("SELECT customer_id, id, points, lot, expires FROM movements").fetchall():
            theirs[roots.get(row[0], row[0])].append(row)
        ledger, changes = self.ledger(), conn.total_changes
        for day in (self.now.day - 7, self.now.day, self.now.day + 4):
            balances = self.shop.points.balances(day)
            for who in roots.values():
                left, debt, lapsed = standing(theirs[who], day)
                assert sum(row[2] for row in theirs[who]) == left - debt
                assert self.shop.points.balance(who, day) == balances.get(who, 0) == left - debt - lapsed
                self.shop.points.lapsing_next(who, day)
        assert (self.ledger(), conn.total_changes) == (ledger, changes)  # reading writes nothing

    @invariant()
    def the_file_is_proved(self) -> None:
        assert backup.faults(self.shop.conn) == []

    @invariant()
    def only_what_is_taken_back_makes_a_debt_and_nothing_lapses_before_its_day(self) -> None:
        assert self.shop.conn.execute(OVERDRAWN).fetchall() == []
        assert self.shop.conn.execute(TOO_EARLY).fetchall() == []

    @invariant()
    def no_bonus_is_given_twice(self) -> None:
        assert self.shop.conn.execute(TWICE).fetchall() == []
        given = defaultdict[int, list[int]](list)
        for who, day in self.shop.conn.execute(BIRTHDAYS_GIVEN).fetchall():
            given[who].append(day)
        for days in given.values():
            assert all(later - day > 335 for day, later in zip(sorted(days), sorted(days)[1:], strict=False))

    def teardown(self) -> None:
        self.shop.close()
        self.folder.cleanup()


TestPointsAlwaysAddUp = Points.TestCase
TestPointsAlwaysAddUp.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, report_multiple_bugs=False
)
