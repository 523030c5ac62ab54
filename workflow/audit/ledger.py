"""Every row of the ledger: its chain, its digests, its leaf in the log."""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import LogLeaf
from archive.spreading import spread
from archive.walking import Break, of_case, of_unlogged
from decisions.models import Case
from workflow.audit.difference import Difference

OF_ROW = {
    "sequence": gettext_lazy("记录号不连续，前面有记录被删除或者插入。"),
    "previous_hash": gettext_lazy("前条摘要和前一条记录不符。"),
    "hash": gettext_lazy("本条内容和它的摘要不符，记录被改动。"),
    "sm3": gettext_lazy("本条内容和它的国密摘要不符，记录被改动。"),
    "leaf": gettext_lazy("本条的摘要和进入检查点时不同，记录被改动后重算过摘要。"),
}
OF_LOG = {
    "gap": gettext_lazy("检查点的叶从第%(n)d条起不连续。"),
    "row": gettext_lazy("检查点第%(n)d条所指的台账记录不见了。"),
    "tile": gettext_lazy("检查点从第%(n)d条起的结点摘要和叶不符。"),
}


def ledger(case: Case | None, processes: int = 1) -> Iterator[Difference]:
    """Yield each row that is no longer what was written, of one case or of all."""
    yield from map(_difference, of_case(case) if case else _of_all(processes))


def _of_all(processes: int) -> Iterator[Break]:
    newest = LogLeaf.objects.last()
    return chain(spread(newest.index + 1 if newest else 0, processes), of_unlogged())


def _difference(found: Break) -> Difference:
    if found.what in OF_LOG:
        return Difference(f"log.{found.what}", OF_LOG[found.what] % {"n": found.index})
    kind = "log.leaf" if found.what == "leaf" else f"chain.{found.what}"
    if found.case is None:
        return Difference(kind, _("一条没有立案的被拒记录被改动。"))
    number = Case.objects.values_list("number", flat=True).get(pk=found.case)
    return Difference(kind, str(OF_ROW[found.what]), number, found.seq)
