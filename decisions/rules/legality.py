"""Not reviewed or not lawful: not discussed. Basis: 条例第二十五条至第二十八条；区规划第11项、第18项."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.calendar import working_days_between
from decisions.facts import Facts
from decisions.models import (
    DepartmentMeeting,
    Draft,
    LegalityAcceptance,
    LegalityReview,
    LegalitySubmission,
    Level,
    Procedure,
    Proposal,
    ResearchReport,
)
from decisions.requirements import requirement


def review_of_draft(facts: Facts, level: Level) -> LegalityReview | None:
    """Return the last review, at `level`, of exactly the draft before us."""
    reviews = [review for review in facts.on_draft(LegalityReview) if review.level == level]
    return reviews[-1] if reviews else None


def gated(facts: Facts) -> bool:
    """Say whether the department must review and meet first, by the law of the place."""
    return facts.case.procedure == Procedure.MAJOR and facts.law.demands("department_gate")


def authors(facts: Facts) -> set[int]:
    """Return the persons who proposed, researched or drafted the matter."""
    kinds = (Proposal, ResearchReport, Draft)
    first, *rest = (
        kind._default_manager.filter(case=facts.case)
        .order_by()
        .values_list("tenure__person_id", flat=True)
        for kind in kinds
    )
    return facts.once("authors", lambda: set(first.union(*rest)))


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
    """The undertaking department's meeting has taken the draft before us."""
    return any(meeting.agreed for meeting in facts.on_draft(DepartmentMeeting))


def taken_in(facts: Facts) -> LegalityAcceptance | None:
    """Return the acceptance of the file last submitted; one returned must be taken in anew."""
    submitted, acceptance = facts.latest(LegalitySubmission), facts.latest(LegalityAcceptance)
    if submitted is None or acceptance is None or acceptance.seq < submitted.seq:
        return None
    return acceptance


@requirement(
    "legality.min_days",
    title=_("审查时间不少于规定的工作日"),
    lack=_("合法性审查的时间还不足规定的工作日，收件当天不计。"),
    basis=regulation(26),
    mend="conclude_legality_review",
)
def min_days(facts: Facts) -> bool:
    """`legality_days` working days allowed since the file was taken in."""
    acceptance = taken_in(facts)
    if acceptance is None:
        return False
    used = working_days_between(timezone.localdate(acceptance.at), facts.day)
    return used >= facts.number("legality_days")


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
    """The reviewer did not draft, undertake or advocate the matter: by person and by unit."""
    if facts.actor is None:
        return False
    if facts.case.state == "legality_review" and (
        facts.actor.post.unit_id == facts.case.undertaking_unit_id
    ):
        return False
    return facts.actor.person_id not in authors(facts)


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


@requirement(
    "draft.current",
    title=_("各步骤针对现行草案"),
    lack=_("草案在审查后又有改动，须重新审查。"),
    basis=(regulation(24), regulation(25)),
    mend="submit_for_legality_review",
)
def current(facts: Facts) -> bool:
    """What goes to the meeting is, byte for byte, what each review due was done on."""
    last: dict[str, LegalityReview] = {r.level: r for r in facts.all(LegalityReview)}
    due = (Level.DEPARTMENT, Level.GOVERNMENT) if gated(facts) else (Level.GOVERNMENT,)
    return all(level in last and last[level].draft_id == facts.case.draft_id for level in due)
