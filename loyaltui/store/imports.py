"""A till's file into the shop: staged, looked at, and then taken in whole, in one act that can be undone whole."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from loyaltui.core.moment import Moment, iso
from loyaltui.core.receipt import TillFile
from loyaltui.core.refused import Refused
from loyaltui.core.report import ImportReport
from loyaltui.store.ledger import Booking
from loyaltui.store.readings import PACK, unpack
from loyaltui.store.staging import Progress, Staging

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

COUNTS = f"""
SELECT count(*) FILTER (WHERE kind = 'sale' AND person IS NOT NULL),
    count(DISTINCT person), count(DISTINCT CASE kind WHEN 'sale' THEN person END),
    coalesce(sum(amount) FILTER (WHERE person IS NOT NULL), 0),
    count(*) FILTER (WHERE kind = 'refund' AND person IS NOT NULL),
    coalesce(sum(amount) FILTER (WHERE kind = 'refund' AND person IS NOT NULL), 0),
    count(*) FILTER (WHERE kind = 'sale' AND person IS NULL),
    coalesce(sum(amount) FILTER (WHERE kind = 'sale' AND person IS NULL), 0),
    count(*) FILTER (WHERE kind = 'refund' AND person IS NULL),
    coalesce(sum(amount) FILTER (WHERE kind = 'refund' AND person IS NULL), 0),
    min(day * {PACK} + coalesce(second + 1, 0)) FILTER (WHERE kind = 'sale' AND person IS NOT NULL),
    max(day * {PACK} + coalesce(second + 1, 0)) FILTER (WHERE kind = 'sale' AND person IS NOT NULL)
