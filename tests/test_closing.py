"""Closing the day by one key: every step in its order, each can be skipped."""

import os
from pathlib import Path

from loyaltui.store import Shop
from tests.apps import ENTER, TODAY, furnish, opened, press, says
from tests.conftest import NOW


def mode(pilot: object) -> str:
    return type(pilot.app.screen).__name__  # type: ignore[attr-defined]


async def test_the_day_is_closed_in_six_steps_and_esc_leads_from_a_room_back_to_the_next(shop: Shop) -> None:
    furnish(shop)
    shop.promises.give(NOW, 1, "oat milk", NOW.day + 1)
    shop.promises.give(NOW, 1, "a new chair", NOW.day + 2)
    till = shop.path.parent / "sales.csv"
    till.write_text("date,customer,amount\n2026-05-04,Zoe,4.20\n")
    noon = TODAY.toordinal() - 719163
    os.utime(till, (noon * 86_400 + 43_200,) * 2)
    async with opened(shop) as pilot:
        await press(pilot, "ctrl+n")
        assert "sales.csv lies there since today" in says(pilot, "#words")
        await press(pilot, ENTER)
        assert mode(pilot) == "BringIn"
        await press(pilot, "escape")
        assert mode(pilot) == "Closing"
        assert "✓ 1" in says(pilot, "#steps") and "▸ 2" in says(pilot, "#steps")
        await press(pilot, ENTER, "s")
        assert "oat milk by Tue 5 May" in says(pilot, "#words")
        assert "chair" not in says(pilot, "#words")
        await press(pilot, ENTER, ENTER)
        assert "checked copy" in says(pilot)
        assert list((shop.path.parent / "backups").glob("*.db"))
        assert "Good night" in says(pilot, "#words")
        await press(pilot, ENTER)
        assert mode(pilot) == "Counter"


async def test_every_step_can_be_skipped_and_nothing_is_done(shop: Shop) -> None:
    furnish(shop)
    before = shop.last_act()
    async with opened(shop) as pilot:
        await press(pilot, "ctrl+n", *"sssss")
        assert "Good night" in says(pilot, "#words")
        assert not (shop.path.parent / "backups").exists()
        assert shop.last_act() == before
        await press(pilot, "escape", "f10", "escape")
        assert mode(pilot) == "Counter"  # the day isn't being closed any more


async def test_a_room_left_by_its_own_key_doesnt_lead_back(shop: Shop) -> None:
    furnish(shop)
    async with opened(shop) as pilot:
        await press(pilot, "ctrl+n", ENTER, "f2")
        assert mode(pilot) == "Counter"
        await press(pilot, "f6", "escape")
        assert mode(pilot) == "Counter"


def test_a_till_file_of_another_day_is_none_of_today(tmp_path: Path) -> None:
    from loyaltui.screens.bringing import recent_files

    old = tmp_path / "old.csv"
    old.write_text("date,amount\n")
    os.utime(old, (1_000_000, 1_000_000))
    assert [day for _path, day in recent_files(tmp_path)] != [TODAY.toordinal()]
