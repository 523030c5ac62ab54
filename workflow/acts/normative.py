"""Keeping the stock of normative documents in order. Basis: 区规划第9项."""

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.parties import UNDERTAKER_OR_OFFICE
from decisions.rules import normative
from workflow.acts.base import Act
from workflow.acts.closing import AFTER_DECISION


class CleanUpDocument(Act):
    """Keep, revise or repeal the document, or declare it lapsed, with the reason.

    Basis: 区规划第9项.
    """

    title, step, by = _("清理规范性文件"), m.Step.EVALUATION, UNDERTAKER_OR_OFFICE
    record, during = m.DocumentCleanUp, AFTER_DECISION
    procedures, requires = (m.Procedure.NORMATIVE,), (normative.is_normative,)
