"""What an owner does at the counter, key by key."""

import pytest

from loyaltui.screens.counter import Counter
from loyaltui.store import Shop
from tests.apps import ENTER, furnish, opened, press, says, settled
from tests.conftest import NOW


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    return furnish(shop)


def visits_today(shop: Shop) -> list[tuple[str, int | None]]:
    return [(line.name, line.amount) for line in shop.receipts.of_day(NOW.day)]


async def test_three_letters_find_somebody_and_an_amount_logs_them(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "mar")
        assert pilot.app.screen.query_one("#list").option_count == 2
        await press(pilot, ENTER)
        assert "160 pts" in says(pilot, "#card")
        await press(pilot, "4.20", ENTER)
        assert visits_today(cafe) == [("Mary Smith", 420)]
        assert "Mary Smith €4.20 +4 → 164 pts" in says(pilot)
        assert "today 1 visit · 4 pts" in says(pilot, "#totals")


async def test_undo_takes_the_visit_and_its_points_back_and_it_can_be_logged_again_at_once(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER, "4.20", ENTER, "ctrl+z")
        assert visits_today(cafe) == []
        assert cafe.points.balance(1, NOW.day) == 160
        assert "undone: visit · Mary Smith" in says(pilot)
        await press(pilot, "29000117", ENTER, "4.20", ENTER)
        assert visits_today(cafe) == [("Mary Smith", 420)]


async def test_enter_alone_logs_a_visit_whose_amount_the_till_will_say(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000224", ENTER, ENTER)
        assert visits_today(cafe) == [("Bob Ng", None)]
        assert "the till will say" in says(pilot)


async def test_a_reward_and_the_rest_of_the_sale_are_one_step_and_one_undo(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER, "r", ENTER, ENTER)
        assert "Ring up on the till: −€5.00 Free cake" in says(pilot, "#card")
        await press(pilot, "2.80", ENTER)
        assert cafe.points.balance(1, NOW.day) == 160 - 100 + 2
        assert "Ring up on the till: −€5.00 Free cake" in says(pilot)
        await press(pilot, "ctrl+z")
        assert cafe.points.balance(1, NOW.day) == 160


async def test_somebody_without_enough_points_is_told_so_and_stays(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000224", ENTER, "r", ENTER)
        assert "not enough for a reward yet. 100 more: Free cake" in says(pilot)
        await press(pilot, "3", ENTER)
        assert visits_today(cafe) == [("Bob Ng", 300)]


async def test_a_scan_in_the_middle_of_another_persons_entry_turns_to_the_card_and_saves_nobody(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER, "4", "escape", "29000224", ENTER)
        assert "Mary Smith not saved. Now: Bob Ng" in says(pilot)
        assert visits_today(cafe) == []


async def test_a_newcomer_is_offered_first_and_added_on_the_second_enter_with_the_phone(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "Zoe Byrne 020 912 3999", ENTER)
        assert cafe.customers.count() == 3
        assert "⏎ again" in says(pilot)
        await press(pilot, ENTER)
        zoe = cafe.customers.meant("zoe byrne")
        assert zoe.phone == "+353209123999"
        await press(pilot, "6", ENTER)
        assert visits_today(cafe) == [("Zoe Byrne", 600)]


async def test_an_unknown_card_of_ours_makes_a_nameless_customer_with_points(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000999", ENTER, "10", ENTER)
        holder = cafe.customers.by_card("29000999")
        assert holder is not None
        assert holder.name == ""
        assert cafe.points.balance(holder.id, NOW.day) == 10


async def test_five_times_the_usual_amount_is_asked_about_before_it_is_saved(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER, "420", ENTER)
        assert "⏎ again if it is right" in says(pilot)
        assert visits_today(cafe) == []
        await press(pilot, ENTER)
        assert visits_today(cafe) == [("Mary Smith", 42000)]


async def test_the_same_person_within_two_minutes_needs_a_plus(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000224", ENTER, "3", ENTER, "29000224", ENTER, "3", ENTER)
        assert visits_today(cafe) == [("Bob Ng", 300)]
        assert "nothing was saved" in says(pilot)
        await press(pilot, "+", ENTER)
        assert len(visits_today(cafe)) == 2


async def test_a_note_is_kept_with_the_person(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER, "n likes oat milk", ENTER)
        assert [note.text for note in cafe.notes.of(1, NOW.day)] == ["likes oat milk"]
        assert "noted" in says(pilot)


async def test_escape_never_quits_and_leads_to_a_menu_of_every_room(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "mar", "escape", "escape")
        await press(pilot, "3")
        assert type(pilot.app.screen).__name__ == "People"


async def test_what_was_typed_is_kept_when_another_counter_is_saving(cafe: Shop, shop: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER)
        with Shop(cafe.path) as other:
            other.conn.execute("BEGIN IMMEDIATE")
            await press(pilot, "4.20", ENTER)
            assert "Another counter is saving" in says(pilot)
            other.conn.execute("ROLLBACK")
        await press(pilot, ENTER)
        assert visits_today(cafe) == [("Mary Smith", 420)]


async def test_keys_typed_while_the_list_is_searched_belong_to_the_text_entered(
    cafe: Shop,
) -> None:
    async with opened(cafe) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, Counter)
        await pilot.press(*"bob", ENTER, *"3", ENTER)
        await settled(pilot)
        assert visits_today(cafe) == [("Bob Ng", 300)]


async def test_after_a_sale_the_line_is_empty_and_nobody_is_looked_for(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000224", ENTER, "3", ENTER)
        assert "Scan a card" in says(pilot, "#card")
        assert "nobody is usually here" in str(pilot.app.screen.query_one("#list").border_title)


async def test_whoever_comes_at_this_hour_is_listed_on_an_empty_line(cafe: Shop) -> None:
    for week in range(1, 5):
        cafe.receipts.log(NOW._replace(day=NOW.day - 7 * week), 2, 300)
    async with opened(cafe) as pilot:
        await press(pilot, "down", ENTER, ENTER)
        assert visits_today(cafe) == [("Bob Ng", None)]
