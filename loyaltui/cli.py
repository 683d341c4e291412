"""Every command. Prints what the rooms say and decides nothing; imports what a command needs when it runs."""

import sys
from typing import TYPE_CHECKING, Any

import click

from loyaltui.answering import answer
from loyaltui.greeting import COMMANDS
from loyaltui.owing import owe, rehearse
from loyaltui.pointing import points
from loyaltui.reporting import event, report

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from loyaltui.clock import Clock
    from loyaltui.core.outcome import Logged
    from loyaltui.core.report import ImportReport
    from loyaltui.desk import Desk
    from loyaltui.store import Shop


STANDINGS = ["loyal", "regular", "fond", "occasional", "new", "slipping", "lost"]


class Plainly(click.Group):
    """A group of commands whose every refusal is one plain line on stderr and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a refusal ends it with its sentence."""
        from loyaltui.core.refused import Refused
        from loyaltui.store import DatabaseError

        for stream in (sys.stdout, sys.stderr):  # a name the terminal can't write is no reason to fail after saving
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except DatabaseError as error:
            click.echo(f"The shop's file can't be read as one ({error}). Nothing was changed.", err=True)
            ctx.exit(1)
        except Refused as refused:
            from loyaltui.words.refusals import say

            click.echo(say(refused), err=True)
            ctx.exit(1)


def iso_date(_ctx: click.Context, _param: click.Parameter, text: str | None) -> "date | None":
    """A date option as a date; a usage error where it is none."""
    from datetime import date

    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"{text!r} is no date like 2026-05-03") from None


@click.group(cls=Plainly, invoke_without_command=True)
@click.option("--shop", metavar="FILE", help="The shop's file (else $LOYALTUI_SHOP, else the user's data folder).")
@click.option("--today", metavar="DATE", callback=iso_date, help="Take this day (2026-05-03) for today.")
@click.version_option(package_name="loyaltui")
@click.pass_context
def main(ctx: click.Context, shop: str | None, today: "date | None") -> None:
    """Who is merely regular, who is truly loyal: a small shop's customers, visits and points.

    Without a command the app opens.
    """
    from loyaltui.desk import Desk

    ctx.obj = Desk(shop, today)
    if ctx.invoked_subcommand is None:
        run_app(ctx.obj.path, ctx.obj.clock)


def run_app(path: "Path", clock: "Clock") -> None:
    """Open the app on a shop's file; without a terminal, say which commands need none."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo(
            "The app needs a terminal. These don't: import, customers, customer, add, visit, refund, "
            "redeem, points, note, answer, undo, contacts, contacted, promise, template, allow, export, report, "
            "owe, rehearse, event, settings, check, backup, sample. See loyaltui --help.",
            err=True,
        )
        sys.exit(1)
    from platformdirs import user_downloads_path

    from loyaltui.app import LoyaltApp
    from loyaltui.store import Shop

    with Shop(path, create=not path.exists(), wait=1) as shop:
        LoyaltApp(shop, clock, user_downloads_path()).run()


for command in (answer, event, owe, points, rehearse, report, *COMMANDS):
    main.add_command(command)


@main.command()
@click.pass_obj
def demo(desk: "Desk") -> None:
    """Open the app on a throw-away copy of the sample shop."""
    import shutil
    import tempfile
    from pathlib import Path

    from loyaltui.clock import Clock
    from loyaltui.store.sampled import day_after

    here = Path(__file__).parent
    source = next((path for path in (here / "sample.db", here.parent / "sample.db") if path.exists()), None)
    if source is None:
        raise click.ClickException("The sample shop is missing; make one with: loyaltui sample shop.db")
    with tempfile.TemporaryDirectory(prefix="loyaltui-demo-") as folder:
        copy = Path(folder) / "demo.db"
        shutil.copyfile(source, copy)
        copy.chmod(0o600)
        run_app(copy, Clock(desk.today or day_after(copy)))


@main.command("import")
@click.argument("files", nargs=-1, metavar="FILE…")
@click.option("--watch", metavar="FOLDER", help="Bring in each file a till drops there, until Ctrl+C.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, write nothing.")
@click.option("--yes", is_flag=True, help="Don't ask (needed without a terminal).")
@click.option("--map", "mapped", multiple=True, metavar="FIELD=COLUMN", help="Which column holds date, amount, name …")
@click.option("--currency", metavar="EUR", help="The shop's currency, where neither file nor shop says it.")
@click.option("--region", metavar="PL", help="The shop's country, for phone numbers.")
@click.option(
    "--date-order", type=click.Choice(["dmy", "mdy", "ymd"]), help="How days are written, where it can't be told."
)
@click.option("--points/--no-points", default=None, help="Do sales from before the programme earn points?")
@click.option("--json", "machine", is_flag=True, help="The report as JSON.")
@click.pass_obj
def import_(desk: "Desk", /, files: tuple[str, ...], watch: str | None, machine: bool, **options: Any) -> None:
    """Bring a till's sales (CSV) into the shop; safe to run again, and undone as a whole."""
    from loyaltui import importing, watching
    from loyaltui.core.refused import Refused
    from loyaltui.words import tables
    from loyaltui.words.refusals import say

    if watch:
        watching.watch(desk, watch, machine=machine, **{**options, "yes": True})
        return
    if not files:
        raise click.UsageError("Name a file, or a folder with --watch.")
    reports: list[ImportReport] = []
    failed = False
    for file in files:
        try:
            reports.append(importing.bring_in(desk, file, machine=machine, **options))
        except Refused as refused:  # one bad file doesn't keep the others out
            click.echo(say(refused), err=True)
            failed = True
    if machine and reports:
        click.echo(tables.json_of(reports))
    if failed:
        sys.exit(1)


