"""The shop as a whole: who comes how and why, what holds the regulars, and what hangs on one thing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple, TypeVar

from loyaltui.core.evidence import HOOKS, AttitudeWord
from loyaltui.core.rhythm import Rhythm
from loyaltui.core.standing import Standing

RHYTHMS: tuple[Rhythm, ...] = ("regular", "occasional", "new", "slipping", "lost")
ATTITUDES: tuple[AttitudeWord, ...] = ("unknown", "held", "unsure", "loyal")
BOARD = ("likes_best", *HOOKS, "sides", "unknown")  # what holds somebody; sides: evidence on both
KINDS = ("true", "won", "bought", "convenience", "no_choice", "sides", "unknown")  # won: stayed despite a competitor
KIND_OF = {
    "price": "bought",
    "points": "bought",
    "near": "convenience",
    "habit": "convenience",
    "person": "convenience",
    "no_alternative": "no_choice",
    "contract": "no_choice",
    "trouble": "no_choice",
}
MONTH = 365 / 12  # days
SURE = 1.96  # standard errors: 95 %
TOO_FEW = 10  # answers, below which no share is worth a number
Group = TypeVar("Group")


class Member(NamedTuple):
    """One customer as far as the whole shop goes. `monthly`: what they spend in a month, `yearly` in the last year, in
    minor units; `yearly` is None for who didn't come in it."""

    customer_id: int
    standing: Standing
    monthly: float
    yearly: int | None


@dataclass(frozen=True)
class Field:
    """Some customers taken together: how many, their money in a month (minor units), and who they are, those who spend
    most first."""

    customers: int = 0
    monthly_minor: int = 0
    ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Share:
    """A share with its 95 % interval, and of how many; in -1..1 for a recommendation, else 0..1."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class LoyalShare:
    """The loyal as a share of who came in the last year, and of the money of these."""

    loyal: int
    customers: int
    of_customers: float
    of_sales: float


@dataclass(frozen=True)
class Hanging:
    """The regulars that hang on one thing: a hook, and the colleague where it is one (staff); `perhaps`: only the till
    hints at it."""

    hook: str
    colleague: int | None
    perhaps: bool
    regulars: Field


@dataclass(frozen=True)
class Coverage:
    """How well the regulars are known: the reason of `known` of `regulars`."""

    known: int
    regulars: int

    @property
    def thin(self) -> bool:
        """Whether no share of the whole shop may be shown without saying so."""
        return 2 * self.known < self.regulars


def together(members: Iterable[Member]) -> Field:
    """Some customers as one field."""
    ordered = sorted(members, key=lambda member: (-member.monthly, member.customer_id))
    return Field(len(ordered), round(sum(m.monthly for m in ordered)), tuple(m.customer_id for m in ordered))


def grouped(members: Iterable[Member], keys: Iterable[Group], group: Callable[[Member], Group]) -> dict[Group, Field]:
    """The fields of a grouping, those with nobody in them too."""
    groups: dict[Group, list[Member]] = {key: [] for key in keys}
    for member in members:
        groups[group(member)].append(member)
    return {key: together(some) for key, some in groups.items()}


def matrix(members: Sequence[Member]) -> dict[Rhythm, dict[AttitudeWord, Field]]:
    """How they come × why: who is in each field."""

    def why_of(rhythm: Rhythm) -> dict[AttitudeWord, Field]:
        some = [member for member in members if member.standing.rhythm == rhythm]
        return grouped(some, ATTITUDES, leaning)

    return {rhythm: why_of(rhythm) for rhythm in RHYTHMS}


def regulars(members: Iterable[Member]) -> list[Member]:
    """Those who come regularly, loyal or not."""
    return [member for member in members if member.standing.rhythm == "regular"]


def leaning(member: Member) -> AttitudeWord:
    """The column of somebody: a hook they named holds them, unless they are loyal all the same."""
    why = member.standing.why
    return "held" if why.held_by and why.attitude.word != "loyal" else why.attitude.word


def held_by(member: Member) -> str:
    """What holds somebody: one of BOARD."""
    why = member.standing.why
    if why.attitude.word == "loyal":
        return "likes_best"
    if why.held_by:
        return why.held_by[0]
    return "unknown" if why.attitude.word == "unknown" else "sides"


def staying(member: Member) -> str:
    """The kind of somebody's staying: one of KINDS."""
    why = member.standing.why
    if why.attitude.word == "loyal":
        return "true"
    known = why.attitude.word != "unknown" or why.held_by
    if known and any(test.outcome == "passed" and test.event.kind == "competitor" for test in why.tests):
        return "won"
    return KIND_OF.get(held_by(member), held_by(member))


def hanging(members: Iterable[Member]) -> list[Hanging]:
    """What hangs on one thing: what was said before what the till hints at, the most money first."""
    groups: dict[tuple[str, int | None, bool], list[Member]] = defaultdict(list)
    for member in regulars(members):
        why = member.standing.why
        for perhaps, hooks in ((False, why.held_by), (True, why.perhaps)):
            for hook in hooks:
                groups[hook, why.person if hook == "person" else None, perhaps].append(member)
    found = [Hanging(*key, together(some)) for key, some in groups.items()]
    return sorted(found, key=lambda one: (one.perhaps, -one.regulars.monthly_minor, one.hook, one.colleague or 0))


def coverage(members: Iterable[Member]) -> Coverage:
    """Of how many regulars it is known why they come."""
    some = regulars(members)
    return Coverage(sum(held_by(member) != "unknown" for member in some), len(some))


def worth_asking(members: Iterable[Member]) -> list[int]:
    """The regulars of whom too little is known, those who spend most and are least known first."""
    unknown = [member for member in regulars(members) if member.standing.attitude == "unknown"]
    unknown.sort(key=lambda m: (-m.monthly * (1 - min(1.0, m.standing.why.attitude.known)), m.customer_id))
    return [member.customer_id for member in unknown]


def loyal_share(members: Iterable[Member]) -> LoyalShare:
    """How many of those who came in the last year are loyal, and what of the money is theirs; 0 of nothing."""
    here = [(member.standing.word == "loyal", member.yearly) for member in members if member.yearly is not None]
    loyal, money = sum(is_loyal for is_loyal, _ in here), sum(yearly for _, yearly in here)
    theirs = sum(yearly for is_loyal, yearly in here if is_loyal)
    return LoyalShare(loyal, len(here), loyal / max(1, len(here)), theirs / max(1, money))


def recommendation(scores: Sequence[int]) -> Share | None:
    """The net promoter score of answers 0 to 10 with its interval: the adjusted Wald one of Rocks (2016), which adds
    three answers (¾, 1½, ¾) so that few answers look as unsure as they are. None without answers."""
    n = len(scores)
    if n == 0:
        return None
    promoters, detractors = sum(score >= 9 for score in scores), sum(score <= 6 for score in scores)
    up, down = (promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)
    middle, error = up - down, sqrt((up + down - (up - down) ** 2) / (n + 3))
    value = (promoters - detractors) / n
    low, high = max(-1.0, middle - SURE * error), min(1.0, middle + SURE * error)
    return Share(value, min(value, low), max(value, high), n)
