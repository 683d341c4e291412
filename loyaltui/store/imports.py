"""A till's file into the shop: staged, looked at, and then taken in whole, in one act that can be undone whole."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.moment import Moment
from loyaltui.core.receipt import TillFile
from loyaltui.core.refused import Refused
from loyaltui.core.report import ImportReport
from loyaltui.core.text import clean
from loyaltui.store import taking
from loyaltui.store.staging import Progress, Staging
from loyaltui.store.tally import tally, weigh_history

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop


class Told(NamedTuple):
    """What the owner said of a file: its shape, and fields with their columns, and "date_order"."""

    shape: str
    said: dict[str, str]


class Imports:
    """Imports into one shop."""

    def __init__(self, shop: "Shop") -> None:
        self.shop = shop

    def take_in(
        self,
        now: Moment,
        file: str,
        till: TillFile,
        progress: Progress = lambda done, size: None,
        decide: Callable[[ImportReport], bool] = lambda report: True,
        told: Told | None = None,
    ) -> ImportReport:
        """Bring a till's file in, whole, once `decide` has seen what it would bring; of known receipts only what the
        till says otherwise: the amount, or whose it is where that was not known.

        `progress(position, size)` in bytes; raising Refused from it stops the import, and nothing was written. `told`:
        what the owner said of the file, remembered for the next one of its shape.
        """
        currency = self.shop.settings.currency
        if till.currency and till.currency != currency and self._has_currency():
            raise Refused("other_currency", file=file, currency=till.currency, shop=currency)
        with Staging(self.shop.conn, till) as staging:
            staging.fill(progress)
            seen = self.shop.last_act()
            report = self._report(file, till, staging)
            if decide(report) and self._brings_something():
                with self.shop.act("import", now) as act:
                    if self.shop.last_act(before=act) != seen:  # another counter has saved something since
                        staging.match()
                        report = self._report(file, till, staging)
                    self._write(act, now, till, report)
                    self._remember(act, told)
        self.shop.readings.forget()
        return report

    def told_of(self, shape: str) -> dict[str, str]:
        """What the owner said of files of this shape: fields and their columns, and "date_order"."""
        row = self.shop.conn.execute("SELECT decided FROM layouts WHERE shape = ?", (shape,)).fetchone()
        return dict(json.loads(row[0])) if row else {}

    def _remember(self, act: int, told: Told | None) -> None:
        if told and told.said and told.said != self.told_of(told.shape):
            self.shop.conn.execute(
                "INSERT INTO layouts(act_id, shape, decided) VALUES (?, ?, ?) "
                "ON CONFLICT (shape) DO UPDATE SET decided = excluded.decided",
                (act, told.shape, json.dumps(told.said)),
            )

    def _brings_something(self) -> bool:
        tables = ("fresh", "otherwise", "people WHERE listed")
        something = "SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in tables)
        return bool(self.shop.conn.execute(something).fetchone()[0])

    def _has_currency(self) -> bool:
        return self.shop.conn.execute("SELECT 1 FROM settings WHERE key = 'currency'").fetchone() is not None

    def _report(self, file: str, till: TillFile, staging: Staging) -> ImportReport:
        report = tally(clean(file), till, staging)
        rules = self.shop.programme.rules()
        if rules:
            weigh_history(self.shop.conn, report, rules[0], self.shop.programme.rewards())
        report.history_booked = self.shop.settings.history_points == "yes"
        return report

    def _write(self, act: int, now: Moment, till: TillFile, report: ImportReport) -> None:
        report.act = act
        report.points = taking.take_in(self.shop, act, now, till.source)
        self.shop.conn.execute("INSERT INTO imports(act_id, report) VALUES (?, ?)", (act, json.dumps(asdict(report))))
