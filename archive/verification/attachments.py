"""The files in the PDF against the manifest: each there, none besides, none changed."""

from collections.abc import Iterable, Iterator

from archive.verification.digests import Digests, digests_of
from archive.verification.inside import Inside, chunks
from archive.verification.manifest import NAME, Filed, Manifest
from archive.verification.report import Check, Detail, agreed
from archive.verification.strict import Unusable
from archive.verification.words import Words, same

HOLDS = Words(
    "{n}件附件全部在，大小和摘要逐件一致（{algorithms}）",
    "Every attachment is there ({n}); size and digests of each agree ({algorithms})",
)
ALTERED = Words("{n}处与清单不一致：{names}", "Not in agreement with the manifest ({n}): {names}")
PRESENCE = Words("有没有", "presence")
SIZE = Words("大小（字节）", "size (bytes)")
DIGEST = Words("摘要（{name}）", "digest ({name})")
UNREADABLE = Words("内容读不出来", "content, unreadable")
NAMES = 5
"""Named in the sentence itself; the table has them all."""


def check(inside: Inside, manifest: Manifest) -> Check:
    """Compare every file inside with what the manifest says of it."""
    details = [*_listed(inside, manifest.inside), *_unlisted(inside, manifest.inside)]
    both = "SHA-256, SM3" if manifest.second else "SHA-256"
    holds = HOLDS.of(n=len(manifest.inside), algorithms=both)
    return agreed("attachments", details, holds, told(ALTERED, details))


def _listed(inside: Inside, files: Iterable[Filed]) -> Iterator[Detail]:
    for file in files:
        stream = inside.get(file.name)
        if stream is None:
            yield missing(file)
            continue
        try:
            yield from compared(file, digests_of(chunks(file.name, stream, file.size or 0)))
        except Unusable as fault:
            yield Detail(item(file), UNREADABLE, file.digest, fault.said.zh)


def _unlisted(inside: Inside, files: Iterable[Filed]) -> Iterator[Detail]:
    """Yield the files that the manifest does not know: they were added."""
    known = {NAME, *(file.name for file in files)}
    for name, stream in inside.items():
        if name not in known:
            try:
                found = digests_of(chunks(name, stream)).sha256
            except Unusable as fault:
                found = fault.said.zh
            yield Detail(same(name), PRESENCE, "", found)


def missing(file: Filed) -> Detail:
    """Return that a file is not there."""
    return Detail(item(file), PRESENCE, file.digest, "")


def compared(file: Filed, found: Digests) -> Iterator[Detail]:
    """Yield each of size and digests that is not as the manifest has it."""
    if file.size is not None and found.size > file.size:
        # It was read no further: no digest of the whole is known.
        yield Detail(item(file), SIZE, str(file.size), f"> {file.size}")
        return
    if file.size is not None and found.size < file.size:
        yield Detail(item(file), SIZE, str(file.size), str(found.size))
    if file.digest != found.sha256:
        yield Detail(item(file), DIGEST.of(name="SHA-256"), file.digest, found.sha256)
    if file.sm3 is not None and file.sm3 != found.sm3:
        yield Detail(item(file), DIGEST.of(name="SM3"), file.sm3, found.sm3)


def item(file: Filed) -> Words:
    """Return how a file is called to a reader: its title, and its name in the dossier."""
    return same(f"{file.title}（{file.name}）")


def told(said: Words, details: list[Detail]) -> Words:
    """Fill a sentence with how many things, and the names of the first few."""
    items = list(dict.fromkeys(detail.item for detail in details))
    zh = "、".join(one.zh for one in items[:NAMES]) + ("等" if len(items) > NAMES else "")
    en = ", ".join(one.en for one in items[:NAMES]) + (" …" if len(items) > NAMES else "")
    return said.of(n=len(details), names=Words(zh, en))
