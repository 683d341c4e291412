"""What the owner sets about asking and weighing, and what can't be set."""

import pytest

from loyaltui.core.evidence import WEIGHTS
from loyaltui.core.refused import Refused
from loyaltui.core.settings import Settings, settings_of
from loyaltui.store import Shop
from loyaltui.words import tables
from loyaltui.words.refusals import say
from tests.conftest import NOW, rows


def shown(shop: Shop, key: str | None = None) -> list[str]:
    return list(
        tables.settings(shop.settings, shop.set.stored(), shop.programme.rules(), shop.programme.rewards(), key)
    )


def test_a_shop_that_set_nothing_asks_every_three_weeks_hides_no_reason_and_keeps_verdicts_to_itself() -> None:
    plain = settings_of({})
    assert (plain.ask_every, plain.hidden_reasons, plain.show_verdicts, plain.weights) == (21, (), "no", WEIGHTS)
    assert plain == Settings()


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("ask_every", " 7 ", 7),
        ("ask_every", "0", 0),
        ("ask_every", "999", 999),
        ("hidden_reasons", "contract,no_alternative", ("contract", "no_alternative")),
        ("hidden_reasons", "", ()),
        ("show_verdicts", "Y", "yes"),
        ("weights", "", WEIGHTS),
        ("weights", "reason_price -1.2, steady 0", WEIGHTS | {"reason_price": -1.2, "steady": 0.0}),
        ("weights", "referral_came 5", WEIGHTS | {"referral_came": 5.0}),
    ],
)
def test_what_the_owner_sets_is_read_again_as_it_was_meant(shop: Shop, key: str, text: str, value: object) -> None:
    before = rows(shop)
    shop.set.put(NOW, key, text)
    assert getattr(shop.settings, key) == value
    shop.undo(NOW)
    assert rows(shop) == before


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("ask_every", "-1"),
        ("ask_every", "1000"),
        ("ask_every", "often"),
        ("ask_every", "٣"),
        ("hidden_reasons", "contracts"),
        ("hidden_reasons", "contract no_alternative"),
        ("show_verdicts", "maybe"),
        ("weights", "reason_cheap -1"),
        ("weights", "reason_price"),
        ("weights", "reason_price much"),
        ("weights", "reason_price nan"),
        ("weights", "reason_price inf"),
        ("weights", "reason_price -5.1"),
        ("weights", "reason_price -0,9"),
    ],
)
def test_what_doesnt_fit_is_refused_with_what_would(shop: Shop, key: str, text: str) -> None:
    before = rows(shop)
    with pytest.raises(Refused, match="bad_setting") as refused:
        shop.set.put(NOW, key, text)
    assert key in say(refused.value)
    assert "like" in say(refused.value) or "yes or no" in say(refused.value)
    assert rows(shop) == before


def test_the_weights_stay_out_of_sight_until_asked_for(shop: Shop) -> None:
    assert not any("referral_came" in line for line in shown(shop))
    (line,) = shown(shop, "weights")
    assert [part.split()[0] for part in line.split(", ")] == list(WEIGHTS)
    assert "reason_price -0.9" in line
    shop.set.put(NOW, "weights", line)
    assert shop.settings.weights == WEIGHTS, "what is shown can be typed in again"


def test_weights_that_were_changed_are_seen(shop: Shop) -> None:
    shop.set.put(NOW, "weights", "reason_price -1.2")
    assert "reason_price -1.2" in shown(shop, "weights")[0]
    assert any(line.split() == ["weights", "reason_price", "-1.2"] for line in shown(shop))
