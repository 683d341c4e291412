"""Whatever a file holds: it is refused in one plain way, or every record of it is accounted for."""

import csv
import tempfile
from io import StringIO
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from loyaltui import pos
from loyaltui.core.receipt import Ignored, Profile, Receipt, Record, Rejected
from loyaltui.core.refused import Refused
from loyaltui.pos.receipts import Receipts

HEADERS = (
    "Date",
    "Time",
    "Customer",
    "Customer ID",
    "Email",
    "Phone",
    "Amount",
    "Total",
    "Tip",
    "Receipt",
    "Type",
    "Status",
    "Item",
    "Refunded amount",
    "?",
    "",
)
TELLING = (
    "2026-03-02",
    "02/03/26",
    "31.12.2026",
    "9:05 PM",
    "Ann",
    "0017",
    "4.20",
    "1.234,50 €",
    "($3)",
    "Refund",
    "Voided",
    "17",
    "Total",
)
CELLS = st.one_of(
    st.sampled_from(TELLING),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
)


def read_all(content: bytes) -> list[Record] | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes(content)
        try:
            return list(pos.read(path, pos.Hints(date_order="dmy")).records())
        except Refused:
            return None


def in_receipts(content: bytes) -> int:
    """How many rows of a file of sales went into receipts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes(content)
        reading = pos.read(path, pos.Hints(date_order="dmy"))
        if reading.kind == "customers":
            return 0
        receipts = Receipts(reading._facts, reading._phone)
        for _ in receipts.read(reading._table.rows()):
            pass
        return receipts.settling.counted


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400))
@example(b"Date,Amount\n\xff\xfe")
@example(b"\xff\xfe\0")
@example(b"\xef\xbb\xbf")
@example(b'"')
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for head in (b"", b"Date,Customer,Amount\n", b"Date;Receipt;Total;Tip\n2026-03-02;17;4,20;\n"):
        read_all(head + content)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8),
    st.lists(st.lists(CELLS, min_size=1, max_size=10), max_size=12),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_every_record_of_any_table_is_accounted_for_once(
    header: list[str], rows: list[list[str]], delimiter: str, codec: str
) -> None:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["Date", "Amount", *header], *rows])
    content = text.getvalue().encode(codec)
    records = read_all(content)
    if records is not None:
        alone = [r.line for r in records if isinstance(r, Ignored | Rejected | Profile)]
        assert len(set(alone)) == len(alone)
        assert not set(alone) & {r.line for r in records if isinstance(r, Receipt)}
        assert len(alone) + in_receipts(content) == len(rows)
        assert [r.line for r in records] == sorted(r.line for r in records)
        refs = [(r.kind, r.ref) for r in records if isinstance(r, Receipt)]
        assert len(refs) == len(set(refs))
        assert all(r.amount <= 0 if r.kind == "refund" else r.amount >= 0 for r in records if isinstance(r, Receipt))


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(HEADERS), max_size=6),
    st.lists(st.lists(CELLS, min_size=8, max_size=8), min_size=1, max_size=8),
)
def test_reading_twice_gives_the_same(header: list[str], rows: list[list[str]]) -> None:
    text = StringIO()
    csv.writer(text).writerows([["Date", "Amount", *header], *(row[: len(header) + 2] for row in rows)])
    content = text.getvalue().encode()
    assert read_all(content) == read_all(content)
