"""Two registers may give one number to two receipts of a day: both stay, in whatever order their files come."""

from collections.abc import Iterable
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyaltui import pos
from loyaltui.core.receipt import Ignored, Line, Receipt, Who
from loyaltui.core.report import ImportReport
from loyaltui.store import Shop, backup, listing
from tests.conftest import ANNA, BEN, MAY_4, NOW, Save, Till, at, person, rows, sold

CY = Who(name="Cy Ray")
DI = Who(name="Di Ek")
TEN, NOON = 36_000, 43_200


def at_time(second: int | None, *more: object) -> Receipt:
    return sold(*more)._replace(second=second)  # type: ignore[arg-type]


HALL = [at_time(TEN, "17", 500, ANNA), at_time(TEN, "18", 300, None)]
BAR = [at_time(NOON, "17", 700, BEN), at_time(NOON, "19", 200, BEN)]
SHED = [at_time(NOON + 3600, "17", 700, CY)]


def take_in(shop: Shop, records: Iterable[object]) -> ImportReport:
    report = shop.imports.take_in(NOW, "may.csv", Till([*records]))
    assert backup.faults(shop.conn) == []
    return report


def paid(shop: Shop) -> list[tuple[str, int | None, int]]:
    """Name, what was paid and points of each receipt."""
    return sorted((line.name, line.amount, line.points) for line in shop.receipts.of_day(MAY_4))


def people(shop: Shop) -> list[tuple[str, int, int]]:
    return sorted((row.name, row.visits, row.points) for row in listing.everyone(shop, NOW.day))


BOTH = [("", 300, 0), ("Anna Nowak", 500, 5), ("Ben Ng", 200, 2), ("Ben Ng", 700, 7)]


@pytest.mark.parametrize("files", permutations([HALL, BAR]))
def test_two_registers_files_keep_their_receipts_apart_though_both_count_from_one(
    shop: Shop, files: tuple[list[Receipt], ...]
) -> None:
    for file in files:
        assert take_in(shop, file).changed == 0
    assert paid(shop) == BOTH
    for file in (*files, *reversed(files)):
        again = take_in(shop, file)
        assert (again.already_known, again.visits, again.changed, again.act) == (2, 0, 0, None)
    assert paid(shop) == BOTH


@pytest.mark.parametrize("files", permutations([HALL, BAR, SHED]))
def test_three_registers_are_as_good_as_two(shop: Shop, files: tuple[list[Receipt], ...]) -> None:
    for file in (*files, *files):
        take_in(shop, file)
    assert paid(shop) == sorted([*BOTH, ("Cy Ray", 700, 7)])


@pytest.mark.parametrize("files", permutations([HALL, BAR]))
@pytest.mark.parametrize("gone", [0, 1])
def test_taking_back_either_registers_file_leaves_the_others_and_it_can_come_again(
    shop: Shop, files: tuple[list[Receipt], ...], gone: int
) -> None:
    reports = [take_in(shop, file) for file in files]
    shop.undo(NOW, reports[gone].act)
    stays, comes = files[1 - gone], files[gone]
    assert take_in(shop, stays).act is None
    assert take_in(shop, comes).already_known == 0
    assert paid(shop) == BOTH


def test_taking_back_the_second_file_leaves_the_shop_as_the_first_left_it(shop: Shop) -> None:
    take_in(shop, HALL)
    before = rows(shop)
    take_in(shop, BAR)
    shop.undo(NOW)
    assert rows(shop) == before


def test_a_file_of_both_registers_knows_what_each_ones_file_brought(shop: Shop) -> None:
    for file in (BAR, HALL):
        take_in(shop, file)
    joint = [HALL[0], BAR[0]._replace(ref="17~8")]  # as the reader marks the later of two in one file
    assert take_in(shop, joint).act is None
    swapped = [BAR[0], HALL[0]._replace(ref="17~7")]
    assert take_in(shop, swapped).act is None
    assert paid(shop) == BOTH


def test_each_registers_own_file_is_known_where_a_file_of_both_came_first(shop: Shop) -> None:
    take_in(shop, [HALL[0], BAR[0]._replace(ref="17~8")])
    assert take_in(shop, HALL[:1]).act is take_in(shop, BAR[:1]).act is None


