"""Opening a file as its reader would: what is wrong with it, and whether it is locked."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pikepdf
from django.utils.translation import gettext as _
from PIL import Image, ImageFile, UnidentifiedImageError

OFFICE = "application/vnd.openxmlformats-officedocument."
PARTS = {
    OFFICE + "wordprocessingml.document": "word/document.xml",
    OFFICE + "spreadsheetml.sheet": "xl/workbook.xml",
}
"""The part without which a document of the kind is none."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an office document begins that is kept under a password."""
MAX_UNPACKED = 1 << 30
MAX_PARTS = 10_000


@dataclass(frozen=True)
class Opened:
    """What came of opening a file."""

    fault: str = ""
    locked: bool = False
    signed: bool = False


def opened(data: bytes, media_type: str) -> Opened:
    """Open content of a type. A type that nobody here can open is said to be one."""
    open_it = OPENERS.get(media_type)
    return (
        open_it(data) if open_it else Opened(_("没有能打开%(type)s的程序") % {"type": media_type})
    )


def _pdf(data: bytes) -> Opened:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if not len(pdf.pages):
                return Opened(_("PDF没有页"))
            return Opened(locked=pdf.is_encrypted, signed=_is_signed(pdf))
    except pikepdf.PasswordError:
        return Opened(_("PDF有密码，打不开"), locked=True)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return Opened(_("PDF已损坏，打不开"))


def _is_signed(pdf: pikepdf.Pdf) -> bool:
    form = pdf.Root.get("/AcroForm")
    fields: Any = form.get("/Fields", []) if isinstance(form, pikepdf.Dictionary) else []
    return any(
        isinstance(field, pikepdf.Dictionary) and field.get("/FT") == "/Sig" and "/V" in field
        for field in list(fields)
    )


@contextmanager
def _to_the_end() -> Iterator[None]:
    """Read pictures to their end: WeasyPrint, once loaded, lets every picture be cut short."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _image(data: bytes) -> Opened:
    try:
        with (
            _to_the_end(),
            Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image,
        ):
            image.load()
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError):
        return Opened(_("图片已损坏，打不开"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Opened(_("图片展开后太大，打不开"))
    return Opened()


def _text(data: bytes) -> Opened:
    try:
        data.decode()
    except UnicodeDecodeError:
        return Opened(_("文字不是UTF-8编码"))
    return Opened()


def _office(part: str) -> Callable[[bytes], Opened]:
    def look(data: bytes) -> Opened:
        if data.startswith(OLE):
            return Opened(_("文档有密码，打不开"), locked=True)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return _parts(package, part)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return Opened(_("文档已损坏，打不开"))

    return look


def _parts(package: zipfile.ZipFile, part: str) -> Opened:
    found = package.infolist()
    if any(one.flag_bits & 1 for one in found):
        return Opened(_("压缩包有密码，打不开"), locked=True)
    if len(found) > MAX_PARTS or sum(one.file_size for one in found) > MAX_UNPACKED:
        return Opened(_("文档展开后太大，打不开"))
    if part not in {one.filename for one in found}:
        return Opened(_("文档缺少正文，打不开"))
    broken = package.testzip()
    return Opened(_("文档已损坏，打不开")) if broken else Opened()


OPENERS: dict[str, Callable[[bytes], Opened]] = {
    "application/pdf": _pdf,
    "image/png": _image,
    "image/jpeg": _image,
    "text/plain": _text,
    **{kind: _office(part) for kind, part in PARTS.items()},
}
