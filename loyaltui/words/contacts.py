"""Say hello: why somebody is on the list, and words that sound like the owner. Never "we noticed you haven't come"."""

from loyaltui.core.outreach import Contact, ContactRow
from loyaltui.core.settings import Settings
from loyaltui.words import _, figures, standing

REASONS = {
    "slipping": _("overdue"),
    "second_visit": _("second visit due"),
    "gone_quiet": _("gone quiet"),
}
IN_PERSON = _("next time they come in")
CHANNELS = {"phone": _("by phone"), "email": _("by e-mail"), "in person": IN_PERSON}


def reason(contact: Contact) -> str:
    """The reason in a word or two."""
    return REASONS[contact.reason]


def why(contact: Contact, settings: Settings, today: int) -> str:
    """The reason in one sentence, with the odds and what is at stake."""
    late = standing.late(contact.standing, today)
    sentence = _("{late}. {chance}.").format(late=late[0].upper() + late[1:], chance=standing.chance(contact.standing))
    if contact.urgency >= 1:
        worth = figures.round_money(contact.urgency, settings)
        within = figures.span(contact.standing.horizon)
        sentence += " " + _("At stake: about {worth} in {within}.").format(worth=worth, within=within)
    return sentence


def message(contact: Contact, settings: Settings, usual: str = "") -> str:
    """A message to change before it is sent; `usual` is what they usually take."""
    first = contact.name.split(",")[-1].split()[0] if contact.name.strip(", ") else ""
    hello = _("Hello {name}, this is {shop}.").format(name=first, shop=settings.name or _("your shop"))
    if contact.reason == "second_visit":
        return f"{hello} " + _("It was good to meet you. We'd love to hear how you liked it.")
    if usual:
        return f"{hello} " + _("Your {usual} is here whenever you like. How are you?").format(usual=usual)
    return f"{hello} " + _("Just to say hello and ask how you are.")


def row(contact: Contact, way: tuple[str, str], usual: str, settings: Settings, today: int) -> ContactRow:
    """One person of the list as it is given to other programs; no address or message where nothing may be sent."""
    channel, address = way
    words = message(contact, settings, usual) if address else None
    return ContactRow(
        contact.customer_id,
        contact.name,
        contact.reason,
        why(contact, settings, today),
        round(contact.urgency),
        channel,
        address or None,
        words,
    )


AT_THE_COUNTER = _("They haven't said that we may write: greet them next time they come in, and ask if we may.")
