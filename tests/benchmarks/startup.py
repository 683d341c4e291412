"""How long from the command to the first paint, against a bare Textual app: goal, at most 1.5 times as long.

`python -m tests.benchmarks.startup [SHOP]`: the demo, or the app on a shop. First paint is for both when the input's
placeholder has been painted; both in a pseudo-terminal, by the same interpreter, in turn.
"""

import sys
from collections.abc import Sequence

from tests.benchmarks.table import paired, show
from tests.benchmarks.terminal import Terminal

RUNS = 15
PLACEHOLDER = "ard, phone or name"  # its first letter is under the cursor
BARE = (sys.executable, "-m", "tests.benchmarks.bare")


def first_paint(command: Sequence[str]) -> float:
    """Milliseconds from the start of a command to its first paint."""
    with Terminal(command) as terminal:
        return terminal.paint_of(PLACEHOLDER)


def main() -> None:
    loyaltui = (sys.executable, "-m", "loyaltui")
    ours = (*loyaltui, "--shop", sys.argv[1]) if sys.argv[1:] else (*loyaltui, "demo")
    runs = [(first_paint(ours), first_paint(BARE)) for _ in range(RUNS + 1)][1:]
    show([paired("first paint", runs, "ratio ≤ 1.5")])


if __name__ == "__main__":
    main()
