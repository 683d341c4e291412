"""What counts how much, and where each number comes from: measured, from the literature, or our judgement."""

from typing import NamedTuple

from loyaltui.core.evidence import BEHAVIOUR, THRESHOLDS, WEIGHTS
from loyaltui.core.fitting import CENTRE
from loyaltui.core.question import Question
from loyaltui.core.rhythm import LOST, SELDOM, SLIPPING
from loyaltui.core.settings import Settings
from loyaltui.words import _, reasons

ASKED_OF: dict[Question, str] = {
    "what_for": _("ask, knowing nothing"),
    "closed_day": _("ask who comes for the price"),
    "anyone_else": _("ask who comes for one of us"),
    "when_closed": _("ask the near, the habitual"),
    "elsewhere": _("ask who may be held"),
    "someone_sent": _("ask who leans to loyal"),
    "make_more": _("ask the loyal"),
}
ANSWER = _("judgement: how much an answer like this tells, in log-odds")
BY_TILL = _("judgement; measured: no pattern in a till's data tells the loyal from the regular, so it is capped")
NAMES = {
    "at_first": _("loyal before anything is known"),
    "loyal_from": _("called loyal from a chance of"),
    "held_up_to": _("called held up to a chance of"),
    "known_from": _("enough known, in fresh answers"),
    "half_life": _("days until an answer counts half"),
    "behaviour_cap": _("all the till shows, at most"),
}
SOURCES = {
    "at_first": _("literature: about one customer in five is loyal to the shop they use most"),
    "loyal_from": _("judgement: seven in ten, so that the word is seldom wrong"),
    "held_up_to": _("judgement: three in ten, the same the other way round"),
    "known_from": _("judgement: one answer, up to a year old"),
    "half_life": _("judgement: people change their minds within a year or two"),
    "behaviour_cap": BY_TILL,
}


class Line(NamedTuple):
    """One line of the table. `key`: the weight, threshold or question it is; "" where it can't be changed; `usual`:
    what it is while nobody has changed it."""

    key: str
    what: str
    value: str
    usual: str
    source: str


def lines(settings: Settings) -> list[Line]:
    """The whole table: the questions, the thresholds, the weights, and what was measured."""
    return [*questions(settings), *thresholds(settings), *weights(settings), *measured()]


def questions(settings: Settings) -> list[Line]:
    """The openers, in the owner's words where they have some."""
    source = _("judgement: what one would say anyway; which one is asked follows from what is known")
    return [
        Line(one, whom, reasons.question(one, settings.questions), reasons.QUESTIONS[one], source)
        for one, whom in ASKED_OF.items()
    ]


def thresholds(settings: Settings) -> list[Line]:
    """Where one word ends and the next begins."""
    days = Line("ask_every", _("days between two questions"), str(settings.ask_every), "21", _("judgement"))
    found = [
        Line(key, NAMES[key], f"{settings.weights[key]:g}", f"{usual:g}", SOURCES[key])
        for key, usual in THRESHOLDS.items()
    ]
    return [days, *found]


def weights(settings: Settings) -> list[Line]:
    """What each answer and each pattern weighs."""
    return [
        Line(kind, reasons.KINDS[kind], f"{settings.weights[kind]:+g}", f"{usual:+g}", source_of(kind))
        for kind, usual in WEIGHTS.items()
        if kind not in THRESHOLDS
    ]


def source_of(kind: str) -> str:
    """Where a weight comes from."""
    return BY_TILL if kind in BEHAVIOUR else ANSWER


def measured() -> list[Line]:
    """What was measured on six shops' data and isn't the owner's to change."""
    source = _("measured: how many came back, in 17 splits of six shops' data")
    found = [
        (_("gone quiet: a chance of coming back under"), f"{LOST:g}"),
        (_("overdue: the chance has fallen to"), _("{n} of its height").format(n=f"{SLIPPING:g}")),
        (_("occasional: more seldom than"), _("{n} × the usual gap").format(n=f"{SELDOM:g}")),
        (_("what visits are like before yours are known"), " · ".join(f"{number:g}" for number in CENTRE)),
    ]
    return [Line("", what, value, value, source) for what, value in found]
