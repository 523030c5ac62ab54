"""The log's signing keys, files of KEYS_DIR: the newest signs, all that ever signed are published."""

import os
from pathlib import Path
from secrets import token_hex

from django.conf import settings

from archive.log.note import VerifierKey
from archive.log.signer import SignerKey

SECRET, PUBLIC = ".key", ".pub"


def signer() -> SignerKey:
    """Return the key that signs now, made at first use. Raises Malformed, OSError."""
    secrets = _files(SECRET)
    return _read(secrets[-1]) if secrets else _made(1, settings.LOG_ORIGIN)


def verifier_keys() -> list[VerifierKey]:
    """Return the verifier keys of the log, the oldest first. Raises Malformed, OSError."""
    found = {path.stem: VerifierKey.parse(path.read_text().strip()) for path in _files(PUBLIC)}
    found |= {path.stem: _read(path).verifier for path in _files(SECRET)}
    return [found[number] for number in sorted(found)]


def rotate() -> SignerKey:
    """Make a new key; the old one signs nothing any more, and can still be verified.

    The log's name stays: it is the same log. Raises Malformed, OSError.
    """
    old = signer()
    files = _files(SECRET)
    for path in files:
        _put(path.with_suffix(PUBLIC), f"{_read(path).verifier}\n", 0o644)
    new = _made(int(files[-1].stem) + 1, old.name)
    for path in files:
        path.unlink()
    return new


def _files(ending: str) -> list[Path]:
    return sorted(_folder().glob(f"*{ending}"))


def _folder() -> Path:
    folder = Path(settings.KEYS_DIR) / "log"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _read(path: Path) -> SignerKey:
    return SignerKey.parse(path.read_text().strip())


def _made(number: int, name: str) -> SignerKey:
    """Make a key; where another process was quicker, return that one's."""
    path = _folder() / f"{number:04}{SECRET}"
    _put(path, f"{SignerKey.make(name)}\n", 0o600)
    return _read(path)


def _put(path: Path, text: str, mode: int) -> None:
    """Make a file at one stroke, unless it is there."""
    beside = path.with_name(f".{path.name}.{token_hex(8)}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
