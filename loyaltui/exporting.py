"""`loyaltui export`: those who may be written to, for other programs. Imports what it needs when it runs, like cli."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from loyaltui.desk import Desk

KINDS = ("mailchimp", "brevo", "vcard", "birthdays", "slips", "page")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("file")
@click.pass_obj
def export(desk: "Desk", kind: str, file: str) -> None:
    """Save those who allowed it for Mailchimp, Brevo, an address book or a calendar; slips to ask; a page to print."""
    from pathlib import Path

    from loyaltui.store import contacts, files, reachable, templates
    from loyaltui.words import contacts as words
    from loyaltui.words import exports, hello_pages

    with desk.shop() as shop:
        now, settings = desk.now(), shop.settings
        if kind in exports.KINDS:
            people, broken = reachable.reachable(shop, now)
            files.save(Path(file), exports.KINDS[kind][1](people, settings, now))
            click.echo(hello_pages.saved(len(people), file, broken))
        elif kind == "slips":
            unasked = contacts.aside(shop, now).unasked
            files.save(Path(file), exports.slips(unasked, settings))
            click.echo(hello_pages.saved(len(unasked), file))
        else:
            own = templates.own(shop)
            rows = [words.row(one, own, settings, now.day) for one in contacts.today(shop, now)]
            files.save(Path(file), exports.page(rows, settings))
            click.echo(hello_pages.saved(len(rows), file))