ANNAS = at_time(TEN, "17", 500, ANNA)
CYS = at_time(TEN, "17", 500, CY)
# the first file's row, the second file's, and what stands then
CASES = {
    "the same row": (ANNAS, ANNAS, [("Anna Nowak", 500)]),
    "the same person, a later amount": (ANNAS, ANNAS._replace(amount=300), [("Anna Nowak", 300)]),
    "nobody any more": (ANNAS, ANNAS._replace(who=None), [("Anna Nowak", 500)]),
    "somebody where nobody was named": (ANNAS._replace(who=None), ANNAS, [("Anna Nowak", 500)]),
    "nobody at another time for another sum": (
        ANNAS,
        at_time(NOON, "17", 700, None),
        [("", 700), ("Anna Nowak", 500)],
    ),
    "somebody at another time for another sum than nobody": (
        at_time(NOON, "17", 700, None),
        ANNAS,
        [("", 700), ("Anna Nowak", 500)],
    ),
    "nobody twice, at other times for other sums": (
        at_time(TEN, "17", 500, None),
        at_time(NOON, "17", 700, None),
        [("", 500), ("", 700)],
    ),
    "nobody twice, a later amount": (
        at_time(TEN, "17", 500, None),
        at_time(TEN, "17", 300, None),
        [("", 300)],
    ),
    "nobody twice, another time": (
        at_time(TEN, "17", 500, None),
        at_time(NOON, "17", 500, None),
        [("", 500)],
    ),
    "a name where a phone was": (
        ANNAS._replace(who=Who(phone="+353871234567")),
        ANNAS._replace(who=Who(name="Ben Ng", phone="+353871234567"), amount=300),
        [("Ben Ng", 300)],
    ),
    "a name where an e-mail was, without it": (
        ANNAS._replace(who=Who(email="ben@example.com")),
        ANNAS._replace(who=Who(name="Ben Ng"), amount=300),
        [("", 300)],
    ),
    "another person at the same minute for the same sum": (ANNAS, ANNAS._replace(who=BEN), [("Anna Nowak", 500)]),
    "another id, another sum": (
        ANNAS,
        ANNAS._replace(who=BEN, amount=700),
        [("Anna Nowak", 500), ("Ben Ng", 700)],
    ),
    "another id, another time": (
        ANNAS,
        at_time(NOON, "17", 500, BEN),
        [("Anna Nowak", 500), ("Ben Ng", 500)],
    ),
    "another id, other seconds": (ANNAS, at_time(TEN + 27, "17", 500, BEN), [("Anna Nowak", 500)]),
    "another id, no time, another sum": (
        at_time(None, "17", 500, ANNA),
        at_time(None, "17", 700, BEN),
        [("Anna Nowak", 500), ("Ben Ng", 700)],
    ),
    "another id, no time, the same sum": (
        at_time(None, "17", 500, ANNA),
        at_time(None, "17", 500, BEN),
        [("Anna Nowak", 500)],
    ),
    "another id, no time, the same sum for the same goods": (
        at_time(None, "17", 500, ANNA)._replace(lines=(Line("Tea"), Line("Bun"))),
        at_time(None, "17", 500, BEN)._replace(lines=(Line("Bun"), Line("Tea"))),
        [("Anna Nowak", 500)],
    ),
    "another id, no time, the same sum for other goods": (
        at_time(None, "17", 500, ANNA)._replace(lines=(Line("Tea"),)),
        at_time(None, "17", 500, BEN)._replace(lines=(Line("Bun"),)),
        [("Anna Nowak", 500), ("Ben Ng", 500)],
    ),
    "the same person, other goods": (
        ANNAS._replace(lines=(Line("Tea"),)),
        ANNAS._replace(lines=(Line("Bun"),)),
        [("Anna Nowak", 500)],
    ),
    "another name, where names are all there is": (
        CYS,
        at_time(NOON, "17", 700, DI),
        [("Cy Ray", 500), ("Di Ek", 700)],
    ),
    "the same name in capitals": (CYS, CYS._replace(who=Who(name="CY RAY"), amount=300), [("Cy Ray", 300)]),
    "a refund of the sale": (ANNAS, sold("17", -500, ANNA), [("Anna Nowak", -500), ("Anna Nowak", 500)]),
    "another person's refund": (
        sold("17", -500, ANNA),
        sold("17", -200, BEN),
        [("Anna Nowak", -500), ("Ben Ng", -200)],
    ),
}


@pytest.mark.parametrize(("first", "second", "stands"), CASES.values(), ids=CASES)
def test_a_known_number_is_the_known_receipt_unless_it_is_another_persons(
    shop: Shop, first: Receipt, second: Receipt, stands: list[tuple[str, int]]
) -> None:
    take_in(shop, [first])
    take_in(shop, [second])
    assert [line[:2] for line in paid(shop)] == stands
    before = rows(shop)
    assert take_in(shop, [second]).act is None
    assert rows(shop) == before


def test_a_receipt_that_was_given_to_somebody_else_at_the_counter_stays_one_when_the_till_corrects_its_sum(
    shop: Shop, mary: int
) -> None:
    take_in(shop, [ANNAS])
    shop.receipts.move(NOW, shop.receipts.of_day(MAY_4)[0].receipt_id, mary)
    assert take_in(shop, [ANNAS._replace(amount=300)]).changed == 1
    assert paid(shop) == [("Mary Smith", 300, 3)]


