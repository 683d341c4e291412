"""Say hello in a shop's file: the list that is kept, consent, what came of it, promises, complaints, wishes."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyaltui.core.customer import Customer
from loyaltui.core.moment import Moment
from loyaltui.core.occasion import ABSENT, REASONS
from loyaltui.core.outreach import Contact, Due, Way
from loyaltui.core.refused import Refused
from loyaltui.core.settings import Settings
from loyaltui.store import Shop, complaints, contacts, did_help, reachable, templates, wishes
from loyaltui.words import contacts as words
from tests.conftest import MAY_4, NOW, at, person

GOODBYE = -28  # days: when the slipping were last here


def coming(shop: Shop, customer: int, until: int, every: int = 7, times: int = 10) -> int:
    """Somebody who came every so many days until a day; their number."""
    for visit in range(times):
        shop.receipts.log(at(until - every * visit), customer, 500)
    return customer


@pytest.fixture
def peopled(shop: Shop) -> Shop:
    """A shop with eight who come weekly, and Mary, who may be called, and hasn't been here for four weeks."""
    for number in range(8):
        coming(shop, person(shop, f"Regular {number}"), -1 - number % 3)
    mary = coming(shop, person(shop, "Mary Smith", phone="+353871234567", email="mary@example.com"), GOODBYE)
    shop.customers.allow(at(-20), mary, "phone", True, "told us")
    return shop


def mary_of(shop: Shop) -> int:
    return shop.customers.meant("Mary Smith").id


def listed(shop: Shop, now: Moment = NOW) -> list[tuple[int, str, str]]:
    return [(one.contact.customer_id, one.contact.reason, one.way.channel) for one in contacts.today(shop, now)]


def test_somebody_overdue_who_allowed_it_is_listed_with_their_number(peopled: Shop) -> None:
    (due,) = contacts.today(peopled, NOW)
    assert (due.contact.reason, due.contact.name) == ("slipping", "Mary Smith")
    assert due.way == ("phone", "+353871234567")
    assert 0 < due.contact.p_back < 0.75


def test_the_list_of_a_day_stays_what_it_was_whatever_is_set_in_between(peopled: Shop) -> None:
    mary = mary_of(peopled)
    first = contacts.today(peopled, NOW)
    peopled.set.change(NOW, {"contacts": "1", "contact_every": "300", "name": "Another"})
    peopled.promises.give(NOW, peopled.customers.meant("Regular 1").id, "oat milk", NOW.day)
    peopled.receipts.log(NOW, mary, 420)
    assert contacts.today(peopled, NOW) == first
    with Shop(peopled.path) as other:
        assert contacts.today(other, NOW) == first
    assert [reason for _who, reason, _how in listed(peopled, at(1))] == ["promise"]


def test_looking_at_the_list_is_no_act_that_one_key_takes_back(peopled: Shop) -> None:
    noted = peopled.notes.write(NOW, mary_of(peopled), "likes oat milk")
    contacts.today(peopled, NOW)
    assert peopled.undo(NOW).undid == noted


def test_two_counters_that_ask_at_once_keep_one_list(peopled: Shop) -> None:
    found = contacts.listing(peopled, NOW)
    first = contacts.keep(peopled, NOW, found)
    with Shop(peopled.path) as other:
        assert contacts.keep(other, NOW, found) == first
    assert [one.reason for one, _held in first] == ["slipping"]


def test_an_empty_list_isnt_kept_so_the_first_import_of_a_day_is_seen(shop: Shop) -> None:
    assert listed(shop) == []
    promised = person(shop, "Zoe")
    shop.promises.give(NOW, promised, "oat milk", NOW.day)
    assert listed(shop) == [(promised, "promise", "in person")]


def test_a_list_is_no_reason_that_somebody_cant_be_taken_back(shop: Shop) -> None:
    zoe = shop.customers.add(NOW, Customer(0, "Zoe"))
    act = shop.last_act()
    promise = shop.promises.give(NOW, zoe.id, "oat milk", NOW.day)
    assert listed(shop)
    shop.undo(NOW, promise)
    shop.undo(NOW, act)
    assert listed(shop) == []


def test_a_yes_that_is_taken_back_isnt_used_any_more_though_the_list_stays(peopled: Shop) -> None:
    mary = mary_of(peopled)
    assert listed(peopled) == [(mary, "slipping", "phone")]
    peopled.customers.allow(NOW, mary, "phone", False, "told us")
    assert listed(peopled) == [(mary, "slipping", "in person")]
    assert contacts.today(peopled, NOW)[0].way.address == ""
    assert listed(peopled, at(1)) == []
    (left_out,) = contacts.aside(peopled, at(1)).left_out
    assert (left_out.customer_id, left_out.cause) == (mary, "said_no")


