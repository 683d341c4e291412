"""Files as they come: encodings, delimiters, title lines, and everything that is no table at all."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Ignored, Receipt, Rejected
from loyaltui.core.refused import Refused

SALES = "Date,Customer,Amount\n2026-03-02,Zoë Żółw,4.20\n2026-03-03,Bob Ng,3.10\n"
Save = Callable[[str | bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(content: str | bytes) -> Path:
        path = tmp_path / "sales.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def names(reading: pos.Reading) -> list[str]:
    return [r.who.name for r in reading.records() if isinstance(r, Receipt) and r.who]


def refused(path: Path, hints: pos.Hints | None = None) -> Refused:
    with pytest.raises(Refused) as caught:
        list(pos.read(path, hints).records())
    return caught.value


@pytest.mark.parametrize(
    ("codec", "name", "bom"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", True),
        ("utf-16", "utf-16-le", True),
        ("utf-16-le", "utf-16-le", False),
        ("utf-16-be", "utf-16-be", False),
        ("utf-32", "utf-32-le", True),
    ],
)
def test_unicode_is_read_with_and_without_its_mark(save: Save, codec: str, name: str, bom: bool) -> None:
    reading = pos.read(save(SALES.encode(codec)))
    assert (reading.encoding, reading.bom) == (name, bom)
    assert names(reading) == ["Zoë Żółw", "Bob Ng"]
    assert reading.columns[0][:2] == ("Date", "date")


def test_an_old_windows_file_is_read_and_says_so(save: Save) -> None:
    reading = pos.read(save(SALES.replace("Żółw", "Müller").encode("cp1252")))
    assert (reading.encoding, names(reading)[0]) == ("cp1252", "Zoë Müller")


def test_a_file_cut_in_the_middle_of_a_letter_is_still_utf8(save: Save) -> None:
    reading = pos.read(save((SALES + "2026-03-04,Zoë").encode()[:-1]))
    assert (reading.encoding, names(reading)[0]) == ("utf-8", "Zoë Żółw")


@pytest.mark.parametrize(("cut", "name"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "pipe")])
def test_the_delimiter_is_seen_in_the_header_line(save: Save, cut: str, name: str) -> None:
    reading = pos.read(save(SALES.replace(",", cut)))
    assert (reading.delimiter, len(names(reading))) == (name, 2)


def test_a_delimiter_inside_a_quoted_header_counts_for_nothing(save: Save) -> None:
    reading = pos.read(save('Date;"Customer, or guest, or club";Amount\n2026-03-02;Ann;4,20\n'))
    assert reading.delimiter == "semicolon"


def test_a_sep_line_and_title_lines_stand_before_the_header(save: Save) -> None:
    reading = pos.read(save("sep=;\nShop report;;\nMarch 2026\n\nDatum;Kunde;Betrag\n02.03.2026;Ann;1.234,50\n"))
    (receipt,) = reading.records()
    assert (reading.header_line, receipt.line, receipt.amount) == (5, 6, 123450)


def test_a_record_is_named_by_the_line_where_it_starts(save: Save) -> None:
    reading = pos.read(save('Date,Name,Amount\n2026-03-02,"Ann\nLee",1\n\n2026-03-03,Bob,2\n'))
    assert [r.line for r in reading.records()] == [2, 5]


def test_old_macintosh_line_ends_are_line_ends(save: Save) -> None:
    assert [r.line for r in pos.read(save(SALES.replace("\n", "\r"))).records()] == [2, 3]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "file_empty", None),
        (b" \n\n \n", "file_empty", None),
        (b"Date,Customer,Amount\n", "header_only", 1),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_text", 1),
        (b"PK\x03\x04 and so on", "not_text", 1),
        (b"Date,Customer,Amount\n2026-03-02,A\0nn,4\n", "not_text", 2),
        (bytes(range(256)) * 4, "not_text", 1),
        (b"\xff\xfeD\0\0\xd8x\0", "encoding_broken", None),
        (b"Date,Name,Amount\n2026-03-02,\x81\x8d,4\n", "encoding_unknown", None),
        (b"Just a letter to my supplier.\nKind regards\n", "not_a_table", 1),
        (b'Date,Name,Amount\n2026-03-02,Ann,4\n2026-03-02,"Bob,4\n2026-03-02,Cid,4\n', "unclosed_quote", 3),
        (b'Date,Name,Amount\n2026-03-02,"Bob,4\n' + b"2026-03-02,Cid,4\n" * 9000, "unclosed_quote", 2),
        (b"Date,Name,Amount\n2026-03-02,Ann,4\n2026-03-02," + b"x" * 200_000 + b",4\n", "field_too_long", 3),
        (b"Date,Name,Amount\n2026-03-02,Ann,4\n" + b"x," * 600_000, "line_too_long", 3),
        (b"Date,Amount" + b",x" * 5000 + b"\n", "too_many_columns", 1),
        (b"Date," * 1_000_000, "line_too_long", 1),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(save: Save, content: bytes, code: str, line: int | None) -> None:
    no = refused(save(content))
    assert (no.code, no.data.get("line")) == (code, line)
    assert no.data["file"] == "sales.csv"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.csv").code == "file_missing"
    assert refused(tmp_path).code == "file_is_folder"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(save: Save) -> None:
    path = save(SALES)
    path.chmod(0)
    assert refused(path).code == "file_unreadable"


def test_a_file_that_vanishes_between_looking_and_reading_is_refused(save: Save) -> None:
    path = save(SALES)
    reading = pos.read(path)
    path.unlink()
    with pytest.raises(Refused):
        list(reading.records())


def test_a_row_that_is_too_long_or_cut_is_rejected_and_the_rest_is_read(save: Save) -> None:
    records = list(pos.read(save(SALES + "2026-03-04,Smith, Ann,5\n2026-03-04,Cid,6,\n2026-03-05,De")).records())
    assert [type(r) for r in records] == [Receipt, Receipt, Rejected, Receipt, Rejected]
    assert {r.why for r in records if isinstance(r, Rejected)} == {"wrong_column_count"}


def test_a_spreadsheet_may_drop_empty_cells_at_the_end_but_not_in_the_last_line(save: Save) -> None:
    text = "Date,Name,Amount,Note,Till\n2026-03-02,Ann,4\n2026-03-02,Bob,5,,\n2026-03-02,Cid,6\n"
    assert [type(r) for r in pos.read(save(text)).records()] == [Receipt, Receipt, Rejected]


def test_totals_footers_blank_rows_and_headers_again_are_left_out_with_their_reason(save: Save) -> None:
    text = SALES + ",,\nDate,Customer,Amount\nSubtotal,,7.30\nTotal,,7.30\nPrinted by Ann,,\nExported by Till\n"
    why = [r.why for r in pos.read(save(text)).records() if isinstance(r, Ignored)]
    assert why == ["blank_row", "repeated_header", "subtotal_row", "totals_row", "footer", "footer"]


def test_progress_goes_from_nothing_to_the_whole_file(save: Save) -> None:
    reading = pos.read(save(SALES))
    assert reading.position == 0
    list(reading.records())
    assert reading.position == reading.size == len(SALES.encode())


def test_a_reading_that_is_stopped_halfway_leaves_the_program_as_it_was(save: Save) -> None:
    records = pos.read(save(SALES)).records()
    next(records)
    assert not gc.isenabled()
    records.close()
    assert gc.isenabled()
