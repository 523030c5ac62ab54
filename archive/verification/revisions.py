"""What was added to the file after it was signed, and what that changed."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from archive.verification.digests import Digests, digests_of
from archive.verification.inside import chunks, files_inside
from archive.verification.pades import Judged
from archive.verification.reading import opened
from archive.verification.report import Check, Detail, Outcome
from archive.verification.strict import Unusable
from archive.verification.words import Words

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

NOTHING = Words("签名之后没有再改", "Nothing was changed after signing")
KEPT_UP = Words(
    "签名之后只加过时间戳和核验用的证书，内容没有再改",
    "After signing, only timestamps and what verifies them were added; nothing was changed",
)
UNCOVERED = Words(
    "最后一个时间戳之后还有{n}字节，看上去只是核验用的证书，但没有时间戳覆盖",
    "After the last timestamp there are {n} bytes, certificates as it seems, that none covers",
)
ADDED = Words(
    "签名有效，但签名之后文件又增加了{n}字节，内容随之改变",
    "The signature fits, but {n} bytes were added to the file after it, and change what it says",
)
DIGEST = Words("摘要（SHA-256）", "digest (SHA-256)")


def check(found: Judged, path: Path) -> Check:
    """Tell what the bytes after the signature do, naming each file that they change."""
    reach, added = found.last.end, found.signature.end.added
    if found.only_kept_up and not found.others:
        if reach.added:
            return Check("revisions", Outcome.UNKNOWN, UNCOVERED.of(n=f"{reach.added:,}"))
        return Check("revisions", Outcome.HOLDS, KEPT_UP if added else NOTHING)
    details = list(_changed(path, found.signature.end.covered))
    return Check("revisions", Outcome.ALTERED, ADDED.of(n=f"{added:,}"), details)


def _changed(path: Path, sealed: int) -> Iterator[Detail]:
    """Yield each file inside that is not what it was in the bytes that were signed."""
    try:
        with path.open("rb") as file:
            before = _digests(cast("BinaryIO", Beginning(file, sealed)))
        after = _digests(path)
    except Unusable:
        return
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old != new:
            item = Words(f"附件 {name}", f"attachment {name}")
            yield Detail(item, DIGEST, old.sha256 if old else "", new.sha256 if new else "")


def _digests(source: Path | BinaryIO) -> dict[str, Digests]:
    with opened(source) as pdf:
        return {
            name: digests_of(chunks(name, stream)) for name, stream in files_inside(pdf).items()
        }


class Beginning(io.RawIOBase):
    """The first bytes of a file, as if it ended there."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        """Take the file and how much of it counts."""
        super().__init__()
        self._file, self._size, self._at = file, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        self._file.seek(self._at)
        data = self._file.read(max(0, min(len(view), self._size - self._at)))
        view[: len(data)] = data
        self._at += len(data)
        return len(data)
