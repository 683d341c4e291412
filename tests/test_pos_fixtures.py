"""Real tills' exports, read to the cent: each fixture stands beside what a correct import must find."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from loyaltui import pos
from loyaltui.core.moment import iso
from loyaltui.core.receipt import Ignored, Receipt, Rejected

DATA = Path(__file__).parent / "data" / "pos"
FIXTURES = sorted(path.name.removesuffix(".expected.json") for path in DATA.glob("*.expected.json"))


def expected(name: str) -> dict[str, Any]:
    return json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))


def by_person(receipts: list[Receipt]) -> dict[str, dict[str, Any]]:
    people: dict[str, dict[str, Any]] = defaultdict(
        lambda: {"visits": 0, "net_paid_minor": 0, "refunds": 0, "when": []}
    )
    for receipt in receipts:
        if receipt.who:
            person = people[receipt.who.ext_id]
            person["net_paid_minor"] += receipt.amount
            person["visits" if receipt.kind == "sale" else "refunds"] += 1
            if receipt.kind == "sale":
                person["when"].append((receipt.day, receipt.second or 0, iso(receipt.day, receipt.second)))
    return people


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_is_recognised_for_what_it_is(name: str) -> None:
    want, reading = expected(name), pos.read(DATA / f"{name}.csv")
    form = want["format"]
    assert (reading.encoding, reading.bom, reading.delimiter) == (form["encoding"], form["bom"], form["delimiter"])
    assert (reading.header_line, reading.decimal) == (form["header_line"], form["decimal"])
    assert (reading.currency, reading.identity) == (want["currency"], want["identity"])
    assert (reading.format, reading.source) == ("square-transactions", "square")


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixtures_totals_agree_to_the_cent(name: str) -> None:
    want = expected(name)["totals"]
    records = list(pos.read(DATA / f"{name}.csv").records())
    receipts = [record for record in records if isinstance(record, Receipt)]
    groups = {
        (known, kind): [r.amount for r in receipts if (r.who is not None) is known and r.kind == kind]
        for known in (True, False)
        for kind in ("sale", "refund")
    }
    assert len(records) == want["data_records"]
    assert len(groups[True, "sale"]) == want["visits"]
    assert sum(groups[True, "sale"]) + sum(groups[True, "refund"]) == want["net_paid_minor"]
    assert (len(groups[True, "refund"]), sum(groups[True, "refund"])) == (want["refunds"], want["refunds_minor"])
    assert len(groups[False, "sale"]) == want["anonymous_receipts"]
    assert sum(groups[False, "sale"]) == want["anonymous_minor"]
    assert len(groups[False, "refund"]) == want["anonymous_refunds"]
    assert sum(groups[False, "refund"]) == want["anonymous_refunds_minor"]


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixtures_customers_agree_one_by_one(name: str) -> None:
    want = expected(name)["customers"]
    people = by_person([r for r in pos.read(DATA / f"{name}.csv").records() if isinstance(r, Receipt)])
    assert len(people) == len(want)
    for customer in want:
        person = people[customer["external_id"]]
        for figure in ("visits", "net_paid_minor", "refunds"):
            assert person[figure] == customer[figure]
        assert (min(person["when"])[2], max(person["when"])[2]) == (customer["first_visit"], customer["last_visit"])


@pytest.mark.parametrize("name", FIXTURES)
def test_what_is_left_out_of_a_fixture_is_said_with_line_and_reason(name: str) -> None:
    want, records = expected(name), list(pos.read(DATA / f"{name}.csv").records())
    ignored = [{"line": r.line, "reason": r.why} for r in records if isinstance(r, Ignored)]
    rejected = [{"line": r.line, "reason": r.why} for r in records if isinstance(r, Rejected)]
    assert ignored == want["ignored_rows"]
    assert rejected == want["rejected_rows"]
