"""Why somebody comes, as far as people have said or shown it: answers weighed into an attitude.

The weights are judgement, not measurement; a shop can change them in its settings. What the till shows counts a little
and never by itself: no pattern in it tells the loyal from the regular.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Literal, NamedTuple

Source = Literal["told", "saw", "guess"]
AttitudeWord = Literal["unknown", "loyal", "held", "unsure"]

SOURCES: tuple[Source, ...] = ("told", "saw", "guess")
FAMILIES = {  # what can be answered: family → answer → weight in log-odds
    "reason": {
        "best": 0.6,
        "price": -0.9,
        "near": -0.4,
        "habit": 0.0,
        "person": -0.4,
        "points": -0.4,
        "trouble": -0.9,
        "no_alternative": -0.9,
        "contract": -0.9,
    },
    "recommends": {"9_10": 0.9, "7_8": 0.0, "0_6": -1.1},
    "referral": {"came": 1.6, "says": 0.6},
    "share": {"mostly_here": 1.1, "about_half": 0.0, "mostly_elsewhere": -1.1},
    "complaint": {"recovered": 0.9, "put_right": 0.0, "open": -1.1},
    "satisfaction": {"pleased": 0.3, "so_so": 0.0, "disappointed": -0.6},
}
ASKABLE = ("reason", "recommends", "referral", "share", "satisfaction")  # a complaint isn't there for the asking
BEHAVIOUR = {"broad": 0.4, "steady": 0.2, "bargain_led": -0.4, "stress_passed": 0.4, "stress_failed": -0.4}
THRESHOLDS = {  # where one word ends and the next begins; chances of being loyal, unless they say otherwise
    "at_first": 0.25,  # before anything is known
    "loyal_from": 0.70,
    "held_up_to": 0.30,
    "known_from": 0.5,  # of a fresh answer: less is not enough known
    "half_life": 365.0,  # days after which an answer counts half
    "behaviour_cap": 0.6,  # log-odds of all behaviour together
}
RANGES = {  # what a threshold may be
    "at_first": (0.01, 0.99),
    "loyal_from": (0.5, 0.99),
    "held_up_to": (0.01, 0.5),
    "known_from": (0.05, 3.0),
    "half_life": (30.0, 3650.0),
    "behaviour_cap": (0.0, 2.0),
}
WEIGHTS = {f"{family}_{value}": weight for family, row in FAMILIES.items() for value, weight in row.items()}
WEIGHTS |= BEHAVIOUR | THRESHOLDS
WILDEST = 5.0  # a weight in log-odds: 150 to 1
HOOKS = (
    "price",
    "points",
    "near",
    "habit",
    "person",
    "no_alternative",
    "contract",
    "trouble",
)  # what may hold somebody
AGAINST = "reason_habit"  # speaks against, though it weighs nothing


class Answer(NamedTuple):
    """What was said or seen of somebody, as it was written down.

    `family`: one of FAMILIES, or "wish" (what they'd like to see here) or "probe" (`value`: a hook and "refuted" or
    "confirmed", like "price refuted"). `value` of "recommends": "0" to "10"; of "referral": "sent". `about`: the friend
    (customer) of a referral, the colleague (staff) of the reason "person".
    """

    id: int
    day: int
    family: str
    value: str
    source: Source
    text: str = ""
    about: int | None = None


class Evidence(NamedTuple):
    """One line that counts: `kind` as in WEIGHTS, but for its thresholds; `weight` in log-odds as of today; `day` and
    `source` None for what the till shows."""

    kind: str
    weight: float
    day: int | None = None
    source: Source | None = None
    answer: Answer | None = None


@dataclass(frozen=True)
class Attitude:
    """Why somebody comes, weighed. `p`: the chance that they are loyal, by our weights; `known`: how much has been
    answered, in fresh answers; `evidence`: strongest first."""

    word: AttitudeWord
    p: float
    log_odds: float
    known: float
    evidence: tuple[Evidence, ...] = ()


PRIOR = log(THRESHOLDS["at_first"] / (1 - THRESHOLDS["at_first"]))
UNKNOWN = Attitude("unknown", THRESHOLDS["at_first"], PRIOR, 0.0)


def told(answers: Iterable[Answer], today: int) -> list[Answer]:
    """The answers up to today that count, newest first: no guesses, no amends for a complaint withdrawn since."""
    counting = [answer for answer in answers if answer.day <= today and answer.source != "guess"]
    complained = any((answer.family, answer.value) == ("complaint", "open") for answer in counting)
    counting = [answer for answer in counting if complained or answer.family != "complaint"]
    return sorted(counting, key=lambda answer: (answer.day, answer.id), reverse=True)


def newest(answers: Iterable[Answer], today: int) -> dict[str, Answer]:
    """The newest answer of each family that counts."""
    found: dict[str, Answer] = {}
    for answer in told(answers, today):
        found.setdefault(answer.family, answer)
    return found


def kind_of(answer: Answer, last_visit: int | None, bought: Container[int]) -> str:
    """An answer as in WEIGHTS. `last_visit`: of whoever answered; `bought`: the customers who have bought so far."""
    value = answer.value
    if answer.family == "recommends":
        score = int(value)
        value = "9_10" if score >= 9 else "7_8" if score >= 7 else "0_6"
    elif answer.family == "referral":
        value = "came" if answer.about is not None and answer.about in bought else "says"
    elif answer.family == "complaint" and value == "put_right" and last_visit is not None and last_visit > answer.day:
        value = "recovered"
    return f"{answer.family}_{value}"


def allowed(kind: str) -> tuple[float, float]:
    """The least and the most that a weight or threshold may be; KeyError for one there isn't."""
    if kind not in WEIGHTS:
        raise KeyError(kind)
    return RANGES.get(kind, (-WILDEST, WILDEST))


