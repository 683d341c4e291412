"""`loyaltui points`: every point of somebody, explained, and points given by hand. Imports late, like cli."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from loyaltui.desk import Desk


@click.command(context_settings={"ignore_unknown_options": True})  # "-20" is an amount
@click.argument("who", required=False)
@click.argument("amount", required=False, type=int)
@click.option("--why", default="", metavar="TEXT", help="Why they are given or taken.")
@click.option("--json", "machine", is_flag=True)
@click.option("--csv", "table", is_flag=True)
@click.pass_obj
def points(desk: "Desk", who: str | None, amount: int | None, why: str, machine: bool, table: bool) -> None:
    """Prove somebody's balance, point by point; or give them AMOUNT by hand (below zero: take)."""
    if who is None:
        raise click.UsageError("Say whose: a card, a phone or a name.")
    if amount is None:
        prove(desk, who, machine, table)
    else:
        give(desk, who, amount, why)


def prove(desk: "Desk", who: str, machine: bool, table: bool) -> None:
    """Print every lot of somebody and what became of it."""
    from loyaltui.store import statement
    from loyaltui.words import statement as words
    from loyaltui.words import tables

    with desk.shop() as shop:
        proof, settings = statement.of(shop, shop.customers.meant(who).id, desk.now().day), shop.settings
        if machine:
            click.echo(tables.json_of(words.as_json(proof, settings)))
        elif table:
            click.echo(words.as_csv(proof, settings), nl=False)
        else:
            for line in (
                words.title(proof, settings),
                *words.summary(proof, settings),
                "",
                *words.lines(proof, settings),
            ):
                click.echo(line)


def give(desk: "Desk", who: str, amount: int, why: str) -> None:
    """Points by hand, for a paper card or a mishap."""
    from loyaltui.store import spending
    from loyaltui.words import figures

    with desk.shop() as shop:
        person, now = shop.customers.meant(who), desk.now()
        act = spending.give(shop, now, [person.id], amount, why)
        held = figures.points(shop.points.balance(person.id, now.day), shop.settings)
        click.echo(f"{person.called} {amount:+,} → {held}  (undo {act})")