def test_who_was_never_asked_is_greeted_and_could_be_asked(peopled: Shop) -> None:
    zoe = coming(peopled, person(peopled, "Zoe", phone="+353871234568"), GOODBYE)
    assert listed(peopled) == [(mary_of(peopled), "slipping", "phone"), (zoe, "slipping", "in person")]
    assert [one.customer_id for one in contacts.listing(peopled, NOW).unasked] == [zoe]
    assert contacts.aside(peopled, NOW).unasked == []  # she is on the list already


def test_a_consent_to_come_is_refused(peopled: Shop) -> None:
    with pytest.raises(Refused) as refused:
        peopled.customers.allow(NOW, mary_of(peopled), "email", True, "a slip", NOW.day + 1)
    assert refused.value.code == "future_date"


def test_the_newest_word_counts_by_the_day_it_was_said_not_the_day_it_was_typed(peopled: Shop) -> None:
    mary = mary_of(peopled)
    peopled.customers.allow(NOW, mary, "phone", False, "an old slip", at(-25).day)
    assert listed(peopled) == [(mary, "slipping", "phone")]


@pytest.mark.parametrize(
    ("phone", "country", "way"),
    [
        ("+353871234567", "", "phone"),
        ("0871234567", "", "email"),
        ("0871234567", "IE", "phone"),
        ("", "IE", "email"),
    ],
)
def test_a_phone_that_cant_be_dialled_is_no_way_to_reach_somebody(
    shop: Shop, phone: str, country: str, way: str
) -> None:
    zoe = coming(shop, person(shop, "Zoe", phone=phone, email="zoe@example.com"), GOODBYE, times=20)
    if country:
        shop.set.change(NOW, {"country": country})
    for channel in ("phone", "email"):
        shop.customers.allow(NOW, zoe, channel, True, "told us")
    shop.promises.give(at(-1), zoe, "oat milk", NOW.day)
    assert listed(shop) == [(zoe, "promise", way)]


def test_who_said_yes_and_cant_be_reached_is_left_out_with_the_reason_not_asked_again(shop: Shop) -> None:
    zoe = coming(shop, person(shop, "Zoe", phone="0871234567"), -1, every=1, times=20)
    coming(shop, zoe, GOODBYE * 2, every=1, times=2)
    shop.customers.allow(NOW, zoe, "phone", True, "told us")
    shop.customers.change(NOW, replace(shop.customers.get(zoe), birthday="--05-04"))
    aside = contacts.aside(shop, NOW)
    assert [(one.customer_id, one.cause) for one in aside.left_out] == [(zoe, "unusable")]
    assert aside.unasked == []
    assert listed(shop) == []


OUTCOMES = {
    "done": ("just_contacted", 30),
    "no_answer": ("put_off", 3),
    "put_off": ("put_off", 7),
    "never": ("said_no", None),
}


@pytest.mark.parametrize(("kind", "cause", "days"), [(kind, *then) for kind, then in OUTCOMES.items()])
def test_what_came_of_it_stays_with_the_person_and_keeps_them_off_the_list(
    peopled: Shop, kind: str, cause: str, days: int | None
) -> None:
    mary = mary_of(peopled)
    (due,) = contacts.today(peopled, NOW)
    act = peopled.outcomes.note(NOW, mary, kind, due.contact, "Hello Mary")  # type: ignore[arg-type]
    assert contacts.today(peopled, NOW)[0].outcome == kind
    assert [(one.kind, one.text) for one in peopled.outcomes.of(mary, NOW.day)] == [(kind, "Hello Mary")]
    (left_out,) = contacts.aside(peopled, at(1)).left_out
    assert (left_out.cause, left_out.until) == (cause, days and NOW.day + days)
    if days:
        assert mary not in [who for who, _why, _how in listed(peopled, at(days - 1))]
    peopled.undo(NOW, act)
    assert listed(peopled, at(2)) == [(mary, "slipping", "phone")]


