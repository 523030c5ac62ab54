"""Papers that come after a dossier is sealed. Basis: 档案法第十四条；条例第三十六条、第三十八条."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from archive.dossier import Slip
from archive.dossier.supplementing import PreparedSupplement, chain_of, prepare_supplement
from archive.keeping.storing import store
from archive.models import PropertyResult, Supplement
from decisions import models as m
from decisions.facts import Facts
from decisions.parties import RECORDS_OFFICE
from decisions.rules import dossier
from decisions.states import State
from workflow.acts.base import Act
from workflow.forms import form_class


class SealSupplement(Act):
    """Seal what came after the dossier, as a supplement to it. Basis: 档案法第十四条."""

    title, step, by, record = _("封存补充卷宗"), m.Step.CLOSING, RECORDS_OFFICE, Supplement
    during, signs = (State.ARCHIVED,), True
    requires = (dossier.later_papers, dossier.current, dossier.printable, dossier.checked)
    lasts = _("先排印补充卷宗，要几秒到几十秒；页面自己会更新，不要再按一次。")

    def prepare(self, facts: Facts, data: Mapping[str, Any]) -> PreparedSupplement | None:
        """Print it as the case stands; whatever moves the case after that is found out."""
        if facts.actor is None or not form_class(Supplement)(data).is_valid():
            return None
        chain = chain_of(facts.case)
        asked = (chain.dossier.archival_code, chain.dossier.retention) if chain else ("", "")
        follows = chain.follows(str(data["title"])) if chain else None
        slip = Slip(facts.at, facts.actor, *asked, str(data.get("note", "")), follows)
        return prepare_supplement(
            facts.case, [act.described for act in Act.registry.values()], slip
        )

    def fill(self, record: Supplement, facts: Facts) -> None:
        """Take in what was printed, and link it to what was sealed before."""
        made: PreparedSupplement | None = facts.prepared
        if made is None or made.chain is None or made.blob is None:
            return
        follows, record.dossier = made.chain.follows(record.title), made.chain.dossier
        record.number, record.since = follows.number, follows.since
        record.dossier_digest, record.previous_digest = (
            follows.dossier_digest,
            follows.previous_digest,
        )
        made.enter(record)

    def afterwards(self, record: Supplement, facts: Facts) -> None:
        """Keep what every check found."""
        store(facts.prepared.results, record.dossier, PropertyResult.Stage.FILING, record.at)
