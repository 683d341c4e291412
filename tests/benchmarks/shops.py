"""A big shop to measure on: a till's file of invented people, brought in by the same command an owner uses.

Made once and kept in the temporary folder; remove the folder `loyaltui-benchmarks-…` there to have it made anew.
"""

import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random

LOYALTUI = (sys.executable, "-m", "loyaltui")
GIVEN = (
    "Ada Amir Anouk Arjun Beatriz Björn Carmen Chen Chloé Devon Elif Emeka Farah Finn Gita Goran Hana Hugo Ines Ivan "
    "Jada Jonas Karin Kwame Leila Łukasz Maeve Mihai Nadia Nikhil Olga Oskar Priya Quinn Renée Rosa Seán Tala Uma Zoë"
).split()
FAMILY = (
    "Abara Acosta Adeyemi Almeida Andersen Banerjee Becker Bianchi Brandt Carvalho Castillo Chaudhry Costa Dubois "
    "Eriksen Farouk Fernández Fischer Fontaine García Ghosh Haddad Hoffmann Horvat Ibarra Iqbal Jansen Joshi Kaya "
    "Keller Kowalska Kumar Lefèvre Lindqvist López Mahmoud Mensah Moreau Müller Nakamura Novak O'Hara Okafor Papadakis "
    "Petrov Quiroga Rossi Suzuki Wójcik Zhang"
).split()
MIDDLE = "ABCDEFGHIJKLMNOPRSTUVWXYZ"
EVERYBODY = len(GIVEN) * len(FAMILY) * len(MIDDLE)  # 50,000 different names
HEADER = ("Receipt", "Date", "Time", "Customer ID", "Customer Name", "Phone", "Loyalty Card", "Total")
FIRST_DAY, DAYS = date(2025, 1, 1), 365
TODAY = "2026-01-01"
PER_CUSTOMER = 5  # receipts, on average


def folder() -> Path:
    """Where what was made once is kept."""
    kept = Path(tempfile.gettempdir()) / f"loyaltui-benchmarks-{os.getuid()}"
    kept.mkdir(mode=0o700, exist_ok=True)
    return kept


def card(number: int) -> str:
    """The card of the customer of that number, from 0."""
    return f"29{number:06}"


def sales(customers: int, receipts: int) -> Iterator[tuple[str, ...]]:
    """A year's receipts by day and time; everybody comes at least once, a few of them very often."""
    rng = Random(2025)
    names = [f"{given} {middle}. {family}" for given, middle, family in product(GIVEN, MIDDLE, FAMILY)]
    rng.shuffle(names)
    often = (int(customers * rng.random() ** 3) for _ in range(receipts - customers))
    people = [*range(customers), *often]
    rng.shuffle(people)
    for n, who in enumerate(people):
        day = FIRST_DAY + timedelta(days=n * DAYS // receipts)
        second = 8 * 3600 + n * 37 % 36_000
        time = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        phone, amount = f"+3532091{who:05}", f"{rng.randrange(250, 3000) / 100:.2f}"
        yield f"R{n:07}", day.isoformat(), time, f"C{who:05}", names[who], phone, card(who), amount


def sales_file(customers: int, receipts: int) -> Path:
    """A till's file with so many receipts of so many customers."""
    path = folder() / f"sales-{customers}-{receipts}.csv"
    if not path.exists():
        half = path.with_suffix(".part")
        with half.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([HEADER, *sales(customers, receipts)])
        half.replace(path)
    return path


def import_command(shop: Path, file: Path) -> tuple[str, ...]:
    """The command that brings a file into a shop."""
    options = ("--yes", "--json", "--currency", "EUR", "--region", "IE")
    return *LOYALTUI, "--shop", str(shop), "--today", TODAY, "import", str(file), *options


def big_shop(each: int = PER_CUSTOMER) -> Path:
    """The shop of 50,000 customers with so many receipts each on average, for reading; write to a copy."""
    path = folder() / f"shop-{each}.db"
    if not path.exists():
        print(f"Making a shop of {EVERYBODY:,} customers, once …", file=sys.stderr)
        half = path.with_suffix(".part")
        half.unlink(missing_ok=True)
        command = import_command(half, sales_file(EVERYBODY, EVERYBODY * each))
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
        for key, value in {"name": "Benchmark", "card_prefix": "29"}.items():
            subprocess.run((*LOYALTUI, "--shop", half, "settings", key, value), check=True, capture_output=True)
        half.replace(path)
    return path
