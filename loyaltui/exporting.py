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

    from loyaltui.store import files, reachable
    from loyaltui.words import exports, hello_pages

    with desk.shop() as shop:
        now = desk.now()
        out = reachable.outgoing(shop, now, kind)
        files.save(Path(file), exports.KINDS[kind][1](out, shop.settings, now))
        click.echo(hello_pages.saved(out.count, file, out.broken))
