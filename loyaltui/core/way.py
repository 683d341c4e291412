"""The way from signing up to being loyal: who stands where, and who is stuck there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from loyaltui.core.insight import Member
from loyaltui.core.occasion import LATE_NEWCOMER
from loyaltui.core.standing import Standing

Stage = Literal["signed_up", "first_visit", "second_visit", "regular", "loyal"]
STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True)
class Step:
    """One step of the way: who stands there, and who of them is stuck."""

    stage: Stage
    ids: tuple[int, ...]
    stuck: tuple[int, ...]


def way(members: Iterable[Member], signed_up: Iterable[tuple[int, int]], today: int, horizon: int) -> list[Step]:
    """Everybody still on the way; who has gone quiet has left it. `signed_up`: who has never been here, and since when;
    they are stuck after a horizon, in days."""
    here: dict[Stage, list[int]] = {stage: [] for stage in STAGES}
    stuck: dict[Stage, list[int]] = {stage: [] for stage in STAGES}
    for customer, since in signed_up:
        here["signed_up"].append(customer)
        if today - since > horizon:
            stuck["signed_up"].append(customer)
    for member in members:
        if member.standing.word == "lost":
            continue
        stage = stage_of(member.standing)
        here[stage].append(member.customer_id)
        if is_stuck(member.standing):
            stuck[stage].append(member.customer_id)
    return [Step(stage, tuple(here[stage]), tuple(stuck[stage])) for stage in STAGES]


def stage_of(standing: Standing) -> Stage:
    """The step somebody who was here stands at; being late doesn't take a step away."""
    if standing.visit_days == 1:
        return "first_visit"
    if standing.attitude == "loyal" and standing.rhythm in ("regular", "slipping"):
        return "loyal"
    was_regular = standing.rhythm == "regular" or (standing.rhythm == "slipping" and standing.visit_days > 2)
    return "regular" if was_regular else "second_visit"


def is_stuck(standing: Standing) -> bool:
    """Whether the next step is overdue; a regular whom nobody has asked can't become loyal."""
    if standing.visit_days == 1:
        return standing.silent_days > LATE_NEWCOMER * standing.horizon
    if standing.rhythm == "slipping":
        return True
    return standing.rhythm == "regular" and standing.attitude == "unknown"