def fading(day: int, today: int, half_life: float = THRESHOLDS["half_life"]) -> float:
    """How much of an answer still counts: after a year, half."""
    return float(0.5 ** ((today - day) / half_life))


def answered(
    answers: Iterable[Answer],
    today: int,
    last_visit: int | None,
    bought: Container[int],
    weights: Mapping[str, float] = WEIGHTS,
) -> list[Evidence]:
    """The newest answer of each family, as evidence; of the friends somebody sent, the one who weighs most."""
    found: dict[str, Evidence] = {}
    for answer in told(answers, today):
        if answer.family in FAMILIES:
            kind = kind_of(answer, last_visit, bought)
            weight = weights[kind] * fading(answer.day, today, weights["half_life"])
            line = Evidence(kind, weight, answer.day, answer.source, answer)
            kept = found.setdefault(answer.family, line)
            if answer.family == "referral" and weight > kept.weight:  # one friend doesn't take back another
                found[answer.family] = line._replace(day=kept.day)  # known as of the newest word
    return list(found.values())


def weigh(
    said: Sequence[Evidence], shown: Iterable[str], today: int, weights: Mapping[str, float] = WEIGHTS
) -> Attitude:
    """What answers (`said`) and the till (`shown`: names in BEHAVIOUR) come to."""
    hints = [Evidence(kind, weights[kind]) for kind in shown]
    cap, first = weights["behaviour_cap"], weights["at_first"]
    behaviour = max(-cap, min(cap, sum(hint.weight for hint in hints)))
    log_odds = log(first / (1 - first)) + sum(line.weight for line in said) + behaviour
    p = 1 / (1 + exp(-log_odds))
    known = sum(fading(line.day, today, weights["half_life"]) for line in said if line.day is not None)
    speaks_against = any(line.weight < 0 or line.kind == AGAINST for line in said)
    word: AttitudeWord = "unsure"
    if not said or known < weights["known_from"]:  # whatever the weights: without an answer nobody is called anything
        word = "unknown"
    elif p >= weights["loyal_from"]:
        word = "loyal"
    elif p <= weights["held_up_to"] and speaks_against:
        word = "held"
    lines = sorted([*said, *hints], key=lambda line: (-abs(line.weight), line.kind))
    return Attitude(word, p, log_odds, known, tuple(lines))


class Change(NamedTuple):
    """An answer that, given today, would change the attitude's word to `word`."""

    kind: str
    word: AttitudeWord


def changes(
    attitude: Attitude, today: int, weights: Mapping[str, float] = WEIGHTS, families: Iterable[str] = ASKABLE
) -> list[Change]:
    """Every single answer of some families that would change the word, the surest first."""
    said = [line for line in attitude.evidence if line.day is not None]
    shown = [line.kind for line in attitude.evidence if line.day is None]
    found = []
    for family in families:
        others = [line for line in said if not line.kind.startswith(f"{family}_")]
        for value in FAMILIES[family]:
            kind = f"{family}_{value}"
            then = weigh([*others, Evidence(kind, weights[kind], today, "told")], shown, today, weights)
            if then.word != attitude.word:
                found.append((abs(then.log_odds - PRIOR), Change(kind, then.word)))
    return [change for _, change in sorted(found, key=lambda pair: (-pair[0], pair[1].kind))]


def guesses_right(answers: Iterable[Answer]) -> tuple[int, int]:
    """Of one person's guesses that somebody spoke to later: how many were right, and how many there were.

    A guess is right where the first word of its family that came after it says the same.
    """
    right = known = 0
    in_order = sorted(answers, key=lambda answer: (answer.day, answer.id))
    for n, guess in enumerate(in_order):
        if guess.source != "guess" or guess.family not in FAMILIES:
            continue
        later = (one for one in in_order[n + 1 :] if one.family == guess.family and one.source != "guess")
        word = next(later, None)
        if word is not None:
            known += 1
            right += kind_of(word, None, ()) == kind_of(guess, None, ())
    return right, known
