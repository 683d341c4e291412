"""A program in a pseudo-terminal of its own, and how long until a text stands in what it painted: what a person waits
for, measured from outside, the same for every program."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

CONTROLS = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[@-Z\\^_a-z=>])|[\0-\x1f]"
)
LIMIT = 60.0  # seconds: longer than anything here takes
UNCOMPILED = "PYTHONDONTWRITEBYTECODE"  # set, a checkout is compiled at every start, as no installed program is
PATIENCE = 5.0  # seconds for quitting
ENTER, BACKSPACE, QUIT = b"\r", b"\x7f", b"\x11"


class Terminal:
    """One program at 80×24. `started`: the moment before it was started, by time.perf_counter."""

    def __init__(self, command: Sequence[str], **environment: str) -> None:
        kept = {name: value for name, value in os.environ.items() if name != UNCOMPILED}
        env = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **environment}
        self.painted = b""
        self.started = time.perf_counter()
        self.pid, self._screen = pty.fork()
        if self.pid == 0:
            become(command, env)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Quit as a person does, so that the program can tidy up, and wait until it is gone."""
        os.write(self._screen, QUIT)
        until = time.perf_counter() + PATIENCE
        while self._read(until - time.perf_counter()):
            pass
        if time.perf_counter() > until:
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._screen)

    def paint_of(self, text: str, since: float | None = None) -> float:
        """Milliseconds from `since`, else from the start, until something that matches `text` was painted."""
        pattern = re.compile(text.encode())
        since = self.started if since is None else since
        while not pattern.search(CONTROLS.sub(b"", self.painted)):
            if not self._read(since + LIMIT - time.perf_counter()):
                raise TimeoutError(f"{text!r} was never painted; last: {CONTROLS.sub(b'', self.painted)[-2000:]!r}")
        return (time.perf_counter() - since) * 1000

    def type(self, keys: bytes, then: str) -> float:
        """Milliseconds from pressing the keys, the program being quiet, until something that matches `then` is new."""
        self.settle()
        self.painted = b""
        since = time.perf_counter()
        os.write(self._screen, keys)
        return self.paint_of(then, since)

    def press(self, keys: bytes) -> None:
        """Press keys, the program being quiet, and wait until it is quiet again."""
        self.settle()
        os.write(self._screen, keys)
        self.settle()

    def settle(self, quiet: float = 0.25) -> None:
        """Wait until nothing has been painted for so many seconds (a blinking cursor needs twice as long)."""
        while self._read(quiet):
            pass

    def watch(self, seconds: float) -> None:
        """Let so many seconds pass."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self._read(until - time.perf_counter())

    def _read(self, seconds: float) -> bool:
        """Take what is painted within so many seconds; whether anything was."""
        ready, _, _ = select.select([self._screen], [], [], max(0.0, seconds))
        try:
            more = os.read(self._screen, 1 << 16) if ready else b""
        except OSError:  # Linux says so when the program is gone
            more = b""
        self.painted += more
        return bool(more)


def become(command: Sequence[str], env: Mapping[str, str]) -> None:
    """In the child: be the program, in a window of 80×24."""
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.execvpe(command[0], list(command), dict(env))
