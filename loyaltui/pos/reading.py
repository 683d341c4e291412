"""A till's file, opened: what it is, how it is written, and its records one by one."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from loyaltui.core.receipt import Record
from loyaltui.core.refused import Refused
from loyaltui.core.text import digits, tidy
from loyaltui.pos.columns import resolve, scorer
from loyaltui.pos.illegible import Sieve
from loyaltui.pos.profiles import Profiles
from loyaltui.pos.receipts import Receipts
from loyaltui.pos.source import DELIMITERS, Table, find_table
from loyaltui.pos.survey import Facts, Survey
from loyaltui.pos.votes import ORDERS

DELIMITER_NAMES = {delimiter: name for name, delimiter in DELIMITERS.items()}


def as_written(number: str) -> str:
    """A phone number as its digits, with the plus it may begin with."""
    return ("+" if number.lstrip().startswith("+") else "") + digits(number)


@dataclass(frozen=True)
class Hints:
    """What the owner says about a file. `map`: field → column (a header, or a number from 1); `currency`: ISO code;
    `region`: two letters; `date_order`: "ymd", "dmy" or "mdy"; `phone` normalises a number (E.164, or its digits);
    `today`: date.toordinal(); what is dated more than a year later is rejected."""

    map: Mapping[str, str] = field(default_factory=dict)
    currency: str | None = None
    region: str | None = None
    date_order: str | None = None
    phone: Callable[[str], str] = as_written
    today: int | None = None


@dataclass(frozen=True)
class Reading:
    """A file that can be read. `source`: the till its ids belong to; `header_line` counts from 1; `currency`: ISO code,
    None where nobody says; `identity`: "strong", "name_only" or "none"; `columns`: header, field or None, up to three
    samples; `size`: bytes; `kind`: "sales", or "customers" where it lists people."""

    format: str
    kind: str
    source: str
    encoding: str
    bom: bool
    delimiter: str
    header_line: int
    currency: str | None
    identity: str
    columns: tuple[tuple[str, str | None, tuple[str, ...]], ...]
    date_order: str
    decimal: str
    has_seconds: bool
    size: int
    _table: Table = field(repr=False)
    _facts: Facts = field(repr=False)
    _phone: Callable[[str], str] = field(repr=False)

    @property
    def position(self) -> int:
        """Bytes read so far by the newest run of `records`, for a progress bar."""
        return self._table.position

    def records(self) -> Iterator[Record]:
        """Every record of the file, once, as it is read; Refused in the middle where a quote is never closed."""
        reader = Profiles if self.kind == "customers" else Receipts
        receipts = reader(self._facts, self._phone)
        with uncollected():
            if not self._table.encoding.odd:
                yield from receipts.read(self._table.rows())
                return
            sieve = Sieve()
            for record in receipts.read(sieve.sifted(self._table.rows())):
                yield from sieve.taken()
                yield record
            yield from sieve.taken()


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles: reading makes none, and going through the objects of a million rows again and
    again takes a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def read(path: Path, hints: Hints | None = None) -> Reading:
    """Open a till's file: what it is and how it is written; Refused where it can't be read or understood."""
    hints = hints or Hints()
    if hints.date_order not in (None, *ORDERS):
        raise Refused("date_order_unknown", date_order=hints.date_order, orders=list(ORDERS))
    table = find_table(path, scorer(hints.map))
    survey = Survey(replace(table), resolve(table.header, hints.map, table.sample))
    survey.run()
    facts = survey.facts(hints.currency, hints.date_order, hints.today)
    meaning = {column: name for name, column in facts.layout.fields.items()}
    return Reading(
        format=facts.layout.format,
        kind=facts.layout.kind,
        source=facts.layout.source,
        encoding=table.encoding.name,
        bom=table.encoding.bom,
        delimiter=DELIMITER_NAMES[table.delimiter],
        header_line=table.header_line,
        currency=facts.currency,
        identity=facts.layout.identity,
        columns=tuple((tidy(cell), meaning.get(n), facts.samples[n]) for n, cell in enumerate(table.header)),
        date_order=facts.date_order,
        decimal=facts.decimal,
        has_seconds=facts.has_seconds,
        size=table.size,
        _table=table,
        _facts=facts,
        _phone=hints.phone,
    )
