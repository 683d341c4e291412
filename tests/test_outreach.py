"""Whom Say hello names: one case a reason, one an exclusion; nobody twice, the debts first, no noise."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core.evidence import Attitude
from loyaltui.core.occasion import ABSENT, REASONS, Candidate, Dated, Near, last_birthday, occasion
from loyaltui.core.outreach import Contact, LeftOut, false_alarms, is_held_back, outreach
from loyaltui.core.rhythm import Score
from loyaltui.core.standing import Standing
from loyaltui.core.why import NOBODY_ASKED, Why
from tests.conftest import MAY_4

TODAY = MAY_4 or 0
HELD = [6, 21, 23, 32, 37, 39]  # fixed once: another result would tear the comparison apart
LOYAL = Why(Attitude("loyal", 0.9, 2.2, 1.0))


def stood(
    word: str = "regular", p: float = 0.9, days: int = 12, silent: float = 5, why: Why = NOBODY_ASKED, gap: float = 7
) -> Standing:
    """Somebody's standing: a weekly regular who was here five days ago, unless said otherwise."""
    rhythm = "regular" if word == "loyal" else word
    score = Score(p, 0.95, p, 0.5, gap)
    return Standing(word, why, rhythm, score, days, TODAY - int(silent), silent, 21)  # type: ignore[arg-type]


REGULAR = Candidate(1, "Mary Smith", stood(), 500.0, "phone")
SLIPPING = REGULAR._replace(standing=stood("slipping", 0.25, silent=24))
CASES = {
    "a promise that is due": (REGULAR._replace(promise=Dated(3, "oat milk", TODAY)), "promise"),
    "a promise that is overdue": (REGULAR._replace(promise=Dated(3, "oat milk", TODAY - 9)), "promise"),
    "a promise for tomorrow": (REGULAR._replace(promise=Dated(3, "oat milk", TODAY + 1)), None),
    "a promise to somebody who was never here": (Candidate(1, "Zoe", None, 0, promise=Dated(3, "x", TODAY)), "promise"),
    "an open complaint": (REGULAR._replace(complaint=("open", TODAY - 40, "cold soup")), "complaint"),
    "one we said sorry for": (REGULAR._replace(complaint=("apologised", TODAY - 1, "cold soup")), None),
    "one just put right": (REGULAR._replace(complaint=("put_right", TODAY - 14, "cold soup")), "complaint"),
    "one put right, and spoken of since": (
        REGULAR._replace(complaint=("put_right", TODAY - 3, "cold soup"), contacted=TODAY - 3),
        None,
    ),
    "one put right long ago": (REGULAR._replace(complaint=("put_right", TODAY - 15, "cold soup")), None),
    "one after which they came back": (REGULAR._replace(complaint=("back", TODAY - 1, "cold soup")), None),
    "the owner's own date": (REGULAR._replace(own_date=Dated(4, "her exam", TODAY)), "own_date"),
    "a date to come": (REGULAR._replace(own_date=Dated(4, "her exam", TODAY + 1)), None),
    "a birthday today": (REGULAR._replace(birthday="1990-05-04"), "birthday"),
    "a birthday without a year, three days ago": (REGULAR._replace(birthday="--05-01"), "birthday"),
    "a birthday four days ago": (REGULAR._replace(birthday="--04-30"), None),
    "a birthday we spoke to them on": (REGULAR._replace(birthday="--05-03", contacted=TODAY - 1), None),
    "a birthday tomorrow": (REGULAR._replace(birthday="--05-05"), None),
    "the birthday of somebody who was here once": (
        REGULAR._replace(birthday="--05-04", standing=stood("new", days=1)),
        None,
    ),
    "points about to lapse": (REGULAR._replace(lapsing=(40, TODAY + 14)), "lapsing"),
    "points that lapse later": (REGULAR._replace(lapsing=(40, TODAY + 15)), None),
    "a voucher about to lapse": (REGULAR._replace(voucher=("free coffee", TODAY)), "lapsing"),
    "a voucher that lapsed yesterday": (REGULAR._replace(voucher=("free coffee", TODAY - 1)), None),
    "a regular slipping": (SLIPPING, "slipping"),
    "a loyal one slipping": (REGULAR._replace(standing=stood("slipping", 0.3, 2, 24, LOYAL)), "slipping"),
    "somebody slipping after two visits only": (REGULAR._replace(standing=stood("slipping", 0.3, 2, 24)), None),
    "a newcomer due for the second visit": (REGULAR._replace(standing=stood("new", 0.3, 1, 11)), "second_visit"),
    "a newcomer who was here last week": (REGULAR._replace(standing=stood("new", 0.4, 1, 10)), None),
    "a newcomer overdue": (REGULAR._replace(standing=stood("slipping", 0.2, 1, 30)), "second_visit"),
    "a newcomer lost": (REGULAR._replace(standing=stood("lost", 0.05, 1, 80)), None),
    "a regular gone quiet": (REGULAR._replace(standing=stood("lost", 0.05, silent=63)), "gone_quiet"),
    "a regular gone quiet too long ago": (REGULAR._replace(standing=stood("lost", 0.05, silent=64)), None),
    "somebody who sent a friend": (REGULAR._replace(friend=("Bob Ng", TODAY - 30)), "sent_friend"),
    "somebody thanked for it": (REGULAR._replace(friend=("Bob Ng", TODAY - 9), heard=TODAY - 3), None),
    "somebody who sent a friend long ago": (REGULAR._replace(friend=("Bob Ng", TODAY - 31)), None),
    "a loyal one never thanked": (REGULAR._replace(standing=stood("loyal", why=LOYAL)), "thank_loyal"),
    "a loyal one asked last quarter": (
        REGULAR._replace(standing=stood("loyal", why=LOYAL), heard=TODAY - 91),
        "thank_loyal",
    ),
    "a loyal one asked this quarter": (REGULAR._replace(standing=stood("loyal", why=LOYAL), heard=TODAY - 90), None),
    "a reward within reach": (REGULAR._replace(reward_near=Near("Free coffee", 4)), "reward_near"),
    "a reward within reach of the lost": (
        REGULAR._replace(reward_near=Near("Free coffee", 4), standing=stood("lost", 0.05, 2, 99)),
        None,
    ),
    "a regular about whom there is nothing": (REGULAR, None),
}


