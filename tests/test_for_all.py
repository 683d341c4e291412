"""One act for all who are listed: points, joining, vouchers; and Today's refunds."""

import csv

import pytest
from textual.pilot import Pilot

from loyaltui.core.customer import Customer
from loyaltui.store import Shop
from tests.apps import ENTER, NAMES, SPECIAL, furnish, opened, press, says, settled
from tests.conftest import BEGAN, NOW, acts, at


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    return furnish(shop)


def balances(shop: Shop) -> list[int]:
    return [shop.points.balance(number, NOW.day) for number in (1, 2, 3)]


async def answer(pilot: Pilot[None], *keys: str) -> None:
    """Press keys while a question waits for its answer; a text is typed."""
    for key in keys:
        special = key in SPECIAL or "+" in key or key == "f3"
        await pilot.press(*([key] if special else [NAMES.get(ch, ch) for ch in key]))
        await pilot.pause(0.05)


def question(pilot: Pilot[None]) -> str:
    return " ".join(str(label.render()) for label in pilot.app.screen.query(".dialog Label"))


async def test_points_for_all_who_are_listed_are_one_act_that_says_its_cost_first_and_is_undone_whole(
    cafe: Shop,
) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f3", "r")
        await answer(pilot, "ctrl+g", "g", "20", ENTER, "thank you", ENTER)
        assert "Give 20 pts to each of 2 people? That is 40 pts, worth up to €2.00." in question(pilot)
        assert balances(cafe) == [160, 0, 0]
        before = acts(cafe)
        await answer(pilot, ENTER, "y")
        await settled(pilot)
        assert balances(cafe) == [180, 0, 20]  # Mary and Rosemary; Bob Ng has no r
        assert acts(cafe) == before + 1
        assert "✓ +20 pts for each of 2 people" in says(pilot)
        await press(pilot, "ctrl+z")
        assert balances(cafe) == [160, 0, 0]
        assert "undone: given by hand" in says(pilot)


@pytest.mark.parametrize("typed", ["", "twenty", "0", "1000001", "99999999", "1.5", "²", "-200"])
async def test_a_number_of_points_that_cant_be_given_gives_nobody_anything(cafe: Shop, typed: str) -> None:
    async with opened(cafe) as pilot:
        before = acts(cafe)
        await press(pilot, "f3")
        await answer(pilot, "ctrl+g", "g", typed, ENTER, "thank you", ENTER, "y")
        assert (balances(cafe), acts(cafe)) == ([160, 0, 0], before)


async def test_n_and_esc_give_nothing(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        before = acts(cafe)
        await press(pilot, "f3")
        await answer(pilot, "ctrl+g", "g", "20", ENTER, "thank you", ENTER, "n")
        await answer(pilot, "ctrl+g", "escape", "ctrl+g", "v", "escape")
        assert acts(cafe) == before


async def test_all_who_are_listed_join_at_once_and_are_welcomed_once(cafe: Shop) -> None:
    cafe.set.put(BEGAN, "everyone_joins", "no")
    cafe.programme.put(BEGAN, "earn", "amount 1.00; welcome 10")
    for number in (2, 3):
        cafe.members.leave(BEGAN, number)
    async with opened(cafe) as pilot:
        await press(pilot, "f3")
        await answer(pilot, "ctrl+g", "j")
        said = question(pilot)
        assert "2 of 3 people aren't in the programme yet. Have they all agreed to join?" in said
        assert "Each is welcomed with 10 pts." in said
        await answer(pilot, "y")
        await settled(pilot)
        assert balances(cafe) == [160, 10, 10]
        await answer(pilot, "ctrl+g", "j")
        assert "All of them are in the programme already." in says(pilot)
        await press(pilot, "ctrl+z")
        assert balances(cafe) == [160, 0, 0]


async def test_vouchers_for_all_show_their_codes_and_are_saved_to_be_printed(cafe: Shop) -> None:
    cafe.vouchers.give(NOW, [2], cafe.vouchers.come_back(), "Come back soon")
    cafe.customers.add(BEGAN, Customer(0, "=HYPERLINK(1)"))
    async with opened(cafe) as pilot:
        await press(pilot, "f3")
        await answer(pilot, "ctrl+g", "v")
        assert "Give 3 people a voucher each, 10 % off within 14 days? The others hold one." in question(pilot)
        await answer(pilot, "y")
        await press(pilot, "s")
        code = cafe.vouchers.of(1, NOW.day)[0].code
        assert f"{code[:4]}-{code[4:]}, 10 % off from tomorrow until 18 May" in says(pilot, "#lots")
        with (cafe.path.parent / "vouchers-2026-05-04.csv").open(encoding="utf-8-sig") as file:
            rows = list(csv.DictReader(file))
        assert [row["name"] for row in rows] == ["Mary Smith", "Rosemary Hale", "'=HYPERLINK(1)"]
        assert rows[0]["code"].replace("-", "") == code
        assert len(cafe.vouchers.of(2, NOW.day)) == 1
        await press(pilot, "ctrl+z")
        assert cafe.vouchers.of(1, NOW.day) == []
        assert type(pilot.app.screen).__name__ == "People"


async def test_the_people_of_a_row_of_the_shop_get_something_by_one_key(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", ENTER)
        listed = pilot.app.screen.row.ids
        assert listed
        await answer(pilot, "g", "g", "5", ENTER, "hello", ENTER, "y")
        assert balances(cafe) == [[160, 0, 0][n - 1] + 5 * (n in listed) for n in (1, 2, 3)]


# Today


async def test_a_sale_is_given_back_whole_by_default_and_its_points_go_with_it(cafe: Shop) -> None:
    cafe.receipts.log(NOW, 2, 1000)
    async with opened(cafe) as pilot:
        await press(pilot, "f7", "r", ENTER)
        assert "refunded: Bob Ng -€10.00 -10 → 0 pts" in says(pilot)
        await press(pilot, "down", "r")
        assert "Nothing of it is left to give back." in says(pilot)
        await press(pilot, "ctrl+z")
        assert balances(cafe)[1] == 10


async def test_a_part_of_a_sale_is_given_back_and_the_rest_is_offered_next(cafe: Shop) -> None:
    cafe.receipts.log(at(0, 30_000), 2, 1000)
    async with opened(cafe) as pilot:
        await press(pilot, "f7", "r", *["backspace"] * 5, "4", ENTER)
        assert balances(cafe)[1] == 6
        await press(pilot, "down", "r")
        assert pilot.app.screen.query_one("Input").value == "6.00"
        await press(pilot, *["backspace"] * 4, "6.01", ENTER)
        assert "6.01 is more than the 6.00 that are left of this sale" in says(pilot)
        assert balances(cafe)[1] == 6


async def test_what_has_no_amount_yet_or_is_a_refund_itself_cant_be_given_back(cafe: Shop) -> None:
    cafe.receipts.log(at(0, 30_000), 2, None)
    cafe.receipts.refund(at(0, 30_001), 1, 500)
    async with opened(cafe) as pilot:
        await press(pilot, "f7", "r")
        assert "Nothing of it is left" in says(pilot)
        await press(pilot, "down", "r")
        assert "The till hasn't said yet" in says(pilot)
        assert len(cafe.receipts.of_day(NOW.day)) == 2


async def test_a_refund_says_what_it_was_of_in_the_balance(cafe: Shop) -> None:
    cafe.receipts.log(NOW, 2, 1000)
    async with opened(cafe) as pilot:
        await press(pilot, "f7", "r", ENTER, "f2", "29000224", ENTER, "e", ENTER)
        assert "taken back (refund of €10.00)" in says(pilot, "#lots")
