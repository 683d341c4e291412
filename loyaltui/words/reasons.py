"""Why somebody comes, in plain words: the questions, what may be answered, and each line of evidence."""

from collections.abc import Mapping, Sequence

from loyaltui.core.evidence import Answer, Change, Evidence, Source
from loyaltui.core.question import Question, Reply, key_of
from loyaltui.core.stress import Kind, Test
from loyaltui.core.why import Why
from loyaltui.words import _, figures

QUESTIONS: dict[Question, str] = {
    "what_for": _("what do you come for?"),
    "closed_day": _("where do you go on our closed day?"),
    "anyone_else": _("has anyone else here looked after you?"),
    "when_closed": _("where do you go when we're closed?"),
    "elsewhere": _("where else do you get this?"),
    "someone_sent": _("did someone send you? Anyone who'd like it here?"),
    "make_more": _("what should we make more of?"),
    "apologise": _("say sorry, and put it right"),
}
REPLIES = {  # what a reply means, as the owner picks it
    Reply("reason", "best"): _("likes it best here"),
    Reply("reason", "price"): _("the price"),
    Reply("reason", "near"): _("because we're near"),
    Reply("reason", "habit"): _("habit"),
    Reply("reason", "person"): _("somebody who works here"),
    Reply("reason", "points"): _("the rewards"),
    Reply("reason", "trouble"): _("changing is too much trouble"),
    Reply("reason", "no_alternative"): _("the only place there is"),
    Reply("reason", "contract"): _("a contract or subscription"),
    Reply("share", "mostly_here"): _("buys this mostly here"),
    Reply("share", "about_half"): _("buys about half here"),
    Reply("share", "mostly_elsewhere"): _("buys mostly elsewhere"),
    Reply("satisfaction", "pleased"): _("pleased"),
    Reply("satisfaction", "so_so"): _("so-so"),
    Reply("satisfaction", "disappointed"): _("disappointed"),
    Reply("referral", "sent"): _("sent a friend"),
    Reply("wish", ""): _("would like to see here …"),
    Reply("complaint", "put_right"): _("it has been put right"),
    Reply("complaint", "open"): _("a complaint"),
}
PROBES = {
    "price refuted": _("waits for us: not the price"),
    "price confirmed": _("goes where it is cheap"),
    "person refuted": _("is happy with others too"),
    "person confirmed": _("only wants that one"),
    "near refuted": _("waits for us: not the nearness"),
    "near confirmed": _("goes to the next one"),
    "habit refuted": _("waits for us: not just habit"),
    "habit confirmed": _("goes anywhere"),
}
HOOKS = {
    "price": _("price"),
    "points": _("the rewards"),
    "near": _("nearness"),
    "habit": _("habit"),
    "person": _("a person"),
    "no_alternative": _("no choice"),
    "contract": _("a contract"),
    "trouble": _("the trouble of changing"),
}
KINDS = {  # each kind of evidence, as a sentence about a customer
    "reason_best": _("likes it best here"),
    "reason_price": _("comes for the price"),
    "reason_near": _("comes because we're near"),
    "reason_habit": _("comes out of habit"),
    "reason_person": _("comes for somebody who works here"),
    "reason_points": _("comes for the rewards"),
    "reason_trouble": _("finds changing too much trouble"),
    "reason_no_alternative": _("has no other place to go"),
    "reason_contract": _("has a contract with us"),
    "recommends_9_10": _("would recommend us (9–10)"),
    "recommends_7_8": _("might recommend us (7–8)"),
    "recommends_0_6": _("would not recommend us (0–6)"),
    "referral_came": _("sent a friend, who bought"),
    "referral_says": _("says they sent a friend"),
    "share_mostly_here": _("buys this mostly here"),
    "share_about_half": _("buys about half here"),
    "share_mostly_elsewhere": _("buys mostly elsewhere"),
    "complaint_recovered": _("came back after a complaint was put right"),
    "complaint_put_right": _("a complaint was put right"),
    "complaint_open": _("a complaint is open"),
    "satisfaction_pleased": _("is pleased"),
    "satisfaction_so_so": _("finds it so-so"),
    "satisfaction_disappointed": _("is disappointed"),
    "broad": _("buys from many shelves"),
    "steady": _("comes steadily"),
    "bargain_led": _("mostly comes with a discount"),
    "stress_passed": _("stayed when something changed"),
    "stress_failed": _("stayed away when something changed"),
}
SOURCES: dict[Source, str] = {"told": _("told us"), "saw": _("we saw"), "guess": _("your guess")}
ATTITUDES = {
    "unknown": _("not enough known"),
    "loyal": _("loyal"),
    "held": _("held, not loyal"),
    "unsure": _("evidence on both sides"),
}
EVENTS: dict[Kind, str] = {
    "prices_up": _("prices went up"),
    "competitor": _("a competitor opened"),
    "colleague_left": _("a colleague left"),
    "programme_paused": _("the rewards were paused"),
    "stock_out": _("something was out of stock"),
    "other": _("something else"),
}


