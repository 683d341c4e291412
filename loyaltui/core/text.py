"""All text from outside passes here: `clean` makes it safe to keep and show, `fold` makes it comparable."""

import re
import unicodedata

JOINERS = "\u200c\u200d"  # Persian spelling and emoji families need them
SPLIT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
NO_DIGITS = re.compile("[^0-9]+")
UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean(text: str) -> str:
    """The text without anything a terminal could obey: NFC, one line, no control, format or private characters."""
    if text.isprintable():  # none of UNSAFE
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    spaced = "".join(" " if ch in "\t\n\r\x0b\x0c\x85\u2028\u2029" else ch for ch in text)
    kept = (ch for ch in spaced if ch in JOINERS or unicodedata.category(ch) not in UNSAFE)
    return unicodedata.normalize("NFC", "".join(kept))


def tidy(text: str) -> str:
    """`clean`, with white space at the ends dropped and inside folded to single blanks."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """What two spellings of one name share: lower case, without accents ("Łukasz" and "lukasz" fold alike)."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.casefold().translate(SPLIT))
    return "".join(ch for ch in bare if not unicodedata.combining(ch)).translate(SPLIT)


def digits(text: str) -> str:
    """Only the ASCII digits of a text, in order."""
    return NO_DIGITS.sub("", text)
