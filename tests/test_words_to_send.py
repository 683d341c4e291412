"""What may stand in a message, in a link, in a promise: only what is known, and nothing a name can change."""

from datetime import date
from email.utils import getaddresses
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core import due, links
from loyaltui.core.refused import Refused
from loyaltui.core.template import FIELDS, checked, filled
from tests.conftest import MAY_4

MONDAY = MAY_4 or 0
VALUES = {"name": "Mary", "shop": "Café Linden", "usual": "flat white"}


def test_the_gaps_of_a_template_are_filled() -> None:
    text = checked("Hello {name}, this is {shop}. Your {usual} is here whenever you like.")
    assert filled(text, VALUES) == "Hello Mary, this is Café Linden. Your flat white is here whenever you like."


def test_a_sentence_about_something_that_isnt_known_is_left_out() -> None:
    text = "Hello {name}, this is {shop}. Your {usual} is here! How are you? You have nearly a {reward}."
    assert filled(text, {**VALUES, "usual": ""}) == "Hello Mary, this is Café Linden. How are you?"
    assert filled("Hello {name}, all is well.", {}) == "Hello, all is well."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hello {nmae}", "unknown_field"),
        ("Hello {name.__class__}", "stray_brace"),
        ("Hello {name!r}", "stray_brace"),
        ("Hello {name:>99}", "stray_brace"),
        ("Here is a {points}", "unknown_field"),  # nothing is promised that nothing creates
        ("Hello {}", "unknown_field"),
        ("Hello {", "stray_brace"),
        ("", "bad_template"),
        ("x" * 501, "bad_template"),
    ],
)
def test_a_template_with_a_gap_nobody_can_fill_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        checked(text)
    assert refused.value.code == code


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_fills_a_gap_is_never_read_as_a_gap(name: str, usual: str) -> None:
    said = filled("{name}, {usual}.", {"name": "{usual}" + name, "usual": usual + "{name}"})
    assert said.count("{name}") >= 1
    assert said.count("{usual}") >= 1


@given(st.text(max_size=60))
def test_no_words_can_change_where_a_message_goes(body: str) -> None:
    body = body.encode("utf-8", "ignore").decode()
    link = urlsplit(links.mailto("mary@example.com", "Hello", body))
    assert link.path == "mary@example.com"
    assert parse_qs(link.query, keep_blank_values=True) == {"subject": ["Hello"], "body": [body]}
    assert not link.fragment
    for made in (links.sms("+353871234567", body), links.whatsapp("+353871234567", body)):
        assert unquote(made.split("=", 1)[1]) == body
        assert "\n" not in made and "#" not in made and "&" not in made


@pytest.mark.parametrize(
    "email",
    [
        "mary@example.com\nBcc: all@example.com",
        "mary@example.com\r\n\r\nHello",
        "mary@example.com,bob@example.com",
        "mary@example.com;bob@example.com",
        "Mary <mary@example.com>",
        "mary@example.com?bcc=bob@example.com",
        "mary@",
        "@example.com",
        "mary@localhost",
        "mary\u2028@example.com",
        "",
    ],
)
def test_an_address_that_is_more_or_less_than_one_address_is_none(email: str) -> None:
    assert not links.is_address(email)


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_what_is_an_address_is_one_for_other_readers_too(name: str, host: str) -> None:
    email = f"{name}@{host}.com"
    if links.is_address(email):
        assert getaddresses([email]) == [("", email)]


@pytest.mark.parametrize(
    "phone", ["0871234567", "353871234567", "+35387", "+0871234567", "+3538712345678901", "", "+x"]
)
def test_a_number_that_cant_be_dialled_from_anywhere_is_none(phone: str) -> None:
    assert not links.is_dialable(phone)
    assert links.is_dialable("+353871234567")


@pytest.mark.parametrize(
    ("said", "what", "day"),
    [
        ("oat milk by Friday", "oat milk", 8),
        ("oat milk by fri", "oat milk", 8),
        ("oat milk by Monday", "oat milk", 11),  # today is one: the next is meant
        ("call her on Tuesday.", "call her", 5),
        ("oat milk by tomorrow", "oat milk", 5),
        ("oat milk by today", "oat milk", 4),
        ("oat milk by 2026-05-20", "oat milk", 20),
        ("oat milk by 20 May", "oat milk", 20),
        ("oat milk by May 20", "oat milk", 20),
        ("oat milk", "oat milk", 11),
        ("stand by me", "stand by me", 11),
        ("oat milk by 31 February", "oat milk by 31 February", 11),
    ],
)
def test_by_when_something_was_promised_is_understood_as_it_is_said(said: str, what: str, day: int) -> None:
    assert due.promised(said, MONDAY) == (what, date(2026, 5, day).toordinal())


def test_a_date_without_a_year_is_the_next_one() -> None:
    assert due.when("3 May", MONDAY) == date(2027, 5, 3).toordinal()
    assert due.when("29 feb", MONDAY) is None  # neither this year nor the next has one
    with pytest.raises(Refused) as refused:
        due.needed_day("2026-05-03", MONDAY)
    assert refused.value.code == "past_date"


def test_every_gap_there_is_can_stand_in_a_template() -> None:
    for field in FIELDS:
        assert checked("{" + field + "}")