def test_who_shall_not_be_contacted_is_in_no_export_until_they_say_yes_again(peopled: Shop) -> None:
    mary = mary_of(peopled)
    assert [one.customer_id for one in reachable.reachable(peopled, NOW)[0]] == [mary]
    peopled.outcomes.note(NOW, mary, "never")
    assert reachable.reachable(peopled, NOW) == ([], 0)
    peopled.customers.allow(at(1), mary, "email", True, "changed her mind")
    (again,) = reachable.reachable(peopled, at(1))[0]
    assert (again.phone, again.email) == ("", "mary@example.com")


def test_a_promise_is_listed_on_its_day_and_done_keeps_it(shop: Shop, mary: int) -> None:
    shop.promises.give(NOW, mary, "oat milk", at(2).day)
    assert listed(shop, at(1)) == []
    (due,) = contacts.today(shop, at(2))
    shop.outcomes.note(at(2), mary, "done", due.contact)
    assert shop.promises.of(mary, at(2).day) == []
    (kept,) = shop.promises.kept_lately(at(2).day)
    assert (kept.text, kept.kept) == ("oat milk", at(2).day)
    assert listed(shop, at(3)) == []


def test_a_promise_for_a_day_that_has_been_or_without_words_is_refused(shop: Shop, mary: int) -> None:
    for text, day, code in (("oat milk", at(-1).day, "past_date"), (" ", NOW.day, "empty_note")):
        with pytest.raises(Refused) as refused:
            shop.promises.give(NOW, mary, text, day)
        assert refused.value.code == code
    with pytest.raises(Refused, match="promise_gone"):
        shop.promises.keep(NOW, 99)


def test_a_complaint_goes_from_open_to_back_again_with_the_day_of_each_step(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(-3), mary, 500)
    shop.answers.note(at(0), mary, "complaint", "open", "told", "the soup was cold")
    (due,) = contacts.today(shop, at(0))
    assert (due.contact.reason, due.contact.about) == ("complaint", "the soup was cold")
    shop.outcomes.note(at(1), mary, "done", due.contact)
    assert complaints.book(shop, at(1).day)[0].stage == "apologised"
    assert listed(shop, at(2)) == []
    shop.answers.note(at(3), mary, "complaint", "put_right", "told")
    shop.receipts.log(at(5), mary, 500)
    assert complaints.book(shop, at(4).day)[0].stage == "put_right"
    (one,) = complaints.book(shop, at(5).day)
    assert (one.opened, one.apologised, one.put_right, one.back) == tuple(at(n).day for n in (0, 1, 3, 5))


def test_a_complaint_that_was_never_made_takes_its_apology_with_it(shop: Shop, mary: int) -> None:
    shop.answers.note(NOW, mary, "complaint", "open", "told", "the soup was cold")
    (one,) = complaints.book(shop, NOW.day)
    complaints.apologise(shop, NOW, one.id)
    shop.answers.withdraw(NOW, one.id)
    assert complaints.book(shop, NOW.day) == []
    shop.undo(NOW)
    assert complaints.book(shop, NOW.day)[0].stage == "apologised"


def test_what_people_said_is_in_one_place_with_what_was_done_about_it(shop: Shop, mary: int) -> None:
    shop.answers.note(at(-9), mary, "wish", "", "told", "rye bread")
    shop.answers.note(at(-8), mary, "wish", "", "told", "a table outside")
    shop.answers.note(at(-7), mary, "wish", "", "guess", "a pony")
    newest, oldest = wishes.gathered(shop, NOW.day)
    assert (newest.text, oldest.text, oldest.done_day) == ("a table outside", "rye bread", None)
    wishes.answer(shop, NOW, newest.answer_id, "two since May")
    waiting, done = wishes.gathered(shop, NOW.day)
    assert (waiting.text, done.text, done.done, done.done_day) == (
        "rye bread",
        "a table outside",
        "two since May",
        MAY_4,
    )
    assert wishes.gathered(shop, at(-1).day)[0].done == ""


def test_somebody_who_sent_a_friend_is_thanked_once(shop: Shop, mary: int) -> None:
    coming(shop, mary, -1, times=3)
    bob = person(shop, "Bob Ng")
    shop.answers.note(at(-40), mary, "referral", "sent", "told", about=bob)
    shop.receipts.log(at(-5), bob, 400)
    assert (mary, "sent_friend", "in person") in listed(shop)
    (due,) = (one for one in contacts.today(shop, NOW) if one.contact.customer_id == mary)
    assert due.contact.about == "Bob Ng"
    shop.outcomes.note(NOW, mary, "done", due.contact)
    shop.set.change(NOW, {"contact_every": "0"})
    assert mary not in [who for who, _why, _how in listed(shop, at(1))]


