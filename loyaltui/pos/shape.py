"""What two exports of one till share: the shape of their header. And the lines of a file, to give back unread ones."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from loyaltui.core.text import clean
from loyaltui.pos.columns import scorer
from loyaltui.pos.source import find_table
from loyaltui.pos.words import key

LONGEST = 2000  # characters of a line that are given back


def shape(path: Path) -> str:
    """A short text that is the same for files with the same columns; Refused where the file is no table."""
    header = find_table(path, scorer({})).header
    return sha256("\x1f".join(key(cell) for cell in header).encode()).hexdigest()[:16]


def lines(path: Path, encoding: str, numbers: Iterable[int]) -> dict[int, str]:
    """The physical lines of these numbers, from 1, made harmless."""
    wanted = set(numbers)
    with path.open(encoding=encoding, errors="replace", newline=None) as file:
        return {number: clean(line.rstrip("\n")[:LONGEST]) for number, line in enumerate(file, 1) if number in wanted}
