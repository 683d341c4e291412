"""Say hello from the command line: the list, what came of it, promises, templates, consent, exports."""

import csv
import io
import json
from pathlib import Path

import pytest

from loyaltui.store import Shop
from tests.conftest import NOW, acts, at, person
from tests.test_answer_command import run
from tests.test_hello import peopled as peopled

STAYS = {"customer_id", "name", "reason", "why", "urgency", "channel", "address", "message", "due"}


def test_the_list_as_json_has_the_names_other_programs_rely_on(peopled: Shop) -> None:
    shop = peopled
    shop.promises.give(NOW, shop.customers.meant("Regular 1").id, "oat milk", NOW.day)
    promised, overdue = json.loads(run(shop, "contacts", "--json").stdout)
    assert set(promised) == set(overdue) == STAYS
    assert (promised["reason"], promised["due"], promised["channel"]) == ("promise", "2026-05-04", "in person")
    assert promised["address"] is promised["message"] is None
    assert (overdue["reason"], overdue["address"], overdue["due"]) == ("slipping", "+353871234567", None)
    assert overdue["message"].startswith("Hello Mary")
    assert overdue["urgency"] > 0
    table = list(csv.DictReader(io.StringIO(run(shop, "contacts", "--csv").stdout)))
    assert [set(row) for row in table] == [STAYS, STAYS]
    assert "Mary Smith" in run(shop, "contacts").stdout


def test_asking_again_the_same_day_gives_the_same_list_from_any_command(peopled: Shop) -> None:
    first = run(peopled, "contacts", "--json").stdout
    run(peopled, "settings", "contacts", "1")
    run(peopled, "promise", "Regular 1", "oat milk by today")
    run(peopled, "visit", "Mary Smith", "4.20")
    assert run(peopled, "contacts", "--json").stdout == first


def test_done_keeps_somebody_off_the_list_and_the_reason_can_be_read(peopled: Shop) -> None:
    run(peopled, "contacts")
    assert run(peopled, "contacted", "Mary Smith", "done", "called her").stdout.startswith(
        "Noted for Mary Smith: done."
    )
    assert run(peopled, "contacts", "--json", today="2026-05-05").stdout.strip() == "[]"
    assert "Not before 3 Jun" in run(peopled, "contacts", "--left-out", today="2026-05-05").stdout
    (left_out,) = json.loads(run(peopled, "contacts", "--left-out", "--json", today="2026-05-05").stdout)
    assert left_out["cause"] == "just_contacted"
    assert "Nothing can be told yet" in run(peopled, "contacts", "--helped").stdout


def test_a_promise_is_written_down_listed_and_kept(peopled: Shop) -> None:
    assert run(peopled, "promise", "Regular 1", "oat milk by Friday").stdout.startswith(
        "Promised Regular 1: “oat milk” by Fri 8 May."
    )
    run(peopled, "promise", "Regular 2", "her exam", "--by", "2026-06-01", "--mine")
    run(peopled, "answer", "Regular 3", "complaint", "cold soup")
    found = json.loads(run(peopled, "promise", "--json").stdout)
    assert [(one["text"], one["kind"]) for one in found["promises"]] == [("oat milk", "promise"), ("her exam", "date")]
    assert [one["text"] for one in found["complaints"]] == ["cold soup"]
    assert len(run(peopled, "promise").stdout.splitlines()) == 3
    assert run(peopled, "promise", "Regular 1", "--kept").stdout.startswith("Kept for Regular 1: oat milk.")
    assert run(peopled, "promise", "Regular 1", "--kept").exit_code == 1


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("template", "slipping", "Hello {nobody}"), 1),
        (("template", "weather", "Hello {name}"), 1),
        (("allow", "Mary Smith", "email", "--on", "2026-05-05"), 1),
        (("allow", "Mary Smith", "pigeon"), 2),
        (("contacted", "Mary Smith", "maybe"), 2),
        (("promise", "Mary Smith", "oat milk", "--by", "2026-05-03"), 1),
        (("promise", "Mary Smith", "oat milk", "--by", "whenever"), 1),
        (("promise", "Nobody", "oat milk"), 1),
        (("export", "fax", "out"), 2),
    ],
)
def test_what_cant_be_is_refused_in_one_plain_line_and_nothing_is_written(
    peopled: Shop, words: tuple[str, ...], status: int
) -> None:
    count = acts(peopled)
    result = run(peopled, *words)
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr and "Traceback" not in result.stderr
    assert acts(peopled) == count


def test_a_template_is_shown_changed_and_put_back(peopled: Shop) -> None:
    ours = run(peopled, "template", "slipping").stdout
    assert ours.startswith("slipping: Hello {name}, this is {shop}.")
    run(peopled, "template", "slipping", "Hi {name}!")
    assert run(peopled, "template", "slipping").stdout == "slipping: Hi {name}!\n"
    run(peopled, "template", "slipping", "Cześć {name}!", "--language", "pl")
    assert "slipping (pl): Cześć {name}!" in run(peopled, "template").stdout
    run(peopled, "template", "slipping", "")
    assert ours in run(peopled, "template", "slipping").stdout


def test_exports_hold_only_who_allowed_it_and_say_who_is_left_out(peopled: Shop, tmp_path: Path) -> None:
    for name in ("No Consent", "Said No", "Bad Phone"):
        person(peopled, name, phone="0871234999" if name == "Bad Phone" else "+353871234999", birthday="--05-03")
    run(peopled, "allow", "Said No", "phone", "--no")
    run(peopled, "allow", "Bad Phone", "phone")
    run(peopled, "allow", "Mary Smith", "email", "--on", "2026-05-01", "--source", "a slip")
    for kind in ("mailchimp", "brevo", "vcard", "birthdays", "slips", "page"):
        file = tmp_path / kind
        result = run(peopled, "export", kind, str(file))
        assert result.exit_code == 0, result.stderr
        assert file.stat().st_mode & 0o777 == 0o600
        text = file.read_text(encoding="utf-8")
        assert "999" not in text
        assert "Said No" not in text and "Bad Phone" not in text
        assert ("Mary" in text) == (kind not in ("birthdays", "slips"))
    assert (
        "left out: 1 whose number or address can't be used"
        in run(peopled, "export", "brevo", str(tmp_path / "b")).stdout
    )
    again = run(peopled, "export", "brevo", str(tmp_path / "brevo"))
    assert again.exit_code == 1 and "is there already" in again.stderr


def test_nobody_held_back_or_put_off_is_in_a_page_to_print(peopled: Shop, tmp_path: Path) -> None:
    peopled.outcomes.note(at(-1), peopled.customers.meant("Mary Smith").id, "put_off")
    run(peopled, "export", "page", str(tmp_path / "page.html"))
    assert "Mary" not in (tmp_path / "page.html").read_text()
