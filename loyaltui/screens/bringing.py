"""A till's file on its way in: which ones lie there, what the owner said of one, how it was read, what it brings."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from loyaltui import pos
from loyaltui.core.phone import e164
from loyaltui.core.refused import Refused
from loyaltui.core.report import ImportReport
from loyaltui.screens.base import Desk
from loyaltui.store.imports import Told
from loyaltui.words import imports as words

CUSTOMER = ("customer_id", "card", "email", "phone", "customer", "name")  # what may say who it was, the surest first
ENDINGS = (".csv", ".tsv")
MOST_FILES = 8


@dataclass
class Job:
    """One file on its way in: what the owner said of it (fields and columns, "date_order"), how it was then read, what
    would happen or has happened, and whether they have stopped it."""

    path: Path
    said: dict[str, str] = field(default_factory=dict)
    shape: str = ""
    reading: pos.Reading | None = None
    report: ImportReport | None = None
    stopped: bool = False

    def column(self, name: str) -> str:
        """The header of the column that a field was read from; "" where none was."""
        if self.reading is None:
            return ""
        fields = CUSTOMER if name == "customer" else (name, "total") if name == "amount" else (name,)
        meant = {means: header for header, means, _samples in self.reading.columns if means}
        return next((meant[means] for means in fields if means in meant), "")

    def take_in(self, desk: Desk, write: bool, progress: Callable[[int, int], object]) -> ImportReport:
        """Read the file and take it in, or (`write` no) say what it would bring; Refused when it is stopped."""
        shop = desk.shop
        settings = shop.settings
        self.shape = pos.shape(self.path)
        self.said = self.said or shop.imports.told_of(self.shape)
        mapped = {name: column for name, column in self.said.items() if name != "date_order"}
        currency = settings.currency if "currency" in shop.set.stored() else None
        phone = partial(e164, country=settings.country)
        country, order = settings.country or None, self.said.get("date_order")
        hints = pos.Hints(mapped, currency, country, order, phone, desk.now().day)
        self.reading = pos.read(self.path, hints)

        def read(done: int, size: int) -> None:
            if self.stopped:
                raise Refused("cancelled")
            progress(done, size)

        told = Told(self.shape, self.said)
        report = shop.imports.take_in(desk.now(), self.path.name, self.reading, read, lambda report: write, told)
        report.message = "\n".join(filter(None, (words.understood(self.reading), words.message(report))))
        return report


def recent_files(folder: Path) -> list[tuple[Path, int]]:
    """The newest CSV files of a folder with the day they were changed, newest first; none where it can't be read."""
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in ENDINGS and path.is_file()]
        changed = sorted(((path.stat().st_mtime, path) for path in found), reverse=True)
    except OSError:
        return []
    return [(path, date.fromtimestamp(when).toordinal()) for when, path in changed[:MOST_FILES]]
