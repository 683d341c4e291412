"""`loyaltui check` proves every balance, and says what is wrong where somebody has got at the file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from click.testing import CliRunner

from loyaltui.cli import main
from loyaltui.core.reward import Given, Offer
from loyaltui.store import Shop, backup
from loyaltui.store.proof import GUARDS, added_up
from tests.conftest import BEGAN, NOW, at, person

INSERT = "INSERT INTO movements(act, customer_id, receipt_id, day, kind, points, crumbs, paid, lot, reverses, rule_id) "
CORRUPTIONS = {
    "a rule doesn't make these points": "UPDATE movements SET points = points + 5 WHERE kind = 'earn'",
    "points were given for another amount": "UPDATE movements SET paid = paid + 100, points = points + 1 WHERE id = 1",
    "a movement is missing": "DELETE FROM movements WHERE kind = 'redeem'",
    "a movement names a lot of somebody else": "UPDATE movements SET customer_id = 2 WHERE kind = 'redeem'",
    "lots less their debts": "UPDATE movements SET customer_id = 2 WHERE kind = 'redeem'",
    "a reversal is not of its lot": "UPDATE movements SET lot = 1 WHERE kind = 'reverse'",
    "more was taken back than was booked": "UPDATE movements SET points = points - 90 WHERE kind = 'reverse'",
    "more was spent or lapsed of a lot": "UPDATE movements SET points = points - 90 WHERE kind = 'redeem'",
    "lapsed before their last day": (
        f"{INSERT} SELECT act, 1, NULL, day, 'expire', -1, 0, 0, id, NULL, NULL FROM movements WHERE id = 1"
    ),
    "points are held by nobody": "UPDATE movements SET customer_id = 77 WHERE customer_id = 1",
    "a receipt earned twice": (
        f"{INSERT} SELECT act, 1, receipt_id, day, 'earn', points, crumbs, paid, NULL, NULL, rule_id FROM movements "
        "WHERE kind = 'earn' LIMIT 1"
    ),
    "a bonus was given twice": (
        "INSERT INTO movements(act, customer_id, day, kind, points, reason) SELECT act, 1, day, 'bonus', 9, 'welcome' "
        "FROM movements WHERE id < 3"
    ),
    "a voucher was used that wasn't good": "UPDATE voucher_uses SET day = day + 90",
    "the ledger's guard movements_no_update is missing": (
        "CREATE TRIGGER movements_no_update BEFORE UPDATE ON movements BEGIN SELECT 1; END"
    ),
}


@pytest.fixture
def spent(shop: Shop, mary: int) -> Shop:
    """Mary has earned, spent, used a voucher and had a part given back; Bob has earned."""
    shop.receipts.log(NOW, mary, 12_000)
    sale = shop.receipts.log(NOW, mary, 1500)
    shop.receipts.redeem(NOW, mary, Given(shop.programme.rewards()[0].id))
    shop.receipts.refund(NOW, mary, 500, sale.receipt_id)
    (voucher,) = shop.vouchers.give(NOW, [mary], Offer("percent", 10, 9), "Come back")
    shop.receipts.redeem(at(1), mary, Given(voucher=voucher.id))
    shop.receipts.log(NOW, person(shop, "Bob"), 300)
    return shop


@contextmanager
def unguarded(shop: Shop) -> Iterator[sqlite3.Connection]:
    """The file as somebody opens it who takes the ledger's guards away, and puts them back afterwards."""
    shop.conn.execute("PRAGMA journal_mode = delete")
    with closing(sqlite3.connect(shop.path)) as conn:
        guards = conn.execute(
            f"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name IN {GUARDS}"
        ).fetchall()
        for name, _ in guards:
            conn.execute(f"DROP TRIGGER {name}")
        yield conn
        for _name, sql in guards:
            conn.execute(sql.replace("CREATE TRIGGER", "CREATE TRIGGER IF NOT EXISTS"))
        conn.commit()


def test_a_shop_where_all_is_well_is_proved_in_figures(spent: Shop) -> None:
    assert backup.faults(spent.conn) == []
    assert added_up(spent, NOW.day)[1:] == (33, 0, 33, 0)
    spent.close()
    said = CliRunner().invoke(main, ["--shop", str(spent.path), "--today", "2026-05-05", "check"])
    assert said.exit_code == 0
    assert "2 customers, 5 movements; 33 points left in the lots − 0 open debt = 33 in all balances." in said.output


def test_what_is_owed_and_what_has_lapsed_is_said_with_it(shop: Shop, mary: int) -> None:
    shop.set.put(BEGAN, "earn", "amount 1; lasts 90")
    sale = shop.receipts.log(NOW, mary, 10_000)
    shop.receipts.redeem(NOW, mary, Given(shop.programme.rewards()[0].id))
    shop.receipts.refund(NOW, mary, 4000, sale.receipt_id)
    shop.receipts.log(NOW, person(shop, "Bob"), 700)
    assert added_up(shop, NOW.day) == (4, 7, 40, -33, 0)
    assert added_up(shop, at(91).day).lapsed == 7


@pytest.mark.parametrize("fault", CORRUPTIONS)
def test_every_way_of_getting_at_the_points_is_noticed_and_named(spent: Shop, fault: str) -> None:
    with unguarded(spent) as conn:
        conn.execute(CORRUPTIONS[fault])
    assert any(fault in found for found in backup.faults(spent.conn)), backup.faults(spent.conn)
    spent.close()
    said = CliRunner().invoke(main, ["--shop", str(spent.path), "check"])
    assert said.exit_code == 1
    assert fault in said.stderr


@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_that_was_taken_away_is_missed(spent: Shop, guard: str) -> None:
    spent.conn.execute(f"DROP TRIGGER {guard}")
    assert backup.faults(spent.conn) == [f"the ledger's guard {guard} is missing"]
