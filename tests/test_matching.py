"""Which visit at the counter and which sale of the till are one: case by case, and whatever a day brings."""

import re
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core.matching import Matching, Pair, Rule, Sale, Visit, match, shop_day

TODAY = 739_740
MARY, BOB = 1, 2
FLAT_WHITE, CAKE = 420, 550
MINUTES: dict[Rule, int | None] = {"a": None, "b": None, "c": 10, "d": 3, "e": 10}  # how far apart at most


def second(clock: str | None) -> int | None:
    if clock is None:
        return None
    hours, minutes, *seconds = map(int, clock.split(":"))
    return hours * 3600 + minutes * 60 + sum(seconds)


def came(id: int, who: int, clock: str | None, amount: int | None = None, days: int = 0) -> Visit:
    """Someone at the counter today; without an amount, the till will say."""
    return Visit(id, who, TODAY + days, second(clock), amount)


def sold(id: int, amount: int, clock: str | None, who: int | None = None, days: int = 0) -> Sale:
    """A sale of the till today; without a name, nobody's."""
    return Sale(id, who, TODAY + days, second(clock), amount)


def case(sentence: str, visits: list[Visit], sales: list[Sale], found: str = "") -> object:
    """`found` "1=11a": visit 1 and sale 11 are one by rule a."""
    pairs = [Pair(int(visit), int(sale), rule) for visit, sale, rule in re.findall(r"(\d+)=(\d+)([a-e])", found)]
    return pytest.param(visits, sales, pairs, id=sentence)


