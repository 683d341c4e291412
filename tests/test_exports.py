"""What we save for other programs opens there: read back by readers that aren't ours."""

import csv
import io
from datetime import date
from html.parser import HTMLParser

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from loyaltui.core.moment import ordinal
from loyaltui.core.outreach import Contact
from loyaltui.core.reachable import Outgoing, Reachable, parted
from loyaltui.core.settings import Settings
from loyaltui.core.text import clean
from loyaltui.words import exports
from tests.conftest import NOW, at

SHOP = Settings(name="Café, Linden; Söhne")
MARY = Reachable(1, "Mary Smith", "+353871234567", "mary@example.com", "1990-05-03", "")
NAMES = (
    "Mary Smith",
    'Bob "B." Ng',
    "O'Hara; Zoë, jr.\\n",
    "=cmd|' /C calc'!A0",
    "陈美玲",
    "[/]<script>",
    "a" * 200,
    "🙂 Uma",
)


@given(st.sampled_from(NAMES) | st.text(min_size=1, max_size=90))
def test_an_address_book_reads_back_as_it_was_saved(name: str) -> None:
    name = clean(name)
    text = exports.vcards(Outgoing([MARY._replace(name=name), MARY]), SHOP, NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    first, second = vobject.readComponents(text)
    assert first.fn.value == name
    assert second.fn.value == "Mary Smith"
    assert (second.tel.value, second.email.value) == ("+353871234567", "mary@example.com")
    assert (second.n.value.given, second.n.value.family) == ("Mary", "Smith")
    assert second.categories.value == [SHOP.name]


def test_a_birthday_without_its_year_is_left_out_of_an_address_book() -> None:
    assert "BDAY:1990-05-03\r\n" in exports.vcards(Outgoing([MARY]), SHOP, NOW)
    assert "BDAY" not in exports.vcards(Outgoing([MARY._replace(birthday="--05-03")]), SHOP, NOW)


@given(st.sampled_from(NAMES) | st.text(min_size=1, max_size=90))
def test_a_calendar_of_birthdays_opens_and_comes_back_every_year(name: str) -> None:
    name = clean(name)
    people = [MARY._replace(name=name), MARY._replace(customer_id=2, birthday="--02-29"), MARY._replace(birthday="")]
    text = exports.birthdays(Outgoing(people), SHOP, NOW)
    calendar = vobject.readOne(text)
    assert calendar.version.value == "2.0"
    first, second = calendar.vevent_list
    assert first.summary.value == f"Birthday: {name}"
    assert days_of(first) == [date(2026, 5, 3), date(2027, 5, 3), date(2028, 5, 3)]
    assert days_of(second) == [date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]
    assert first.uid.value != second.uid.value


def days_of(event: object) -> list[date]:
    """The first three days on which a calendar would show an event."""
    return [when.date() for when in event.getrruleset(addRDate=True)[:3]]  # type: ignore[attr-defined]


def test_mailchimp_gets_only_addresses_and_a_birthday_as_month_and_day() -> None:
    people = [MARY, MARY._replace(email=""), MARY._replace(name="=1+1 Ng", birthday="--12-31", language="pl")]
    rows = list(csv.DictReader(io.StringIO(exports.mailchimp(Outgoing(people), SHOP, NOW))))
    assert rows[0] == {
        "Email Address": "mary@example.com",
        "First Name": "Mary",
        "Last Name": "Smith",
        "Birthday": "05/03",
        "Language": "",
    }
    assert [row["First Name"] for row in rows] == ["Mary", "'=1+1"]
    assert (rows[1]["Birthday"], rows[1]["Language"]) == ("12/31", "pl")


def test_brevo_gets_a_number_with_its_country_and_nothing_a_spreadsheet_would_run() -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(exports.brevo(Outgoing([MARY, MARY._replace(name="@SUM(A1) Ng", phone="")]), SHOP, NOW))
        )
    )
    assert rows[0] == {"EMAIL": "mary@example.com", "FIRSTNAME": "Mary", "LASTNAME": "Smith", "SMS": "+353871234567"}
    assert (rows[1]["FIRSTNAME"], rows[1]["SMS"]) == ("'@SUM(A1)", "")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Mary Smith", ("Mary", "Smith")),
        ("Smith, Mary Ann", ("Mary Ann", "Smith")),
        ("Anne-Marie Kelly-Burke", ("Anne-Marie", "Kelly-Burke")),
        ("陈美玲", ("陈美玲", "")),
        (", ", ("", "")),
        ("Smith,", ("Smith", "")),
    ],
)
def test_a_name_is_taken_apart_as_it_is_written(name: str, parts: tuple[str, str]) -> None:
    assert parted(name) == parts


class Reader(HTMLParser):
    """What a browser would see: the tags, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", NAMES)
def test_a_page_to_print_shows_a_name_as_text_whatever_it_pretends_to_be(name: str) -> None:
    page = Reader(exports.slips(Outgoing(unasked=[Contact(1, name, "slipping", 1.0)]), SHOP, NOW))
    assert clean(name) in page.text
    assert SHOP.name in page.text
    assert "script" not in page.tags


def test_a_birthday_is_of_this_year_wherever_today_is() -> None:
    early = at(-120)  # in January
    assert ordinal("2026-01-04") == early.day
    assert vobject.readOne(exports.birthdays(Outgoing([MARY]), SHOP, early)).vevent.dtstart.value == date(2026, 5, 3)
