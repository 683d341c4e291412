"""The shop as a whole: its money, its reasons, what hangs on one thing, and who stayed when something changed."""

import json
from math import exp

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.cli import main
from loyaltui.core.insight import MONTH, TOO_FEW, Coverage, LoyalShare, Member, recommendation
from loyaltui.core.refused import Refused
from loyaltui.core.shop_report import Happening, ShopReport
from loyaltui.store import Shop, insight
from loyaltui.words import insight as words
from tests.conftest import MAY_4, NOW, at, person

WEEKLY = range(-140, 1, 7)
HASH = {"customers": 0, "monthly_minor": 0, "ids": []}


def comes(shop: Shop, name: str, days: "range | list[int]" = WEEKLY, amount: int = 1000) -> int:
    """Somebody who paid on these days (0 is today); their number."""
    who = person(shop, name)
    for day in days:
        shop.receipts.log(at(day), who, amount)
    return who


def says(shop: Shop, who: int, family: str, value: str, days: int = 0, **more: object) -> None:
    """Something somebody told us."""
    shop.answers.note(at(days), who, family, value, "told", **more)


def loves(shop: Shop, who: int) -> None:
    """Enough told to be loyal for."""
    for family, value in (("reason", "best"), ("share", "mostly_here"), ("recommends", "10")):
        says(shop, who, family, value)


def report(shop: Shop, days: int = 0) -> ShopReport:
    return insight.look(shop, MAY_4 + days).report


def member(shop: Shop, who: int) -> Member:
    return insight.look(shop, MAY_4).members[who]


def serves(shop: Shop, name: str) -> int:
    """A colleague; their number."""
    with shop.act("import", NOW) as act:
        return shop.conn.execute("INSERT INTO staff(act_id, name) VALUES (?, ?)", (act, name)).lastrowid


def happened(shop: Shop) -> Happening:
    """The only thing that happened."""
    [one] = report(shop).journal
    return one


def test_money_a_month_is_what_was_paid_over_the_days_somebody_has_been_coming(shop: Shop) -> None:
    anna = comes(shop, "Anna", [-59, -30, 0])
    assert member(shop, anna).monthly == pytest.approx(3000 / 60 * MONTH)


def test_one_purchase_of_somebody_new_is_spread_over_thirty_days(shop: Shop) -> None:
    anna = comes(shop, "Anna", [0])
    assert member(shop, anna).monthly == pytest.approx(1000 / 30 * MONTH)


def test_what_was_paid_more_than_a_year_ago_no_longer_counts(shop: Shop) -> None:
    anna, ben = comes(shop, "Anna", [-365, -364, 0]), comes(shop, "Ben", [-500, -400])
    assert member(shop, anna).yearly == 2000
    assert member(shop, anna).monthly == pytest.approx(2000 / 12)
    assert member(shop, ben)[2:] == (0, None)
    assert report(shop).loyal.customers == 1


def test_money_given_back_is_taken_off(shop: Shop) -> None:
    anna = comes(shop, "Anna", [-10, 0])
    shop.receipts.refund(NOW, anna, 500)
    assert member(shop, anna).yearly == 1500


def test_two_who_are_one_person_are_one_in_the_picture_with_the_money_of_both(shop: Shop) -> None:
    anna, other = comes(shop, "Anna"), comes(shop, "A. Nowak", [-3, -2])
    says(shop, other, "reason", "price")
    shop.customers.merge(NOW, anna, other)
    look = insight.look(shop, NOW.day)
    assert look.members.keys() == {anna}
    assert look.members[anna].yearly == 1000 * len(WEEKLY) + 2000
    assert look.report.held_by["price"].ids == (anna,)


def test_everybody_stands_in_one_field_of_the_picture_and_every_regular_once_on_the_board(shop: Shop) -> None:
    for n, days in enumerate((WEEKLY, [0], [-200, -100], [-300], range(-300, -200, 7), WEEKLY)):
        loves(shop, comes(shop, f"Customer {n}", days))
    said = report(shop)
    assert sum(field.customers for row in said.matrix.values() for field in row.values()) == 6
    regulars = said.coverage.regulars
    assert regulars == said.matrix["regular"]["loyal"].customers == 2
    for board in (said.held_by, said.staying):
        assert sum(field.customers for field in board.values()) == regulars


