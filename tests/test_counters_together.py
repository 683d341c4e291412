"""Two counters and one file: everything is counted once, points can't be spent twice, nobody sees an error."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from queue import Empty

import pytest

from loyaltui.core.customer import Customer
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Given, Offer
from loyaltui.store import Shop, backup
from loyaltui.store.booking import Booker
from tests.conftest import ANNA, BEN, NOW, Till, acts, at, person, sold

VISITS, ROUNDS, SALES = 200, 200, 20_000
TOGETHER = get_context("spawn")


def together(path: Path, *workers: Callable[..., object]) -> list[object]:
    """Let each worker have the shop in a process of its own, all at once; what they give back, in their order."""
    gate, said = TOGETHER.Barrier(len(workers)), TOGETHER.Queue()
    counters = [
        TOGETHER.Process(target=counter, args=(path, number, worker, gate, said))
        for number, worker in enumerate(workers)
    ]
    for process in counters:
        process.start()
    try:
        results = dict(said.get(timeout=120) for _ in workers)
    except Empty:
        results = {}
    finally:
        for process in counters:
            process.join(5)
            process.kill()
    return [results.get(number, "never came back") for number in range(len(workers))]


def counter(path: Path, number: int, worker: Callable[..., object], gate: object, said: object) -> None:
    try:
        with Shop(path, till=f"counter {number}", wait=30) as shop:
            gate.wait()
            said.put((number, worker(shop, gate)))
    except BaseException as error:
        gate.abort()  # the others needn't wait
        said.put((number, repr(error)))
        raise


def log_visits(shop: Shop, _: object) -> int:
    for n in range(VISITS):
        shop.receipts.log(NOW, 1 + n % 3, 150)
    return VISITS


def redeem_the_last(shop: Shop, gate: object) -> list[bool]:
    return [wins(shop, gate, Given(1), "not_enough_points") for _n in range(ROUNDS)]


def use_the_voucher(shop: Shop, gate: object) -> list[bool]:
    return [wins(shop, gate, Given(voucher=number), "voucher_used") for number in range(1, ROUNDS + 1)]


def wins(shop: Shop, gate: object, given: Given, else_refused: str) -> bool:
    """Whether this counter was the one that could give it; refused for another reason counts as won, to be noticed."""
    if shop.till == "counter 0" and given.reward:
        shop.receipts.log(NOW, 1, 10_000)
    gate.wait()
    try:
        shop.receipts.redeem(at(1), 1, given)
    except Refused as refused:
        return refused.code != else_refused
    finally:
        gate.wait()
    return True


def log_and_undo(shop: Shop, _: object) -> int:
    return sum(shop.receipts.log(NOW, 1, 150).act == shop.undo(NOW).undid for _n in range(50))


def bring_in(shop: Shop, _: object) -> int:
    sales = [sold(str(n), 250, (ANNA, BEN, None)[n % 3], n % 28) for n in range(SALES)]
    return shop.imports.take_in(NOW, "may.csv", Till(sales)).visits


def search_and_log(shop: Shop, _: object) -> int:
    for _n in range(VISITS):
        assert shop.customers.search("mary").total == 1
        shop.receipts.log(NOW, 1, 150)
    return VISITS


def test_two_counters_logging_visits_of_the_same_people_count_every_one(shop: Shop) -> None:
    people = [person(shop, name) for name in ("Mary", "Bob", "Cy")]
    assert together(shop.path, log_visits, log_visits) == [VISITS, VISITS]
    visits = dict(shop.conn.execute("SELECT customer_id, count(*) FROM receipts GROUP BY customer_id"))
    assert visits == {people[0]: 134, people[1]: 134, people[2]: 132}
    assert shop.points.balances(NOW.day) == {who: count * 150 // 100 for who, count in visits.items()}
    assert backup.faults(shop.conn) == []


def test_the_last_points_of_somebody_can_be_spent_at_one_counter_only(shop: Shop, mary: int) -> None:  # 18
    first, second = together(shop.path, redeem_the_last, redeem_the_last)
    assert [a + b for a, b in zip(first, second, strict=True)] == [1] * ROUNDS
    assert shop.points.balance(mary, NOW.day) == 0
    assert backup.faults(shop.conn) == []


def test_a_voucher_can_be_used_at_one_counter_only(shop: Shop, mary: int) -> None:  # 18
    shop.vouchers.give(NOW, [mary] * ROUNDS, Offer("percent", 10, 14), "Come back")
    first, second = together(shop.path, use_the_voucher, use_the_voucher)
    assert [a + b for a, b in zip(first, second, strict=True)] == [1] * ROUNDS
    assert shop.vouchers.of(mary, NOW.day) == []
    assert backup.faults(shop.conn) == []


def test_each_counter_takes_back_its_own_while_the_other_does_the_same(shop: Shop, mary: int) -> None:
    assert together(shop.path, log_and_undo, log_and_undo) == [50, 50]
    assert shop.points.balance(mary, NOW.day) == 0
    assert shop.receipts.of_day(NOW.day) == []


def test_a_large_import_leaves_the_other_counter_working(shop: Shop, mary: int) -> None:
    assert together(shop.path, bring_in, search_and_log) == [SALES - SALES // 3, VISITS]
    assert shop.points.balance(mary, NOW.day) == VISITS * 150 // 100
    assert shop.conn.execute("SELECT count(*) FROM receipts").fetchone() == (SALES + VISITS,)
    assert backup.faults(shop.conn) == []


def test_while_an_import_is_being_written_everybody_can_still_be_found(
    shop: Shop, mary: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []

    def book(booker: Booker, *args: object) -> int:
        with Shop(shop.path, wait=0.1) as other:  # the rows are there and not saved yet
            found.append(other.customers.search("mary").people[0].id)
        return booked(booker, *args)

    booked = Booker.book
    monkeypatch.setattr(Booker, "book", book)
    bring_in(shop, None)
    assert found == [mary]


@pytest.mark.parametrize("verb", ["log", "refund", "redeem", "add", "change"])
def test_what_was_saved_is_never_said_to_have_failed(shop: Shop, mary: int, verb: str) -> None:
    shop.receipts.log(NOW, mary, 10_000)
    done = acts(shop)
    verbs = {
        "log": lambda: shop.receipts.log(NOW, mary, 420),
        "refund": lambda: shop.receipts.refund(NOW, mary, 420),
        "redeem": lambda: shop.receipts.redeem(NOW, mary, Given(1)),
        "add": lambda: shop.customers.add(NOW, Customer(0, "Bob")),
        "change": lambda: shop.customers.change(NOW, Customer(mary, "Mary Ng")),
    }
    saved = []

    def next_in_line(statement: str) -> None:
        if saved and not other.in_transaction:
            other.execute("BEGIN EXCLUSIVE")  # another counter saves right after this one did
        saved.extend([True] if statement == "COMMIT" else [])

    with closing(sqlite3.connect(shop.path, isolation_level=None)) as other:
        shop.conn.set_trace_callback(next_in_line)
        assert verbs[verb]()
        shop.conn.set_trace_callback(None)
    assert acts(shop) == done + 1
