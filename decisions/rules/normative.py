"""What makes an issued document, and above all a normative one, good. Basis: 区规划第9项."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan
from decisions.documents import years_after
from decisions.facts import Facts
from decisions.models import Decision, Procedure, RecordFiling
from decisions.requirements import requirement

NORMATIVE_NUMBER = re.compile(r"[\u4e00-\u9fff]*规〔\d{4}〕[1-9]\d*号")
"""海府规〔2026〕3号: the organ's code with 规 in it, the year in six-corner brackets."""
WRONG_BRACKETS = frozenset("[]()（）【】")
UNIFIED_NUMBER = {"cn/guangdong/guangzhou": re.compile(r"(GZ01|[A-Z]{2}02)\d{4}\d{3,4}")}
"""How the unified number looks, by place: GZ0120210007 of the city, HD0220150049 of a district."""


def well_numbered(number: str, procedure: str) -> bool:
    """Say whether a document number has the form of its procedure."""
    if procedure == Procedure.NORMATIVE:
        return NORMATIVE_NUMBER.fullmatch(number) is not None
    return bool(number) and not WRONG_BRACKETS & set(number)


def well_unified(number: str | None, place: str) -> bool:
    """Say whether a unified number has the form of its place; any will do where none is known."""
    forms = [form for where, form in UNIFIED_NUMBER.items() if f"{place}/".startswith(f"{where}/")]
    return bool(number) and all(form.fullmatch(str(number)) for form in forms)


def faults(facts: Facts) -> Iterator[str]:
    """Yield what is wrong with the numbers and the validity of the decision as issued."""
    decision = facts.latest(Decision)
    if decision is None or not well_numbered(decision.document_number, facts.case.procedure):
        yield str(_("发文字号"))
    if decision is None or facts.case.procedure != Procedure.NORMATIVE:
        return
    if not well_unified(decision.unified_number, facts.case.place):
        yield str(_("统一编号"))
    if decision.effective_on is None:
        yield str(_("实施日期"))
    if not within_limit(decision, facts.law.known("validity_years_max")):
        yield str(_("有效期"))


def within_limit(decision: Decision, most: float | None) -> bool:
    """Say whether a document has a validity, as printed, of no more than `most` years."""
    if decision.expires_on is None:
        years: int | None = decision.validity_years
        return years is not None and (most is None or years <= most)
    if most is None or decision.effective_on is None:
        return True
    return decision.expires_on <= years_after(decision.effective_on, int(most))


@requirement(
    "issue.numbered",
    title=_("发文字号规范；规范性文件有统一编号、实施日期和有效期"),
    lack=_("这些还没有写，或者不合规范：%(names)s。"),
    basis=plan(9),
    mend="issue_decision",
    names=lambda facts: str(_("、")).join(faults(facts)),
    of=Decision,
)
def numbered(facts: Facts) -> bool:
    """A document number; of a normative document also its unified number and validity."""
    return not any(faults(facts))


@requirement(
    "filing.filed",
    title=_("规范性文件已报送备案"),
    lack=_("规范性文件印发后还没有报送备案。"),
    basis=plan(9),
    mend="file_for_record",
    only=(Procedure.NORMATIVE.value,),
)
def filed(facts: Facts) -> bool:
    """Filed for the record with a body above, after it was issued."""
    filing, decision = facts.latest(RecordFiling), facts.latest(Decision)
    return filing is not None and decision is not None and filing.seq > decision.seq


@requirement(
    "clean_up.normative",
    title=_("是行政规范性文件"),
    lack=_("只有行政规范性文件才列入清理。"),
    basis=plan(9),
    mend="classify",
)
def is_normative(facts: Facts) -> bool:
    """Only normative documents are cleaned up."""
    return facts.case.procedure == Procedure.NORMATIVE  # type: ignore[no-any-return]
