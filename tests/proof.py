"""What the signature of a file proves, with nothing but the file and the trusted roots.

Each signature and timestamp is judged at the moment of the timestamp that came after it, by the
revocation lists in the file: that timestamp proves that it was there, and good, before its
certificate ended. Only the last one must hold today. pyHanko's own validation of archives takes
for the moment the end of the newest revocation list, and so refuses a renewed file once the first
certificate has ended. Written apart from the verifier, so that each checks the other.
"""

import asyncio
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.status import DocumentTimestampStatus, PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext


@dataclass(frozen=True)
class Stamp:
    """One timestamp over the whole file as it was then."""

    moment: dt.datetime
    expires: dt.datetime
    """When the certificate of its authority ends."""
    intact: bool
    trusted: bool


@dataclass(frozen=True)
class Proof:
    """One signature, and the timestamps that keep it provable."""

    signer: Certificate
    intact: bool
    """Whether the signed bytes are unchanged, and nothing was added but timestamps."""
    trusted: bool
    stamps: tuple[Stamp, ...]
    lasts: bool
    """Whether the certificate of the last timestamp has not ended."""

    @property
    def holds(self) -> bool:
        """Say whether all of it holds."""
        stamped = bool(self.stamps) and all(one.intact and one.trusted for one in self.stamps)
        return self.intact and self.trusted and stamped and self.lasts


def proof_of(file: IO[bytes], roots: Iterable[Certificate], now: dt.datetime) -> Proof | None:
    """Return what the first signature of a PDF proves at a moment; None where there is none.

    Raises pyHanko's PdfError for what is no PDF, SignatureValidationError for a broken signature.
    """
    return asyncio.run(_proof(PdfFileReader(file), list(roots), now))


async def _proof(reader: PdfFileReader, roots: list[Certificate], now: dt.datetime) -> Proof | None:
    if not reader.embedded_regular_signatures:
        return None
    judge = _Judge(reader, roots)
    signed, stamps = reader.embedded_regular_signatures[0], reader.embedded_timestamp_signatures
    moments = [_moment(stamp) for stamp in stamps]
    expires = [stamp.signer_cert.not_valid_after for stamp in stamps]
    status = await judge.signature(signed, moments[0] if moments else now)
    judged = [
        await judge.stamp(stamp, after)
        for stamp, after in zip(stamps, [*moments[1:], *moments[-1:]], strict=True)
    ]
    return Proof(
        signer=signed.signer_cert,
        intact=bool(status.intact and status.valid and status.docmdp_ok),
        trusted=bool(status.trusted and status.timestamp_validity.trusted)
        if status.timestamp_validity
        else False,
        stamps=tuple(
            Stamp(moment, end, bool(one.intact and one.valid), bool(one.trusted))
            for moment, end, one in zip(moments, expires, judged, strict=True)
        ),
        lasts=bool(expires) and expires[-1] > now,
    )


class _Judge:
    """Judges by the roots, and by the certificates and revocation lists in the file."""

    def __init__(self, reader: PdfFileReader, roots: list[Certificate]) -> None:
        self._roots = roots
        try:
            kept = DocumentSecurityStore.read_dss(reader)
        except NoDSSFoundError:
            self._certificates, self._lists, self._answers = [], [], []
            return
        self._certificates = list(kept.load_certs())
        self._lists = [one.get_object().data for one in kept.crls]
        self._answers = [one.get_object().data for one in kept.ocsps]

    def at(self, moment: dt.datetime) -> ValidationContext:
        """Return what is checked against at a moment; nothing is ever fetched."""
        return ValidationContext(
            trust_roots=self._roots,
            other_certs=self._certificates,
            crls=self._lists,
            ocsps=self._answers,
            moment=moment,
            revocation_mode="require",
        )

    async def signature(
        self, signed: EmbeddedPdfSignature, moment: dt.datetime
    ) -> PdfSignatureStatus:
        """Judge the signature, with the timestamp in it."""
        return await async_validate_pdf_signature(signed, self.at(moment), self.at(moment))

    async def stamp(
        self, stamp: EmbeddedPdfSignature, moment: dt.datetime
    ) -> DocumentTimestampStatus:
        """Judge a timestamp over the file."""
        return await async_validate_pdf_timestamp(stamp, self.at(moment))


def _moment(stamp: EmbeddedPdfSignature) -> dt.datetime:
    told = stamp.signed_data["encap_content_info"]["content"].parsed
    moment: dt.datetime = told["gen_time"].native
    return moment
