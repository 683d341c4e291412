"""Real tills' exports, read to the cent: each fixture stands beside what a correct import must find."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from loyaltui import pos
from loyaltui.core.identity import Roster
from loyaltui.core.moment import iso
from loyaltui.core.phone import e164
from loyaltui.core.receipt import Ignored, Profile, Receipt, Record, Rejected, Who
from loyaltui.core.text import fold

DATA = Path(__file__).parent / "data" / "pos"
FIXTURES = sorted(path.name.removesuffix(".expected.json") for path in DATA.glob("*.expected.json"))
GROUPS = [(known, kind) for known in (True, False) for kind in ("sale", "refund")]


@dataclass
class Person:
    """What a fixture says of one customer, all their rows together."""

    visits: list[tuple[int, int, str]] = field(default_factory=list)
    refunds: list[int] = field(default_factory=list)
    net_paid: int = 0
    spellings: list[Who] = field(default_factory=list)
    birthdays: set[str] = field(default_factory=set)

    def all(self, name: str) -> set[str]:
        return {getattr(who, name) for who in self.spellings} - {""}


@cache
def expected(name: str) -> dict[str, Any]:
    return json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))


@cache
def read(name: str) -> tuple[pos.Reading, list[Record]]:
    want = expected(name)
    country = want["default_phone_region"]
    hints = pos.Hints(currency=want["currency"], region=country, phone=partial(e164, country=country))
    reading = pos.read(DATA / f"{name}.csv", hints)
    return reading, list(reading.records())


def written(reading: pos.Reading, day: int, second: int | None) -> str:
    text = iso(day, second)
    return text if reading.has_seconds or second is None else text[:-3]


def people(name: str) -> list[Person]:
    reading, records = read(name)
    roster, found = Roster(), defaultdict[int, Person](Person)
    for record in records:
        if isinstance(record, Receipt | Profile) and record.who:
            person = found[roster[record.who]]
            person.spellings.append(record.who)
            if isinstance(record, Profile):
                person.birthdays |= {record.birthday} - {""}
                continue
            person.net_paid += record.amount
            if record.kind == "refund":
                person.refunds.append(record.amount)
            else:
                when = record.day, record.second or 0, written(reading, record.day, record.second)
                person.visits.append(when)
    return list(found.values())


def ids(want: dict[str, Any]) -> set[str]:
    said = want["external_id"] or []
    return {said} if isinstance(said, str) else set(said)


def is_them(person: Person, want: dict[str, Any]) -> bool:
    """By what is surest of a customer: ids, e-mails, phones, else the name."""
    for known, said in (
        (person.all("ext_id"), ids(want)),
        (person.all("email"), set(want["emails"])),
        (person.all("phone"), set(want["phones_e164"])),
    ):
        if known or said:
            return bool(known & said)
    return {fold(n) for n in person.all("name")} & {fold(n) for n in want["names"]} != set()


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_is_recognised_for_what_it_is(name: str) -> None:
    want, (reading, _) = expected(name), read(name)
    form = want["format"]
    assert (reading.encoding, reading.bom, reading.delimiter) == (form["encoding"], form["bom"], form["delimiter"])
    assert (reading.header_line, reading.decimal) == (form["header_line"], form["decimal"])
    assert (reading.currency, reading.identity) == (want["currency"], want["identity"])
    assert reading.kind == ("customers" if form["granularity"] == "customer" else "sales")


@pytest.mark.parametrize("name", [name for name in FIXTURES if name[:2] not in ("fr", "pl")])
def test_a_known_till_is_called_by_its_name(name: str) -> None:
    reading, _ = read(name)
    assert reading.source == expected(name)["system"].lower()
    assert reading.format.startswith(reading.source)


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixtures_totals_agree_to_the_cent(name: str) -> None:
    want, (reading, records) = expected(name)["totals"], read(name)
    receipts = [record for record in records if isinstance(record, Receipt)]
    sums = {
        (known, kind): [r.amount for r in receipts if (r.who is not None) is known and r.kind == kind]
        for known, kind in GROUPS
    }
    seen = people(name)
    visits = [when for person in seen for when in person.visits]
    anyone = [(r.day, r.second or 0, written(reading, r.day, r.second)) for r in receipts if r.kind == "sale"]
    assert {
        "visits": len(sums[True, "sale"]),
        "customers": len(seen),
        "customers_with_visits": sum(bool(person.visits) for person in seen),
        "net_paid_minor": sum(sums[True, "sale"]) + sum(sums[True, "refund"]),
        "refunds": len(sums[True, "refund"]),
        "refunds_minor": sum(sums[True, "refund"]),
        "anonymous_receipts": len(sums[False, "sale"]),
        "anonymous_minor": sum(sums[False, "sale"]),
        "anonymous_refunds": len(sums[False, "refund"]),
        "anonymous_refunds_minor": sum(sums[False, "refund"]),
        "first_visit": min(visits)[2] if visits else None,
        "last_visit": max(visits)[2] if visits else None,
        "first_receipt_any": min(anyone)[2] if anyone else None,
        "last_receipt_any": max(anyone)[2] if anyone else None,
    } == {key: value for key, value in want.items() if key != "data_records"}


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixtures_customers_agree_one_by_one(name: str) -> None:
    seen = people(name)
    for want in expected(name)["customers"]:
        (person,) = [person for person in seen if is_them(person, want)]
        assert ids(want) == person.all("ext_id")
        assert set(want["emails"]) == person.all("email")
        assert set(want["phones_e164"]) == {phone for phone in person.all("phone") if phone.startswith("+")}
        assert not want["names"] or person.all("name") & {" ".join(spelt.split()) for spelt in want["names"]}
        assert bool(want["names"]) or not person.all("name")
        assert {want["birthday"]} == person.birthdays if "birthday" in want else not person.birthdays
        assert {
            "visits": len(person.visits),
            "net_paid_minor": person.net_paid,
            "refunds": len(person.refunds),
            "refunds_minor": sum(person.refunds),
            "first_visit": min(person.visits)[2] if person.visits else None,
            "last_visit": max(person.visits)[2] if person.visits else None,
        } == {k: want[k] for k in "visits net_paid_minor refunds refunds_minor first_visit last_visit".split()}


@pytest.mark.parametrize("name", FIXTURES)
def test_what_is_left_out_of_a_fixture_is_said_with_line_and_reason(name: str) -> None:
    want, (_, records) = expected(name), read(name)
    ignored = [{"line": r.line, "reason": r.why} for r in records if isinstance(r, Ignored)]
    rejected = [{"line": r.line, "reason": r.why} for r in records if isinstance(r, Rejected)]
    assert ignored == want["ignored_rows"]
    assert rejected == want["rejected_rows"]


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_read_again_has_the_same_refs_and_no_two_alike(name: str) -> None:
    reading, records = read(name)
    receipts = [record for record in records if isinstance(record, Receipt)]
    refs = [(r.kind, r.ref) for r in receipts]
    assert len(set(refs)) == len(refs)
    assert refs == [(r.kind, r.ref) for r in reading.records() if isinstance(r, Receipt)]
