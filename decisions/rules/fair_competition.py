"""Market activity touched: reviewed and passed. Basis: 公平竞争审查条例第十四条至第十八条."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import Basis
from decisions.facts import Facts
from decisions.models import FairCompetitionReview
from decisions.requirements import requirement
from decisions.rules.research import determined


@requirement(
    "fair_competition.passed",
    title=_("公平竞争审查通过"),
    lack=_("涉及经营者经济活动，还没有通过公平竞争审查。"),
    basis=(Basis("783", 14), Basis("783", 18)),
    mend="file_fair_competition_review",
)
def passed(facts: Facts) -> bool:
    """Compliant, or a lawful exception; in breach it may not go on."""
    steps = determined(facts)
    if steps is None or not steps.market:
        return True
    review = facts.standing(FairCompetitionReview)
    return review is not None and review.conclusion != FairCompetitionReview.Conclusion.BREACH
