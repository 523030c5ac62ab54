"""From decision to publication. Basis: 条例第八条、第三十一条、第三十二条；区规划第9项、第12项."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis, plan, regulation
from decisions.deadlines import deadline_of
from decisions.facts import Facts, R
from decisions.models import (
    CongressReport,
    Decision,
    Deliberation,
    PartyReport,
    Procedure,
    Publication,
    Withholding,
)
from decisions.requirements import requirement
from decisions.rules.steps import applies, determined


@requirement(
    "issue.party_reported",
    title=_("印发前已请示报告党委"),
    lack=_("还没有请示报告同级党委，不得印发。"),
    basis=regulation(31),
    mend="report_to_party_committee",
    only=(Procedure.MAJOR,),
)
def party_reported(facts: Facts) -> bool:
    """Reported after the meeting that decided, and before issue."""
    report, meeting = facts.latest(PartyReport), facts.latest(Deliberation)
    return report is not None and meeting is not None and report.seq > meeting.seq


@requirement(
    "issue.congress_reported",
    title=_("应当报告人大的，印发前已报告"),
    lack=_("认定要报告人大常委会，还没有报告。"),
    basis=regulation(8),
    mend="report_to_congress",
)
def congress_reported(facts: Facts) -> bool:
    """Where it is required, the people's congress is reported to after the meeting."""
    if not applies(facts, "congress"):
        return True
    report, meeting = facts.latest(CongressReport), facts.latest(Deliberation)
    return report is not None and meeting is not None and report.seq > meeting.seq


def since_issue(facts: Facts, kind: type[R]) -> R | None:
    """Return the last record of a kind that came after the decision last issued."""
    issued, found = facts.latest(Decision), facts.latest(kind)
    return found if issued and found and found.seq > issued.seq else None


def late(facts: Facts, published: Publication) -> bool:
    """Say whether the period that the law gives from the issue had run out."""
    period = deadline_of(facts, "publication.period")
    return period is not None and not period.allows(published.published_on)


@requirement(
    "publication.published",
    title=_("在规定载体按期公布，或者依法不公开"),
    lack=_("决定要在政府公报或者政府网站上按期公布；迟延的写明理由，依法不公开的写明依据。"),
    basis=(plan(9), plan(12), regulation(32), Basis("disclosure", 26)),
    mend="publish_decision",
    of=Publication,
)
def published(facts: Facts) -> bool:
    """In the prescribed places and in time, or late with its reason; or withheld on its ground."""
    if since_issue(facts, Withholding) is not None:
        return True
    found = since_issue(facts, Publication)
    if found is None or not (found.in_gazette or found.on_website):
        return False
    return bool(found.late_reason) or not late(facts, found)


@requirement(
    "publication.explained",
    title=_("公布时说明意见采纳情况"),
    lack=_("征求过公众意见或者组织过专家论证，公布时要说明意见怎样采纳。"),
    basis=regulation(32),
    mend="publish_decision",
    of=Publication,
)
def explained(facts: Facts) -> bool:
    """Matters of public concern say how opinions were used."""
    found, steps = since_issue(facts, Publication), determined(facts)
    if found is None:
        return since_issue(facts, Withholding) is not None
    asked = steps is not None and (steps.is_public or steps.technical)
    return not asked or bool(found.use_of_opinions)