def test_nobodys_receipt_of_a_second_register_that_is_named_later_is_still_the_same(shop: Shop) -> None:
    nobodys = [at_time(TEN, "17", 500, None)], [at_time(NOON, "17", 700, None)]
    for file in (*nobodys, *nobodys):
        take_in(shop, file)
    for file in [at_time(NOON, "17", 700, BEN)], [at_time(TEN, "17", 500, ANNA)]:
        assert (take_in(shop, file).changed, take_in(shop, file).act) == (1, None)
    assert [line[:2] for line in paid(shop)] == [("Anna Nowak", 500), ("Ben Ng", 700)]


def test_a_visit_ticked_at_the_counter_stays_one_when_the_till_corrects_its_sum(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(second=TEN + 60), mary, 500)
    take_in(shop, [at_time(TEN, "17", 500, None)])
    assert take_in(shop, [at_time(TEN, "17", 300, None)]).changed == 1
    assert paid(shop) == [("Mary Smith", 300, 3)]


def test_a_second_registers_receipt_is_put_right_like_any_other(shop: Shop) -> None:
    for file in (HALL, BAR):
        take_in(shop, file)
    assert take_in(shop, [BAR[0]._replace(amount=600)]).changed == 1
    assert take_in(shop, [BAR[0]._replace(amount=600)]).changed == 0
    assert [line[:2] for line in paid(shop)] == [("", 300), ("Anna Nowak", 500), ("Ben Ng", 200), ("Ben Ng", 600)]


PEOPLE = (ANNA, BEN, CY, DI)
ANYBODY = (*PEOPLE, None, None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    whose=st.lists(st.permutations(ANYBODY), min_size=1, max_size=3),
    timed=st.booleans(),
    visits=st.lists(st.tuples(st.integers(0, 3), st.booleans()), min_size=4, max_size=10),
)
def test_whatever_is_brought_in_and_taken_back_in_whatever_order_each_receipt_is_there_once(
    tmp_path_factory: pytest.TempPathFactory,
    whose: list[tuple[Who | None, ...]],
    timed: bool,
    visits: list[tuple[int, bool]],
) -> None:
    named = [[who for who in people if who or timed] for people in whose]  # without times nobody is anybody
    files = [
        [
            at_time(TEN + 3600 * till if timed else None, str(number), 100 * till + number + 100, people[till])
            for number, people in enumerate(named)
        ]
        for till in range(4)
    ]
    there: dict[int, int] = {}
    with Shop(tmp_path_factory.mktemp("shop") / "shop.db", create=True) as shop:
        for who in PEOPLE:  # known already, so that no file stands on another's people
            person(shop, who.name, email=who.email, phone=who.phone)
        for till, undo in visits:
            if undo and till in there:
                shop.undo(NOW, there.pop(till))
            else:
                act = take_in(shop, files[till]).act
                assert (act is None) is (till in there)
                there.update({till: act} if act else {})
            want = [(row.who.name if row.who else "", row.amount) for number in there for row in files[number]]
            assert [line[:2] for line in paid(shop)] == sorted(want)


def test_a_void_takes_back_neither_of_two_peoples_receipts_of_its_number_unless_it_says_whose(shop: Shop) -> None:
    for file in (HALL, BAR):
        take_in(shop, file)
    assert take_in(shop, [Ignored(2, "void", "17")]).changed == 0
    assert paid(shop) == BOTH
    assert take_in(shop, [Ignored(2, "void", "17~8"), Ignored(3, "void", "18")]).changed == 2
    assert [line[:2] for line in paid(shop)] == [("Anna Nowak", 500), ("Ben Ng", 200)]


def test_a_void_in_another_registers_file_takes_back_no_receipt_of_the_first(shop: Shop) -> None:
    take_in(shop, HALL)
    assert take_in(shop, [*BAR, Ignored(4, "void", "18")]).changed == 0
    assert paid(shop) == BOTH
    assert take_in(shop, [HALL[0], Ignored(3, "void", "18")]).changed == 1


@pytest.mark.parametrize("files", permutations(["10:00,1,Ann,2.00", "16:00,1,Bob,5.00"]))
def test_the_files_of_two_tills_that_name_no_register_come_in_as_two_sales(
    shop: Shop, save: Save, files: tuple[str, ...]
) -> None:
    for row in (*files, *files):
        reading = pos.read(save("Date,Time,Receipt,Customer,Amount", f"2026-05-04,{row}"))
        shop.imports.take_in(NOW, "may.csv", reading)
    assert people(shop) == [("Ann", 1, 2), ("Bob", 1, 5)]
    both = pos.read(save("Date,Time,Receipt,Customer,Amount", *(f"2026-05-04,{row}" for row in files)))
    assert shop.imports.take_in(NOW, "may.csv", both).act is None
