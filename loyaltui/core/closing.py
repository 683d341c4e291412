"""What there is to do when the day is closed."""

from collections.abc import Sequence
from typing import NamedTuple

from loyaltui.core.promise import Promise


class Closing(NamedTuple):
    """`files`: names of the till's files of today; `questions`: pairs to look at; `faces`: people of whom too little is
    known; `promises`: what is due by tomorrow; `visits`: of today."""

    files: Sequence[str]
    questions: int
    faces: int
    promises: Sequence[Promise]
    visits: int

    def is_idle(self, step: str) -> bool:
        """Whether there is nothing to do at a step."""
        return (step == "doubtful" and not self.questions) or (step == "faces" and not self.faces)
