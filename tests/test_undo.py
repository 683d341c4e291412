"""Whatever was done in a shop can be taken back, and then the shop is as it was."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from loyaltui.core.customer import Customer
from loyaltui.core.evidence import Source
from loyaltui.core.question import Reply
from loyaltui.core.receipt import Who
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Given
from loyaltui.core.saying import SAYABLE
from loyaltui.core.stress import Kind
from loyaltui.store import Shop, backup, complaints, contacts, schema, templates, wishes
from loyaltui.store.acts import guard, guarded
from loyaltui.store.connection import immediately
from loyaltui.store.outcomes import Kind as Outcome
from loyaltui.store.shop import VERSION
from tests.conftest import ANNA, BEN, NOW, Till, acts, at, person, refused_naming, rows, sold

PICK = st.integers(0, 7)  # which of those there are
AMOUNTS = st.sampled_from([30, 20, 250, 1000, 12_000])
NAMES = st.sampled_from(["Mary", "Bob", "Łukasz Żak"])
CARDS = st.sampled_from(["", "4471", "0093"])
SETTINGS = st.sampled_from(
    [{"name": "Corner"}, {"contacts": "9"}, {"history_points": "yes"}, {"history_points": "no", "country": "IE"}]
)
PROGRAMME = st.sampled_from(
    [
        ("earn", "amount 0.50"),
        ("earn", "amount 1"),
        ("earn", "visit 2"),
        ("reward", "2 Coffee 1.20"),
        ("reward", "5 Coffee 3"),
        ("reward", "1 Tea 0.50"),
        ("withdraw", "Coffee"),
    ]
)
REPLIES = st.sampled_from([*SAYABLE.values(), Reply("mood", "good")])
SOURCES = st.sampled_from(["told", "guess", "rumour"])
PEOPLE = (
    *(ANNA, BEN, Who(card="4471", name="Mary"), Who(name="Bob"), None),
    *(Who(card="0093", name="Bob"), Who(email=ANNA.email, phone=BEN.phone), Who("7", card="4471"), Who(name="Ben Ng")),
)
RECEIPTS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from([30, 250, 1000, -250, -1000]), st.sampled_from(PEOPLE)),
    max_size=6,
    unique_by=lambda made: made[0],
)
MOST_EARNED = """
SELECT m.customer_id FROM movements m JOIN rules u ON u.id = m.rule_id AND json_extract(u.spec, '$.per') = 'amount'
WHERE m.kind <> 'redeem' AND m.reward_id IS NULL GROUP BY m.customer_id
HAVING sum(m.points * json_extract(u.spec, '$.size') + m.crumbs) > (SELECT coalesce(sum(amount), 0) FROM receipts r
    WHERE r.customer_id = m.customer_id AND r.kind = 'sale')
