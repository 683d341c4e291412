"""`loyaltui answer`: one word says what somebody said, for scripts and the evening."""

import json

import pytest
from click.testing import CliRunner, Result

from loyaltui.cli import main
from loyaltui.core.receipt import Who
from loyaltui.core.saying import SAYABLE
from loyaltui.store import Shop
from tests.conftest import NOW, Till, acts, at, person, sold

TODAY = "2026-05-04"


@pytest.fixture
def people(shop: Shop) -> Shop:
    """Mary Ng, Bob Ng, and Anaïs who has served somebody."""
    person(shop, "Mary Ng"), person(shop, "Bob Ng")
    shop.imports.take_in(NOW, "may.csv", Till([sold("1", 400, Who(ext_id="9", name="Guest"), staff="Anaïs")]))
    return shop


def run(shop: Shop, *words: str, today: str = TODAY) -> Result:
    return CliRunner().invoke(main, ["--shop", str(shop.path), "--today", today, *words])


def said(shop: Shop, *words: str) -> tuple[str, str, str, str, str]:
    """What is kept of Mary after this was said of her."""
    result = run(shop, "answer", "Mary Ng", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Noted for Mary Ng: ")
    kept = json.loads(run(shop, "customer", "Mary Ng", "--json").stdout)["answers"][0]
    assert kept["day"] == TODAY
    return kept["family"], kept["value"], kept["source"], kept["text"], kept["about"]


def no(shop: Shop, status: int, *words: str) -> str:
    """It is refused with one plain line, and nothing was written."""
    count = acts(shop)
    result = run(shop, "answer", *words)
    assert (result.exit_code, result.stdout) == (status, "")
    assert acts(shop) == count
    return result.stderr.strip()


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["price"], ("reason", "price", "told", "", "")),
        (["9"], ("recommends", "9", "told", "", "")),
        (["0", "--source", "guess"], ("recommends", "0", "guess", "", "")),
        (["sent", "--about", "Bob Ng", "--source", "saw"], ("referral", "sent", "saw", "", "Bob Ng")),
        (["complaint", "cold soup"], ("complaint", "open", "told", "cold soup", "")),
        (["mostly_here"], ("share", "mostly_here", "told", "", "")),
        (["pleased"], ("satisfaction", "pleased", "told", "", "")),
        (["wish", "more rye bread"], ("wish", "", "told", "more rye bread", "")),
        (["person", "--about", "ANAIS"], ("reason", "person", "told", "", "Anaïs")),
        (["price_refuted"], ("probe", "price refuted", "told", "", "")),
    ],
)
def test_one_word_says_what_was_said(people: Shop, words: list[str], kept: tuple[str, ...]) -> None:
    assert said(people, *words) == kept


def test_a_complaint_is_put_right_once_it_was_made(people: Shop) -> None:
    assert "write the complaint down first" in no(people, 1, "Mary Ng", "put_right")
    said(people, "complaint", "cold soup")
    assert said(people, "put_right")[1] == "put_right"


def test_a_word_nobody_knows_is_refused_with_those_there_are(people: Shop) -> None:
    line = no(people, 1, "Mary Ng", "[red]cheap\x1b[0m")
    assert "\n" not in line and "\x1b" not in line
    assert all(word in line for word in SAYABLE)


def test_every_word_can_be_said_of_somebody(people: Shop) -> None:
    for word in SAYABLE:
        said(people, word, "in so many words")


def test_who_or_what_cant_be_meant_is_refused_in_one_line(people: Shop) -> None:
    assert "Zoe" in no(people, 1, "Zoe", "price")
    assert "Bob Ng" in no(people, 1, "Ng", "price"), "one of two"
    assert "Zoe" in no(people, 1, "Mary Ng", "sent", "--about", "Zoe")
    assert "Anaïs" in no(people, 1, "Mary Ng", "person", "--about", "Tom"), "who there is"
    assert "own friend" in no(people, 1, "Mary Ng", "sent", "--about", "Mary Ng")
    assert "nothing to note" in no(people, 1, "Mary Ng", "wish")
    assert "--about" in no(people, 2, "Mary Ng", "price", "--about", "Ana")
    assert "rumour" in no(people, 2, "Mary Ng", "price", "--source", "rumour")


def test_what_was_said_can_be_undone(people: Shop) -> None:
    said(people, "price")
    assert "Mary Ng" in run(people, "undo").stdout
    assert json.loads(run(people, "customer", "Mary Ng", "--json").stdout)["answers"] == []


def test_one_persons_page_shows_what_they_said(people: Shop) -> None:
    said(people, "sent", "--about", "Bob Ng", "her brother")
    assert "2026-05-04  referral: sent, Bob Ng, her brother (told)" in run(people, "customer", "Mary Ng").stdout


def test_the_loyal_and_the_fond_can_be_listed(people: Shop) -> None:
    mary, bob = (people.customers.meant(name).id for name in ("Mary Ng", "Bob Ng"))
    for week in range(8):
        people.receipts.log(at(-7 * week), mary, 420)
        for number in range(6):  # a shop in which coming weekly is regular
            guest = people.customers.search(f"Guest {number}").people
            people.receipts.log(at(-7 * week), guest[0].id if guest else person(people, f"Guest {number}"), 420)
    people.receipts.log(NOW, bob, 420)
    for who in ("Mary Ng", "Bob Ng"):
        for word in ("best", "mostly_here", "10"):
            run(people, "answer", who, word)
    for standing, name in (("loyal", "Mary Ng"), ("fond", "Bob Ng")):
        listed = json.loads(run(people, "customers", "--standing", standing, "--json").stdout)
        assert [row["name"] for row in listed] == [name]
        assert name in run(people, "customers", "--standing", standing).stdout
        assert standing in run(people, "customers", "--standing", standing, "--csv").stdout