@pytest.mark.parametrize(("candidate", "reason"), CASES.values(), ids=CASES)
def test_each_reason_and_its_limits(candidate: Candidate, reason: str | None) -> None:
    found = occasion(candidate, TODAY)
    assert (found.reason if found else None) == reason


def test_every_reason_has_a_case() -> None:
    assert {reason for _candidate, reason in CASES.values()} == {*REASONS, None}


EXCLUDED = {
    "who said no": (SLIPPING._replace(channel="", refused=True), LeftOut(1, "Mary Smith", "slipping", "said_no")),
    "whose number can't be dialled": (
        SLIPPING._replace(channel="", unusable=True),
        LeftOut(1, "Mary Smith", "slipping", "unusable"),
    ),
    "who was put off until tomorrow": (
        SLIPPING._replace(waits_until=TODAY + 1),
        LeftOut(1, "Mary Smith", "slipping", "put_off", TODAY + 1),
    ),
    "who was contacted 29 days ago": (
        SLIPPING._replace(contacted=TODAY - 29),
        LeftOut(1, "Mary Smith", "slipping", "just_contacted", TODAY + 1),
    ),
}


@pytest.mark.parametrize(("candidate", "left_out"), EXCLUDED.values(), ids=EXCLUDED)
def test_who_is_left_out_and_why_can_be_seen(candidate: Candidate, left_out: LeftOut) -> None:
    listing = outreach([candidate], TODAY, 5, 30)
    assert listing.contacts == []
    assert listing.left_out == [left_out]
    assert listing.unasked == []


def test_who_was_put_off_until_today_or_contacted_long_enough_ago_is_listed() -> None:
    waited = [SLIPPING._replace(waits_until=TODAY), SLIPPING._replace(customer_id=2, contacted=TODAY - 30)]
    assert [one.customer_id for one in outreach(waited, TODAY, 5, 30).contacts] == [1, 2]


def test_who_never_was_asked_is_greeted_when_they_come_in_after_those_who_can_be_reached() -> None:
    unasked = SLIPPING._replace(channel="", per_visit=9000.0)
    listing = outreach([unasked, SLIPPING._replace(customer_id=2)], TODAY, 5, 30)
    assert [(one.customer_id, one.channel) for one in listing.contacts] == [(2, "phone"), (1, "in person")]
    assert [one.customer_id for one in listing.unasked] == [1]


def test_a_promise_is_kept_to_whoever_said_no_but_only_in_person() -> None:
    promised = REGULAR._replace(promise=Dated(3, "oat milk", TODAY), refused=True, contacted=TODAY - 1)
    (only,) = outreach([promised], TODAY, 5, 30).contacts
    assert (only.reason, only.channel, only.about) == ("promise", "in person", "oat milk")


def test_debts_come_first_then_what_is_dated_then_the_most_money_at_stake() -> None:
    others = [
        SLIPPING._replace(customer_id=2, per_visit=300.0),
        SLIPPING._replace(customer_id=3, per_visit=900.0),
        REGULAR._replace(customer_id=4, birthday="--05-04"),
        REGULAR._replace(customer_id=5, complaint=("open", TODAY, "cold soup")),
        REGULAR._replace(customer_id=6, standing=stood("loyal", why=LOYAL)),
    ]
    assert [one.customer_id for one in outreach(others, TODAY, 9, 30).contacts] == [5, 4, 3, 2, 6]
    few = outreach(others, TODAY, 2, 30)
    assert [one.customer_id for one in few.contacts] == [5, 4]
    assert {one.customer_id for one in few.left_out if one.cause == "not_today"} == {2, 3, 6}


def test_whoever_has_two_reasons_is_named_once_for_the_more_pressing() -> None:
    both = SLIPPING._replace(birthday="--05-04", promise=Dated(3, "oat milk", TODAY))
    assert [one.reason for one in outreach([both], TODAY, 5, 30).contacts] == ["promise"]


