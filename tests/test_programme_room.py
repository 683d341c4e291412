"""The owner's evening with the programme: read in plain words, changed by keyboard, tried out, kept, taken back."""

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, Static

from loyaltui.core.moment import Moment
from loyaltui.store import Shop
from loyaltui.widgets.bars import Bars
from tests.apps import ENTER, everything, furnish, opened, press, says
from tests.conftest import BEGAN, NOW, rows

SIZES = [(80, 24), (120, 40), (40, 12)]


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    return furnish(shop)


def lines(pilot: Pilot[None]) -> list[str]:
    """The room's lines: what, and what it says."""
    table = pilot.app.screen.query_one("#table", DataTable)
    return [" ".join(str(cell) for cell in table.get_row_at(row)) for row in range(table.row_count)]


async def to(pilot: Pilot[None], title: str) -> None:
    """Go to the first line that begins so."""
    row = next(number for number, line in enumerate(lines(pilot)) if line.startswith(title))
    table = pilot.app.screen.query_one("#table", DataTable)
    await press(pilot, *["up"] * table.row_count, *["down"] * row)


async def fill(pilot: Pilot[None], **values: str) -> None:
    """Write into the lines of the form that is open, and Enter."""
    for field, value in values.items():
        pilot.app.screen.query_one(f"#{field}", Input).value = value
    await press(pilot, ENTER)


def beneath(pilot: Pilot[None]) -> str:
    """What a form says beneath its lines."""
    return str(pilot.app.screen.query_one("#so", Static).render())


async def test_the_programme_stands_there_in_plain_sentences(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "p")
        assert lines(pilot)[0] == "Points 1 point for every €1.00 spent."
        assert "Reward 100 points: “Free cake”, worth €5.00." in lines(pilot)
        assert lines(pilot)[-1].startswith("since 4 Apr 2026")


