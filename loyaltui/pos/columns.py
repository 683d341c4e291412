"""What each column of a table means: a known export by its headers, else by words, else as the owner says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy
from loyaltui.pos.cellwords import CODES, SIGNS
from loyaltui.pos.exports import EXPORTS, PLAIN_AMOUNT, Export
from loyaltui.pos.headings import HEADERS, headers
from loyaltui.pos.words import key

FIELDS = tuple(HEADERS["en"])  # everything `--map` may name
STRONG = ("customer_id", "card", "email", "phone")
NAMES = ("name", "first_name", "last_name")


@dataclass(frozen=True)
class Term:
    """One column of an amount: `sign` 1 or -1; a required one mustn't be empty."""

    column: int
    sign: int


@dataclass(frozen=True)
class Layout:
    """What a table's columns mean. `fields`: field → column index; `amount`: the columns whose sum is the amount."""

    format: str
    source: str
    header: tuple[str, ...]
    fields: Mapping[str, int]
    amount: tuple[Term, ...]

    @property
    def identity(self) -> str:
        """How people are told apart: "strong", "name_only" or "none"."""
        if any(name in self.fields for name in STRONG):
            return "strong"
        return "name_only" if any(name in self.fields for name in NAMES) else "none"


def scorer(wanted: Mapping[str, str]) -> Callable[[Sequence[str]], int]:
    """A function that counts how many different columns of a row are known headers, or named by the owner."""
    named = {key(column) for column in wanted.values()} - {""}

    def score(cells: Sequence[str]) -> int:
        return len({word for cell in cells if (word := header_word(cell)) in headers() or word in named})

    return score


def resolve(header: Sequence[str], wanted: Mapping[str, str]) -> Layout:
    """What a header's columns mean; `wanted`: the owner's field → column. Refused where date or amount is missing."""
    unknown = [name for name in wanted if name not in FIELDS]
    if unknown:
        raise Refused("field_unknown", field=unknown[0], fields=list(FIELDS))
    chosen = {name: place(column, header) for name, column in wanted.items()}
    export = known_export(header)
    found = export_fields(export, header) if export else plain_fields(header, set(chosen))
    taken = set(chosen.values())
    found = {name: column for name, column in found.items() if column not in taken and name not in chosen}
    fields = {**without_guesses(found, chosen), **chosen}
    recipes = export.amount if export else PLAIN_AMOUNT
    if "amount" in chosen:  # the owner's word: nothing is taken off unless they say so
        recipes = ("amount" + "".join(f" -{name}" for name in ("tip", "gift_card") if name in chosen),)
    amount = next((terms for recipe in recipes if (terms := recipe_terms(recipe, fields))), ())
    for name, missing in (("date", "date" not in fields), ("amount", not amount)):
        if missing:
            raise Refused("column_missing", field=name, columns=[tidy(cell) for cell in header])
    name, source = (export.name, export.source) if export else ("plain", "till")
    return Layout(name, source, tuple(header), fields, amount)


def place(column: str, header: Sequence[str]) -> int:
    """The index of a column named by its header or, where no header is so called, by its number from 1."""
    words = [key(cell) for cell in header]
    if key(column) in words and key(column):
        return words.index(key(column))
    exact = [tidy(cell) for cell in header]
    if tidy(column) in exact and tidy(column):
        return exact.index(tidy(column))
    if column.isascii() and column.isdigit() and len(column) < 6 and 1 <= int(column) <= len(header):
        return int(column) - 1
    raise Refused("column_unknown", column=column, columns=exact)


def known_export(header: Sequence[str]) -> Export | None:
    """The known export whose signature stands in a header."""
    words = {key(cell) for cell in header}
    return next((export for export in EXPORTS if all(key(name) in words for name in export.signature)), None)


def export_fields(export: Export, header: Sequence[str]) -> dict[str, int]:
    """Field → column index of a known export."""
    words = [key(cell) for cell in header]
    places = {
        field: next((words.index(key(name)) for name in names if key(name) in words), -1)
        for field, names in export.fields.items()
    }
    return {field: column for field, column in places.items() if column >= 0}


def plain_fields(header: Sequence[str], settled: set[str]) -> dict[str, int]:
    """Field → column index by the words of a header; the surest word wins, each column has one meaning."""
    claims = [
        (rank, column, field)
        for column, cell in enumerate(header)
        for field, rank in headers().get(header_word(cell), ())
        if field not in settled
    ]
    fields: dict[str, int] = {}
    for _, column, field in sorted(claims):
        if field not in fields and column not in fields.values():
            fields[field] = column
    return fields


def without_guesses(found: dict[str, int], chosen: Mapping[str, int]) -> dict[str, int]:
    """The fields found by words, less those that what the owner said makes superfluous."""
    superfluous = set()
    if "name" in found or "name" in chosen:
        superfluous = {"first_name", "last_name"}
    if "customer" in chosen:  # one column says who it is
        superfluous |= set(STRONG) & {"customer_id"} | {"name", "first_name", "last_name"}
    return {name: column for name, column in found.items() if name not in superfluous}


def recipe_terms(recipe: str, fields: Mapping[str, int]) -> tuple[Term, ...]:
    """The columns of a recipe ("total -[tip]"), none where one it needs is missing."""
    terms = []
    for word in recipe.split():
        name = word.strip("-[]")
        if name in fields:
            terms.append(Term(fields[name], -1 if word.startswith("-") else 1))
        elif "[" not in word:
            return ()
    return tuple(terms)


@cache
def header_word(cell: str) -> str:
    """The word a header is looked up by: its key, without the currency it may name ("Total (EUR)" → "total")."""
    word = key(cell)
    if word in headers():
        return word
    return " ".join(part for part in word.split() if part not in money_words())


@cache
def money_words() -> frozenset[str]:
    """The parts of a header that only say the currency."""
    return frozenset({*map(str.lower, CODES), *map(key, SIGNS), "in", "en"})
