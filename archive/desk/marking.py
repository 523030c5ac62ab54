"""The mark on a copy: who has it, since when, what for. The original never changes."""

import html
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

SIZE, HEIGHT, FROM_EDGE = 7, 10, 9
"""The letters, the strip that they stand in, how far from the page's lower edge, in points."""
SIGNED = ("/AcroForm", "/DSS", "/Perms")
"""What says of a file that it is signed: a copy with a mark is not."""
STYLE = (
    "@page {{ size: {width}pt {height}pt; margin: 0 }}"
    " body {{ margin: 0; white-space: nowrap; overflow: hidden; text-align: center; color: #555;"
    " font: {size}pt/{height}pt 'Noto Sans CJK SC', 'HanaMinA', 'HanaMinB', sans-serif }}"
)


class Unmarkable(Exception):  # noqa: N818  # it is an answer, not an error
    """The file is no PDF that can be opened: only the original can be handed out."""


def mark(original: Path, copy: Path, words: str) -> int:
    """Write a copy with `words` at the foot of every page; return how many. Raises Unmarkable."""
    try:
        with Pdf.open(original) as pdf:
            strips = _Strips(pdf, words)
            for page in pdf.pages:
                strips.stamp(page)
            _unsign(pdf)
            pdf.docinfo["/SuyuanCopy"] = words
            pdf.save(copy)
            return len(pdf.pages)
    except pikepdf.PdfError as unreadable:
        raise Unmarkable from unreadable


class _Strips:
    """The printed words: one object for all pages of a width."""

    def __init__(self, pdf: Pdf, words: str) -> None:
        self.pdf, self.words = pdf, words
        self.by_width: dict[int, Any] = {}

    def stamp(self, page: pikepdf.Page) -> None:
        """Set the words on a page, as something that is no part of its contents."""
        left, bottom, right, _top = map(float, page.mediabox.as_list())
        name = page.add_resource(self._of(round(right - left)), Name.XObject)
        page.contents_add(b"q", prepend=True)
        place = f"Q /Artifact BMC q 1 0 0 1 {left:.2f} {bottom + FROM_EDGE:.2f} cm {name} Do Q EMC"
        page.contents_add(place.encode())

    def _of(self, width: int) -> Any:
        if width not in self.by_width:
            with Pdf.open(BytesIO(printed(self.words, width))) as strip:
                made = strip.pages[0].as_form_xobject()
                self.by_width[width] = self.pdf.copy_foreign(made)
        return self.by_width[width]


def printed(words: str, width: int) -> bytes:
    """Return a strip of paper, `width` points wide, with the words on it and their font inside."""
    weasyprint: Any = import_module("weasyprint")  # it takes long, and only copies need it
    style = STYLE.format(width=width, height=HEIGHT, size=SIZE)
    text = f"<meta charset=utf-8><style>{style}</style><body>{html.escape(words)}"
    pdf: bytes = weasyprint.HTML(string=text).write_pdf()
    return pdf


def _unsign(pdf: Pdf) -> None:
    """Take out what a signature left: it was put to the original."""
    for name in SIGNED:
        if name in pdf.Root:
            del pdf.Root[name]
    for page in pdf.pages:
        if "/Annots" in page:
            kept = [note for note in page.Annots if not _is_signature(note)]
            if len(kept) < len(page.Annots):
                page.Annots = Array(kept)


def _is_signature(note: Any) -> bool:
    return isinstance(note, Dictionary) and note.get("/FT") == Name.Sig
