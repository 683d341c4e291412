"""The live example beside a programme that is being changed: what a usual sale earns, brings and gives back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core import draft as drafts
from loyaltui.core.draft import Draft
from loyaltui.core.example import Usual, example
from loyaltui.core.programme import read_reward, read_rule, rule_as_typed
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Reward
from loyaltui.core.rule import Rule
from loyaltui.core.settings import Settings
from loyaltui.words import figures, programme

COFFEE = Usual("Coffee", "Drinks", 420)
CAKE = Reward(1, "Free cake", 100, 500)
EUROS, STAMPS = Settings(country="IE"), Settings(country="IE", unit="stamps")


def said(rule: str, *rewards: str, usual: Usual = COFFEE, settings: Settings = EUROS) -> str:
    wanted = [read_reward(one, "EUR") for one in rewards]
    return programme.example(example(read_rule(rule, "EUR"), wanted, usual), settings)


@pytest.mark.parametrize(
    ("rule", "reward", "comes_to"),
    [
        ("amount 1.00", "100 Cake 5.00", "4 points, every 24th brings “Cake”. Gives back 5 %."),
        ("amount 1.00; round down", "100 Cake 5", "4 points, every 25th brings “Cake”. Gives back 4.8 %."),
        ("visit 1", "10 Cake 4.20", "1 point, every 10th brings “Cake”. Gives back 10 %."),
        ("item 2 Coffee", "10 Cake 4.20", "2 points, every 5th brings “Cake”. Gives back 20 %."),
        ("item 2 Tea", "10 Cake 4.20", "nothing."),
        ("amount 1.00; from 5.00", "10 Cake 1.00", "nothing."),
        ("amount 1.00; 2x Drinks", "84 Cake 4.20", "8 points, every 10th brings “Cake”. Gives back 10 %."),
        ("amount 1.00; 3x tue", "100 Cake 5", "4 points, every 24th brings “Cake”. Gives back 5 %, at most 15 %."),
        ("visit 10", "10 Tenth 10%", "10 points, every one brings “Tenth”. Gives back 10 %."),
        ("amount 50.00", "2 Cake 4.00", "0 points, every 24th brings “Cake”. Gives back 4 %."),
    ],
)
def test_a_usual_sale_says_what_the_programme_comes_to(rule: str, reward: str, comes_to: str) -> None:
    assert said(rule, reward) == f"A €4.20 Coffee earns {comes_to}"


def test_a_shop_that_gives_stamps_reads_stamps() -> None:
    sentence = said("visit 1", "10 Thank-you 3.00", settings=STAMPS)
    assert sentence == "A €4.20 Coffee earns 1 stamp, every 10th brings “Thank-you”. Gives back 7.1 %."
    for text in programme.sentences([read_rule("visit 1; lasts 90; 2x sat; welcome 1", "EUR")], [CAKE], STAMPS):
        assert "point" not in text


def test_without_a_reward_it_says_what_is_earned() -> None:
    assert said("amount 1.00") == "A €4.20 Coffee earns 4 points."


@given(st.integers(1, 5000), st.integers(1, 3000), st.integers(1, 500))
def test_so_many_sales_do_bring_the_reward_and_one_less_does_not(size: int, price: int, points: int) -> None:
    one = example(Rule(1, 0, "amount", size), [CAKE._replace(points=points)], Usual("", "", price))
    assert one.every is not None
    assert one.every * price // size >= points > (one.every - 1) * price // size


@pytest.mark.parametrize(
    ("count", "nth"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (24, "24th"), (112, "112th")]
)
def test_a_place_in_a_row(count: int, nth: str) -> None:
    assert figures.nth(count) == nth


def test_each_matter_has_its_sentence() -> None:
    rule = read_rule(
        "amount 1.00; from 3.00; before tax; round down; 2x tue, wed 14:00-16:00; 0x Tobacco; 3x 2026-12-24; "
        "welcome 20; birthday 50; referral 1; lasts 365",
        "EUR",
    )
    assert programme.rule_sentences(rule, EUROS) == [
        "1 point for every €1.00 spent.",
        "A sale of less than €3.00 earns nothing.",
        "Counted before tax.",
        "Rounded down at each visit: cents that are left over are lost.",
        "Twice the points on Tuesdays and Wednesdays from 14:00 to 16:00.",
        "No points for Tobacco.",
        "3 times the points on 24 Dec 2026.",
        "20 points for joining.",
        "50 points around their birthday, once a year.",
        "1 point for each friend they sent, once the friend has bought.",
        "Earned points lapse after 365 days.",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("60 Free coffee 3.20", "60 points: “Free coffee”, worth €3.20."),
        ("60 A hug 0", "60 points: “A hug”."),
        ("100 Off -5.00", "100 points: “Off”, €5.00 off this purchase; fewer or more at the same rate."),
        ("80 A tenth off 10%", "80 points: “A tenth off”, 10 % off this purchase."),
        (
            "100 Credit +5.00 for 90 days",
            "100 points: “Credit”, €5.00 off the next purchase, for 90 days; fewer or more at the same rate.",
        ),
    ],
)
def test_each_kind_of_reward_has_its_sentence(text: str, sentence: str) -> None:
    assert programme.reward_sentence(read_reward(text, "EUR"), EUROS) == sentence


def test_an_item_that_would_be_read_as_a_day_is_refused_in_the_form() -> None:
    """A rule is a text: what is called like a weekday couldn't be told from it."""
    with pytest.raises(Refused):
        drafts.for_item(Draft(Rule(0, 0, "amount", 100), ()), 0, "2", "Sun", "EUR")


@given(st.text(max_size=70), st.text(max_size=5))
def test_whatever_is_typed_into_a_form_makes_a_rule_that_can_be_typed_or_is_refused(what: str, times: str) -> None:
    before = Draft(Rule(0, 0, "amount", 100), ())
    try:
        rule = drafts.for_item(before, 0, times, what, "EUR").rule
    except Refused:
        return
    assert replace(read_rule(rule_as_typed(rule, "EUR"), "EUR"), id=0) == rule


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("", "", (0, 86_400)),
        ("14", "16:30", (50_400, 59_400)),
        ("", "9:00", (0, 32_400)),
        ("22:00", "", (79_200, 86_400)),
    ],
)
def test_hours_may_be_typed_short(start: str, end: str, hours: tuple[int, int]) -> None:
    assert drafts.hours_of(start, end) == hours
