"""A card scanner types like a keyboard, only faster: which part of a line came from one."""

from collections.abc import Sequence

QUICK = 0.02  # seconds between two characters; a fast typist needs three times that
LEAST = 8  # characters, most of them digits: shorter ones are typed, or pasted amounts
LEAST_DIGITS = 6


def scanned(line: str, times: Sequence[float]) -> str | None:
    """The code at the end of `line` that came in one burst; None where a hand typed it.

    `times`: seconds on any clock, one for each character of the line, in order. A price has a point, a name few
    digits: neither is a code.
    """
    start = len(line)
    while start > 0 and (start == len(line) or times[start] - times[start - 1] <= QUICK):
        start -= 1
    code = line[start:].strip()
    if len(code) < LEAST or sum(ch.isdigit() for ch in code) < LEAST_DIGITS:
        return None
    return code if code.replace("-", "").isalnum() else None
