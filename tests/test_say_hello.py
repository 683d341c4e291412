"""Say hello on the screen, by keyboard alone."""

from pathlib import Path

import pytest

from loyaltui.store import Shop, complaints, contacts, wishes
from tests.apps import ENTER, opened, press, says, settled
from tests.conftest import BEGAN, NOW, at, person
from tests.test_hearing import step
from tests.test_hello import GOODBYE, coming, mary_of
from tests.test_hello import peopled as unnamed

__all__ = ["unnamed"]

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def peopled(unnamed: Shop) -> Shop:
    unnamed.set.change(BEGAN, {"name": "Café Linden"})
    return unnamed


def rows_of(pilot: object) -> list[str]:
    names = pilot.app.screen.query_one("#names")  # type: ignore[attr-defined]
    return [" ".join(str(option.prompt).split()) for option in names.options]


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_has_two_parts_and_the_reason_and_the_words_stand_below(
    peopled: Shop, size: tuple[int, int]
) -> None:
    coming(peopled, person(peopled, "Zoe"), GOODBYE)
    async with opened(peopled, size) as pilot:
        await press(pilot, "f4")
        assert rows_of(pilot) == [
            "call or write",
            "Mary Smith overdue by phone",
            "next time they come in",
            "Zoe overdue",
        ]
        assert "Usually every 7 days, last here 28 days ago." in says(pilot, "#words")
        assert "“Hello Mary, this is" in says(pilot, "#words")
        assert "would have come anyway" in says(pilot, "#lead")
        await press(pilot, "down")
        assert "haven't said that we may write" in says(pilot, "#words")


@pytest.mark.parametrize(
    ("key", "kind", "row", "sentence"),
    [
        ("d", "done", "✓ done", "✓ Mary Smith: done"),
        ("s", "put_off", "put off", "put off for a week"),
        ("n", "no_answer", "no answer", "again in 3 days"),
        ("x", "never", "✗ not again", "in no list or export"),
    ],
)
async def test_one_key_keeps_what_came_of_it_and_one_takes_it_back(
    peopled: Shop, key: str, kind: str, row: str, sentence: str
) -> None:
    async with opened(peopled) as pilot:
        await press(pilot, "f4", key)
        assert [one.kind for one in peopled.outcomes.of(mary_of(peopled), NOW.day)] == [kind]
        assert sentence in says(pilot)
        assert any(row in line for line in rows_of(pilot))
        await press(pilot, "ctrl+z")
        assert peopled.outcomes.of(mary_of(peopled), NOW.day) == []
        assert "undone: contact · Mary Smith" in says(pilot)
        assert "Mary Smith overdue by phone" in rows_of(pilot)


async def test_after_one_comes_the_next_below(peopled: Shop) -> None:
    coming(peopled, person(peopled, "Zoe"), GOODBYE)
    async with opened(peopled) as pilot:
        await press(pilot, "f4", "d", "s")
        assert [one.outcome for one in contacts.today(peopled, NOW)] == ["done", "put_off"]


async def test_words_can_be_changed_before_they_are_sent_and_are_kept_with_the_person(peopled: Shop) -> None:
    async with opened(peopled) as pilot:
        await press(pilot, "f4", "e", " See you!", ENTER)
        assert "See you!”" in says(pilot, "#words")
        await press(pilot, "c")
        assert pilot.app.clipboard.endswith("See you!")
        await press(pilot, "d")
        assert peopled.outcomes.of(mary_of(peopled), NOW.day)[0].text.endswith("See you!")


async def test_a_number_stands_in_large_figures_and_a_link_in_full(peopled: Shop) -> None:
    async with opened(peopled) as pilot:
        await press(pilot, "f4")
        await step(pilot, "w", "n")
        assert "+353 871 234 567" in str(pilot.app.screen.query_one("Digits").value)
        await step(pilot, "escape", "w", "a", "c")
        assert pilot.app.clipboard.startswith("https://wa.me/353871234567?text=Hello%20Mary")


async def test_nothing_can_be_sent_to_somebody_who_never_allowed_it(shop: Shop, mary: int) -> None:
    shop.set.change(BEGAN, {"name": "Café Linden"})
    shop.promises.give(NOW, mary, "oat milk", NOW.day)
    async with opened(shop) as pilot:
        for key in ("c", "w", "e"):
            await press(pilot, "f4", key)
            assert "Mary Smith hasn't said that we may write" in says(pilot)
        assert pilot.app.clipboard == ""


async def test_what_is_owed_stands_in_red_until_its_steps_are_taken(peopled: Shop) -> None:
    mary = mary_of(peopled)
    peopled.promises.give(NOW, mary, "oat milk", NOW.day)
    peopled.answers.note(at(-2), mary, "complaint", "open", "told", "the soup was cold")
    async with opened(peopled) as pilot:
        await press(pilot, "f4", "3")
        assert rows_of(pilot)[0] == "Mary Smith promised oat milk by Mon 4 May"
        await press(pilot, "k")
        assert peopled.promises.open(NOW.day) == []
        assert "we said sorry" in says(pilot, "#words")
        await press(pilot, "k")
        assert complaints.book(peopled, NOW.day)[0].stage == "apologised"
        await press(pilot, "k")
        assert complaints.book(peopled, NOW.day)[0].stage == "put_right"
        assert "sorry after 2 days, put right after no day" in says(pilot, "#words")


