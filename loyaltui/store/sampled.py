"""What the demo needs to know of the sample shop before the app opens."""

import sqlite3
from datetime import date
from pathlib import Path


def day_after(path: Path) -> date:
    """The day after the last receipt of a shop's file: the demo's today."""
    conn = sqlite3.connect(path)
    try:
        return date.fromordinal(conn.execute("SELECT max(day) FROM receipts").fetchone()[0] + 1)
    finally:
        conn.close()
