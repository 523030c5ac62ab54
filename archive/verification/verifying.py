"""Verifying one dossier: every check in order, whatever the one before has found."""

import datetime as dt
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from archive.verification import acts, attachments, elsewhere, fork, ledger, log, revisions
from archive.verification import beside as besides
from archive.verification import manifest as manifests
from archive.verification import signature as signatures
from archive.verification.beside import Beside
from archive.verification.inside import Inside, content, files_inside
from archive.verification.limits import MOST_BYTES, MOST_MANIFEST
from archive.verification.manifest import Manifest
from archive.verification.reading import TOO_HARD, measure, opened
from archive.verification.report import Check, Outcome, Report, unchecked, unreadable
from archive.verification.strict import Unusable
from archive.verification.trust import Trust
from archive.verification.words import Words

READ = Words("PDF，{pages}页，{size}字节，结构完整", "PDF of {pages} pages, {size} bytes, whole")
NO_MANIFEST = Words(
    "文件里没有卷宗清单（manifest.json）：它不是封存的卷宗，或者清单被删去",
    "The file has no manifest.json: it is no sealed dossier, or its manifest was taken out",
)
NOT_READ = Words("卷宗清单不能用：{why}", "The manifest cannot be used: {why}")
MANIFEST = Words("{format}，规范形式", "{format}, in canonical form")
NEEDS_MANIFEST = Words("没有可用的卷宗清单，没法核对", "Without a manifest this cannot be checked")
NEEDS_SIGNATURE = Words("没有可用的签名，没法核对", "Without a signature this cannot be checked")
NO_PAGES = Words("清单没有写页数；页的内容由签名覆盖", "The manifest does not say how many")
PAGES = Words("{n}页，与清单一致", "{n} pages, as the manifest says")
OTHER_PAGES = Words("清单写{said}页，文件有{n}页", "{said} pages by the manifest, {n} in the file")


def verify(
    path: Path,
    trust: Trust,
    *,
    beside: Path | None = None,
    tiles: Path | None = None,
    at: dt.datetime | None = None,
    most: int = MOST_BYTES,
) -> Report:
    """Verify the dossier in a file.

    `beside` is the folder or zip package with its further files, `tiles` a copy of the log, `at`
    the moment of the verification, `most` the bytes that the file may have.
    """
    try:
        size = measure(path, most)
        with opened(path) as pdf, besides.opened(beside) if beside else nullcontext() as around:
            read = Check("file", Outcome.HOLDS, READ.of(pages=len(pdf.pages), size=f"{size:,}"))
            inside = files_inside(pdf)
            manifest, told = _manifest(inside)
            signed = list(_signed(path, trust, at or dt.datetime.now(dt.UTC)))
            rest = list(_content(manifest, inside, around, trust, tiles))
            last = _pages(manifest, len(pdf.pages))
    except Unusable as fault:
        return unreadable(fault.said)
    except MemoryError:
        return unreadable(TOO_HARD)
    return Report([read, *signed, told, *rest, last], about=_about(manifest))


def _signed(path: Path, trust: Trust, at: dt.datetime) -> Iterator[Check]:
    with path.open("rb") as file:
        found = signatures.judged(file, trust, at)
    if isinstance(found, Check):
        yield found
        yield unchecked("timestamp", NEEDS_SIGNATURE)
        yield unchecked("revisions", NEEDS_SIGNATURE)
        return
    yield signatures.signature(found)
    yield signatures.timestamps(found, at)
    yield revisions.check(found, path)


def _manifest(inside: Inside) -> tuple[Manifest | None, Check]:
    stream = inside.get(manifests.NAME)
    if stream is None:
        return None, Check("manifest", Outcome.ALTERED, NO_MANIFEST)
    try:
        found = manifests.parse(content(manifests.NAME, stream, MOST_MANIFEST))
    except Unusable as fault:
        return None, Check("manifest", Outcome.ALTERED, NOT_READ.of(why=fault.said))
    return found, Check("manifest", Outcome.HOLDS, MANIFEST.of(format=found.format))


def _content(
    manifest: Manifest | None,
    inside: Inside,
    beside: Beside | None,
    trust: Trust,
    tiles: Path | None,
) -> Iterator[Check]:
    if manifest is None:
        for id in ("attachments", "beside", "ledger", "acts", "log", "fork", "volumes"):
            yield unchecked(id, NEEDS_MANIFEST)
        return
    claimed = log.claimed(manifest)
    yield attachments.check(inside, manifest)
    yield elsewhere.evidence(manifest, beside)
    yield ledger.check(manifest)
    yield acts.check(manifest)
    yield log.check(manifest, claimed, trust)
    yield log.witnesses(claimed, trust)
    yield fork.check(claimed, trust, tiles)
    yield elsewhere.volumes(manifest, beside)
    yield elsewhere.seal(beside)


def _pages(manifest: Manifest | None, pages: int) -> Check:
    if manifest is None or manifest.pages is None:
        return unchecked("pages", NO_PAGES)
    if manifest.pages != pages:
        return Check("pages", Outcome.ALTERED, OTHER_PAGES.of(said=manifest.pages, n=pages))
    return Check("pages", Outcome.HOLDS, PAGES.of(n=pages))


def _about(manifest: Manifest | None) -> dict[str, str]:
    """Return what the dossier says it is; a reader is told that it is only said."""
    if manifest is None:
        return {}
    said = {**manifest.seal, **manifest.case}
    names = ("title", "number", "organ", "archival_code")
    return {name: said[name] for name in names if isinstance(said.get(name), str)}
