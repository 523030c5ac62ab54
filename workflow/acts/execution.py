"""Execution. Basis: 条例第三十四条、第三十五条、第三十七条."""

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.models import Case
from decisions.parties import EXECUTOR, HEAD, OFFICE
from decisions.rules import execution
from decisions.states import State
from workflow.acts.base import Act
from workflow.acts.initiation import open_units

IN_FORCE = (State.EXECUTING, State.SUSPENDED)


class AssignExecution(Act):
    """Say who executes what, by when. Basis: 条例第三十四条."""

    title, step, by, record = _("明确执行单位"), m.Step.EXECUTION, OFFICE, m.ExecutionAssignment
    transition, choices = Case.execute, {"executing_unit": open_units}
    requires = (execution.unit_named,)

    def apply(self, case: Case, record: m.ExecutionAssignment) -> None:
        """Name the executing unit as a party of the case."""
        case.executing_unit = record.executing_unit


class ReportExecution(Act):
    """Report how execution goes. Basis: 条例第三十四条；区规划第12项."""

    title, step, by, record = _("报告执行情况"), m.Step.EXECUTION, EXECUTOR, m.ExecutionReport
    during, helps, requires = IN_FORCE, "commission_evaluation", (execution.report_timely,)


class ReportProblem(Act):
    """Report a problem at once. Basis: 条例第三十五条."""

    title, step, by, record = _("报告执行问题"), m.Step.EXECUTION, EXECUTOR, m.ProblemReport
    during, helps = IN_FORCE, "commission_evaluation"


class ReceiveObjection(Act):
    """Take in an objection to the decision in force. Basis: 条例第三十五条."""

    title, step, by, record = _("登记公众异议"), m.Step.EXECUTION, OFFICE, m.Objection
    during, helps = IN_FORCE, "commission_evaluation"


class SuspendExecution(Act):
    """Suspend execution; only the head may. Basis: 条例第三十七条."""

    title, step, by, record = _("中止执行"), m.Step.EXECUTION, HEAD, m.Suspension
    transition, leaps, helps = Case.suspend, True, "commission_evaluation"
    requires, signs = (execution.by_head,), True


class ResumeExecution(Act):
    """End a suspension; only the head may. Basis: 条例第三十七条."""

    title, step, by, record = _("恢复执行"), m.Step.EXECUTION, HEAD, m.Resumption
    transition, signs = Case.resume, True
    requires = (execution.regularised,)
