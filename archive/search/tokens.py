"""What the index knows a text by: pairs of Chinese characters, whole words of other scripts.

One set of tokens a dossier, made here for both databases and for every question. A change of
what this module gives needs another VERSION: the index then knows itself to be old.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

VERSION = 1

HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"([{HAN}]+)|((?:[^\W_{HAN}])+)")
_BRACKETS = str.maketrans("〔〕【】", "[][]")
_ROUND = str.maketrans("()", "[]", " ")
_PLAIN = re.compile(r"[\u4e00-\u9fff]{2}")
LONGEST = 40
"""The characters of a word in another script by which it is known."""

FIRST, LAST = 0x4E00, 0x9FFF
_SPAN = LAST - FIRST + 1
_LOWEST = -(2**31)
_HASHED = _LOWEST + 2 * _SPAN**2
_REST = 2**31 - _HASHED


def normal(text: str) -> str:
    """Return `text` as it is compared: one width, one case, one kind of bracket."""
    return unicodedata.normalize("NFKC", text).lower().translate(_BRACKETS)


def number_key(number: str) -> str:
    """Return a document's number or code however it is typed: 海府（2016）18号 is 海府[2016]18号."""
    return normal(number).translate(_ROUND)


def of_text(text: str, space: str = "") -> Iterator[str]:
    """Yield the tokens of a normalised text, in the name space `space`."""
    for run in _RUN.finditer(text):
        han, word = run.groups()
        if word:
            yield f"{space}w{word[:LONGEST]}"
        else:
            yield from (space + han[n : n + 2] for n in range(len(han) - 1))


def of_title(text: str) -> Iterator[str]:
    """Yield the tokens by which a normalised title is found when titles alone are looked through."""
    return of_text(text, "zt")


def of_characters(text: str) -> Iterator[str]:
    """Yield the tokens of single characters: only titles and names have them."""
    return (f"z1{character}" for character in set(text) if _RUN.fullmatch(character))


def is_exact(word: str) -> bool:
    """Say whether a dossier that has the token of a normalised word surely has the word."""
    return _PLAIN.fullmatch(word) is not None


@lru_cache(maxsize=1 << 16)
def number(token: str) -> int:
    """Return a token as a whole number of four bytes; pairs of common characters never collide."""
    pair = token.removeprefix("zt")
    if not _PLAIN.fullmatch(pair):
        return _HASHED + zlib.crc32(token.encode()) % _REST
    first, second = (ord(character) - FIRST for character in pair)
    return _LOWEST + (pair != token) * _SPAN**2 + first * _SPAN + second


def numbers(tokens: Iterable[str]) -> list[int]:
    """Return tokens as numbers, each once, in order."""
    return sorted({number(token) for token in tokens})
