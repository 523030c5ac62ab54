"""Signing a note, as a log or as a witness."""

from base64 import b64encode
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from archive.log.note import (
    COSIGNATURE,
    ED25519,
    STAMP,
    Malformed,
    Note,
    Signature,
    VerifierKey,
    cosigned,
    named,
    unbase64,
)

PRIVATE = "PRIVATE+KEY+"


@dataclass(frozen=True)
class SignerKey:
    """The secret key of a log or a witness."""

    name: str
    algorithm: int
    secret: bytes

    @classmethod
    def make(cls, name: str, algorithm: int = ED25519) -> "SignerKey":
        """Make a new one. Raises Malformed where the name can be none."""
        return cls(named(name), algorithm, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def parse(cls, line: str) -> "SignerKey":
        """Read what `str()` has written. Raises Malformed."""
        name, _plus, rest = line.removeprefix(PRIVATE).partition("+")
        data = unbase64(rest.partition("+")[2])
        if not line.startswith(PRIVATE) or len(data) != 33:
            raise Malformed
        key = cls(named(name), data[0], data[1:])
        if str(key) != line:
            raise Malformed
        return key

    @property
    def verifier(self) -> VerifierKey:
        """Return its public half."""
        public = Ed25519PrivateKey.from_private_bytes(self.secret).public_key()
        return VerifierKey(self.name, self.algorithm, public.public_bytes_raw())

    def __str__(self) -> str:
        """Return the line that is kept secret."""
        data = b64encode(bytes([self.algorithm]) + self.secret).decode()
        return f"{PRIVATE}{self.name}+{self.verifier.id.hex()}+{data}"

    def __repr__(self) -> str:
        """Keep the secret out of messages."""
        return f"SignerKey({self.verifier})"

    def signature(self, text: str, at: int | None = None) -> Signature:
        """Sign a text; a witness also says when, in seconds since 1970."""
        private = Ed25519PrivateKey.from_private_bytes(self.secret)
        if self.algorithm == COSIGNATURE:
            data = (at or 0).to_bytes(STAMP) + private.sign(cosigned(text, at or 0))
        else:
            data = private.sign(text.encode())
        return Signature(self.name, self.verifier.id + data)


def sign(text: str, key: SignerKey) -> Note:
    """Return the note that a text and one signature make."""
    return Note(text, (key.signature(text),))