async def test_a_promise_is_given_from_the_list_and_kept_at_the_counter(peopled: Shop) -> None:
    async with opened(peopled) as pilot:
        await press(pilot, "f4", "p", "oat milk by Friday", ENTER)
        assert "Promised Mary Smith: “oat milk” by Fri 8 May." in says(pilot)
        await press(pilot, "f2", "mary", ENTER)
        assert "! promised: oat milk by Fri 8 May" in says(pilot, "#card")
        await press(pilot, "k", ENTER)
        assert "kept: oat milk" in says(pilot)
        assert "promised" not in says(pilot, "#card")
        await press(pilot, "p new chair by tomorrow", ENTER)
        assert "by Tue 5 May" in says(pilot)
        await press(pilot, "ctrl+z")
        assert peopled.promises.open(NOW.day) == []


async def test_a_wish_is_answered_and_both_stand_in_one_place(peopled: Shop) -> None:
    peopled.answers.note(NOW, mary_of(peopled), "wish", "", "told", "rye bread")
    async with opened(peopled) as pilot:
        await press(pilot, "f4", "5", "k", "since Monday", ENTER)
        assert wishes.gathered(peopled, NOW.day)[0].done == "since Monday"
        assert "✓ “rye bread” → since Monday" in rows_of(pilot)[0]


async def test_who_was_left_out_can_be_seen_and_opened(peopled: Shop) -> None:
    peopled.outcomes.note(at(-9), mary_of(peopled), "done")
    async with opened(peopled) as pilot:
        await press(pilot, "f4")
        assert "Nobody needs a word today" in says(pilot, "#words")
        await press(pilot, "2")
        assert "contacted not long ago" in rows_of(pilot)[0]
        assert "Not before 25 May" in says(pilot, "#words")
        await press(pilot, ENTER)
        assert "Mary Smith" in says(pilot, "#title")


async def test_whether_it_helped_is_said_in_sentences(peopled: Shop) -> None:
    async with opened(peopled) as pilot:
        await press(pilot, "f4", "4")
        assert "Nothing can be told yet" in says(pilot, "#words")
        await press(pilot, "tab", "tab")
        assert rows_of(pilot)[0] == "call or write"


async def test_a_list_is_saved_beside_the_others_and_never_over_one(peopled: Shop) -> None:
    async with opened(peopled) as pilot:
        await press(pilot, "f4")
        await step(pilot, "o", "6")
        await settled(pilot)
        folder: Path = peopled.path.parent
        assert "+353871234567" in (folder / "brevo.csv").read_text()
        assert "1 person saved as" in says(pilot)
        await step(pilot, "o", "6")
        await settled(pilot)
        assert (folder / "brevo-2.csv").exists()


async def test_the_words_for_a_reason_are_changed_for_everybody_and_a_bad_gap_is_refused(peopled: Shop) -> None:
    async with opened(peopled) as pilot:
        await press(pilot, "f4", "t")
        pilot.app.screen.query_one("Input").value = "Hi {name}, {nobody}!"
        await press(pilot, ENTER)
        assert "Nothing fills “nobody”" in says(pilot)
        await press(pilot, "t")
        pilot.app.screen.query_one("Input").value = "Hi {name}!"
        await press(pilot, ENTER)
        assert "“Hi Mary!”" in says(pilot, "#words")


async def test_the_next_visit_shows_that_we_wrote_and_what_they_need(peopled: Shop) -> None:
    mary = mary_of(peopled)
    peopled.outcomes.note(at(-6), mary, "done")
    peopled.notes.write(NOW, mary, "allergy: nuts")
    peopled.notes.write(NOW, mary, "sings in the choir")
    async with opened(peopled) as pilot:
        await press(pilot, "mary", ENTER)
        assert "you wrote or spoke to them on Tue" in says(pilot, "#card")
        assert "! allergy: nuts" in says(pilot, "#card")
        assert "choir" not in says(pilot, "#card")


async def test_a_persons_page_says_what_is_promised_and_what_came_of_speaking_to_them(peopled: Shop) -> None:
    mary = mary_of(peopled)
    peopled.outcomes.note(at(-6), mary, "no_answer")
    async with opened(peopled, (120, 40)) as pilot:
        await press(pilot, "f4", ENTER)
        assert "you tried to reach them" in says(pilot, "#standing")
        await press(pilot, "p", "oat milk by Friday", ENTER)
        assert "! oat milk (2026-05-08)" in says(pilot, "#standing")
        await press(pilot, "r", "her exam on 3 June", ENTER)
        assert "Mary Smith, Wed 3 Jun: her exam" in says(pilot)
        assert [one.kind for one in peopled.promises.of(mary, NOW.day)] == ["promise", "date"]


async def test_a_birthday_is_a_line_for_the_counter(peopled: Shop) -> None:
    regular = peopled.customers.meant("Regular 1")
    peopled.customers.change(NOW, type(regular)(regular.id, regular.name, birthday="--05-04"))
    async with opened(peopled) as pilot:
        await press(pilot, "regular 1", ENTER)
        assert "☺ birthday 4 May: say so" in says(pilot, "#card")
        assert [one.contact.reason for one in contacts.today(peopled, NOW)] == ["slipping", "birthday"]
