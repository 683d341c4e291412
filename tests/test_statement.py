"""Prove this balance: every point in plain words, on the screen, by command and as CSV."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from loyaltui.cli import main
from loyaltui.core.customer import Customer
from loyaltui.core.receipt import Line
from loyaltui.core.reward import Given
from loyaltui.store import Shop, statement
from loyaltui.store.spending import give
from loyaltui.words import statement as words
from tests.apps import ENTER, furnish, opened, press, says
from tests.conftest import ANNA, BEGAN, NOW, Till, at, person, sold

TUESDAY = at(1)
Run = Callable[..., Result]


def said(shop: Shop, who: int, day: int = NOW.day) -> list[str]:
    """The statement's lines, blanks folded."""
    return [" ".join(line.split()) for line in words.lines(statement.of(shop, who, day), shop.settings, 200)]


def adds_up(shop: Shop, who: int, day: int = NOW.day) -> None:
    """The proof comes to the balance, and so do its rows."""
    proof = statement.of(shop, who, day)
    assert proof.balance == shop.points.balance(who, day) == proof.left - proof.debt
    assert sum(row.points for row in words.rows(proof, shop.settings)) == proof.balance


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("amount 1.00; 2x tue", "+24 1 pt for every €1.00 of €12.40, double on Tuesdays"),
        ("amount 1.00; 3x 2026-05-05 09:00-11:00", "triple on 5 May 2026 09:00–11:00"),
        ("amount 1.00; before tax", "1 pt for every €1.00 of €12.40, the tax taken off"),
        ("visit 2", "+2 2 pts for the visit"),
        ("amount 1.00", "+12 1 pt for every €1.00 of €12.40; 12 left"),
        ("amount 1.00; lasts 30", "12 left, to be spent until 4 June 2026"),
    ],
)
def test_each_earn_says_in_one_sentence_why(shop: Shop, mary: int, rule: str, sentence: str) -> None:
    shop.programme.put(BEGAN, "earn", rule)
    shop.receipts.log(TUESDAY, mary, 1240)
    assert sentence in said(shop, mary, TUESDAY.day)[0]
    adds_up(shop, mary, TUESDAY.day)


def test_cents_that_were_left_over_before_are_named_where_they_made_a_point(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(-1), mary, 460)
    shop.receipts.log(NOW, mary, 460)
    newest, oldest = said(shop, mary)
    assert "with what was left over before" in newest
    assert "left over" not in oldest


def test_what_was_bought_is_named_where_it_counted_double(shop: Shop) -> None:
    shop.programme.put(BEGAN, "earn", "amount 1.00; 2x Cake; 0x Tobacco")
    lines = (Line("Cake", "", 1000, 400), Line("Tea", "", 1000, 300))
    shop.imports.take_in(NOW, "may.csv", Till([sold("1", 700, ANNA, lines=lines)]))
    assert "+11 1 pt for every €1.00 of €7.00, double for Cake; 11 left" in said(shop, 1)[0]


def test_points_beside_a_sale_say_what_they_are_for(shop: Shop, mary: int) -> None:
    shop.programme.put(BEGAN, "earn", "amount 1.00; welcome 20; birthday 50; referral 30")
    bob = shop.customers.add(BEGAN, Customer(0, "Bob Ng", birthday="1990-05-01")).id
    shop.answers.note(BEGAN, mary, "referral", "sent", "told", "", bob)
    shop.receipts.log(NOW, bob, 300)
    give(shop, NOW, [mary], 40, "paper card")
    assert said(shop, mary) == [
        "4 May 2026 +40 given by hand: paper card; 40 left",
        "4 May 2026 +30 for sending Bob Ng, who has bought since; 30 left",
    ]
    bobs = "\n".join(said(shop, bob))
    assert "+50 for the birthday in 2026" in bobs
    assert "+20 welcome to the programme" in bobs


def test_what_became_of_a_lot_stands_below_it(shop: Shop, mary: int) -> None:
    sale = shop.receipts.log(at(-3), mary, 15_000)
    cake = Given(shop.programme.rewards()[0].id)
    given = shop.receipts.redeem(at(-2), mary, cake)
    shop.undo(at(-2), given.act)
    shop.receipts.redeem(at(-1), mary, cake)
    shop.receipts.refund(NOW, mary, 7500, sale.receipt_id)
    assert said(shop, mary) == [
        "1 May 2026 +150 1 pt for every €1.00 of €150.00",
        "2 May 2026 −100 spent on Free cake",
        "2 May 2026 +100 given back: Free cake (undone: reward given)",
        "3 May 2026 −100 spent on Free cake",
        "4 May 2026 −75 taken back (refund of €75.00)",
        "= 25 short: what comes next fills the hole",
    ]
    adds_up(shop, mary)
    proof = statement.of(shop, mary, NOW.day)
    assert (proof.left, proof.debt) == (0, 25)
    assert words.summary(proof, shop.settings)[0] == "-25 pts = 0 left in 1 lot − 25 of open debt"


def test_a_debt_is_taken_off_what_is_left(shop: Shop, mary: int) -> None:
    sale = shop.receipts.log(at(-3), mary, 10_000)
    shop.receipts.redeem(at(-2), mary, Given(shop.programme.rewards()[0].id))
    shop.receipts.refund(at(-1), mary, 4000, sale.receipt_id)
    shop.receipts.log(NOW, mary, 6000)
    proof = statement.of(shop, mary, NOW.day)
    assert words.summary(proof, shop.settings)[0] == "20 pts = 60 left in 2 lots − 40 of open debt"
    adds_up(shop, mary)


