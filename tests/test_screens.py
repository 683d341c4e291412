"""Every other room, by keyboard alone."""

import os
from pathlib import Path

import pytest
from textual.widgets import DataTable, Input, OptionList

from loyaltui.core.customer import Customer
from loyaltui.core.moment import Moment
from loyaltui.core.reward import Reward
from loyaltui.store import Shop
from tests.apps import ENTER, LoyaltApp, everything, furnish, opened, press, says
from tests.conftest import BEGAN, NOW

SQUARE = Path(__file__).parent / "data" / "pos" / "square-transactions.csv"
NASTY = [
    "[/]",
    "[@click=app.quit]Bob[/]",
    "[ @click=app.quit]Bob[/ ]",
    "\x1b]52;c;aGk=\x07\x1b[31mred",
    "مريم\u202eevil",
    "王小明",
    "O'Hara, Niamh",
    "=HYPERLINK(1)",
    "a" * 300,
    "👨‍👩‍👧 family",
    "$name {name} %s",
]


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    return furnish(shop)


async def test_a_line_of_today_is_moved_to_another_person_with_its_points(cafe: Shop) -> None:
    cafe.receipts.log(NOW, 1, 1000)
    async with opened(cafe) as pilot:
        await press(pilot, "f7", "m", "bob", ENTER)
        assert [line.name for line in cafe.receipts.of_day(NOW.day)] == ["Bob Ng"]
        assert (cafe.points.balance(1, NOW.day), cafe.points.balance(2, NOW.day)) == (160, 10)
        await press(pilot, "ctrl+z")
        assert [line.name for line in cafe.receipts.of_day(NOW.day)] == ["Mary Smith"]


async def test_a_wrong_amount_is_put_right_and_earns_anew(cafe: Shop) -> None:
    cafe.receipts.log(NOW, 2, 4200)
    async with opened(cafe) as pilot:
        await press(pilot, "f7", "a")
        pilot.app.screen.query_one(Input).value = ""
        await press(pilot, "4.20", ENTER)
        assert cafe.points.balance(2, NOW.day) == 4
        assert "changed: Bob Ng €4.20" in says(pilot)


async def test_enter_never_deletes_a_line_but_y_does(cafe: Shop) -> None:
    cafe.receipts.log(NOW, 2, 420)
    async with opened(cafe) as pilot:
        await press(pilot, "f7", "d", ENTER)
        assert len(cafe.receipts.of_day(NOW.day)) == 1
        await press(pilot, "d", "y")
        assert cafe.receipts.of_day(NOW.day) == []
        assert cafe.points.balance(2, NOW.day) == 0


async def test_an_empty_day_says_what_to_do_and_the_day_before_is_an_arrow_away(cafe: Shop) -> None:
    cafe.receipts.log(NOW._replace(day=NOW.day - 1), 2, 420)
    async with opened(cafe) as pilot:
        await press(pilot, "f7")
        assert "Nothing was logged" in says(pilot, "#empty")
        await press(pilot, "left")
        assert pilot.app.screen.query_one(DataTable).row_count == 1


