"""The demonstration's own authority: a root, a signer and a timestamp service, made at first use.

Whoever has this folder can sign anything in its name. It shows how a dossier proves itself; it
does not say who sealed it. Its certificates say so in their names.
"""

import datetime as dt
import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

from archive.signing import issuing
from archive.signing.issuing import Issued
from archive.signing.keyfile import KeyFile

ORGAN = "演示 Demonstration"
ROOT, SIGNER, TIMESTAMP = "演示根证书", "演示卷宗签章", "演示时间戳服务"
ROOT_LIFE = dt.timedelta(days=365 * 60)
LIFE = dt.timedelta(days=365 * 10)
"""Of the signer's and the timestamp service's certificates, and of the revocation list."""
MARGIN = LIFE / 2
"""How long before its end a timestamp certificate is no longer used."""


def exists() -> bool:
    """Say whether the demonstration's keys were ever made here."""
    return _home().is_dir()


def signer() -> KeyFile:
    """Return the newest key that signs dossiers."""
    return _newest("signer")


def timestamper() -> KeyFile:
    """Return the key that signs timestamps; a new one where the last soon ends."""
    newest = _newest("timestamp")
    if newest.certificate.not_valid_after - MARGIN < dt.datetime.now(dt.UTC):
        renew("timestamp")
    return _newest("timestamp")


def root() -> Issued:
    """Return the root with its key."""
    return issuing.read((_made() / "root.pem").read_bytes())


def revocations() -> bytes:
    """Return the root's revocation list, of this moment."""
    return issuing.nothing_revoked(root(), LIFE)


def renew(kind: str) -> KeyFile:
    """Make a new key and certificate under the same root, and destroy the key before it."""
    home, above = _made(), root()
    before = _numbered(home, kind)
    issue, name = _KINDS[kind]
    issued = issue(above, name, ORGAN, LIFE)
    number = len(before) + 1
    _write(home / f"{kind}-{number:04}.pem", issued.pem(above.certificate))
    for path in before:
        _write(path, b"".join(issuing.pem(one) for one in issuing.certificates(path.read_bytes())))
    return KeyFile(home / f"{kind}-{number:04}.pem")


_KINDS = {
    "signer": (issuing.signer, SIGNER),
    "timestamp": (issuing.timestamper, TIMESTAMP),
}


def _home() -> Path:
    return Path(settings.KEYS_DIR) / "signing" / "demonstration"


def _newest(kind: str) -> KeyFile:
    return KeyFile(_numbered(_made(), kind)[-1])


def _numbered(home: Path, kind: str) -> list[Path]:
    return sorted(home.glob(f"{kind}-*.pem"))


def _made() -> Path:
    """Return the folder, made whole or not at all."""
    home = _home()
    if not home.is_dir():
        home.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(dir=home.parent))
        _fill(new)
        try:
            new.rename(home)
        except OSError:  # another process was first
            shutil.rmtree(new)
    return home


def _fill(new: Path) -> None:
    above = issuing.root(ROOT, ORGAN, ROOT_LIFE)
    _write(new / "root.pem", above.pem())
    for kind, (issue, name) in _KINDS.items():
        _write(new / f"{kind}-0001.pem", issue(above, name, ORGAN, LIFE).pem(above.certificate))


def _write(path: Path, data: bytes) -> None:
    """Write a file that only its owner reads."""
    beside = path.with_suffix(".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    beside.rename(path)
