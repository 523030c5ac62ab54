"""Safe: free of malware, and holding nothing but what was filed. Basis: 档案法第三十九条."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.keeping.properties.item import Outcome, Verdict, item, not_applicable, unless
from archive.keeping.subject import Subject


@item("AQ-1-1", gettext_lazy("没有病毒"))
def malware(subject: Subject) -> Outcome:
    """No file holds malware; without a scanner nobody knows, and it is said so."""
    if subject.scan is None:
        return Outcome(Verdict.NOT_RUN, _("没有检测：没有安装病毒扫描程序"))
    return unless(_infected(subject), _("扫描了%(n)d个文件") % {"n": len(subject.files)})


def _infected(subject: Subject) -> Iterator[str]:
    for found in subject.inspections:
        if found.scanner_fault:
            yield found.scanner_fault
            return
        if found.malware and found.malware.name:
            named = {"title": found.file.title, "name": found.malware.name}
            yield _("材料“%(title)s”含有病毒%(name)s") % named


@item("AQ-2-1", gettext_lazy("包内只有归档的内容"))
def nothing_else(subject: Subject) -> Outcome:
    """No file is in the package that does not belong there."""
    package = subject.package
    if package is None:
        return not_applicable(_("归档环节没有移交包"))
    stray = sorted(
        name
        for path in package.path.rglob("*")
        if not path.is_dir() and (name := str(path.relative_to(package.path))) not in package.names
    )
    return unless((_("多出%(name)s") % {"name": name} for name in stray), _("没有多余的文件"))
