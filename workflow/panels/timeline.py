"""The ledger of a case as its readers see it: what was done, and what was refused and why."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from archive.models import LedgerEntry
from decisions.models import Case
from decisions.requirements import Text, registry
from workflow.acts import registry as acts

AT_THE_DOOR: dict[str, Text] = {
    "door.post": _("岗位不能办理这件事。"),
    "door.state": _("事项当时的状态不能办理这件事。"),
    "door.once": _("同一张表重复提交。"),
    "door.order": _("办理时间早于上一项记录，或者晚于当时。"),
}
"""What a refusal at the threshold meant, by its id."""


@dataclass(frozen=True)
class Happening:
    """One row of the ledger."""

    entry: LedgerEntry
    title: str
    reasons: list[str]
    """Why it was refused."""

    @property
    def mark(self) -> str:
        """The state that its mark shows."""
        return "done" if self.entry.accepted else "refused"


def reason(id: str) -> str:
    """Return what was not met, by the id that the ledger keeps."""
    if id in registry:
        return str(registry[id].title)
    return str(AT_THE_DOOR.get(id, id))


def happening(entry: LedgerEntry) -> Happening:
    """Return an entry in the reader's language."""
    act = acts.get(entry.act)
    return Happening(entry, str(act or entry.act), [reason(id) for id in entry.unmet_ids])


class Pages(Paginator[LedgerEntry]):
    """The ledger of a case page by page, the newest first; the case knows how long it is."""

    def __init__(self, case: Case, length: int) -> None:
        """Turn pages of `length` rows."""
        entries: QuerySet[LedgerEntry] = LedgerEntry.objects.filter(case=case).order_by("-seq")
        super().__init__(entries, length)
        self.case = case

    @cached_property
    def count(self) -> int:
        """How many rows there are."""
        return self.case.length
