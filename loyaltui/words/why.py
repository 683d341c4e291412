"""Why one person comes, line by line: what is known, what perhaps, and what would change it."""

from collections.abc import Mapping, Sequence

from loyaltui.core.evidence import WEIGHTS, Answer, changes
from loyaltui.core.standing import Standing
from loyaltui.words import _, reasons


def lines(
    standing: Standing, today: int, names: Mapping[int, str], weights: Mapping[str, float] = WEIGHTS
) -> list[str]:
    """The evidence for and against, with dates and weights, and what would change the verdict."""
    why = standing.why
    attitude = why.attitude
    found = [reasons.line(line, today) for line in attitude.evidence]
    found += [reasons.stressed(test, today) for test in why.tests]
    if not any(line.day is not None for line in attitude.evidence):
        found.insert(0, _("Visits alone make nobody loyal, and nobody has asked yet: w writes down what you hear."))
    elif attitude.word != "unknown":
        found.append(reasons.sum_of(attitude.p, weights))
    held = reasons.held(why, names) if standing.word != "loyal" else ""
    found += [held[:1].upper() + held[1:]] if held else []
    thinks = reasons.guess(why)
    found += [thinks.capitalize()] if thinks else []
    return [*found, *(_("→ {change}").format(change=one) for one in changed(standing, today, weights))]


def changed(standing: Standing, today: int, weights: Mapping[str, float]) -> list[str]:
    """What single answer would change why they come, likeliest words first."""
    return reasons.changed_by(changes(standing.why.attitude, today, weights))


def asides(answers: Sequence[Answer], today: int, names: Mapping[int, str]) -> list[str]:
    """What was written down and weighs nothing: wishes, guesses, what tried a hook, the words behind an answer."""
    return [
        reasons.answer_line(one, today, names)
        for one in answers
        if one.text or one.source == "guess" or one.family in ("wish", "probe", "referral")
    ]
