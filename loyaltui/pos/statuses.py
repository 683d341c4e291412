"""What the cells of type and status columns mean: the whole cell, else its words in their order."""

import re
from functools import cache
from typing import Final

from loyaltui.pos import statuswords
from loyaltui.pos.statuswords import DONE, EASTERN, NOT_EAST, PAID, PARTLY, REFUND, REFUNDED, STATUSES, STEMS, TYPES
from loyaltui.pos.words import words

LONGEST = 6  # words of a phrase that are looked at
SHORTEST, LONGEST_STEM = 3, 20  # letters of a stem
NEGATION = "not"
AGAINST: Final = {PAID: "unpaid", DONE: "failed"}  # what it means when it did not happen
TAKEN_BACK = frozenset({"void", "cancelled", REFUNDED})
NOT_YET = frozenset({"failed", "unpaid"})
EAST = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff]")  # a key has Korean syllables taken apart


def status(word: str) -> str | None:
    """What the key of a status cell means: "" (a sale), REFUNDED, REFUND, or why it is no sale; None: nothing known."""
    exact = status_words().get(word)
    return told(word) if exact is None else exact


def kind(word: str) -> str | None:
    """What the key of a type cell means: "" (a sale), REFUND, or why it is no sale; None: nothing known."""
    exact = type_words().get(word)
    if exact is not None:
        return exact
    said = told(" ".join(part for part in word.split()[:LONGEST] if stem(part) != PARTLY))
    return {REFUNDED: REFUND}.get(said, said) if said in TAKEN_BACK else None


def told(word: str) -> str | None:
    """What the words of a cell come to that is in no table."""
    if EAST.search(word):
        return eastern(word.replace(" ", ""))
    return summed([NEGATION if part in negations() else stem(part) for part in word.split()[:LONGEST]])


def summed(said: list[str]) -> str | None:
    """What words come to in their order: "not paid", "paid, pending delivery", "void - not paid", "refund declined"."""
    if NEGATION in said:
        cut = said.index(NEGATION)
        return negated([word for word in said[:cut] if word], [word for word in said[cut + 1 :] if word])
    meanings = [meaning for meaning in said if meaning]
    if not meanings:
        return None
    first = meanings[0]
    if PARTLY in meanings or (first == REFUNDED and NOT_YET.intersection(meanings)):
        return ""
    if first in AGAINST:  # it was paid, but may have been taken back since
        return next((meaning for meaning in meanings if meaning in TAKEN_BACK), "")
    return first


def negated(before: list[str], after: list[str]) -> str | None:
    """What words come to with a "not" between them; at the end it turns round what stands before it ("Paid: no")."""
    if before and after:
        return summed(before) or summed([NEGATION, *after])
    turned = before or after
    return next((AGAINST[meaning] for meaning in turned if meaning in AGAINST), "") if turned else None


def eastern(text: str) -> str | None:
    """The same of a text without blanks between its words."""
    for meaning, table in EASTERN.items():
        for part in words(table):
            if part in text:
                if any(sign in text.replace(part, "", 1) for sign in words(NOT_EAST)):
                    return AGAINST.get(meaning, "")
                return "" if meaning in (PARTLY, PAID, DONE) else meaning
    return None


def stem(word: str) -> str:
    """The meaning of how a word begins, the longest stem first; empty where it says nothing."""
    known = stems()
    beginnings = (word[:size] for size in range(min(len(word), LONGEST_STEM), SHORTEST - 1, -1))
    return next((known[beginning] for beginning in beginnings if beginning in known), "")


@cache
def status_words() -> dict[str, str]:
    """The key of a whole status cell → its meaning."""
    return {word: meaning for meaning, text in STATUSES.items() for word in words(text)}


@cache
def type_words() -> dict[str, str]:
    """The key of a whole type cell → its meaning."""
    found = {word: meaning for word, meaning in status_words().items() if meaning not in (REFUNDED, REFUND)}
    return found | {word: meaning for meaning, text in TYPES.items() for word in words(text)}


@cache
def stems() -> dict[str, str]:
    """How words begin → their meaning."""
    return {word: meaning for meaning, text in STEMS.items() for word in words(text)}


@cache
def negations() -> frozenset[str]:
    """The words that turn the next one round."""
    return frozenset(words(statuswords.NOT))
