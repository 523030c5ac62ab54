"""What a dossier is found by besides its words; each a token of letters and digits alone."""

from collections.abc import Iterable
from decimal import Decimal

from decisions.basis import Basis

SAMPLE = "zx0"
"""One dossier in 64 has it: from these the number of all is estimated."""
SHARE = 64
EARLIEST, LATEST = 1949, 2100


def sampled(key: int) -> bool:
    """Say whether a dossier is one of those by which all are counted."""
    return key % SHARE == 0


def organ(key: int) -> str:
    """Return the token of the organ to which a dossier belongs: nobody else's auditor reads it."""
    return f"zo{key}"


def year(number: int) -> str:
    """Return the token of a year."""
    return f"zy{number}"


def years(first: int | None, last: int | None) -> frozenset[str]:
    """Return the tokens of the years from `first` to `last`."""
    until = min(last or LATEST, LATEST)
    return frozenset(map(year, range(max(first or EARLIEST, EARLIEST), until + 1)))


def unit(key: int) -> str:
    """Return the token of the undertaking unit."""
    return f"zu{key}"


def person(key: int) -> str:
    """Return the token of a person who did, or tried to do, anything."""
    return f"zp{key}"


def post(key: int) -> str:
    """Return the token of a post in which anything was done or tried."""
    return f"zj{key}"


def tenure(key: int) -> str:
    """Return the token of a person in a post."""
    return f"zn{key}"


def step(name: str) -> str:
    """Return the token of a step that was gone through."""
    return f"zs{name.replace('_', '')}"


def procedure(name: str) -> str:
    """Return the token of a procedure."""
    return f"zc{name}"


def article(basis: Basis) -> str:
    """Return the token of an article that an act was held to."""
    return f"za{basis.source.replace('_', '')}x{basis.article}"


def refused_on(basis: Basis) -> str:
    """Return the token of an article on which an act was refused."""
    return f"zr{basis.source.replace('_', '')}x{basis.article}"


def deviation(key: int) -> str:
    """Return the token of a kind of special circumstance."""
    return f"zd{key}"


def deviations(found: str) -> list[int]:
    """Return the kinds of special circumstance in a row's column of facets."""
    return [int(token[2:]) for token in found.split() if token.startswith("zd")]


def amount(yuan: Decimal) -> str:
    """Return the token of a sum: its first digit, and how many digits it has."""
    return "zm{}x{}".format(*_size(yuan))


def amounts(least: Decimal, most: Decimal) -> frozenset[str]:
    """Return the tokens of all sums from `least` to `most`."""
    low, high = (_size(value) for value in (least, most))
    places = ((n, digit) for n in range(low[0], high[0] + 1) for digit in range(1, 10))
    return frozenset(f"zm{n}x{digit}" for n, digit in places if low <= (n, digit) <= high)


def _size(yuan: Decimal) -> tuple[int, int]:
    digits = str(int(yuan))
    return len(digits), int(digits[0])


def joined(tokens: Iterable[str]) -> str:
    """Return tokens as a row keeps them, so that each is found between spaces."""
    return f" {' '.join(sorted(set(tokens)))} "