def question(asked: Question, own: Mapping[Question, str]) -> str:
    """A question, in the owner's own words where they have some."""
    return own.get(asked, QUESTIONS[asked])


def asking(asked: Question | None, own: Mapping[Question, str]) -> str:
    """Over the list of what may have been said."""
    if asked is None:
        return _("What did they say?")
    words = question(asked, own)
    return words[:1].upper() + words[1:]


def opener(asked: Question, own: Mapping[Question, str]) -> list[str]:
    """What stands dim on the card: something one would say anyway."""
    return [_("If you chat: {question}").format(question=question(asked, own)), _("w ⏎  write down what you heard")]


def reply(one: Reply) -> str:
    """A reply as it stands in the list, behind its key."""
    return f"{key_of(one)}  {short(one)}"


def answer(one: Answer, names: Mapping[int, str]) -> str:
    """An answer as it was written down; `names`: of whom it is about, by its number."""
    if one.family == "recommends":
        said = _("would recommend us: {n} of 10").format(n=one.value)
    elif one.family == "wish":
        said = _("would like to see here")
    elif one.family == "probe":
        said = PROBES[one.value]
    elif one.family == "referral":
        said = _("sent a friend")
    else:
        said = KINDS[f"{one.family}_{one.value}"]
    about = names.get(one.id, "")
    return said + (f": {about}" if about else "") + (f": “{one.text}”" if one.text else "")


def short(reply: Reply) -> str:
    """A reply without its key."""
    return PROBES[reply.value] if reply.family == "probe" else REPLIES[reply]


def answer_line(one: Answer, today: int, names: Mapping[int, str]) -> str:
    """An answer with its day and who says so."""
    return f"{answer(one, names)} ({dated(one.day, one.source, today)})"


def dated(day: int, source: Source, today: int) -> str:
    """When it was said, and by whom: "told us 3 May"."""
    return f"{SOURCES[source]} {figures.day(day, today)}"


def line(evidence: Evidence, today: int) -> str:
    """One line of evidence with its weight; what the till shows has no date."""
    sign = "+" if evidence.weight > 0 else "−" if evidence.weight < 0 else "·"
    weight = f"{sign}{abs(evidence.weight):.1f}" if round(evidence.weight, 1) else "0"
    if evidence.day is None or evidence.source is None:
        return _("{weight} {what} (the till shows)").format(weight=weight, what=KINDS[evidence.kind])
    when = dated(evidence.day, evidence.source, today)
    return _("{weight} {what} ({when})").format(weight=weight, what=KINDS[evidence.kind], when=when)


def held(why: Why, names: Mapping[int, str]) -> str:
    """What holds somebody, "perhaps" where only the till hints at it; nothing where nothing is known."""
    person = names.get(why.person or 0, "")

    def hook(name: str) -> str:
        return person if name == "person" and person else HOOKS[name]

    parts = [_("held by {hook}").format(hook=hook(name)) for name in why.held_by]
    if not parts and why.perhaps:
        parts = [_("perhaps {hooks}").format(hooks=", ".join(hook(name) for name in why.perhaps))]
    return ", ".join(parts)


def guess(why: Why) -> str:
    """What the owner thinks, where it differs from what is known."""
    if why.guess not in ("loyal", "held") or why.guess == why.attitude.word:
        return ""
    return _("you think: {attitude}").format(attitude=ATTITUDES[why.guess])


def changed_by(changes: Sequence[Change], shown: int = 3) -> list[str]:
    """What would change the verdict on why they come."""
    by_family = {(one.kind.split("_")[0], one.word): one for one in reversed(list(changes))}  # the surest of each
    some = [one for one in changes if by_family[one.kind.split("_")[0], one.word] is one][:shown]
    return [
        _("{attitude}, if: {what}").format(attitude=ATTITUDES[one.word], what=KINDS[one.kind]).capitalize()
        for one in some
    ]


def sum_of(p: float, weights: Mapping[str, float]) -> str:
    """What all the evidence comes to, and where the words begin."""
    return _("all in all {p} in 100; loyal from {loyal}, held up to {held}").format(
        p=round(100 * p), loyal=round(100 * weights["loyal_from"]), held=round(100 * weights["held_up_to"])
    )


def stressed(test: Test, today: int) -> str:
    """How somebody met an event."""
    what = _("{what} ({day})").format(what=EVENTS[test.event.kind], day=figures.day(test.event.day, today))
    if test.outcome == "passed":
        return _("{what}: stayed, came {n} times").format(what=what, n=test.came)
    if test.outcome == "failed":
        return _("{what}: stayed away for the {n} days after it").format(what=what, n=test.window)
    if today >= test.event.day + test.window:
        return _("{what}: can't be told, came {n} of about {all} times").format(
            what=what, n=test.came, all=round(test.expected)
        )
    return _("{what}: can't be told yet").format(what=what)
