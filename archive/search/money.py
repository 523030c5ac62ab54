"""The sums of money in a text. No record has a column of money: the papers name them in words."""

import re
from collections.abc import Iterator
from decimal import Decimal

_SUM = re.compile(
    r"(?<![\d.])(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?\s*(万亿|千万|百万|亿|万|千)?元"
)
_UNIT = {
    "": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12,
}  # fmt: skip
CENT = Decimal("0.01")
MOST = Decimal(10) ** 15
KEPT = 200
"""The different sums by which one dossier is found."""


def sums(text: str) -> list[Decimal]:
    """Return the sums that a normalised text names in figures, in yuan: 1200万元 is 12,000,000."""
    found = sorted({value for value in _sums(text) if 1 <= value < MOST}, reverse=True)
    return found[:KEPT]


def _sums(text: str) -> Iterator[Decimal]:
    for whole, part, unit in _SUM.findall(text):
        yield (Decimal(whole.replace(",", "") + part) * _UNIT[unit]).quantize(CENT)
