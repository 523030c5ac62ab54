"""Links: from a page to an id that stands anywhere in the document."""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from archive.press.failed import PressFailed
from archive.press.order import LINK


def connect(pages: Iterable[Page], starts: dict[str, int], files: dict[str, str]) -> None:
    """Let the links of pages lead where they say: `files` has the ids of other volumes.

    Raises PressFailed where an id is nowhere in the document.
    """
    for page in pages:
        for annotation in page.obj.get(Name.Annots, []):
            target = str(annotation.A.URI)
            if target.startswith(LINK):
                _connect(annotation, target.removeprefix(LINK), starts, files)


def _connect(
    annotation: Object, target: str, starts: dict[str, int], files: dict[str, str]
) -> None:
    if target not in starts:
        raise PressFailed(f"a link leads to {target}, which is nowhere")
    annotation.Contents = String(f"转到第{starts[target]}页")
    if target in files:
        annotation.A = Dictionary(
            Type=Name.Action, S=Name.GoToR, F=String(files[target]), D=String(target)
        )
    else:
        del annotation.A
        annotation.Dest = String(target)


def destinations(pdf: Pdf, named: dict[str, Array]) -> None:
    """Name places of the document."""
    ordered = sorted((bytes(String(name)), name) for name in named)
    entries = [part for _, name in ordered for part in (String(name), named[name])]
    if entries:
        limits = Array([entries[0], entries[-2]])
        leaf = pdf.make_indirect(Dictionary(Names=Array(entries), Limits=limits))
        pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Kids=Array([leaf]))))
