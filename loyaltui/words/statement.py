"""Every point explained in plain words: why it was earned, what became of it, what is left."""

import csv
import io
from collections.abc import Iterator
from textwrap import wrap

from loyaltui.core.bonus import GIVEN_BACK, WELCOME
from loyaltui.core.moment import iso
from loyaltui.core.rule import DAY, Boost
from loyaltui.core.settings import Settings
from loyaltui.core.statement import Event, LotLine, Statement, StatementRow
from loyaltui.words import _, figures, ngettext
from loyaltui.words.counter import VERBS
from loyaltui.words.tables import cell

TIMES = {0: _("nothing"), 2: _("double"), 3: _("triple")}
WEEKDAYS = (_("Mondays"), _("Tuesdays"), _("Wednesdays"), _("Thursdays"), _("Fridays"), _("Saturdays"), _("Sundays"))
INDENT = 21  # characters before a sentence: the day and the points


def title(proof: Statement, settings: Settings) -> str:
    """Whose points they are."""
    return _("{name} · every point").format(name=proof.name) if settings.unit == "points" else proof.name


def summary(proof: Statement, settings: Settings) -> list[str]:
    """The balance as a sum, and what lapses next."""
    held = figures.points(proof.balance, settings)
    count = sum(lot.left != 0 for lot in proof.lots)
    left = ngettext("{left} left in {n} lot", "{left} left in {n} lots", count).format(
        left=figures.number(proof.left), n=figures.number(count)
    )
    lapse = proof.lapses_next
    if lapse is None or lapse.expires is None:
        following = _("nothing of it ever lapses") if proof.left else ""
    else:
        day = figures.full_day(lapse.expires, proof.day)
        following = _("expires next: {n} on {day}").format(n=figures.number(lapse.left), day=day)
    debt = _("− {n} of open debt").format(n=figures.number(proof.debt)) if proof.debt else _("and no debt")
    return [f"{held} = {left} {debt}", following]


def lines(proof: Statement, settings: Settings, width: int = 80) -> Iterator[str]:
    """Every lot, the newest first, with what became of it."""
    for lot in reversed(proof.lots):
        whole = "" if lot.events else f"; {left(lot)}"
        yield from line(figures.day(lot.day), f"{lot.points:+,}", why(lot, settings) + whole, width)
        for event in lot.events:
            yield from line(f"  {figures.day(event.day)}", f"{event.points:+,}", became(event, settings), width)
        if lot.events:
            yield from line("", "=", left(lot), width)
    if not proof.lots:
        yield _("Nothing has been earned yet.")


def line(day: str, points: str, sentence: str, width: int) -> Iterator[str]:
    """A day, points and a sentence, which may take several lines."""
    first, *others = wrap(sentence, max(20, width - INDENT)) or [""]
    yield f"{day:<13}{points.replace('-', '−'):>6}  {first}"
    yield from (" " * INDENT + other for other in others)


def left(lot: LotLine) -> str:
    """What is left of a lot, and until when."""
    if lot.left < 0:
        return _("{n} short: what comes next fills the hole").format(n=figures.number(-lot.left))
    if not lot.left or lot.expires is None:
        return _("{n} left").format(n=figures.number(lot.left))
    return _("{n} left, to be spent until {day}").format(n=figures.number(lot.left), day=figures.full_day(lot.expires))


def why(lot: LotLine, settings: Settings) -> str:
    """Why a lot was given, in one sentence."""
    if lot.kind == "adjust":
        if lot.reason == GIVEN_BACK:
            return _("given back for a reward that was refunded; its own days were over")
        return _("given by hand: {why}").format(why=lot.reason)
    if lot.kind == "bonus":
        return bonus(lot)
    if lot.rule is None:
        return _("earned with {paid}").format(paid=figures.money(lot.paid, settings))
    return ", ".join([earned(lot, settings), *(boost(one) for one in lot.boosts), *remarks(lot)])


def bonus(lot: LotLine) -> str:
    """What points beside a sale were for."""
    reason, _blank, rest = lot.reason.partition(" ")
    if reason == WELCOME:
        return _("welcome to the programme")
    if reason == "birthday":
        return _("for the birthday in {year}").format(year=rest)
    return _("for sending {name}, who has bought since").format(name=lot.friend or _("a friend"))


