"""Not reviewed or not lawful: not discussed. Basis: 条例第二十五条至第二十八条；区规划第11项、第18项."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.deadlines.legality import review_period
from decisions.facts import Facts
from decisions.models import (
    CounselOpinion,
    DepartmentMeeting,
    LegalityAcceptance,
    LegalityReview,
    LegalitySubmission,
    Level,
    Procedure,
)
from decisions.requirements import requirement
from decisions.rules.draft import binding
from decisions.rules.independence import authors, takes_part


def review_of_draft(facts: Facts, level: Level) -> LegalityReview | None:
    """Return the last review, at `level`, of exactly the draft that binds."""
    reviews = [
        review
        for review in facts.all(LegalityReview)
        if review.level == level and review.draft_id == binding(facts)
    ]
    return reviews[-1] if reviews else None


def gated(facts: Facts) -> bool:
    """Say whether the department must review and meet first, by the law of the place."""
    return facts.case.procedure == Procedure.MAJOR and facts.law.demands("department_gate")


@requirement(
    "legality.department_reviewed",
    title=_("应当先经部门法制机构审核的已审核"),
    lack=_("现行草案还没有经部门法制机构审核合法。"),
    basis=plan(11),
    mend="conclude_legality_review",
)
def department_reviewed(facts: Facts) -> bool:
    """The department's own legal unit first, where the law of the place demands it."""
    if not gated(facts) and facts.case.state != "department_review":
        return True
    review = review_of_draft(facts, Level.DEPARTMENT)
    return review is not None and review.may_go_on


@requirement(
    "deliberation.department_met",
    title=_("部门会议已讨论"),
    lack=_("承办部门的会议还没有讨论现行草案。"),
    basis=plan(11),
    mend="record_department_meeting",
)
def department_met(facts: Facts) -> bool:
    """The undertaking department's meeting has taken the draft that binds."""
    if not gated(facts) and facts.case.state != "department_review":
        return True
    meetings = [m for m in facts.all(DepartmentMeeting) if m.draft_id == binding(facts)]
    return any(meeting.agreed for meeting in meetings)


def taken_in(facts: Facts) -> LegalityAcceptance | None:
    """Return the acceptance of the file last submitted; one returned must be taken in anew."""
    submitted, acceptance = facts.latest(LegalitySubmission), facts.latest(LegalityAcceptance)
    if submitted is None or acceptance is None or acceptance.seq < submitted.seq:
        return None
    return acceptance


def days_to_go(facts: Facts) -> str:
    """Say how many days of the review are used, and from which day it may be concluded."""
    term = review_period(facts)
    if term is None or term.opens is None or taken_in(facts) is None:
        return str(_("送审材料还没有收件"))
    return str(_("规定%(n)d个工作日，已用%(used)d个，最早%(day)s可以签署")) % {
        "n": term.length.number, "used": term.used(facts.day), "day": date_format(term.opens),
    }  # fmt: skip


@requirement(
    "legality.file_complete",
    title=_("送审材料齐全"),
    lack=_("送审材料要有草案和起草说明、法律依据、履行程序情况说明；不齐的，退回补正。"),
    basis=regulation(26),
    mend="submit_for_legality_review",
)
def file_complete(facts: Facts) -> bool:
    """Draft, bases and statement of procedure are there; else the file is returned."""
    submitted, draft = facts.latest(LegalitySubmission), facts.case.draft
    if submitted is None or draft is None:
        return False
    return bool(draft.explanation and submitted.bases and submitted.procedure_statement)


@requirement(
    "legality.counsel_heard",
    title=_("法律顾问、公职律师提出意见"),
    lack=_("还没有法律顾问或者公职律师对现行草案的意见。"),
    basis=(plan(13), regulation(28)),
    mend="file_counsel_opinion",
)
def counsel_heard(facts: Facts) -> bool:
    """Counsel's or public lawyers' opinion on this draft is on file."""
    return any(opinion.draft_id == binding(facts) for opinion in facts.all(CounselOpinion))


@requirement(
    "legality.findings_complete",
    title=_("权限、程序、内容逐项有结论和理由"),
    lack=_("权限、程序、内容三项，每一项都要写明理由和依据。"),
    basis=regulation(27),
    mend="conclude_legality_review",
    of=LegalityReview,
)
def findings_complete(facts: Facts) -> bool:
    """Authority, procedure, content: a reasoned finding each."""
    review = facts.latest(LegalityReview)
    if review is None:
        return False
    return bool(review.authority_reason and review.procedure_reason and review.content_reason)


@requirement(
    "legality.min_days",
    title=_("审查时间不少于规定的工作日"),
    lack=_("合法性审查的时间还不足规定的工作日：%(names)s。"),
    basis=regulation(26),
    mend="conclude_legality_review",
    names=days_to_go,
)
def min_days(facts: Facts) -> bool:
    """The working days of the review are allowed, without those when the file was away."""
    if taken_in(facts) is None:
        return False
    term = review_period(facts)
    return term is None or (term.opens is not None and term.opens <= facts.day)


@requirement(
    "legality.accepted",
    title=_("审查材料已收齐"),
    lack=_("送审材料还没有收件，审查不能作出结论。"),
    basis=regulation(26),
    mend="accept_legality_file",
)
def accepted(facts: Facts) -> bool:
    """At the government, the file was taken in before it is judged."""
    return facts.case.state != "legality_review" or taken_in(facts) is not None


@requirement(
    "legality.independent",
    title=_("审查人没有参与起草、承办"),
    lack=_("您或者您的单位参与了这个事项的提出、起草或者承办，不能审查。"),
    basis=(plan(18), regulation(27)),
    mend="conclude_legality_review",
)
def independent(facts: Facts) -> bool:
    """The reviewer did not draft, undertake or advocate the matter: by person and by unit.

    The department's own legal unit belongs to the undertaking unit by its nature.
    """
    if facts.actor is None:
        return False
    if facts.case.state == "department_review":
        return facts.actor.person_id not in authors(facts)
    return not takes_part(facts, facts.actor)


@requirement(
    "legality.lawful",
    title=_("合法性审查结论为合法"),
    lack=_("现行草案没有经过合法性审查，或者审查结论不是合法。"),
    basis=(plan(11), regulation(25)),
    mend="conclude_legality_review",
)
def lawful(facts: Facts) -> bool:
    """Lawful; an exploratory reform only with its legal risk stated."""
    review = review_of_draft(facts, Level.GOVERNMENT)
    if review is None or not review.may_go_on:
        return False
    exploratory = review.conclusion == LegalityReview.Conclusion.EXPLORATORY
    return bool(review.legal_risk) if exploratory else True
