"""What counts how much is judgement: the owner sees it all with where it comes from, and may change it."""

import pytest

from loyaltui.core.evidence import RANGES, THRESHOLDS, WEIGHTS
from loyaltui.core.question import QUESTIONS
from loyaltui.core.refused import Refused
from loyaltui.store import Shop
from loyaltui.words import judgement
from tests.apps import ENTER, furnish, opened, press, says
from tests.conftest import NOW, rows


@pytest.fixture
def cafe(shop: Shop) -> Shop:
    return furnish(shop)


def attitude(shop: Shop) -> str:
    standing = shop.readings.of(1, NOW.day).standing
    return standing.attitude if standing else ""


def test_every_weight_threshold_and_question_stands_in_the_table_with_its_source(cafe: Shop) -> None:
    lines = judgement.lines(cafe.settings)
    assert {line.key for line in lines if line.key} == {*WEIGHTS, *QUESTIONS, "ask_every"} - {"apologise"}
    assert all(line.source.split()[0].rstrip(":;,") in {"judgement", "measured", "literature"} for line in lines)
    assert all(line.what and line.value for line in lines)


def test_a_threshold_that_is_changed_changes_the_verdict_and_undo_brings_the_old_one_back(cafe: Shop) -> None:
    cafe.answers.note(NOW, 1, "recommends", "10", "told")
    assert attitude(cafe) == "unsure"
    cafe.set.judge(NOW, "loyal_from", "0.5")
    cafe.set.judge(NOW, "recommends_9_10", "1.6")
    assert attitude(cafe) == "loyal"
    cafe.undo(NOW)
    assert attitude(cafe) == "unsure"


def test_an_empty_text_takes_a_change_back_and_keeps_the_others(cafe: Shop) -> None:
    before = cafe.settings.weights
    cafe.set.judge(NOW, "steady", "0.1")
    cafe.set.judge(NOW, "broad", "0.3")
    cafe.set.judge(NOW, "steady", "")
    assert {**before, "broad": 0.3} == cafe.settings.weights


@pytest.mark.parametrize(
    ("key", "text"),
    [("steady", "much"), ("steady", "9"), ("steady", "nan"), ("loyal_from", "1.5"), ("half_life", "0"),
     ("what_for", "x" * 81), ("ask_every", "-1")],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(cafe: Shop, key: str, text: str) -> None:
    before = rows(cafe)
    with pytest.raises(Refused) as refused:
        cafe.set.judge(NOW, key, text)
    assert refused.value.code == "bad_setting"
    assert rows(cafe) == before


def test_every_threshold_is_within_what_it_may_be() -> None:
    assert RANGES.keys() == THRESHOLDS.keys()
    assert all(least <= THRESHOLDS[key] <= most for key, (least, most) in RANGES.items())


async def test_the_owners_own_words_stand_on_the_card(cafe: Shop) -> None:
    async with opened(cafe) as pilot:
        await press(pilot, "f5", "j", ENTER)
        await press(pilot, *["backspace"] * 30, "What brings you; in?", ENTER)
        assert "kept" in says(pilot)
        await press(pilot, "escape", "f2", "29000117", ENTER)
        assert "If you chat: What brings you in?" in says(pilot, "#card")
