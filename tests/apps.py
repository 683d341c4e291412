"""How the tests sit down at the app: a shop with a few people, keys pressed, and what the screen says."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from textual.pilot import Pilot
from textual.widgets import Static

from loyaltui.app import LoyaltApp
from loyaltui.clock import Clock
from loyaltui.core.customer import Customer
from loyaltui.core.moment import Moment
from loyaltui.store import Shop
from tests.conftest import BEGAN, NOW

TODAY = date.fromordinal(NOW.day)
ENTER = "enter"


def furnish(shop: Shop) -> Shop:
    """A described shop with three people; Mary has points for a cake and a usual flat white."""
    shop.set.change(BEGAN, {"name": "Café Linden", "currency": "EUR", "country": "IE", "card_prefix": "29"})
    shop.customers.add(BEGAN, Customer(0, "Mary Smith", phone="0209123456", card="29000117"))
    shop.customers.add(BEGAN, Customer(0, "Bob Ng", card="29000224"))
    shop.customers.add(BEGAN, Customer(0, "Rosemary Hale", email="rose@example.com"))
    for week in range(4):
        shop.receipts.log(Moment(BEGAN.day + 7 * week, 36_000, BEGAN.at_utc), 1, 4000)
    return shop


@asynccontextmanager
async def opened(shop: Shop, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The app on a shop, ready at the counter; toasts and tooltips on, since they hide crashes."""
    app = LoyaltApp(shop, Clock(TODAY, NOW.second), shop.path.parent)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Every thread has answered and every message was handled."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys; a text of several characters is typed, letter by letter."""
    for key in keys:
        special = key in SPECIAL or "+" in key[1:] or (key[0] == "f" and key[1:].isdigit())
        await pilot.press(*([key] if special else [NAMES.get(ch, ch) for ch in key]))
    await settled(pilot)


SPECIAL = {"backspace", "enter", "escape", "up", "down", "left", "right", "tab", "space"}
NAMES = {" ": "space", ".": "full_stop", "+": "plus", "@": "at", "-": "minus", "/": "slash", ",": "comma"}


def says(pilot: Pilot[None], where: str = "#till #said") -> str:
    """What a part of the screen says now."""
    return str(pilot.app.screen.query_one(where, Static).render())


def everything(pilot: Pilot[None]) -> str:
    """All that stands on the screen now, line by line."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in line) for line in lines)
