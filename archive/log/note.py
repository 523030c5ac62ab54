"""Signed notes: a text, and under it one line a signature. Basis: C2SP signed-note.

A log signs with Ed25519 (algorithm 1); a witness cosigns with the time of its signature
(algorithm 4, C2SP tlog-cosignature).
"""

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ED25519, COSIGNATURE = 1, 4
DASH = "\N{EM DASH} "
MOST_BYTES, MOST_SIGNATURES = 1_000_000, 100
ID, STAMP = 4, 8
"""Bytes of a key's id, and of the time in a cosignature."""
LATEST = 2**63 - 1


class Malformed(ValueError):  # noqa: N818  # it says what the text is
    """A text is not in the one form that it may have."""


def unbase64(text: str) -> bytes:
    """Read base64 as it would be written, and no other way. Raises Malformed."""
    try:
        data = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed from None
    if b64encode(data).decode() != text:
        raise Malformed
    return data


def named(name: str) -> str:
    """Return a key's name if it can be one."""
    if not name or "+" in name or any(sign.isspace() or sign < " " for sign in name):
        raise Malformed
    return name


def cosigned(text: str, at: int) -> bytes:
    """Return what a witness signs: the time of its signature, and the text."""
    return f"cosignature/v1\ntime {at}\n{text}".encode()


@dataclass(frozen=True)
class VerifierKey:
    """The public key of a log or a witness, with its name: `name+1a2b3c4d+AQ…`."""

    name: str
    algorithm: int
    public: bytes

    @classmethod
    def parse(cls, line: str) -> "VerifierKey":
        """Read a verifier key. Raises Malformed."""
        name, _plus, rest = line.partition("+")
        key_id, _plus, encoded = rest.partition("+")
        data = unbase64(encoded)
        key = cls(named(name), data[0] if data else 0, data[1:])
        if key.algorithm not in (ED25519, COSIGNATURE) or len(key.public) != 32:
            raise Malformed
        if key_id != key.id.hex():
            raise Malformed
        return key

    @property
    def id(self) -> bytes:
        """Return the four bytes by which a signature names the key."""
        data = bytes([self.algorithm]) + self.public
        return sha256(self.name.encode() + b"\n" + data).digest()[:ID]

    def __str__(self) -> str:
        """Return the line that others copy."""
        data = bytes([self.algorithm]) + self.public
        return f"{self.name}+{self.id.hex()}+{b64encode(data).decode()}"

    def holds(self, text: str, signature: bytes) -> bool:
        """Say whether the key has signed the text so."""
        message = text.encode()
        if self.algorithm == COSIGNATURE:
            at = int.from_bytes(signature[:STAMP])
            if at > LATEST:
                return False
            message = cosigned(text, at)
            signature = signature[STAMP:]
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class Signature:
    """One line under a note: who signed, the id of the key, the signature."""

    name: str
    data: bytes

    @classmethod
    def parse(cls, line: str) -> "Signature":
        """Read a line. Raises Malformed."""
        name, _space, encoded = line.removeprefix(DASH).partition(" ")
        data = unbase64(encoded)
        if not line.startswith(DASH) or len(data) <= ID:
            raise Malformed
        return cls(named(name), data)

    def __str__(self) -> str:
        """Return the line."""
        return f"{DASH}{self.name} {b64encode(self.data).decode()}"

    def by(self, key: VerifierKey) -> bool:
        """Say whether it names this key."""
        return (self.name, self.data[:ID]) == (key.name, key.id)


@dataclass(frozen=True)
class Note:
    """A text that ends with a newline, and its signatures."""

    text: str
    signatures: tuple[Signature, ...]

    @classmethod
    def parse(cls, note: str | bytes) -> "Note":
        """Read a note, byte for byte. Raises Malformed."""
        try:
            whole = note.decode() if isinstance(note, bytes) else note
            size = len(whole.encode())
        except UnicodeError:
            raise Malformed from None
        text, gap, lines = whole.rpartition("\n\n")
        if not gap or size > MOST_BYTES or any(sign < " " and sign != "\n" for sign in whole):
            raise Malformed
        if not lines.endswith("\n") or lines.count("\n") > MOST_SIGNATURES:
            raise Malformed
        return cls(f"{text}\n", tuple(map(Signature.parse, lines[:-1].split("\n"))))

    def __str__(self) -> str:
        """Return the note, byte for byte."""
        return f"{self.text}\n" + "".join(f"{line}\n" for line in self.signatures)

    def verified_by(self, key: VerifierKey) -> bool:
        """Say whether the key has signed; a false signature in its name beside a true one counts."""
        ours = [line for line in self.signatures if line.by(key)]
        return bool(ours) and all(key.holds(self.text, line.data[ID:]) for line in ours)

    def cosigned_at(self, key: VerifierKey) -> int | None:
        """Return when a witness cosigned, in seconds since 1970; None where it did not."""
        if key.algorithm != COSIGNATURE or not self.verified_by(key):
            return None
        line = next(line for line in self.signatures if line.by(key))
        return int.from_bytes(line.data[ID : ID + STAMP])

    def signed_too(self, line: Signature) -> "Note":
        """Return the note with one more signature."""
        return Note(self.text, (*self.signatures, line))
