"""The public is asked, and answered. Basis: 条例第十四条、第十五条、第十八条."""

import secrets
from typing import Any

from django.utils.translation import gettext_lazy as _

from decisions import models as m
from decisions.facts import Facts
from decisions.parties import UNDERTAKER
from decisions.rules import public_input
from decisions.states import State
from workflow.acts.base import Act

RECEIPT_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that are not taken for one another when read aloud."""


def receipt_code() -> str:
    """Return a code that nobody can guess: 7K3M-92QF-PX4T."""
    groups = ("".join(secrets.choice(RECEIPT_ALPHABET) for _n in range(4)) for _g in range(3))
    return "-".join(groups)


def unanswered_comments(facts: Facts) -> Any:
    """Return the case's opinions that still wait for an answer."""
    return m.Comment.objects.filter(case=facts.case, answer__isnull=True)


def affected_groups(facts: Facts) -> Any:
    """Return the groups that the last determination named."""
    last = m.StepDetermination.objects.filter(case=facts.case).order_by("-seq").values("pk")[:1]
    return m.AffectedGroup.objects.filter(of__in=last)


class OpenPublicInput(Act):
    """Publish draft, explanation, ways and deadline together. Basis: 条例第十五条."""

    title, step, by = _("公布草案征求意见"), m.Step.PUBLIC_INPUT, UNDERTAKER
    record, during = m.PublicInput, (State.CONSULTING,)
    requires = (public_input.notice_complete, public_input.long_enough)


class ReceiveComment(Act):
    """Take in an opinion from the public. Basis: 条例第十四条."""

    title, step, record = _("提意见"), m.Step.PUBLIC_INPUT, m.Comment
    during, requires = (State.CONSULTING,), (public_input.is_open,)

    def fill(self, record: m.Comment, facts: Facts) -> None:
        """Give the writer a receipt."""
        record.receipt = receipt_code()


class RecordChannel(Act):
    """Record a symposium, a visit, a survey. Basis: 条例第十四条."""

    title, step, by, record = _("登记其他方式"), m.Step.PUBLIC_INPUT, UNDERTAKER, m.Channel
    during, helps, past = (State.CONSULTING,), "close_public_input", ("held_on",)
    choices = {"group": affected_groups}


class ClosePublicInput(Act):
    """Close the comment period once it has run. Basis: 条例第十五条."""

    title, step, by = _("结束公开征求意见"), m.Step.PUBLIC_INPUT, UNDERTAKER
    record, during = m.PublicInputClosing, (State.CONSULTING,)
    requires = (public_input.min_days,)


class AnswerComments(Act):
    """Dispose of opinions, each with its result, and the reason where not adopted.

    Basis: 条例第十八条.
    """

    title, step, by = _("处理公众意见"), m.Step.PUBLIC_INPUT, UNDERTAKER
    record, rows = m.CommentAnswering, (m.Answer,)
    during, helps = (State.CONSULTING,), "publish_adoption_report"
    choices = {"comment": unanswered_comments}


class PublishAdoptionReport(Act):
    """Publish how the opinions were used, also when there were none. Basis: 区规划第10项."""

    title, step, by = _("公布意见采纳情况"), m.Step.PUBLIC_INPUT, UNDERTAKER
    record, during = m.AdoptionReport, (State.CONSULTING,)
    requires = (public_input.held, public_input.answered)
