"""Reading the receipt that a state archive sends back: JSON or XML, and nothing else.

A receipt comes from outside. It is short, names one package by its code and digest, and points
to no file: what looks like a path is refused as what it is, no digest.
"""

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from lxml import etree

from archive.keeping.elements import ARCHIVAL_CODE

LARGEST = 20_000
DIGEST = re.compile(r"sha512:[0-9a-f]{128}")
PLAIN = re.compile(r"[^\x00-\x1f\x7f/\\]{1,80}")
FIELDS = ("number", "archive", "archival_code", "package_digest", "received_on")


class Unreadable(ValueError):  # noqa: N818  # the sentence reads: the receipt is unreadable
    """It is no receipt; says why, in the reader's language."""


@dataclass(frozen=True)
class Receipt:
    """What the archive has taken in, when, and under which number."""

    number: str
    archive: str
    archival_code: str
    package_digest: str
    received_on: dt.date


def parse(text: str) -> Receipt:
    """Read a receipt. Raises Unreadable."""
    if len(text) > LARGEST:
        raise Unreadable(_("回执太长，最多%(n)d字。") % {"n": LARGEST})
    values = _of_xml(text) if text.lstrip().startswith("<") else _of_json(text)
    lacking = [name for name in FIELDS if not isinstance(values.get(name), str)]
    if lacking:
        raise Unreadable(_("回执缺少：%(names)s。") % {"names": str(_("、")).join(lacking)})
    return _receipt({name: str(values[name]).strip() for name in FIELDS})


def _of_json(text: str) -> dict[str, object]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise Unreadable(_("回执既不是JSON，也不是XML。")) from wrong
    if not isinstance(values, dict):
        raise Unreadable(_("回执既不是JSON，也不是XML。"))
    return values


def _of_xml(text: str) -> dict[str, object]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text.strip().encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        raise Unreadable(_("回执既不是JSON，也不是XML。")) from wrong
    if root.getroottree().docinfo.doctype:
        raise Unreadable(_("回执的XML不能有文档类型声明。"))
    return {str(etree.QName(node).localname): node.text or "" for node in root.iterchildren("*")}


def _receipt(said: dict[str, str]) -> Receipt:
    checks: dict[str, Callable[[str], object]] = {
        "number": lambda value: PLAIN.fullmatch(value) and len(value) <= 40,
        "archive": PLAIN.fullmatch,
        "archival_code": lambda value: ARCHIVAL_CODE.fullmatch(value) and len(value) <= 40,
        "package_digest": DIGEST.fullmatch,
    }
    for name, check in checks.items():
        if not check(said[name]):
            raise Unreadable(_("回执的%(name)s不合格式。") % {"name": name})
    try:
        received = dt.date.fromisoformat(said["received_on"])
    except ValueError as wrong:
        raise Unreadable(_("回执的%(name)s不合格式。") % {"name": "received_on"}) from wrong
    named = {name: said[name] for name in FIELDS if name != "received_on"}
    return Receipt(**named, received_on=received)
