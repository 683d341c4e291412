"""Sales without a number, from one export with the time and from another without it, count once and not less."""

from collections.abc import Callable, Iterable
from itertools import permutations

import pytest

from loyaltui import pos
from loyaltui.core.report import ImportReport
from loyaltui.store import Shop
from tests.conftest import NOW, Save, rows

Bring = Callable[[Iterable[str]], ImportReport]

DATES = ["2026-05-02,,Ann,2.00", "2026-05-02,,Ann,2.00", "2026-05-02,,,3.00", "2026-05-03,,Ann,2.00"]
TIMES = [
    "2026-05-02,09:00,Ann,2.00",
    "2026-05-02,15:00,Ann,2.00",
    "2026-05-02,10:00,,3.00",
    "2026-05-03,09:00,Ann,2.00",
]


@pytest.fixture
def bring(shop: Shop, save: Save) -> Bring:
    """A function that brings in rows of a till's file."""

    def take_in(lines: Iterable[str]) -> ImportReport:
        reading = pos.read(save("Date,Time,Customer,Amount", *lines))
        return shop.imports.take_in(NOW, "may.csv", reading)

    return take_in


def sums(shop: Shop) -> list[tuple[str, int]]:
    query = "SELECT date(day + 1721424.5), amount FROM receipts ORDER BY day, amount"
    return shop.conn.execute(query).fetchall()


@pytest.mark.parametrize("files", permutations([DATES, TIMES]))
def test_times_told_later_or_left_out_later_double_no_sale_and_two_equal_ones_stay_two(
    shop: Shop, bring: Bring, files: tuple[list[str], ...]
) -> None:
    bring(files[0])
    before = rows(shop)
    for file in (*files, *files):
        again = bring(file)
        assert (again.already_known, again.visits, again.changed, again.act) == (4, 0, 0, None)
    assert rows(shop) == before
    assert sums(shop) == [("2026-05-02", 200), ("2026-05-02", 200), ("2026-05-02", 300), ("2026-05-03", 200)]


def test_a_column_of_times_that_a_later_export_has_more_doubles_nothing(shop: Shop, save: Save) -> None:
    for header, row in (("Date,Customer,Amount", "2026-05-02,Ann,2.00"), ("Date,Time,Customer,Amount", TIMES[0])):
        shop.imports.take_in(NOW, "may.csv", pos.read(save(header, row)))
    assert sums(shop) == [("2026-05-02", 200)]


@pytest.mark.parametrize("files", permutations([DATES[:1], TIMES[:2]]))
def test_of_two_equal_sales_one_of_which_is_known_one_is_new(
    shop: Shop, bring: Bring, files: tuple[list[str], ...]
) -> None:
    for file in files:
        bring(file)
    assert [amount for _, amount in sums(shop)] == [200, 200]
    for file in (*files, DATES[:2], reversed(files[0])):
        assert bring(file).act is None


def test_sales_with_times_of_their_own_are_never_taken_for_one(shop: Shop, bring: Bring) -> None:
    bring(TIMES[:1])
    assert bring(TIMES[1:2]).visits == 1


@pytest.mark.parametrize("other", ["2026-05-02,,Ann,2.10", "2026-05-02,,Bob,2.00", "2026-05-02,,Ann,-2.00"])
def test_another_sum_another_person_or_a_refund_is_another_receipt(shop: Shop, bring: Bring, other: str) -> None:
    bring(TIMES[:1])
    assert bring([other]).already_known == 0
    assert len(sums(shop)) == 2


def test_what_came_twice_comes_again_after_an_undo(shop: Shop, bring: Bring) -> None:
    bring(DATES)
    shop.undo(NOW)
    bring(TIMES)
    assert len(sums(shop)) == 4
    assert bring(DATES).act is None
