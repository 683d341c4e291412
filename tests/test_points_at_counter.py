"""Points at the counter, key by key: what can be had, in parts, by voucher; joining; the clock that leapt."""

import pytest
from textual.pilot import Pilot

from loyaltui.core.reward import Offer
from loyaltui.store import Shop
from loyaltui.store.spending import give
from tests.apps import ENTER, furnish, opened, press, says
from tests.conftest import BEGAN, NOW, at

MARY, BOB = "29000117", "29000224"
TENTH = Offer("percent", 10, 14)


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    """Mary has 160 points; there is something off in parts, per cents, and credit for later."""
    furnish(shop)
    shop.programme.put(BEGAN, "reward", "50 Off -2.50; 80 A tenth 10%; 100 Credit +5.00 for 90 days; 300 Dinner 14.00")
    return shop


def listed(pilot: Pilot[None]) -> list[str]:
    """The list beside the card, a line each."""
    options = pilot.app.screen.query_one("#list").options
    return [" ".join(str(option.prompt).split()) for option in options]


async def test_the_list_says_what_this_person_can_have_now_and_how_far_it_is_to_the_next(cafe: Shop) -> None:
    voucher = cafe.vouchers.give(at(-1), [1], TENTH, "Come back soon")[0]
    async with opened(cafe) as pilot:
        await press(pilot, MARY, ENTER, "r", ENTER)
        code = f"{voucher.code[:4]}-{voucher.code[4:]}"
        assert listed(pilot) == [
            "Off −€2.50 50 pts",
            "A tenth −10 % 80 pts",
            "Credit €5.00 later 100 pts",
            "Free cake −€5.00 100 pts",
            f"−10 % {code} until 17 May",
            "140 more: Dinner",
        ]
        await press(pilot, *["down"] * 9, ENTER)
        assert "voucher" in says(pilot, "#card")  # what can't be had can't be picked


async def test_some_of_the_points_are_spent_on_money_off_and_what_they_bring_is_said_before_it_is_saved(
    cafe: Shop,
) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, MARY, ENTER, "r", ENTER, "130", ENTER)
        assert "Off of €6.50 for 130 pts goes with this sale" in says(pilot)
        assert "Ring up on the till: −€6.50 Off" in says(pilot, "#card")
        assert cafe.points.balance(1, NOW.day) == 160
        await press(pilot, "2.80", ENTER)
        assert cafe.points.balance(1, NOW.day) == 160 - 130 + 2
        assert "✓ Ring up on the till: −€6.50 Off · Mary Smith €2.80 +2" in says(pilot)


async def test_more_points_than_there_are_cant_be_spent_and_the_list_stays_open(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, MARY, ENTER, "r", ENTER, "161", ENTER)
        assert "There are 160: no more can be spent." in says(pilot)
        await press(pilot, "160", ENTER, ENTER)
        assert cafe.points.balance(1, NOW.day) == 0


async def test_per_cents_are_rung_up_as_such(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, MARY, ENTER, "r", ENTER, "down", ENTER, "9", ENTER)
        assert "Ring up on the till: −10 % A tenth" in says(pilot)


async def test_credit_brings_a_voucher_that_is_used_by_its_code_from_the_next_day_on(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, MARY, ENTER, "r", ENTER, "down", "down", ENTER)
        assert "Brings a voucher: €5.00 off, good for 90 days" in says(pilot, "#card")
        await press(pilot, ENTER)
        voucher = cafe.vouchers.of(1, NOW.day)[0]
        code = f"{voucher.code[:4]}-{voucher.code[4:]}"
        assert f"Voucher {code}, €5.00 off from tomorrow until 2 August" in says(pilot)
        await press(pilot, code, ENTER)
        assert "is good from 2026-05-05 to 2026-08-02, not today" in says(pilot)