CASES = [
    case(
        "(a) the same person and amount are one sale at whatever time of the day it was logged",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "18:30", MARY)],
        "1=11a",
    ),
    case(
        "(a) two flat whites of one person go each with the nearest in time",
        [came(1, MARY, "09:00", FLAT_WHITE), came(2, MARY, "15:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "15:04", MARY), sold(12, FLAT_WHITE, "09:02", MARY)],
        "1=12a 2=11a",
    ),
    case(
        "(a) of two flat whites on the till and one at the counter, the further one stays free",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "08:55", MARY), sold(12, FLAT_WHITE, "09:04", MARY)],
        "1=12a",
    ),
    case(
        "(a) as near before as after: the earlier sale",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "09:05", MARY), sold(12, FLAT_WHITE, "08:55", MARY)],
        "1=12a",
    ),
    case(
        "(a) at the same second on two tills: the lower number, and the other stays free",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(12, FLAT_WHITE, "09:00", MARY), sold(11, FLAT_WHITE, "09:00", MARY)],
        "1=11a",
    ),
    case(
        "(a) everyone who can be met is met, even when the nearest go first",
        [came(1, MARY, "09:00", FLAT_WHITE), came(2, MARY, "12:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "11:00", MARY), sold(12, FLAT_WHITE, "20:00", MARY)],
        "1=12a 2=11a",
    ),
    case(
        "(a) without a time on either side the amount is enough",
        [came(1, MARY, None, FLAT_WHITE), came(2, BOB, "10:00", CAKE)],
        [sold(11, FLAT_WHITE, "10:00", MARY), sold(12, CAKE, None, BOB)],
        "1=11a 2=12a",
    ),
    case(
        "(a) those whose times are known go together before those without a time",
        [came(1, MARY, None, FLAT_WHITE), came(2, MARY, "15:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, None, MARY), sold(12, FLAT_WHITE, "09:00", MARY)],
        "1=11a 2=12a",
    ),
    case(
        "(a) where nobody can say how near, a visit with a time goes before one without",
        [came(1, MARY, None, FLAT_WHITE), came(2, MARY, "15:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, None, MARY)],
        "2=11a",
    ),
    case(
        "(a) a visit at 03:59 still belongs to yesterday's shop day",
        [came(1, MARY, "03:59", FLAT_WHITE, days=1)],
        [sold(11, FLAT_WHITE, "22:00", MARY)],
        "1=11a",
    ),
    case(
        "(a) a visit at 04:00 belongs to the new shop day",
        [came(1, MARY, "04:00", FLAT_WHITE, days=1)],
        [sold(11, FLAT_WHITE, "22:00", MARY)],
    ),
    case(
        "(a) one second apart over 04:00 are two shop days",
        [came(1, MARY, "03:59:59", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "04:00", MARY)],
    ),
    case(
        "(a) past midnight the nearer sale is the one before midnight",
        [came(1, MARY, "00:05", FLAT_WHITE, days=1)],
        [sold(11, FLAT_WHITE, "02:00", MARY, days=1), sold(12, FLAT_WHITE, "23:55", MARY)],
        "1=12a",
    ),
    case(
        "(a) comes first: the sale of the same amount is not given to a nearer visit that left it open",
        [came(1, MARY, "09:00"), came(2, MARY, "17:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "09:00", MARY)],
        "2=11a",
    ),
    case(
        "(a) the same amount of another person says nothing",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "09:00", BOB)],
    ),
    case(
        "(b) up to thirty minutes the till says the amount",
        [came(1, MARY, "09:00"), came(2, MARY, "12:00")],
        [sold(11, CAKE, "09:30", MARY)],
        "1=11b",
    ),
    case(
        "(b) a second more than thirty minutes is too long while another visit is left",
        [came(1, MARY, "09:00"), came(2, MARY, "12:00")],
        [sold(11, CAKE, "09:30:01", MARY)],
    ),
    case(
        "(b) however late, the only pair left of a person is one sale",
        [came(1, MARY, "09:00")],
        [sold(11, CAKE, "19:00", MARY)],
        "1=11b",
    ),
    case(
        "(b) the only pair left is what the nearer ones left",
        [came(1, MARY, "09:00"), came(2, MARY, "12:00"), came(3, MARY, "15:00", FLAT_WHITE)],
        [sold(11, CAKE, "12:20", MARY), sold(12, CAKE, "18:00", MARY), sold(13, FLAT_WHITE, "10:00", MARY)],
        "1=12b 2=11b 3=13a",
    ),
    case(
        "(b) not the only pair while a visit with another amount is left",
        [came(1, MARY, "09:00"), came(2, MARY, "19:20", FLAT_WHITE)],
        [sold(11, CAKE, "19:00", MARY)],
    ),
    case(
        "(b) without a time, the only pair left is one sale",
        [came(1, MARY, None), came(2, BOB, "09:00")],
        [sold(11, CAKE, "19:00", MARY), sold(12, CAKE, None, BOB)],
        "1=11b 2=12b",
    ),
    case(
        "(b) without a time, two visits and one sale can't be told",
        [came(1, MARY, None), came(2, MARY, None)],
        [sold(11, CAKE, "09:00", MARY)],
    ),
    case(
        "(b) two visits of one person go each with the nearest sale",
        [came(1, MARY, "09:00"), came(2, MARY, "09:20")],
        [sold(11, CAKE, "09:18", MARY), sold(12, FLAT_WHITE, "09:03", MARY)],
        "1=12b 2=11b",
    ),
    case(
        "(c) up to ten minutes a nameless sale of the same amount is theirs",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "09:10")],
        "1=11c",
    ),
    case(
        "(c) a second more than ten minutes is too long",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "09:10:01")],
    ),
    case(
        "(c) ten minutes before the visit will do as well, over midnight too",
        [came(1, MARY, "00:04", FLAT_WHITE, days=1)],
        [sold(11, FLAT_WHITE, "23:54")],
        "1=11c",
    ),
    case(
        "(c) a nameless sale of another amount is not theirs",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, CAKE, "09:00")],
    ),
    case(
        "(c) a couple paying the same a minute apart get one sale each",
        [came(1, MARY, "09:00", FLAT_WHITE), came(2, BOB, "09:01", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "09:01:20"), sold(12, FLAT_WHITE, "09:00:20")],
        "1=12c 2=11c",
    ),
    case(
        "(c) two tills, the same minute, the same amount: one sale for the one visit",
        [came(1, MARY, "09:00:30", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "09:00"), sold(12, FLAT_WHITE, "09:00:45")],
        "1=12c",
    ),
    case(
        "(c) a named sale of the same amount goes before a nearer nameless one",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, FLAT_WHITE, "09:00"), sold(12, FLAT_WHITE, "16:00", MARY)],
        "1=12a",
    ),
    case(
        "(c) without a time a nameless sale is nobody's",
        [came(1, MARY, None, FLAT_WHITE), came(2, BOB, "09:00", CAKE)],
        [sold(11, FLAT_WHITE, "09:00"), sold(12, CAKE, None)],
    ),
    case(
        "(d) up to three minutes, one visit and one nameless sale are one",
        [came(1, MARY, "09:00")],
        [sold(11, CAKE, "09:03")],
        "1=11d",
    ),
    case("(d) a second more than three minutes is too long", [came(1, MARY, "09:00")], [sold(11, CAKE, "09:03:01")]),
    case(
        "(d) of two nameless sales nobody knows which",
        [came(1, MARY, "09:00")],
        [sold(11, CAKE, "09:01"), sold(12, FLAT_WHITE, "08:58")],
    ),
    case(
        "(d) of two visits beside one nameless sale nobody knows whose",
        [came(1, MARY, "09:00"), came(2, BOB, "09:05")],
        [sold(11, CAKE, "09:02:30")],
    ),
    case(
        "(d) a visit with one sale near it, which another visit is near too, is left alone with that one",
        [came(1, MARY, "09:00"), came(2, BOB, "09:04")],
        [sold(11, CAKE, "09:02"), sold(12, CAKE, "09:06")],
    ),
    case(
        "(d) a nameless sale that another visit's amount has met is no candidate any more",
        [came(1, MARY, "09:00"), came(2, BOB, "09:01", FLAT_WHITE)],
        [sold(11, CAKE, "09:01"), sold(12, FLAT_WHITE, "09:01")],
        "1=11d 2=12c",
    ),
    case("(d) without a time a nameless sale is nobody's", [came(1, MARY, None)], [sold(11, CAKE, None)]),
    case(
        "(e) up to ten minutes, another amount of the same person is asked about",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, CAKE, "09:10", MARY)],
        "1=11e",
    ),
    case(
        "(e) a second more than ten minutes is too long to ask",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, CAKE, "09:10:01", MARY)],
    ),
    case(
        "(e) nothing is asked twice: the nearer of two visits",
        [came(1, MARY, "09:00", FLAT_WHITE), came(2, MARY, "09:06", FLAT_WHITE)],
        [sold(11, CAKE, "09:05", MARY)],
        "2=11e",
    ),
    case(
        "(e) a nameless sale of the right amount goes before asking",
        [came(1, MARY, "09:00", FLAT_WHITE)],
        [sold(11, CAKE, "09:00", MARY), sold(12, FLAT_WHITE, "09:08")],
        "1=12c",
    ),
    case(
        "(e) without a time another amount is another sale",
        [came(1, MARY, None, FLAT_WHITE)],
        [sold(11, CAKE, "09:00", MARY)],
    ),
    case(
        "a refund meets nobody, however near",
        [came(1, MARY, "09:00"), came(2, BOB, "09:00", FLAT_WHITE)],
        [sold(11, -CAKE, "09:00", MARY), sold(12, -FLAT_WHITE, "09:00", BOB), sold(13, -CAKE, "09:00")],
    ),
    case(
        "a coffee that was given away is a sale of nothing, and not one whose amount is left open",
        [came(1, MARY, "09:00", 0), came(2, MARY, "12:00")],
        [sold(11, 0, "18:00", MARY), sold(12, CAKE, "12:10", MARY)],
        "1=11a 2=12b",
    ),
    case("a quiet day", [], []),
    case("a day on which nobody was logged", [], [sold(11, CAKE, "09:00", MARY), sold(12, CAKE, "09:00")]),
    case("a till that hasn't been brought in yet", [came(1, MARY, "09:00"), came(2, BOB, None, CAKE)], []),
]


