"""How a file's bytes became text: decided from the whole file, and said, never guessed in silence.

A byte order mark is believed, then UTF-8, then the old code page whose letters and words a sample of the lines shows.
Unicode with a few broken places stays Unicode; `Encoding.odd` says how many there are, illegible.py in which rows.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from loyaltui.core.refused import Refused

BLOCK = 1 << 16  # bytes; larger ones don't stay in the processor's cache
BEGINNING = 1 << 20  # bytes that show what kind of file it is
BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),  # begins like UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
NOT_TEXT = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Excel workbook"),
    (b"\xd0\xcf\x11\xe0", "old Excel workbook"),
    (b"\x1f\x8b", "packed file"),
    (b"SQLite format 3", "database"),
)
CONTROLS = bytes(set(range(1, 32)) - set(b"\t\n\r\x0b\x0c\x1a\x1b"))  # a NUL is told with its line
MANY_CONTROLS = 0.02  # share of bytes; text has next to none
HEAD, SAMPLE = 1 << 15, 1 << 18  # bytes of first lines, and of lines with more than ASCII, that are looked at
WHOLE = 4  # sequences of UTF-8 to each broken one, at least, in what is still UTF-8
SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
LATIN = ("cp1252", "cp1250", "cp1254", "iso8859-2", "iso8859-15")
MOJIBAKE = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x93-\xa6]|\xe2\x82\xac")  # "ë", "ł", a dash, a euro
LOOKS_BROKEN = 2  # broken bytes to each of these, at most
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


class Encoding(NamedTuple):
    """A file's encoding: `name` to show, `codec` for Python (it skips a byte order mark), `bom`: is there one?
    `odd`: how many places can't be read in it and became U+FFFD."""

    name: str
    codec: str
    bom: bool
    odd: int = 0


@contextmanager
def opened(path: Path) -> Iterator[FileIO]:
    """The file's raw bytes; Refused where it is missing, a folder or not ours to read."""
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():  # a pipe would be waited for, and read only once
            raise Refused("file_unreadable", file=path.name, detail="no plain file")
        raw = FileIO(str(path))
    except FileNotFoundError:
        raise Refused("file_missing", file=path.name) from None
    except IsADirectoryError:
        raise Refused("file_is_folder", file=path.name) from None
    except (OSError, ValueError) as error:  # a NUL in a name is a ValueError
        raise Refused("file_unreadable", file=path.name, detail=str(error)) from None
    with raw:
        try:
            yield raw
        except OSError as error:
            raise Refused("file_unreadable", file=path.name, detail=error.strerror or "") from None


def encoding_of(path: Path) -> Encoding:
    """How a file is encoded, tried on all of its bytes; Refused where it is no text or in no writing that is known."""
    with opened(path) as raw:
        head = raw.read(BEGINNING) or b""
        kind = next((kind for magic, kind in NOT_TEXT if head.startswith(magic)), "")
        if kind:
            raise Refused("not_text", file=path.name, kind=kind, line=1)
        for mark, name, codec in BOMS:
            if head.startswith(mark):
                return tried(raw, path, Encoding(name, codec, True))
        wide = without_mark(head)
        if wide:
            return tried(raw, path, Encoding(wide, wide, False))
        refuse_binary(path, head)
        if is_utf8(raw, path):
            return Encoding("utf-8", "utf-8", False)
        found = old_page(raw)
    if not found:
        raise Refused("encoding_unknown", file=path.name)
    return found


def tried(raw: FileIO, path: Path, encoding: Encoding) -> Encoding:
    """The encoding a mark promises; Refused where the file doesn't keep the promise or hides NULs."""
    if encoding.name == "utf-8":
        if is_utf8(raw, path):
            return encoding
        if mostly_utf8(odd_lines(raw)):
            return encoding._replace(odd=unreadable(raw, encoding.codec))
    elif decodes(raw, encoding.codec):
        return encoding
    elif odd := seldom_broken(raw, encoding.codec):
        return encoding._replace(odd=odd)
    raise Refused("encoding_broken", file=path.name, encoding=encoding.name)


