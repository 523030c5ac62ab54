"""Execution, its reports and its interruption. Basis: 条例第三十四条、第三十五条、第三十七条；区规划第12项."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.deadlines.execution import feedback_periods
from decisions.deadlines.registry import day_of
from decisions.facts import Facts
from decisions.models import (
    ExecutionAssignment,
    ExecutionReport,
    Objection,
    ProblemReport,
    Procedure,
    Resumption,
    Suspension,
)
from decisions.requirements import requirement


@requirement(
    "execution.unit_named",
    title=_("执行单位和完成期限已明确"),
    lack=_("没有明确执行单位，或者完成期限早于布置当天。"),
    basis=regulation(34),
    mend="assign_execution",
    of=ExecutionAssignment,
)
def unit_named(facts: Facts) -> bool:
    """Who executes, by when; a general decision may need nobody to."""
    found = facts.latest(ExecutionAssignment)
    if found is None:
        return bool(facts.case.procedure == Procedure.GENERAL)
    return found.due_on >= day_of(found)


def overdue(facts: Facts) -> Iterator[ExecutionReport | None]:
    """Yield each report that came later than it should and does not say why; None for one due."""
    begun = facts.latest(ExecutionAssignment)
    if begun is None:
        return
    reports = [report for report in facts.all(ExecutionReport) if report.seq > begun.seq]
    if not reports:
        yield None
    periods = [run for run in feedback_periods(facts) if run.record.seq >= begun.seq]
    for period, report in zip(periods, reports, strict=False):
        last = period.term.last if period.term else None
        if last and day_of(report) > last and not report.late_reason:
            yield report


@requirement(
    "execution.feedback_regular",
    title=_("执行单位定期报告执行情况"),
    lack=_("执行单位没有报告过执行情况，或者迟报没有写明理由。"),
    basis=(plan(12), regulation(34)),
    mend="report_execution",
)
def feedback_regular(facts: Facts) -> bool:
    """A report each `feedback_days`; at least one, where no rule says how often."""
    return not any(True for _report in overdue(facts))


@requirement(
    "execution.report_timely",
    title=_("按期报告，迟报说明理由"),
    lack=_("距上次报告超过规定的间隔，写明迟报的理由。"),
    basis=plan(12),
    mend="report_execution",
    of=ExecutionReport,
)
def report_timely(facts: Facts) -> bool:
    """A report that comes late says why."""
    return facts.latest(ExecutionReport) not in list(overdue(facts))


@requirement(
    "suspension.by_head",
    title=_("有条例第三十五条规定的情形"),
    lack=_("没有执行单位的问题报告，也没有公众异议，不能中止执行。"),
    basis=(regulation(35), regulation(37)),
    mend="report_problem",
)
def by_head(facts: Facts) -> bool:
    """Only for an article-35 ground that is on record since execution last began."""
    begun = [r.seq for kind in (ExecutionAssignment, Resumption) for r in facts.all(kind)]
    grounds = [r.seq for kind in (ProblemReport, Objection) for r in facts.all(kind)]
    return max(grounds, default=0) > max(begun, default=0)


@requirement(
    "suspension.regularised",
    title=_("中止执行已由决策机关会议补办决定"),
    lack=_("行政首长先行中止的，要写明决策机关哪次会议补办了决定。"),
    basis=regulation(37),
    mend="resume_execution",
    of=Resumption,
)
def regularised(facts: Facts) -> bool:
    """What the head suspended in an urgent case, the organ's meeting has taken up since."""
    suspended, resumed = facts.latest(Suspension), facts.latest(Resumption)
    if suspended is None:
        return True
    return resumed is not None and resumed.seq > suspended.seq and bool(resumed.meeting)
