"""The manifest of a dossier, as it is written in the file: read, but not yet believed.

`suyuan-dossier-2` is described in docs/verify.md; `suyuan-dossier-1` had one digest a file, and
neither log nor volumes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from archive.verification.names import plain_name
from archive.verification.shape import Part
from archive.verification.strict import Unusable, read
from archive.verification.words import Words, shown

NAME = "manifest.json"
FIRST, SECOND = "suyuan-dossier-1", "suyuan-dossier-2"
UNKNOWN_FORMAT = Words("格式“{format}”不认识", "its format “{format}” is not known")
OUTSIDE = Words("它点了卷宗之外的文件名：{name}", "it names a file outside the dossier: {name}")
SAME_NAME = Words("它把同一个文件名写了两次：{name}", "it names a file twice: {name}")
NOWHERE = Words(
    "{title}既不在卷内，也没有说在哪里", "{title} is neither inside nor said to be elsewhere"
)


@dataclass(frozen=True)
class Filed:
    """One file that belongs to the dossier, as the manifest has it."""

    name: str
    title: str
    size: int | None
    digest: str
    sm3: str | None
    inside: bool
    seq: int = 0
    filename: str = ""


@dataclass(frozen=True)
class Logged:
    """How the last row of the ledger is in the log, as the manifest claims."""

    checkpoint: str
    index: int
    proof: tuple[str, ...]


@dataclass(frozen=True)
class Manifest:
    """All of a manifest that a verifier looks at."""

    format: str
    case: Mapping[str, Any]
    seal: Mapping[str, Any]
    head: str
    entries: tuple[Mapping[str, Any], ...]
    acts: tuple[Mapping[str, Any], ...]
    evidence: tuple[Filed, ...]
    volumes: tuple[Filed, ...]
    log: Logged | None
    pages: int | None

    @property
    def inside(self) -> list[Filed]:
        """Return the evidence that is inside the PDF."""
        return [file for file in self.evidence if file.inside]

    @property
    def beside(self) -> list[Filed]:
        """Return the evidence that is kept beside it."""
        return [file for file in self.evidence if not file.inside]

    @property
    def second(self) -> bool:
        """Say whether it is of the form that has SM3 digests and a log."""
        return self.format == SECOND


def parse(data: bytes) -> Manifest:
    """Read a manifest. Raises Unusable."""
    part = Part(read(data))
    form = part.text("format")
    if form not in (FIRST, SECOND):
        raise Unusable(UNKNOWN_FORMAT.of(format=shown(form)))
    ledger = part.part("ledger")
    second = form == SECOND
    manifest = Manifest(
        format=form,
        case=part.part("case").value,
        seal=seal.value if (seal := part.maybe_part("seal")) else {},
        head=ledger.text("head"),
        entries=tuple(row.value for row in ledger.parts("entries")),
        acts=tuple(act.value for act in part.parts("acts")),
        evidence=tuple(_filed(one, second) for one in part.parts("evidence")),
        volumes=tuple(map(_volume, part.parts("volumes"))) if "volumes" in part.value else (),
        log=_logged(log) if (log := part.maybe_part("log")) else None,
        pages=part.maybe_number("pages"),
    )
    _see_names(manifest)
    return manifest


def _filed(part: Part, second: bool) -> Filed:
    inside, beside = part.maybe_text("attachment"), part.maybe_text("beside")
    name = inside or beside
    if name is None:
        raise Unusable(NOWHERE.of(title=shown(part.text("title"))))
    return Filed(
        name,
        part.text("title"),
        part.number("size"),
        part.text("digest"),
        part.text("sm3") if second else None,
        inside is not None,
        part.number("seq"),
        part.text("filename"),
    )


def _volume(part: Part) -> Filed:
    title = f"分册 volume {part.number('number')}"
    size = part.maybe_number("size")
    return Filed(part.text("file"), title, size, part.text("digest"), part.text("sm3"), False)


def _logged(part: Part) -> Logged:
    return Logged(part.text("checkpoint"), part.number("index"), tuple(part.texts("proof")))


def _see_names(manifest: Manifest) -> None:
    seen = {NAME}
    for name in _names(manifest):
        if not plain_name(name):
            raise Unusable(OUTSIDE.of(name=shown(name)))
        if name.casefold() in seen:
            raise Unusable(SAME_NAME.of(name=shown(name)))
        seen.add(name.casefold())


def _names(manifest: Manifest) -> Iterator[str]:
    yield from (file.name for file in (*manifest.evidence, *manifest.volumes))
