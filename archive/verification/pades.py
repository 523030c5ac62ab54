"""What the signature of a PDF and its timestamps are, judged by the file and the trusted roots.

Each is judged at the moment of the timestamp that came after it, by the revocation lists in the
file: that timestamp proves that it was there, and good, before its certificate ended. Only the
last one must hold today. pyHanko's own validation of archives takes for the moment the end of the
newest revocation list, and so refuses a renewed file once the first certificate has ended.
"""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import IO

from asn1crypto.cms import SignedData
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESSubIndic
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.status import SignatureStatus
from pyhanko_certvalidator import ValidationContext

from archive.verification.covering import End, covered
from archive.verification.limits import MOST_SIGNATURES
from archive.verification.strict import Unusable
from archive.verification.tokens import bare
from archive.verification.words import Words

TOO_MANY = Words("签名和时间戳超过{most}个", "There are more than {most} signatures and timestamps")


@dataclass(frozen=True)
class Stamp:
    """One timestamp, or the signature at the moment that a timestamp gives it."""

    name: str
    """Of the certificate's subject."""
    moment: dt.datetime
    expires: dt.datetime
    """When its certificate ends."""
    intact: bool
    """Whether the bytes that it covers are as they were."""
    problem: AdESSubIndic | None
    """Why its certificate is not trusted; None where it is."""
    end: End
    bare: bool = True
    """Whether nothing unsigned stands in it; asked of the last timestamp only."""


@dataclass(frozen=True)
class Judged:
    """The signature and all that was added after it."""

    signature: Stamp
    stamped: Stamp | None
    """The timestamp within the signature."""
    stamps: tuple[Stamp, ...]
    """Those over the whole file, each over the one before."""
    only_kept_up: bool
    """Whether only timestamps and what verifies them were added."""
    others: int
    """Further signatures; a sealed dossier has none."""

    @property
    def last(self) -> Stamp:
        """Return what covers the most of the file."""
        return max((self.signature, *self.stamps), key=lambda stamp: stamp.end.covered)


def judge(file: IO[bytes], roots: Sequence[Certificate], at: dt.datetime) -> Judged | None:
    """Judge the first signature; None where there is none. Raises what a broken file causes."""
    return asyncio.run(_judge(PdfFileReader(file), file, roots, at))


async def _judge(
    reader: PdfFileReader, file: IO[bytes], roots: Sequence[Certificate], at: dt.datetime
) -> Judged | None:
    signatures, stamps = reader.embedded_regular_signatures, reader.embedded_timestamp_signatures
    if not signatures:
        return None
    if len(signatures) + len(stamps) > MOST_SIGNATURES:
        raise Unusable(TOO_MANY.of(most=MOST_SIGNATURES))
    judge = _Judge(reader, file, roots)
    moments = [_moment(stamp.signed_data) for stamp in stamps]
    after = [*moments[1:], at] if moments else []
    signature, stamped, level = await judge.signature(signatures[0], moments[0] if moments else at)
    judged = [await judge.stamp(one, end) for one, end in zip(stamps, after, strict=True)]
    if judged:
        judged[-1] = replace(judged[-1], bare=judge.bare(stamps[-1].signed_data))
    return Judged(
        signature,
        stamped,
        tuple(judged),
        level.value <= ModificationLevel.LTA_UPDATES.value,
        len(signatures) - 1,
    )


class _Judge:
    """Judges by the roots, and by the certificates and revocation lists in the file."""

    def __init__(
        self, reader: PdfFileReader, file: IO[bytes], roots: Sequence[Certificate]
    ) -> None:
        self._file, self._roots = file, list(roots)
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

    def bare(self, signed: SignedData) -> bool:
        """Say whether a timestamp brings nothing but certificates that are known otherwise."""
        return bare(signed, {one.dump() for one in (*self._roots, *self._certificates)})

    async def signature(
        self, signed: EmbeddedPdfSignature, moment: dt.datetime
    ) -> tuple[Stamp, Stamp | None, ModificationLevel]:
        """Judge the signature, and the timestamp within it."""
        status = await async_validate_pdf_signature(signed, self.at(moment), self.at(moment))
        end, within = covered(self._file, signed), status.timestamp_validity
        stamped = self._stamp(within, within.timestamp, end) if within else None
        said = within.timestamp if within else moment
        level = status.modification_level or ModificationLevel.OTHER
        return self._stamp(status, said, end), stamped, level

    async def stamp(self, stamp: EmbeddedPdfSignature, moment: dt.datetime) -> Stamp:
        """Judge a timestamp over the file."""
        status = await async_validate_pdf_timestamp(stamp, self.at(moment))
        end = covered(self._file, stamp)
        return self._stamp(status, _moment(stamp.signed_data), end)

    @staticmethod
    def _stamp(status: SignatureStatus, moment: dt.datetime, end: End) -> Stamp:
        certificate = status.signing_cert
        return Stamp(
            _name(certificate),
            moment,
            certificate.not_valid_after,
            status.intact and status.valid,
            status.trust_problem_indic,
            end,
        )


def _name(certificate: Certificate) -> str:
    """Return how the subject of a certificate is called: itself, and its organ."""
    said = certificate.subject.native
    parts = [said.get("common_name", ""), said.get("organization_name", "")]
    name, organ = (part if isinstance(part, str) else ", ".join(part) for part in parts)
    return f"{name}（{organ}）" if organ else name


def _moment(signed: SignedData) -> dt.datetime:
    told = signed["encap_content_info"]["content"].parsed
    moment: dt.datetime = told["gen_time"].native
    return moment
