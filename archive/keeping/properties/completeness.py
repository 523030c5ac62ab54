"""Complete: nothing that belongs to the dossier is missing. Basis: 档案法第三十九条."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.keeping.elements import ELEMENTS
from archive.keeping.properties.item import Outcome, item, not_applicable, unless
from archive.keeping.subject import Subject


@item("WZ-1-1", gettext_lazy("总件数相符"))
def totals(subject: Subject) -> Outcome:
    """There are as many rows of the ledger, and files, as is said."""
    found, said = len(subject.ledger.numbers), subject.ledger.length
    wrong = []
    if found != said:
        wrong.append(_("台账应有%(said)d条，只有%(found)d条") % {"said": said, "found": found})
    files = sum(not file.is_copy for file in subject.files)
    stated = subject.metadata.get("附件数", "")
    if stated != str(files):
        wrong.append(_("附件应有%(said)s件，实有%(found)d件") % {"said": stated, "found": files})
    right = _("台账%(rows)d条，附件%(files)d件") % {"rows": found, "files": files}
    return unless(wrong, right)


@item("WZ-2-1", gettext_lazy("元数据项齐全"))
def elements(subject: Subject) -> Outcome:
    """Every element has its place, though it be empty."""
    absent = (str(one.title) for one in ELEMENTS if one.name not in subject.metadata)
    return unless(absent, _("元数据项齐全"))


@item("WZ-2-2", gettext_lazy("必填元数据已填写"))
def mandatory(subject: Subject) -> Outcome:
    """What must be filled in is."""
    empty = (
        _("%(element)s没有填写") % {"element": one.title}
        for one in ELEMENTS
        if one.required and not subject.metadata.get(one.name, "").strip()
    )
    return unless(empty, _("必填的都已填写"))


@item("WZ-2-3", gettext_lazy("编号连续"))
def running(subject: Subject) -> Outcome:
    """The ledger, and each act's files, are numbered from one without a gap."""
    return unless(_gaps(subject), _("台账和附件的编号都连续"))


def _gaps(subject: Subject) -> Iterator[str]:
    for seq in missing_in(subject.ledger.numbers):
        yield _("台账缺第%(seq)d条") % {"seq": seq}
    by_act = defaultdict(list)
    for file in subject.files:
        if not file.is_copy:
            by_act[file.seq].append(file.position)
    for seq, positions in sorted(by_act.items()):
        for position in missing_in(tuple(positions)):
            yield _("第%(seq)d条记录缺第%(position)d件附件") % {"seq": seq, "position": position}


def missing_in(numbers: tuple[int, ...]) -> list[int]:
    """Return what lacks between one and the highest."""
    return sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))


@item("WZ-3-1", gettext_lazy("主要修改稿和办理过程保留"))
def process(subject: Subject) -> Outcome:
    """Every version of the draft, and the processing slip of every act, is there."""
    return unless(_process(subject), _("各版草案和每项办理的处理单都在"))


def _process(subject: Subject) -> Iterator[str]:
    for version in missing_in(subject.versions):
        yield _("缺第%(version)d版草案") % {"version": version}
    for seq in sorted(subject.ledger.accepted - subject.ledger.recorded):
        yield _("第%(seq)d条缺处理单") % {"seq": seq}


@item("WZ-4-1", gettext_lazy("每条记录的内容都在"))
def content(subject: Subject) -> Outcome:
    """Every file can be read from the storage."""
    gone = (
        _("材料“%(title)s”打不开") % {"title": found.file.title}
        for found in subject.inspections
        if not found.there
    )
    return unless(gone, _("每个文件都在"))


@item("WZ-4-2", gettext_lazy("移交包内容齐全"))
def package(subject: Subject) -> Outcome:
    """The package holds all that is to be handed over."""
    if subject.package is None:
        return not_applicable(_("归档环节没有移交包"))
    there = {
        str(path.relative_to(subject.package.path))
        for path in subject.package.path.rglob("*")
        if path.is_file()
    }
    lacking = (_("缺%(name)s") % {"name": name} for name in sorted(subject.package.names - there))
    return unless(lacking, _("应移交的都在包里"))
