"""Words to send, with gaps: which gaps there are, and how they are filled. What isn't known isn't said."""

import re
from collections.abc import Mapping

from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy

FIELDS = ("name", "shop", "usual", "last_visit", "reward", "promise", "friend", "voucher")
LONGEST = 500  # characters; a text message has 160, and nobody reads three of them
GAP = re.compile(r"\{(\w*)\}")
SENTENCE = re.compile(r"(?<=[.!?…。！？])\s+")


def checked(text: str) -> str:
    """A template as it is kept; Refused where it is empty or too long, has a gap nobody can fill, or a stray brace."""
    text = tidy(text)
    if not text or len(text) > LONGEST:
        raise Refused("bad_template", text=text[:40], longest=LONGEST)
    for field in GAP.findall(text):
        if field not in FIELDS:
            raise Refused("unknown_field", field=field, fields=", ".join(FIELDS))
    if set("{}") & set(GAP.sub("", text)):
        raise Refused("stray_brace", fields=", ".join(FIELDS))
    return text


def offers_voucher(template: str) -> bool:
    """Whether the words offer a voucher: it has to be made before they are sent."""
    return "voucher" in GAP.findall(template)


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its gaps filled; a sentence about something that isn't known is left out, but not a greeting."""
    said = []
    for sentence in SENTENCE.split(template):
        needed = [field for field in GAP.findall(sentence) if field != "name"]
        if all(values.get(field) for field in needed):
            said.append(GAP.sub(lambda gap: values.get(gap[1], ""), sentence))
    return tidy(" ".join(said).replace(" ,", ",").replace(" !", "!"))
