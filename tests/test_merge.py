"""Two customers who are one person: nothing moves, everything is read as one, and undo parts them at any time."""

import pytest

from loyaltui.core.customer import Customer
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Given
from loyaltui.store import Shop, backup, listing
from tests.conftest import NOW, acts, at, person, refused_naming


@pytest.fixture
def twins(shop: Shop) -> tuple[int, int]:
    """Mary twice: by her phone, and by her card."""
    one = person(shop, "Mary Smith", phone="+353209123456")
    other = person(shop, "M. Smith", card="29000117", email="mary@example.com")
    shop.receipts.log(at(-9), one, 7_050)
    shop.receipts.log(at(-8), other, 3_960)
    shop.notes.write(NOW, other, "likes oat milk")
    shop.customers.allow(NOW, other, "email", False, "told us")
    return one, other


def test_the_balance_is_the_sum_and_can_be_spent_as_one(shop: Shop, twins: tuple[int, int]) -> None:
    one, other = twins
    shop.customers.merge(NOW, one, other)
    assert shop.points.balance(one, NOW.day) == 70 + 39
    shop.receipts.redeem(NOW, one, Given(shop.programme.rewards()[0].id))
    assert shop.points.balance(one, NOW.day) == 9
    assert backup.faults(shop.conn) == []


def test_cents_of_both_make_a_point_together(shop: Shop, twins: tuple[int, int]) -> None:
    one, other = twins
    shop.customers.merge(NOW, one, other)
    assert shop.receipts.log(NOW, one, 0).earned == 1  # 50 and 60 cents were waiting


def test_everything_known_of_either_is_kept(shop: Shop, twins: tuple[int, int]) -> None:
    one, other = twins
    kept = shop.customers.merge(NOW, one, other)
    assert (kept.name, kept.phone, kept.email) == ("Mary Smith", "+353209123456", "mary@example.com")
    assert shop.customers.by_card("29000117") == kept
    assert [note.text for note in shop.notes.of(one, NOW.day)] == ["likes oat milk"]
    assert [(word.channel, word.allowed) for word in shop.customers.consents(one, NOW.day)] == [("email", False)]
    assert [found.id for found in shop.customers.search("m. smith").people] == [one]


def test_they_are_one_in_every_list_with_the_visits_of_both(shop: Shop, twins: tuple[int, int]) -> None:
    one, other = twins
    shop.customers.merge(NOW, one, other)
    (row,) = listing.everyone(shop, NOW.day)
    assert (row.id, row.visits, row.visit_days, row.net_paid_minor, row.points) == (one, 2, 2, 11_010, 109)
    assert shop.customers.count() == 1


def test_undo_parts_them_again_even_after_they_have_spent_points(shop: Shop, twins: tuple[int, int]) -> None:
    one, other = twins
    shop.customers.merge(NOW, one, other)
    merged = acts(shop)
    shop.receipts.redeem(NOW, one, Given(shop.programme.rewards()[0].id))
    shop.undo(NOW, merged)
    assert shop.customers.get(other).name == "M. Smith"
    assert shop.points.balance(one, NOW.day) == 0
    assert shop.points.balance(other, NOW.day) == 9
    assert backup.faults(shop.conn) == []


def test_somebody_who_was_merged_can_be_merged_on(shop: Shop, twins: tuple[int, int]) -> None:
    one, other = twins
    shop.customers.merge(NOW, one, other)
    third = shop.customers.add(NOW, Customer(0, "Mary")).id
    shop.customers.merge(NOW, third, one)
    assert shop.points.balance(third, NOW.day) == 109
    assert shop.customers.get(other).id == third


def test_a_person_cant_be_merged_with_themselves(shop: Shop, twins: tuple[int, int]) -> None:
    one, other = twins
    shop.customers.merge(NOW, one, other)
    with pytest.raises(Refused, match="same_person"):
        shop.customers.merge(NOW, one, other)


def test_adding_somebody_isnt_undone_once_they_were_merged(shop: Shop) -> None:
    one, other = person(shop), person(shop, "M. Smith")
    added = acts(shop)
    shop.customers.merge(NOW, one, other)
    refused_naming(shop, added, acts(shop))
