"""Say hello and the points: what lapses soon, and vouchers that words offer."""

from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyaltui.core.refused import Refused
from loyaltui.core.reward import Given, Offer, printed
from loyaltui.store import Shop, contacts, templates
from loyaltui.words import contacts as words
from tests.apps import opened, press
from tests.conftest import BEGAN, NOW, at, person
from tests.test_hello import GOODBYE, coming


async def test_words_that_offer_a_voucher_make_it_before_they_are_sent_and_only_then(shop: Shop) -> None:
    for number in range(8):
        coming(shop, person(shop, f"Regular {number}"), -1 - number % 3)
    who = coming(shop, person(shop, "Mary Smith", phone="+353871234567"), GOODBYE)
    shop.customers.allow(at(-20), who, "phone", True, "told us")
    shop.set.change(NOW, {"name": "Café Linden"})
    templates.put(shop, NOW, "slipping", "", "Hi {name}! Yours: {voucher}.")
    (due,) = contacts.today(shop, NOW)
    assert words.message(due, templates.own(shop), shop.settings, NOW.day) == "Hi Mary!"
    async with opened(shop) as pilot:
        await press(pilot, "f4")
        assert shop.vouchers.of(who, NOW.day) == []
        await press(pilot, "c")
        (voucher,) = shop.vouchers.of(who, NOW.day)
        await press(pilot, "c", "d")
        assert shop.vouchers.of(who, NOW.day) == [voucher]
    (sent,) = shop.conn.execute("SELECT text FROM outcomes").fetchone()
    assert printed(voucher.code) in sent


def test_points_and_vouchers_that_lapse_soon_are_a_reason(shop: Shop, mary: int) -> None:
    shop.set.put(BEGAN, "earn", "amount 1; lasts 40")
    bob = person(shop, "Bob")
    shop.receipts.log(at(-20), mary, 5000)
    shop.receipts.log(at(-20), person(shop, "Eve"), 4900)
    shop.vouchers.give(at(-10), [bob], Offer("percent", 10, 14), "Come back")
    assert shop.points.lapsing_soon(NOW.day, NOW.day + 30) == {mary: (50, NOW.day + 20), mary + 2: (49, NOW.day + 20)}
    found = {one.contact.customer_id: one for one in contacts.today(shop, at(10, 36_000))}
    assert (found[mary].contact.reason, found[mary].contact.about) == ("lapsing", "50")
    assert words.why(found[mary].contact, shop.settings, NOW.day + 10) == "To be used by 24 May: 50 points."
    assert found.keys() == {mary}
    assert contacts.today(shop, at(-2)) == []
    (near,) = contacts.today(shop, at(-1))
    assert near.contact.customer_id == bob
    assert words.why(near.contact, shop.settings, NOW.day - 1) == "To be used by 8 May: 10 % off."


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["sale", "refund", "reward"])), max_size=12))
def test_what_lapses_soon_is_the_same_by_sums_and_lot_by_lot(path: Path, deeds: list[tuple[int, str]]) -> None:
    path.unlink(missing_ok=True)
    with Shop(path, create=True) as shop:
        shop.set.put(BEGAN, "earn", "amount 1; lasts 20")
        shop.set.put(BEGAN, "reward", "10 Cake 1.00")
        mary = person(shop)
        for days, kind in sorted(deeds):
            with suppress(Refused):
                if kind == "reward":
                    shop.receipts.redeem(at(days - 20), mary, Given(shop.programme.rewards()[0].id))
                else:
                    verb = shop.receipts.log if kind == "sale" else shop.receipts.refund
                    verb(at(days - 20), mary, 100 * (days + 5))
        for day in range(NOW.day - 20, NOW.day + 60, 7):
            lot = shop.points.lapsing_next(mary, day)
            there = {mary: (lot.left, lot.expires)} if lot else {}
            assert shop.points.lapsing_soon(day, day + 1000) == there