def without_mark(head: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" where many second bytes are NUL and hardly any first ones, or the other way round."""
    pairs = len(head) // 2
    even, odd = head[0 : pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if odd > 0.1 * pairs and even <= 0.05 * odd:
        return "utf-16-le"
    return "utf-16-be" if even > 0.1 * pairs and odd <= 0.05 * even else ""


def refuse_binary(path: Path, head: bytes) -> None:
    """Refused where many bytes stand that no text has."""
    sample = head[:65536]
    if len(sample) - len(sample.translate(None, CONTROLS)) > MANY_CONTROLS * len(sample):
        raise Refused("not_text", file=path.name, kind="", line=1)


def is_utf8(raw: FileIO, path: Path) -> bool:
    """Whether a whole file is UTF-8, a last character cut in two forgiven; Refused, with its line, for a NUL."""
    decoder, valid = codecs.getincrementaldecoder("utf-8")("strict"), True
    for block in blocks(raw):
        if 0 in block:
            raise Refused("not_text", file=path.name, kind="", line=line_of_nul(raw))
        if not valid or (block.isascii() and not decoder.getstate()[0]):  # nothing to decode, and most of a file
            continue
        try:
            decoder.decode(block)
        except UnicodeError:
            valid = False
    return valid


def old_page(raw: FileIO) -> Encoding | None:
    """The encoding of a file that isn't UTF-8 throughout; None where none fits."""
    from loyaltui.pos.codepages import best_page, words_known  # most files never need the letters of twenty languages

    sample = odd_lines(raw)
    raw.seek(0)
    head = raw.read(HEAD) or b""
    page = best_page(sample, head)
    if hardly_old(page, sample) or (
        mostly_utf8(sample) and (not page or words_known(page, head) <= words_known("utf-8", head))
    ):
        page = "utf-8"
    return Encoding(page, page, False, unreadable(raw, page)) if page else None


def odd_lines(raw: FileIO) -> bytes:
    """A file's first lines with more than ASCII in them."""
    kept, size, rest = [], 0, b""
    for block in blocks(raw):
        if block.isascii() and not rest:
            continue
        *lines, rest = (rest + block).split(b"\n")
        rest = rest[-BEGINNING:]
        for line in (line for line in lines if not line.isascii()):
            kept.append(line)
            size += len(line)
            if size > SAMPLE:
                return b"\n".join(kept)
    return b"\n".join([*kept, rest])


def hardly_old(page: str, sample: bytes) -> bool:
    """Whether what a Latin code page would show is what UTF-8 looks like in it ("Ã«"), beside a few broken bytes."""
    broken = len(BEYOND_ASCII.findall(SEQUENCE.sub(b"", sample)))
    return page in LATIN and LOOKS_BROKEN * len(MOJIBAKE.findall(sample)) >= broken


def mostly_utf8(sample: bytes) -> bool:
    """Whether nearly all bytes beyond ASCII are whole sequences of UTF-8."""
    broken = len(BEYOND_ASCII.findall(SEQUENCE.sub(b"", sample)))
    return len(SEQUENCE.findall(sample)) >= WHOLE * broken


def unreadable(raw: FileIO, codec: str) -> int:
    """In how many places a file can't be read in a codec."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    return sum(decoder.decode(block).count("\ufffd") for block in blocks(raw))


def line_of_nul(raw: FileIO) -> int:
    """The line, from 1, of the first NUL byte."""
    line = 1
    for block in blocks(raw):
        found = block.find(0)
        line += block.count(b"\n", 0, found if found >= 0 else len(block))
        if found >= 0:
            break
    return line


def decodes(raw: FileIO, codec: str) -> bool:
    """Whether all of a file is text in that wide codec without NULs; a last character cut in two is forgiven."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    try:
        return not any("\0" in decoder.decode(block) for block in blocks(raw))
    except UnicodeError:
        return False


def seldom_broken(raw: FileIO, codec: str) -> int:
    """In how many places a file isn't text in that wide codec; 0 where that is oftener than once a line, or NULs stand
    in it: then it is something else."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    odd = lines = 0
    for block in blocks(raw):
        text = decoder.decode(block)
        if "\0" in text:
            return 0
        odd += text.count("\ufffd")
        lines += text.count("\n")
    return odd if odd <= lines else 0


def blocks(raw: FileIO) -> Iterator[bytes]:
    """The file's bytes from its beginning, a block at a time."""
    raw.seek(0)
    while block := raw.read(BLOCK):
        yield block
