"""Where people stand on the way to being loyal, and who is stuck; a complaint on its own way."""

import json

from loyaltui.core.complaints import Complaint, complaints
from loyaltui.core.evidence import Answer
from loyaltui.core.insight import Member
from loyaltui.core.way import way
from loyaltui.store import Shop
from tests.apps import ENTER, opened, press, says
from tests.conftest import BEGAN, person
from tests.test_answer_command import run
from tests.test_hello import coming
from tests.test_hello import peopled as peopled
from tests.test_outreach import LOYAL, TODAY, stood

HERE = {
    1: stood("new", 0.5, 1, 3),
    2: stood("new", 0.3, 1, 15),
    3: stood("occasional", 0.5, 2, 3),
    4: stood("slipping", 0.2, 2, 30),
    5: stood("regular"),
    6: stood("slipping", 0.2, 9, 30),
    7: stood("loyal", why=LOYAL),
    8: stood("lost", 0.02, 9, 300),
}


def test_everybody_stands_at_one_step_and_the_lost_have_left_the_way() -> None:
    members = [Member(number, standing, 100.0, 100) for number, standing in HERE.items()]
    steps = {step.stage: step for step in way(members, [(20, TODAY - 3), (21, TODAY - 22)], TODAY, 21)}
    assert {stage: step.ids for stage, step in steps.items()} == {
        "signed_up": (20, 21),
        "first_visit": (1, 2),
        "second_visit": (3, 4),
        "regular": (5, 6),
        "loyal": (7,),
    }
    assert {stage: step.stuck for stage, step in steps.items()} == {
        "signed_up": (21,),
        "first_visit": (2,),
        "second_visit": (4,),
        "regular": (5, 6),  # the first: nobody has asked yet
        "loyal": (),
    }


def complained(number: int, day: int, value: str = "open", source: str = "told") -> Answer:
    """A complaint, or that it was put right."""
    return Answer(number, day, "complaint", value, source, "cold soup")  # type: ignore[arg-type]


def test_a_complaint_goes_from_open_over_apologised_to_put_right() -> None:
    said = [complained(1, 10), complained(2, 14, "put_right"), complained(3, 20), complained(4, 21, source="guess")]
    newest, first = complaints(7, said, {1: 11, 3: 22})
    assert first == Complaint(1, 7, "cold soup", 10, 11, 14)
    assert (first.stage, first.since) == ("put_right", 14)
    assert (newest.stage, newest.apologised, newest.since) == ("apologised", 22, 22)
    assert complaints(7, said[2:3], {})[0].stage == "open"


def test_two_open_complaints_are_settled_by_one_amends() -> None:
    assert [
        one.put_right
        for one in complaints(7, [complained(1, 10), complained(2, 12), complained(3, 13, "put_right")], {})
    ] == [13, 13]


async def test_the_way_is_a_page_of_the_shop_and_opens_its_people_who_are_stuck_first(peopled: Shop) -> None:
    peopled.set.change(BEGAN, {"name": "Café Linden"})
    person(peopled, "Zoe, never here")
    coming(peopled, person(peopled, "Una"), -1, times=1)
    async with opened(peopled) as pilot:
        await press(pilot, "f5", "7")
        rows = [" ".join(str(option.prompt).split()) for option in pilot.app.screen.query_one("#rows").options]
        assert rows[0].startswith("signed up, not here yet 1 · 1 stuck")
        assert rows[1].startswith("here once 1 · 0 stuck")
        assert rows[3].startswith("regular 9 · 9 stuck")  # nobody has asked why they come
        assert "Next: the first visit" in says(pilot, "#detail")
        await press(pilot, ENTER)
        table = pilot.app.screen.query_one("#people")
        assert [str(cell) for cell in table.get_row_at(0)][:3] == ["Zoe, never here", "  Not here yet", "stuck here"]
    assert "The way to loyal" in run(peopled, "report").stdout
    assert [step["stage"] for step in json.loads(run(peopled, "report", "--json").stdout)["way"]][-1] == "loyal"
