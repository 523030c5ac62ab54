"""Looking back begins with an inquiry. Basis: 条例第三十八条；区规划第12项."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.facts import Facts
from decisions.models import Finding, Inquiry
from decisions.requirements import requirement


@requirement(
    "inquiry.opened",
    title=_("已启动责任倒查"),
    lack=_("没有正在办理的责任倒查。"),
    basis=(regulation(38), plan(12)),
    mend="open_inquiry",
)
def opened(facts: Facts) -> bool:
    """An inquiry is open: one that has not had its finding."""
    findings = [finding for finding in facts.all(Finding) if finding is not facts.record]
    return len(facts.all(Inquiry)) > len(findings)