def test_the_board_counts_what_was_said_and_the_unknown_on_their_own(shop: Shop) -> None:
    cheap, near, best, silent = (comes(shop, name) for name in ("Cheap", "Near", "Best", "Silent"))
    says(shop, cheap, "reason", "price")
    says(shop, near, "reason", "near")
    loves(shop, best)
    shop.answers.note(NOW, silent, "reason", "price", "guess")
    said = report(shop)
    assert {key: field.ids for key, field in said.held_by.items() if field.ids} == {
        "price": (cheap,),
        "near": (near,),
        "likes_best": (best,),
        "unknown": (silent,),
    }
    assert {key: field.ids for key, field in said.staying.items() if field.ids} == {
        "bought": (cheap,),
        "convenience": (near,),
        "true": (best,),
        "unknown": (silent,),
    }
    assert said.coverage == Coverage(3, 4)


def test_who_stayed_when_a_competitor_opened_is_won_not_merely_convenient(shop: Shop) -> None:
    near = comes(shop, "Near")
    says(shop, near, "reason", "near", -100)
    shop.events.log(NOW, MAY_4 - 60, "competitor")
    assert report(shop).staying["won"].ids == (near,)
    assert report(shop).held_by["near"].customers == 0


def test_what_hangs_on_a_colleague_is_counted_for_that_one_alone(shop: Shop) -> None:
    ana, bo = serves(shop, "Ana"), serves(shop, "Bo")
    for n, colleague in enumerate((ana, ana, bo)):
        says(shop, comes(shop, f"Customer {n}"), "reason", "person", about=colleague)
    said = report(shop)
    assert [(one.colleague, one.regulars.customers) for one in said.hanging] == [(ana, 2), (bo, 1)]
    monthly = 2 * 1000 * len(WEEKLY) / 141 * MONTH
    assert said.hanging[0].regulars.monthly_minor == round(monthly)
    assert (
        words.hangs(said.hanging[0], said, shop.settings) == f"if Ana leaves: 2 regulars, €{monthly / 100:.0f} a month"
    )


def test_of_a_colleague_who_has_left_the_shop_is_not_told_what_if_they_leave(shop: Shop) -> None:
    ana = serves(shop, "Ana")
    shop.events.log(NOW, MAY_4, "colleague_left", staff=ana)
    says(shop, comes(shop, "Anna"), "reason", "person", about=ana)
    said = report(shop)
    assert words.hanging(said.hanging[0], said) == "now that Ana has left"


def test_those_worth_asking_are_unknown_regulars_the_most_money_first(shop: Shop) -> None:
    small, large, known = comes(shop, "Small"), comes(shop, "Large", amount=5000), comes(shop, "Known", amount=9000)
    comes(shop, "Once", [0], amount=90_000)
    says(shop, known, "reason", "price")
    assert report(shop).worth_asking == [large, small]


def test_after_an_event_some_stayed_some_left_and_of_some_it_cant_be_told_yet(shop: Shop) -> None:
    stays = comes(shop, "Stays")
    leaves = comes(shop, "Leaves", range(-200, -60, 7))
    seldom = comes(shop, "Seldom", range(-200, -20, 25))
    comes(shop, "Newcomer", [-10, -3])
    shop.events.log(NOW, MAY_4 - 60, "prices_up", "coffee")
    one = happened(shop)
    assert (one.stayed.ids, one.left.ids, one.open.ids) == ((stays,), (leaves,), (seldom,))
    assert one.left_by_chance == pytest.approx(2 * exp(-3), abs=0.02)
    assert "1 left" in words.who_stayed(one, shop.settings)


def test_on_the_day_itself_nobody_can_be_told_yet(shop: Shop) -> None:
    comes(shop, "Anna")
    shop.events.log(NOW, MAY_4, "stock_out")
    one = happened(shop)
    assert (one.stayed.customers, one.left.customers, one.left_by_chance) == (0, 0, 0)
    assert "left" not in words.who_stayed(one, shop.settings)


