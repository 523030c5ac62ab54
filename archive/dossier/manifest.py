"""The manifest: what the dossier holds, in canonical JSON, so that a machine can check it.

Each ledger row stands with all that its hash is made of, each act with the content that its
digest is made of. An opinion's content is left out: it has the writer's contact; its digest
stays. Every file stands by two digests, SHA-256 and SM3.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from archive.dossier.chronicle import Chronicle, Done
from archive.dossier.deadlines import Computed
from archive.dossier.digests import SM3, sm3_of
from archive.dossier.evidence import Attached
from archive.dossier.glance import Glance
from archive.dossier.slip import Slip
from archive.ledger import named
from decisions.content import ALGORITHM, canonical, columns, content, plain
from decisions.models import Comment

FORMAT = "suyuan-dossier-2"
NAME = "manifest.json"


def manifest(
    chronicle: Chronicle,
    slip: Slip | None,
    files: Sequence[Attached],
    glance: Glance,
    deadlines: Sequence[Computed],
) -> dict[str, Any]:
    """Return the manifest of a case's dossier, but for what is known only afterwards."""
    return {
        "format": FORMAT,
        "algorithms": [ALGORITHM, SM3],
        "case": _case(chronicle),
        "seal": _seal(slip),
        "ledger": {
            "head": chronicle.head,
            "entries": [columns(entry, ("id",)) for entry in chronicle.entries],
        },
        "acts": [_act(chronicle, done) for done in chronicle.done],
        "requirements": [
            {"id": met.id, "met_by": met.seq, "judged_at": met.judged_seq}
            for met in glance.requirements
        ],
        "deadlines": [
            {"id": one.id, "from": one.seq, "day": one.day, "provisional": one.provisional}
            for one in deadlines
        ],
        "evidence": [_file(file) for file in files],
    }


def completed(
    known: bytes,
    *,
    log: dict[str, Any] | None,
    press: dict[str, Any],
    volumes: Sequence[dict[str, Any]],
    pages: int,
) -> bytes:
    """Return the whole manifest, from what was `known` before the dossier was printed.

    The cover bears the digest of what was known. `pages` are those of the file that it stands in.
    """
    afterwards = {"log": log, "press": press, "volumes": list(volumes), "pages": pages}
    return canonical({**json.loads(known), **afterwards})


def _case(chronicle: Chronicle) -> dict[str, Any]:
    case = chronicle.case
    return {
        "number": case.number,
        "title": case.title,
        "organ": case.organ.name,
        "procedure": case.procedure,
        "state": case.state,
        "draft": {"version": case.draft.version, "digest": case.draft_hash} if case.draft else None,
    }


def _seal(slip: Slip | None) -> dict[str, Any] | None:
    if slip is None:
        return None
    return {
        "at": plain(slip.at),
        **named(slip.by),
        "archival_code": slip.archival_code,
        "retention": slip.retention,
        "follows": asdict(slip.follows) if slip.follows else None,
    }


def _act(chronicle: Chronicle, done: Done) -> dict[str, Any]:
    described = {"seq": done.entry.seq, "act": done.entry.act, "step": str(done.act.step)}
    if isinstance(done.record, Comment):
        return described
    evidence = chronicle.evidence_of(done.entry.seq)
    return {**described, "content": content(done.record, chronicle.rows(done), evidence)}


def _file(file: Attached) -> dict[str, Any]:
    blob = file.item.blob
    return {
        "attachment": None if file.beside else file.name,
        "beside": file.name if file.beside else None,
        "seq": file.seq,
        "position": file.item.position,
        "title": file.title,
        "filename": file.filename,
        "media_type": blob.media_type,
        "size": blob.size,
        "digest": blob.digest,
        "sm3": sm3_of(blob),
    }
