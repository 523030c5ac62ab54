"""The end of a case, its dossier, and looking back. Basis: 条例第三十三条、第三十八条."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from archive.dossier import Prepared, Slip, prepare
from archive.models import Dossier, Volume
from decisions import models as m
from decisions.facts import Facts
from decisions.models import Case
from decisions.parties import AUDITOR, HEAD, OFFICE, RECORDS_OFFICE
from decisions.rules import accountability, dossier
from decisions.states import State
from workflow.acts.base import Act
from workflow.forms import form_class

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
    requires = (dossier.current, dossier.printable, dossier.checked)
    made = (Volume,)
    lasts = _("提交后排印、核对、封存，要几秒到几分钟。可以关掉页面，办好没有在事项页上看。")

    def prepare(self, facts: Facts, data: Mapping[str, Any]) -> Prepared | None:
        """Print the dossier as the case stands; whatever moves it after that is found out."""
        if facts.actor is None:
            return None
        if dossier.missing(facts) or not form_class(Dossier)(data).is_valid():
            # It will be refused all the same; nothing is printed for that.
            return Prepared(facts.case.head)
        asked = ("archival_code", "retention", "note")
        slip = Slip(facts.at, facts.actor, *(str(data.get(name, "")) for name in asked))
        return prepare(facts.case, [act.described for act in Act.registry.values()], slip)

    def fill(self, record: Dossier, facts: Facts) -> None:
        """Take in what was made."""
        if (made := facts.prepared) is None:
            return
        record.ledger_head, record.blob, record.pages = made.ledger_head, made.blob, made.pages
        for name, value in (made.marks or {}).items():
            setattr(record, name, value)
        facts.rows[Volume] = made.volume_rows()


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
    during, requires = AFTER_DECISION, (accountability.opened,)
    signs = True
