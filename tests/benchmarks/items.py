"""A wide till's file to measure on: one row per item sold, newest first, as Square writes them; all people invented."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.benchmarks.shops import FAMILY, GIVEN, folder

HEADER = (
    "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,"
    "Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,"
    "Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,Employee,Fulfillment Note,Channel,Token,"
    "Card Brand,PAN Suffix"
).split(",")
GOODS = (("Latte", 450), ("Flat white", 425), ("Bagel", 325), ("Sandwich", 1095), ("Beans 1kg", 4200), ("Mug", 1800))
LAST_DAY, DAYS = date(2025, 12, 31), 800
PEOPLE = 50_000
ANONYMOUS, REFUNDS, DISCOUNTS = 0.25, 0.01, 0.08  # shares of the receipts


def receipt(rng: Random, number: int, receipts: int) -> Iterator[tuple[str, ...]]:
    """The rows of one receipt, counted from the newest."""
    day = LAST_DAY - timedelta(days=number * DAYS // receipts)
    second = 72_000 - number * 37 % 36_000
    time = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    who = -1 if rng.random() < ANONYMOUS else int(PEOPLE * rng.random() ** 3)
    person, name = (f"C{who:025}", f"{GIVEN[who % 40]} {FAMILY[who // 40 % 50]}") if who >= 0 else ("", "")
    event, sign = ("Refund", -1) if rng.random() < REFUNDS else ("Payment", 1)
    off = rng.random() < DISCOUNTS
    sale, paid, link = f"T{number:027}", f"P{number:027}", f"https://till.example/sales/transactions/T{number:027}"
    for item, price in rng.choices(GOODS, k=rng.choice((1, 1, 1, 2, 2, 3, 4))):
        gross, discount = sign * price, -sign * price // 10 if off else 0
        sums = [money(cents) for cents in (gross, discount, gross + discount, (gross + discount) * 8 // 100)]
        yield (
            *(day.isoformat(), time, "Eastern Time (US & Canada)", "None", item, f"{sign:.1f}", "Regular", "", ""),
            *(*sums, sale, paid, "Till 1", "", link, event, "High Street", "", person, name, "", "ea", str(sign), ""),
            *("Physical Good", "€0.00", "", "", "High Street", f"TOK{number}", "Visa", f"{number % 10_000:04}"),
        )


def money(cents: int) -> str:
    """Money as the till writes it."""
    return f"{'-' if cents < 0 else ''}€{abs(cents) // 100}.{abs(cents) % 100:02}"


def items_file(rows: int) -> Path:
    """A till's file with about so many items sold."""
    path = folder() / f"items-{rows}.csv"
    if not path.exists():
        rng, receipts = Random(2025), rows // 2
        half = path.with_suffix(".part")
        with half.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerow(HEADER)
            csv.writer(file).writerows(row for n in range(receipts) for row in receipt(rng, n, receipts))
        half.replace(path)
    return path