"""


class EveryVerb(RuleBasedStateMachine):
    """A shop in which anything may happen in any order, and be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.shop = Shop(Path(self.folder.name) / "shop.db", create=True, till="counter 1")
        self.days = 0
        self.empty = rows(self.shop)
        self.done: list[tuple[int, object]] = []  # acts that stand, and what was before each (None: no longer known)

    def state(self) -> object:
        return rows(self.shop), {who: points for who, points in self.shop.points.balances(NOW.day).items() if points}

    def do(self, verb: Callable[..., object], *args: object) -> None:
        """What was refused has written nothing; what wasn't is one act."""
        before, count = self.state(), acts(self.shop)
        try:
            verb(at(self.days), *args)
        except Refused:
            assert (self.state(), acts(self.shop)) == (before, count)
        else:
            assert acts(self.shop) <= count + 1
            if acts(self.shop) > count:
                self.done.append((count + 1, before))

    def one(self, table: str, pick: int) -> int:
        """The number of one of those there are; 99, which there is not, where there are none."""
        ids = [row[0] for row in self.shop.conn.execute(f"SELECT id FROM {table} ORDER BY id")]
        return ids[pick % len(ids)] if ids else 99

    @rule(values=SETTINGS)
    def set(self, values: dict[str, str]) -> None:
        self.do(self.shop.set.change, values)

    @rule(what=PROGRAMME)
    def put(self, what: tuple[str, str]) -> None:
        self.do(self.shop.set.put, *what)

    @rule()
    def begin_programme(self) -> None:
        self.do(self.shop.programme.begin, "Cake")

    @rule(name=NAMES, card=CARDS)
    def add(self, name: str, card: str) -> None:
        self.do(self.shop.customers.add, Customer(0, name, card=card))

    @rule(pick=PICK, name=NAMES, card=CARDS)
    def edit(self, pick: int, name: str, card: str) -> None:
        self.do(self.shop.customers.change, Customer(self.one("customers", pick), name, card=card))

    @rule(pick=PICK, allowed=st.booleans())
    def allow(self, pick: int, allowed: bool) -> None:
        self.do(self.shop.customers.allow, self.one("customers", pick), "email", allowed, "said so")

    @rule(pick=PICK, other=PICK)
    def merge(self, pick: int, other: int) -> None:
        self.do(self.shop.customers.merge, self.one("customers", pick), self.one("customers", other))

    @rule(pick=PICK)
    def note(self, pick: int) -> None:
        self.do(self.shop.notes.write, self.one("customers", pick), "promised: oat milk")

    @rule(pick=PICK, amount=AMOUNTS | st.none(), reward=PICK, gives=st.booleans())
    def visit(self, pick: int, amount: int | None, reward: int, gives: bool) -> None:
        given = Given(self.one("rewards", reward)) if gives else Given()
        self.do(self.shop.receipts.log, self.one("customers", pick), amount, given)

    @rule(pick=PICK, amount=AMOUNTS)
    def refund(self, pick: int, amount: int) -> None:
        self.do(self.shop.receipts.refund, self.one("customers", pick), amount)

    @rule(pick=PICK, reward=PICK)
    def redeem(self, pick: int, reward: int) -> None:
        self.do(self.shop.receipts.redeem, self.one("customers", pick), Given(self.one("rewards", reward)))

    @rule(pick=PICK, to=PICK)
    def move(self, pick: int, to: int) -> None:
        self.do(self.shop.receipts.move, self.one("receipts", pick), self.one("customers", to))

    @rule(pick=PICK, amount=AMOUNTS)
    def change(self, pick: int, amount: int) -> None:
        self.do(self.shop.receipts.change, self.one("receipts", pick), amount)

    @rule(pick=PICK)
    def delete(self, pick: int) -> None:
        self.do(self.shop.receipts.delete, self.one("receipts", pick))

    @rule(made=RECEIPTS)
    def bring_in(self, made: list[tuple[int, int, Who | None]]) -> None:
        receipts = [sold(str(ref), amount, who, ref - 5, staff="Ana") for ref, amount, who in made]
        self.do(self.shop.imports.take_in, "may.csv", Till(receipts))

    @rule(pick=PICK, reply=REPLIES, source=SOURCES, about=PICK)
    def answer(self, pick: int, reply: Reply, source: Source, about: int) -> None:
        meant = self.one("customers" if reply.family == "referral" else "staff", about)
        self.do(self.shop.answers.note, self.one("customers", pick), *reply, source, "", meant)

    @rule(pick=PICK, reply=REPLIES, source=SOURCES)
    def correct(self, pick: int, reply: Reply, source: Source) -> None:
        self.do(self.shop.answers.correct, self.one("answers", pick), reply.value, source)

    @rule(pick=PICK)
    def withdraw_answer(self, pick: int) -> None:
        self.do(self.shop.answers.withdraw, self.one("answers", pick))

    @rule(ago=st.integers(-1, 9), kind=st.sampled_from(["prices_up", "colleague_left", "other", "flood"]))
    def event(self, ago: int, kind: Kind) -> None:
        self.do(self.shop.events.log, at(self.days - ago).day, kind, "as it was")

    @rule(pick=PICK)
    def withdraw_event(self, pick: int) -> None:
        self.do(self.shop.events.withdraw, self.one("events", pick))

    @rule(pick=PICK, days=st.integers(-1, 9), kind=st.sampled_from(["promise", "date"]))
    def promise(self, pick: int, days: int, kind: Kind) -> None:
        self.do(self.shop.promises.give, self.one("customers", pick), "oat milk", at(self.days + days).day, kind)

    @rule(pick=PICK)
    def keep(self, pick: int) -> None:
        self.do(self.shop.promises.keep, self.one("promises", pick))

    @rule(pick=PICK)
    def apologise(self, pick: int) -> None:
        self.do(partial(complaints.apologise, self.shop), self.one("answers", pick))

    @rule(pick=PICK)
    def answer_wish(self, pick: int) -> None:
        self.do(partial(wishes.answer, self.shop), self.one("answers", pick), "rye bread since May")

    @rule(text=st.sampled_from(["Hello {name}", "Hello {nobody}", ""]), language=st.sampled_from(["", "pl", "polish"]))
    def template(self, text: str, language: str) -> None:
        self.do(partial(templates.put, self.shop), "birthday", language, text)

    @rule()
    def list_contacts(self) -> None:
        self.do(partial(contacts.today, self.shop))

    @rule(pick=PICK, kind=st.sampled_from(["done", "no_answer", "put_off", "never", "lost"]))
    def contacted(self, pick: int, kind: Outcome) -> None:
        listed = [one for one, _held in contacts.of_day(self.shop, at(self.days).day) or []]
        contact = listed[pick % len(listed)] if listed else None
        who = contact.customer_id if contact else self.one("customers", pick)
        self.do(self.shop.outcomes.note, who, kind, contact)

    @rule()
    def next_day(self) -> None:
        self.days += 1

    @rule()
    def restart(self) -> None:
        self.shop.close()
        self.shop = Shop(self.shop.path, till="counter 1")

    @precondition(lambda self: self.done)
    @rule(restarted=st.booleans())
    def undo_the_last(self, restarted: bool) -> None:
        act, before = self.done.pop()
        if restarted:
            self.restart()
        verb = self.shop.conn.execute("SELECT verb FROM acts WHERE id = ?", (act,)).fetchone()[0]
        by_number = act if verb in ("programme", "contact list") else None  # one key too many doesn't take these back
        assert self.shop.undo(at(self.days), by_number).undid == act
        assert before is None or self.state() == before

    @precondition(lambda self: self.done)
    @rule(pick=PICK)
    def undo_any(self, pick: int) -> None:
        index = pick % len(self.done)
        act, before = self.done[index][0], self.state()
        try:
            self.shop.undo(at(self.days), act)
        except Refused as refused:
            assert refused.code == "later_act"
            assert refused.data["later"] in [later for later, _ in self.done[index + 1 :]]
            assert self.state() == before
        else:
            self.done[index:] = [(later, None) for later, _ in self.done[index + 1 :]]

    @invariant()
    def the_ledger_holds(self) -> None:
        assert backup.faults(self.shop.conn) == []
        for who, points in self.shop.points.balances(NOW.day).items():
            assert points == sum(lot.left for lot in self.shop.points.lots(who))

    @invariant()
    def nobody_has_earned_more_than_their_sales(self) -> None:
        assert self.shop.conn.execute(MOST_EARNED).fetchall() == []

    def teardown(self) -> None:
        while self.done:
            self.undo_the_last(restarted=False)
        assert self.state() == (self.empty, {})
        self.shop.close()
        self.folder.cleanup()


