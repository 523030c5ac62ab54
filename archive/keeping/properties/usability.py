"""Usable: it can be found, opened and read, in twenty years too. Basis: 档案法第三十九条."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from lxml import etree

from archive.keeping.opening import OFFICE
from archive.keeping.properties.item import Outcome, item, not_applicable, unless
from archive.keeping.subject import Subject
from decisions.evidence import TYPES

COPIES = frozenset({"application/pdf"})
"""What the copy that is kept for good may be. Basis: GB/T 23286.1-2009."""
ORIGINALS = frozenset(TYPES.values())
"""What an original may be that goes with it."""


@item("KY-1-1", gettext_lazy("元数据可读"))
def metadata(subject: Subject) -> Outcome:
    """Each value can be written in UTF-8; in a package every file of metadata is sound XML."""
    return unless(_unreadable(subject), _("元数据都能读出"))


def _unreadable(subject: Subject) -> Iterator[str]:
    for name, value in subject.metadata.items():
        try:
            value.encode()
        except UnicodeEncodeError:
            yield name
    if subject.package:
        for path in sorted(subject.package.path.rglob("*.xml")):
            try:
                etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
            except (etree.XMLSyntaxError, OSError):
                yield str(path.relative_to(subject.package.path))


@item("KY-2-1", gettext_lazy("内容能打开"))
def opens(subject: Subject) -> Outcome:
    """Each file opens as what it is."""
    shut = (
        _("材料“%(title)s”：%(why)s") % {"title": found.file.title, "why": found.fault}
        for found in subject.inspections
        if found.there and found.fault
    )
    return unless(shut, _("每个文件都能打开"))


@item("KY-3-1", gettext_lazy("格式适合长期保存"))
def long_term(subject: Subject) -> Outcome:
    """The kept copy is PDF/A; an original beside it may be an office document."""
    wrong = (
        _("%(name)s的格式不适合长期保存") % {"name": file.name}
        for file in subject.files
        if file.media_type not in (COPIES if file.is_copy else ORIGINALS)
    )
    office = sum(file.media_type.startswith(OFFICE) for file in subject.files)
    right = _("格式适合长期保存")
    if office:
        right = _("格式适合长期保存；%(n)d个办公文档作为原件附在PDF/A卷宗内") % {"n": office}
    return unless(wrong, right)


@item("KY-4-1", gettext_lazy("没有加密和非公开的压缩"))
def open_form(subject: Subject) -> Outcome:
    """No password is in the way, today's or one long forgotten."""
    locked = (
        _("材料“%(title)s”加了密") % {"title": found.file.title}
        for found in subject.inspections
        if found.locked
    )
    return unless(locked, _("没有加密"))


@item("KY-5-1", gettext_lazy("备份可读"))
def backups(subject: Subject) -> Outcome:
    """Backups are no part of this system."""
    return not_applicable(_("备份由机房另行制作和检测，不在本系统内"))
