"""`loyaltui owe` and `loyaltui rehearse`: what the points cost. Imports what it needs when it runs, like cli."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from loyaltui.desk import Desk


@click.command()
@click.option("--json", "machine", is_flag=True)
@click.pass_obj
def owe(desk: "Desk", machine: bool) -> None:
    """What the shop owes: what was earned and not spent yet, by age, what lapses, and what it has cost."""
    owed(desk, machine)


def owed(desk: "Desk", machine: bool) -> None:
    """Print what the shop owes."""
    from loyaltui.store.owing import owing
    from loyaltui.words import owing as words
    from loyaltui.words import tables

    with desk.shop() as shop:
        found = owing(shop, desk.now().day)
        if machine:
            click.echo(tables.json_of(found))
            return
        for line in words.printed(found, shop.settings):
            click.echo(line)


@click.command()
@click.argument("rule")
@click.option("--json", "machine", is_flag=True)
@click.pass_obj
def rehearse(desk: "Desk", rule: str, machine: bool) -> None:
    """Replay a changed rule ("amount 1.00; 2x tue") over the past year: what it would have cost, and who gains."""
    from loyaltui.store import insight, rehearsing
    from loyaltui.words import rehearsal as words
    from loyaltui.words import tables

    with desk.shop() as shop:
        rules, rewards = shop.programme.rules(), shop.programme.rewards()
        shop.programme.check("earn", rule)
        old = rehearsing.plan_of(shop, rules[-1] if rules else None, rewards)
        new = rehearsing.plan_of(shop, shop.programme.read_rule(rule), rewards)
        found = rehearsing.rehearse(shop, desk.now().day, old, new)
        if machine:
            click.echo(tables.json_of(found))
            return
        names = insight.names(shop, (gain.customer_id for gain in found.gain_most))
        for line in words.printed(found, names, shop.settings):
            click.echo(line)
        desk.say_known_until(shop)
