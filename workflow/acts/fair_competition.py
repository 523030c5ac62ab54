"""Fair-competition review. Basis: 公平竞争审查条例第十四条至第十八条."""

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.parties import MARKET_REGULATOR
from decisions.states import State
from workflow.acts.base import Act


class FileFairCompetitionReview(Act):
    """Hand in the regulator's conclusion. Basis: 公平竞争审查条例第十四条."""

    title, step, by = _("提交公平竞争审查结论"), m.Step.FAIR_COMPETITION, MARKET_REGULATOR
    record, during = m.FairCompetitionReview, (State.CONSULTING,)
    signs = True