async def test_people_are_found_by_a_letter_and_by_how_they_come(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f3")
        table = pilot.app.screen.query_one(DataTable)
        assert table.row_count == 3
        await press(pilot, "ng")
        assert table.row_count == 1
        await press(pilot, "escape", "tab")
        assert table.row_count == 0  # visits alone make nobody loyal
        await press(pilot, "tab")
        assert table.row_count == 1  # only Mary has come again and again
        await press(pilot, ENTER)
        assert "Mary Smith" in says(pilot, "#title")


async def test_one_person_shows_the_evidence_and_what_is_not_known(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000117", ENTER, "f8")
        sheet = says(pilot, "#standing")
        assert "4 days with a visit" in sheet
        assert "Visits alone make nobody loyal" in sheet


async def test_a_person_is_edited_and_allows_us_to_write(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000224", ENTER, "f8", "e")
        pilot.app.screen.query_one("#email", Input).value = "bob@example.com"
        pilot.app.screen.query_one("#may-email").toggle()
        await press(pilot, ENTER)
        assert cafe.customers.get(2).email == "bob@example.com"
        assert [word.allowed for word in cafe.customers.consents(2, NOW.day)] == [True]


async def test_a_card_of_somebody_else_is_refused_in_the_form_and_nothing_typed_is_lost(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "29000224", ENTER, "f8", "e")
        card = pilot.app.screen.query_one("#card", Input)
        card.value = "29000117"
        await press(pilot, ENTER)
        assert card.value == "29000117"
        assert "belongs to Mary Smith" in str(pilot.app.screen.query_one("#wrong").render())


async def test_say_hello_names_the_overdue_with_odds_and_asks_for_permission_first(cafe: Shop) -> None:
    for week in range(10):
        cafe.receipts.log(Moment(NOW.day - 200 + 7 * week, 36_000, NOW.at_utc), 2, 500)
    async with opened(cafe) as pilot:
        await press(pilot, "f4")
        assert pilot.app.screen.query_one(OptionList).option_count >= 1
        words = says(pilot, "#words")
        assert "like this come back within" in words
        assert "next time they come in" in words


async def test_tills_sales_are_looked_at_then_brought_in_then_undone(bare: Shop) -> None:
    bare.set.change(BEGAN, {"name": "Harbor & Vine", "currency": "USD", "country": "US"})
    bare.programme.begin(NOW, "Thank-you")
    async with opened(bare) as pilot:
        await press(pilot, "f6")
        pilot.app.screen.query_one("#path", Input).value = str(SQUARE)
        await press(pilot, ENTER)
        assert "Would bring in 17 sales and 2 refunds: 13 by 6 customers (6 new), 4 without a name" in says(
            pilot, "#report #said"
        )
        assert bare.customers.count() == 0
        await press(pilot, ENTER)
        assert bare.customers.count() == 6
        assert "Brought in 17 sales" in says(pilot, "#report #said")
        await press(pilot, "ctrl+z")
        assert bare.customers.count() == 0


async def test_another_file_in_downloads_is_chosen_by_arrows_the_newest_offered_first(cafe: Shop) -> None:
    older, newest = (cafe.path.parent / name for name in ("older.csv", "newest.csv"))
    older.write_text("date,customer,amount\n2026-04-30,Zoe,4.20\n")
    newest.write_text("date,customer,amount\n2026-04-30,Ann,1.00\n2026-04-29,Ann,1.00\n")
    os.utime(older, (1_000_000, 1_000_000))
    async with opened(cafe) as pilot:
        await press(pilot, "f6")
        assert pilot.app.screen.query_one("#path", Input).value == str(newest)
        await press(pilot, "down", "down", "down", ENTER)
        assert pilot.app.screen.query_one("#path", Input).value == str(older)
        assert "Would bring in 1 sale by 1 customer" in says(pilot, "#report #said")


async def test_two_customers_with_one_phone_are_shown_side_by_side_and_merged_by_y(cafe: Shop) -> None:
    cafe.customers.add(BEGAN, Customer(0, "M. Smith", phone="0209123456"))
    async with opened(cafe) as pilot:
        await press(pilot, "f10")
        assert "Mary Smith" in says(pilot, "#one")
        assert "M. Smith" in says(pilot, "#other")
        await press(pilot, "y")
        assert cafe.customers.count() == 3
        assert "nothing just now" in says(pilot, "#title")
        await press(pilot, "ctrl+z")
        assert cafe.customers.count() == 4


async def test_a_column_can_be_changed_after_looking_and_the_next_file_of_that_shape_knows_it(
    cafe: Shop, tmp_path: Path
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("foo,bar,baz\nAnna Nowak,2026-03-02,4.20\nBen Ng,2026-03-03,5.00\n")
    async with opened(cafe) as pilot:
        await press(pilot, "f6")
        pilot.app.screen.query_one("#path", Input).value = str(odd)
        await press(pilot, ENTER)
        assert "2 sales without a name" in says(pilot, "#report #said")
        await pilot.click("#change")
        pilot.app.screen.query_one("#map-customer").value = "foo"
        await pilot.click("#look")
        await press(pilot)
        assert "Would bring in 2 sales by 2 customers" in says(pilot, "#report #said")
        await press(pilot, ENTER)
        assert cafe.customers.count() == 5
        odd.write_text("foo,bar,baz\nCy Lee,2026-04-02,4.20\nBen Ng,2026-04-03,5.00\n")
        pilot.app.screen.query_one("#path", Input).focus()
        await press(pilot, ENTER)
        assert "Would bring in 2 sales by 2 customers (1 new)" in says(pilot, "#report #said")


async def test_what_couldnt_be_read_is_saved_beside_the_file(cafe: Shop, tmp_path: Path) -> None:
    sales = tmp_path / "may.csv"
    sales.write_text("date,name,amount\n2026-02-30,Anna Nowak,4.20\n2026-03-02,Anna Nowak,4.20\n")
    async with opened(cafe) as pilot:
        await press(pilot, "f6")
        pilot.app.screen.query_one("#path", Input).value = str(sales)
        await press(pilot, ENTER)
        await pilot.click("#save")
        await press(pilot)
        assert "2026-02-30,Anna Nowak" in (tmp_path / "may-not-read.csv").read_text(encoding="utf-8-sig")


async def test_a_file_that_is_no_table_is_refused_in_words(cafe: Shop, tmp_path: Path) -> None:
    picture = tmp_path / "sales.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    async with opened(cafe) as pilot:
        await press(pilot, "f6")
        pilot.app.screen.query_one("#path", Input).value = str(picture)
        await press(pilot, ENTER)
        assert "sales.csv" in says(pilot)


async def test_a_new_shop_is_asked_five_things_and_then_the_counter_is_open(bare: Shop) -> None:
    async with opened(bare) as pilot:
        await press(pilot, "Linden", ENTER, "pl", ENTER, ENTER, "down", ENTER, ENTER)
        assert (bare.settings.name, bare.settings.country, bare.settings.currency) == ("Linden", "PL", "PLN")
        assert (bare.settings.till_names, bare.settings.unit) == ("no", "points")
        assert bare.programme.rules()[0].from_day == NOW.day
        assert type(pilot.app.screen).__name__ == "Counter"


async def test_a_shop_that_gives_stamps_gives_one_a_visit_and_the_tenth_brings_something(bare: Shop) -> None:
    async with opened(bare) as pilot:
        await press(pilot, "Linden", ENTER, "pl", ENTER, ENTER, "down", ENTER, "down", ENTER)
        (rule,), (reward,) = bare.programme.rules(), bare.programme.rewards()
        assert (bare.settings.unit, rule.per, rule.size, reward.points) == ("stamps", "visit", 1, 10)
        assert "0 stamps" in says(pilot, "#till #totals")
        for room in ("f3", "f5", "7", "8", "f7", "ctrl+o", "f9", "f1"):
            await press(pilot, room)
            for word in ("points", "point", "pts", "pt"):
                assert word not in everything(pilot).lower().replace("_", " ").split(), room
            if room == "f9":
                await press(pilot, "escape")


async def test_the_settings_change_how_points_are_earned_from_now_on(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f9")
        pilot.app.screen.query_one("#earn", Input).value = "visit 2"
        pilot.app.screen.query_one("#closed", Input).value = "2026-04-10..2026-04-12"
        await press(pilot, ENTER)
        assert cafe.programme.rules()[-1].per == "visit"
        assert len(cafe.settings.closed) == 3


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_no_name_from_a_file_can_break_a_screen_or_give_an_order(shop: Shop, size: tuple[int, int]) -> None:
    furnish(shop)
    for name in NASTY:
        number = shop.customers.add(BEGAN, Customer(0, name)).id
        shop.receipts.log(NOW, number, 420)
        for week in range(6):
            shop.receipts.log(Moment(NOW.day - 150 + 7 * week, 36_000, NOW.at_utc), number, 500)
        shop.notes.write(NOW, number, name)
        shop.notes.write(NOW, number, f"allergy: {name}")
        shop.promises.give(NOW, number, name, NOW.day)
        for family, value in (("complaint", "open"), ("wish", "")):
            shop.answers.note(NOW, number, family, value, "told", name)
    shop.programme.offer(NOW, [Reward(0, NASTY[0], 100, 100)])
    async with opened(shop, size) as pilot:
        await press(pilot, "b", "down", ENTER, "r", ENTER, ENTER, "1", ENTER, "ctrl+z")
        for room in ("f3", "f4", "f7", "f1", "ctrl+n", "f2"):
            await press(pilot, room, "down", "down")
        for page in ("2", "3", "4", "5"):
            await press(pilot, "f4", page, "down", "p", "escape")
        await press(pilot, "ctrl+n", *"ssss", "f5", "7")
        for number in range(4, 4 + len(NASTY)):
            await press(pilot, "f3")
            pilot.app.screen.post_message(opening(number))
            await press(pilot, "e", "escape", "escape")
        assert pilot.app.is_running
        assert isinstance(pilot.app, LoyaltApp)


def opening(number: int) -> object:
    from loyaltui.screens.base import OpenPerson

    return OpenPerson(number)
