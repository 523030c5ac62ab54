"""What in a timestamp nobody has signed: it may hold nothing that could be otherwise.

The signature of a timestamp covers what it says. The certificates that come with it, and how its
algorithms are named, are covered by nothing unless a later timestamp follows.
"""

from collections.abc import Collection

from asn1crypto.algos import DigestAlgorithm
from asn1crypto.cms import SignedData
from asn1crypto.core import Null


def bare(signed: SignedData, known: Collection[bytes]) -> bool:
    """Say whether a timestamp holds nothing unsigned but what is `known`, certificates in DER."""
    (signer,) = signed["signer_infos"]
    said = signer["digest_algorithm"].dump()
    return (
        signed["version"].native == "v3"
        and signer["version"].native == _version(signer["sid"].name)
        and [one.dump() for one in signed["digest_algorithms"]] == [said]
        and said in _written(signer["digest_algorithm"]["algorithm"].native)
        and all(one.dump() in known for one in signed["certificates"])
        and not signed["crls"].native
        and not signer["unsigned_attrs"].native
    )


def _version(names_signer_by: str) -> str:
    """Basis: RFC 5652, 5.3."""
    return "v1" if names_signer_by == "issuer_and_serial_number" else "v3"


def _written(algorithm: str) -> list[bytes]:
    """Return the two ways in which a digest's algorithm is named. Basis: RFC 5754, 2."""
    plain = DigestAlgorithm({"algorithm": algorithm})
    return [plain.dump(), DigestAlgorithm({"algorithm": algorithm, "parameters": Null()}).dump()]
