"""What each column of a table means: a known export by its headers, else by words, else as the owner says."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from loyaltui.core.refused import Refused
from loyaltui.core.text import tidy
from loyaltui.pos import sums
from loyaltui.pos.contents import counts, flag, guess, meant, of_the_shop, told_by_words
from loyaltui.pos.export import Export
from loyaltui.pos.exports import EXPORTS, PLAIN_AMOUNT
from loyaltui.pos.fieldwords import FIELDS, MARKS, known
from loyaltui.pos.headercells import BRACKETS, header_word, other_words
from loyaltui.pos.headings import language_of
from loyaltui.pos.layout import NAMES, STRONG, WHO, Layout, Term
from loyaltui.pos.words import key, words

SEVERAL = frozenset({"date", *WHO})  # fields of which every column counts, cell by cell
LISTED = 2  # marks of a list of people that make a file one, even with a date and an amount
Rows = Sequence[Sequence[str]]
A_DATE = re.compile(r"\s*\d{1,4}([-./])\d{1,2}\1\d{2,4}(\s|T|$)")


def scorer(wanted: Mapping[str, str]) -> Callable[[Sequence[str]], int]:
    """A function that counts how many different columns of a row are known headers, or named by the owner; none of a
    row with a date in it: that is no header, whatever else it says."""
    named = {key(column) for column in wanted.values()} - {""}
    heard = named | known().keys() | signature_words() | other_words()

    def score(cells: Sequence[str]) -> int:
        if any(A_DATE.match(cell) for cell in cells):
            return 0
        return len({word for cell in cells if (word := header_word(cell)) in heard or key(cell) in named})

    return score


def resolve(header: Sequence[str], wanted: Mapping[str, str], sample: Rows = ()) -> Layout:
    """What a header's columns mean; `wanted`: the owner's field → column; `sample`: some rows below the header.

    Refused where date or amount is missing and it is no list of people either.
    """
    unknown = [name for name in wanted if name not in FIELDS]
    if unknown:
        raise Refused("field_unknown", field=unknown[0], fields=list(FIELDS))
    chosen = {name: place(column, header) for name, column in wanted.items()}
    export = known_export(header)
    return export_layout(export, header, chosen) if export else plain_layout(header, chosen, sample)


def export_layout(export: Export, header: Sequence[str], chosen: Mapping[str, int]) -> Layout:
    """The layout of a known export."""
    keys = [key(cell) for cell in header]
    places = {
        name: tuple(keys.index(key(column)) for column in columns if key(column) in keys)
        for name, columns in export.fields.items()
    }
    fields = settled({name: columns[0] for name, columns in places.items() if columns}, chosen)
    spare = {
        name: columns[1:]
        for name, columns in places.items()
        if name in SEVERAL and len(columns) > 1 and name in fields and name not in chosen
    }
    once, amount = amount_of(export.amount, fields, chosen)
    if export.rows != "customers":
        insist(header, fields, amount)
    bare = [key(BRACKETS.sub(" ", cell)) for cell in header]  # makers explain their codes in brackets
    means = {
        bare.index(key(column)): {word: meaning for meaning, text in table.items() for word in words(text)}
        for column, table in export.means.items()
        if key(column) in bare
    }
    counted = None
    if export.counted and key(export.counted[0]) in keys:
        counted = keys.index(key(export.counted[0])), key(export.counted[1])
    rows = export.rows
    return Layout(export.name, export.source, tuple(header), fields, amount, once, rows, spare, means, counted)


def plain_layout(header: Sequence[str], chosen: Mapping[str, int], sample: Rows) -> Layout:
    """The layout of a table that no known till writes: by the words of its header, else by what stands in it."""
    fields = settled(plain_fields(header, set(chosen), sample), chosen)
    means: dict[int, dict[str, str]] = {}
    if (column := fields.get("refunded")) is not None and (yes := flag(header, sample, column)):
        means[fields.pop("refunded")] = yes
    once, amount = plain_amount(header, sample, fields, chosen)
    if lists_people(header, fields, sales="date" in fields and bool(amount)):
        return Layout("plain", "till", tuple(header), fields, (), once, "customers")
    if "date" not in fields or not amount:
        fields = guess(header, sample, fields)
        once, amount = plain_amount(header, sample, fields, chosen)
        insist(header, fields, amount)
    fields = told_by_words(header, sample, fields, [*means, *(term.column for term in amount)])
    if (column := fields.get("refunded")) is not None and counts(sample, column, amount[0].column):
        del fields["refunded"]
    if "email" in fields and "email" not in chosen and of_the_shop(header, sample, fields):
        del fields["email"]
    one = "amount" not in chosen and sums.priced(header, sample, fields, amount[0].column)
    times = fields["quantity"] if one else None
    return Layout("plain", "till", tuple(header), fields, amount, once, "receipts", means=means, times=times)


def plain_amount(
    header: Sequence[str], sample: Rows, fields: Mapping[str, int], chosen: Mapping[str, int]
) -> tuple[bool, tuple[Term, ...]]:
    """What the amount of a plain table is made of: its sums, else what one piece costs."""
    once, amount = amount_of(sums.recipes(PLAIN_AMOUNT, header, sample, fields), fields, chosen)
    if not amount and "quantity" in fields:
        amount = recipe_terms("unit_price", fields)
    return once, amount


def insist(header: Sequence[str], fields: Mapping[str, int], amount: Sequence[Term]) -> None:
    """Refused where date or amount is missing."""
    for name, missing in (("date", "date" not in fields), ("amount", not amount)):
        if missing:
            raise Refused("column_missing", field=name, columns=[tidy(cell) for cell in header])


def lists_people(header: Sequence[str], fields: Mapping[str, int], sales: bool) -> bool:
    """Whether a table lists people and no sales."""
    marks = sum(key(cell) in MARKS for cell in header)
    someone = any(name in fields for name in (*NAMES, *STRONG, "customer"))
    if sales:
        return someone and marks >= LISTED and "receipt" not in fields
    known_by = sum(name in fields for name in ("email", "phone", "contact", "card", "birthday"))
    return someone and "receipt" not in fields and (known_by > 1 or (known_by == 1 and marks > 0) or marks >= LISTED)


def settled(found: Mapping[str, int], chosen: Mapping[str, int]) -> dict[str, int]:
    """What was found, where the owner doesn't say otherwise."""
    taken = set(chosen.values())
    left = {name: column for name, column in found.items() if column not in taken and name not in chosen}
    return {**without_guesses(left, chosen), **chosen}


