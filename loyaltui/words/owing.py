"""What we owe, in words: the open points by age, what lapses, what will probably be claimed, what it cost."""

from collections.abc import Iterator

from loyaltui.core.owing import ENOUGH, Buyers, Owing
from loyaltui.core.reward import Worth
from loyaltui.core.settings import Settings
from loyaltui.words import _, figures, insight, ngettext
from loyaltui.words.programme import per_cent
from loyaltui.words.shop_pages import Row, part

AGES = {
    "0-3": _("of the last 3 months"),
    "3-6": _("3 to 6 months old"),
    "6-12": _("6 to 12 months old"),
    "12+": _("older than a year"),
}
NOT_THE_CAUSE = _("Who redeems comes more often anyway: the difference isn't what the programme brought.")


def rows(owing: Owing, settings: Settings) -> Iterator[Row]:
    """The page "What we owe", a matter a row."""
    most = owing.open.minor
    yield row(_("Open in all"), owing.open, settings, most, lead(owing, settings))
    for age, label in AGES.items():
        yield row(f"  {label}", owing.ages[age], settings, most)
    detail = _("What lapses in the next 90 days, if nobody spends it before.")
    yield row(_("Lapses within 90 days"), owing.lapsing, settings, most, detail)
    if owing.probably is not None:
        yield row(_("Will probably be claimed"), owing.probably, settings, most, usually(owing, settings))
    else:
        yield Row(_("Will probably be claimed"), f"{_('not enough known'):>27}", detail=usually(owing, settings))
    yield given(owing, settings)
    for label, some in ((_("Who redeemed"), owing.redeeming), (_("Who didn't"), owing.not_redeeming)):
        yield buyers(label, some, owing, settings)


def row(label: str, owed: Worth, settings: Settings, most: int, detail: str = "") -> Row:
    """Some points and their money."""
    numbers = f"{figures.whole_points(owed.points, settings):>15} {figures.money(owed.minor, settings):>11}"
    return Row(label, numbers, part(owed.minor, most), detail=detail or f"{label.strip()}: {' '.join(numbers.split())}")


def given(owing: Owing, settings: Settings) -> Row:
    """What was given in the last year."""
    rewards = ngettext("{n} reward", "{n} rewards", owing.given).format(n=figures.number(owing.given))
    money = figures.money(owing.given_minor, settings)
    share = owing.given_minor / max(1, owing.redeeming.sales_minor + owing.not_redeeming.sales_minor)
    detail = _("{rewards} in the last year, worth {money}: {share} of what everybody in the programme paid.").format(
        rewards=rewards, money=money, share=per_cent(share)
    )
    return Row(_("Given in the last year"), f"{rewards:>15} {money:>11}", detail=detail)


def buyers(label: str, some: Buyers, owing: Owing, settings: Settings) -> Row:
    """What some of the programme paid in the last year, all and each."""
    most = max(owing.redeeming.sales_minor, owing.not_redeeming.sales_minor)
    each = figures.round_money(some.sales_minor / max(1, some.customers), settings)
    money = figures.round_money(some.sales_minor, settings)
    who = insight.customers(some.customers)
    detail = _("{label}: {who}, {money} in the last year, {each} each. {cause}").format(
        label=label, who=who, money=money, each=each, cause=NOT_THE_CAUSE
    )
    return Row(label, f"{who:>15} {money:>11}", part(some.sales_minor, most), detail=detail)


def usually(owing: Owing, settings: Settings) -> str:
    """What usually lapses or is forgotten, or that it can't be told."""
    unit = figures.unit(settings)
    if owing.never_spent is None:
        return _(
            "How many {unit} are never spent can't be told yet: it takes {enough} customers whose {unit} are older "
            "than a year, and there are {n}."
        ).format(unit=unit, n=figures.number(owing.judged_by), enough=ENOUGH)
    return _("Of the {unit} older than a year {share} were never spent ({n}).").format(
        unit=unit, share=insight.percent(owing.never_spent), n=insight.customers(owing.judged_by)
    )


def lead(owing: Owing, settings: Settings) -> str:
    """What stands over the page."""
    if not owing.open.points:
        return _("Nothing is owed: nobody holds any {unit}.").format(unit=figures.unit(settings))
    some = ngettext(
        "{n} customer holds {points}, worth up to {money}.",
        "{n} customers hold {points}, worth up to {money}.",
        owing.holders,
    )
    return some.format(
        n=figures.number(owing.holders),
        points=figures.whole_points(owing.open.points, settings),
        money=figures.money(owing.open.minor, settings),
    )


def printed(owing: Owing, settings: Settings) -> Iterator[str]:
    """The page for the terminal."""
    yield lead(owing, settings)
    for line in list(rows(owing, settings))[1:]:
        yield f"  {line.label:<26} {line.figures}"
    yield usually(owing, settings)
    yield NOT_THE_CAUSE
