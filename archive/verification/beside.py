"""The folder or package beside a dossier: what was too large for it, and its other volumes."""

import stat
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from archive.verification.limits import MOST_BESIDE
from archive.verification.names import plain_name
from archive.verification.strict import Unusable
from archive.verification.words import Words, shown

NOT_READ = Words("打不开放在旁边的文件夹或包", "The folder or package beside cannot be opened")
TOO_MANY = Words("包里的文件超过{most}个", "The package has more than {most} files")
OUTSIDE = Words("包里有指向包外的文件名：{name}", "The package names a file outside it: {name}")
TWICE = Words("包里有两个同名的文件：{name}", "The package has two files of one name: {name}")
LOCKED = Words("包里的文件加了密：{name}", "A file in the package is encrypted: {name}")
BOMB = Words("包里的文件压得太紧，没有解开：{name}", "A file in the package is a bomb: {name}")
TIGHTEST = 200
"""How many times smaller an honest file may be packed; evidence hardly packs at all."""
SMALL = 1024 * 1024


class Beside(Protocol):
    """Where files are looked for by a plain name."""

    def has(self, name: str) -> bool:
        """Say whether there is a file of this name."""

    def read(self, name: str) -> IO[bytes]:
        """Open it. Raises OSError, Unusable."""

    def names(self) -> Iterable[str]:
        """Return the names of all that is there."""


class Folder:
    """A folder: its own plain files, no links, nothing below or above it."""

    def __init__(self, path: Path) -> None:
        """Take the folder."""
        self._path = path

    def has(self, name: str) -> bool:
        path = self._path / name
        return plain_name(name) and path.exists() and stat.S_ISREG(path.lstat().st_mode)

    def read(self, name: str) -> IO[bytes]:
        return (self._path / name).open("rb")

    def names(self) -> Iterable[str]:
        return (path.name for path in self._path.iterdir())


class Package:
    """A zip package; its files may lie in one folder of the package's own."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        """See that every name is a plain one before any is read. Raises Unusable."""
        self._package = package
        infos = [info for info in package.infolist() if not info.is_dir()]
        if len(infos) > MOST_BESIDE:
            raise Unusable(TOO_MANY.of(most=MOST_BESIDE))
        self._files: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            name = _name(info)
            if name in self._files:
                raise Unusable(TWICE.of(name=shown(name)))
            self._files[name] = info

    def has(self, name: str) -> bool:
        return name in self._files

    def read(self, name: str) -> IO[bytes]:
        info = self._files[name]
        if info.flag_bits & 1:
            raise Unusable(LOCKED.of(name=shown(name)))
        if info.file_size > max(SMALL, TIGHTEST * info.compress_size):
            raise Unusable(BOMB.of(name=shown(name)))
        return self._package.open(info)

    def names(self) -> Iterable[str]:
        return self._files


def _name(info: zipfile.ZipInfo) -> str:
    parts = info.filename.split("/")
    if len(parts) > 2 or not all(map(plain_name, parts)):
        raise Unusable(OUTSIDE.of(name=shown(info.filename)))
    return parts[-1]


@contextmanager
def opened(path: Path) -> Iterator[Beside]:
    """Open a folder or a zip package. Raises Unusable."""
    if path.is_dir():
        yield Folder(path)
        return
    try:
        package = zipfile.ZipFile(path)
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        raise Unusable(NOT_READ) from None
    with package:
        yield Package(package)
