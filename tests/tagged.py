"""Whether the structure tree of a PDF agrees with its pages: the validator does not look."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

PAINTS = {"Tj", "TJ", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
HEADS = ("/Row", "/Column")

Place = tuple[Any, int]
"""A page, by its object, and the number of a piece of its content."""


def faults(path: Path) -> list[str]:
    """Return where tree and pages disagree."""
    with pikepdf.open(path) as pdf:
        return list(_faults(pdf))


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield every element in the order in which it is read out."""
    ahead = [pdf.Root.StructTreeRoot.K[0]]
    while ahead:
        element = ahead.pop()
        yield element
        ahead += [kid for kid in reversed(list(element.get("/K", []))) if _is_element(kid)]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == "/StructElem"


def told(pdf: pikepdf.Pdf) -> list[Place]:
    """Return the places of all content in the order in which it is read out."""
    found: list[Place] = []
    _walk(pdf.Root.StructTreeRoot.K[0], found)
    return found


def _walk(element: Any, found: list[Place]) -> None:
    for kid in element.get("/K", []):
        if isinstance(kid, int):
            found.append((element.Pg.objgen, kid))
        elif _is_element(kid):
            _walk(kid, found)


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    parents = _numbers(pdf.Root.StructTreeRoot.ParentTree)
    owners = {
        (element.Pg.objgen, kid): element.objgen
        for element in elements(pdf)
        for kid in element.get("/K", [])
        if isinstance(kid, int)
    }
    keys = Counter(_keys(pdf))
    yield from (f"number {key} is used {n} times" for key, n in keys.items() if n > 1)
    for number, page in enumerate(pdf.pages, 1):
        for fault in _of_page(page, parents, owners):
            yield f"page {number}: {fault}"
    yield from _of_links(pdf, parents)
    yield from _of_heads(pdf)
    for element in elements(pdf):
        for kid in element.get("/K", []):
            if _is_element(kid) and kid.P.objgen != element.objgen:
                yield f"{kid.S}: its parent is another"


def _keys(pdf: pikepdf.Pdf) -> Iterator[int]:
    for page in pdf.pages:
        yield int(page.obj.StructParents)
        for annotation in page.obj.get("/Annots", []):
            yield int(annotation.StructParent)


def _numbers(tree: Any) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for branch in tree.get("/Kids", []):
        own = _numbers(branch)
        low, high = (int(limit) for limit in branch.Limits)
        assert set(own) == set(range(low, high + 1))
        found.update(own)
    entries = list(tree.get("/Nums", []))
    found.update(zip((int(key) for key in entries[::2]), entries[1::2], strict=True))
    return found


def _of_page(page: Any, parents: dict[int, Any], owners: dict[Place, Any]) -> Iterator[str]:
    shown = Counter(number for number in _shown(page) if number is not None)
    if None in _shown(page):
        yield "something is shown that is neither content nor artifact"
    entry = parents[int(page.obj.StructParents)]
    for number, times in shown.items():
        if times > 1:
            yield f"content {number} is there {times} times"
        known = entry[number].objgen if number < len(entry) else None
        if known is None or owners.get((page.obj.objgen, number)) != known:
            yield f"content {number} is not where the tree of parents says"
    for place in owners:
        if place[0] == page.obj.objgen and place[1] not in shown:
            yield f"content {place[1]} is in the tree only"


def _shown(page: Any) -> list[int | None]:
    """Return the numbers of a page's content; None where something is shown without one."""
    found: list[int | None] = []
    inside: list[bool] = []
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator in ("BDC", "BMC"):
            inside.append(True)
            properties: Any = step.operands[-1]
            if isinstance(properties, Dictionary) and "/MCID" in properties:
                found.append(int(properties.MCID))
        elif operator == "EMC":
            inside.pop()
        elif operator in PAINTS and not inside:
            found.append(None)
    return found


def _of_links(pdf: pikepdf.Pdf, parents: dict[int, Any]) -> Iterator[str]:
    places: Any = pdf.Root.Names.Dests if "/Names" in pdf.Root else Dictionary()
    names = {str(name) for name in _names(places)}
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            element = parents[int(annotation.StructParent)]
            held = [kid.Obj.objgen for kid in element.K if isinstance(kid, Dictionary)]
            if annotation.objgen not in held:
                yield "a link is not in its element"
            if "/Dest" in annotation and str(annotation.Dest) not in names:
                yield f"a link leads to {annotation.Dest}"


def _names(tree: Any) -> list[Any]:
    own = list(tree.get("/Names", []))[::2]
    return [*own, *(name for branch in tree.get("/Kids", []) for name in _names(branch))]


def _of_heads(pdf: pikepdf.Pdf) -> Iterator[str]:
    found = [element for element in elements(pdf) if element.S == Name.TH]
    identifiers = Counter(bytes(element.ID) for element in found)
    yield from (f"{name!r} names {n} cells" for name, n in identifiers.items() if n > 1)
    tree = [bytes(name) for name in _names(pdf.Root.StructTreeRoot.get("/IDTree", {}))]
    if tree != sorted(identifiers):
        yield "the tree of names is not that of the cells"
    yield from ("a head has no scope" for one in found if one.A.get("/Scope") not in HEADS)
    for element in elements(pdf):
        for head in element.get("/A", Dictionary()).get("/Headers", Array()):
            if bytes(head) not in identifiers:
                yield f"{bytes(head)!r} is no head"
