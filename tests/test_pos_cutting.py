"""Rows as csv cuts them, each with the physical line where it starts, however lines end and cells are quoted."""

import csv
import tempfile
from io import StringIO
from itertools import chain
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from loyaltui.core.refused import Refused
from loyaltui.pos.encoding import Encoding
from loyaltui.pos.source import Table, cut

TEXT = st.text(st.sampled_from(['"', ",", " ", "\n", "\r", "a", "é", "\x85", "\u2028", "\x0c"]), max_size=40)
HEADER = "Date,Amount"
PATH = Path("sales.csv")


def one_by_one(content: str) -> list[tuple[int, list[str]]]:
    """The records of a text and where they start, by csv alone."""
    reader = csv.reader(StringIO(content, newline=None), skipinitialspace=True)
    start, records = 1, []
    for row in reader:
        if row:
            records.append((start, row))
        start = 1 + reader.line_num
    return records


def in_batches(content: str, size: int) -> list[tuple[int, list[str]]] | None:
    """The same, cut for reading; None where a quote is never closed."""
    try:
        batches = list(cut(StringIO(content, newline=None), ",", 1, PATH, size))
    except Refused as no:
        assert no.code == "unclosed_quote"
        return None
    assert all(len(rows) <= size for _, rows in batches)
    return list(chain.from_iterable(zip(starts, rows, strict=True) for starts, rows in batches))


@settings(deadline=None, max_examples=500)
@given(TEXT, st.integers(1, 5))
@example('a,"b\r\nc"\r\n\r\n\n"d', 2)
@example('"a"\n\n,\n', 3)
@example('a\n"', 1)
def test_any_text_is_cut_as_csv_cuts_it_unless_a_quote_is_left_open(content: str, size: int) -> None:
    found = in_batches(content, size)
    if found is None:  # what closes the quote at the end leaves the rest as it was
        closed = in_batches(content + '"', size)
        assert closed is not None
        assert one_by_one(content)[:-1] == closed[:-1]
    else:
        assert found == one_by_one(content)


@settings(deadline=None, max_examples=200)
@given(st.lists(TEXT, min_size=1, max_size=3), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_are_counted_alike_however_they_end(cells: list[str], end: str) -> None:
    quoted = ",".join('"' + cell.replace('"', '""').replace("\r", "").replace("\n", end) + '"' for cell in cells)
    height = 1 + quoted.count(end)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sales.csv"
        path.write_bytes(end.join([HEADER, quoted, "", "last"]).encode())
        table = Table(path, Encoding("utf-8", "utf-8", False), ",", 1, tuple(HEADER.split(",")), path.stat().st_size)
        starts = [start for starts, _ in table.rows() for start in starts]
    assert starts == [2, 2 + height + 1]
