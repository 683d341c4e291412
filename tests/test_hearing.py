"""Hearing why somebody comes: at the counter, on their own page, and in the evening; and never in anybody's way."""

from collections.abc import Iterable

import pytest
from textual.events import Key
from textual.pilot import Pilot

from loyaltui.core.customer import Customer
from loyaltui.core.evidence import Answer
from loyaltui.core.moment import Moment
from loyaltui.store import Shop
from tests.apps import ENTER, furnish, opened, press, says, settled
from tests.conftest import BEGAN, NOW

MARY, BOB = 1, 2
OPENER = "If you chat"


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    return furnish(shop)


def written(shop: Shop, who: int = MARY) -> list[tuple[str, str, str, str]]:
    return [(one.family, one.value, one.source, one.text) for one in shop.answers.of(who, NOW.day)]


async def step(pilot: Pilot[None], *keys: str) -> None:
    """Press keys while a question waits for its answer."""
    for key in keys:
        await pilot.press(*(key if key not in (ENTER, "escape") else [key]))
        await pilot.pause()


async def mary_is_here(pilot: Pilot[None]) -> None:
    await press(pilot, "29000117", ENTER)


async def test_a_regular_of_whom_nothing_is_known_gets_a_dim_opener(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        assert "If you chat: what do you come for?" in says(pilot, "#card")


async def test_what_was_heard_takes_two_keys_and_the_sale_goes_on(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "w", ENTER, "2", ENTER)
        assert written(cafe) == [("reason", "price", "told", "")]
        assert "Mary Smith: the price (told us)" in says(pilot)
        await press(pilot, "4.20", ENTER)
        assert cafe.receipts.of_day(NOW.day)[0].amount == 420


async def test_ignoring_the_opener_costs_nothing_and_it_comes_again_only_weeks_later(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "4.20", ENTER)
        assert cafe.receipts.of_day(NOW.day)[0].amount == 420
        await mary_is_here(pilot)
        assert OPENER not in says(pilot, "#card")
    assert cafe.answers.last_asked(MARY, NOW.day) == NOW.day


async def test_taking_the_visit_back_takes_back_that_they_were_asked(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "4.20", ENTER, "ctrl+z")
        await mary_is_here(pilot)
        assert OPENER in says(pilot, "#card")


async def test_nobody_is_asked_in_a_rush(cafe: Shop) -> None:
    for minute in range(3):
        guest = cafe.customers.add(BEGAN, Customer(0, f"Guest {minute}"))
        cafe.receipts.log(Moment(NOW.day, (NOW.second or 0) - 60 * minute, NOW.at_utc), guest.id, 300)
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        assert OPENER not in says(pilot, "#card")


async def test_a_newcomer_is_let_alone(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000224", ENTER)
        assert OPENER not in says(pilot, "#card")


async def test_a_scan_in_the_middle_of_hearing_is_the_next_customer(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "w", ENTER, "29000224", ENTER)
        assert "Bob Ng" in says(pilot)
        assert written(cafe) == []


async def test_a_hidden_reason_is_not_offered(cafe: Shop) -> None:
    cafe.set.change(BEGAN, {"hidden_reasons": "contract"})
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "w", ENTER, "9", ENTER)
        assert written(cafe) == []
        assert "“9” begins with no key of this list" in says(pilot)


async def test_verdicts_stay_one_key_away_unless_the_owner_wants_them(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        assert "Regular" not in says(pilot, "#card")
    cafe.set.change(BEGAN, {"show_verdicts": "yes"})
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        assert "Regular: we don't know why they come" in says(pilot, "#card")


async def test_an_open_complaint_is_no_moment_for_questions(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "c cold soup", ENTER)
        assert written(cafe) == [("complaint", "open", "told", "cold soup")]
        card = says(pilot, "#card")
        assert OPENER not in card
        assert "cold soup" not in card  # she may be reading it
        assert "! something is open: f8" in card


async def test_a_friend_who_is_named_is_linked(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "w", ENTER, "f bob ng", ENTER)
    assert [one.about for one in cafe.answers.of(MARY, NOW.day)] == [BOB]


async def test_on_their_page_an_answer_is_written_corrected_and_withdrawn(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "f8")
        await step(pilot, "w", "r", "s", "9", ENTER)
        await settled(pilot)
        assert written(cafe) == [("recommends", "9", "saw", "")]
        assert "would recommend us (9–10)" in says(pilot, "#standing")
        await step(pilot, "x", "1", "c", "t")
        await settled(pilot)
        assert written(cafe) == [("recommends", "9", "told", "")]
        await step(pilot, "x", "1", "w")
        await settled(pilot)
        assert written(cafe) == []
        await press(pilot, "ctrl+z")
        assert written(cafe) == [("recommends", "9", "told", "")]


async def test_leaving_half_way_writes_nothing(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "f8")
        await step(pilot, "w", "2", "escape")
        await settled(pilot)
    assert written(cafe) == []


async def test_a_number_beyond_ten_is_refused_in_words(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "f8")
        await step(pilot, "w", "r", "t", "1", "1", ENTER)
        await settled(pilot)
        assert "11" in says(pilot)
    assert written(cafe) == []


def busy_evening(shop: Shop, people: Iterable[str]) -> None:
    """Regulars who were all here today; the first named spends most."""
    for n, name in enumerate(people):
        guest = shop.customers.add(BEGAN, Customer(0, name))
        for week in (4, 3, 2, 1, 0):
            shop.receipts.log(Moment(NOW.day - 7 * week, 40_000 + 900 * n, NOW.at_utc), guest.id, 2000 - 100 * n)


async def test_in_the_evening_the_five_who_matter_most_are_asked_about(cafe: Shop) -> None:
    busy_evening(cafe, ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn"))
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+t")
        for name in ("Ada", "Ben", "Cleo", "Dan", "Eve"):
            assert name in says(pilot, "#face")
            await press(pilot, "1", "t")
        assert "Finn" not in says(pilot, "#face")
        assert "That's all for this day" in says(pilot, "#face")
    answers = cafe.answers.everybody(NOW.day)
    assert {Answer(*one)[2:5] for some in answers.values() for one in some} == {("reason", "best", "told")}
    assert len(answers) == 5


async def test_not_knowing_writes_nothing_and_a_guess_is_not_asked_about_again(cafe: Shop) -> None:
    busy_evening(cafe, ("Ada", "Ben"))
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+t", "0")
        assert "Ben" in says(pilot, "#face")
        await press(pilot, "4", "g")
        await press(pilot, "f2", "ctrl+t")
        assert "Ada" in says(pilot, "#face")
        await press(pilot, "0")
        assert "The reason is known for 0 of" in says(pilot, "#face")


async def test_an_app_left_open_since_the_morning_knows_who_came_today(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f3", "f2")  # everybody has been read, as of some day before
        await mary_is_here(pilot)
        await press(pilot, "4.20", ENTER)
        await mary_is_here(pilot)
        await press(pilot, "f8")
        assert "Regular" in says(pilot, "#standing")
        await press(pilot, "ctrl+t")
        assert "Mary Smith" in says(pilot, "#face")


async def test_a_scan_in_the_evening_writes_nothing_down(cafe: Shop) -> None:
    busy_evening(cafe, ("Ada", "Ben"))
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+t")
        for digit in "2900000013506":  # faster than any hand, and than pilots press
            pilot.app.screen.on_key(Key(digit, digit))
        await press(pilot, ENTER)
        assert "Ada" in says(pilot, "#face")
        assert "A card was scanned" in says(pilot)
        assert cafe.answers.everybody(NOW.day) == {}


async def test_a_second_enter_says_nothing_in_anybodys_name(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "w", ENTER, ENTER)
        assert written(cafe) == []
        await press(pilot, "f8")
        await step(pilot, "w", ENTER, ENTER, "escape")
        await settled(pilot)
        assert written(cafe) == []


async def test_what_is_lit_stays_lit_while_the_card_is_still_being_read(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "w", ENTER, "down", "down")
        screen = pilot.app.screen
        reading = cafe.readings.of(MARY, NOW.day)
        screen.view.known(screen.state.person, reading, screen.view.opening._replace(replies=()))
        await press(pilot, ENTER)
        assert written(cafe) == [("reason", "price", "told", "")]


async def test_what_was_said_is_corrected_and_the_sign_in_the_list_follows(cafe: Shop) -> None:
    for value in ("9", "10"):
        cafe.answers.note(NOW, MARY, "recommends", value, "told")
    cafe.answers.note(NOW, MARY, "reason", "price", "told")
    async with opened(cafe) as pilot:
        await mary_is_here(pilot)
        await press(pilot, "f8")
        await step(pilot, "x", "1", "o", "1")
        await settled(pilot)
        assert written(cafe)[0] == ("reason", "best", "told", "")
        assert "likes it best here" in says(pilot, "#standing")


async def test_a_complaint_is_marked_at_the_counter_whoever_made_it(cafe: Shop) -> None:
    cafe.answers.note(NOW, BOB, "complaint", "open", "told", "cold soup")
    cafe.receipts.log(Moment(NOW.day - 1, 36_000, NOW.at_utc), BOB, 300)
    async with opened(cafe) as pilot:
        await press(pilot, "29000224", ENTER)
        assert "! something is open: f8" in says(pilot, "#card")