async def test_a_vouchers_code_on_the_empty_line_brings_its_owner_and_goes_with_their_sale(cafe: Shop) -> None:
    voucher = cafe.vouchers.give(at(-1), [2], TENTH, "Come back soon")[0]
    async with opened(cafe) as pilot:
        await press(pilot, voucher.code.lower(), ENTER)
        assert "Bob Ng" in str(pilot.app.screen.query_one("#card").border_title)
        assert "Ring up on the till: −10 % voucher" in says(pilot, "#card")
        await press(pilot, "4.50", ENTER)
        assert "Ring up on the till: −10 % voucher" in says(pilot)
        await press(pilot, voucher.code, ENTER)
        assert "was used already" in says(pilot)
        await press(pilot, "escape", "ctrl+z", voucher.code, ENTER, ENTER)
        assert [line.name for line in cafe.receipts.of_day(NOW.day)] == ["Bob Ng"]


async def test_leaving_somebody_says_that_their_voucher_was_not_used(cafe: Shop) -> None:
    voucher = cafe.vouchers.give(at(-1), [2], TENTH, "Come back soon")[0]
    async with opened(cafe) as pilot:
        await press(pilot, voucher.code, ENTER, MARY, ENTER)
        assert "Bob Ng not saved. Now: Mary Smith Voucher" in says(pilot)
        assert cafe.vouchers.of(2, NOW.day) == [voucher]


async def test_who_isnt_in_the_programme_is_shown_so_earns_nothing_and_joins_by_one_key(cafe: Shop) -> None:
    cafe.set.put(BEGAN, "everyone_joins", "no")
    cafe.programme.put(NOW, "earn", "amount 1.00; welcome 20")
    cafe.members.leave(BEGAN, 2)
    async with opened(cafe) as pilot:
        await press(pilot, BOB, ENTER)
        assert "not in the programme · j ⏎ joins" in says(pilot, "#card")
        await press(pilot, "3", ENTER)
        assert "not in the programme, so nothing was earned" in says(pilot)
        await press(pilot, BOB, ENTER, "j", ENTER)
        assert "Bob Ng is in the programme now: +20 pts" in says(pilot)
        assert "not in the programme" not in says(pilot, "#card")
        await press(pilot, "j", ENTER)
        assert "already" in says(pilot)
        await press(pilot, "+5", ENTER)
        assert cafe.points.balance(2, NOW.day) == 25


async def test_a_newcomer_at_the_counter_is_in_the_programme(cafe: Shop) -> None:
    cafe.set.put(BEGAN, "everyone_joins", "no")
    async with opened(cafe) as pilot:
        await press(pilot, "Zoe Byrne", ENTER, ENTER, "6", ENTER)
        assert cafe.points.balance(4, NOW.day) == 6


async def test_the_come_back_voucher_is_given_by_one_key_once(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, MARY, ENTER, "v", ENTER)
        assert "10 % off from tomorrow until 18 May" in says(pilot)
        await press(pilot, "v", ENTER)
        assert "already" in says(pilot)
        assert len(cafe.vouchers.of(1, NOW.day)) == 1
        await press(pilot, "ctrl+z")
        assert cafe.vouchers.of(1, NOW.day) == []


async def test_what_lapses_soon_stands_on_the_card(cafe: Shop) -> None:
    cafe.programme.put(NOW, "earn", "amount 1.00; lasts 20")
    give(cafe, NOW, [1], 40, "paper card")
    async with opened(cafe) as pilot:
        await press(pilot, MARY, ENTER)
        assert "40 lapse on 24 May" in says(pilot, "#card")


async def test_a_clock_that_leapt_is_asked_about_and_only_y_saves_the_visit(cafe: Shop) -> None:
    cafe.programme.put(BEGAN, "earn", "amount 1.00; lasts 365")
    give(cafe, at(-1), [1], 5, "paper card")
    cafe.conn.execute("UPDATE acts SET day = ?", (NOW.day - 62,))
    async with opened(cafe) as pilot:
        await press(pilot, BOB, ENTER, "3", ENTER)
        question = str(pilot.app.screen.query("Label").first().render())
        assert question == "Today is 4 May 2026, 62 days after the last entry. Is that right?"
        await press(pilot, ENTER, "n")
        assert cafe.receipts.of_day(NOW.day) == []
        assert "Nothing was saved" in says(pilot)
        await press(pilot, ENTER, "y")
        assert [line.amount for line in cafe.receipts.of_day(NOW.day)] == [300]
        assert "Bob Ng €3.00" in says(pilot)
        assert cafe.settings.clock == "2026-05-04"
