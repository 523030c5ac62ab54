"""A timestamp authority of our own, for the demonstration: its clock is this machine's."""

import datetime as dt
import secrets
from collections.abc import Callable

from asn1crypto import cms, tsp, x509

from archive.signing.interfaces import Signer

POLICY = "2.25.224105803714117620155406391214053424151"
"""An identifier made from a UUID: what the policy of the demonstration's timestamps is called."""
HASH = "sha256"
GRANTED = {"status": "granted"}


class LocalAuthority:
    """Signs the machine's time. Basis: RFC 3161, 2.4."""

    def __init__(self, key: Callable[[], Signer]) -> None:
        """Take where to find the key of the day, whose certificate must be for timestamps."""
        self._key = key

    async def answer(self, query: bytes) -> bytes:
        """Return the reply to a query. Raises SignerUnavailable."""
        signer = self._key()
        told = _told(tsp.TimeStampReq.load(query), signer.certificate)
        content = cms.EncapsulatedContentInfo({"content_type": "tst_info", "content": told})
        with signer.opened() as key:
            token = await key.async_sign_general_data(content, HASH, detached=False)
        reply = tsp.TimeStampResp({"status": GRANTED, "time_stamp_token": token})
        return bytes(reply.dump())


def _told(query: tsp.TimeStampReq, certificate: x509.Certificate) -> tsp.TSTInfo:
    """Return what the token says: this digest was here at this moment."""
    told = {
        "version": "v1",
        "policy": POLICY,
        "message_imprint": query["message_imprint"],
        "serial_number": secrets.randbits(63),
        "gen_time": dt.datetime.now(dt.UTC).replace(microsecond=0),
        "tsa": x509.GeneralName("directory_name", certificate.subject),
    }
    if query["nonce"].native is not None:
        told["nonce"] = query["nonce"]
    return tsp.TSTInfo(told)