FROM fresh JOIN staged USING (n)
"""
PEOPLE = (
    "UPDATE people SET newcomer = 1, customer_id = nth + (SELECT coalesce(max(seq), 0) FROM sqlite_sequence "
    "WHERE name = 'customers') FROM (SELECT person AS who, row_number() OVER (ORDER BY person) AS nth FROM people "
    "WHERE customer_id IS NULL AND person IN (SELECT person FROM fresh JOIN staged USING (n))) WHERE person = who",
    # one card, one holder: the first keeps it
    "UPDATE people SET card = '' WHERE newcomer AND card <> '' AND (card IN (SELECT card FROM customers) OR EXISTS "
    "(SELECT 1 FROM people p WHERE p.newcomer AND p.card = people.card AND p.person < people.person))",
    "INSERT INTO customers(id, act_id, name, phone, email, card, folded) SELECT customer_id, :act, name, phone, email, "
    "card, folded(CASE name WHEN '' THEN ext_id ELSE name END, phone, email, card) "
    "FROM people WHERE newcomer ORDER BY person",
    # what the shop didn't know of somebody
    "UPDATE customers AS c SET name = coalesce(nullif(c.name, ''), p.name), phone = "
    "coalesce(nullif(c.phone, ''), p.phone), "
    "email = coalesce(nullif(c.email, ''), p.email), folded = folded(coalesce(nullif(c.name, ''), nullif(p.name, ''), "
    "p.ext_id), coalesce(nullif(c.phone, ''), p.phone), coalesce(nullif(c.email, ''), p.email), c.card) FROM people p "
    "WHERE p.customer_id = c.id AND NOT p.newcomer AND ((c.name = '' AND p.name <> '') OR (c.phone = '' "
    "AND p.phone <> '') "
    "OR (c.email = '' AND p.email <> ''))",
    "INSERT INTO external_ids(act_id, customer_id, source, ext_id) SELECT :act, customer_id, :source, "
    "ext_id FROM people "
    "WHERE ext_id <> '' AND customer_id IS NOT NULL ORDER BY person ON CONFLICT DO NOTHING",
)
TAKE_IN = (
    "INSERT INTO staff(act_id, name) SELECT :act, staff FROM fresh JOIN staged USING (n) "
    "WHERE staff <> '' GROUP BY staff ORDER BY min(k) ON CONFLICT DO NOTHING",
    "INSERT INTO receipts(id, act_id, customer_id, kind, day, second, amount, tax, discount, staff_id) "
    "SELECT :base + k, :act, p.customer_id, s.kind, s.day, s.second, s.amount, s.tax, s.discount, f.id "
    "FROM fresh JOIN staged s USING (n) LEFT JOIN people p USING (person) LEFT JOIN staff f ON f.name = "
    "s.staff ORDER BY k",
    "INSERT INTO receipt_refs(act_id, receipt_id, source, kind, ref) "
    "SELECT :act, :base + k, :source, kind, ref FROM fresh JOIN staged USING (n) ORDER BY k",
    "INSERT INTO items(act_id, name, category) SELECT :act, item, category FROM fresh JOIN staged_lines USING (n) "
    "GROUP BY item, category ORDER BY min(k), item ON CONFLICT DO NOTHING",
    "INSERT INTO lines(act_id, receipt_id, item_id, quantity, amount) "
    "SELECT :act, :base + k, i.id, l.quantity, l.amount FROM fresh JOIN staged_lines l USING (n) "
    "JOIN items i ON i.name = l.item AND i.category = l.category ORDER BY k, l.rowid",
)


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
    ) -> ImportReport:
        """Bring a till's file in, whole, once `decide` has seen what it would bring; known receipts stay as they are.

        `progress(position, size)` in bytes; raising Refused from it stops the import, and nothing was written.
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
                    self._write(act, till, report)
        self.shop.readings.forget()
        return report

    def _brings_something(self) -> bool:
        return self.shop.conn.execute("SELECT 1 FROM fresh LIMIT 1").fetchone() is not None

    def _has_currency(self) -> bool:
        return self.shop.conn.execute("SELECT 1 FROM settings WHERE key = 'currency'").fetchone() is not None

    def _report(self, file: str, till: TillFile, staging: Staging) -> ImportReport:
        conn = self.shop.conn
        report = ImportReport(
            file, None, till.format, till.encoding, till.delimiter, till.header_line, till.currency, till.identity
        )
        counts = conn.execute(COUNTS).fetchone()
        names = (
            "visits customers customers_with_visits net_paid_minor refunds refunds_minor anonymous_receipts "
            "anonymous_minor anonymous_refunds anonymous_refunds_minor"
        )
        for name, count in zip(names.split(), counts, strict=False):
            setattr(report, name, count)
        report.first_visit, report.last_visit = (self._written(till, packed) for packed in counts[-2:])
        staged, fresh = conn.execute("SELECT (SELECT count(*) FROM staged), (SELECT count(*) FROM fresh)").fetchone()
        report.already_known = staged - fresh
        report.new_customers = conn.execute(
            "SELECT count(DISTINCT person) FROM fresh JOIN staged USING (n) JOIN people USING (person) "
            "WHERE customer_id IS NULL"
        ).fetchone()[0]
        report.ignored, report.rejected = staging.ignored, staging.rejected
        self._weigh_history(report)
        return report

    def _written(self, till: TillFile, packed: int | None) -> str | None:
        """A packed time as the file would write it: no seconds where the till knows none."""
        day, second = unpack(packed)
        if day is None:
            return None
        text = iso(day, second)
        return text if till.has_seconds or second is None else text[:-3]

    def _weigh_history(self, report: ImportReport) -> None:
        """What the sales from before the programme would earn, so that the owner can decide once."""
        rules = self.shop.set.rules()
        if not rules:
            return
        rule = rules[0]
        each = "count(*) * ?" if rule.per == "visit" else "max(0, sum(amount)) / ?"
        where = "person IS NOT NULL AND day < ?" + (" AND kind = 'sale'" if rule.per == "visit" else "")
        sales, points = self.shop.conn.execute(
            f"SELECT coalesce(sum(sales), 0), coalesce(sum(points), 0) FROM (SELECT sum(kind = 'sale') AS sales, "
            f"{each} AS points FROM fresh JOIN staged USING (n) WHERE {where} GROUP BY person)",
            (rule.size, rule.from_day),
        ).fetchone()
        rewards = self.shop.set.rewards()
        report.history_sales, report.history_points = sales, points
        report.history_worth = points * rewards[0].worth // rewards[0].points if rewards else 0
        report.history_booked = self.shop.settings.history_points == "yes"

    def _write(self, act: int, till: TillFile, report: ImportReport) -> None:
        conn = self.shop.conn
        report.act = act
        self._write_people(act, till.source)
        base = conn.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'receipts'").fetchone()[0]
        for statement in TAKE_IN:
            conn.execute(statement, {"act": act, "base": base, "source": till.source})
        rows = conn.execute(
            "SELECT id, customer_id, kind, day, amount FROM receipts WHERE act_id = ? AND customer_id IS NOT NULL "
            "ORDER BY customer_id, day, second, id",
            (act,),
        ).fetchall()
        report.points = self.shop.points.book(act, (Booking(*row) for row in rows))
        conn.execute("INSERT INTO imports(act_id, report) VALUES (?, ?)", (act, json.dumps(asdict(report))))

    def _write_people(self, act: int, source: str) -> None:
        """Add the people the shop doesn't know, fill in what it didn't know of the others, and keep the till's ids."""
        for statement in PEOPLE:
            self.shop.conn.execute(statement, {"act": act, "source": source})

    def last_report(self, act: int) -> ImportReport | None:
        """What an import said of itself when it was done."""
        row = self.shop.conn.execute("SELECT report FROM imports WHERE act_id = ?", (act,)).fetchone()
        return ImportReport(**json.loads(row[0])) if row else None
