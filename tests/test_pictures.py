"""The README's pictures: three rooms of the sample shop, as they look at half past eight in the morning."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import textual
from textual.pilot import Pilot

from loyaltui.app import LoyaltApp
from loyaltui.clock import Clock
from loyaltui.store import Shop
from tests.apps import press, settled

SAMPLE = Path(__file__).parent.parent / "sample.db"
DRAWN_BY = "8.2.8"
pytestmark = pytest.mark.skipif(
    textual.__version__ != DRAWN_BY, reason=f"the pictures were drawn by Textual {DRAWN_BY}"
)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[LoyaltApp]:
    copy = tmp_path / "demo.db"
    shutil.copyfile(SAMPLE, copy)
    with Shop(copy) as shop:
        yield LoyaltApp(shop, Clock(date(2026, 5, 1), 30_600), tmp_path)


def typing(*keys: str) -> Callable[[Pilot[None]], object]:
    """Press these keys before the picture is taken."""

    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    return run


def test_the_counter(app: LoyaltApp, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=typing("mar"))


def test_people(app: LoyaltApp, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(app, terminal_size=(110, 30), run_before=typing("f3", "tab", "tab"))


def test_say_hello(app: LoyaltApp, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(app, terminal_size=(80, 24), run_before=typing("f4"))
