"""The room "The shop", by keyboard alone: from the picture to its people and back, and what happened written down."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from loyaltui.core.moment import iso
from loyaltui.screens.the_shop import TheShop
from loyaltui.store import Shop
from loyaltui.widgets.bars import Bars
from tests.apps import ENTER, furnish, opened, press, says
from tests.conftest import BEGAN, MAY_4, NOW, at
from tests.test_insight import comes, loves, serves
from tests.test_screens import NASTY


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    """A shop where Mary is a regular of unknown reason and Lena is loyal."""
    furnish(shop)
    loves(shop, comes(shop, "Lena Wolf"))
    return shop


def lines(pilot: Pilot[None]) -> list[str]:
    """The rows of the page, as they are written."""
    return [row.label for row in pilot.app.screen.query_one(Bars).rows]


def people(pilot: Pilot[None]) -> list[str]:
    """The names in the list that is open."""
    table = pilot.app.screen.query_one(DataTable)
    return [str(table.get_row_at(row)[0]) for row in range(table.row_count)]


async def test_from_the_picture_to_a_person_and_back_to_where_one_was(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5")
        assert "Reason known for 1 of 2 regulars" in says(pilot, "#lead")
        assert "● Regular, we don't know: 1 customer" in says(pilot, "#detail")
        await press(pilot, "right", "right", "right")
        assert "♥ Loyal, like us best: 1 customer" in says(pilot, "#detail")
        await press(pilot, ENTER)
        assert people(pilot) == ["Lena Wolf"]
        await press(pilot, ENTER)
        assert "Lena Wolf" in says(pilot, "#title")
        await press(pilot, "escape", "escape")
        assert "♥ Loyal, like us best: 1 customer" in says(pilot, "#detail")
        await press(pilot, "escape")
        assert type(pilot.app.screen).__name__ == "Counter"


async def test_an_empty_field_opens_nothing_and_says_so(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "right", ENTER)
        assert isinstance(pilot.app.screen, TheShop)
        assert "nobody in it" in says(pilot)


async def test_the_picture_shows_how_many_and_their_money_in_every_field(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5")
        picture = says(pilot, "#matrix")
        assert "♥ 1" in picture
        assert "€" in picture
        assert picture.count("▸") == 1


async def test_the_board_turns_to_the_five_kinds_of_staying_and_back(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "2")
        assert lines(pilot) == ["like us best", "we don't know why"]
        await press(pilot, "k")
        assert lines(pilot) == ["true: they like us best", "we don't know why"]
        await press(pilot, "down", ENTER)
        assert people(pilot) == ["Mary Smith"]
        await press(pilot, "escape")
        assert "we don't know why: 1 regular" in says(pilot, "#detail")


async def test_tab_leads_through_all_pages_and_round_again(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5")
        seen = []
        for _ in range(8):
            seen.append(says(pilot, "#lead"))
            await press(pilot, "tab")
        assert says(pilot, "#lead") == seen[0]
        await press(pilot, "shift+tab")
        assert says(pilot, "#lead") == seen[7]


async def test_whom_to_ask_next_is_opened_at_once(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "4")
        assert lines(pilot) == ["Mary Smith"]
        await press(pilot, ENTER)
        assert "Mary Smith" in says(pilot, "#title")


async def test_what_was_heard_meanwhile_shows_when_one_comes_back(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "4", ENTER)
        cafe.answers.note(NOW, 1, "reason", "price", "told")
        await press(pilot, "escape")
        assert lines(pilot) == []
        assert "Reason known for 2 of 2 regulars" in says(pilot, "#lead")


async def test_what_happened_is_written_down_taken_back_and_taken_out(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "e", "1", "tab", "coffee dearer", ENTER)
        [event] = cafe.events.until(NOW.day)
        assert (event.kind, event.day, event.text) == ("prices_up", NOW.day, "coffee dearer")
        assert "prices went up: coffee dearer" in lines(pilot)[0]
        assert "^z undo" in says(pilot)
        await press(pilot, "ctrl+z")
        assert lines(pilot) == []
        cafe.events.log(NOW, MAY_4 - 60, "competitor")
        await press(pilot, "f2", "f5", "5", "d")
        assert cafe.events.until(NOW.day) == []
        assert lines(pilot) == []
        await press(pilot, "ctrl+z")
        assert "a competitor opened" in lines(pilot)[0]


async def test_the_people_of_an_event_are_listed_with_what_they_did(cafe: Shop) -> None:
    comes(cafe, "Left Us", range(-200, -60, 7))
    cafe.events.log(NOW, MAY_4 - 60, "competitor")
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "5", ENTER)
        table = pilot.app.screen.query_one(DataTable)
        did = {str(row[0]): str(row[2]) for row in map(table.get_row_at, range(table.row_count))}
        assert did == {"Left Us": "stayed away", "Lena Wolf": "stayed"}


async def test_a_colleague_who_left_is_named_and_a_name_nobody_has_is_refused_in_the_form(cafe: Shop) -> None:
    serves(cafe, "Ana")
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "e", "3")
        pilot.app.screen.query_one("#colleague", Input).value = "Zoe"
        await press(pilot, ENTER)
        assert pilot.app.screen.query_one("#wrong").display
        assert cafe.events.until(NOW.day) == []
        pilot.app.screen.query_one("#colleague", Input).value = "ana"
        pilot.app.screen.query_one("#day", Input).value = iso(MAY_4 - 3)
        await press(pilot, ENTER)
        assert "Ana left" in lines(pilot)[0]
        assert cafe.events.until(NOW.day)[0].day == MAY_4 - 3


@pytest.mark.parametrize("day", ["yesterday", "2026-05-05", "2026-02-30", ""])
async def test_a_day_that_is_none_or_still_to_come_is_refused_and_nothing_typed_is_lost(cafe: Shop, day: str) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "e", "1")
        box = pilot.app.screen.query_one("#day", Input)
        box.value = day
        await press(pilot, ENTER)
        assert str(pilot.app.screen.query_one("#wrong").render())
        assert box.value == day
        assert cafe.events.until(NOW.day) == []


async def test_nothing_is_taken_out_where_no_event_is_chosen(cafe: Shop) -> None:
    cafe.events.log(NOW, MAY_4 - 60, "competitor")
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "d")
        assert len(cafe.events.until(NOW.day)) == 1
        assert "page 5" in says(pilot)


async def test_a_shop_with_no_visits_says_what_to_do(bare: Shop) -> None:
    bare.set.change(BEGAN, {"name": "Café Linden", "currency": "EUR", "country": "IE"})
    async with opened(bare) as pilot:
        for page in ("f5", "2", "3", "4", "5", "6"):
            await press(pilot, page)
            assert "f6 brings in till sales" in says(pilot, "#lead")


async def test_a_shop_where_nobody_was_asked_says_how_to_begin(shop: Shop) -> None:
    furnish(shop)
    async with opened(shop) as pilot:
        for page in ("f5", "2", "4"):
            await press(pilot, page)
            assert "Nobody has been asked yet" in says(pilot, "#lead")
        await press(pilot, "6")
        assert "%" not in lines(pilot)[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_no_name_wish_or_event_can_break_the_room_or_give_an_order(
    shop: Shop, size: tuple[int, int], tmp_path: Path
) -> None:
    furnish(shop)
    for n, name in enumerate(NASTY):
        who = comes(shop, name, range(-150, 1, 7))
        colleague = serves(shop, name)
        shop.answers.note(at(-90), who, "reason", ("person", "price")[n % 2], "told", about=colleague * (1 - n % 2))
        shop.answers.note(NOW, who, "wish", "", "told", text=name)
        shop.events.log(NOW, MAY_4 - 40, "colleague_left", name, colleague)
        shop.events.log(NOW, MAY_4 - 50, "other", name)
    async with opened(shop, size) as pilot:
        await press(pilot, "f5")
        for page in ("1", "2", "3", "4", "5", "6"):
            await press(pilot, page, "down", "k" if page == "2" else "up", ENTER, "down", "escape")
            await press(pilot, "f5")
        await press(pilot, "e", "3", "escape", "5", "d", "ctrl+z")
        assert isinstance(pilot.app.screen, TheShop)
        assert len(lines(pilot)) == 2 * len(NASTY)
