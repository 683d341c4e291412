"""`loyaltui answer`: what somebody said of why they come, in one word. Imports what it needs when it runs, like cli."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from loyaltui.core.evidence import Source
    from loyaltui.core.question import Reply
    from loyaltui.desk import Desk
    from loyaltui.store import Shop


@click.command()
@click.argument("who")
@click.argument("what")
@click.argument("text", default="")
@click.option(
    "--source",
    type=click.Choice(["told", "saw", "guess"]),
    default="told",
    help="Who says so: they told me, I saw it, or it is my guess.",
)
@click.option("--about", metavar="NAME", help="The friend they sent, or the colleague they come for.")
@click.pass_obj
def answer(desk: "Desk", who: str, what: str, text: str, source: "Source", about: str | None) -> None:
    """Write down why somebody comes: a word like price, near, best, 9 (of 10), sent, complaint or wish."""
    from loyaltui.core.refused import Refused
    from loyaltui.core.saying import SAYABLE

    reply = SAYABLE.get(what)
    if reply is None:
        raise Refused("unknown_answer", value=what, known=", ".join(SAYABLE))
    with desk.shop() as shop:
        person = shop.customers.meant(who)
        meant = named(shop, reply, about) if about else 0
        act = shop.answers.note(desk.now(), person.id, *reply, source, text, meant)
        click.echo(f"Noted for {person.called}: {what}.  (undo {act})")


def named(shop: "Shop", reply: "Reply", about: str) -> int:
    """The number of the friend or colleague whom an answer names; a usage error where it can't name anybody."""
    if reply.family == "referral":
        return shop.customers.meant(about).id
    if reply.value == "person":
        return shop.answers.colleague(about)
    raise click.UsageError("--about goes with sent (a friend) and person (a colleague).")
