"""A dossier to be checked, sound in every way, that a test may spoil: everything is invented."""

import hashlib
import io
import zipfile
from dataclasses import replace
from typing import Any

import pikepdf
from PIL import Image

from archive.keeping.file import File
from archive.keeping.properties import Outcome, registry
from archive.keeping.subject import Ledger, Subject
from archive.models import PropertyResult
from decisions.evidence import OFFICE

DOCX = OFFICE + "wordprocessingml.document"
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The standard file that every scanner takes for malware; it is none."""
METADATA = {
    "聚合层次": "案卷", "立档单位名称": "海珠区人民政府", "全宗号": "0001",
    "档号": "0001-WS·2026-Y-ZFB-0001", "年度": "2026", "保管期限": "Y", "题名": "通行管理措施",
    "文件编号": "海府〔2026〕1号", "责任者": "海珠区人民政府", "日期": "20260601",
    "电子文件号": "HZ-2026-001", "附件数": "3",
}  # fmt: skip


def pdf(**encryption: Any) -> bytes:
    """Return a PDF of one page, under a password where one is given."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        if encryption:
            made.save(out, encryption=pikepdf.Encryption(**encryption))
        else:
            made.save(out, deterministic_id=True)
    return out.getvalue()


def image(kind: str = "PNG") -> bytes:
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(out, kind)
    return out.getvalue()


def document(locked: bool = False) -> bytes:
    """Return an office document; locked, its parts say that a password is in the way."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<document/>")
    data = bytearray(out.getvalue())
    if locked:
        for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            start = data.find(sign)
            while start >= 0:
                data[start + at] |= 1
                start = data.find(sign, start + 4)
    return bytes(data)


def file(name: str, data: bytes, media_type: str, **changes: Any) -> File:
    """Return a file as described, but for `changes`."""
    plain: dict[str, Any] = {
        "title": name.partition(".")[0], "size": len(data), "seq": 2, "position": 1,
        "digest": f"sha256:{hashlib.sha256(data).hexdigest()}", "read": lambda: data,
    }  # fmt: skip
    return File(name=name, media_type=media_type, **{**plain, **changes})


def files() -> tuple[File, ...]:
    """Return three sound files of one act, and one of another."""
    return (
        file("报告.pdf", pdf(), "application/pdf"),
        file("照片.png", image(), "image/png", position=2),
        file("说明.txt", "说明。".encode(), "text/plain", seq=3),
    )


def subject(**changes: Any) -> Subject:
    """Return a sound subject about to be filed, but for `changes`."""
    everything: dict[str, Any] = {
        "stage": PropertyResult.Stage.FILING,
        "metadata": METADATA,
        "ledger": Ledger(4, (1, 2, 3, 4), frozenset({1, 2, 3}), frozenset({1, 2, 3})),
        "files": files(),
        "versions": (1, 2),
        "scan": None,
    }
    return Subject(**{**everything, **changes})


def told(**values: str) -> dict[str, str]:
    """Return the metadata, but for `values`."""
    return {**METADATA, **values}


def with_file(one: File, **changes: Any) -> Subject:
    """Return a sound subject with one more file, changed."""
    last = replace(one, seq=4, position=1, **changes)
    ledger = Ledger(4, (1, 2, 3, 4), frozenset({1, 2, 3, 4}), frozenset({1, 2, 3, 4}))
    return subject(files=(*files(), last), ledger=ledger, metadata=told(附件数="4"))


def outcomes(checked: Subject) -> dict[str, Outcome]:
    """Run every check; return what each found."""
    return {code: item.check(checked) for code, item in registry.items()}


def failing(checked: Subject) -> set[str]:
    """Return the codes of the checks that fail."""
    return {code for code, found in outcomes(checked).items() if found.verdict == "fails"}