def amount_of(
    recipes: Sequence[str], fields: Mapping[str, int], chosen: Mapping[str, int]
) -> tuple[bool, tuple[Term, ...]]:
    """Whether the amount is the whole receipt's, and the columns it is made of; none where they aren't there."""
    if "amount" in chosen:  # the owner's word: nothing is taken off unless they say so
        recipes = ("amount" + "".join(f" -{name}" for name in ("tip", "gift_card") if name in chosen),)
    for recipe in recipes:
        if terms := recipe_terms(recipe.removeprefix("once "), fields):
            return recipe.startswith("once "), terms
    return False, ()


def place(column: str, header: Sequence[str]) -> int:
    """The index of a column named by its header or, where no header is so called, by its number from 1."""
    keys = [key(cell) for cell in header]
    if key(column) in keys and key(column):
        return keys.index(key(column))
    exact = [tidy(cell) for cell in header]
    if tidy(column) in exact and tidy(column):
        return exact.index(tidy(column))
    if column.isascii() and column.isdigit() and len(column) < 6 and 1 <= int(column) <= len(header):
        return int(column) - 1
    raise Refused("column_unknown", column=column, columns=exact)


def known_export(header: Sequence[str]) -> Export | None:
    """The known export whose signature stands in a header."""
    keys = {key(cell) for cell in header}
    return next((export for export in EXPORTS if all(key(name) in keys for name in export.signature)), None)


def plain_fields(header: Sequence[str], chosen: set[str], sample: Rows) -> dict[str, int]:
    """Field → column index by the words of a header; the surest word wins, each column has one meaning."""
    index = known(language_of(header))
    claims = [
        (rank, column, meaning)
        for column, cell in enumerate(header)
        for name, rank in index.get(header_word(cell), ())
        if (meaning := meant(name, header, sample, column)) and meaning not in chosen
    ]
    fields: dict[str, int] = {}
    for _rank, column, name in sorted(claims):
        if name not in fields and column not in fields.values():
            fields[name] = column
    return fields


def without_guesses(found: dict[str, int], chosen: Mapping[str, int]) -> dict[str, int]:
    """The fields found by words, less those that what the owner said makes superfluous."""
    superfluous: set[str] = set()
    if "name" in found or "name" in chosen:
        superfluous = {"first_name", "last_name"}
    if "customer" in chosen:  # one column says who it is
        superfluous |= {"customer_id", "name", "first_name", "last_name"}
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
def signature_words() -> frozenset[str]:
    """The headers that give known exports away."""
    return frozenset(key(name) for export in EXPORTS for name in export.signature)
