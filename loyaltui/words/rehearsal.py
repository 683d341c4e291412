"""A rehearsal in words: what the old and the new programme would have cost, who gains, by month."""

from collections.abc import Iterator, Mapping
from datetime import date

from loyaltui.core.moment import ordinal
from loyaltui.core.rehearsal import Gain, Group, Month, Rehearsal
from loyaltui.core.reward import Worth
from loyaltui.core.settings import Settings
from loyaltui.core.text import clean
from loyaltui.words import _, figures, insight
from loyaltui.words.programme import per_cent
from loyaltui.words.shop_pages import Row, part

WIDTH, ALL = 12, 36  # cells for a sum, and for all figures of a row
UPPER = _("What it costs if everything given is claimed; in truth some is forgotten or lapses.")


def lead(rehearsal: Rehearsal, settings: Settings) -> str:
    """What was replayed."""
    since, until = (figures.day(ordinal(day) or 1) for day in (rehearsal.since, rehearsal.until))
    sentence = _(
        "{since} to {until}: {who} of the programme paid {money} ({outside} came who aren't in it). By month: ▒ more, "
        "░ less than as it is."
    )
    return sentence.format(
        since=since,
        until=until,
        who=insight.customers(rehearsal.members),
        money=figures.round_money(rehearsal.sales_minor, settings),
        outside=figures.number(rehearsal.outside),
    )


def rows(rehearsal: Rehearsal, names: Mapping[int, str], settings: Settings) -> Iterator[Row]:
    """The table: both in all, who gains, for whom the money goes, by month."""
    old, new = rehearsal.old, rehearsal.new
    most = max(old.minor, new.minor)
    yield in_all(_("As it is"), old, rehearsal, most, settings)
    yield in_all(_("As you'd have it"), new, rehearsal, most, settings)
    yield more(rehearsal, settings)
    yield Row(_("Who gains"), f"{gaining(rehearsal):>{ALL}}")
    for gain in rehearsal.gain_most:
        yield gains(gain, names, settings)
    for label, group in (
        (_("Who'd come anyway"), rehearsal.anyway),
        (_("Who might not"), rehearsal.doubtful),
        (_("New since then"), rehearsal.unknown),
    ):
        yield going(label, group, rehearsal, settings)
    highest = max((max(one.old.minor, one.new.minor) for one in rehearsal.months), default=0)
    for month in rehearsal.months:
        yield by_month(month, highest, settings)


def in_all(label: str, cost: Worth, rehearsal: Rehearsal, most: int, settings: Settings) -> Row:
    """What one of them gives in all."""
    share = per_cent(cost.minor / rehearsal.sales_minor) if rehearsal.sales_minor > 0 else ""
    points, money = figures.whole_points(cost.points, settings), figures.money(cost.minor, settings)
    detail = _("{label}: {points}, worth {money}, {share} of the sales. {upper}").format(
        label=label, points=points, money=money, share=share, upper=UPPER
    )
    return Row(label, f"{money:>{WIDTH}} {points:>15} {share:>7}", part(cost.minor, most), detail=detail)


def more(rehearsal: Rehearsal, settings: Settings) -> Row:
    """How much more or less the new one gives."""
    minor, points = rehearsal.new.minor - rehearsal.old.minor, rehearsal.new.points - rehearsal.old.points
    share = per_cent(minor / rehearsal.sales_minor) if rehearsal.sales_minor > 0 else ""
    money = signed(minor, settings)
    return Row(
        _("Difference"),
        f"{money:>{WIDTH}} {points:>+15,} {share:>7}".replace("-", "−"),
        detail=_("What the change costs a year."),
    )


def signed(minor: int, settings: Settings) -> str:
    """A difference of money with its sign."""
    return ("+" if minor > 0 else "−" if minor < 0 else "") + figures.money(abs(minor), settings)


def gaining(rehearsal: Rehearsal) -> str:
    """How many gain, and how many lose."""
    more, less = figures.number(rehearsal.gaining), figures.number(rehearsal.losing)
    return _("{more} gain, {less} lose").format(more=more, less=less)


def gains(gain: Gain, names: Mapping[int, str], settings: Settings) -> Row:
    """One of those who gain most."""
    name = clean(names.get(gain.customer_id, "")) or _("(no name)")
    points = f"{figures.number(gain.old_points)} → {figures.points(gain.new_points, settings)}"
    return Row(
        f"  {name}",
        f"{signed(gain.more_minor, settings):>{WIDTH}} {points:>23}",
        ids=(gain.customer_id,),
        detail=_("{name} would have {points}.").format(name=name, points=points),
    )


def going(label: str, group: Group, rehearsal: Rehearsal, settings: Settings) -> Row:
    """To whom the money of the new one goes."""
    share = group.new.minor / rehearsal.new.minor if rehearsal.new.minor > 0 else 0.0
    who, money = insight.customers(group.customers), figures.money(group.new.minor, settings)
    extra = signed(group.new.minor - group.old.minor, settings)
    detail = _(
        "{who}, {share} of the money; {extra} of it by the change. Anyway: coming back was surer than 70 %."
    ).format(who=who, share=insight.percent(share), extra=extra)
    return Row(label, f"{money:>{WIDTH}} {who:>15} {insight.percent(share):>7}", share, detail=detail)


def by_month(month: Month, most: int, settings: Settings) -> Row:
    """One month, old and new."""
    from babel.dates import format_date

    when = ordinal(f"{month.month}-01")
    name = format_date(date.fromordinal(when or 1), "MMMM y", locale=figures.LANGUAGE)
    old, new = (figures.round_money(cost.minor, settings) for cost in (month.old, month.new))
    numbers = f"{old:>{WIDTH}} → {new:>{WIDTH}}".ljust(ALL)
    return Row(
        name, numbers, part(month.old.minor, most), also=part(month.new.minor, most), detail=f"{name}: {old} → {new}"
    )


def printed(rehearsal: Rehearsal, names: Mapping[int, str], settings: Settings) -> Iterator[str]:
    """The same for the terminal."""
    yield lead(rehearsal, settings)
    yield ""
    for row in rows(rehearsal, names, settings):
        yield f"  {row.label:<28} {row.figures}".rstrip()