@main.command()
@click.option("--search", default="", metavar="T", help="Only those found by a part of name, phone, e-mail or card.")
@click.option("--standing", metavar="S", type=click.Choice(STANDINGS))
@click.option("--within", type=click.IntRange(1, 3650), metavar="DAYS", help="The chance of coming back within DAYS.")
@click.option("--json", "machine", is_flag=True)
@click.option("--csv", "table", is_flag=True)
@click.pass_obj
def customers(desk: "Desk", search: str, standing: str | None, within: int | None, machine: bool, table: bool) -> None:
    """Everyone, with how they come and how they stand."""
    from loyaltui.core.customer import folded, search_terms
    from loyaltui.store import listing
    from loyaltui.words import tables

    terms = search_terms(search)
    with desk.shop() as shop:
        rows = [
            row
            for row in listing.everyone(shop, desk.now().day, within)
            if (standing is None or row.standing == standing)
            and all(term in folded(row.called, row.phone, row.email, row.card) for term in terms)
        ]
        if machine:
            click.echo(tables.json_of(rows))
        elif table:
            click.echo(tables.customers_csv(rows), nl=False)
        else:
            for line in tables.customers(rows, shop.settings):
                click.echo(line)
            desk.say_known_until(shop)


@main.command()
@click.argument("who")
@click.option("--json", "machine", is_flag=True)
@click.pass_obj
def customer(desk: "Desk", who: str, machine: bool) -> None:
    """One person, whole: everything the shop knows of them."""
    from loyaltui.store import dossier
    from loyaltui.words import tables

    with desk.shop() as shop:
        whole = dossier.of(shop, shop.customers.meant(who), desk.now().day)
        if machine:
            click.echo(tables.json_of(whole))
        else:
            for line in tables.dossier(whole, shop.settings, desk.now().day, shop.answers.colleagues()):
                click.echo(line)
            desk.say_known_until(shop)


@main.command()
@click.argument("name")
@click.option("--phone", default="")
@click.option("--email", default="")
@click.option("--card", default="")
@click.option("--birthday", default="", metavar="1990-05-03")
@click.option("--allow", multiple=True, type=click.Choice(["phone", "email"]), help="They said we may write this way.")
@click.pass_obj
def add(desk: "Desk", name: str, phone: str, email: str, card: str, birthday: str, allow: tuple[str, ...]) -> None:
    """Add a customer."""
    from loyaltui.core.customer import Customer

    with desk.opened() as shop:
        kept = shop.customers.add(desk.now(), Customer(0, name, phone, email, card, birthday))
        for channel in allow:
            shop.customers.allow(desk.now(), kept.id, channel, True, "told us")
        click.echo(f"Added {kept.name} (#{kept.id}).")


@main.command()
@click.argument("who")
@click.argument("amount", required=False)
@click.option("--on", metavar="DATE", help="The day of the visit, if not today.")
@click.option("--reward", metavar="REWARD", help="A reward given with it.")
@click.pass_obj
def visit(desk: "Desk", who: str, amount: str | None, on: str | None, reward: str | None) -> None:
    """Log a visit; without an amount, the till will say it."""
    from loyaltui.core.money import needed_amount
    from loyaltui.core.reward import Given

    with desk.opened() as shop:
        person = shop.customers.meant(who)
        paid = needed_amount(amount, shop.settings.currency) if amount is not None else None
        given = Given(shop.programme.reward_called(reward).id if reward else None)
        told(desk, shop, shop.receipts.log(desk.now(on), person.id, paid, given))


