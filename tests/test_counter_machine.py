"""The counter's one input: what a text means, at every moment, in the order an owner would type it."""

from dataclasses import dataclass, field, replace
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from loyaltui.core import counter
from loyaltui.core.counter import (
    step,
)
from loyaltui.core.counter_terms import (
    AddNew,
    Again,
    AskAmount,
    ChooseReply,
    ChooseReward,
    Choosing,
    Chosen,
    Counter,
    Entered,
    Escaped,
    Event,
    Finding,
    GiveVoucher,
    Heard,
    Hearing,
    Intent,
    Invalid,
    Join,
    Kept,
    Left,
    Log,
    Match,
    NeedText,
    NewCard,
    NoPart,
    NoSuchReply,
    Note,
    Nothing,
    NothingToGive,
    OfferNew,
    OpenMenu,
    Person,
    Promise,
    RewardSet,
    Search,
    Show,
    ShowPoints,
    Switched,
    Twice,
    Typed,
    Unclear,
    Undone,
    Unknown,
    With,
)
from loyaltui.core.question import Reply, hearing
from loyaltui.core.reward import NOT_ANYTHING, Choice, Given, Reward, Voucher
from loyaltui.core.why import NOBODY_ASKED

MARY = Person(1, "Mary Smith", "LT000017", usual=420)
BOB = Person(2, "Bob Ng", "20000024", usual=None)
ROSE = Person(3, "Rosemary Hale", "4471", usual=0)
PHONES = {"600700800": MARY, "600700801": BOB}
NEW = Person(9, "", "LT000099")
NOON = 12 * 3600
COFFEE = Choice(Reward(7, "Free coffee", 60, 320), 60, 450)
OFF = Choice(Reward(8, "Off", 100, 500, "money"), 100, 450)
TENTH = Choice(Voucher(3, "K7Q29FAB", "Come back soon", "percent", 10, 1, 9, 2))  # Bob's
VOUCHERS = {"K7Q29FAB": (TENTH.what.id, BOB), "AAAA2222": (4, None)}
GIVEN = Given(7)
REPLIES = hearing(None, NOBODY_ASKED, ())
PRICE, NEAR, WISH = Reply("reason", "price"), Reply("reason", "near"), Reply("wish", "")


@dataclass
class Desk:
    """A screen without a screen: it resolves texts as the shop would and remembers what it was told to do."""

    state: Counter = field(default_factory=lambda: Counter("EUR"))
    second: int = NOON
    said: list[Intent] = field(default_factory=list)

    def feed(self, event: Event) -> Intent:
        self.state, intent = step(self.state, event)
        self.said.append(intent)
        return intent

    def match(self, text: str, row: Person | None = None) -> Match | None:
        for person in (MARY, BOB, ROSE):
            if person.card == text:
                return Match(person, "card")
        if text in VOUCHERS:
            owner = VOUCHERS[text][1]
            return Match(owner, "voucher") if owner else None
        if text in PHONES:
            return Match(PHONES[text], "phone")
        return Match(row, "row") if row is not None and isinstance(self.state.place, Finding) else None

    def enter(
        self, text: str = "", row: Person | None = None, lit: Choice | None = None, burst: bool = False
    ) -> Intent:
        if text != self.state.line:
            self.feed(Typed(text))
        ours = text.startswith("LT") and len(text) == 8
        replies = REPLIES if isinstance(self.state.place, Hearing) else ()
        said = replies[0] if replies else None
        voucher = VOUCHERS[text][0] if text in VOUCHERS else None
        match = self.match(text, row)
        return self.feed(Entered(text, self.second, match, burst, ours, voucher, lit, replies, said))

    def scan(self, card: str) -> Intent:
        return self.enter(card, burst=True)

    def esc(self) -> Intent:
        return self.feed(Escaped(self.state.line))

    def paste(self, text: str) -> Intent:
        return self.enter(text, burst=True)


