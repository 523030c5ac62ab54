"""Deriving every case again from its ledger, and naming whatever differs.

The ledger says what was done; the tables, the files and the to-do lists must say the same.
"""

from collections.abc import Iterator
from itertools import islice

from django.db import connection
from django.utils.translation import gettext as _

from archive.triggers import absent
from decisions.models import Case
from workflow.audit.difference import Difference
from workflow.audit.files import files
from workflow.audit.history import columns, head, states
from workflow.audit.ledger import ledger
from workflow.audit.log import log
from workflow.audit.papers import Papers
from workflow.audit.records import records, strays
from workflow.audit.todo import tasks_of, todo

__all__ = ["Difference", "differences"]
AT_ONCE = 50
"""How many cases are read together."""


def differences(case: Case | None = None, processes: int = 1) -> Iterator[Difference]:
    """Yield everything in which `case`, or every case, differs from the ledger.

    A long ledger is read by several `processes`, which see only what is committed.
    """
    for name in absent(connection):
        sentence = _("数据库的防护“%(name)s”没有生效。") % {"name": name}
        yield Difference("trigger.absent", sentence)
    yield from ledger(case, processes)
    for cases in _some_at_once(case):
        yield from _of_cases(cases)
    yield from strays(case)
    yield from files(case)
    if case is None:
        yield from log()


def _some_at_once(case: Case | None) -> Iterator[list[Case]]:
    found = Case.objects.order_by("pk")
    cases = (found.filter(pk=case.pk) if case else found).iterator(AT_ONCE)
    while some := list(islice(cases, AT_ONCE)):
        yield some


def _of_cases(cases: list[Case]) -> Iterator[Difference]:
    papers = Papers(cases)
    tasks = tasks_of(papers.flows.values())
    for case in cases:
        entries = papers.ledger[case.pk]
        yield from head(case, entries)
        yield from states(case, entries)
        yield from columns(case, entries, papers)
        yield from records(case, entries, papers)
        yield from todo(case, papers, tasks)