TestEveryVerbCanBeTakenBack = EveryVerb.TestCase
TestEveryVerbCanBeTakenBack.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, report_multiple_bugs=False
)


def test_an_import_is_undone_whole(shop: Shop) -> None:
    before = rows(shop)
    lines = ((f"{n}", 1000, ANNA if n % 2 else None, n) for n in range(6))
    shop.imports.take_in(at(9), "may.csv", Till([sold(*line, staff="Ola") for line in lines]))
    assert shop.undo(at(9)).verb == "import"
    assert rows(shop) == before
    assert not any(shop.points.balances(NOW.day).values())


def test_an_undone_import_can_come_again_and_earns_again_once(shop: Shop) -> None:
    sales = [sold("1", 1000, ANNA), sold("2", 500, ANNA, 1), sold("3", -500, ANNA, 2)]
    first = shop.imports.take_in(at(9), "may.csv", Till(sales))
    shop.undo(at(9))
    again = shop.imports.take_in(at(9), "may.csv", Till(sales))
    assert replace(again, act=first.act) == first
    assert [points for points in shop.points.balances(NOW.day).values() if points] == [10]


def test_undo_alone_takes_back_this_counters_last_act_and_not_anothers(shop: Shop, mary: int) -> None:
    mine = shop.receipts.log(NOW, mary, 1000)
    with Shop(shop.path, till="counter 2") as other:
        other.receipts.log(NOW, mary, 700)
        assert shop.undo(NOW).undid == mine.act
        assert other.points.balance(mary, NOW.day) == 7
        other.undo(NOW)
        with pytest.raises(Refused, match="nothing_to_undo"):
            other.undo(NOW)


