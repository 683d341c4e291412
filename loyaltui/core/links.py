"""Links that open somebody's own mail or phone program with the words in it; nothing a name says can change them."""

import re
from urllib.parse import quote

DIALABLE = re.compile(r"\+[1-9][0-9]{6,14}")  # E.164
ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\\\"]+@[^\s@,;:<>()\[\]\\\"]+\.[^\s@,;:<>()\[\]\\\"]+")


def is_dialable(phone: str) -> bool:
    """Whether a number can be dialled from anywhere."""
    return DIALABLE.fullmatch(phone) is not None


def is_address(email: str) -> bool:
    """Whether an e-mail address is one, and one only: no line break, no second address, no header."""
    return ADDRESS.fullmatch(email) is not None and email.isprintable()


def mailto(email: str, subject: str, body: str) -> str:
    """A link that opens the mail program."""
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def sms(phone: str, body: str) -> str:
    """A link that opens the message program of a phone."""
    return f"sms:{phone}?body={quote(body, safe='')}"


def whatsapp(phone: str, body: str) -> str:
    """A link that opens WhatsApp."""
    return f"https://wa.me/{phone.lstrip('+')}?text={quote(body, safe='')}"
