"""What customers say is kept in the shop's file, counts from its day on, and can be put right or taken out."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from loyaltui.core.evidence import Answer
from loyaltui.core.receipt import Who
from loyaltui.core.refused import Refused
from loyaltui.core.reward import Given
from loyaltui.store import Shop, dossier, listing
from loyaltui.words import tables
from loyaltui.words.refusals import say
from tests.conftest import MAY_4, NOW, Till, acts, at, person, rows, sold

NASTY = "[/]\x1b]52;c;x\x07[@click=app.quit]Bob[/]"


def said(shop: Shop, who: int) -> list[tuple[str, str, str]]:
    return [(answer.family, answer.value, answer.source) for answer in shop.answers.of(who, NOW.day)]


def standing(shop: Shop, who: int, days: int = 0) -> dict[str, object]:
    """How `customers --json` says somebody stands, so many days from 4 May."""
    rows = json.loads(tables.json_of(list(listing.everyone(shop, MAY_4 + days))))
    return next(row for row in rows if row["id"] == who)


def weekly(shop: Shop, who: int, weeks: int = 8) -> None:
    for week in range(weeks):
        shop.receipts.log(at(-7 * week), who, 420)


def make_loyal(shop: Shop, who: int, days: int = 0) -> None:
    for family, value in (("recommends", "10"), ("share", "mostly_here"), ("reason", "best")):
        shop.answers.note(at(days), who, family, value, "told")


def refused(shop: Shop, code: str, verb: Callable[..., object], *args: object) -> None:
    """It is refused in a sentence of our own, and nothing was written."""
    before, count = rows(shop), acts(shop)
    with pytest.raises(Refused, match=code) as caught:
        verb(*args)
    assert "can't be done" not in say(caught.value)
    assert (rows(shop), acts(shop)) == (before, count)


def test_an_answer_is_kept_with_its_day_source_and_words(shop: Shop, mary: int) -> None:
    shop.answers.note(NOW, mary, "complaint", "open", "saw", "  cold\nsoup ")
    (answer,) = shop.answers.of(mary, NOW.day)
    assert answer == Answer(answer.id, NOW.day, "complaint", "open", "saw", "cold soup")


def test_what_they_say_can_be_put_right_and_taken_out(shop: Shop, mary: int) -> None:
    shop.answers.note(NOW, mary, "reason", "price", "guess")
    (answer,) = shop.answers.of(mary, NOW.day)
    shop.answers.correct(at(3), answer.id, "near", "told")
    assert shop.answers.of(mary, NOW.day) == [answer._replace(value="near", source="told")], "its day stays"
    shop.answers.withdraw(at(4), answer.id)
    assert shop.answers.of(mary, NOW.day + 9) == []
    shop.undo(at(4))
    shop.undo(at(4))
    assert shop.answers.of(mary, NOW.day) == [answer]


@pytest.mark.parametrize(
    ("family", "value"),
    [
        ("recommends", "11"),
        ("recommends", "-1"),
        ("recommends", "٩"),
        ("recommends", "9_10"),
        ("reason", "cheap"),
        ("reason", ""),
        ("share", "all"),
        ("referral", "came"),
        ("complaint", "recovered"),
        ("probe", "trouble refuted"),
        ("mood", "good"),
        (NASTY, NASTY),
    ],
)
def test_an_answer_nobody_knows_is_refused(shop: Shop, mary: int, family: str, value: str) -> None:
    refused(shop, "unknown_answer", shop.answers.note, NOW, mary, family, value, "told")


def test_other_refusals_say_why(shop: Shop, mary: int) -> None:
    note = shop.answers.note
    refused(shop, "unknown_source", note, NOW, mary, "reason", "price", "rumour")
    refused(shop, "empty_note", note, NOW, mary, "wish", "", "told", " \n")
    refused(shop, "unknown_customer", note, NOW, 99, "reason", "price", "told")
    refused(shop, "unknown_customer", note, NOW, mary, "referral", "sent", "told", "", 99)
    refused(shop, "unknown_colleague", note, NOW, mary, "reason", "person", "told", "", 99)
    refused(shop, "answer_gone", shop.answers.withdraw, NOW, 99)
    refused(shop, "answer_gone", shop.answers.correct, NOW, 99, "price", "told")
    refused(shop, "unknown_colleague", shop.answers.colleague, "Ana")
    note(NOW, mary, "reason", "price", "told")
    (answer,) = shop.answers.of(mary, NOW.day)
    refused(shop, "unknown_answer", shop.answers.correct, NOW, answer.id, "mostly_here", "told")
    refused(shop, "unknown_source", shop.answers.correct, NOW, answer.id, "near", "rumour")


def test_nothing_is_put_right_before_it_was_complained_of(shop: Shop, mary: int) -> None:
    note = shop.answers.note
    put_right = ("complaint", "put_right", "told")
    refused(shop, "no_complaint", note, NOW, mary, *put_right)
    note(at(2), mary, "complaint", "open", "told", "cold soup")
    refused(shop, "no_complaint", note, at(1), mary, *put_right)
    note(at(2), mary, *put_right)
    refused(shop, "no_complaint", note, at(3), mary, *put_right)


def test_nobody_is_their_own_friend_nor_brought_by_somebody_they_brought(shop: Shop, mary: int) -> None:
    bob, eve = person(shop, "Bob"), person(shop, "Eve")
    sent = ("referral", "sent", "told", "")
    refused(shop, "own_friend", shop.answers.note, NOW, mary, *sent, mary)
    shop.answers.note(NOW, mary, *sent, bob)
    shop.answers.note(NOW, bob, *sent, eve)
    refused(shop, "friend_circle", shop.answers.note, NOW, bob, *sent, mary)
    refused(shop, "friend_circle", shop.answers.note, NOW, eve, *sent, mary)
    shop.answers.note(NOW, mary, *sent, eve)
    again = person(shop, "Mary S.")
    shop.customers.merge(NOW, mary, again)
    refused(shop, "own_friend", shop.answers.note, NOW, mary, *sent, again)
    refused(shop, "friend_circle", shop.answers.note, NOW, eve, *sent, again)


def test_a_friend_who_turns_out_to_be_the_same_person_brought_nobody(shop: Shop, mary: int) -> None:
    again = person(shop, "M. Smith")
    weekly(shop, mary), weekly(shop, again)
    shop.answers.note(NOW, mary, "referral", "sent", "told", "", again)
    assert [answer.about for answer in shop.answers.of(mary, NOW.day)] == [again]
    shop.customers.merge(NOW, mary, again)
    assert shop.answers.of(mary, NOW.day) == []
    assert not [line for line in shop.readings.of(mary, NOW.day).standing.why.attitude.evidence if line.answer]


def test_a_friend_counts_from_the_day_they_buy(shop: Shop, mary: int) -> None:
    weekly(shop, mary)
    bob = person(shop, "Bob")
    shop.answers.note(NOW, mary, "referral", "sent", "saw", "her brother", bob)
    shop.receipts.log(at(2), bob, 300)

    def kinds(days: int) -> list[str]:
        why = shop.readings.of(mary, MAY_4 + days).standing.why
        return [line.kind for line in why.attitude.evidence if line.answer]

    assert (kinds(1), kinds(2)) == (["referral_says"], ["referral_came"])
    shop.customers.merge(NOW, person(shop, "Robert"), bob)
    assert kinds(2) == ["referral_came"]


def test_merged_people_have_said_what_either_said(shop: Shop, mary: int) -> None:
    other = person(shop, "M. Smith")
    shop.answers.note(at(-2), mary, "reason", "price", "told")
    shop.answers.note(at(-1), other, "recommends", "10", "told")
    shop.customers.merge(NOW, mary, other)
    assert said(shop, mary) == [("recommends", "10", "told"), ("reason", "price", "told")]
    assert shop.answers.everybody(NOW.day) == {mary: shop.answers.of(mary, NOW.day)}
    shop.undo(NOW)
    assert said(shop, other) == [("recommends", "10", "told")]


def test_a_reading_of_an_earlier_day_doesnt_see_what_was_said_later(shop: Shop, mary: int) -> None:
    weekly(shop, mary)
    make_loyal(shop, mary, days=5)
    assert standing(shop, mary, 4)["attitude"] == "unknown"
    assert standing(shop, mary, 5)["attitude"] == "loyal"
    assert (shop.answers.of(mary, MAY_4 + 4), shop.answers.everybody(MAY_4 + 4)) == ([], {})


def test_who_comes_regularly_and_likes_us_best_is_loyal_and_who_came_once_is_fond(shop: Shop, mary: int) -> None:
    bob = person(shop, "Bob")
    weekly(shop, mary), shop.receipts.log(at(), bob, 420)
    for number in range(6):  # a shop in which coming weekly is regular
        weekly(shop, person(shop, f"Guest {number}"))
    assert (standing(shop, mary)["standing"], standing(shop, bob)["standing"]) == ("regular", "new")
    make_loyal(shop, mary), make_loyal(shop, bob)
    assert (standing(shop, mary)["standing"], standing(shop, bob)["standing"]) == ("loyal", "fond")
    assert {standing(shop, who)["attitude"] for who in (mary, bob)} == {"loyal"}


def test_what_holds_somebody_stands_in_every_list(shop: Shop, mary: int) -> None:
    weekly(shop, mary)
    shop.answers.note(NOW, mary, "reason", "near", "told")
    row = standing(shop, mary)
    assert (row["attitude"], row["held_by"], row["perhaps_held_by"]) == ("held", ["near"], [])


def test_what_only_the_till_hints_at_is_written_perhaps(shop: Shop, mary: int) -> None:
    hers = [sold(f"{n}", 400, Who(card="4471"), -n, discount=60) for n in range(9)]
    others = [sold(f"o{n}", 400, Who(ext_id=f"{n % 5}", name=f"Guest {n % 5}"), -n) for n in range(90)]
    shop.customers.change(NOW, replace(shop.customers.get(mary), card="4471"))
    shop.imports.take_in(NOW, "may.csv", Till([*hers, *others]))
    row = standing(shop, mary)
    assert (row["attitude"], row["held_by"], row["perhaps_held_by"]) == ("unknown", [], ["price"])


def test_before_their_first_visit_nothing_is_read_into_anybody(shop: Shop, mary: int) -> None:
    weekly(shop, person(shop, "Bob"))
    make_loyal(shop, mary)
    row = standing(shop, mary)
    assert (row["attitude"], row["held_by"], row["standing"]) == ("unknown", [], None)


def test_points_have_no_part_in_why_somebody_comes(shop: Shop, mary: int) -> None:
    weekly(shop, mary)
    before = shop.readings.of(mary, NOW.day)
    shop.receipts.change(NOW, shop.receipts.of_day(NOW.day)[0].receipt_id, 99_999)
    after = shop.readings.of(mary, NOW.day)
    assert shop.points.balance(mary, NOW.day) > 900
    assert after.standing == before.standing


def test_who_was_asked_or_spoke_isnt_asked_again_soon(shop: Shop, mary: int) -> None:
    assert shop.answers.last_asked(mary, NOW.day) is None
    with shop.act("visit", NOW) as act:
        shop.answers.ask(act, MAY_4 - 30, mary, "what_for")
    assert shop.answers.last_asked(mary, NOW.day) == MAY_4 - 30
    shop.answers.note(at(-3), mary, "reason", "price", "guess")
    assert shop.answers.last_asked(mary, NOW.day) == MAY_4 - 30, "a guess was no talk"
    shop.answers.note(at(-2), mary, "reason", "price", "told")
    assert shop.answers.last_asked(mary, NOW.day) == MAY_4 - 2
    assert shop.answers.last_asked(mary, MAY_4 - 3) == MAY_4 - 30


def test_what_happened_to_the_shop_is_kept_and_can_be_taken_out(shop: Shop) -> None:
    shop.events.log(NOW, MAY_4 - 9, "other", " roadworks\x07 ")
    shop.events.log(NOW, MAY_4, "prices_up")
    assert [(event.kind, event.text) for event in shop.events.until(MAY_4)] == [
        ("prices_up", ""),
        ("other", "roadworks"),
    ]
    (event,) = shop.events.until(MAY_4 - 1)
    shop.events.withdraw(NOW, event.id)
    assert shop.events.until(MAY_4 - 1) == []
    shop.undo(NOW)
    assert shop.events.until(MAY_4 - 1) == [event]


def test_what_didnt_happen_to_the_shop_is_refused(shop: Shop) -> None:
    refused(shop, "future_date", shop.events.log, NOW, MAY_4 + 1, "prices_up")
    refused(shop, "unknown_event", shop.events.log, NOW, MAY_4, "flood")
    refused(shop, "empty_note", shop.events.log, NOW, MAY_4, "other", " ")
    refused(shop, "unknown_colleague", shop.events.log, NOW, MAY_4, "colleague_left", "", 99)
    refused(shop, "event_gone", shop.events.withdraw, NOW, 99)
    with pytest.raises(Refused) as caught:
        shop.events.log(NOW, MAY_4 + 1, "prices_up")
    assert "2026-05-05" in say(caught.value)


def test_who_stays_when_prices_rise_doesnt_come_for_the_price(shop: Shop, mary: int) -> None:
    weekly(shop, mary, 20)
    shop.answers.note(at(-100), mary, "reason", "price", "told")
    assert standing(shop, mary)["held_by"] == ["price"]
    shop.events.log(NOW, MAY_4 - 80, "prices_up")
    assert standing(shop, mary)["held_by"] == []
    assert [test.outcome for test in shop.readings.of(mary, NOW.day).standing.why.tests] == ["passed"]


def test_all_they_said_stands_in_what_is_given_out_of_them(shop: Shop, mary: int) -> None:
    bob = person(shop, NASTY)
    shop.answers.note(at(-1), mary, "wish", "", "told", "more rye bread")
    shop.answers.note(NOW, mary, "referral", "sent", "saw", "", bob)
    whole = dossier.of(shop, shop.customers.get(mary), NOW.day)
    assert whole.answers == [
        {
            "day": "2026-05-04",
            "family": "referral",
            "value": "sent",
            "source": "saw",
            "text": "",
            "about": "[/]]52;c;x[@click=app.quit]Bob[/]",
        },
        {"day": "2026-05-03", "family": "wish", "value": "", "source": "told", "text": "more rye bread", "about": ""},
    ]
    assert json.loads(tables.json_of(whole))["answers"] == whole.answers


def test_a_verdict_doesnt_depend_on_how_many_points_somebody_has(shop: Shop, mary: int) -> None:
    for days in range(-28, 0, 7):
        shop.receipts.log(at(days), mary, 5000)
    shop.answers.note(NOW, mary, "reason", "best", "told")
    before = shop.readings.of(mary, NOW.day).standing
    shop.receipts.redeem(NOW, mary, Given(shop.programme.rewards()[0].id))
    assert shop.points.balance(mary, NOW.day) == 100
    assert shop.readings.of(mary, NOW.day).standing == before