@pytest.mark.parametrize(("visits", "sales", "found"), CASES)
def test_what_the_counter_and_the_till_say_of_one_sale(
    visits: list[Visit], sales: list[Sale], found: list[Pair]
) -> None:
    assert match(visits, sales) == Matching(
        tuple(pair for pair in found if pair.rule != "e"), tuple(pair for pair in found if pair.rule == "e")
    )


@pytest.mark.parametrize(
    ("clock", "days"), [("00:00", -1), ("03:59:59", -1), ("04:00", 0), ("12:00", 0), ("23:59:59", 0), (None, 0)]
)
def test_the_shops_day_runs_from_four_to_four(clock: str | None, days: int) -> None:
    assert shop_day(TODAY, second(clock)) == TODAY + days


PEOPLE = st.integers(1, 3)
DAYS = st.integers(TODAY, TODAY + 1)
TIMES = st.none() | st.integers(0, 40).map(lambda n: 14_400 - 1200 + 60 * n) | st.integers(36_000, 38_000)
AMOUNTS = st.sampled_from([0, 280, FLAT_WHITE, CAKE])
SOME_VISITS = st.lists(st.tuples(PEOPLE, DAYS, TIMES, AMOUNTS | st.none()), max_size=10).map(
    lambda rows: [Visit(n, *row) for n, row in enumerate(rows, 1)]
)
SOME_SALES = st.lists(st.tuples(PEOPLE | st.none(), DAYS, TIMES, AMOUNTS), max_size=10).map(
    lambda rows: [Sale(n, *row) for n, row in enumerate(rows, 101)]
)


