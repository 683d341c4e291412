"""The verdict: one word for how somebody stands, from how they come and why. Derived each time, never stored.

The crossing of the two is Dick and Basu's (1994). Visits alone make no one loyal.
"""

from dataclasses import dataclass
from typing import Literal

from loyaltui.core.evidence import AttitudeWord
from loyaltui.core.rhythm import Rhythm, Score
from loyaltui.core.why import NOBODY_ASKED, Why

Word = Literal["loyal", "regular", "fond", "occasional", "new", "slipping", "lost"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands, with what it rests on.

    `visit_days` is the n behind it; `last_day` the day of the last visit; `silent_days` what the model took for the
    silence: up to the last recorded day, without closed days.
    """

    word: Word
    why: Why
    rhythm: Rhythm
    score: Score
    visit_days: int
    last_day: int
    silent_days: float
    horizon: int

    @property
    def attitude(self) -> AttitudeWord:
        """Why they come, in a word."""
        return self.why.attitude.word


def standing(
    rhythm: Rhythm,
    score: Score,
    visit_days: int,
    last_day: int,
    silent_days: float,
    horizon: int,
    why: Why = NOBODY_ASKED,
) -> Standing:
    """The verdict on somebody who came at least once."""
    return Standing(verdict(rhythm, why.attitude.word), why, rhythm, score, visit_days, last_day, silent_days, horizon)


def verdict(rhythm: Rhythm, attitude: AttitudeWord) -> Word:
    """The rhythm's own word, unless they are known to like us best."""
    if attitude == "loyal":
        if rhythm == "regular":
            return "loyal"
        if rhythm in ("occasional", "new"):
            return "fond"
    return rhythm
