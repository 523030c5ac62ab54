"""The metadata of a dossier, by the element names of DA/T 46-2009."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ARCHIVAL_CODE = re.compile(
    r"(?P<fonds>[0-9A-Z]{4})-(?P<category>[A-Z]{2})·(?P<year>\d{4})-(?P<retention>[A-Z]\d*)"
    r"-(?P<office>[0-9A-Z]{1,6})-(?P<item>\d{4})(-\d+)?"
)
"""Fonds, category, year, retention, office and item. Basis: DA/T 22-2015."""
DAY = re.compile(r"\d{8}")
YEAR = re.compile(r"\d{4}")
NUMBER = re.compile(r"\d+")
RETENTIONS = frozenset({"Y", "D30", "D10"})


@dataclass(frozen=True)
class Element:
    """One element: how it is called, and what is a value of it."""

    name: str
    """The name in the package's metadata, as in the standard."""
    title: str | Promise
    longest: int
    required: bool = True
    form: re.Pattern[str] | None = None
    domain: frozenset[str] | None = None


ELEMENTS = (
    Element("聚合层次", _("聚合层次"), 4, domain=frozenset({"案卷", "件"})),
    Element("立档单位名称", _("立档单位名称"), 80),
    Element("全宗号", _("全宗号"), 4),
    Element("档号", _("档号"), 40, form=ARCHIVAL_CODE),
    Element("年度", _("年度"), 4, form=YEAR),
    Element("保管期限", _("保管期限"), 3, domain=RETENTIONS),
    Element("题名", _("题名"), 120),
    Element("文件编号", _("文件编号"), 80, required=False),
    Element("责任者", _("责任者"), 80),
    Element("日期", _("日期"), 8, form=DAY),
    Element("电子文件号", _("电子文件号"), 20),
    Element("附件数", _("附件数"), 6, form=NUMBER),
)
"""In the order in which they are written."""

BY_NAME = {element.name: element for element in ELEMENTS}