def test_an_undo_cant_be_undone_nor_an_act_twice(shop: Shop, mary: int) -> None:
    visit = shop.receipts.log(NOW, mary, 1000)
    undo = shop.undo(NOW)
    for act, why in ((undo.act, "undo_of_undo"), (visit.act, "undone_already"), (999, "unknown_act")):
        with pytest.raises(Refused, match=why):
            shop.undo(NOW, act)


def test_a_customer_who_has_come_since_stays(shop: Shop, mary: int) -> None:
    added = acts(shop)
    refused_naming(shop, added, shop.receipts.log(NOW, mary, 1000).act)


@pytest.mark.parametrize("amount", [1000, None])
def test_a_customer_who_was_given_somebodys_visit_stays(shop: Shop, mary: int, amount: int | None) -> None:
    visit = shop.receipts.log(NOW, mary, amount)
    bob = person(shop, "Bob")
    added = acts(shop)
    refused_naming(shop, added, shop.receipts.move(NOW, visit.receipt_id, bob).act)


@pytest.mark.parametrize("amount", [1000, None])
@pytest.mark.parametrize("away", [False, True])
def test_a_customer_whose_visit_was_put_right_stays_until_that_is_undone(
    shop: Shop, mary: int, amount: int | None, away: bool
) -> None:
    bob = person(shop, "Bob")
    added = acts(shop)
    visit = shop.receipts.log(NOW, bob, amount)
    if away:
        shop.receipts.move(NOW, visit.receipt_id, mary)
    else:
        shop.receipts.delete(NOW, visit.receipt_id)
    refused_naming(shop, added, visit.act, acts(shop))
    for _ in range(3):
        shop.undo(NOW)
    assert shop.customers.search("").total == 1


def test_a_card_that_went_to_somebody_else_isnt_taken_from_them(shop: Shop) -> None:
    mary = person(shop, card="4471")
    shop.customers.change(NOW, Customer(mary, "Mary Smith", card="4472"))
    changed = acts(shop)
    person(shop, "Bob", card="4471")
    refused_naming(shop, changed, acts(shop))


def test_a_name_changed_since_isnt_undone_underneath(shop: Shop, mary: int) -> None:
    for name in ("Mary Ng", "Mary Ng-Smith"):
        shop.customers.change(NOW, Customer(mary, name))
    refused_naming(shop, acts(shop) - 1, acts(shop))
    shop.undo(NOW)
    shop.undo(NOW)
    assert shop.customers.get(mary).name == "Mary Smith"


def test_every_table_of_acts_keeps_what_was_also_after_a_migration(shop: Shop) -> None:
    def guards() -> set[tuple[str, str]]:
        return set(shop.conn.execute("SELECT tbl_name, name FROM sqlite_schema WHERE type = 'trigger'"))

    wanted = {(table, f"{table}_before_{event}") for table in guarded(shop.conn) for event in ("update", "delete")}
    assert len(wanted) >= 24
    assert wanted <= guards()
    for table, trigger in wanted:
        shop.conn.execute(f"DROP TRIGGER {trigger}")
        assert (table, trigger) not in guards()
    with immediately(shop.conn):
        schema.migrate(shop.conn, VERSION)
    assert wanted <= guards()
    before = rows(shop)
    shop.set.change(NOW, {"name": "Corner"})
    shop.set.change(NOW, {"name": "Café"})
    guard(shop.conn)
    shop.undo(NOW)
    shop.undo(NOW)
    assert rows(shop) == before


def test_one_undo_too_many_doesnt_take_back_how_the_shop_was_set_up(shop: Shop, mary: int) -> None:
    shop.undo(NOW)
    with pytest.raises(Refused, match="nothing_to_undo"):
        shop.undo(NOW)
    assert shop.programme.rules()
