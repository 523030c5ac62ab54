"""Evidence and volumes kept beside the dossier, against the digests in its manifest."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence

from archive.verification.attachments import UNREADABLE, compared, item, missing, told
from archive.verification.beside import Beside
from archive.verification.digests import chunks_of, digests_of
from archive.verification.limits import MOST_BYTES
from archive.verification.manifest import Filed, Manifest
from archive.verification.report import Check, Detail, Outcome, agreed, unchecked
from archive.verification.strict import Unusable
from archive.verification.words import Words, shown

NO_EVIDENCE = Words("卷宗没有另存的证据", "The dossier has no evidence beside it")
NO_VOLUMES = Words("卷宗只有这一册", "The dossier is this one volume")
NOT_GIVEN = Words(
    "有{n}件在卷宗之外，没有一起交来，没有核验",
    "Kept outside this file and not handed in with it, so not checked: {n}",
)
HOLDS = Words("{n}件全部在，摘要一致", "Every one is there ({n}), and its digests agree")
ALTERED = Words("{n}处不一致，或者缺少：{names}", "Missing or not in agreement ({n}): {names}")
SEAL = "seal-"
"""How the name of a detached SM2 signature of the manifest begins."""
NO_SEAL = Words("没有单独的SM2签章文件", "There is no detached SM2 seal")
SEAL_THERE = Words(
    "旁边有SM2签章文件（{names}），这里不核验；用签章机构的工具核验",
    "A detached SM2 seal is beside ({names}); not verified here but by the tools of its authority",
)


def evidence(manifest: Manifest, beside: Beside | None) -> Check:
    """Check the evidence that is kept beside."""
    return _check("beside", manifest.beside, beside, NO_EVIDENCE)


def volumes(manifest: Manifest, beside: Beside | None) -> Check:
    """Check the other volumes."""
    return _check("volumes", manifest.volumes, beside, NO_VOLUMES)


def seal(beside: Beside | None) -> Check:
    """Say whether there is a seal that others must verify."""
    names = [name for name in (beside.names() if beside else ()) if name.startswith(SEAL)]
    told = shown(", ".join(sorted(names)))
    return unchecked("seal", SEAL_THERE.of(names=told) if names else NO_SEAL)


def _check(id: str, files: Sequence[Filed], beside: Beside | None, none: Words) -> Check:
    if not files:
        return Check(id, Outcome.HOLDS, none)
    if beside is None:
        return unchecked(id, NOT_GIVEN.of(n=len(files)))
    details = [detail for file in files for detail in _compared(file, beside)]
    return agreed(id, details, HOLDS.of(n=len(files)), told(ALTERED, details))


def _compared(file: Filed, beside: Beside) -> Iterator[Detail]:
    if not beside.has(file.name):
        yield missing(file)
        return
    most = file.size if file.size is not None else MOST_BYTES
    try:
        with beside.read(file.name) as opened:
            yield from compared(file, digests_of(chunks_of(opened, most)))
    except Unusable as fault:
        yield Detail(item(file), UNREADABLE, file.digest, fault.said.zh)
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError):
        yield Detail(item(file), UNREADABLE, file.digest, "")