def met(visits: list[Visit], sales: list[Sale]) -> list[tuple[Visit, Sale, Rule]]:
    """Every pair found, sure or not, as what it stands for."""
    came, sold = {visit.id: visit for visit in visits}, {sale.id: sale for sale in sales}
    found = match(visits, sales)
    return [(came[visit], sold[sale], rule) for visit, sale, rule in (*found.pairs, *found.doubtful)]


def apart(visit: Visit, sale: Sale) -> int | None:
    """Seconds between the two; None where one of the times isn't known."""
    if visit.second is None or sale.second is None:
        return None
    return abs((visit.day - sale.day) * 86_400 + visit.second - sale.second)


@given(SOME_VISITS, SOME_SALES)
def test_no_visit_and_no_sale_is_counted_twice(visits: list[Visit], sales: list[Sale]) -> None:
    found = met(visits, sales)
    assert len({visit for visit, _, _ in found}) == len({sale for _, sale, _ in found}) == len(found)


@given(SOME_VISITS, SOME_SALES)
def test_nobody_is_ever_given_what_another_person_bought(visits: list[Visit], sales: list[Sale]) -> None:
    for visit, sale, rule in met(visits, sales):
        assert sale.customer == (None if rule in "cd" else visit.customer)


@given(SOME_VISITS, SOME_SALES)
def test_amounts_agree_where_both_sides_say_one_unless_it_is_asked(visits: list[Visit], sales: list[Sale]) -> None:
    for visit, sale, rule in met(visits, sales):
        assert (visit.amount is None) == (rule in "bd")
        assert rule in "bd" or (visit.amount == sale.amount) == (rule in "ac")


@given(SOME_VISITS, SOME_SALES)
def test_nothing_is_matched_over_two_days_or_too_many_minutes(visits: list[Visit], sales: list[Sale]) -> None:
    for visit, sale, rule in met(visits, sales):
        assert shop_day(*visit[2:4]) == shop_day(*sale[2:4])
        most, seconds = MINUTES[rule], apart(visit, sale)
        assert most is None or (seconds is not None and seconds <= most * 60)


@given(SOME_VISITS, SOME_SALES)
def test_whatever_the_rules_could_tell_for_sure_is_told(visits: list[Visit], sales: list[Sale]) -> None:
    """No two that are left over could still be a pair by name and amount, by name and half an hour, by amount."""
    found = met(visits, sales)
    left = set(visits) - {visit for visit, _, _ in found}, set(sales) - {sale for _, sale, _ in found}
    for visit, sale in product(*left):
        if shop_day(*visit[2:4]) != shop_day(*sale[2:4]):
            continue
        seconds, same = apart(visit, sale), visit.amount == sale.amount
        near = seconds is not None and seconds <= (600 if visit.amount is not None else 1800)
        assert not (sale.customer == visit.customer and (same or near))
        assert not (sale.customer is None and same and near)


@given(SOME_VISITS, SOME_SALES, st.randoms(use_true_random=False))
def test_it_doesnt_matter_which_came_first_into_the_shops_file(
    visits: list[Visit], sales: list[Sale], chance: Random
) -> None:
    found = match(visits, sales)
    assert match(chance.sample(visits, len(visits)), chance.sample(sales, len(sales))) == found


@given(SOME_VISITS, SOME_SALES, PEOPLE | st.none(), AMOUNTS, st.integers(14_400, 86_399) | st.none())
def test_a_sale_of_another_day_changes_nothing(
    visits: list[Visit], sales: list[Sale], who: int | None, amount: int, second: int | None
) -> None:
    other = Sale(100, who, TODAY + 2, second, amount)
    assert match(visits, [other, *sales]) == match(visits, sales)


@given(SOME_VISITS, SOME_SALES)
def test_taking_the_surest_pairs_away_first_changes_nothing_for_the_rest(
    visits: list[Visit], sales: list[Sale]
) -> None:
    found = match(visits, sales)
    gone, sold = ({pair[side] for pair in found.pairs if pair.rule == "a"} for side in (0, 1))
    again = match([one for one in visits if one.id not in gone], [one for one in sales if one.id not in sold])
    assert again == Matching(tuple(pair for pair in found.pairs if pair.rule != "a"), found.doubtful)
