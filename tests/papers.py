"""Small PDFs, and what their signatures prove."""

import asyncio
import datetime as dt
from pathlib import Path

import pikepdf
import time_machine
from asn1crypto import pem
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.ades import AdESLTAValidationResult, ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

from archive.signing import trust_roots
from tests.proof import Proof, proof_of

YEAR = dt.timedelta(days=365.25)


def blank(path: Path, title: str = "") -> Path:
    """Write a PDF of one empty page."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = title
        pdf.save(path, deterministic_id=True)
    return path


def roots() -> list[Certificate]:
    """Return what is trusted here."""
    return [Certificate.load(pem.unarmor(one.encode())[2]) for one in trust_roots()]


def proved(pdf: Path) -> Proof:
    """Return what the signature of a file proves now."""
    with pdf.open("rb") as file:
        proof = proof_of(file, roots(), dt.datetime.now(dt.UTC))
    assert proof is not None
    return proof


def by_pyhanko(pdf: Path) -> AdESLTAValidationResult:
    """Return what pyHanko's own validation of archives says, without a network."""
    policy = CertValidationPolicySpec(
        SimpleTrustManager.build(trust_roots=roots()), CertRevTrustPolicy(REQUIRE_REVINFO)
    )
    offline = RevocationInfoGatheringSpec(RevinfoOnlineFetchingRule.LOCAL_ONLY)
    spec = PdfSignatureValidationSpec(SignatureValidationSpec(policy, offline))
    with pdf.open("rb") as file:
        signed = PdfFileReader(file).embedded_regular_signatures[0]
        return asyncio.run(ades_lta_validation(signed, spec))


def years_later(years: float) -> time_machine.travel:
    """Let it be years later."""
    return time_machine.travel(dt.datetime.now(dt.UTC) + years * YEAR, tick=True)
