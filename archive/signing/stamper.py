"""The way from pyHanko to a timestamp authority, and the check of all that comes back.

pyHanko puts whatever it is given into the file, and what it was is found out when the dossier is
verified: too late. Here a token that does not hold is never taken.
"""

import datetime as dt
from typing import Any

from asn1crypto import cms, core, tsp
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus

from archive.signing import trust
from archive.signing.interfaces import TimestampAuthority
from archive.signing.unavailable import TimestampUnavailable

DRIFT = dt.timedelta(minutes=10)
"""How far the authority's clock may be from ours."""


GRANTED = ("granted", "granted_with_mods")


class Reply(core.Sequence):  # type: ignore[misc]  # asn1crypto publishes no types
    """A reply, which has no token where it is a refusal. Basis: RFC 3161, 2.4.2."""

    _fields = [
        ("status", tsp.PKIStatusInfo),
        ("time_stamp_token", cms.ContentInfo, {"optional": True}),
    ]


class Stamper(TimeStamper):
    """Asks an authority, and believes it when its answer holds."""

    def __init__(self, authority: TimestampAuthority) -> None:
        """Take the authority."""
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko's
        self._authority = authority

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Return a token over the digest. Raises TimestampUnavailable."""
        nonce, query = self.request_cms(message_digest, md_algorithm)  # type: ignore[no-untyped-call]  # pyHanko's
        reply = await self._authority.answer(query.dump())
        try:
            token = _granted(Reply.load(reply, strict=True))
            await _check(token, nonce, message_digest, md_algorithm)
        except TimestampUnavailable:
            raise
        except Exception as fault:  # rubbish breaks a parser in any way it likes
            raise TimestampUnavailable(f"unreadable reply: {fault!r}") from fault
        return token


def _granted(reply: Reply) -> cms.ContentInfo:
    status = reply["status"]
    _demand(status["status"].native in GRANTED, f"refused: {status.native}")
    return reply["time_stamp_token"]


async def _check(token: cms.ContentInfo, nonce: int, digest: bytes, algorithm: str) -> None:
    """See that the token answers this question, now, and is signed by whom we trust."""
    signed = token["content"]
    told = signed["encap_content_info"]["content"].parsed
    _demand(told["nonce"].native == nonce, "another nonce")
    used = told["message_imprint"]["hash_algorithm"]["algorithm"].native
    _demand(used == algorithm, "another algorithm")
    now = dt.datetime.now(dt.UTC)
    _demand(abs(told["gen_time"].native - now) < DRIFT, f"its clock says {told['gen_time'].native}")
    status = await _validated(signed, digest)
    _demand(status.intact and status.valid, "the token does not hold")
    _demand(status.trusted, f"not trusted: {status.trust_problem_indic}")


async def _validated(signed: cms.SignedData, digest: bytes) -> TimestampSignatureStatus:
    known = [one.chosen for one in signed["certificates"]]
    found: dict[str, Any] = await validate_tst_signed_data(
        signed, trust.context(known), lambda _algorithm: digest
    )
    return TimestampSignatureStatus(**found)


def _demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise TimestampUnavailable(otherwise)
