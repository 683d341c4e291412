"""What a staged file brings, counted: the report of an import before it is one, and after."""

import sqlite3

from loyaltui.core.moment import iso
from loyaltui.core.receipt import TillFile
from loyaltui.core.report import ImportReport
from loyaltui.core.reward import Reward, point_worth
from loyaltui.core.rule import Rule
from loyaltui.store.readings import unpack
from loyaltui.store.staging import Staging

COUNTS = """
SELECT coalesce(sum(sales) FILTER (WHERE person >= 0), 0), count(*) FILTER (WHERE person >= 0),
    count(*) FILTER (WHERE person >= 0 AND sales > 0), coalesce(sum(amount) FILTER (WHERE person >= 0), 0),
    coalesce(sum(refunds) FILTER (WHERE person >= 0), 0), coalesce(sum(refunded) FILTER (WHERE person >= 0), 0),
    coalesce(sum(sales) FILTER (WHERE person < 0), 0), coalesce(sum(amount - refunded) FILTER (WHERE person < 0), 0),
    coalesce(sum(refunds) FILTER (WHERE person < 0), 0), coalesce(sum(refunded) FILTER (WHERE person < 0), 0),
    min(first) FILTER (WHERE person >= 0), max(last) FILTER (WHERE person >= 0)
FROM brings
"""
NAMES = (
    "visits customers customers_with_visits net_paid_minor refunds refunds_minor anonymous_receipts "
    "anonymous_minor anonymous_refunds anonymous_refunds_minor"
).split()
REST = {
    "new_customers": "SELECT count(*) FROM people WHERE newcomer",
    "already_known": "SELECT count(*) + (SELECT count(*) FROM people WHERE listed AND NOT newcomer) FROM known",
    "changed": "SELECT count(*) FROM otherwise",
    "met_at_counter": "SELECT count(*) FROM met",
    "met_nameless": "SELECT count(*) FROM met JOIN staged USING (n) WHERE person IS NULL",
    "to_look_at": "SELECT count(*) FROM doubtful",
    "alike": "SELECT count(*) FROM fresh s WHERE EXISTS (SELECT 1 FROM receipts) AND s.kind = 'sale' AND EXISTS ("
    "SELECT 1 FROM receipts r WHERE r.day = s.day AND r.second = s.second AND r.amount = s.amount "
    "AND r.source = :source AND r.kind = 'sale')",
}


def tally(file: str, till: TillFile, staging: Staging) -> ImportReport:
    """The report of a staged file, as if it had been taken in."""
    conn = staging.conn
    report = ImportReport(
        file, None, till.format, till.encoding, till.delimiter, till.header_line, till.currency, till.identity
    )
    counts = conn.execute(COUNTS).fetchone()
    for name, count in zip(NAMES, counts, strict=False):
        setattr(report, name, count)
    for name, query in REST.items():
        setattr(report, name, conn.execute(query, {"source": till.source}).fetchone()[0])
    report.customers = report.customers or report.new_customers
    report.first_visit, report.last_visit = (written(till, packed) for packed in counts[-2:])
    report.ignored, report.rejected, report.garbled = staging.ignored, staging.rejected, staging.garbled
    return report


def written(till: TillFile, packed: int | None) -> str | None:
    """A packed time as the file would write it: no seconds where the till knows none."""
    day, second = unpack(packed)
    if day is None:
        return None
    text = iso(day, second)
    return text if till.has_seconds or second is None else text[:-3]


def weigh_history(conn: sqlite3.Connection, report: ImportReport, rule: Rule, rewards: list[Reward]) -> None:
    """What the sales from before the programme would earn, so that the owner can decide once."""
    earned = "max(0, early_amount) / ?" if rule.per == "amount" else "early_sales * ?"
    report.history_sales, report.history_points = conn.execute(
        f"SELECT coalesce(sum(early_sales), 0), coalesce(sum({earned}), 0) FROM brings WHERE person >= 0", (rule.size,)
    ).fetchone()
    worth, points = point_worth(rewards)
    report.history_worth = report.history_points * worth // points
