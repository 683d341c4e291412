"""The verdict: one word for how somebody stands, from how they come and why. Derived each time, never stored."""

from dataclasses import dataclass
from typing import Literal

from loyaltui.core.rhythm import Rhythm, Score

Attitude = Literal["unknown"]  # what is known of why they come; answers join with the evidence
Word = Literal["regular", "occasional", "new", "slipping", "lost"]


@dataclass(frozen=True)
class Standing:
    """How somebody stands, with what it rests on.

    `visit_days` is the n behind it; `last_day` the day of the last visit; `silent_days` what the model took for the
    silence: up to the last recorded day, without closed days.
    """

    word: Word
    attitude: Attitude
    rhythm: Rhythm
    score: Score
    visit_days: int
    last_day: int
    silent_days: float
    horizon: int


def standing(
    rhythm: Rhythm, score: Score, visit_days: int, last_day: int, silent_days: float, horizon: int
) -> Standing:
    """The verdict as long as nobody has been asked: the rhythm's own word. Visits alone make no one loyal."""
    return Standing(rhythm, "unknown", rhythm, score, visit_days, last_day, silent_days, horizon)
