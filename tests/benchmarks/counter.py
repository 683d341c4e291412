"""What a shop of 50,000 customers makes a person wait for at the counter, against a bare app that echoes and refills.

`python -m tests.benchmarks.counter`: from the key until what it brought has been painted. Goals: a search at most 15 ms
more than the bare app, a visit saved and said within 50 ms of Enter. Both are whole processes in pseudo-terminals,
asked in turn. A letter "just opened" comes while the app still reads how everybody stands.
"""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.shops import LOYALTUI, TODAY, big_shop, card
from tests.benchmarks.startup import BARE, PLACEHOLDER
from tests.benchmarks.table import Line, paired, show
from tests.benchmarks.terminal import BACKSPACE, ENTER, Terminal

SEARCHES = {
    "a letter": ("m", "a", "s", "k", "n", "b", "r", "o", "e", "c"),
    "the second letter": ("ma", "an", "so", "ka", "no", "be", "ro", "ol", "em", "ch"),
    "a digit": ("1", "2", "3", "4", "5", "6", "7", "8", "9"),
    "the fourth digit": ("1234", "2091", "4471", "0042", "2900", "9142", "1777", "3532"),
}
MORE = 15  # milliseconds
SAVED = 50
VISITS = 10
OPENINGS = 5
READ = 12  # seconds in which the standings have been read


def last_key(terminal: Terminal, text: str, shown: str) -> float:
    """Milliseconds from the last key of a text to its result; the line is empty again afterwards."""
    if text[1:]:
        terminal.type(text[:-1].encode(), shown.format(text[:-1]))
    took = terminal.type(text[-1:].encode(), shown.format(text))
    terminal.press(BACKSPACE * len(text))
    return took


def searched(ours: Terminal, theirs: Terminal, what: str, texts: Sequence[str]) -> Line:
    """The same texts typed in both, in turn."""
    runs = [(last_key(ours, text, r" (of|found)\b"), last_key(theirs, text, "{} found")) for text in texts]
    more = median(here for here, _ in runs) - median(there for _, there in runs)
    return paired(what, runs, f"≤ +{MORE} ms, is {more:+.0f}")


def saved(ours: Terminal, theirs: Terminal) -> Line:
    """Different people's visits saved, from Enter to the tick; the bare app says as much and saves nothing."""
    runs = []
    for number in range(VISITS):
        ours.type(card(number * 997).encode() + ENTER, "paid ▸")
        ours.press(b"4.20")
        theirs.press(b"4.20")
        runs.append((ours.type(ENTER, "✓"), theirs.type(ENTER, "4.20 saved")))
        theirs.press(BACKSPACE * 4)
    return paired("⏎ until ✓", runs, f"≤ {SAVED} ms")


def just_opened(command: Sequence[str], shown: str) -> float:
    """Milliseconds from a letter to its result, the app having just been painted."""
    with Terminal(command) as terminal:
        terminal.paint_of(PLACEHOLDER)
        terminal.settle()
        return terminal.type(b"m", shown)


def measured(command: Sequence[str]) -> list[Line]:
    """Everything, of the app as `command` opens it."""
    opened = [(just_opened(command, " of "), just_opened(BARE, "m found")) for _ in range(OPENINGS)]
    with Terminal(command) as ours, Terminal(BARE) as theirs:
        ours.watch(READ)
        lines = [searched(ours, theirs, *search) for search in SEARCHES.items()]
        lines.append(saved(ours, theirs))
    return [*lines, paired("a letter, just opened", opened, "")]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder) / "shop.db"
        shutil.copyfile(big_shop(), shop)
        show(measured((*LOYALTUI, "--shop", str(shop), "--today", TODAY)))


if __name__ == "__main__":
    main()
