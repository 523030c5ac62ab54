"""The ledger extract in the manifest: each row recomputed, each chained to the row before."""

from collections.abc import Iterator, Mapping
from typing import Any

from archive.verification.digests import sm3_of
from archive.verification.manifest import Manifest
from archive.verification.report import Check, Detail, agreed, unchecked
from archive.verification.words import Words
from decisions.canonical import canonical, digest

OWN = ("hash", "sm3")
"""The columns that a row's digests are not made of."""
EMPTY = Words("台账节选里没有记录", "The ledger extract has no rows")
HOLDS = Words(
    "{n}条记录首尾相接，没有缺号", "Each row is chained to the one before, none is left out ({n})"
)
ALTERED = Words("{n}处对不上，最早在第{row}条", "Not in agreement ({n}), first in row {row}")
ROW = Words("台账第{row}条（{act}）", "ledger row {row} ({act})")
HEAD = Words("台账最后一条", "last row of the ledger")
SEQ = Words("记录号", "number")
PREVIOUS = Words("前条摘要：应与上一条的摘要相同", "digest of the row before")
HASH = Words("本条摘要（SHA-256）：由本条内容重算", "digest (SHA-256), recomputed from the row")
SM3 = Words("本条摘要（SM3）：由本条内容重算", "digest (SM3), recomputed from the row")
HEAD_HASH = Words("摘要", "digest")


def check(manifest: Manifest) -> Check:
    """Recompute the whole chain."""
    if not manifest.entries:
        return unchecked("ledger", EMPTY)
    found = list(_faults(manifest))
    row = min((number for number, _detail in found), default=0)
    details = [detail for _number, detail in found]
    holds = HOLDS.of(n=len(manifest.entries))
    return agreed("ledger", details, holds, ALTERED.of(n=len(details), row=row))


def _faults(manifest: Manifest) -> Iterator[tuple[int, Detail]]:
    previous = ""
    for number, row in enumerate(manifest.entries, 1):
        for detail in _row(number, row, previous, manifest.second):
            yield number, detail
        previous = str(row.get("hash", ""))
    if manifest.head != previous:
        yield len(manifest.entries), Detail(HEAD, HEAD_HASH, manifest.head, previous)


def _row(number: int, row: Mapping[str, Any], previous: str, second: bool) -> Iterator[Detail]:
    item = named(number, row)
    data = canonical({name: value for name, value in row.items() if name not in OWN})
    if row.get("seq") != number:
        yield Detail(item, SEQ, str(number), str(row.get("seq", "")))
    if row.get("previous_hash", "") != previous:
        yield Detail(item, PREVIOUS, previous, str(row.get("previous_hash", "")))
    if row.get("hash") != digest(data):
        yield Detail(item, HASH, str(row.get("hash", "")), digest(data))
    if second and row.get("sm3") != sm3_of(data):
        yield Detail(item, SM3, str(row.get("sm3", "")), sm3_of(data))


def named(number: int, row: Mapping[str, Any]) -> Words:
    """Return how a row is called to a reader."""
    return ROW.of(row=number, act=str(row.get("act", ""))[:48])
