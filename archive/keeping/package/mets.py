"""The table of contents of a package. Basis: METS 1."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

import metsrw
from metsrw.metadata import AMDSec, MDRef, SubSection

from archive.keeping.package.descriptive import xml
from archive.keeping.package.part import DESCRIPTIVE, PRESERVATION, Fixity, Part


def mets(name: str, at: str, parts: Sequence[Part], written: Mapping[str, Fixity]) -> bytes:
    """Return the document, which points to every file and to what describes them."""
    folders: dict[str, list[metsrw.FSEntry]] = defaultdict(list)
    for part in parts:
        path = PurePosixPath(part.path)
        folders[path.parent.as_posix()].append(_file(part.path, written[part.path]))
    children = [metsrw.FSEntry.dir(label, found) for label, found in sorted(folders.items())]
    top = metsrw.FSEntry.dir(name, children)
    # Numbered here: the library numbers through the whole life of the program.
    top.dmdsecs = [_points("dmdSec", "dmdSec_1", DESCRIPTIVE, "OTHER", "DA/T 46-2009")]
    section = _points("digiprovMD", "digiprovMD_1", PRESERVATION, "PREMIS")
    top.amdsecs = [AMDSec("amdSec_1", [section])]
    document = metsrw.METSDocument()
    document.objid, document.createdate = name, at
    document.append_file(top)
    return _in_order(document)


def _file(path: str, fixity: Fixity) -> metsrw.FSEntry:
    key = uuid.uuid5(uuid.NAMESPACE_URL, path)
    return metsrw.FSEntry(
        path, file_uuid=str(key), checksum=fixity.sha256, checksumtype="SHA-256", use="original"
    )


def _points(kind: str, id: str, path: str, mdtype: str, other: str = "") -> SubSection:
    reference = MDRef(path, mdtype, "URL", othermdtype=other or None)
    return SubSection(kind, reference, section_id=id)


def _in_order(document: metsrw.METSDocument) -> bytes:
    """Write it in order and without the moment of writing: the same package, the same bytes."""
    root = document.serialize()
    for group in root.iter("{*}fileGrp"):
        # The library keeps the files in a set.
        group[:] = sorted(group, key=lambda node: str(node.get("ID")))
    for node in root.iter("{*}metsHdr"):
        node.attrib.pop("LASTMODDATE", None)
    for node in root.iter("{*}dmdSec", "{*}digiprovMD"):
        node.attrib.pop("CREATED", None)
    return xml(root)
