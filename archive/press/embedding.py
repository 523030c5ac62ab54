"""One font file for each face, with every glyph that any piece shows. Basis: ISO 32000-1, 9.7."""

from collections.abc import Iterable, Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from archive.press.faces import Face, face
from archive.press.failed import PressFailed
from archive.press.subsets import subset

BOLD = 600
BATCH = 100
"""So many lines a block of a CMap may have."""
CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""

Used = dict[str, dict[str, Any]]
"""What of each font is used, by the name that the pages use."""


def gather(used: Used, fonts: Used) -> None:
    """Add what one piece uses of the fonts to what the others do."""
    for name, font in fonts.items():
        known = used.setdefault(name, {**font, "widths": {}, "unicode": {}})
        if known["index"] != font["index"]:
            raise PressFailed(f"{font['family']}: two files under one name")
        known["widths"] = {**font["widths"], **known["widths"]}
        known["unicode"] = {**font["unicode"], **known["unicode"]}


def embed(pdf: Pdf, used: Used) -> Object:
    """Return the fonts of a document as its pages name them; each face is inside once."""
    glyphs: dict[Face, set[int]] = {}
    for font in used.values():
        glyphs.setdefault(face_of(font), set()).update(map(int, font["widths"]))
    files = {one: _file(pdf, one, glyphs[one]) for one in sorted(glyphs, key=str)}
    fonts = {f"/{name}": _font(pdf, font, files) for name, font in sorted(used.items())}
    return pdf.make_indirect(Dictionary(fonts))


def face_of(font: dict[str, Any]) -> Face:
    """Return the face of a font that a piece uses. Raises PressFailed if it is another file."""
    found = face(font["family"], font["weight"] >= BOLD)
    if found.index != font["index"]:
        raise PressFailed(f"{font['family']}: not the face that the printer took")
    return found


def _file(pdf: Pdf, one: Face, glyphs: set[int]) -> Stream:
    data = subset(one, glyphs)
    if data.startswith(b"OTTO"):
        return Stream(pdf, data, Subtype=Name.OpenType)
    return Stream(pdf, data, Length1=len(data))


def _font(pdf: Pdf, font: dict[str, Any], files: dict[Face, Stream]) -> Object:
    widths = {int(glyph): width for glyph, width in font["widths"].items()}
    texts = {int(glyph): text for glyph, text in font["unicode"].items()}
    name = Name(font["name"])
    descendant = Dictionary(
        Type=Name.Font,
        BaseFont=name,
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        CIDToGIDMap=Name.Identity,
        W=Array(_widths(widths)),
    )
    descriptor, kind = _descriptor(pdf, font, widths, files[face_of(font)])
    descendant.FontDescriptor, descendant.Subtype = descriptor, kind
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=Stream(pdf, _cmap(texts).encode()),
        )
    )


def _descriptor(
    pdf: Pdf, font: dict[str, Any], widths: dict[int, int], file: Stream
) -> tuple[Object, Name]:
    """Return the descriptor with the font file in it, and the kind of font that it is."""
    ascent, descent = font["ascent"], font["descent"]
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(font["name"]),
        FontFamily=String(font["family"]),
        Flags=font["flags"],
        FontBBox=Array([0, descent, max(widths.values()), ascent]),
        ItalicAngle=0,
        Ascent=ascent,
        Descent=descent,
        CapHeight=ascent,
        StemV=80,
        StemH=80,
    )
    if Name.Subtype in file:
        descriptor.FontFile3 = file
        return pdf.make_indirect(descriptor), Name.CIDFontType0
    descriptor.FontFile2 = file
    return pdf.make_indirect(descriptor), Name.CIDFontType2


def _widths(widths: dict[int, int]) -> Iterator[int | Array]:
    """Yield the widths: the first of a run of glyphs, then those of all of the run."""
    run: list[int] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            if run:
                yield Array(run)
            yield glyph
            run = []
        run.append(widths[glyph])
    yield Array(run)


def _cmap(texts: dict[int, str]) -> str:
    lines = [f"<{glyph:04x}> <{texts[glyph].encode('utf-16-be').hex()}>" for glyph in sorted(texts)]
    return CMAP.format(blocks="".join(_blocks(lines)))


def _blocks(lines: list[str]) -> Iterable[str]:
    for first in range(0, len(lines), BATCH):
        block = lines[first : first + BATCH]
        yield f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n"