def test_what_has_lapsed_is_said_before_and_after_it_is_booked_and_what_lapses_next(shop: Shop, mary: int) -> None:
    shop.programme.put(BEGAN, "earn", "amount 1.00; lasts 10")
    shop.receipts.log(at(-11), mary, 3000)
    shop.receipts.log(at(-5), mary, 4000)
    before = said(shop, mary)
    assert before[-3:] == [
        "23 Apr 2026 +30 1 pt for every €1.00 of €30.00",
        "3 May 2026 −30 lapsed: not spent by then",
        "= 0 left",
    ]
    assert words.summary(statement.of(shop, mary, NOW.day), shop.settings) == [
        "40 pts = 40 left in 1 lot and no debt",
        "expires next: 40 on 9 May",
    ]
    adds_up(shop, mary)
    shop.receipts.log(NOW, mary, None)
    assert said(shop, mary) == before
    adds_up(shop, mary)


def test_a_deleted_and_a_moved_line_say_so(shop: Shop, mary: int) -> None:
    bob = person(shop, "Bob Ng")
    first, second = shop.receipts.log(at(-1), mary, 500), shop.receipts.log(NOW, mary, 700)
    shop.receipts.delete(NOW, first.receipt_id or 0)
    shop.receipts.move(NOW, second.receipt_id or 0, bob)
    lines = "\n".join(said(shop, mary))
    assert "−5 taken back (deleted line)" in lines
    assert "−7 taken back (moved line)" in lines
    adds_up(shop, mary)
    adds_up(shop, bob)


def test_two_people_who_are_one_have_one_statement(shop: Shop, mary: int) -> None:
    other = person(shop, "M. Smith")
    shop.receipts.log(NOW, mary, 500)
    shop.receipts.log(NOW, other, 700)
    shop.customers.merge(NOW, mary, other)
    assert len(said(shop, mary)) == 2
    adds_up(shop, mary)
    assert statement.of(shop, other, NOW.day) == statement.of(shop, mary, NOW.day)


def test_reading_a_statement_writes_nothing(shop: Shop, mary: int) -> None:
    shop.programme.put(BEGAN, "earn", "amount 1.00; lasts 10")
    shop.receipts.log(at(-20), mary, 3000)
    before = shop.conn.total_changes
    statement.of(shop, mary, NOW.day)
    assert shop.conn.total_changes == before


def test_the_csv_adds_up_and_no_spreadsheet_runs_what_stands_in_it(shop: Shop, mary: int) -> None:
    shop.receipts.log(NOW, mary, 1240)
    give(shop, NOW, [mary], 5, "=1+1")
    give(shop, NOW, [mary], -7, "mishap")
    rows = list(csv.reader(io.StringIO(words.as_csv(statement.of(shop, mary, NOW.day), shop.settings))))
    assert rows[0] == ["day", "lot", "points", "why", "to be spent until"]
    assert sum(int(row[2]) for row in rows[1:]) == 10 == shop.points.balance(mary, NOW.day)
    assert not any(value.startswith("=") for row in rows for value in row)


# By keyboard


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    return furnish(shop)


async def test_one_key_at_the_counter_proves_the_balance_and_esc_goes_back_to_the_same_person(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER, "e", ENTER)
        assert "160 pts = 160 left in 4 lots and no debt" in says(pilot, "#sum")
        assert "1 pt for every €1.00 of €40.00" in says(pilot, "#lots")
        await press(pilot, "escape", "4.20", ENTER)
        assert [line.name for line in cafe.receipts.of_day(NOW.day)] == ["Mary Smith"]


async def test_it_is_saved_twice_as_two_files_that_are_named(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER, "f8", "b", "s")
        assert "points-1-2026-05-04.csv" in says(pilot).replace("\n", "")
        first = cafe.path.parent / "points-1-2026-05-04.csv"
        kept = first.read_bytes()
        await press(pilot, "s")
        assert "-2.csv" in says(pilot).replace("\n", "")
        assert first.read_bytes() == kept
        assert (cafe.path.parent / "points-1-2026-05-04-2.csv").read_bytes() == kept


# By command


@pytest.fixture
def run(shop: Shop) -> Run:
    """Run a command on the shop, on its day."""

    def command(*words: str) -> Result:
        return CliRunner().invoke(main, ["--shop", str(shop.path), "--today", "2026-05-04", *words])

    return command


def test_points_are_given_and_taken_by_hand_by_a_command_and_never_without_a_reason(
    shop: Shop, mary: int, run: Run
) -> None:
    assert "Mary Smith +40 → 40 pts" in run("points", "mary", "40", "--why", "paper card").output
    assert "Mary Smith -15 → 25 pts" in run("points", "mary", "-15", "--why", "mishap").output
    for bad in (("5",), ("0", "--why", "x"), ("-26", "--why", "x"), ("1000001", "--why", "x")):
        assert run("points", "mary", *bad).exit_code == 1
    assert shop.points.balance(mary, NOW.day) == 25


def test_the_command_proves_a_balance_in_words_as_json_and_as_csv(shop: Shop, mary: int, run: Run) -> None:
    shop.receipts.log(NOW, mary, 1240)
    assert "+12  1 pt for every €1.00 of €12.40" in run("points", "mary").output
    proof = json.loads(run("points", "mary", "--json").output)
    assert (proof["balance"], proof["left"], proof["debt"], proof["expires_next"]) == (12, 12, 0, None)
    assert proof["movements"][0]["points"] == 12
    assert run("points", "mary", "--csv").output.splitlines()[1].startswith("2026-05-04,")
