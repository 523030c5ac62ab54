"""A witness: it cosigns a checkpoint that only adds to what it has seen before.

Basis: C2SP tlog-cosignature. The witness never goes back to a smaller size and never follows a
fork, so its state is written before its signature is given. Lost state cannot be made up for: the
key retires with it.
"""

import fcntl
import json
import os
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive.log import tiles
from archive.log.checkpoint import Checkpoint
from archive.log.merkle import EMPTY, Unproven, check_consistency, consistency_proof
from archive.log.note import COSIGNATURE, Malformed, Note, VerifierKey, unbase64
from archive.log.signer import SignerKey

Fetch = Callable[[str], bytes]
"""Gets a file of the log by its path: `checkpoint`, `tile/0/000`."""


class Unwitnessed(Exception):  # noqa: N818  # it is a refusal
    """The witness does not cosign; the message says why."""


@dataclass(frozen=True)
class Witness:
    """A witness of one log: where its state is, its own key, the log's key."""

    state: Path
    key: SignerKey
    log: VerifierKey

    @classmethod
    def begin(cls, state: Path, key: Path, name: str, log: VerifierKey) -> "Witness":
        """Return the witness that these files are; where there is neither, a new one.

        Raises Unwitnessed where the state was lost, Malformed where a file is not what it was.
        """
        if not key.exists() and not state.exists():
            _write(state, _told(Checkpoint(log.name, 0, EMPTY)))
            _write(key, f"{SignerKey.make(name, COSIGNATURE)}\n")
        if not (key.exists() and state.exists()):
            raise Unwitnessed("state")
        return cls(state, SignerKey.parse(key.read_text().rstrip("\n")), log)

    def cosign(self, fetch: Fetch, at: int) -> Note:
        """Check the log's checkpoint, and return it with our signature. Raises Unwitnessed."""
        with self._alone():
            try:
                note, new = self._read(fetch)
                self._follows(new, fetch)
            except (Malformed, ValueError, IndexError):
                raise Unwitnessed("malformed") from None
            except Unproven:
                raise Unwitnessed("fork") from None
            _write(self.state, _told(new))
            line = self.key.signature(note.text, at)
        return Note(note.text, (*(one for one in note.signatures if one.by(self.log)), line))

    @property
    def seen(self) -> Checkpoint:
        """Return the last checkpoint that it cosigned. Raises Malformed."""
        try:
            told = json.loads(self.state.read_text())
            return Checkpoint(told["origin"], told["size"], unbase64(told["root"]))
        except (ValueError, KeyError, TypeError):
            raise Malformed from None

    def _read(self, fetch: Fetch) -> tuple[Note, Checkpoint]:
        note = Note.parse(fetch("checkpoint"))
        if not note.verified_by(self.log):
            raise Unwitnessed("signature")
        new = Checkpoint.parse(note.text)
        if new.origin != self.seen.origin:
            raise Unwitnessed("origin")
        if new.size < self.seen.size:
            raise Unwitnessed("smaller")
        return note, new

    def _follows(self, new: Checkpoint, fetch: Fetch) -> None:
        """See that the tree of the new checkpoint begins with the one seen. Raises Unproven."""
        seen = self.seen

        def read(tile: tiles.Tile) -> Sequence[bytes]:
            return tiles.hashes(fetch(tile.path), tile)

        node = tiles.nodes(new.size, read)
        proof = consistency_proof(seen.size, new.size, node) if seen.size < new.size else []
        check_consistency(seen.size, new.size, proof, seen.root, new.root)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let no second run of the same witness sign meanwhile."""
        with self.state.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _told(seen: Checkpoint) -> str:
    root = b64encode(seen.root).decode()
    return json.dumps({"origin": seen.origin, "size": seen.size, "root": root}) + "\n"


def _write(path: Path, text: str) -> None:
    """Replace a file, whole or not at all, readable by its owner alone."""
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