def test_an_event_taken_out_leaves_the_journal_and_what_it_had_shown(shop: Shop) -> None:
    near = comes(shop, "Near")
    says(shop, near, "reason", "near", -100)
    shop.events.log(NOW, MAY_4 - 60, "competitor")
    shop.events.withdraw(NOW, happened(shop).event)
    assert report(shop).journal == []
    assert report(shop).held_by["near"].ids == (near,)


def test_what_another_counter_writes_down_counts_at_this_one_too(shop: Shop) -> None:
    stays = comes(shop, "Stays")
    assert report(shop).journal == []
    with Shop(shop.path, till="counter 2") as other:
        other.events.log(NOW, MAY_4 - 60, "competitor")
    assert happened(shop).stayed.ids == (stays,)


def test_an_earlier_day_knows_nothing_of_what_was_said_or_happened_later(shop: Shop) -> None:
    says(shop, comes(shop, "Anna"), "reason", "price", 0)
    shop.events.log(NOW, MAY_4, "competitor")
    assert report(shop, -1).coverage.known == 0
    assert report(shop, -1).journal == []


def test_only_the_newest_score_of_a_person_counts_and_no_guess(shop: Shop) -> None:
    anna, ben = comes(shop, "Anna"), comes(shop, "Ben")
    says(shop, anna, "recommends", "2", -5)
    says(shop, anna, "recommends", "10")
    shop.answers.note(NOW, ben, "recommends", "0", "guess")
    said = report(shop).recommendation
    assert said is not None
    assert (said.n, said.value) == (1, 1.0)


def test_wishes_are_gathered_in_whatever_case_they_are_said_the_most_wished_first(shop: Shop) -> None:
    anna, ben, cy = (comes(shop, name) for name in ("Anna", "Ben", "Cy"))
    says(shop, anna, "wish", "", -9, text="Oat milk")
    says(shop, anna, "wish", "", -8, text="oat milk")
    says(shop, ben, "wish", "", -7, text="OAT MILK")
    says(shop, cy, "wish", "", text="rye bread")
    assert [(wish.text, wish.ids) for wish in report(shop).wishes] == [("OAT MILK", (anna, ben)), ("rye bread", (cy,))]


def test_the_shop_says_how_the_owners_guesses_did(shop: Shop) -> None:
    for n, (guess, said) in enumerate((("price", "price"), ("near", "best"), ("habit", ""))):
        who = comes(shop, f"Customer {n}")
        shop.answers.note(at(-5), who, "reason", guess, "guess")
        if said:
            says(shop, who, "reason", said)
    found = report(shop)
    assert words.guesses(found.guesses_right, found.guesses) == "Your guesses: 1 of 2 right."


def test_where_else_they_buy_is_told_as_they_told_it(shop: Shop) -> None:
    for n, value in enumerate(("mostly_here", "mostly_here", "mostly_elsewhere")):
        says(shop, comes(shop, f"Customer {n}"), "share", value)
    told = words.share_of_wallet(report(shop).share_of_wallet)
    assert told == "Where they buy this, told by 3: 2 mostly here, 1 mostly elsewhere."


def test_ten_promoters_and_ten_detractors_recommend_us_by_zero_give_or_take_a_third() -> None:
    said = recommendation([9] * 10 + [6] * 10)
    assert said is not None
    assert said.value == 0
    assert (said.low, said.high) == pytest.approx((-0.395, 0.395), abs=0.001)


@given(st.lists(st.integers(0, 10), min_size=1, max_size=60))
def test_a_recommendation_lies_within_its_interval_and_both_within_what_is_possible(scores: list[int]) -> None:
    said = recommendation(scores)
    assert said is not None
    assert -1 <= said.low <= said.value <= said.high <= 1


def test_few_scores_are_too_few_to_tell_and_no_number_is_shown_for_them() -> None:
    few, enough = recommendation([10] * (TOO_FEW - 1)), recommendation([10] * TOO_FEW)
    assert "+" not in words.recommendation(few)
    assert "too few" in words.recommendation(few)
    assert "between" in words.recommendation(enough)