def test_a_reward_within_reach_is_a_word_at_the_counter(shop: Shop, mary: int) -> None:
    shop.receipts.log(at(-1), mary, 9000)
    found = contacts.greeting(shop, NOW, shop.readings.of(mary, NOW.day))
    assert found and words.greeting(found, shop.settings, NOW.day) == "nearly there: Free cake"
    shop.receipts.log(NOW, mary, 1000)
    assert contacts.greeting(shop, NOW, shop.readings.of(mary, NOW.day)) is None


def test_two_who_are_one_person_are_listed_once_and_a_no_of_either_counts(peopled: Shop) -> None:
    mary = mary_of(peopled)
    again = coming(peopled, person(peopled, "M. Smith"), GOODBYE - 3)
    peopled.customers.merge(NOW, mary, again)
    assert listed(peopled) == [(mary, "slipping", "phone")]
    peopled.outcomes.note(NOW, again, "never")
    assert listed(peopled, at(1)) == []


def test_one_in_five_is_held_back_only_in_a_large_shop_that_wants_it(
    peopled: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        who = coming(peopled, person(peopled, f"Late {number}", phone=f"+35387000{number:04}"), GOODBYE, times=4)
        peopled.customers.allow(at(-20), who, "phone", True, "told us")
    peopled.set.change(NOW, {"contacts": "40", "hold_back": "yes"})
    assert contacts.listing(peopled, NOW).held == []
    monkeypatch.setattr(contacts, "due_in_year", lambda *_: 200)
    due = {one.contact.customer_id for one in contacts.today(peopled, NOW)}
    held = {one.customer_id for one, is_held in contacts.of_day(peopled, NOW.day) or [] if is_held}
    assert held
    shown = {one.customer_id for one in (*contacts.aside(peopled, NOW).left_out, *contacts.aside(peopled, NOW).unasked)}
    assert not held & (due | shown)
    monkeypatch.setattr(contacts, "due_in_year", lambda *_: 0)
    shown = {one.customer_id for one in contacts.aside(peopled, NOW).left_out}
    assert not held & shown


def test_those_due_in_a_year_are_counted_once_a_horizon(peopled: Shop) -> None:
    for day in range(3):
        contacts.today(peopled, at(day))
    assert did_help.due_in_year(peopled, at(3).day) == 1
    assert did_help.due_in_year(peopled, at(400).day) == 0


def test_whether_it_helped_is_told_only_when_their_time_is_over(peopled: Shop) -> None:
    (due,) = contacts.today(peopled, NOW)
    mary, horizon = due.contact.customer_id, due.contact.horizon
    peopled.outcomes.note(NOW, mary, "done", due.contact)
    other = peopled.customers.meant("Regular 1").id
    peopled.receipts.log(at(horizon - 1), other, 100)
    assert did_help.did_help(peopled, at(horizon - 1).day).contacted == 0
    peopled.receipts.log(at(horizon), mary, 100)
    found = did_help.did_help(peopled, at(horizon).day)
    assert (found.contacted, found.came, found.verdict) == (1, 1, "too_few")
    assert found.expected == pytest.approx(due.contact.p_back)


def test_a_file_that_can_only_be_read_still_names_the_day(peopled: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise Refused("shop_read_only", file="shop.db")

    monkeypatch.setattr(peopled, "act", refuse)
    assert listed(peopled) == [(mary_of(peopled), "slipping", "phone")]
    assert contacts.of_day(peopled, NOW.day) is None


def test_who_is_greeted_in_person_had_come_by_themselves_and_proves_nothing(peopled: Shop) -> None:
    zoe = coming(peopled, person(peopled, "Zoe"), GOODBYE)
    (due,) = (one for one in contacts.today(peopled, NOW) if one.contact.customer_id == zoe)
    peopled.outcomes.note(NOW, zoe, "done", due.contact)
    peopled.receipts.log(at(due.contact.horizon), zoe, 100)
    assert did_help.did_help(peopled, at(due.contact.horizon).day).contacted == 0


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["yes", "no", "never", "done", "promise", "visit", "setting", "merge"]), st.integers(1, 6)
    ),
    max_size=8,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=CHANGES, between=CHANGES)
