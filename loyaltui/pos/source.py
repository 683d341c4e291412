"""A till's file as records: the one place that knows bytes, delimiters, title lines and physical lines.

A file may be larger than the memory: it is read twice as a stream, once to decide how it is written, once for its rows.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BufferedIOBase, BufferedReader, FileIO, TextIOWrapper
from itertools import accumulate, chain, islice
from pathlib import Path

from loyaltui.core.refused import Refused
from loyaltui.pos.encoding import Encoding, encoding_of, opened
from loyaltui.pos.illegible import ERRORS

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
LINE_LIMIT = 1 << 20  # characters; a till's longest line has a few thousand
COLUMN_LIMIT = 2000
HEAD = 200  # lines looked at to find the header
SEARCHED = 60  # a report's title lines end long before
SAMPLE = 100  # lines from which a column is told by what stands in it
BATCH = 200  # records; many more don't stay in the processor's cache
BUFFER = 1 << 16  # bytes; larger blocks don't stay in the processor's cache
LONGEST_LINE = 4 * LINE_LIMIT  # bytes
SURE = 2  # known words that make a row a header
SEP = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)

Batch = tuple[Sequence[int], list[list[str]]]  # records, with the line where each starts
Score = Callable[[Sequence[str]], int]


@dataclass
class Table:
    """A file's table: where its header stands, how its rows are cut. `header_line` counts from 1, `size` is bytes;
    `sample`: some rows."""

    path: Path
    encoding: Encoding
    delimiter: str
    header_line: int
    header: tuple[str, ...]
    size: int
    sample: tuple[tuple[str, ...], ...] = ()
    _raw: FileIO | None = field(default=None, repr=False)

    @property
    def position(self) -> int:
        """Bytes read so far by the newest run of `rows`."""
        try:
            return self._raw.tell() if self._raw is not None else 0
        except ValueError:  # closed: read to the end
            return self.size

    def rows(self) -> Iterator[Batch]:
        """Every record below the header, in batches; lines with nothing at all are none."""
        with opened(self.path) as raw:
            self._raw = raw
            watched = Watched(raw, self.path)
            with TextIOWrapper(watched, self.encoding.codec, ERRORS) as text:  # type: ignore[type-var]
                for _ in range(self.header_line - 1):
                    text.readline()
                records = cut(text, self.delimiter, self.header_line, self.path)
                starts, rows = next(records)
                yield starts[1:], rows[1:]
                yield from records


class Watched(BufferedIOBase):
    """A file's bytes in large blocks; Refused where a line is longer than any till's, before it fills the memory."""

    def __init__(self, raw: FileIO, path: Path) -> None:
        self.file, self.path = raw, path
        self.lines, self.length = 1, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def read1(self, size: int = -1) -> bytes:
        """The next block, however much was asked for: a call a block, not a call for every few lines."""
        block = self.file.read(BUFFER) or b""
        end = max(block.rfind(b"\n"), block.rfind(b"\r"))
        self.length = self.length + len(block) if end < 0 else len(block) - end
        if self.length > LONGEST_LINE:
            raise Refused("line_too_long", file=self.path.name, line=self.lines, limit=LINE_LIMIT)
        self.lines += block.count(b"\n")
        return block


def whole_lines(text: TextIOWrapper, path: Path) -> Iterator[str]:
    """The text's lines with their ends; Refused where one is longer than any till's."""
    number = 0
    while line := text.readline(LINE_LIMIT):
        number += 1
        if len(line) >= LINE_LIMIT:
            raise Refused("line_too_long", file=path.name, line=number, limit=LINE_LIMIT)
        yield line


def cut(lines: Iterable[str], delimiter: str, first: int, path: Path, size: int = BATCH) -> Iterator[Batch]:
    """Records of lines that end in "\\n", up to `size` at a time, `first` being the number of the first line.

    Refused where a quote is never closed.
    """
    ended = False

    def ending() -> Iterator[str]:  # a line with nothing more: no record of its own where a quote is open
        nonlocal ended
        ended = True
        yield "\n"

    reader = csv.reader(chain(lines, ending()), delimiter=delimiter, skipinitialspace=True)
    start = first
    while not ended:
        rows: list[list[str]] = []
        try:
            rows.extend(islice(reader, size))
        except csv.Error:
            start = numbers(start, rows)[-1]
            code = "unclosed_quote" if first + reader.line_num - 1 > start else "field_too_long"
            raise Refused(code, file=path.name, line=start, limit=csv.field_size_limit()) from None
        after = first + reader.line_num
        starts = range(start, after) if after - start == len(rows) else numbers(start, rows)
        if ended and rows.pop():
            raise Refused("unclosed_quote", file=path.name, line=starts[len(rows)])
        yield (starts[: len(rows)], rows) if all(rows) else without_blanks(starts, rows)
        start = after


def numbers(first: int, rows: Iterable[list[str]]) -> list[int]:
    """The number of the line where each record starts, the first at `first`, and of the line after the last."""
    heights = (1 + sum(cell.count("\n") for cell in row) for row in rows)
    return list(accumulate(heights, initial=first))


def without_blanks(starts: Sequence[int], rows: Iterable[list[str]]) -> Batch:
    """The records that are more than an empty line."""
    kept = [(start, row) for start, row in zip(starts, rows, strict=False) if row]
    return [start for start, _ in kept], [row for _, row in kept]


def find_table(path: Path, score: Score) -> Table:
    """The table in a file; `score` counts the cells of a row that are known as headers. Refused where there is none."""
    encoding = encoding_of(path)
    with opened(path) as raw:
        size = raw.seek(0, 2)
        raw.seek(0)
        with TextIOWrapper(BufferedReader(raw), encoding.codec, ERRORS, newline="") as text:
            head = list(islice(whole_lines(text, path), HEAD))
    if not any(line.strip() for line in head):
        raise Refused("file_empty", file=path.name)
    delimiter, index = find_header(head, score, path)
    (header,) = next(cut(head[index:], delimiter, index + 1, path, 1))[1]
    if len(header) > COLUMN_LIMIT:
        raise Refused("too_many_columns", file=path.name, line=index + 1, columns=len(header), limit=COLUMN_LIMIT)
    sample = tuple(
        tuple(cells) for line in head[index + 1 : index + 1 + SAMPLE] if (cells := cells_of(line, delimiter))
    )
    return Table(path, encoding, delimiter, index + 1, tuple(header), size, sample)


def find_header(head: Sequence[str], score: Score, path: Path) -> tuple[str, int]:
    """The delimiter and the index of the header among a file's first lines."""
    said = SEP.fullmatch(head[0])
    first = 1 if said else 0
    delimiters = [said[1]] if said and said[1] in DELIMITERS.values() else list(DELIMITERS.values())
    found = [
        (score(cells), -index, len(cells), delimiter)
        for index in range(first, min(len(head), SEARCHED))
        for delimiter in delimiters
        if (cells := cells_of(head[index], delimiter))
    ]
    known, place, _, delimiter = max(found, default=(0, 0, 0, ""))
    return (delimiter, -place) if known >= SURE else widest(head[first:], delimiters, first, path)


def widest(lines: Sequence[str], delimiters: Sequence[str], first: int, path: Path) -> tuple[str, int]:
    """Delimiter and index of the header where no word is known: the first row as wide as most rows are."""
    best = (0, 0, "", 0)
    for delimiter in delimiters:
        widths = [len(cells_of(line, delimiter)) for line in lines]
        counted = Counter(width for width in widths if width > 1)
        if counted:
            width, times = counted.most_common(1)[0]
            best = max(best, (times, width, delimiter, first + widths.index(width)))
    if not best[2]:
        raise Refused("not_a_table", file=path.name, line=first + 1)
    return best[2:]


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of one line; a quote left open ends with the line."""
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return []
