"""The commands of Say hello: whom to speak to, what came of it, promises, templates. Imports late, like cli."""

from typing import TYPE_CHECKING

import click

from loyaltui.exporting import export

if TYPE_CHECKING:
    from loyaltui.core.customer import Customer
    from loyaltui.core.moment import Moment
    from loyaltui.core.occasion import Reason
    from loyaltui.core.promise import Kind
    from loyaltui.desk import Desk
    from loyaltui.store import Shop
    from loyaltui.store.outcomes import Kind as Outcome


@click.command()
@click.option("--json", "machine", is_flag=True)
@click.option("--csv", "table", is_flag=True)
@click.option("--left-out", is_flag=True, help="Who isn't on the list, and why.")
@click.option("--helped", is_flag=True, help="Did it help: who came back, beside who would have anyway.")
@click.pass_obj
def contacts(desk: "Desk", machine: bool, table: bool, left_out: bool, helped: bool) -> None:
    """Whom to speak to today, why, and in which words."""
    from loyaltui.store import contacts as room
    from loyaltui.store import did_help, templates
    from loyaltui.words import contacts as words
    from loyaltui.words import hello_pages, tables

    with desk.shop() as shop:
        now, settings = desk.now(), shop.settings
        if helped:
            found = did_help.did_help(shop, now.day)
            click.echo(tables.json_of(found) if machine else "\n".join(hello_pages.helped(found)))
            return
        due = room.today(shop, now)
        if left_out:
            aside = room.aside(shop, now)
            click.echo(tables.json_of(aside.left_out) if machine else "\n".join(hello_pages.printed(*aside, now.day)))
            return
        own = templates.own(shop)
        rows = [words.row(one, own, settings, now.day) for one in due]
        if machine:
            click.echo(tables.json_of(rows))
        elif table:
            click.echo(tables.csv_of(rows), nl=False)
        else:
            for line in tables.contacts(rows):
                click.echo(line)
            desk.say_known_until(shop)


@click.command()
@click.argument("who")
@click.argument("outcome", type=click.Choice(["done", "no_answer", "put_off", "never"]))
@click.argument("text", default="")
@click.option("--days", type=click.IntRange(1, 365), help="Put off for so many days (else 7; no answer: 3).")
@click.pass_obj
def contacted(desk: "Desk", who: str, outcome: "Outcome", text: str, days: int | None) -> None:
    """What came of speaking to somebody: done, no_answer, put_off, or never (don't contact again)."""
    from loyaltui.store import contacts as room

    with desk.shop() as shop:
        person, now = shop.customers.meant(who), desk.now()
        listed = {one.customer_id: one for one, held in room.of_day(shop, now.day) or [] if not held}
        act = shop.outcomes.note(now, person.id, outcome, listed.get(person.id), text, days or 0)
        click.echo(f"Noted for {person.called}: {outcome}.  (undo {act})")


@click.command()
@click.argument("who", required=False)
@click.argument("text", default="")
@click.option("--by", metavar="DATE", help="By when: 2026-05-08, Friday, 8 May (else within a week).")
@click.option("--mine", is_flag=True, help="A date of your own to be reminded of, not a promise.")
@click.option("--kept", is_flag=True, help="What was promised to them first has been kept.")
@click.option("--json", "machine", is_flag=True)
@click.pass_obj
def promise(desk: "Desk", who: str | None, text: str, by: str | None, mine: bool, kept: bool, machine: bool) -> None:
    """Write down what was promised to somebody, and by when; alone: what is open, complaints too."""
    from loyaltui.core import due
    from loyaltui.words import hello_pages

    with desk.shop() as shop:
        now = desk.now()
        if who is None:
            show_book(shop, now.day, machine)
            return
        person = shop.customers.meant(who)
        if kept:
            keep_first(shop, now, person)
            return
        what, day = (text, due.needed_day(by, now.day)) if by else due.promised(text, now.day)
        kind: Kind = "date" if mine else "promise"
        act = shop.promises.give(now, person.id, what, day, kind)
        click.echo(hello_pages.given(person.called, what, day, now.day, kind) + f"  (undo {act})")


def show_book(shop: "Shop", day: int, machine: bool) -> None:
    """Print what is promised and what was complained of."""
    from loyaltui.core.text import clean
    from loyaltui.store import complaints
    from loyaltui.words import hello_pages, tables

    promises, complained = shop.promises.open(day), complaints.book(shop, day)
    if machine:
        click.echo(tables.json_of({"promises": [one._asdict() for one in promises], "complaints": complained}))
        return
    names = {one.customer_id: shop.customers.get(one.customer_id).called for one in complained}
    for row in hello_pages.book(promises, complained, names, day):
        click.echo(clean(f"{row.name}: {row.what}, {row.rest}"))


def keep_first(shop: "Shop", now: "Moment", person: "Customer") -> None:
    """What was promised to somebody first has been kept."""
    from loyaltui.core.refused import Refused

    found = shop.promises.of(person.id, now.day)
    if not found:
        raise Refused("promise_gone")
    act = shop.promises.keep(now, found[0].id)
    click.echo(f"Kept for {person.called}: {found[0].text}.  (undo {act})")


@click.command()
@click.argument("reason", required=False)
@click.argument("text", required=False)
@click.option("--language", default="", metavar="PL", help="For those who are written to in this language.")
@click.pass_obj
def template(desk: "Desk", reason: "Reason | None", text: str | None, language: str) -> None:
    """Show the words to send for each reason, or change those of one (empty: as they were)."""
    from loyaltui.core.text import clean
    from loyaltui.store import templates
    from loyaltui.words.contacts import TEMPLATES

    with desk.shop() as shop:
        if reason is not None and text is not None:
            templates.put(shop, desk.now(), reason, language, text)
        known: dict[tuple[str, str], str] = {(key, ""): said for key, said in TEMPLATES.items()}
        for (name, spoken), words in sorted({**known, **templates.own(shop)}.items()):
            if reason in (None, name):
                click.echo(f"{name}{f' ({spoken})' if spoken else ''}: {clean(words)}")


@click.command()
@click.argument("who")
@click.argument("channel", type=click.Choice(["phone", "email"]))
@click.option("--no", "refused", is_flag=True, help="They said no.")
@click.option("--on", metavar="DATE", help="The day they said so, if not today.")
@click.option("--source", default="told us", help="Where it comes from: a slip, a web form …")
@click.pass_obj
def allow(desk: "Desk", who: str, channel: str, refused: bool, on: str | None, source: str) -> None:
    """Write down that somebody may be called or written to (or, with --no, may not)."""
    with desk.shop() as shop:
        person = shop.customers.meant(who)
        shop.customers.allow(desk.now(), person.id, channel, not refused, source, desk.now(on).day)
        click.echo(f"Noted for {person.called}: {channel} {'no' if refused else 'yes'}.")


COMMANDS = (contacts, contacted, promise, template, allow, export)
