"""Say hello: why somebody is on the list, and words that sound like the owner. Never "we noticed you haven't come"."""

import re
from collections.abc import Mapping

from loyaltui.core.moment import iso
from loyaltui.core.occasion import ABSENT, Reason
from loyaltui.core.outreach import Contact, ContactRow, Due
from loyaltui.core.reachable import parted
from loyaltui.core.settings import Settings
from loyaltui.core.template import filled
from loyaltui.words import _, figures, points, standing

REASONS: dict[Reason, str] = {
    "promise": _("promise due"),
    "complaint": _("complaint"),
    "own_date": _("your own date"),
    "birthday": _("birthday"),
    "lapsing": _("about to lapse"),
    "slipping": _("overdue"),
    "second_visit": _("second visit due"),
    "gone_quiet": _("gone quiet"),
    "sent_friend": _("sent a friend"),
    "thank_loyal": _("not thanked lately"),
    "reward_near": _("reward in reach"),
}
IN_PERSON = _("next time they come in")
CHANNELS = {"phone": _("by phone"), "email": _("by e-mail"), "in person": IN_PERSON}
TEMPLATES: dict[Reason, str] = {  # what to say where the owner has no words of their own
    "promise": _("Hello {name}, this is {shop}. As promised: {promise}. See you soon!"),
    "complaint": _(
        "Hello {name}, this is {shop}. I am sorry about what went wrong here. I would like to put it right: please "
        "tell me how."
    ),
    "own_date": _("Hello {name}, this is {shop}. Just a word, as I said I would."),
    "birthday": _("Hello {name}, all of us at {shop} wish you a happy birthday!"),
    "lapsing": _("Hello {name}, this is {shop}. You still have {reward} with us: just say so when you are here."),
    "slipping": _("Hello {name}, this is {shop}. Your {usual} is here whenever you like. How are you?"),
    "second_visit": _("Hello {name}, this is {shop}. It was good to meet you. We'd love to hear how you liked it."),
    "gone_quiet": _("Hello {name}, this is {shop}. Just to say hello and ask how you are."),
    "sent_friend": _("Hello {name}, this is {shop}. Thank you for telling {friend} about us!"),
    "thank_loyal": _(
        "Hello {name}, this is {shop}. Thank you for being with us. What should we make more of? We'd love to know."
    ),
    "reward_near": _("Hello {name}, this is {shop}. Your {reward} is nearly there."),
}
GREETINGS: dict[Reason, str] = {  # at the counter, where the customer may read it too
    "own_date": _("today: {about}"),
    "birthday": _("birthday {day}: say so"),
    "lapsing": _("to be used by {day}: {about}"),
    "second_visit": _("second time here: how did they like it?"),
    "gone_quiet": _("good to see them again"),
    "slipping": _("good to see them"),
    "sent_friend": _("thank them for sending {about}"),
    "thank_loyal": _("say thank you for coming"),
    "reward_near": _("nearly there: {about}"),
}
AT_THE_COUNTER = _("They haven't said that we may write: greet them next time they come in, and ask if we may.")
LATE_BY = 2  # days before a promise that is overdue is said to be


def why(contact: Contact, settings: Settings, today: int) -> str:
    """The reason in one sentence, with the odds and what is at stake where somebody stays away."""
    if contact.reason in ABSENT and contact.last_day is not None:
        return absent(contact, settings, today)
    day = figures.day(contact.due, today) if contact.due is not None else ""
    about = contact.about
    if contact.reason == "promise":
        late = today - (contact.due or today)
        overdue = _(", {n} days late").format(n=late) if late >= LATE_BY else ""
        return _("Promised: “{about}” by {day}{overdue}.").format(about=about, day=day, overdue=overdue)
    if contact.reason == "lapsing":
        what = benefit(about, settings)
        return _("To be used by {day}: {what}.").format(day=day, what=what)
    return OTHERS[contact.reason].format(about=about, day=day)


