"""What other programs take in: vCard, calendar, CSV for Mailchimp and Brevo, and pages to print."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html import escape

from loyaltui.core.moment import Moment
from loyaltui.core.occasion import on
from loyaltui.core.reachable import Outgoing, Reachable
from loyaltui.core.settings import Settings
from loyaltui.core.text import clean
from loyaltui.words import _, contacts, tables

FOLD = 75  # bytes in a line of a vCard or a calendar
PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 14pt sans-serif; margin: 2em }} section {{ border-top: 1px dashed #888; padding: 1em 0;
break-inside: avoid }} h1 {{ font-size: 16pt }} .big {{ font-size: 28pt }} p {{ margin: .4em 0 }}
</style></head><body><h1>{title}</h1>
{body}
</body></html>
"""


def vcards(out: Outgoing, settings: Settings, now: Moment) -> str:
    """An address book (vCard 3.0)."""
    return "".join(folded(line) for one in out.people for line in vcard(one, settings))


def vcard(one: Reachable, settings: Settings) -> Iterator[str]:
    """The lines of one card; a birthday without a year can't be said in one."""
    first, last = one.parted
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"N:{value(last)};{value(first)};;;"
    yield f"FN:{value(one.name)}"
    if one.phone:
        yield f"TEL;TYPE=CELL:{value(one.phone)}"
    if one.email:
        yield f"EMAIL;TYPE=INTERNET:{value(one.email)}"
    if one.birthday and not one.birthday.startswith("--"):
        yield f"BDAY:{one.birthday}"
    if settings.name:
        yield f"CATEGORIES:{value(settings.name)}"
    yield "END:VCARD"


def birthdays(out: Outgoing, settings: Settings, now: Moment) -> str:
    """A calendar with a day a year for each birthday."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//loyaltui//birthdays//EN"]
    stamp = "".join(ch for ch in now.at_utc[:19] if ch not in "-:") + "Z"
    for one in out.people:
        lines += event(one, stamp, now.day) if one.birthday else []
    return "".join(folded(line) for line in [*lines, "END:VCALENDAR"])


def event(one: Reachable, stamp: str, today: int) -> list[str]:
    """One birthday as it comes back every year, from this year on; 29 February is the last day of that month."""
    month, day = int(one.birthday[-5:-3]), int(one.birthday[-2:])
    first = date.fromordinal(on(date.fromordinal(today).year, month, day))
    leap = ";BYMONTH=2;BYMONTHDAY=-1" if (month, day) == (2, 29) else ""
    return [
        "BEGIN:VEVENT",
        f"UID:birthday-{one.customer_id}@loyaltui",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"RRULE:FREQ=YEARLY{leap}",
        f"SUMMARY:{value(_('Birthday: {name}').format(name=one.name))}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def value(text: str) -> str:
    """A text as a value of a vCard or a calendar."""
    text = clean(text).replace("\\", "\\\\")
    return text.replace(";", "\\;").replace(",", "\\,")


def folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, none of which cuts a letter in two."""
    pieces, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > FOLD:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += width
    return "\r\n".join(pieces) + "\r\n"


def mailchimp(out: Outgoing, settings: Settings, now: Moment) -> str:
    """CSV as Mailchimp's import takes it: those who allowed e-mail; a birthday as month/day."""
    rows = [
        [one.email, *one.parted, f"{one.birthday[-5:-3]}/{one.birthday[-2:]}" if one.birthday else "", one.language]
        for one in out.people
        if one.email
    ]
    return tables.csv_lines([["Email Address", "First Name", "Last Name", "Birthday", "Language"], *rows])


def brevo(out: Outgoing, settings: Settings, now: Moment) -> str:
    """CSV as Brevo's import takes it; a number for SMS with its country's code."""
    rows = [[one.email, *one.parted, tables.Plain(one.phone)] for one in out.people]
    return tables.csv_lines([["EMAIL", "FIRSTNAME", "LASTNAME", "SMS"], *rows])


def slips(out: Outgoing, settings: Settings, now: Moment) -> str:
    """A page of slips to ask with: one for each who could be written to, if they said so."""
    asked = _("May {shop} write to you or call you?").format(shop=settings.name or _("your shop"))
    lines = [_("☐ phone: ______________  ☐ e-mail: ______________  ☐ no, thank you"), _("Date, signature:")]
    lines.append(_("You can take it back at any time: just say so."))
    return printed(settings.name, (section(f"{one.name}: {asked}", lines) for one in out.unasked))


def page(out: Outgoing, settings: Settings, now: Moment) -> str:
    """The day's list to print: who, why, how, and the words."""
    body = []
    for row in (contacts.row(one, out.own, settings, now.day) for one in out.due):
        how = f"{contacts.CHANNELS[row.channel]} {row.address or ''}"
        body.append(section(row.name, [row.why, how, row.message or ""]))
    return printed(_("Say hello: {shop}").format(shop=settings.name), body)


def printed(title: str, body: Iterable[str]) -> str:
    """A whole page."""
    return PAGE.format(title=escape(clean(title or "loyaltui")), body="\n".join(body))


def section(title: str, lines: Iterable[str]) -> str:
    """One part of a page; whatever a name pretends to be, it is text."""
    said = "".join(f"<p>{escape(clean(line))}</p>" for line in lines if line.strip())
    return f"<section><p><b>{escape(clean(title))}</b></p>{said}</section>"


Export = Callable[[Outgoing, Settings, Moment], str]
KINDS: dict[str, tuple[str, Export]] = {  # the name of the export: how its file is called, and what makes it
    "page": ("say-hello.html", page),
    "slips": ("slips.html", slips),
    "vcard": ("customers.vcf", vcards),
    "birthdays": ("birthdays.ics", birthdays),
    "mailchimp": ("mailchimp.csv", mailchimp),
    "brevo": ("brevo.csv", brevo),
}
