"""`loyaltui import`, one file at a time: read, say what would happen, ask what has to be asked, bring in."""

import sys
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from loyaltui import pos
from loyaltui.core.phone import e164
from loyaltui.core.refused import Refused
from loyaltui.core.report import ImportReport
from loyaltui.core.settings import Settings
from loyaltui.core.settings import read as check_setting
from loyaltui.core.text import clean
from loyaltui.store import Shop
from loyaltui.store.imports import Told
from loyaltui.words import _
from loyaltui.words import imports as words

if TYPE_CHECKING:
    from loyaltui.desk import Desk


class Answers:
    """What the command line said, and what is asked where it said nothing."""

    def __init__(self, shop: Shop, desk: "Desk", options: dict[str, Any], machine: bool) -> None:
        self.shop, self.desk, self.machine = shop, desk, machine
        self.dry_run: bool = options["dry_run"]
        self.yes: bool = options["yes"]
        self.history: bool | None = options["points"]
        self.terminal = sys.stdin.isatty() and not machine

    def go_on(self, report: ImportReport) -> bool:
        """Show what would happen; whether it shall."""
        self._settle_history(report)
        if self.dry_run or self.yes:
            return not self.dry_run
        if not self.terminal:
            raise Refused("say_yes", file=report.file)
        report.message = words.message(report)
        tell(report, self.shop)
        if not click.confirm(_("Bring it in?"), default=True, err=True):
            raise Refused("cancelled")
        return True

    def _settle_history(self, report: ImportReport) -> None:
        """Do sales from before the programme earn? Asked once, and kept; without an answer they don't."""
        if not report.history_points or self.dry_run:
            return
        if self.history is None and not self.shop.settings.history_points and self.terminal and not self.yes:
            click.echo(words.history(report, self.shop.settings), err=True)
            self.history = click.confirm(_("Shall they earn points all the same?"), default=False, err=True)
        if self.history is not None:
            self.shop.set.change(self.desk.now(), {"history_points": "yes" if self.history else "no"})
            report.history_booked = self.history


def bring_in(desk: "Desk", file: str, *, machine: bool, **options: Any) -> ImportReport:
    """One file into the shop; the report. A shop that is new and gets nothing is taken away again."""
    for key, value in (("currency", options["currency"]), ("country", options["region"])):
        if value:
            check_setting(key, value)
    new = not desk.exists()
    with TemporaryDirectory() if new and options["dry_run"] else nullcontext() as folder:
        path = Path(folder) / "shop.db" if folder else desk.path
        settings, told = look_up(path, file, options, new)
        reading = pos.read(Path(file), hints(options, settings, told.said, desk.now().day))
        with Shop(path, create=new, wait=15) as shop:
            try:
                if new and not options["dry_run"]:
                    click.echo(_("New shop: {path}").format(path=clean(str(path))), err=True)
                prepare(shop, desk, reading, options)
                answers = Answers(shop, desk, options, machine)
                report = take_in(shop, desk, file, reading, answers, told)
            except Refused:
                take_away(shop)
                raise
            report.message = words.message(report)
            if not machine:
                tell(report, shop)
            if report.act is None and not options["dry_run"]:
                take_away(shop)
            return report


def take_away(shop: Shop) -> None:
    """A shop that was made for an import which then brought nothing goes again; one that others use stays."""
    if shop.created and shop.customers.count() == 0:
        shop.close()
        shop.path.unlink(missing_ok=True)


def look_up(path: Path, file: str, options: dict[str, Any], new: bool) -> tuple[Settings | None, Told]:
    """The settings of a shop that stands, and what is said of the file: now, else for the last one of its shape."""
    shape = pos.shape(Path(file))
    said = said_of(options)
    if new:
        return None, Told(shape, said)
    with Shop(path, wait=15) as shop:
        return shop.settings, Told(shape, said or shop.imports.told_of(shape))


def said_of(options: dict[str, Any]) -> dict[str, str]:
    """What the command line says of the file's columns and dates."""
    said = {"date_order": options["date_order"]} if options["date_order"] else {}
    for pair in options["mapped"]:
        field, equals, column = pair.partition("=")
        if not equals:
            raise click.UsageError(f"--map {pair}: write FIELD=COLUMN, like date=Datum")
        said[field.strip()] = column.strip()
    return said


def hints(options: dict[str, Any], settings: Settings | None, said: dict[str, str], today: int) -> pos.Hints:
    """What the file itself may not say: from the options, else from the shop."""
    region = (options["region"] or (settings.country if settings else "")).upper()
    currency = options["currency"].upper() if options["currency"] else (settings.currency if settings else None)
    return pos.Hints(
        map={field: column for field, column in said.items() if field != "date_order"},
        currency=currency,
        region=region or None,
        date_order=said.get("date_order"),
        phone=partial(e164, country=region),
        today=today,
    )


def prepare(shop: Shop, desk: "Desk", reading: Any, options: dict[str, Any]) -> None:
    """A shop that has no currency, country or programme yet gets them from the options and the file."""
    known = shop.set.stored()
    wanted = {"currency": options["currency"] or reading.currency, "country": options["region"]}
    if not (options["currency"] or reading.currency or "currency" in known):
        click.echo(
            _("No currency in the file: {currency} is taken (--currency says another).").format(
                currency=shop.settings.currency
            ),
            err=True,
        )
    fresh = {key: value for key, value in wanted.items() if value and key not in known}
    if fresh:
        shop.set.change(desk.now(), fresh)
    if not shop.programme.rules():
        shop.programme.begin(desk.now(), _("Thank-you"))


def take_in(shop: Shop, desk: "Desk", file: str, reading: pos.Reading, answers: Answers, told: Told) -> ImportReport:
    """The import itself, with a progress bar where somebody is watching."""
    now = desk.now()
    if not sys.stderr.isatty() or answers.machine:
        return shop.imports.take_in(now, file, reading, decide=answers.go_on, told=told)
    with click.progressbar(length=reading.size, label=Path(file).name, file=sys.stderr) as bar:

        def progress(position: int, _size: int) -> None:
            bar.update(position - bar.pos)

        return shop.imports.take_in(now, file, reading, progress, answers.go_on, told)


def tell(report: ImportReport, shop: Shop) -> None:
    """The sentence, then the details."""
    settings = shop.settings
    click.echo(words.sentence(report, settings))
    for line in words.details(report, settings):
        click.echo(f"  {line}")
    if report.history_points and not report.history_booked:
        click.echo("  " + words.history(report, settings))