def test_what_is_at_stake_is_the_chance_that_went_times_their_usual_spending() -> None:
    (one,) = outreach([SLIPPING], TODAY, 5, 30).contacts
    assert one.urgency == pytest.approx((0.95 - 0.25) * 21 / 7 * 500)
    assert (one.p_back, one.horizon, one.visit_days, one.usual_gap) == (0.25, 21, 12, 7)


def test_the_false_alarms_are_counted_among_those_who_stay_away_only() -> None:
    some = [SLIPPING, REGULAR._replace(customer_id=2, birthday="--05-04")]
    assert false_alarms(outreach(some, TODAY, 5, 30).contacts) == pytest.approx(0.25)
    assert false_alarms([]) is None


def test_one_in_five_is_held_back_by_a_draw_that_is_the_same_on_every_machine() -> None:
    assert [number for number in range(1, 41) if is_held_back(number, 2026)] == HELD
    share = sum(is_held_back(number, 2026) for number in range(5000)) / 5000
    assert 0.18 < share < 0.22
    assert {n for n in range(99) if is_held_back(n, 2026)} != {n for n in range(99) if is_held_back(n, 2027)}


def test_a_held_back_person_is_nowhere_and_the_next_takes_their_place() -> None:
    many = [SLIPPING._replace(customer_id=number) for number in range(1, 31)]
    listing = outreach(many, TODAY, 10, 30, holding=True)
    held = {one.customer_id for one in listing.held}
    assert held and all(is_held_back(number, date.fromordinal(TODAY).year) for number in held)
    shown = [*listing.contacts, *listing.left_out, *listing.unasked]
    assert not held & {one.customer_id for one in shown}
    assert len(listing.contacts) == 10


def test_nobody_is_held_back_from_a_promise_a_complaint_or_a_birthday() -> None:
    owed = [
        made
        for number in range(1, 40)
        for made in (
            REGULAR._replace(customer_id=number, promise=Dated(1, "oat milk", TODAY)),
            REGULAR._replace(customer_id=100 + number, complaint=("open", TODAY, "cold soup")),
            REGULAR._replace(customer_id=200 + number, birthday="--05-04"),
        )
    ]
    assert outreach(owed, TODAY, 999, 30, holding=True).held == []


STANDINGS = st.sampled_from(
    [None, stood(), stood("slipping", 0.2, silent=30), stood("new", 0.2, 1, 15), stood("loyal", why=LOYAL)]
)
ANYBODY = st.builds(
    Candidate,
    st.integers(1, 60),
    st.just("Mary"),
    STANDINGS,
    st.floats(0, 1e6),
    st.sampled_from(["", "phone", "email"]),
    st.booleans(),
    st.none() | st.integers(TODAY - 60, TODAY),
    st.none() | st.integers(TODAY - 9, TODAY + 9),
    st.none() | st.builds(Dated, st.just(1), st.just("oat milk"), st.integers(TODAY - 9, TODAY + 9)),
    st.none(),
    st.none() | st.tuples(st.sampled_from(["open", "back"]), st.just(TODAY - 3), st.just("cold soup")),
    st.sampled_from(["", "--05-04", "1990-05-04"]),
)
CROWDS = st.lists(ANYBODY, max_size=40, unique_by=lambda one: one.customer_id)


@given(CROWDS, st.integers(1, 9), st.booleans())
def test_nobody_is_reached_who_said_no_nobody_is_named_twice_and_the_cap_holds(
    crowd: list[Candidate], most: int, holding: bool
) -> None:
    listing = outreach(crowd, TODAY, most, 30, holding)
    by_number = {one.customer_id: one for one in crowd}
    numbers = [one.customer_id for one in listing.contacts]
    assert len(numbers) == len({*numbers}) <= most
    for one in listing.contacts:
        asked = by_number[one.customer_id]
        if one.channel != "in person":
            assert asked.channel == one.channel and not asked.refused
        if one.reason not in ("promise", "complaint"):
            assert not asked.refused
            assert asked.contacted is None or TODAY - asked.contacted >= 30
    assert not {one.customer_id for one in listing.held} & {*numbers}
    assert all(one.reason in ABSENT for one in listing.held)


def test_the_29th_of_february_is_kept_on_the_28th_in_other_years() -> None:
    assert last_birthday("--02-29", date(2026, 3, 1).toordinal()) == date(2026, 2, 28).toordinal()
    assert last_birthday("2000-02-29", date(2028, 3, 1).toordinal()) == date(2028, 2, 29).toordinal()
    assert last_birthday("--12-31", date(2026, 1, 1).toordinal()) == date(2025, 12, 31).toordinal()
    assert last_birthday("", TODAY) is None
    assert last_birthday("--13-45", TODAY) is None


def test_a_contact_keeps_how_somebody_stood_that_day() -> None:
    (one,) = outreach([SLIPPING], TODAY, 5, 30).contacts
    assert replace(one, id=7) == Contact(
        1, "Mary Smith", "slipping", one.urgency, "phone", "", None, 0.25, 21, TODAY - 24, 12, 7, 7
    )