def test_the_loyal_share_is_of_customers_and_of_their_money(shop: Shop) -> None:
    loves(shop, comes(shop, "Loyal", amount=3000))
    comes(shop, "Regular", amount=1000)
    assert report(shop).loyal == LoyalShare(1, 2, 0.5, 0.75)


@given(st.integers(0, 50), st.integers(0, 50), st.floats(0, 1), st.floats(0, 1))
def test_no_share_of_the_loyal_is_shown_without_how_well_the_shop_is_known(
    known: int, more: int, of_customers: float, of_sales: float
) -> None:
    coverage = Coverage(known, known + more)
    sentence = words.loyal(LoyalShare(1, 10, of_customers, of_sales), coverage)
    assert words.coverage(coverage) in sentence
    assert ("There may be many more" in sentence) == (coverage.thin and known > 0)


def test_where_nobody_was_asked_no_share_of_the_loyal_is_shown_at_all(shop: Shop) -> None:
    comes(shop, "Anna")
    found = report(shop)
    sentence = words.loyal(found.loyal, found.coverage)
    assert "%" not in sentence
    assert "Nobody has been asked yet" in sentence


def run(shop: Shop, *arguments: str) -> str:
    """What a command prints; it must succeed."""
    done = CliRunner().invoke(main, ["--shop", str(shop.path), "--today", "2026-05-04", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_other_programs_find_the_same_names_in_the_report_whatever_the_shop_knows(shop: Shop) -> None:
    empty = json.loads(run(shop, "report", "--json"))
    assert empty["as_of"] is None
    assert empty["matrix"]["regular"]["loyal"] == HASH
    anna = comes(shop, "Anna")
    loves(shop, anna)
    shop.events.log(NOW, MAY_4 - 60, "prices_up")
    full = json.loads(run(shop, "report", "--json"))
    assert empty.keys() == full.keys()
    assert full["as_of"] == "2026-05-04"
    assert full["matrix"]["regular"]["loyal"]["ids"] == [anna]
    assert full["held_by"].keys() == empty["held_by"].keys()
    assert full["loyal"] == {"loyal": 1, "customers": 1, "of_customers": 1.0, "of_sales": 1.0}
    assert full["journal"][0].keys() == {
        "event", "day", "kind", "text", "colleague", "stayed", "left", "open", "left_by_chance",
    }  # fmt: skip


def test_the_report_is_told_in_words(shop: Shop) -> None:
    assert "Nobody is known yet" in run(shop, "report")
    says(shop, comes(shop, "Anna"), "reason", "price")
    comes(shop, "Ben")
    printed = run(shop, "report")
    assert "Reason known for 1 of 2 regulars." in printed
    assert "if prices rise: 1 regular" in printed
    assert "Ben: every" in printed


def test_an_event_is_written_down_by_a_command_and_taken_back(shop: Shop) -> None:
    serves(shop, "Ana")
    comes(shop, "Anna")
    assert "a colleague left" in run(shop, "event", "colleague_left", "--who", "ana", "--on", "2026-04-01", "to Cork")
    one = happened(shop)
    assert (one.day, one.text, words.what_happened(one, report(shop))) == ("2026-04-01", "to Cork", "Ana left: to Cork")
    run(shop, "undo")
    assert report(shop).journal == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["other"],
        ["prices_up", "--on", "2026-05-05"],
        ["prices_up", "--on", "yesterday"],
        ["colleague_left", "--who", "Nobody"],
    ],
)
def test_an_event_that_cant_be_is_refused_in_one_line_and_nothing_is_written(shop: Shop, arguments: list[str]) -> None:
    done = CliRunner().invoke(main, ["--shop", str(shop.path), "--today", "2026-05-04", "event", *arguments])
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert shop.events.until(NOW.day) == []


def test_a_day_still_to_come_is_named_in_the_refusal(shop: Shop) -> None:
    with pytest.raises(Refused) as refused:
        shop.events.log(NOW, MAY_4 + 1, "prices_up", "coffee")
    assert refused.value.data == {"text": "2026-05-05"}