OTHERS: dict[Reason, str] = {
    "complaint": _("Complained: “{about}” ({day}). Say sorry, make amends, ask nothing."),
    "own_date": _("You wanted to be reminded: “{about}” ({day})."),
    "birthday": _("Birthday on {day}."),
    "sent_friend": _("Sent {about}, who has been here since: say thank you."),
    "thank_loyal": _("Loyal, and not thanked or asked for their view for a quarter of a year."),
    "reward_near": _("Nearly has: {about}."),
}


def absent(contact: Contact, settings: Settings, today: int) -> str:
    """How late somebody is, how many like this come back, and what is at stake."""
    late = standing.away(contact.last_day or today, contact.visit_days, contact.usual_gap, today)
    chance = standing.back_within(contact.p_back, contact.horizon)
    sentence = _("{late}. {chance}.").format(late=late[0].upper() + late[1:], chance=chance)
    if contact.urgency >= 1:
        worth = figures.round_money(contact.urgency, settings)
        within = figures.span(contact.horizon)
        sentence += " " + _("At stake: about {worth} in {within}.").format(worth=worth, within=within)
    return sentence


def message(due: Due, own: Mapping[tuple[str, str], str], settings: Settings, today: int) -> str:
    """A message to change before it is sent: the owner's words in somebody's language, else the shop's, else ours.

    `own`: the owner's templates by reason and language.
    """
    contact, about, reason = due.contact, due.contact.about, due.contact.reason
    values = {
        "name": first_name(contact.name),
        "shop": settings.name or _("your shop"),
        "usual": due.usual,
        "last_visit": figures.day(contact.last_day, today) if contact.last_day is not None else "",
        "promise": about if reason == "promise" else "",
        "friend": first_name(about) if reason == "sent_friend" else "",
        "voucher": points.voucher(due.voucher, today, settings) if due.voucher else "",
        "reward": benefit(about, settings) if reason in ("lapsing", "reward_near") else "",
    }
    return filled(template(reason, due.language, own), values)


def template(reason: Reason, language: str, own: Mapping[tuple[str, str], str]) -> str:
    """The words for a reason before they are filled in."""
    return own.get((reason, language)) or own.get((reason, "")) or TEMPLATES[reason]


def first_name(name: str) -> str:
    """What to call somebody to their face: "Smith, Mary" and "Mary Smith" are Mary."""
    return next(iter(parted(name)[0].split()), "")


def benefit(about: str, settings: Settings) -> str:
    """What somebody has or nearly has: so many points, "10%" or "-200" (minor units) off, or a reward's name."""
    if re.fullmatch("[0-9]+", about):
        return figures.whole_points(int(about), settings)
    if re.fullmatch("[0-9]+%", about):
        return _("{n} % off").format(n=about[:-1])
    if re.fullmatch("-[0-9]+", about):
        return _("{worth} off").format(worth=figures.money(int(about[1:]), settings))
    return about


def greeting(contact: Contact, settings: Settings, today: int) -> str:
    """A line for the counter's card; nothing where the card says it already."""
    day = figures.day(contact.due, today) if contact.due is not None else ""
    about = benefit(contact.about, settings) if contact.reason == "lapsing" else contact.about
    return GREETINGS.get(contact.reason, "").format(about=about, day=day)


def row(due: Due, own: Mapping[tuple[str, str], str], settings: Settings, today: int) -> ContactRow:
    """One person of the list as it is given to other programs; no address or message where nothing may be sent."""
    contact, (channel, address) = due.contact, due.way
    words = message(due, own, settings, today) if address else None
    return ContactRow(
        contact.customer_id,
        contact.name,
        contact.reason,
        why(contact, settings, today),
        round(contact.urgency),
        channel,
        address or None,
        words,
        None if contact.due is None else iso(contact.due),
    )


def false_alarms(share: float | None) -> str:
    """How many of those who stay away would have come by themselves; nothing where nobody does."""
    return (
        _("{odds} of the overdue would have come anyway").format(odds=figures.odds(share)) if share is not None else ""
    )
