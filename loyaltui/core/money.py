"""Money is an integer of minor units (cents) with a currency; this is where the digits of a currency are known."""

import re

from loyaltui.core.refused import Refused

DIGITS = {
    code: digits
    for digits, codes in {
        0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
        3: "BHD IQD JOD KWD LYD OMR TND",
        4: "CLF UYW",
    }.items()
    for code in codes.split()
}  # ISO 4217; every other currency has 2
LARGEST = 10**11  # minor units: more than that in one sale is a slip of the finger
AMOUNT = re.compile(r"(\d{1,12})(?:[.,](\d+))?")


def minor_digits(currency: str) -> int:
    """How many digits of a currency stand after the decimal mark: 2 for EUR, 0 for JPY."""
    return DIGITS.get(currency, 2)


def needed_amount(text: str, currency: str) -> int:
    """A typed amount in minor units; Refused where it is none."""
    amount = parse_amount(text, currency)
    if amount is None:
        raise Refused("bad_amount", text=text)
    return amount


def check_amount(amount: int | None) -> None:
    """Refused for an amount (minor units) below zero, or too large for one sale."""
    if amount is not None and not 0 <= amount <= LARGEST:
        raise Refused("amount_too_large" if amount > 0 else "bad_amount", text=amount)


def parse_amount(text: str, currency: str) -> int | None:
    """A typed amount ("4.20", "4,2", "4") in minor units; None where it is no amount, Refused where it is too large."""
    match = AMOUNT.fullmatch(text.strip())
    places = minor_digits(currency)
    if match is None or len(match[2] or "") > places:
        return None
    amount: int = int(match[1]) * 10**places + int((match[2] or "").ljust(places, "0") or 0)
    if amount > LARGEST:
        raise Refused("amount_too_large", text=text)
    return amount


def plain_amount(minor: int, currency: str) -> str:
    """Minor units as one would type them: 420 is "4.20"."""
    places = minor_digits(currency)
    return f"{minor / 10**places:.{places}f}"
