"""How a file's bytes became text: decided from the whole file, and said, never guessed in silence."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from loyaltui.core.refused import Refused

BLOCK = 1 << 20
BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),  # begins like UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
LEGACY = ("cp1252",)
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


class Encoding(NamedTuple):
    """A file's encoding: `name` to show, `codec` for Python (it skips a byte order mark), `bom`: is there one?"""

    name: str
    codec: str
    bom: bool


@contextmanager
def opened(path: Path) -> Iterator[FileIO]:
    """The file's raw bytes; Refused where it is missing, a folder or not ours to read."""
    try:
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
    """How a file is encoded, tried on all of its bytes; Refused where it is no text."""
    with opened(path) as raw:
        head = raw.read(BLOCK) or b""
        kind = next((kind for magic, kind in NOT_TEXT if head.startswith(magic)), "")
        if kind:
            raise Refused("not_text", file=path.name, kind=kind, line=1)
        for mark, name, codec in BOMS:
            if head.startswith(mark):
                return tried(raw, path, Encoding(name, codec, True))
        wide = without_mark(head)
        if wide:
            return tried(raw, path, Encoding(wide, wide, False))
        refuse_binary(raw, path, head)
        for name in ("utf-8", *LEGACY):
            if decodes(raw, name):
                return Encoding(name, name, False)
    raise Refused("encoding_unknown", file=path.name)


def tried(raw: FileIO, path: Path, encoding: Encoding) -> Encoding:
    """The encoding a mark promises; Refused where the file doesn't keep the promise or hides NULs."""
    if not decodes(raw, encoding.codec):
        raise Refused("encoding_broken", file=path.name, encoding=encoding.name)
    return encoding


def without_mark(head: bytes) -> str:
    """ "utf-16-le" or "utf-16-be" where nearly every second byte is NUL, else an empty string."""
    pairs = len(head) // 2
    even, odd = head[0 : pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if odd > 0.5 * pairs and even <= 0.1 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 * pairs and odd <= 0.1 * pairs else ""


def refuse_binary(raw: FileIO, path: Path, head: bytes) -> None:
    """Refused where bytes stand that no text has, with the line of the first."""
    sample = head[:65536]
    if len(sample) - len(sample.translate(None, CONTROLS)) > MANY_CONTROLS * len(sample):
        raise Refused("not_text", file=path.name, kind="", line=1)
    if any(0 in block for block in blocks(raw)):
        raise Refused("not_text", file=path.name, kind="", line=line_of_nul(raw))


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
    """Whether all of a file is text in that codec without NULs; a last character cut in two is forgiven."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    wide = codec.startswith(("utf-16", "utf-32"))
    try:
        for block in blocks(raw):
            if not wide and block.isascii() and not decoder.getstate()[0]:  # nothing to decode, and most of a file
                if 0 in block:
                    return False
            elif "\0" in decoder.decode(block):
                return False
    except UnicodeError:
        return False
    return True


def blocks(raw: FileIO) -> Iterator[bytes]:
    """The file's bytes from its beginning, a megabyte at a time."""
    raw.seek(0)
    while block := raw.read(BLOCK):
        yield block
