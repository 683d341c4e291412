"""What makes a word to somebody worth saying today: one list of reasons, the most pressing first."""

from datetime import date
from typing import Literal, NamedTuple, get_args

from loyaltui.core.standing import Standing

Reason = Literal[
    "promise",
    "complaint",
    "own_date",
    "birthday",
    "lapsing",
    "slipping",
    "second_visit",
    "gone_quiet",
    "sent_friend",
    "thank_loyal",
    "reward_near",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
OWED = ("promise", "complaint")  # a debt of ours: no waiting time, and never held back
ABSENT = ("slipping", "second_visit", "gone_quiet")  # those whose coming back is the point; all can be measured
PRESSING: dict[Reason, int] = {  # how urgent, 0 first; within one the stake decides
    **dict.fromkeys(("promise", "complaint"), 0),
    **dict.fromkeys(("own_date", "birthday", "lapsing"), 1),
    **dict.fromkeys(("slipping", "second_visit"), 2),
    **dict.fromkeys(("gone_quiet", "sent_friend", "thank_loyal", "reward_near"), 3),
}
LATE_NEWCOMER = 0.5  # of the horizon: long enough that a second visit was due, short enough to be remembered
QUIET = 3  # horizons of silence after which a word comes too late; judgement
CONGRATULATE = 3  # days after a birthday on which one can still say so
AMENDS = 14  # days after a complaint was put right in which one asks once more, without a survey
LAPSES = 14  # days before points lapse
VOUCHER_LAPSES = 5  # days before a voucher does: it is good for a fortnight, and no reason from its first day on
FRIEND = 30  # days after a friend's first visit in which one says thank you
QUARTER = 91  # days without thanks or a question


class Dated(NamedTuple):
    """Something to do for somebody by a day: a promise, or a date of the owner's own. `id`: its number in the book."""

    id: int
    text: str
    day: int


class Near(NamedTuple):
    """A reward within reach, and the points still missing."""

    reward: str
    missing: int


class Candidate(NamedTuple):
    """Somebody as far as contacting goes.

    `standing` None before the first visit; `per_visit`: what they pay a visit on average, minor units. `channel`: how
    they may be written to or called ("phone", "email"), "" where they may not; `refused`: they said no, or shall not be
    contacted; `contacted`: the last day they were; `waits_until`: put off by hand. The rest are reasons: `complaint`:
    its stage and the day of that stage; `lapsing`: so many points, and the day; `voucher`: what it is for, and the day;
    `friend`: the name of one they sent, and when that friend first came; `heard`: the last day of thanks or a question;
    `unusable`: they said yes, and what they gave is no number or address that can be used.
    """

    customer_id: int
    name: str
    standing: Standing | None
    per_visit: float
    channel: str = ""
    refused: bool = False
    contacted: int | None = None
    waits_until: int | None = None
    promise: Dated | None = None
    own_date: Dated | None = None
    complaint: tuple[str, int, str] | None = None
    birthday: str = ""
    lapsing: tuple[int, int] | None = None
    voucher: tuple[str, int] | None = None
    reward_near: Near | None = None
    friend: tuple[str, int] | None = None
    heard: int | None = None
    unusable: bool = False


class Occasion(NamedTuple):
    """One reason for a word. `about`: the promise, the friend, the reward …; `due`: the day it is about."""

    reason: Reason
    about: str = ""
    due: int | None = None


def occasion(candidate: Candidate, today: int) -> Occasion | None:
    """The most pressing reason to speak to somebody; None where there is no need, or it is too late."""
    return dated(candidate, today) or absent(candidate.standing) or kind(candidate, today)


def dated(candidate: Candidate, today: int) -> Occasion | None:
    """What was promised or complained of, and what is tied to a day."""
    promise, own = candidate.promise, candidate.own_date
    if promise and promise.day <= today:
        return Occasion("promise", promise.text, promise.day)
    if candidate.complaint:
        stage, day, text = candidate.complaint
        if stage == "open" or (stage == "put_right" and today - day <= AMENDS and not spoken_since(candidate, day)):
            return Occasion("complaint", text, day)
    if own and own.day <= today:
        return Occasion("own_date", own.text, own.day)
    born = last_birthday(candidate.birthday, today)
    lately = born is not None and today - born <= CONGRATULATE and not spoken_since(candidate, born)
    if lately and is_known(candidate.standing):
        return Occasion("birthday", due=born)
    return lapsing(candidate, today)


def lapsing(candidate: Candidate, today: int) -> Occasion | None:
    """Points or a voucher that lapse soon."""
    if candidate.voucher and 0 <= candidate.voucher[1] - today <= VOUCHER_LAPSES:
        return Occasion("lapsing", *candidate.voucher)
    if candidate.lapsing and 0 <= candidate.lapsing[1] - today <= LAPSES:
        points, day = candidate.lapsing
        return Occasion("lapsing", str(points), day)
    return None


def absent(standing: Standing | None) -> Occasion | None:
    """Whether somebody stays away by their own rhythm; a regular, or who was here once and should be back."""
    if standing is None:
        return None
    if standing.visit_days == 1:
        due = standing.silent_days > LATE_NEWCOMER * standing.horizon
        return Occasion("second_visit") if due and standing.word != "lost" else None
    if standing.word == "slipping" and is_ours(standing):
        return Occasion("slipping")
    if standing.word == "lost" and is_ours(standing) and standing.silent_days <= QUIET * standing.horizon:
        return Occasion("gone_quiet")
    return None


def kind(candidate: Candidate, today: int) -> Occasion | None:
    """What one would say out of kindness, when there is time."""
    standing = candidate.standing
    if candidate.friend and 0 <= today - candidate.friend[1] <= FRIEND and is_long_ago(candidate.heard, today, FRIEND):
        return Occasion("sent_friend", candidate.friend[0])
    if standing and standing.word == "loyal" and is_long_ago(candidate.heard, today, QUARTER):
        return Occasion("thank_loyal")
    if candidate.reward_near and standing and standing.word != "lost":
        return Occasion("reward_near", candidate.reward_near.reward)
    return None


def spoken_since(candidate: Candidate, day: int) -> bool:
    """Whether we have spoken to somebody on that day or later."""
    return candidate.contacted is not None and candidate.contacted >= day


def is_long_ago(day: int | None, today: int, days: int) -> bool:
    """Whether something was so many days ago, or never."""
    return day is None or today - day >= days


def is_ours(standing: Standing) -> bool:
    """Whether somebody was a regular, or likes us best: two visits aren't a rhythm yet."""
    return standing.visit_days > 2 or standing.attitude == "loyal"


def is_known(standing: Standing | None) -> bool:
    """Whether somebody knows us well enough not to wonder at our congratulations."""
    return standing is not None and standing.visit_days > 1 and standing.word != "lost"


def last_birthday(birthday: str, today: int) -> int | None:
    """The day of somebody's birthday that was last or is today ("1990-05-03" or "--05-03"); 29 February is kept on the
    28th in other years. None where it isn't known."""
    month, _, day = birthday[-5:].partition("-")
    year = date.fromordinal(today).year
    try:
        found = [on(one, int(month), int(day)) for one in (year, year - 1)]
    except ValueError:
        return None
    return next(when for when in found if when <= today)


def on(year: int, month: int, day: int) -> int:
    """A day of a year as a number; 29 February is the 28th where there is none."""
    leap = (month, day) == (2, 29) and (year % 4 or (year % 100 == 0 and year % 400))
    return date(year, month, 28 if leap else day).toordinal()
