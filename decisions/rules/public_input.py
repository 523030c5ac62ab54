"""The public must have been heard, and answered. Basis: 条例第十四条、第十五条、第十八条."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.calendar import days_between
from decisions.facts import Facts
from decisions.models import AdoptionReport, Comment, PublicInput, PublicInputClosing
from decisions.requirements import requirement
from decisions.rules.research import determined


def withheld(facts: Facts) -> bool:
    """Say whether the matter was determined to be lawfully not public, with its ground."""
    steps = determined(facts)
    return steps is not None and not steps.is_public and bool(steps.ground)


def closed(facts: Facts) -> bool:
    """Say whether the last notice was closed."""
    notice, closing = facts.standing(PublicInput), facts.standing(PublicInputClosing)
    return notice is not None and closing is not None and closing.seq > notice.seq


def unanswered(facts: Facts) -> int:
    """Return how many opinions have not been disposed of."""
    return facts.once(
        "unanswered", Comment.objects.filter(case=facts.case, answer__isnull=True).count
    )


@requirement(
    "public_input.held",
    title=_("公开征求意见"),
    lack=_("公开征求意见还没有结束，也没有依法不公开的理由。"),
    basis=regulation(14),
    mend="close_public_input",
)
def held(facts: Facts) -> bool:
    """Held on the draft to its end, or lawfully not public with its ground."""
    return withheld(facts) or closed(facts)


@requirement(
    "public_input.open",
    title=_("在征求意见期限内"),
    lack=_("现在不在征求意见的期限内。"),
    basis=regulation(15),
    mend="open_public_input",
)
def is_open(facts: Facts) -> bool:
    """The notice is out, the deadline has not passed, and nobody has closed it."""
    notice = facts.standing(PublicInput)
    if notice is None or closed(facts):
        return False
    return notice.opens_on <= facts.day <= notice.closes_on


def long_or_reasoned(facts: Facts, notice: PublicInput) -> bool:
    """Say whether the notice gives `comment_days`, or the reason for fewer.

    Days before it was out do not count, whatever it says.
    """
    out_on = max(notice.opens_on, timezone.localdate(notice.at))
    days = days_between(out_on, notice.closes_on)
    needed = facts.law.number("comment_days")
    return days >= needed or bool(notice.shortened_reason)


@requirement(
    "public_input.notice_days",
    title=_("公告给出的期限足够，或者写明缩短的理由"),
    lack=_("公告的期限不足规定日数，公布当天不计；要缩短的，在公告中写明理由。"),
    basis=regulation(15),
    mend="open_public_input",
    of=PublicInput,
)
def long_enough(facts: Facts) -> bool:
    """The notice itself gives the days, or the reason for fewer."""
    notice = facts.latest(PublicInput)
    return notice is not None and long_or_reasoned(facts, notice)


def deadline(facts: Facts) -> str:
    """Say until when opinions may come in."""
    notice = facts.standing(PublicInput)
    if notice is None:
        return str(_("公告还没有发布"))
    return str(_("%(day)s 24:00截止")) % {"day": date_format(notice.closes_on)}


@requirement(
    "public_input.min_days",
    title=_("征求意见期限不少于规定日数"),
    lack=_("征求意见期限没有满（%(names)s），或者不足规定日数而公告没有写明理由。"),
    basis=regulation(15),
    mend="close_public_input",
    names=deadline,
)
def min_days(facts: Facts) -> bool:
    """`comment_days` elapsed, to 24:00 of the last; shorter only if the notice gave the reason."""
    notice = facts.standing(PublicInput)
    return notice is not None and facts.day > notice.closes_on and long_or_reasoned(facts, notice)


@requirement(
    "public_input.answered",
    title=_("每条公众意见都有处理结果"),
    lack=_("还有%(n)d条公众意见没有写明处理结果和理由。"),
    basis=(plan(10), regulation(18)),
    mend="answer_comments",
    count=unanswered,
)
def answered(facts: Facts) -> bool:
    """Every opinion is disposed of, with the reason where not adopted."""
    return unanswered(facts) == 0


@requirement(
    "public_input.feedback_published",
    title=_("意见采纳情况已公布"),
    lack=_("意见采纳情况还没有公布。"),
    basis=plan(10),
    mend="publish_adoption_report",
)
def feedback_published(facts: Facts) -> bool:
    """The adoption report on the last notice is published, also when there were no opinions."""
    closing, report = facts.standing(PublicInputClosing), facts.standing(AdoptionReport)
    if closing is None or report is None:
        return withheld(facts)
    return withheld(facts) or report.seq > closing.seq
