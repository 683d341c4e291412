"""`loyaltui report` and `loyaltui event`: the shop as a whole. Imports what it needs when it runs, like cli."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from loyaltui.core.stress import Kind
    from loyaltui.desk import Desk

NAMED = 10  # people that the printed report says are worth asking


@click.command()
@click.option("--json", "machine", is_flag=True)
@click.pass_obj
def report(desk: "Desk", machine: bool) -> None:
    """The shop as a whole: who comes how and why, what hangs on one thing, who stayed when something changed."""
    from loyaltui.store import insight
    from loyaltui.store.owing import owing
    from loyaltui.words import owing as words
    from loyaltui.words import shop_pages, tables

    with desk.shop() as shop:
        look, owed = insight.look(shop, desk.now().day), owing(shop, desk.now().day)
        if machine:
            click.echo(tables.json_of(vars(look.report) | {"owing": owed}))
            return
        names = insight.names(shop, look.report.worth_asking[:NAMED])
        for line in shop_pages.printed(look.report, look.members, names, shop.settings):
            click.echo(line)
        for line in shop_pages.headed(shop_pages.PAGES["owing"], list(words.printed(owed, shop.settings))):
            click.echo(line)
        desk.say_known_until(shop)


@click.command()
@click.argument("kind")
@click.argument("text", default="")
@click.option("--on", metavar="DATE", help="The day it happened, if not today.")
@click.option("--who", metavar="COLLEAGUE", help="The colleague who left.")
@click.pass_obj
def event(desk: "Desk", kind: "Kind", text: str, on: str | None, who: str | None) -> None:
    """Write down what happened, to see who stays: prices_up, competitor, colleague_left, stock_out, other …"""
    from loyaltui.words import reasons

    if who and kind != "colleague_left":
        raise click.UsageError("--who goes with colleague_left.")
    with desk.shop() as shop:
        staff = shop.answers.colleague(who) if who else None
        act = shop.events.log(desk.now(), desk.now(on).day, kind, text, staff)
        click.echo(f"Written down: {reasons.EVENTS[kind]}.  (undo {act})")
