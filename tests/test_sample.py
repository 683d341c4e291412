"""The sample shop: what the demo shows, the tests lean on and the pictures are taken of."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loyaltui.core.evidence import HOOKS, guesses_right
from loyaltui.core.refused import Refused
from loyaltui.sample import build
from loyaltui.sample.calendar import CLOSED_DAYS, COLLEAGUE_LEFT, LAST, PROGRAMME, at
from loyaltui.sample.menu import LEAVER
from loyaltui.sample.names import card
from loyaltui.sample.story import Story
from loyaltui.store import Shop, backup
from loyaltui.store.sampled import day_after

SAMPLE = Path(__file__).parent.parent / "sample.db"
TODAY = LAST + 1
RHYTHMS = {"regular", "occasional", "new", "slipping", "lost"}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    build(path)
    return path


@pytest.fixture(scope="module")
def shop(rebuilt: Path) -> Iterator[Shop]:
    with Shop(rebuilt) as opened:
        yield opened


def content(path: Path) -> dict[str, list[Any]]:
    """Every row of every table; the day a migration ran says nothing of the shop."""
    conn = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    names = conn.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
    ).fetchall()
    rows = {name: sorted(conn.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in names}
    conn.close()
    return rows


def counted(shop: Shop, query: str, *values: object) -> int:
    return int(shop.conn.execute(query, values).fetchone()[0])


def test_building_the_sample_again_gives_the_same_shop(rebuilt: Path) -> None:
    kept, anew = content(SAMPLE), content(rebuilt)
    assert kept.keys() == anew.keys()
    different = [table for table in kept if kept[table] != anew[table]]
    assert different == [], "build it anew: loyaltui sample sample.db"


def test_the_sample_is_small_and_only_its_owner_can_read_a_new_one(rebuilt: Path) -> None:
    assert rebuilt.stat().st_size < 4_000_000
    assert SAMPLE.stat().st_size < 4_000_000
    assert rebuilt.stat().st_mode & 0o777 == 0o600


def test_every_balance_in_the_sample_adds_up(shop: Shop) -> None:
    assert backup.faults(shop.conn) == []


def test_the_sample_is_a_small_shop_of_two_years(shop: Shop) -> None:
    named = "SELECT count(*) FROM receipts WHERE kind = 'sale' AND customer_id IS "
    visits, nameless = counted(shop, named + "NOT NULL"), counted(shop, named + "NULL")
    assert 380 <= shop.customers.count() <= 420
    assert 11_400 <= visits <= 12_600
    assert 0.15 <= nameless / visits <= 0.25
    assert counted(shop, "SELECT max(day) - min(day) FROM receipts") > 725


def test_every_way_of_coming_is_there_and_none_is_most_of_the_shop(shop: Shop) -> None:
    rhythms = Counter(reading.standing.rhythm for reading in shop.readings.everyone(TODAY) if reading.standing)
    assert set(rhythms) == RHYTHMS
    assert min(rhythms.values()) >= 20
    assert max(rhythms.values()) <= 0.45 * rhythms.total()


def test_every_standing_is_there_and_of_most_regulars_the_reason_isnt_known(shop: Shop) -> None:
    standings = [reading.standing for reading in shop.readings.everyone(TODAY) if reading.standing]
    words = Counter(standing.word for standing in standings)
    assert set(words) == RHYTHMS | {"loyal", "fond"}
    assert 12 <= words["loyal"] <= 20
    regulars = Counter(standing.attitude for standing in standings if standing.rhythm == "regular")
    assert set(regulars) == {"loyal", "held", "unsure", "unknown"}
    assert 0.5 < regulars["unknown"] / regulars.total() < 0.75


def test_regulars_are_held_by_every_hook_there_is(shop: Shop) -> None:
    standings = [reading.standing for reading in shop.readings.everyone(TODAY) if reading.standing]
    assert {hook for one in standings if one.word == "regular" for hook in one.why.held_by} == set(HOOKS)


def test_the_till_hints_at_a_habit_for_a_minority_only(shop: Shop) -> None:
    some = [reading.standing for reading in shop.readings.everyone(TODAY, perhaps=True) if reading.standing]
    hints = Counter(hook for standing in some for hook in standing.why.perhaps)
    assert 20 <= hints["habit"] <= 0.25 * len(some)
    assert min(hints["price"], hints["person"]) >= 5


def test_friends_who_were_sent_have_bought_and_some_guesses_were_wrong(shop: Shop) -> None:
    answers = shop.answers.everybody(TODAY)
    sent = [one for theirs in answers.values() for one in theirs if one.family == "referral"]
    assert len(sent) == 3
    assert {one.about for one in sent} == shop.answers.bought(sent, TODAY)
    scores = [one for theirs in answers.values() for one in theirs if one.family == "recommends"]
    assert 12 <= len(scores) <= 22
    right, known = map(sum, zip(*(guesses_right(theirs) for theirs in answers.values()), strict=True))
    assert 0 < right < known


def test_one_complaint_is_open_and_one_was_put_right_before_they_came_back(shop: Shop) -> None:
    kinds = Counter(
        line.kind
        for reading in shop.readings.everyone(TODAY)
        if reading.standing
        for line in reading.standing.why.attitude.evidence
        if line.kind.startswith("complaint")
    )
    assert kinds["complaint_open"] == 1
    assert kinds["complaint_recovered"] >= 1
    assert kinds.total() == 3


def test_what_happened_to_the_cafe_found_some_who_stayed_and_some_who_left(shop: Shop) -> None:
    assert {event.kind for event in shop.events.until(TODAY)} == {"prices_up", "competitor", "colleague_left"}
    background = shop.readings.background(shop.readings.season(TODAY))
    met = Counter((test.event.kind, test.outcome) for tests in background.tests.values() for test in tests)
    for kind in ("prices_up", "competitor", "colleague_left"):
        assert met[kind, "passed"] > met[kind, "failed"] > 0


def test_nobody_speaks_on_a_day_on_which_they_didnt_come(shop: Shop) -> None:
    absent = "SELECT count(*) FROM answers a WHERE NOT EXISTS (SELECT 1 FROM receipts r "
    assert counted(shop, absent + "WHERE r.customer_id = a.customer_id AND r.day = a.day)") == 0
    assert counted(shop, "SELECT count(*) FROM answers WHERE day < ?", PROGRAMME) == 0


def test_nothing_was_sold_while_the_cafe_was_closed(shop: Shop) -> None:
    assert set(shop.settings.closed) == CLOSED_DAYS
    sold_on = {day for (day,) in shop.conn.execute("SELECT DISTINCT day FROM receipts")}
    assert not sold_on & CLOSED_DAYS


def test_the_colleague_who_left_serves_nobody_afterwards(shop: Shop) -> None:
    served = "SELECT count(*) FROM receipts r JOIN staff s ON s.id = r.staff_id WHERE s.name = ? AND r.day "
    assert counted(shop, served + "<= ?", LEAVER, COLLEAGUE_LEFT) > 1000
    assert counted(shop, served + "> ?", LEAVER, COLLEAGUE_LEFT) == 0
    assert counted(shop, "SELECT count(*) FROM staff") == 3


def test_nobody_in_the_sample_can_be_reached_by_phone_or_mail(shop: Shop) -> None:
    people = shop.customers.search("", 1000).people
    reachable = [one.phone for one in people if one.phone] + [one.email for one in people if one.email]
    assert len(reachable) > 200
    for one in people:
        assert not one.phone or (one.phone.startswith("+3532091") and len(one.phone) == 13)
        assert not one.email or one.email.endswith(("@example.com", "@example.org"))


def test_the_demo_opens_on_an_ordinary_day_whose_usual_faces_are_known(shop: Shop, rebuilt: Path) -> None:
    assert day_after(rebuilt).toordinal() == TODAY
    assert shop.receipts.of_day(TODAY) == []
    for hour in (8.5, 12.5, 16):
        assert len(shop.customers.usual_about_now(at(TODAY, int(hour * 3600)))) >= 4


def test_some_who_came_daily_stay_away_and_may_be_called(shop: Shop) -> None:
    from loyaltui.store import contacts

    due = contacts.listing(shop, at(TODAY, 9 * 3600)).contacts
    assert sum(one.channel == "phone" and one.visit_days > 60 for one in due) >= 3


def test_the_list_of_the_demos_day_is_what_the_rules_say(shop: Shop) -> None:
    from loyaltui.store import contacts

    found = contacts.listing(shop, at(TODAY, 9 * 3600))
    assert [(one.name, one.reason, one.channel) for one in found.contacts] == [
        ("Ngozi Umeh", "promise", "in person"),
        ("José Núñez Peña", "slipping", "phone"),
        ("Hao Guo", "slipping", "phone"),
        ("Sorcha Kinsella", "slipping", "phone"),
        ("Bernadette Roche", "slipping", "phone"),
    ]
    assert found.held == []
    consents = {one.customer_id: shop.customers.consents(one.customer_id, TODAY) for one in found.unasked}
    assert len(consents) > 20 and not any(consents.values())


def test_the_cafe_has_spoken_to_enough_people_to_ask_whether_it_helped(shop: Shop) -> None:
    from loyaltui.store import did_help

    found = did_help.did_help(shop, TODAY)
    assert found.contacted >= 20
    assert found.low <= found.expected <= found.high


def test_sales_from_before_the_programme_earned_nothing(shop: Shop) -> None:
    assert counted(shop, "SELECT count(*) FROM movements WHERE day < ?", PROGRAMME) == 0
    assert counted(shop, "SELECT count(*) FROM movements WHERE kind = 'redeem'") > 100
    assert [reward.name for reward in shop.programme.rewards()] == ["Free coffee", "Cake", "Bag of beans"]


def test_the_cards_of_the_sample_are_the_shops_own_bar_codes(shop: Shop) -> None:
    cards = [one.card for one in shop.customers.search("", 1000).people if one.card]
    assert len(cards) > 150
    assert all(number.startswith(shop.settings.card_prefix) and number == card(int(number[2:12])) for number in cards)
    assert card(0) == "2900000000001"


def test_no_name_of_a_machine_gets_into_the_sample(shop: Shop) -> None:
    assert shop.conn.execute("SELECT DISTINCT till FROM acts").fetchall() == [("counter",)]


def test_a_sample_is_never_built_over_a_file(tmp_path: Path) -> None:
    taken = tmp_path / "shop.db"
    taken.write_bytes(b"somebody's shop")
    with pytest.raises(Refused) as refused:
        build(taken)
    assert refused.value.code == "file_exists"
    assert taken.read_bytes() == b"somebody's shop"


def test_a_sample_that_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Story) -> None:
        raise Refused("disk_full", file="")

    monkeypatch.setattr(Story, "tell", fail)
    with pytest.raises(Refused):
        build(tmp_path / "shop.db")
    assert list(tmp_path.iterdir()) == []
