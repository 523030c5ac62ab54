"""Market activity touched: reviewed and passed. Basis: 公平竞争审查条例第十四条至第十八条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis
from decisions.facts import Facts
from decisions.models import FairCompetitionReview
from decisions.requirements import requirement
from decisions.rules.steps import applies


@requirement(
    "fair_competition.passed",
    title=_("公平竞争审查通过"),
    lack=_("还没有通过公平竞争审查；适用例外规定的，要说明没有替代方案并有期限或者终止条件。"),
    basis=(Basis("783", 12), Basis("783", 14), Basis("783", 18)),
    mend="file_fair_competition_review",
)
def passed(facts: Facts) -> bool:
    """Compliant, or an exception with no milder alternative and an end; a breach goes no further."""
    review = facts.standing(FairCompetitionReview)
    if review is None:
        return not applies(facts, "market")
    if review.conclusion == FairCompetitionReview.Conclusion.EXCEPTION:
        return bool(review.no_alternative and review.ends)
    return review.conclusion == FairCompetitionReview.Conclusion.COMPLIANT