def earned(lot: LotLine, settings: Settings) -> str:
    """What the rule gives."""
    rule = lot.rule
    if rule is None or rule.per == "amount":
        size = figures.money(rule.size if rule else 1, settings)
        one, paid = figures.points(1, settings), figures.money(lot.paid, settings)
        return _("{one} for every {size} of {paid}").format(one=one, size=size, paid=paid)
    each = figures.points(rule.size, settings)
    if rule.per == "visit":
        return _("{each} for the visit").format(each=each)
    return _("{each} for each {item}").format(each=each, item=rule.what)


def remarks(lot: LotLine) -> Iterator[str]:
    """What else decided how many there are."""
    if lot.rule and lot.rule.before_tax:
        yield _("the tax taken off")
    if lot.carried:
        yield _("with what was left over before")


def boost(one: Boost) -> str:
    """What was multiplied: "double on Tuesdays"."""
    times = TIMES.get(one.times) or _("{n} times").format(n=one.times)
    if one.what:
        return _("{times} for {item}").format(times=times, item=one.what)
    when = []
    if one.weekdays:
        when.append(_("on {days}").format(days=_(" and ").join(WEEKDAYS[day] for day in one.weekdays)))
    if one.day is not None:
        when.append(_("on {day}").format(day=figures.full_day(one.day)))
    if (one.start, one.end) != (0, DAY):
        when.append(f"{figures.clock(one.start)}–{figures.clock(one.end) if one.end < DAY else '24:00'}")
    return " ".join([times, *when])


def became(event: Event, settings: Settings) -> str:
    """What became of points of a lot, in one sentence."""
    if event.back:
        return _("{what} ({because})").format(what=taken_back(event), because=because(event, settings))
    if event.kind == "redeem":
        return _("spent on {reward}").format(reward=event.what)
    if event.kind == "expire":
        return _("lapsed: not spent by then")
    return _("taken by hand: {why}").format(why=event.what)


def taken_back(event: Event) -> str:
    """Which way points went when something was taken back."""
    if event.kind == "redeem":
        return _("given back: {reward}").format(reward=event.what) if event.points > 0 else _("spent after all")
    if event.kind == "expire":
        return _("not lapsed after all") if event.points > 0 else _("lapsed after all")
    return _("taken back") if event.points < 0 else _("put back")


def because(event: Event, settings: Settings) -> str:
    """The act by which something was taken back."""
    if event.undid:
        return _("undone: {verb}").format(verb=VERBS.get(event.undid, event.undid))
    verb = VERBS.get(event.verb, event.verb)
    if event.verb == "refund" and event.amount is not None:
        return _("{verb} of {amount}").format(verb=verb, amount=figures.money(-event.amount, settings))
    return verb


def rows(proof: Statement, settings: Settings) -> list[StatementRow]:
    """Every movement as a row, in the order of the lots; their points add up to the balance."""
    found = []
    for lot in proof.lots:
        last = iso(lot.expires) if lot.expires is not None else ""
        found.append(StatementRow(iso(lot.day), lot.id, lot.points, why(lot, settings), last))
        found += [
            StatementRow(iso(event.day), lot.id, event.points, became(event, settings), "") for event in lot.events
        ]
    return found


def as_csv(proof: Statement, settings: Settings) -> str:
    """Every movement as CSV; the column of points adds up to the balance."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    unit = figures.unit(settings)
    writer.writerow([_("day"), _("lot"), unit, _("why"), _("to be spent until")])
    for row in rows(proof, settings):
        writer.writerow([cell(value) for value in (row.day, row.lot, row.points, row.what, row.last_day)])
    return out.getvalue()


def as_json(proof: Statement, settings: Settings) -> dict[str, object]:
    """The proof for other programs."""
    lapse = proof.lapses_next
    following = {"points": lapse.left, "day": iso(lapse.expires)} if lapse and lapse.expires is not None else None
    return {
        "customer_id": proof.customer_id,
        "name": proof.name,
        "day": iso(proof.day),
        "balance": proof.balance,
        "left": proof.left,
        "debt": proof.debt,
        "expires_next": following,
        "movements": rows(proof, settings),
    }
