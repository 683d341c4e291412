"""The words that tills write above their columns, all languages in one index. A language is one more table."""

from collections.abc import Iterable, Mapping
from functools import cache

from loyaltui.pos import (
    headings_asia,
    headings_north,
    headings_slavic,
    headings_south,
    headings_southeast,
    headings_west,
)
from loyaltui.pos.words import key, words

OTHER = "other"  # columns that tills have and nobody needs here: they tell a header and its language all the same
FOREIGN = 100  # added to the rank of a word that isn't of the header's own language
TABLES: Mapping[str, Mapping[str, str]] = {
    **headings_west.HEADERS,
    **headings_south.HEADERS,
    **headings_north.HEADERS,
    **headings_slavic.HEADERS,
    **headings_asia.HEADERS,
    **headings_southeast.HEADERS,
}
# language → field → header words, the surest first
HEADERS: Mapping[str, Mapping[str, str]] = {
    language: {name: text for name, text in table.items() if name != OTHER} for language, table in TABLES.items()
}
OTHERS: Mapping[str, str] = {language: table[OTHER] for language, table in TABLES.items()}

Index = Mapping[str, tuple[tuple[str, int], ...]]


@cache
def headers(language: str = "") -> Index:
    """Header word → the fields it may stand for, each with its rank (0 is the surest); a `language` goes first."""
    index: dict[str, dict[str, int]] = {}
    for table, fields_of in HEADERS.items():
        own = not language or table == language
        for name, text in fields_of.items():
            for rank, word in enumerate(words(text)):
                fields = index.setdefault(word, {})
                place = rank if own else rank + FOREIGN
                fields[name] = min(place, fields.get(name, place))
    if language:
        for word in words(OTHERS.get(language, "")):
            index[word] = {name: rank for name, rank in index.get(word, {}).items() if rank < FOREIGN}
    return {word: tuple(fields.items()) for word, fields in index.items() if fields}


@cache
def languages() -> Mapping[str, tuple[str, ...]]:
    """Header word → the languages whose tills write it, in any column."""
    found: dict[str, dict[str, None]] = {}
    for language, table in TABLES.items():
        for text in table.values():
            for word in words(text):
                found.setdefault(word, {})[language] = None
    return {word: tuple(names) for word, names in found.items()}


def language_of(header: Iterable[str]) -> str:
    """The language that most of a header's cells are written in, English of two alike; empty where none is known."""
    cells = [key(cell) for cell in header]
    counted = {language: sum(language in languages().get(cell, ()) for cell in cells) for language in TABLES}
    best = max(counted, key=lambda language: counted[language])
    return best if counted[best] else ""
