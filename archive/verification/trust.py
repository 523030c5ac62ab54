"""What the verifier trusts, and nothing else: the file `trust.json`.

Canonical JSON: `{"format": "suyuan-trust-1", "organ": "…", "roots": ["<PEM>", …],
"logs": [{"origin": "…", "key": "<vkey>"}], "witnesses": ["<vkey>", …],
"checkpoints": ["<signed note>", …]}`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from asn1crypto import pem, x509

from archive.log.checkpoint import Checkpoint
from archive.log.note import Note, VerifierKey
from archive.verification.limits import MOST_TRUST
from archive.verification.shape import Part
from archive.verification.strict import Unusable, read
from archive.verification.words import Words

FORMAT = "suyuan-trust-1"
NOT_READ = Words("信任文件不能用：{why}", "The trust file cannot be used: {why}")
NO_FILE = Words("打不开", "it cannot be opened")
OTHER_FORMAT = Words("格式不是suyuan-trust-1", "its format is not suyuan-trust-1")
BROKEN = Words("证书、密钥或检查点读不出来", "a certificate, key or checkpoint is unreadable")
NOT_SIGNED = Words(
    "检查点没有受信任日志的签名", "a checkpoint is not signed by a log that it trusts"
)


Logs = Sequence[tuple[str, VerifierKey]]


@dataclass(frozen=True)
class Trust:
    """The roots of signers and timestamp authorities, the logs, the witnesses, what was seen."""

    organ: str
    roots: tuple[x509.Certificate, ...]
    logs: tuple[tuple[str, VerifierKey], ...]
    witnesses: tuple[VerifierKey, ...]
    checkpoints: tuple[Checkpoint, ...]

    @classmethod
    def load(cls, path: Path) -> "Trust":
        """Read a trust file. Raises Unusable."""
        try:
            with path.open("rb") as file:
                data = file.read(MOST_TRUST + 1)
        except OSError:
            raise _unusable(NO_FILE) from None
        return cls.parse(data)

    @classmethod
    def parse(cls, data: bytes) -> "Trust":
        """Read the bytes of a trust file. Raises Unusable."""
        try:
            return cls._of(Part(read(data)))
        except Unusable as fault:
            raise _unusable(fault.said) from None
        except (ValueError, TypeError):  # Malformed is a ValueError
            raise _unusable(BROKEN) from None

    @classmethod
    def _of(cls, part: Part) -> "Trust":
        if part.text("format") != FORMAT:
            raise Unusable(OTHER_FORMAT)
        logs = tuple(
            (one.text("origin"), VerifierKey.parse(one.text("key"))) for one in part.parts("logs")
        )
        return cls(
            part.text("organ"),
            tuple(map(_certificate, part.texts("roots"))),
            logs,
            tuple(map(VerifierKey.parse, part.texts("witnesses"))),
            tuple(_checkpoint(note, logs) for note in part.texts("checkpoints")),
        )

    def log_key(self, checkpoint: Checkpoint, note: Note) -> VerifierKey | None:
        """Return the trusted key that signed a checkpoint of its own log; None where none did."""
        return _signed(checkpoint, note, self.logs)


def _signed(checkpoint: Checkpoint, note: Note, logs: Logs) -> VerifierKey | None:
    ours = (key for origin, key in logs if origin == checkpoint.origin)
    return next((key for key in ours if note.verified_by(key)), None)


def _certificate(text: str) -> x509.Certificate:
    _kind, _headers, data = pem.unarmor(text.encode())
    found = x509.Certificate.load(data, strict=True)
    found.native  # noqa: B018  # reads all of it, so that a broken one is seen here
    return found


def _checkpoint(text: str, logs: Logs) -> Checkpoint:
    note = Note.parse(text)
    checkpoint = Checkpoint.parse(note.text)
    if not _signed(checkpoint, note, logs):
        raise Unusable(NOT_SIGNED)
    return checkpoint


def _unusable(why: Words) -> Unusable:
    return Unusable(NOT_READ.of(why=why))
