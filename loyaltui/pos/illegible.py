"""Letters of a file that can't be read: which of its records have some, and which are no text at all.

A broken byte is read as U+FFFD and costs its own letter. Half a surrogate pair is no letter of any writing: its record
is rejected.
"""

import codecs
from collections.abc import Iterable, Iterator

from loyaltui.core.receipt import Garbled, Record, Rejected

ERRORS = "loyaltui"  # the error handler's name
UNREAD, HALF = "\ufffd", "\ud800"

Batches = Iterable[tuple[Iterable[int], list[list[str]]]]


def unread(error: UnicodeError) -> tuple[str, int]:
    """What is read where a codec can't: HALF for half a surrogate pair, else UNREAD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    begins = error.object[error.start : error.start + 2]
    if error.encoding == "utf-8":
        half = begins[:1] == b"\xed" and begins[1:] >= b"\xa0"
    else:
        half = error.encoding.startswith("utf-16") and "end" not in error.reason and "truncated" not in error.reason
    return (HALF if half or "surrogate code point" in error.reason else UNREAD), error.end


codecs.register_error(ERRORS, unread)


class Sieve:
    """Lets through the rows that are text, and keeps a record of each that has letters which can't be read."""

    def __init__(self) -> None:
        self.kept: list[Record] = []

    def sifted(self, batches: Batches) -> Iterator[tuple[list[int], list[list[str]]]]:
        """The batches without rows that are no text."""
        for lines, rows in batches:
            fit = [(line, row) for line, row in zip(lines, rows, strict=True) if self.passes(line, "".join(row))]
            yield [line for line, _ in fit], [row for _, row in fit]

    def passes(self, line: int, text: str) -> bool:
        """Whether a row is text, whatever else is said of it."""
        if any("\ud800" <= ch <= "\udfff" for ch in text):
            self.kept.append(Rejected(line, "unreadable_text"))
            return False
        if UNREAD in text:
            self.kept.append(Garbled(line))
        return True

    def taken(self) -> list[Record]:
        """What was kept since last asked."""
        kept, self.kept = self.kept, []
        return kept
