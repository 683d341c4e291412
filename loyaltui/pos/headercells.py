"""Which known word a header cell is: as it stands, else without what tills put beside it.

That is a currency, a number sign, an explanation in brackets, a second form ("Kundin/Kunde"), or "of which".
"""

import re
from collections.abc import Iterator
from functools import cache

from loyaltui.pos.cellwords import CODES, SIGNS
from loyaltui.pos.fieldwords import MARKS, known
from loyaltui.pos.headings import OTHERS
from loyaltui.pos.words import key, words

LONGEST = 60  # letters of a header that may be a known one with something beside it
NUMBER = re.compile(r"[#№]\s*$")
BRACKETS = re.compile(r"[(\[（【][^()\[\]（）【】]*[)\]）】]")
PLURAL = re.compile(r"\(s\)\s*$", re.IGNORECASE)  # "Guest(s)" are counted
HALVES = re.compile(r"[/|／]")
OF_WHICH = (
    "davon, darin, heraf, herav, derav, varav, dont, waarvan, w tym, di cui, de los cuales, de las cuales, del cual, "
    "dos quais, das quais, z toho, z coho, в т ч, в том числе, у т ч, у тому числі, of which, thereof"
)
OF_WHICH_JOINED = ("其中", "うち", "内")
# what makes a sum another one when it stands in brackets behind it
NARROWER = (
    "net, netto, ht, excl, excluding, exclusive, ex, exkl, ohne, without, hors, sans, sin, senza, sem, zonder, bez, "
    "uden, uten, utan, без, hariç, nélkül, ilman, fără, not, count, anzahl, number, qty, 不含税, 税抜, 税抜き, "
    "未税, 제외"
)
SUMS = frozenset("total amount net tax discount tip gift_card refunded unit_price line_amount spent quantity".split())
PARTS = frozenset("tip tax discount gift_card refunded".split())  # what a sum may be said to contain


@cache
def header_word(cell: str) -> str:
    """The word that a header cell is looked up by ("Total (EUR)" → "total"); what is unknown stays as it is."""
    whole = key(cell)
    if NUMBER.search(cell) and f"{whole} number" in known():
        return f"{whole} number"
    if whole in known() or PLURAL.search(cell):
        return whole
    plain = without_money(whole)
    if len(plain) > LONGEST or plain in known() or plain in other_words():
        return plain
    return next(variants(cell), plain)


def variants(cell: str) -> Iterator[str]:
    """The known words in a header cell that is none itself."""
    outside = without_money(key(BRACKETS.sub(" ", cell)))
    if outside in known() and all(explains(inside, outside) for inside in BRACKETS.findall(cell)):
        yield outside
    halves = [without_money(key(half)) for half in HALVES.split(BRACKETS.sub(" ", cell))]
    if len(halves) == 2 and (half := agreed(*halves)):
        yield half
    if part := of_which(cell):
        yield part


def of_which(cell: str) -> str:
    """The word of what a header calls a part of another sum ("of which tip" → "tip"); empty where it doesn't."""
    whole = without_money(key(BRACKETS.sub(" ", cell)))
    rests = [whole.removeprefix(f"{beginning} ") for beginning in listed(OF_WHICH)]
    rests += [whole.removeprefix(beginning) for beginning in OF_WHICH_JOINED]
    return next((rest for rest in rests if rest != whole and meanings(rest) and meanings(rest) <= PARTS), "")


def explains(inside: str, outside: str) -> bool:
    """Whether what stands in brackets leaves a header's meaning as it is."""
    word = without_money(key(inside))
    if word in known():
        return bool(meanings(word) & meanings(outside))
    return not (meanings(outside) & SUMS and set(word.split()).intersection(listed(NARROWER)))


def agreed(one: str, other: str) -> str:
    """The half of a header that says what both mean; empty where they disagree, or the other may be anything's sum."""
    if meanings(one) & meanings(other):
        return one
    for half, rest in ((one, other), (other, one)):
        if meanings(half) and not meanings(half) & SUMS and not meanings(rest) and rest not in other_words():
            return half
    return ""


def meanings(word: str) -> set[str]:
    """The fields that a header word may stand for."""
    return {name for name, _ in known().get(word, ())}


def without_money(word: str) -> str:
    """A header's key without the parts that only say the currency."""
    return " ".join(part for part in word.split() if part not in money_words())


@cache
def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(words(text))


@cache
def money_words() -> frozenset[str]:
    """The parts of a header that only say the currency."""
    return frozenset({*map(str.lower, CODES), *map(key, SIGNS), "in", "en"})


@cache
def other_words() -> frozenset[str]:
    """Headers of columns that nobody needs, but that tills write."""
    return frozenset(word for text in OTHERS.values() for word in words(text)) | MARKS