def test_nobody_is_reached_without_consent_and_the_days_list_stays(
    tmp_path_factory: pytest.TempPathFactory, before: list[tuple[str, int]], between: list[tuple[str, int]]
) -> None:
    path: Path = tmp_path_factory.mktemp("hello") / "shop.db"
    with Shop(path, create=True) as shop:
        for number in range(6):
            who = person(shop, f"Person {number}", phone=f"+35387123450{number}", email=f"p{number}@example.com")
            coming(shop, who, GOODBYE, times=4)
        for change in before:
            happen(shop, *change)
        first = [
            (one.contact.customer_id, one.contact.reason, one.contact.urgency) for one in contacts.today(shop, NOW)
        ]
        for change in between:
            happen(shop, *change)
        after = contacts.today(shop, NOW)
        if first:
            assert named(after) == first
        assert len({who for who, *_ in first}) == len(first) <= 5
        reached = {one.contact.customer_id: one.way.channel for one in after if one.way.address}
        for who, channel in reached.items():
            assert {word.channel: word.allowed for word in shop.customers.consents(who, NOW.day)}[channel]
        for one in reachable.reachable(shop, NOW)[0]:
            allowed = {word.channel: word.allowed for word in shop.customers.consents(one.customer_id, NOW.day)}
            assert all(allowed.get(channel) for channel in ("phone", "email") if getattr(one, channel))


def named(due: list[Due]) -> list[tuple[int, str, float]]:
    return [(one.contact.customer_id, one.contact.reason, one.contact.urgency) for one in due]


def happen(shop: Shop, what: str, who: int) -> None:
    """Something that may change whom to speak to."""
    if what in ("yes", "no"):
        shop.customers.allow(NOW, who, "phone" if who % 2 else "email", what == "yes", "told us")
    elif what in ("never", "done"):
        shop.outcomes.note(NOW, who, what)  # type: ignore[arg-type]
    elif what == "promise":
        shop.promises.give(NOW, who, "oat milk", NOW.day)
    elif what == "visit":
        shop.receipts.log(NOW, who, 420)
    elif what == "setting":
        shop.set.change(NOW, {"contacts": str(who), "contact_every": str(who * 9)})
    elif who > 1 and shop.customers.get(who).id == who:
        shop.customers.change(NOW, replace(shop.customers.get(who), name=f"Renamed {who}"))


CREEPY = (
    "noticed", "haven't", "have not", "missed you", "miss you", "long time", "where have you", "been away",
    "seen you", "days ago", "weeks ago", "last visit", "usually come", "stopped",
)  # fmt: skip


def messages(language: str = "") -> dict[str, str]:
    """Every message we would send, filled with all there is."""
    return {
        reason: words.message(
            Due(
                Contact(1, "Smith, Mary", reason, 900.0, "phone", "oat milk", MAY_4, 0.2, 21, MAY_4 - 40, 9, 7.0),
                Way("phone", "+353871234567"),
                "flat white",
                language,
            ),
            {},
            Settings(name="Café Linden"),
            NOW.day,
        )
        for reason in REASONS
    }


def test_no_message_says_that_we_noticed_they_havent_come() -> None:
    for reason, message in messages().items():
        assert not [phrase for phrase in CREEPY if phrase in message.lower()], reason
        assert message.startswith("Hello Mary, ") and "Café Linden" in message
        assert len(message) <= 160, "one text message"


def test_who_stays_away_is_told_neither_how_long_nor_what_we_know() -> None:
    for reason in ABSENT:
        assert not any(ch.isdigit() for ch in messages()[reason])


def test_the_owners_words_come_first_in_the_customers_language(peopled: Shop) -> None:
    templates.put(peopled, NOW, "slipping", "", "Hi {name}!")
    templates.put(peopled, NOW, "slipping", "pl", "Dzień dobry {name}!")
    (due,) = contacts.today(peopled, NOW)
    own, now = templates.own(peopled), peopled.settings
    assert words.message(due, own, now, NOW.day) == "Hi Mary!"
    assert words.message(due._replace(language="pl"), own, now, NOW.day) == "Dzień dobry Mary!"
    assert words.message(due._replace(language="de"), own, now, NOW.day) == "Hi Mary!"
    templates.put(peopled, NOW, "slipping", "", "")
    assert words.message(due, templates.own(peopled), now, NOW.day).startswith("Hello Mary, this is")


def test_a_language_is_two_letters(peopled: Shop) -> None:
    mary = peopled.customers.get(mary_of(peopled))
    assert peopled.customers.change(NOW, replace(mary, language="PL")).language == "pl"
    with pytest.raises(Refused, match="bad_language"):
        peopled.customers.change(NOW, replace(mary, language="polish"))
