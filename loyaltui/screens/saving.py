"""Saving for other programs, and pages to print: into the folder for downloads, never over a file that is there."""

from loyaltui.screens.base import ShopScreen
from loyaltui.screens.hearing import Pick, Step
from loyaltui.screens.keeping import free
from loyaltui.store import files, reachable
from loyaltui.words import _, exports, hello_pages

CHOICES = {
    "1": ("page", _("today's list, to print")),
    "2": ("slips", _("slips to ask with: may we write?")),
    "3": ("vcard", _("address book (vCard)")),
    "4": ("birthdays", _("birthdays for a calendar (ICS)")),
    "5": ("mailchimp", _("Mailchimp (CSV)")),
    "6": ("brevo", _("Brevo (CSV)")),
}


async def save(screen: ShopScreen) -> None:
    """Ask what, and save it; only who allowed it is in it, and slips hold no address."""
    options = [(key, said) for key, (_kind, said) in CHOICES.items()]
    key = await screen.app.push_screen_wait(Pick(Step(_("Save what?"), options)))
    if key is not None:
        screen.ask("save", lambda: saved(screen, CHOICES[key][0]), screen.till.say)


def saved(screen: ShopScreen, kind: str) -> str:
    """Save one kind, in a thread; the sentence that says so."""
    shop, now = screen.desk.shop, screen.desk.now()
    name, made = exports.KINDS[kind]
    out = reachable.outgoing(shop, now, kind)
    target = files.save(free(screen.desk, name), made(out, shop.settings, now))
    return hello_pages.saved(out.count, str(target), out.broken)