@main.command()
@click.argument("who")
@click.argument("amount")
@click.option("--on", metavar="DATE", help="The day of the refund, if not today.")
@click.pass_obj
def refund(desk: "Desk", who: str, amount: str, on: str | None) -> None:
    """Give money back; the points it had earned go too."""
    from loyaltui.core.money import needed_amount

    with desk.shop() as shop:
        person, paid = shop.customers.meant(who), needed_amount(amount, shop.settings.currency)
        told(desk, shop, shop.receipts.refund(desk.now(on), person.id, paid))


@main.command()
@click.argument("who")
@click.argument("reward")
@click.pass_obj
def redeem(desk: "Desk", who: str, reward: str) -> None:
    """Give somebody a reward for their points."""
    from loyaltui.core.reward import Given

    with desk.shop() as shop:
        person = shop.customers.meant(who)
        told(desk, shop, shop.receipts.redeem(desk.now(), person.id, Given(shop.programme.reward_called(reward).id)))


@main.command()
@click.argument("who")
@click.argument("text")
@click.pass_obj
def note(desk: "Desk", who: str, text: str) -> None:
    """Remember something of somebody."""
    with desk.shop() as shop:
        person = shop.customers.meant(who)
        shop.notes.write(desk.now(), person.id, text)
        click.echo(f"Noted for {person.name}.")


def told(desk: "Desk", shop: "Shop", done: "Logged") -> None:
    """Print what was logged."""
    from loyaltui.words import points as words

    click.echo(f"{words.logged(done, shop.settings)}  (undo {done.act})")
    for line in filter(None, [words.given(done, desk.now().day, shop.settings)]):
        click.echo(line)


@main.command()
@click.argument("kept")
@click.argument("other")
@click.pass_obj
def merge(desk: "Desk", kept: str, other: str) -> None:
    """Two customers are one person: KEPT stays, OTHER joins them. Nothing moves, and undo parts them again."""
    with desk.shop() as shop:
        done = shop.customers.merge(desk.now(), shop.customers.meant(kept).id, shop.customers.meant(other).id)
        click.echo(f"One person now: {done.called} (#{done.id}).")


@main.command()
@click.argument("act", required=False, type=click.IntRange(1, 2**62))
@click.pass_obj
def undo(desk: "Desk", act: int | None) -> None:
    """Take back an act; alone, this till's last."""
    with desk.shop() as shop:
        done = shop.undo(desk.now(), act)
        what = f" ({done.what})" if done.what else ""
        click.echo(f"Undone: {done.verb}{what}.")


@main.command()
@click.argument("key", required=False)
@click.argument("value", required=False)
@click.pass_obj
def settings(desk: "Desk", key: str | None, value: str | None) -> None:
    """Show the settings, or one, or change one (also: earn, reward, withdraw)."""
    from loyaltui.words import tables

    with desk.shop() as shop:
        if key is not None and value is not None:
            shop.set.put(desk.now(), key, value)
        rules, rewards = shop.programme.rules(), shop.programme.rewards()
        for line in tables.settings(shop.settings, shop.set.stored(), rules, rewards, key):
            click.echo(line)


@main.command()
@click.pass_obj
def check(desk: "Desk") -> None:
    """Prove the file: no damage, and every balance is the sum of its movements."""
    from loyaltui.store import backup
    from loyaltui.store.proof import added_up
    from loyaltui.words import tables

    with desk.shop() as shop:
        faults = backup.faults(shop.conn)
        for fault in faults:
            click.echo(fault, err=True)
        if faults:
            sys.exit(1)
        click.echo(tables.proved(shop.customers.count(), *added_up(shop, desk.now().day)))


@main.command("backup")
@click.argument("folder", required=False)
@click.pass_obj
def backup_(desk: "Desk", folder: str | None) -> None:
    """Make a copy of the shop's file that has been checked."""
    from pathlib import Path

    from loyaltui.store import backup

    with desk.shop() as shop:
        target = backup.named(shop.path, desk.now(), Path(folder) if folder else None)
        click.echo(f"Checked copy: {backup.write(shop.conn, target)}")


@main.command()
@click.argument("file")
def sample(file: str) -> None:
    """Build the sample shop: a café, two years, invented people."""
    from pathlib import Path

    from loyaltui.sample import build

    build(Path(file))
    click.echo(f"Sample shop: {file}")
