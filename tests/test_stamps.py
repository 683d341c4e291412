"""A shop that gives stamps never reads of points: one a visit, the tenth coffee is free."""

import re

import pytest
from textual.pilot import Pilot

from loyaltui.core.customer import Customer
from loyaltui.core.moment import Moment
from loyaltui.store import Shop
from tests.apps import ENTER, opened, press, says
from tests.conftest import BEGAN, NOW

POINTS = re.compile(r"\b(points?|pts?)\b", re.IGNORECASE)


@pytest.fixture
def cafe(bare: Shop) -> Shop:
    """Mary has nine stamps of ten."""
    bare.set.change(BEGAN, {"name": "Café Linden", "currency": "EUR", "country": "IE", "unit": "stamps"})
    bare.programme.begin(BEGAN, "Free coffee")
    mary = bare.customers.add(BEGAN, Customer(0, "Mary Smith", card="29000117")).id
    for day in range(9):
        bare.receipts.log(Moment(BEGAN.day + day, 36_000, BEGAN.at_utc), mary, 420)
    return bare


def screen(pilot: Pilot[None]) -> str:
    """All that stands on the screen, as it is painted."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


async def test_every_tenth_coffee_is_free_on_a_card_of_stamps(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER)
        assert "9 stamps █████████░ 10" in says(pilot, "#card")
        await press(pilot, "4.20", ENTER)
        assert "+1 → 10 stamps" in says(pilot)
        await press(pilot, "29000117", ENTER, "r", ENTER, ENTER)
        assert "10 − 10 = 0 stamps" in says(pilot, "#card")


async def test_nobody_reads_of_points_in_a_shop_of_stamps(cafe: Shop) -> None:
    cafe.receipts.log(NOW, 1, 420)
    keys = ["29000117", ENTER, "r", ENTER, ENTER, "2.80", ENTER, "29000117", ENTER, "e", ENTER, "escape", "n x", ENTER]
    keys += ["j", ENTER, "v", ENTER, "w", ENTER, "escape", "f8", "b", "escape", "escape", "escape", "escape"]
    keys += ["f3", "f4", "f5", "1", "2", "3", "4", "5", "6", "f6", "f7", "r", "escape", "f10"]
    keys += ["ctrl+t", "f9", "escape", "f5", "j", "escape", "f1"]
    async with opened(cafe, (120, 40)) as pilot:
        for key in keys:
            await press(pilot, key)
            assert not POINTS.search(screen(pilot)), key
        for _page in range(8):
            await pilot.press("pagedown")
            await pilot.pause()
            assert not POINTS.search(screen(pilot))
