"""The end of a case, its dossier, and looking back. Basis: 条例第三十三条、第三十八条."""

from django.utils.translation import gettext_lazy as _

from archive.models import Dossier
from decisions import models as m
from decisions.models import Case
from decisions.parties import AUDITOR, HEAD, OFFICE, RECORDS_OFFICE
from decisions.states import State
from workflow.acts.base import Act

AFTER_DECISION = (
    State.PUBLISHED, State.EXECUTING, State.SUSPENDED, State.EVALUATED, State.CLOSED,
    State.ARCHIVED,
)  # fmt: skip


class CloseCase(Act):
    """Declare the case done. Basis: 条例第三十三条."""

    title, step, by, record = _("办结"), m.Step.CLOSING, OFFICE, m.Closing
    transition, leaps = Case.close, True


class TerminateCase(Act):
    """End the case before a decision, with the reason. Basis: 条例第二十四条、第二十五条."""

    title, step, by, record = _("终止"), m.Step.CLOSING, HEAD, m.Termination
    transition, leaps, signs = Case.terminate, True, True


class SealDossier(Act):
    """Seal the dossier; from then on nothing in it changes. Basis: 条例第三十三条."""

    title, step, by, record = _("封存卷宗"), m.Step.CLOSING, RECORDS_OFFICE, Dossier
    transition, signs = Case.seal, True


class TransferDossier(Act):
    """Hand the dossier to the state archive. Basis: 档案法第十五条."""

    title, step, by, record = _("移交档案馆"), m.Step.CLOSING, RECORDS_OFFICE, m.Transfer
    during = (State.ARCHIVED,)


class OpenInquiry(Act):
    """Open an inquiry into who answers for what. Basis: 条例第三十八条；区规划第12项."""

    title, step, by, record = _("启动责任倒查"), m.Step.CLOSING, AUDITOR, m.Inquiry
    during = AFTER_DECISION


class FileFinding(Act):
    """Hand in what the inquiry found. Basis: 条例第三十八条."""

    title, step, by, record = _("提交认定意见"), m.Step.CLOSING, AUDITOR, m.Finding
    during = AFTER_DECISION
    signs = True
