"""The metadata of a dossier and of each of its files, as XML. Basis: DA/T 46-2009."""

from collections.abc import Mapping, Sequence

from lxml import etree

from archive.keeping.elements import ELEMENTS
from archive.keeping.package.part import Fixity, Part


def descriptive(
    metadata: Mapping[str, str], parts: Sequence[Part], written: Mapping[str, Fixity]
) -> bytes:
    """Return the description: the dossier's elements, then one group an item."""
    root = etree.Element("电子档案")
    for element in ELEMENTS:
        _add(root, element.name, metadata.get(element.name, ""))
    for number, part in enumerate(parts, 1):
        _item(etree.SubElement(root, "件"), number, part, written[part.path])
    return xml(root)


def _item(node: "etree._Element", number: int, part: Part, fixity: Fixity) -> None:
    for name, value in (
        ("件号", f"{number:04}"),
        ("题名", part.title),
        ("责任者", part.responsible),
        ("日期", part.day),
        ("格式信息", part.media_type),
        ("计算机文件名", part.path),
        ("原文件名", part.original_name),
        ("计算机文件大小", str(fixity.size)),
        ("摘要SHA-256", fixity.sha256),
        ("摘要SM3", fixity.sm3),
    ):
        _add(node, name, value)


def _add(node: "etree._Element", name: str, value: str) -> None:
    etree.SubElement(node, name).text = value


def xml(root: "etree._Element") -> bytes:
    """Return an element as a document, the same bytes every time."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written
