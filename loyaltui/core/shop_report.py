"""The whole shop as a value: what the room "The shop" shows and `report --json` gives to other programs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from loyaltui.core import insight
from loyaltui.core.evidence import Answer, AttitudeWord, guesses_right, newest
from loyaltui.core.insight import Coverage, Field, Hanging, LoyalShare, Member, Share, grouped, together
from loyaltui.core.moment import iso
from loyaltui.core.rhythm import Rhythm
from loyaltui.core.stress import Event, Kind
from loyaltui.core.text import fold
from loyaltui.core.way import Step


@dataclass(frozen=True)
class Wish:
    """What somebody would like to see here, in their words, the newest where several said the same; and who wished."""

    text: str
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Happening:
    """How the customers met something that happened, each by their own pace: who stayed, who left, of whom it can't be
    told yet; `left_by_chance`: how many of those whose time is over would have stayed away without it."""

    event: int
    day: str
    kind: Kind
    text: str
    colleague: int | None
    stayed: Field
    left: Field
    open: Field
    left_by_chance: float


@dataclass(frozen=True)
class ShopReport:
    """The whole shop as of a day (`as_of`: None while nothing is recorded). These names are a promise to other
    programs.

    `matrix`: rhythm → attitude → who is there; `held_by`, `staying`: the regulars by what holds them, by the kind of
    their staying; `worth_asking`: customers, first first; `share_of_wallet`: how many said what; `guesses_right` of
    `guesses` that somebody spoke to later; `colleagues`: their names, by number; `way`: who stands at which step.
    """

    as_of: str | None
    coverage: Coverage
    matrix: dict[Rhythm, dict[AttitudeWord, Field]]
    held_by: dict[str, Field]
    staying: dict[str, Field]
    hanging: list[Hanging]
    worth_asking: list[int]
    loyal: LoyalShare
    recommendation: Share | None
    share_of_wallet: dict[str, int]
    wishes: list[Wish]
    guesses_right: int
    guesses: int
    journal: list[Happening]
    colleagues: dict[int, str]
    way: Sequence[Step] = ()


def shop_report(
    as_of: int | None,
    members: Sequence[Member],
    answers: Mapping[int, Sequence[Answer]],
    events: Iterable[Event],
    colleagues: dict[int, str],
    today: int,
    way: Sequence[Step] = (),
) -> ShopReport:
    """The whole shop. `answers`: by customer; `as_of`: the last day with anything recorded."""
    regulars = insight.regulars(members)
    counting = [newest(theirs, today) for theirs in answers.values()]
    guesses = [guesses_right(theirs) for theirs in answers.values()]
    return ShopReport(
        None if as_of is None else iso(as_of),
        insight.coverage(members),
        insight.matrix(members),
        grouped(regulars, insight.BOARD, insight.held_by),
        grouped(regulars, insight.KINDS, insight.staying),
        insight.hanging(members),
        insight.worth_asking(members),
        insight.loyal_share(members),
        insight.recommendation([int(said["recommends"].value) for said in counting if "recommends" in said]),
        dict(Counter(said["share"].value for said in counting if "share" in said).most_common()),
        wishes(answers, today),
        sum(right for right, _ in guesses),
        sum(known for _, known in guesses),
        [happening(event, members, as_of or today) for event in events],
        colleagues,
        way,
    )


def wishes(answers: Mapping[int, Iterable[Answer]], today: int) -> list[Wish]:
    """What people would like to see here, what most of them wish first, then the newest."""
    said: dict[str, dict[int, Answer]] = defaultdict(dict)
    for customer, theirs in answers.items():
        for answer in theirs:
            if answer.family == "wish" and answer.source != "guess" and answer.day <= today:
                same = said[fold(answer.text)]
                same[customer] = max(answer, same.get(customer, answer), key=when)
    ordered = sorted(said.values(), key=lambda same: (len(same), *max(map(when, same.values()))), reverse=True)
    return [Wish(max(same.values(), key=when).text, tuple(sorted(same))) for same in ordered]


def when(answer: Answer) -> tuple[int, int]:
    """When something was written down, to put answers in order."""
    return answer.day, answer.id


def happening(event: Event, members: Iterable[Member], as_of: int) -> Happening:
    """How the customers met one event, as of a day."""
    met: dict[str, list[Member]] = defaultdict(list)
    by_chance = 0.0
    for member in members:
        for test in member.standing.why.tests:
            if test.event.id == event.id:
                met[test.outcome].append(member)
                if event.day + test.window <= as_of:
                    by_chance += exp(-test.expected)
    stayed, left, still_open = (together(met[outcome]) for outcome in ("passed", "failed", "open"))
    by_chance = round(by_chance, 2)
    return Happening(event.id, iso(event.day), event.kind, event.text, event.staff, stayed, left, still_open, by_chance)
