"""The signature, the timestamps and what came after them, told check by check."""

import datetime as dt
import logging
from collections.abc import Sequence
from typing import IO

from pyhanko.sign.ades.report import AdESIndeterminate, AdESSubIndic

from archive.verification.pades import Judged, Stamp, judge
from archive.verification.report import Check, Outcome
from archive.verification.trust import Trust
from archive.verification.words import Words, shown

BROKEN = Words(
    "签名读不出来：签名或文件结构被改动过",
    "The signature cannot be read: it, or the structure of the file, was altered",
)
NONE = Words(
    "文件没有电子签名，不能确认是谁在什么时候封存的",
    "The file has no signature: who sealed it, and when, is not shown",
)
ALTERED = Words(
    "{name}的签名与内容对不上：封存后内容被改动，或者文件被重新保存过",
    "The signature of {name} does not fit: the content was altered, or the file saved anew",
)
UNTIDY = Words(
    "{name}的签名没有覆盖它应当覆盖的全部字节，或者签名自身的字节被改动过",
    "The signature of {name} does not cover all that it must, or its own bytes were altered",
)
HOLDS = Words(
    "{name}，签名时证书有效，签名覆盖封存时的全文",
    "{name}; the certificate was valid when it signed; all that was sealed is covered",
)
UNKNOWN_SIGNER = Words(
    "由{name}签名，信任文件里的根证书证实不了它：不能确认是谁封存的",
    "Signed by {name}, whom no root in the trust file confirms: who sealed it is not shown",
)
UNKNOWN_AUTHORITY = Words(
    "{moment}的时间戳由{name}签发，信任文件里的根证书证实不了它",
    "The timestamp of {moment} is by {name}, whom no root in the trust file confirms",
)
EXPIRED = Words(
    "{name}的证书在{moment}不在有效期内（到期{expires}）",
    "The certificate of {name} was not valid at {moment} (it ends {expires})",
)
REVOKED = Words("{name}的证书已被吊销", "The certificate of {name} was revoked")
UNPROVED = Words(
    "{name}的证书链不能核实（{problem}）", "The certificates of {name} do not verify ({problem})"
)
NO_STAMP = Words(
    "没有时间戳，不能确认封存的时间", "There is no timestamp: when it was sealed is not shown"
)
STAMP_ALTERED = Words(
    "{moment}的时间戳与内容对不上：它覆盖的内容后来被改动",
    "The timestamp of {moment} does not fit: what it covers was altered later",
)
STAMP_ENDED = Words(
    "最后一个时间戳的证书已于{expires}到期：此后的真伪不能单凭这份文件确认",
    "The certificate of the last timestamp ended {expires}: the file alone no longer proves itself",
)
NOT_BARE = Words(
    "{moment}的时间戳带有任何签名都没有覆盖的内容，不能排除它被改动过",
    "The timestamp of {moment} brings what no signature covers: it may have been altered",
)
DISORDER = Words(
    "时间戳的先后不对：{moment}", "The timestamps are not in the order of time: {moment}"
)
STAMPS = Words(
    "{moment}封存；其后{n}个存档时间戳前后相接，有效到{expires}",
    "Sealed {moment}; archive timestamps after it, one upon the other: {n}; good until {expires}",
)
BEIJING = dt.timezone(dt.timedelta(hours=8))


def judged(file: IO[bytes], trust: Trust, at: dt.datetime) -> Judged | Check:
    """Judge the signatures; where nothing can be judged, return the check that says so."""
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    try:
        found = judge(file, trust.roots, at)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # a hostile file breaks a parser in any way it likes
        return Check("signature", Outcome.ALTERED, BROKEN)
    return found or Check("signature", Outcome.UNKNOWN, NONE)


def signature(found: Judged) -> Check:
    """Tell whether the signature fits, and whose it is."""
    signed, name = found.signature, {"name": shown(found.signature.name)}
    if not signed.intact:
        return Check("signature", Outcome.ALTERED, ALTERED.of(**name))
    if not signed.end.tidy:
        return Check("signature", Outcome.ALTERED, UNTIDY.of(**name))
    return _untrusted("signature", signed) or Check("signature", Outcome.HOLDS, HOLDS.of(**name))


def timestamps(found: Judged, at: dt.datetime) -> Check:
    """Tell when it was sealed, and until when that is proved."""
    stamps = [*filter(None, [found.stamped]), *found.stamps]
    if not stamps:
        return Check("timestamp", Outcome.UNKNOWN, NO_STAMP)
    faults = [_fault(stamp) for stamp in stamps]
    if fault := next(filter(None, faults), None) or _order(stamps, at):
        return fault
    last = stamps[-1]
    if last.expires <= at:
        return Check("timestamp", Outcome.UNKNOWN, STAMP_ENDED.of(expires=_day(last.expires)))
    moment, expires = _minute(stamps[0].moment), _day(last.expires)
    said = STAMPS.of(moment=moment, n=len(found.stamps), expires=expires)
    return Check("timestamp", Outcome.HOLDS, said)


def _fault(stamp: Stamp) -> Check | None:
    if not (stamp.intact and stamp.end.tidy):
        said = STAMP_ALTERED.of(moment=_minute(stamp.moment))
        return Check("timestamp", Outcome.ALTERED, said)
    if not stamp.bare:
        said = NOT_BARE.of(moment=_minute(stamp.moment))
        return Check("timestamp", Outcome.UNKNOWN, said)
    return _untrusted("timestamp", stamp)


def _order(stamps: Sequence[Stamp], at: dt.datetime) -> Check | None:
    moments = [stamp.moment for stamp in stamps]
    for earlier, later in zip(moments, [*moments[1:], at], strict=True):
        if earlier > later:
            said = DISORDER.of(moment=_minute(earlier))
            return Check("timestamp", Outcome.UNKNOWN, said)
    return None


def _untrusted(check: str, stamp: Stamp) -> Check | None:
    """Return why a certificate is not trusted; None where it is."""
    if stamp.problem is None:
        return None
    nobody = UNKNOWN_SIGNER if check == "signature" else UNKNOWN_AUTHORITY
    sayings: dict[AdESSubIndic, Words] = {
        AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: nobody,
        AdESIndeterminate.CERTIFICATE_CHAIN_GENERAL_FAILURE: nobody,
        AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: EXPIRED,
        AdESIndeterminate.REVOKED_NO_POE: REVOKED,
    }
    told = sayings.get(stamp.problem, UNPROVED).of(
        name=shown(stamp.name),
        moment=_minute(stamp.moment),
        expires=_day(stamp.expires),
        problem=shown(str(stamp.problem).rpartition(".")[2]),
    )
    return Check(check, Outcome.UNKNOWN, told)


def _minute(moment: dt.datetime) -> Words:
    here = moment.astimezone(BEIJING)
    zh = f"{here.year}年{here.month}月{here.day}日 {here:%H:%M:%S}"
    return Words(zh, f"{here:%Y-%m-%d %H:%M:%S} (Beijing)")


def _day(moment: dt.datetime) -> Words:
    here = moment.astimezone(BEIJING)
    return Words(f"{here.year}年{here.month}月{here.day}日", f"{here:%Y-%m-%d}")
