"""Making the structure tree of a section small before it is written.

The printer gives every line of every paragraph an element of its own: most objects of the file,
which say nothing. They are folded into the element that they stand in. Identifiers are given the
section's name, so that those of two sections differ. What stands in the margins of a page is in no
tree: it becomes an artifact, which is not read out.
"""

from collections.abc import Iterator
from typing import Any

from pydyf import PDF, Array, Dictionary, Object, String

HOLLOW = ("/NonStruct", "/Span")
"""Elements without a meaning of their own."""
SCOPES = {"/THead": "/Column", "/TBody": "/Row", "/TFoot": "/Row"}

PAGINATION = {"Type": "/Pagination"}

Elements = dict[bytes, Any]


class Nothing(Object):  # type: ignore[misc]  # pydyf publishes no types
    """What is left of an element that was folded: the numbers of the others stay."""

    @property
    def data(self) -> bytes:
        """Write nothing."""
        return b"null"


def fold(pdf: PDF, name: str) -> None:
    """Fold the tree of the section `name`, which is about to be written."""
    elements = {thing.reference: thing for thing in pdf.objects if _is_element(thing)}
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    parents = pdf.objects[_number(root["ParentTree"])]
    _set_aside(pdf, elements, _marginal(root, elements))
    folded = {one.reference for one in elements.values() if _is_hollow(one, elements)}
    kept = [one for reference, one in elements.items() if reference not in folded]
    for element in kept:
        element["K"] = Array(_kids(element, elements, folded))
        if element["P"] in elements:
            element["P"] = _standing(element["P"], elements, folded)
    parents["Nums"] = Array(_parents(parents["Nums"], elements, folded))
    for reference in folded:
        _strike(pdf, elements[reference].number)
    root["IDTree"] = _identify(kept, elements, name)


def _is_element(thing: object) -> bool:
    return isinstance(thing, Dictionary) and thing.get("Type") == "/StructElem"


def _marginal(root: Any, elements: Elements) -> list[Any]:
    """Return the elements that no way leads to from the root."""
    reached, ahead = set[bytes](), list(root["K"])
    while ahead:
        reference = ahead.pop()
        if reference in elements:
            reached.add(reference)
            ahead += elements[reference]["K"]
    return [one for reference, one in elements.items() if reference not in reached]


def _set_aside(pdf: PDF, elements: Elements, marginal: list[Any]) -> None:
    """Make artifacts of what elements of a margin show, and forget them."""
    for element in marginal:
        shown = {kid for kid in element["K"] if isinstance(kid, int)}
        if shown:
            page = pdf.objects[_number(element["Pg"])]
            _unmark(pdf.objects[_number(page["Contents"])].stream, shown)
        _strike(pdf, element.number)
    for element in marginal:
        del elements[element.reference]


def _unmark(content: list[Any], shown: set[int]) -> None:
    for place, properties in enumerate(content):
        if isinstance(properties, Dictionary) and properties.get("MCID") in shown:
            content[place - 1], content[place] = "/Artifact", Dictionary(PAGINATION)


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _is_hollow(element: Any, elements: Elements) -> bool:
    """Say whether an element can be folded: content stands in an element of its page."""
    parent = elements.get(element["P"])
    if element["S"] not in HOLLOW or parent is None or "A" in element:
        return False
    return "Pg" in parent or not any(isinstance(kid, int) for kid in element["K"])


def _kids(element: Any, elements: Elements, folded: set[bytes]) -> Iterator[bytes | int]:
    for kid in element["K"]:
        if kid in folded:
            yield from _kids(elements[kid], elements, folded)
        else:
            yield kid


def _standing(reference: bytes, elements: Elements, folded: set[bytes]) -> bytes:
    """Return the element itself, or the next above it that was not folded."""
    while reference in folded:
        reference = elements[reference]["P"]
    return reference


def _parents(nums: list[Any], elements: Elements, folded: set[bytes]) -> Iterator[Any]:
    for entry in nums:
        if isinstance(entry, list):
            standing = (_standing(reference, elements, folded) for reference in entry)
            yield Array(one if one in elements else b"null" for one in standing)
        else:
            yield _standing(entry, elements, folded) if isinstance(entry, bytes) else entry


def _strike(pdf: PDF, number: int) -> None:
    nothing = Nothing()
    nothing.number = number
    pdf.objects[number] = nothing


def _identify(kept: list[Any], elements: Elements, name: str) -> Dictionary:
    """Name the cells of heads after the section, with their scope; return the tree of names."""
    named: dict[bytes, bytes] = {}
    for element in kept:
        cell = element.get("A", {})
        if "Headers" in cell:
            cell["Headers"] = Array(_own(header, name) for header in cell["Headers"])
        if element["S"] == "/TH":
            cell["Scope"] = SCOPES.get(_group(element, elements), "/Column")
        if "ID" in element:
            element["ID"] = _own(element["ID"], name)
            named[element["ID"].data] = element.reference
    entries = (part for entry in sorted(named.items()) for part in entry)
    return Dictionary({"Names": Array(entries)})


def _own(identifier: String, name: str) -> String:
    return String(f"{name}/{identifier.string}")


def _group(cell: Any, elements: Elements) -> str:
    """Return what the row of a cell stands in: the head or the body of the table."""
    row = elements.get(cell["P"])
    group = elements.get(row["P"]) if row else None
    return group["S"] if group else ""
