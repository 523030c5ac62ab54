"""Signing a PDF so that it can be verified for as long as it is kept. Basis: ETSI EN 319 142-1.

PAdES B-LTA: the signature, a timestamp over it, the certificates and revocation lists of both,
and a timestamp over all that. The signature certifies the document and allows no change; later
timestamps alone may follow, and take none of it away.
"""

import asyncio
import datetime as dt
import logging
from dataclasses import dataclass
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, PdfTimeStamper
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, TimestampDSSContentSettings
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError

from archive.signing import trust
from archive.signing.interfaces import Signer, TimestampAuthority
from archive.signing.stamper import Stamper
from archive.signing.unavailable import Expired, SignerUnavailable, TimestampUnavailable

# It warns at each signature that nothing is fetched, which is as it should be.
logging.getLogger("pyhanko.sign.signers.pdf_signer").setLevel(logging.ERROR)

HASH = "sha256"
FIELD = "Seal"
UNSEEN = InvisSigSettings(box_out_of_bounds=True)
"""A field without a mark on a page. Basis: ISO 19005-3, 6.3.2; ISO 14289-1, 7.18.1."""
COVERED = DSSContentSettings(
    include_vri=False,
    next_ts_settings=TimestampDSSContentSettings(include_vri=False, update_before_ts=True),
)
"""What verifies comes before the last timestamp, which so covers the file to its last byte."""
UNTRUSTED = (PathBuildingError, PathValidationError, SignatureValidationError, SigningError)


@dataclass(frozen=True)
class Signature:
    """Who signed, and from when to when that is proved."""

    subject: str
    serial: str
    fingerprint: str
    """Of the certificate: `sha256:…`."""
    moment: dt.datetime
    """What the timestamp says."""
    expires: dt.datetime
    """When the certificate of the last timestamp ends, and a new one must have been added."""


def sign(pdf: Path, signer: Signer, authority: TimestampAuthority, reason: str) -> Signature:
    """Sign the file in place. Raises SignerUnavailable, TimestampUnavailable.

    Where it raises, the file is spoilt: the caller works on a copy.
    """
    try:
        asyncio.run(_sign(pdf, signer, authority, reason))
    except UNTRUSTED as fault:
        raise SignerUnavailable(repr(fault)) from fault
    return signature_of(pdf)


async def _sign(pdf: Path, signer: Signer, authority: TimestampAuthority, reason: str) -> None:
    described = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm=HASH,
        reason=reason,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        embed_validation_info=True,
        use_pades_lta=True,
        dss_settings=COVERED,
        validation_context=trust.context(signer.chain),
    )
    field = SigFieldSpec(FIELD, invis_sig_settings=UNSEEN, readable_field_name="卷宗签章")
    with signer.opened() as key, pdf.open("rb+") as file:
        press = PdfSigner(described, key, timestamper=Stamper(authority), new_field_spec=field)
        await press.async_sign_pdf(IncrementalPdfFileWriter(file), in_place=True)


def renew(pdf: Path, authority: TimestampAuthority) -> Signature:
    """Add a timestamp over all that is there, in place. Raises Expired, TimestampUnavailable."""
    last = signature_of(pdf)
    if last.expires <= dt.datetime.now(dt.UTC):
        raise Expired(f"{last.expires:%Y-%m-%d}")
    try:
        asyncio.run(_renew(pdf, authority))
    except UNTRUSTED as fault:
        raise TimestampUnavailable(repr(fault)) from fault
    return signature_of(pdf)


async def _renew(pdf: Path, authority: TimestampAuthority) -> None:
    with pdf.open("rb+") as file:
        reader = PdfFileReader(file)
        known = [one for sig in reader.embedded_signatures for one in sig.other_embedded_certs]
        await PdfTimeStamper(Stamper(authority), invis_settings=UNSEEN).async_timestamp_pdf(
            IncrementalPdfFileWriter(file),
            HASH,
            trust.context(known),
            in_place=True,
            dss_settings=COVERED.get_settings_for_ts(),
        )


def signature_of(pdf: Path) -> Signature:
    """Return what the signature of a file and its last timestamp say of themselves."""
    with pdf.open("rb") as file:
        reader = PdfFileReader(file)
        signed, last = (
            reader.embedded_regular_signatures[0],
            reader.embedded_timestamp_signatures[-1],
        )
        certificate = signed.signer_cert
        told = last.signed_data["encap_content_info"]["content"].parsed
        return Signature(
            subject=certificate.subject.human_friendly,
            serial=f"{certificate.serial_number:x}",
            fingerprint=f"sha256:{certificate.sha256.hex()}",
            moment=told["gen_time"].native,
            expires=last.signer_cert.not_valid_after,
        )