async def test_it_is_reached_from_the_palette_and_from_the_settings_too(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        for keys in (["ctrl+o"], ["f9", "ctrl+o"]):
            await press(pilot, "f2", *keys)
            assert type(pilot.app.screen).__name__ == "Programme"


async def test_a_double_day_is_two_keys_and_a_tick_and_holds_once_it_is_kept(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o")
        await to(pilot, "+ More or less")
        await press(pilot, ENTER, "2", "down", "down", "down", "down", "space")
        assert beneath(pilot).startswith("Twice the points on Tuesdays.")
        await press(pilot, ENTER)
        assert "More or less Twice the points on Tuesdays." in lines(pilot)
        assert "not kept yet" in says(pilot, "#title")
        assert len(cafe.programme.rules()) == 1
        await press(pilot, "s")
        first, second = cafe.programme.rules()
        assert (second.boosts[0].weekdays, second.from_day) == ((1,), NOW.day)
        assert first.boosts == ()
        assert "not kept yet" not in says(pilot, "#title")
        await press(pilot, "ctrl+z")
        assert cafe.programme.rules() == [first]
        assert "More or less Twice the points on Tuesdays." not in lines(pilot)


@pytest.mark.parametrize(
    ("title", "form", "sentence"),
    [
        ("Least", {"value": "3"}, "A sale of less than €3.00 earns nothing."),
        ("Joining", {"value": "20"}, "20 points for joining."),
        ("Birthday", {"value": "50"}, "50 points around their birthday, once a year."),
        ("A friend", {"value": "30"}, "30 points for each friend they sent, once the friend has bought."),
        ("They last", {"value": "365"}, "Earned points lapse after 365 days."),
    ],
)
async def test_every_matter_is_a_form_of_one_line_and_can_be_taken_out(
    cafe: Shop, title: str, form: dict[str, str], sentence: str
) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o")
        await to(pilot, title)
        await press(pilot, ENTER)
        await fill(pilot, **form)
        assert sentence in " ".join(lines(pilot))
        await press(pilot, "d")
        assert sentence not in " ".join(lines(pilot))


async def test_tax_and_rounding_turn_round_at_a_key(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o")
        for title in ("Tax", "Rounding"):
            await to(pilot, title)
            await press(pilot, ENTER)
        await press(pilot, "s")
        rule = cafe.programme.rules()[-1]
        assert (rule.before_tax, rule.carry) == (True, False)


@pytest.mark.parametrize(
    ("digit", "form", "kind"),
    [
        ("1", {"name": "Soup", "points": "90", "worth": "4.50"}, "item"),
        ("2", {"name": "Off", "points": "100", "worth": "5"}, "money"),
        ("3", {"name": "A tenth", "points": "80", "worth": "10%"}, "percent"),
        ("4", {"name": "Credit", "points": "100", "worth": "5.00", "days": "30"}, "credit"),
    ],
)
async def test_each_kind_of_reward_is_added_changed_and_taken_out(
    cafe: Shop, digit: str, form: dict[str, str], kind: str
) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o")
        await to(pilot, "+ Reward")
        await press(pilot, ENTER, digit)
        await fill(pilot, **form)
        await press(pilot, "s")
        reward = cafe.programme.reward_called(form["name"])
        assert (reward.kind, reward.points) == (kind, int(form["points"]))
        number = [one.name for one in cafe.programme.rewards()].index(form["name"])
        await to(pilot, "Reward")
        await press(pilot, *["down"] * number, ENTER)
        await fill(pilot, points="99")
        await press(pilot, "s")
        assert cafe.programme.reward_called(form["name"]).points == 99
        number = [one.name for one in cafe.programme.rewards()].index(form["name"])
        await to(pilot, "Reward")
        await press(pilot, *["down"] * number, "d", "s")
        assert [one.name for one in cafe.programme.rewards()] == ["Free cake"]


async def test_a_form_shows_what_a_usual_sale_would_come_to(cafe: Shop) -> None:
    for day in range(20):
        cafe.receipts.log(Moment(NOW.day - 20 + day, 36_000, NOW.at_utc), 2, 420)
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o", ENTER, "1")
        assert beneath(pilot).splitlines() == [
            "1 point for every €1.00 spent.",
            "A sale of €4.20 earns 4 points, every 24th brings “Free cake”. Gives back 5 %.",
        ]
        pilot.app.screen.query_one("#size", Input).value = "0.50"
        await press(pilot)
        assert "earns 8 points, every 12th brings “Free cake”. Gives back 10 %." in beneath(pilot)


@pytest.mark.parametrize(
    ("title", "keys", "field", "typed"),
    [
        ("Points", [ENTER, "1"], "size", "-1"),
        ("Points", [ENTER, "1"], "size", "0"),
        ("Points", [ENTER, "1"], "size", "999999999999"),
        ("Points", [ENTER, "2"], "size", "1.5"),
        ("Points", [ENTER, "3"], "what", ""),
        ("Least", [ENTER], "value", "lots"),
        ("Birthday", [ENTER], "value", "10000000"),
        ("They last", [ENTER], "value", "-30"),
        ("+ More", [ENTER, "1"], "times", "11"),
        ("+ More", [ENTER, "1"], "what", "tea; lasts 1"),
        ("+ More", [ENTER, "2"], "start", "25:00"),
        ("+ More", [ENTER, "3"], "day", "2026-02-31"),
        ("+ Reward", [ENTER, "3"], "worth", "100"),
        ("Come back", [ENTER], "days", "0"),
    ],
)
async def test_what_cannot_be_is_refused_in_the_form_and_stays_typed(
    cafe: Shop, title: str, keys: list[str], field: str, typed: str
) -> None:
    before = rows(cafe)
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o")
        await to(pilot, title)
        await press(pilot, *keys)
        await fill(pilot, **{field: typed})
        assert says(pilot, "#wrong")
        assert pilot.app.screen.query_one(f"#{field}", Input).value == typed
        await press(pilot, "escape")
        assert "not kept yet" not in says(pilot, "#title")
        assert rows(cafe) == before


@pytest.mark.parametrize(
    ("title", "keys", "form", "why"),
    [
        ("Points", [ENTER, "1"], {"size": "0.05"}, "give back 100 %"),
        ("Points", [ENTER, "1"], {"size": "9000000"}, "nobody could reach it"),
        ("Reward", [ENTER], {"points": "1000000"}, "nobody could reach it"),
    ],
)
async def test_a_programme_that_ruins_or_cheats_is_never_kept(
    cafe: Shop, title: str, keys: list[str], form: dict[str, str], why: str
) -> None:
    for day in range(20):
        cafe.receipts.log(Moment(NOW.day - 20 + day, 36_000, NOW.at_utc), 2, 420)
    before = rows(cafe)
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o")
        await to(pilot, title)
        await press(pilot, *keys)
        await fill(pilot, **form)
        assert why in says(pilot, "#example")
        await press(pilot, "s")
        assert why in says(pilot)
        assert rows(cafe) == before
        assert "not kept yet" in says(pilot, "#title")


async def test_a_rule_and_its_reward_change_together_or_not_at_all(cafe: Shop) -> None:
    """A point for each cent: with a reward of 100 points ruinous, with one of 10,000 the same as ever."""
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o", ENTER, "1")
        await fill(pilot, size="0.01")
        await to(pilot, "Reward")
        await press(pilot, ENTER)
        await fill(pilot, points="10000")
        await press(pilot, "s")
        assert (cafe.programme.rules()[-1].size, cafe.programme.rewards()[0].points) == (1, 10000)
        await press(pilot, "ctrl+z")
        assert (cafe.programme.rules()[-1].size, cafe.programme.rewards()[0].points) == (100, 100)


async def test_a_draft_is_only_dropped_when_esc_is_meant(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o")
        await to(pilot, "Tax")
        await press(pilot, ENTER, "escape")
        assert "Not kept yet" in says(pilot)
        await press(pilot, "f2", "ctrl+o")
        assert "not kept yet" in says(pilot, "#title")
        await press(pilot, "escape", "escape")
        assert type(pilot.app.screen).__name__ == "TheShop"
        assert len(cafe.programme.rules()) == 1


async def test_an_older_version_can_be_taken_up_again(cafe: Shop) -> None:
    cafe.programme.put(BEGAN, "earn", "visit 3")
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o")
        await to(pilot, lines(pilot)[-1])
        await press(pilot, ENTER, "s")
        assert [rule.per for rule in cafe.programme.rules()] == ["amount", "visit", "amount"]


async def test_the_voucher_that_brings_back_and_who_is_in_it_are_kept_at_once(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o")
        await to(pilot, "Come back")
        await press(pilot, ENTER)
        await fill(pilot, off="2.50", days="21")
        await to(pilot, "Who is in it")
        await press(pilot, ENTER)
        assert (cafe.settings.come_back, cafe.settings.everyone_joins) == ("2.50 in 21 days", "no")


async def test_those_who_like_it_type_the_rule(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o", "t")
        await fill(pilot, text="amount 2.00; 2x sat 08:00-10:00; 0x Tobacco; lasts 365")
        await press(pilot, "s")
        assert len(cafe.programme.rules()[-1].boosts) == 2
        assert "More or less No points for Tobacco." in lines(pilot)


async def test_a_changed_rule_is_rehearsed_before_it_is_kept(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "ctrl+o", ENTER, "1")
        await fill(pilot, size="0.50")
        await press(pilot, "r")
        labels = [row.label for row in pilot.app.screen.query_one(Bars).rows]
        assert [label.strip() for label in labels][:5] == [
            "As it is", "As you'd have it", "Difference", "Who gains", "Mary Smith",
        ]  # fmt: skip
        assert "160 points" in everything(pilot)
        assert "320 points" in everything(pilot)
        await press(pilot, "escape")
        assert "not kept yet" in says(pilot, "#title")


async def test_without_sales_a_rehearsal_says_so_kindly(shop: Shop) -> None:
    shop.set.change(BEGAN, {"name": "Café Linden"})
    async with opened(shop) as pilot:
        await press(pilot, "ctrl+o", "r")
        assert "nothing to replay" in says(pilot, "#lead")


async def test_what_we_owe_is_a_page_of_the_shop(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "8")
        assert "1 customer holds 160 points, worth up to €8.00." in says(pilot, "#lead")
        assert "Given in the last year" in everything(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_rooms_stand_at_any_size(cafe: Shop, size: tuple[int, int]) -> None:
    cafe.programme.put(NOW, "reward", "70 [/] [@click=app.quit]Bob[/] 3.00")
    async with opened(cafe, size) as pilot:
        await press(pilot, "f5", "8", "down", "down", "p", ENTER, "1", "escape", "r", "down", "down", "escape")
        await to(pilot, "+ More")
        await press(pilot, ENTER, "2", "escape")
        assert pilot.app.is_running
