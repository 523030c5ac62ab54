"""Authentic: what is kept is what was handed in. Basis: 档案法第三十七条、第三十九条."""

import unicodedata
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.keeping.elements import ARCHIVAL_CODE, BY_NAME, ELEMENTS
from archive.keeping.inspection import Inspection
from archive.keeping.properties.item import (
    Outcome,
    Verdict,
    item,
    not_applicable,
    unless,
)
from archive.keeping.subject import Subject, Verify

FORBIDDEN = frozenset("<>\\|\ufeff\ufffd")
"""What no element may hold besides control characters: it breaks lists and file names."""


@item("ZS-1-1", gettext_lazy("固化信息有效"))
def fixity(subject: Subject) -> Outcome:
    """The chain of the ledger holds, and every file has the digest under which it is kept."""
    return unless(_fixity(subject), _("台账前后相符，%(n)d个文件的摘要都相符") % _n(subject))


def _n(subject: Subject) -> dict[str, int]:
    return {"n": len(subject.files)}


def _fixity(subject: Subject) -> Iterator[str]:
    for seq in subject.ledger.breaks:
        yield _("第%(seq)d条台账和前后不符") % {"seq": seq}
    for found in subject.inspections:
        if found.there and found.digest != found.file.digest:
            yield _("材料“%(title)s”的内容被改动") % {"title": found.file.title}


@item("ZS-1-2", gettext_lazy("电子签名和时间戳有效"))
def signature(subject: Subject) -> Outcome:
    """The kept copy bears a signature that holds."""
    copies = [found for found in subject.inspections if found.file.is_copy and found.there]
    if not copies:
        return not_applicable(_("归档检测在签名以前"))
    signed = [found for found in copies if found.file.is_signed]
    if not signed:
        return not_applicable(_("卷宗封存时没有电子签名"))
    if subject.verify is None:
        return Outcome(Verdict.NOT_RUN, _("没有设置签名核验程序"))
    return unless(_unproven(signed, subject.verify), _("签名和时间戳有效"))


def _unproven(signed: Iterable[Inspection], verify: Verify) -> Iterator[str]:
    for found in signed:
        if not found.signed:
            yield _("“%(title)s”的电子签名不见了") % {"title": found.file.title}
        elif fault := verify(found.file.read()):
            yield fault


@item("ZS-2-1", gettext_lazy("元数据长度"))
def length(subject: Subject) -> Outcome:
    """No value is longer than its element."""
    too_long = (
        _("%(element)s有%(n)d字，超过%(limit)d字")
        % {"element": one.title, "n": len(value), "limit": one.longest}
        for one in ELEMENTS
        if len(value := subject.metadata.get(one.name, "")) > one.longest
    )
    return unless(too_long, _("都在规定长度以内"))


def _not_so(name: str, value: str) -> str:
    return _("%(element)s“%(value)s”") % {"element": BY_NAME[name].title, "value": value}


@item("ZS-2-2", gettext_lazy("元数据类型和格式"))
def form(subject: Subject) -> Outcome:
    """Days, years and numbers are written as such."""
    wrong = (
        _not_so(one.name, value)
        for one in ELEMENTS
        if one.form and one.name != "档号" and (value := subject.metadata.get(one.name, ""))
        if not one.form.fullmatch(value)
    )
    return unless(wrong, _("类型和格式都符合"))


@item("ZS-2-3", gettext_lazy("元数据值域"))
def domain(subject: Subject) -> Outcome:
    """A value that is one of a list is one of that list."""
    outside = (
        _not_so(one.name, value)
        for one in ELEMENTS
        if one.domain and (value := subject.metadata.get(one.name, "")) not in one.domain and value
    )
    return unless(outside, _("都在值域以内"))


@item("ZS-2-4", gettext_lazy("元数据合理"))
def reasonable(subject: Subject) -> Outcome:
    """The archival code says the same as the elements of which it is made."""
    code = ARCHIVAL_CODE.fullmatch(subject.metadata.get("档号", ""))
    if code is None:
        return not_applicable(_("档号不合规范，无从比较"))
    parts = {"全宗号": "fonds", "年度": "year", "保管期限": "retention"}
    differing = (
        _("%(element)s是“%(value)s”，档号里是“%(coded)s”")
        % {"element": BY_NAME[name].title, "value": value, "coded": code[part]}
        for name, part in parts.items()
        if (value := subject.metadata.get(name, "")) and code[part] != value
    )
    return unless(differing, _("档号与其他元数据一致"))


@item("ZS-2-5", gettext_lazy("元数据没有特殊字符"))
def special_characters(subject: Subject) -> Outcome:
    """No control characters, nor what breaks a list or a file's name."""
    titles = {f"《{file.title}》": file.title for file in subject.files}
    named = {str(BY_NAME[name].title): value for name, value in subject.metadata.items()}
    found = (
        _("%(where)s里有%(code)s") % {"where": where, "code": f"U+{ord(character):04X}"}
        for where, value in {**named, **titles}.items()
        for character in sorted(set(value))
        if character in FORBIDDEN or unicodedata.category(character) in ("Cc", "Cs")
    )
    return unless(found, _("没有特殊字符"))


@item("ZS-2-6", gettext_lazy("档号规范"))
def archival_code(subject: Subject) -> Outcome:
    """Basis: DA/T 22-2015."""
    code = subject.metadata.get("档号", "")
    wrong = [] if ARCHIVAL_CODE.fullmatch(code) else [_("档号“%(code)s”不合规范") % {"code": code}]
    return unless(wrong, _("档号符合“全宗号-门类·年度-期限-机构-件号”"))


@item("ZS-2-7", gettext_lazy("档号不重复"))
def duplicate(subject: Subject) -> Outcome:
    """No other dossier has the same archival code."""
    taken = [_("另一个卷宗已经用了这个档号")] if subject.code_taken else []
    return unless(taken, _("没有重复"))


@item("ZS-3-1", gettext_lazy("内容的电子属性与元数据一致"))
def attributes(subject: Subject) -> Outcome:
    """Name, size and type of each file are as described."""
    return unless(_attributes(subject), _("文件名、大小、格式都一致"))


def _attributes(subject: Subject) -> Iterator[str]:
    for found in subject.inspections:
        file, named = found.file, {"title": found.file.title}
        if found.there and found.size != file.size:
            yield _("材料“%(title)s”的大小与记录不符") % named
        if not found.proven:
            yield _("材料“%(title)s”的内容和类型不符") % named


@item("ZS-3-2", gettext_lazy("元数据关联内容"))
def linked(subject: Subject) -> Outcome:
    """Every file belongs to an act that is on record, and to one only by its place."""
    acts = subject.ledger.accepted
    stray = [
        _("材料“%(title)s”没有对应的办理记录") % {"title": file.title}
        for file in subject.files
        if file.seq not in acts
    ]
    return unless(stray, _("每个文件都对应一条办理记录"))


@item("ZS-4-1", gettext_lazy("移交包与清单一致"))
def package(subject: Subject) -> Outcome:
    """The package agrees with its own lists of digests, byte for byte."""
    if subject.package is None:
        return not_applicable(_("归档环节没有移交包"))
    return unless(subject.package.faults, _("包内每个文件都与清单的摘要相符"))
