"""`loyaltui import --watch`: each file a till drops into a folder is brought in once, when it is whole."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from loyaltui import importing
from loyaltui.core.refused import Refused
from loyaltui.core.text import clean
from loyaltui.words import _
from loyaltui.words.refusals import say

if TYPE_CHECKING:
    from loyaltui.desk import Desk

ENDINGS = (".csv", ".tsv", ".txt")
PAUSE = 2.0  # seconds between two looks
QUIET = 6.0  # seconds without a change after which a file counts as whole


class State(NamedTuple):
    """What tells that a file has changed."""

    size: int
    changed: int


class Watch:
    """One folder being watched."""

    def __init__(self, desk: "Desk", folder: Path, options: dict[str, Any]) -> None:
        self.desk, self.folder, self.options = desk, folder, options
        self.done: dict[Path, State] = {}
        self.since: dict[Path, tuple[State, float]] = {}
        self.there = True

    def look(self, now: float) -> None:
        """Bring in what has stood unchanged long enough; `now` in seconds of any clock that only goes forward."""
        for file, state in self.files():
            if self.done.get(file) == state:
                continue
            known, since = self.since.setdefault(file, (state, now))
            if known != state:
                self.since[file] = state, now
            elif now - since >= QUIET:
                self.done[file] = state
                self.bring_in(file)

    def files(self) -> list[tuple[Path, State]]:
        """The folder's files; a folder that goes away (a stick, a share) is said once, and waited for."""
        try:
            found = [path for path in sorted(self.folder.iterdir()) if path.suffix.lower() in ENDINGS]
        except OSError as error:
            if self.there:
                say_folder(self.folder, error)
            self.there = False
            return []
        self.there = True
        return [(path, state) for path in found if (state := state_of(path)) is not None]

    def bring_in(self, file: Path) -> None:
        """One file; one that can't be read is said and doesn't end the watch."""
        try:
            importing.bring_in(self.desk, str(file), **self.options)
        except Refused as refused:
            click.echo(say(refused), err=True)


def state_of(path: Path) -> State | None:
    """A plain file's state; None for anything else, and for what has gone meanwhile."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return State(stat.st_size, stat.st_mtime_ns) if path.is_file() else None


def say_folder(folder: Path, error: OSError) -> None:
    """That a folder can't be looked into."""
    line = _("{folder} can't be watched just now ({why}). Nothing was brought in.")
    click.echo(line.format(folder=clean(str(folder)), why=error.strerror or str(error)), err=True)


def watch(desk: "Desk", folder: str, **options: Any) -> None:
    """Bring in each file that a till drops into a folder, once, until Ctrl+C; Refused where it is no folder."""
    path = Path(folder)
    if not path.is_dir():
        raise Refused("no_folder", folder=folder)
    click.echo(_("Watching {folder}; Ctrl+C ends it.").format(folder=clean(folder)), err=True)
    watched = Watch(desk, path, options)
    try:
        while True:
            watched.look(time.monotonic())
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        click.echo(_("No longer watched."), err=True)
