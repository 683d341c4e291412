"""A shop's file made by an earlier version: it opens, keeps everything, and can do what is new."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from loyaltui.core.customer import Customer
from loyaltui.store import Shop, backup, complaints, contacts, templates
from loyaltui.store.acts import guarded
from loyaltui.store.shop import VERSION
from tests.conftest import NOW, acts, at, rows

DATA = Path(__file__).parent / "data"
OLD = sorted(DATA.glob("shop-version-*.db"))


def kept(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a file, by table, whatever its version."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as conn:
        tables = [name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: sorted(conn.execute(f"SELECT * FROM {name}"), key=repr) for name in tables if "migrations" not in name
        }


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    """A copy of a file that an earlier version made: three people, Mary's visits, points, a till's file, two rules."""
    shutil.copyfile(request.param, path)
    return path


def test_there_is_a_file_of_the_version_before() -> None:
    versions = []
    for file in OLD:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as conn:
            versions.append(conn.execute("PRAGMA user_version").fetchone()[0])
    assert versions == [VERSION - 1]


def test_nothing_is_lost_when_a_file_is_brought_up_to_date(old: Path) -> None:
    before = kept(old)
    with Shop(old) as shop:
        assert shop.conn.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert backup.faults(shop.conn) == []
        balances = shop.points.balances(NOW.day)
        rules = shop.programme.rules()
    now = kept(old)
    for table, was in before.items():
        if table == "rules":
            assert [(rule.id, rule.from_day, rule.per, rule.size) for rule in rules] == [
                (number, day, per, size) for number, _act, day, per, size in was
            ]
            continue
        if table == "movements":  # what a visit was paid has a column of its own now, and isn't kept as crumbs
            visits = {rule.id for rule in rules if rule.per == "visit"}
            was = [(*row[:7], 0, *row[8:]) if row[10] in visits else row for row in was]
        assert [row[: len(was[0])] for row in now[table]] == was if was else now[table] == []
    assert sorted(balances.values()) == [3, 10, 117]  # Bob's visit, Anna's sale, and Mary's with her other card's


def test_a_refund_in_an_old_file_takes_back_what_the_visit_brought(old: Path) -> None:
    with Shop(old) as shop:
        bob = shop.customers.meant("Bob Ng").id
        shop.receipts.refund(at(1), bob, 450)
        assert shop.points.balance(bob, NOW.day) == 0


def test_a_file_that_was_brought_up_to_date_is_built_like_a_new_one(old: Path, tmp_path: Path) -> None:
    built = "SELECT type, name, tbl_name FROM sqlite_schema ORDER BY type, name"
    columns = "SELECT m.name, c.name, c.type FROM sqlite_schema m, pragma_table_info(m.name) c ORDER BY m.name, c.cid"
    with Shop(old) as migrated, Shop(tmp_path / "new.db", create=True) as new:
        for query in (built, columns):
            assert migrated.conn.execute(query).fetchall() == new.conn.execute(query).fetchall()
        assert {"promises", "apologies", "templates", "contact_lists", "contacts", "outcomes"} <= {
            *guarded(migrated.conn)
        }


def test_what_was_done_before_can_still_be_undone(old: Path) -> None:
    with Shop(old, till="counter 1") as shop:
        for _ in range(4):
            shop.undo(NOW)
        assert backup.faults(shop.conn) == []


def test_what_is_new_can_be_done_in_an_old_file_and_undone(old: Path) -> None:
    with Shop(old, till="counter 1") as shop:
        before, count = rows(shop), acts(shop)
        mary = shop.customers.meant("Mary Smith").id
        shop.promises.give(NOW, mary, "oat milk", NOW.day)
        shop.outcomes.note(NOW, mary, "done")
        templates.put(shop, NOW, "slipping", "pl", "Dzień dobry {name}!")
        shop.customers.change(NOW, replace(shop.customers.get(mary), language="pl"))
        shop.answers.note(NOW, mary, "complaint", "open", "told", "cold soup")
        (complaint,) = complaints.book(shop, NOW.day)
        complaints.apologise(shop, NOW, complaint.id)
        assert [one.contact.reason for one in contacts.today(shop, at(1))] == ["promise"]
        for act in range(acts(shop), count, -1):
            shop.undo(at(1), act)
        assert rows(shop) == before


def test_a_customer_of_an_old_file_can_be_changed_and_put_back(old: Path) -> None:
    with Shop(old, till="counter 1") as shop:
        before = rows(shop)
        shop.customers.change(NOW, Customer(1, "Mary Ng"))
        assert rows(shop) != before
        shop.undo(NOW)
        assert rows(shop) == before
