"""Why one person comes: the attitude, what holds them, what perhaps does, and what the owner thinks."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from loyaltui.core.evidence import (
    HOOKS,
    UNKNOWN,
    WEIGHTS,
    Answer,
    Attitude,
    AttitudeWord,
    answered,
    newest,
    told,
    weigh,
)
from loyaltui.core.hints import Hints
from loyaltui.core.stress import REFUTES, Test, shown


@dataclass(frozen=True)
class Why:
    """Why somebody comes. `held_by`: hooks they named; `perhaps`: hooks the till hints at; `person`: the colleague
    (staff) they come for, where the hook is a person; `guess`: the attitude with the owner's guesses counted, None
    where nothing was guessed; `probed`: the hook they named has been tried by a question."""

    attitude: Attitude = UNKNOWN
    held_by: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    person: int | None = None
    tests: tuple[Test, ...] = ()
    guess: AttitudeWord | None = None
    probed: bool = False

    @property
    def complaint_open(self) -> bool:
        """Whether a complaint waits to be put right."""
        return any(line.kind == "complaint_open" for line in self.attitude.evidence)


NOBODY_ASKED = Why()


def why(
    answers: Sequence[Answer],
    hints: Hints,
    tests: Sequence[Test],
    today: int,
    last_visit: int | None,
    bought: Container[int] = (),
    weights: Mapping[str, float] = WEIGHTS,
) -> Why:
    """Why somebody comes, as of `today`. `bought`: the customers who have bought so far, for friends they sent."""
    shows = (*hints.behaviour, *shown(tests))
    attitude = weigh(answered(answers, today, last_visit, bought, weights), shows, today, weights)
    reason = newest(answers, today).get("reason")
    probed = reason and last_probe(reason.value, answers, today, since=(reason.day, reason.id))
    holds = reason and reason.value in HOOKS and probed != "refuted" and not outlived(reason, tests)
    held_by = (reason.value,) if reason and holds else ()
    perhaps = tuple(
        hook
        for hook in hints.hooks
        if hook not in held_by
        and last_probe(hook, answers, today) != "refuted"
        and not hint_refuted(hook, hints, tests)
    )
    person = None
    if "person" in held_by and reason is not None:
        person = reason.about
    elif "person" in perhaps:
        person = hints.person
    guess = guessed(answers, shows, today, last_visit, bought, weights)
    return Why(attitude, held_by, perhaps, person, tuple(tests), guess, bool(probed))


def guessed(
    answers: Iterable[Answer],
    shows: Iterable[str],
    today: int,
    last_visit: int | None,
    bought: Container[int],
    weights: Mapping[str, float],
) -> AttitudeWord | None:
    """The attitude if the owner's guesses counted like words; None where nothing was guessed."""
    if not any(answer.source == "guess" for answer in answers):
        return None
    believed = [answer._replace(source="told") for answer in answers]
    return weigh(answered(believed, today, last_visit, bought, weights), shows, today, weights).word


def last_probe(hook: str, answers: Iterable[Answer], today: int, since: tuple[int, int] = (0, 0)) -> str | None:
    """What the latest question that tried a hook, after an answer (its day and id), brought: "refuted" or "confirmed";
    None where none did."""
    for answer in told(answers, today):
        if answer.family == "probe" and (answer.day, answer.id) > since:
            tried, _, verdict = answer.value.partition(" ")
            if tried == hook:
                return verdict
    return None


def outlived(reason: Answer, tests: Iterable[Test]) -> bool:
    """Whether a test passed since they named this hook says that it doesn't hold them."""
    return any(test.event.day >= reason.day and withstands(test, reason.value, reason.about) for test in tests)


def hint_refuted(hook: str, hints: Hints, tests: Sequence[Test]) -> bool:
    """Whether a passed test speaks against what the till hints at."""
    return any(withstands(test, hook, hints.person) for test in tests)


def withstands(test: Test, hook: str, person: int | None) -> bool:
    """Whether a test that was passed says that this hook doesn't hold; a colleague who left must be the one meant."""
    event = test.event
    if test.outcome != "passed" or hook not in REFUTES.get(event.kind, ()):
        return False
    return event.kind != "colleague_left" or person is None or event.staff is None or event.staff == person