@pytest.fixture
def desk() -> Desk:
    return Desk()


# The keystrokes to keep


def known_amount(desk: Desk) -> None:
    assert desk.scan(MARY.card) == Show(MARY)
    assert desk.enter("4.20") == Log(MARY, 420)


def rush(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter() == Log(MARY, None)


def a_face_at_its_usual_hour(desk: Desk) -> None:
    assert desk.enter(row=ROSE) == Show(ROSE)
    assert desk.enter() == Log(ROSE, None)


def forgot_the_card(desk: Desk) -> None:
    assert desk.enter("0801", row=BOB) == Show(BOB)
    assert desk.enter("4.20") == Log(BOB, 420)


def how_many_points(desk: Desk) -> None:
    assert desk.scan(MARY.card) == Show(MARY)
    assert desk.esc() == Left(MARY)


def free_coffee_and_a_croissant(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("r") == ChooseReward(MARY)
    assert desk.enter(lit=COFFEE) == RewardSet(MARY, GIVEN)
    assert desk.enter("2.80") == Log(MARY, 280, GIVEN)


# The cases that go wrong, or ask


def newcomer(desk: Desk) -> None:
    assert desk.enter("Anna Nowak") == OfferNew("Anna Nowak")
    assert desk.enter("Anna Nowak") == AddNew("Anna Nowak")
    assert desk.feed(Chosen(NEW)) == Show(NEW)
    assert desk.enter("4") == Log(NEW, 400)


def nameless_card(desk: Desk) -> None:
    assert desk.scan(NEW.card) == NewCard(NEW.card, None)
    assert desk.feed(Chosen(NEW)) == Show(NEW)
    assert desk.enter() == Log(NEW, None)


def another_shops_card(desk: Desk) -> None:
    assert desk.scan("4006381333931") == Unknown("4006381333931", None)


def the_next_one_scans(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.scan(MARY.card) == Again(MARY)
    assert desk.scan(BOB.card) == Switched(MARY, BOB)


def slips_of_the_finger(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("4.205") == Invalid("4.205", "amount_too_precise")
    assert desk.enter("hm") == Unclear("hm")
    assert desk.enter("42.00") == AskAmount(MARY, 4200, 420)
    assert desk.enter("4.20") == Log(MARY, 420)
    desk.scan(MARY.card)
    assert desk.enter("4.20") == Twice(MARY, 0)


def notes(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("n") == NeedText(MARY, "note")
    assert desk.enter("n likes oat milk") == Note(MARY, "likes oat milk")


def heard_the_reason(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("w") == ChooseReply(MARY)
    assert desk.enter("x") == NoSuchReply("x")
    assert desk.enter("2") == Heard(MARY, PRICE, "told")
    assert desk.enter("4.20") == Log(MARY, 420)


def saw_or_guessed_it(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("w")
    assert desk.enter("3s lives next door") == Heard(MARY, NEAR, "saw", "lives next door")
    desk.enter("w cheap and cheerful")
    assert desk.enter("2g") == Heard(MARY, PRICE, "guess", "cheap and cheerful")
    desk.enter("w")
    assert desk.enter() == Heard(MARY, REPLIES[0], "told")


def a_wish_needs_its_words(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("w")
    assert desk.enter("i") == NeedText(MARY, "wish")
    assert desk.state.line == "i "
    assert desk.enter("i more rye") == Heard(MARY, WISH, "told", "more rye")


def a_complaint(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("c") == NeedText(MARY, "complaint")
    assert desk.enter("c cold soup") == Heard(MARY, Reply("complaint", "open"), "told", "cold soup")


def a_promise(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("p") == NeedText(MARY, "promise")
    assert desk.enter("p oat milk by Friday") == Promise(MARY, "oat milk by Friday")
    assert desk.enter("k") == Kept(MARY)
    assert desk.enter("k oat milk") == Unclear("k oat milk")
    assert desk.enter("4.20") == Log(MARY, 420)


def no_reward_yet(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    assert desk.enter() == NothingToGive(MARY)


def a_part_of_the_points(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    assert desk.enter("451", lit=OFF) == NoPart("451", OFF)
    assert desk.enter("350", lit=OFF) == RewardSet(MARY, Given(8, 350))
    assert desk.enter("12.00") == Log(MARY, 1200, Given(8, 350))


def a_voucher(desk: Desk) -> None:
    assert desk.enter("K7Q29FAB") == RewardSet(BOB, Given(voucher=3))
    assert desk.enter("4.20") == Log(BOB, 420, Given(voucher=3))
    desk.scan(BOB.card)
    assert desk.enter("v") == GiveVoucher(BOB)


def joining_and_asking_for_every_point(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("j") == Join(MARY)
    assert desk.enter("e") == ShowPoints(MARY)
    assert desk.enter("4.20") == Log(MARY, 420)


def idle_keys(desk: Desk) -> None:
    assert desk.feed(Typed("ma")) == Search("ma")
    assert desk.esc() == Nothing()
    assert desk.esc() == OpenMenu()


STORIES = [
    known_amount, rush, a_face_at_its_usual_hour, forgot_the_card, how_many_points, free_coffee_and_a_croissant,
    newcomer, nameless_card, another_shops_card, the_next_one_scans, slips_of_the_finger, notes, no_reward_yet,
    heard_the_reason, saw_or_guessed_it, a_wish_needs_its_words, a_complaint, a_promise,
    a_part_of_the_points, a_voucher, joining_and_asking_for_every_point, idle_keys,
]  # fmt: skip


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_the_keystrokes_of_a_day_do_what_the_owner_means(story, desk: Desk) -> None:
    story(desk)


def test_everything_the_counter_can_say_is_said_by_some_keystrokes() -> None:
    said = set()
    for story in STORIES:
        desk = Desk()
        story(desk)
        said |= {type(intent) for intent in desk.said}
    assert said == set(get_args(Intent))


def test_what_was_heard_keeps_the_reward_that_goes_with_the_sale(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    desk.enter(lit=COFFEE)
    desk.enter("w")
    assert desk.esc() == RewardSet(MARY, GIVEN)
    desk.enter("w")
    desk.enter("2")
    assert desk.enter("2.80") == Log(MARY, 280, GIVEN)


def test_a_scan_while_hearing_takes_its_owner_and_writes_nothing_down(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("w")
    assert desk.scan(BOB.card) == Switched(MARY, BOB)


def test_a_price_typed_while_hearing_is_no_reason(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("w")
    assert desk.enter("4.20") == NoSuchReply("4.20")
    assert desk.enter("0") == NoSuchReply("0")


# Finding


def test_a_number_of_somebody_takes_them_before_the_highlighted_row(desk: Desk) -> None:
    assert desk.enter("600700800", row=BOB) == Show(MARY)


def test_enter_on_an_empty_line_without_a_row_does_nothing(desk: Desk) -> None:
    assert desk.enter() == Nothing()
    assert desk.state == Counter("EUR")


def test_a_phone_nobody_has_is_offered_as_a_newcomer(desk: Desk) -> None:
    assert desk.enter("+48 600-700-899") == OfferNew("+48 600-700-899")


def test_a_few_digits_nobody_has_are_no_newcomer_and_stay_on_the_line(desk: Desk) -> None:
    assert desk.enter("12") == Unknown("12", None)
    assert desk.state.line == "12"


def test_another_text_forgets_the_offer_to_add_somebody(desk: Desk) -> None:
    desk.enter("Anna")
    assert desk.enter("Anne") == OfferNew("Anne")
    assert desk.enter("Anna") == OfferNew("Anna")
    desk.feed(Typed("Ann"))
    assert desk.enter("Anna") == OfferNew("Anna")
    desk.esc()
    assert desk.enter("Anna") == OfferNew("Anna")
    assert desk.enter("Anna") == AddNew("Anna")
    assert desk.enter("Anna") == OfferNew("Anna")


def test_only_the_offered_text_itself_adds_somebody() -> None:
    offered = Counter("EUR", Finding(offered="Anna"))
    assert step(offered, Entered("Anne", NOON))[1] == OfferNew("Anne")
    assert step(offered, Entered("", NOON)) == (Counter("EUR"), Nothing())


def test_a_scan_nobody_has_never_takes_the_highlighted_row_and_leaves_the_line_free(desk: Desk) -> None:
    desk.feed(Typed("4006381333931"))
    event = Entered("4006381333931", NOON, Match(BOB, "row"), burst=True)
    assert desk.feed(event) == Unknown("4006381333931", None)
    assert desk.state == Counter("EUR")


def test_a_card_of_ours_typed_by_hand_makes_a_nameless_customer_too(desk: Desk) -> None:
    assert desk.enter("LT000099") == NewCard("LT000099", None)


def test_control_characters_of_a_scanner_reach_nobody(desk: Desk) -> None:
    event = Entered("\x1d400638\x1b\n", NOON, burst=True)
    assert desk.feed(event) == Unknown("400638", None)


# Money


@pytest.mark.parametrize(("text", "amount"), [("4.20", 420), ("4,20", 420), ("4", 400), (" 4.2 ", 420), ("", None)])
def test_digits_are_money_and_an_empty_line_is_left_to_the_till(text: str, amount: int | None, desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter(text) == Log(MARY, amount)
    assert desk.state.place == Finding()
    assert desk.state.line == ""


def test_a_yen_has_no_cents() -> None:
    desk = Desk(Counter("JPY"))
    desk.scan(BOB.card)
    assert desk.enter("4.20") == Invalid("4.20", "amount_too_precise")
    assert desk.enter("420") == Log(BOB, 420)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("4.205", Invalid("4.205", "amount_too_precise")),
        ("+4.205", Invalid("+4.205", "amount_too_precise")),
        ("9999999999.00", Invalid("9999999999.00", "amount_too_large")),
        ("1234567890123", Invalid("1234567890123", "amount_too_large")),
        ("-4.20", Unclear("-4.20")),
        ("1,250.00", Unclear("1,250.00")),
        ("+x", Unclear("+x")),
        ("n4", Unclear("n4")),
        ("r cake", Unclear("r cake")),
        ("Anna", Unclear("Anna")),
    ],
)
def test_what_cannot_be_logged_is_said_and_nothing_is_lost(text: str, said: Intent, desk: Desk) -> None:
    desk.scan(BOB.card)
    desk.enter("r")
    desk.enter(lit=COFFEE)
    desk.feed(Typed(text))
    before = desk.state
    assert desk.enter(text) == said
    assert desk.state == before


def test_an_amount_just_below_five_times_the_usual_is_logged(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("20.99") == Log(MARY, 2099)


def test_five_times_the_usual_is_asked_about_and_logged_when_it_is_repeated(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("21") == AskAmount(MARY, 2100, 420)
    assert desk.enter("21.00") == Log(MARY, 2100)


@pytest.mark.parametrize("between", ["22", "hm", "n oat milk", "n", "4.205"])
def test_anything_else_forgets_the_question_about_an_amount(between: str, desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("21")
    desk.enter(between)
    assert desk.enter("21") == AskAmount(MARY, 2100, 420)


def test_esc_or_a_scan_forgets_the_question_about_an_amount(desk: Desk) -> None:
    desk.scan(MARY.card)
    for forget in (desk.esc, lambda: desk.scan(MARY.card)):
        assert desk.enter("21") == AskAmount(MARY, 2100, 420)
        forget()
    assert desk.enter("21") == AskAmount(MARY, 2100, 420)


def test_nobody_is_asked_where_no_usual_amount_is_known(desk: Desk) -> None:
    for person in (BOB, ROSE):
        desk.scan(person.card)
        assert desk.enter("900") == Log(person, 90000)


@pytest.mark.parametrize("text", ["\x1d", "\u200b", "\n"])
def test_what_cannot_be_printed_is_not_an_empty_line(text: str, desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter(text) == Nothing()
    assert desk.state.place == With(MARY)


# Acts


def test_a_letter_alone_that_needs_words_leaves_the_line_ready_for_them(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("N")
    assert desk.state.line == "n "
    assert desk.enter(desk.state.line + "oat milk") == Note(MARY, "oat milk")
    assert desk.state == replace(Counter("EUR"), place=With(MARY))


def test_a_note_keeps_the_reward_that_was_chosen(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    desk.enter(lit=COFFEE)
    desk.enter("n oat milk")
    assert desk.enter() == Log(MARY, None, GIVEN)


def test_an_amount_typed_while_a_reward_is_chosen_is_not_eaten(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    assert desk.enter("2.80", lit=COFFEE) == Unclear("2.80")
    assert desk.state == Counter("EUR", Choosing(MARY), "2.80")


@pytest.mark.parametrize("points", ["0", "1", "451", "9999999"])
def test_points_that_bring_nothing_or_that_nobody_has_are_not_spent(points: str, desk: Desk) -> None:
    pennies = Choice(Reward(8, "Off", 100, 50, "money"), 100, 450)
    desk.scan(MARY.card)
    desk.enter("r")
    assert desk.enter(points, lit=pennies) == NoPart(points, pennies)
    assert isinstance(desk.state.place, Choosing)


@pytest.mark.parametrize("lit", [COFFEE, TENTH])
def test_what_is_given_whole_takes_no_number_of_points(lit: Choice, desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    assert desk.enter("30", lit=lit) == NoPart("30", lit)


def test_all_the_points_of_a_reward_typed_are_the_reward_as_it_is(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    assert desk.enter("100", lit=OFF) == RewardSet(MARY, Given(8))


def test_who_has_less_than_the_whole_sum_spends_what_they_have(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    assert desk.enter(lit=Choice(OFF.what, 40, 40)) == RewardSet(MARY, Given(8, 40))


def test_a_voucher_goes_with_the_reward_that_was_chosen(desk: Desk) -> None:
    desk.scan(BOB.card)
    desk.enter("r")
    desk.enter(lit=COFFEE)
    assert desk.enter("K7Q29FAB") == RewardSet(BOB, Given(7, voucher=3))
    assert desk.enter() == Log(BOB, None, Given(7, voucher=3))


def test_somebodys_voucher_brings_them_here_and_the_one_before_is_not_saved(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.scan("K7Q29FAB") == Switched(MARY, BOB)
    assert desk.enter("4.20") == Log(BOB, 420, Given(voucher=3))


def test_a_voucher_for_anybody_goes_with_whoever_is_here(desk: Desk) -> None:
    assert desk.enter("AAAA2222") == Unknown("AAAA2222", None)
    desk.scan(MARY.card)
    assert desk.enter("AAAA2222") == RewardSet(MARY, Given(voucher=4))


def test_esc_while_choosing_goes_back_to_the_person_without_a_reward(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    assert desk.esc() == Show(MARY)
    assert desk.enter("2.80") == Log(MARY, 280)


def test_every_letter_of_the_table_is_an_act(desk: Desk) -> None:
    desk.scan(MARY.card)
    for letter in counter.ACTS:
        assert not isinstance(desk.enter(letter), Unclear)
        desk.esc()
    assert counter.ACTS.keys() == {"r", "n", "w", "c", "p", "k", "j", "v", "e"}


# Scans


@pytest.mark.parametrize("choosing", [False, True])
def test_a_scan_of_another_card_switches_at_any_moment_and_saves_nothing(choosing: bool, desk: Desk) -> None:
    desk.scan(MARY.card)
    if choosing:
        desk.enter("r")
    assert desk.scan(ROSE.card) == Switched(MARY, ROSE)
    assert desk.state == Counter("EUR", With(ROSE))


def test_a_long_card_number_typed_by_hand_switches_and_a_short_one_is_money(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter(BOB.card) == Switched(MARY, BOB)
    assert desk.enter(ROSE.card) == Log(BOB, 447100)


def test_a_whole_phone_number_typed_by_hand_beside_a_person_turns_to_its_owner(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.enter("600700801") == Switched(MARY, BOB)


def test_the_own_card_typed_by_hand_is_not_an_amount(desk: Desk) -> None:
    desk.scan(BOB.card)
    assert desk.enter(BOB.card) == Again(BOB)


def test_the_own_card_scanned_again_keeps_the_chosen_reward(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    assert desk.scan(MARY.card) == Again(MARY)
    desk.enter(lit=COFFEE)
    assert desk.scan(MARY.card) == Again(MARY)
    assert desk.enter() == Log(MARY, None, GIVEN)


@pytest.mark.parametrize("digits", ["420", "4.20", "4006381333931"])
def test_a_scan_nobody_has_is_never_money_and_the_one_before_is_not_saved(digits: str, desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.scan(digits) == Unknown(digits, MARY)
    assert desk.state == Counter("EUR")


def test_a_new_card_of_ours_leaves_the_one_before_unsaved(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.scan(NEW.card) == NewCard(NEW.card, MARY)
    assert desk.feed(Chosen(NEW)) == Show(NEW)


def test_a_scanner_that_sends_enter_twice_logs_nothing(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.paste("") == Nothing()
    assert desk.state.place == With(MARY)


def test_a_pasted_phone_of_somebody_else_switches(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.paste("600700801") == Switched(MARY, BOB)


# Twice


def visit(desk: Desk, person: Person = MARY, text: str = "") -> Intent:
    desk.scan(person.card)
    return desk.enter(text)


@pytest.mark.parametrize(
    ("first", "then", "twice"),
    [
        (NOON, NOON + 120, Twice(MARY, 120)),
        (NOON, NOON + 121, None),
        (86_390, 20, Twice(MARY, 30)),
        (86_390, 111, None),
        (NOON, NOON - 5, None),
        (NOON, 0, None),
        (0, 86_399, None),
        (NOON, NOON + 86_400, None),
        (NOON + 10**7, NOON, None),
    ],
)
def test_two_visits_within_two_minutes_are_one_whatever_the_clock_does(
    first: int, then: int, twice: Intent | None, desk: Desk
) -> None:
    desk.second = first
    visit(desk)
    desk.second = then
    assert visit(desk) == (twice or Log(MARY, None))


@pytest.mark.parametrize(("text", "amount"), [("+", None), ("+4.20", 420), ("+ 4.20", 420), ("4.20+", 420)])
def test_a_plus_logs_the_second_visit_anyway(text: str, amount: int | None, desk: Desk) -> None:
    visit(desk)
    assert visit(desk, text="4.20") == Twice(MARY, 0)
    assert desk.state.line == "4.20"
    assert desk.enter("4.20") == Twice(MARY, 0)
    assert desk.enter(text) == Log(MARY, amount)


def test_a_plus_does_not_answer_the_question_about_an_amount(desk: Desk) -> None:
    visit(desk)
    assert visit(desk, text="+21") == AskAmount(MARY, 2100, 420)
    assert desk.enter("+21") == Log(MARY, 2100)


def test_a_plus_where_nothing_came_before_is_just_a_visit(desk: Desk) -> None:
    assert visit(desk, text="+4.20") == Log(MARY, 420)


def test_somebody_else_between_two_visits_does_not_hide_the_second(desk: Desk) -> None:
    visit(desk)
    assert visit(desk, BOB) == Log(BOB, None)
    assert visit(desk) == Twice(MARY, 0)


def test_a_visit_taken_back_can_be_logged_again(desk: Desk) -> None:
    visit(desk)
    assert desk.feed(Undone(MARY.id)) == Nothing()
    assert visit(desk) == Log(MARY, None)


def test_taking_back_something_else_keeps_the_memory_of_a_visit(desk: Desk) -> None:
    visit(desk)
    desk.feed(Undone(None))
    desk.feed(Undone(BOB.id))
    assert visit(desk) == Twice(MARY, 0)


def test_taking_back_the_adding_of_the_one_who_is_here_goes_back_to_finding(desk: Desk) -> None:
    desk.scan(NEW.card)
    desk.feed(Chosen(NEW))
    assert desk.feed(Undone(NEW.id)) == Nothing()
    assert desk.feed(Undone(NEW.id, gone=True)) == Left(NEW)
    assert desk.state.place == Finding()


# Esc


def test_esc_steps_back_one_step_at_a_time_and_ends_at_the_menu(desk: Desk) -> None:
    desk.scan(MARY.card)
    desk.enter("r")
    desk.feed(Typed("2"))
    assert desk.esc() == Show(MARY)
    desk.feed(Typed("2.8"))
    assert desk.esc() == Nothing()
    assert desk.state == Counter("EUR", With(MARY))
    assert desk.esc() == Left(MARY)
    desk.feed(Typed("bo"))
    assert desk.esc() == Nothing()
    assert desk.esc() == OpenMenu()
    assert desk.state == Counter("EUR")


def test_a_person_picked_on_another_screen_replaces_the_one_who_is_here(desk: Desk) -> None:
    desk.scan(MARY.card)
    assert desk.feed(Chosen(MARY)) == Again(MARY)
    assert desk.feed(Chosen(BOB)) == Switched(MARY, BOB)


# Whatever is typed, in whatever order

TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            "4.20",
            "4",
            "21",
            "900",
            "+",
            "+4.20",
            "4.205",
            "r",
            "n",
            "w",
            "2g",
            "i",
            "n oat milk",
            "p oat milk",
            "k",
            "Anna",
            "4471",
            "12",
        ]
    ),
    st.sampled_from([MARY.card, BOB.card, NEW.card, *PHONES, "4006381333931"]),
    st.text(max_size=6),
)
MEANT = {"": None, "4.20": 420, "4": 400, "21": 2100, "900": 90000, "+": None, "+4.20": 420, "4471": 447100, "12": 1200}


class AnyDay(RuleBasedStateMachine):
    """The desk's model knows only what the owner sees: who is shown, from the intents alone."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.shown: Person | None = None
        self.given = NOT_ANYTHING
        self.visits: dict[int, int] = {}

    def see(self, intent: Intent) -> None:
        match intent:
            case Show(person) | Switched(_, person):
                self.shown, self.given = person, NOT_ANYTHING
            case Log() | Left() | NewCard() | Unknown():
                self.shown, self.given = None, NOT_ANYTHING
            case RewardSet(person, given):
                assert person == self.shown
                self.given = given
            case ChooseReward():
                self.given = NOT_ANYTHING

    def expect_a_visit_only_where_one_was_entered(self, text: str, intent: Intent) -> None:
        if not isinstance(intent, Log):
            return
        assert intent.person == self.shown
        assert intent.given == self.given
        bare = text.strip(" \t")
        assert bare == "" or any(ch.isdigit() for ch in bare) or set(bare) == {"+"}
        if bare in MEANT:
            assert intent.amount == MEANT[bare]
        last = self.visits.get(intent.person.id)
        assert last is None or not 0 <= self.desk.second - last <= 120 or "+" in bare
        assert self.desk.state.place == Finding()
        assert self.desk.state.line == ""
        self.visits[intent.person.id] = self.desk.second

    @rule(text=TEXTS, row=st.sampled_from([None, MARY, BOB, ROSE]), lit=st.sampled_from([None, COFFEE, OFF, TENTH]))
    def a_hand_enters(self, text: str, row: Person | None, lit: Choice | None) -> None:
        said = len(self.desk.said)
        intent = self.desk.enter(text, row, lit)
        assert sum(isinstance(one, Log) for one in self.desk.said[said:]) == isinstance(intent, Log)
        self.expect_a_visit_only_where_one_was_entered(text, intent)
        self.see(intent)

    @rule(text=TEXTS, row=st.sampled_from([None, BOB]))
    def a_scanner_sends(self, text: str, row: Person | None) -> None:
        intent = self.desk.enter(text, row, COFFEE, burst=True)
        assert isinstance(intent, Show | Switched | Again | Unknown | NewCard | Nothing)
        self.see(intent)

    @rule(code=st.sampled_from([*VOUCHERS]), burst=st.booleans())
    def a_voucher_is_brought(self, code: str, burst: bool) -> None:
        voucher, owner = VOUCHERS[code]
        wanted, stays = owner or self.shown, owner in (None, self.shown)
        if isinstance(self.desk.state.place, Choosing):
            self.given = NOT_ANYTHING
        intent = self.desk.enter(code, burst=burst)
        assert isinstance(intent, RewardSet | Switched if wanted else Unknown)
        self.given = (self.given if stays else NOT_ANYTHING)._replace(voucher=voucher) if wanted else NOT_ANYTHING
        self.shown = wanted

    @rule(text=TEXTS)
    def a_hand_types_and_leaves_it(self, text: str) -> None:
        assert isinstance(self.desk.feed(Typed(text)), Search | Nothing)
        assert self.desk.state.line == text

    @rule()
    def esc_is_pressed(self) -> None:
        intent = self.desk.esc()
        assert isinstance(intent, Nothing | Show | Left | OpenMenu)
        self.see(intent)

    @rule(person=st.sampled_from([NEW, MARY, BOB]))
    def somebody_is_added_or_picked(self, person: Person) -> None:
        intent = self.desk.feed(Chosen(person))
        assert isinstance(intent, Show | Switched | Again)
        self.see(intent)

    @rule(person_id=st.sampled_from([None, 1, 2, 9]), gone=st.booleans())
    def something_is_taken_back(self, person_id: int | None, gone: bool) -> None:
        intent = self.desk.feed(Undone(person_id, gone))
        assert isinstance(intent, Nothing | Left)
        self.visits.pop(person_id or 0, None)
        self.see(intent)

    @rule(seconds=st.one_of(st.integers(0, 200), st.sampled_from([-86_400, -3600, -1, 3600])))
    def time_passes_or_the_clock_is_put_right(self, seconds: int) -> None:
        self.desk.second = (self.desk.second + seconds) % 86_400
        if seconds < 0:
            self.visits.clear()

    @invariant()
    def the_screen_shows_who_is_here(self) -> None:
        assert self.desk.state.person == self.shown
        place = self.desk.state.place
        assert (place.given if isinstance(place, With | Hearing) else NOT_ANYTHING) == self.given


AnyDay.TestCase.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
TestNoSequenceOfTextsAndScansLogsAVisitNobodyEntered = AnyDay.TestCase


@given(text=st.text(), how=st.sampled_from(["card", "phone", "row"]))
def test_no_burst_whatever_is_in_it_logs_a_visit(text: str, how: Literal["card", "phone", "row"]) -> None:
    for place in (Finding(), Finding(text), With(MARY), With(MARY, GIVEN, 420), Choosing(MARY), Hearing(MARY)):
        for match in (None, Match(MARY, how), Match(BOB, how)):
            state, intent = step(Counter("EUR", place), Entered(text, NOON, match, burst=True))
            assert not isinstance(intent, Log | Heard)
            assert state.logged == ()
