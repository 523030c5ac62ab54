"""The public must have been heard, and answered. Basis: 条例第十四条、第十五条、第十八条."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from decisions import opinions
from decisions.basis import plan, regulation
from decisions.deadlines.public_input import comment_period
from decisions.facts import Facts
from decisions.models import (
    AdoptionReport,
    AffectedGroup,
    Channel,
    Omission,
    PublicInput,
    PublicInputClosing,
    StepDetermination,
)
from decisions.reckoning import shortfall
from decisions.requirements import requirement
from decisions.rules.draft import before_us
from decisions.rules.steps import determined


def withheld(facts: Facts) -> bool:
    """Say whether the matter was determined to be lawfully not public, with its ground."""
    steps = determined(facts)
    if steps is None or steps.is_public:
        return False
    return any(row.step == Omission.Step.IS_PUBLIC for row in facts.rows_of(steps, Omission))


def closed(facts: Facts) -> bool:
    """Say whether the last notice was closed."""
    notice, closing = facts.standing(PublicInput), facts.standing(PublicInputClosing)
    return notice is not None and closing is not None and closing.seq > notice.seq


def unanswered(facts: Facts) -> int:
    """Return how many opinions have not been disposed of."""
    return facts.once("unanswered", lambda: opinions.unanswered(facts.case.pk))


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
    "public_input.notice_complete",
    title=_("草案、说明、方式、期限和载体一并公布"),
    lack=_("公告要和草案、起草说明、提意见的方式、期限一并公布，并写明公布载体。"),
    basis=regulation(15),
    mend="open_public_input",
    of=PublicInput,
)
def notice_complete(facts: Facts) -> bool:
    """Draft, explanation, ways and deadline are published together, and where."""
    notice, draft = facts.latest(PublicInput), before_us(facts)
    if notice is None or draft is None:
        return False
    return bool(draft.explanation and notice.ways and notice.places)


def unheard(facts: Facts) -> list[str]:
    """Return the affected groups that nobody has spoken with on this draft."""
    steps = determined(facts)
    named = [group.name for group in facts.rows_of(steps, AffectedGroup)] if steps else []
    if steps and steps.direct_interests and not named:
        return [str(_("（认定程序时没有写明是哪些群体）"))]
    known = {
        group.pk: group.name
        for one in facts.all(StepDetermination)
        for group in facts.rows_of(one, AffectedGroup)
    }
    heard = {known.get(c.group_id or 0) for c in facts.all(Channel) if facts.stands(c)}
    return [name for name in named if name not in heard]


@requirement(
    "public_input.groups_heard",
    title=_("听取受影响群体的意见"),
    lack=_("还没有和这些受影响的群体座谈：%(names)s。"),
    basis=regulation(14),
    mend="record_channel",
    names=lambda facts: str(_("、")).join(unheard(facts)),
)
def groups_heard(facts: Facts) -> bool:
    """Affected groups are spoken with where their interests are touched."""
    return not unheard(facts)


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
    """Say whether the notice gives the days that the law wants, or the reason for fewer."""
    term = comment_period(facts, notice)
    return term is None or not term.left(notice.closes_on) or bool(notice.shortened_reason)


def too_short(facts: Facts, notice: PublicInput) -> str:
    """Say how many days the notice lacks, and whether only the other count would do."""
    term = comment_period(facts, notice)
    return shortfall(term, notice.closes_on) if term else ""


def days_lacking(facts: Facts) -> str:
    """Say what the last notice lacks."""
    notice = facts.latest(PublicInput)
    return too_short(facts, notice) if notice else str(_("公告还没有发布"))


@requirement(
    "public_input.notice_days",
    title=_("公告给出的期限足够，或者写明缩短的理由"),
    lack=_("公告的期限不足规定日数：%(names)s。要缩短的，在公告中写明理由。"),
    basis=regulation(15),
    mend="open_public_input",
    names=days_lacking,
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
    ends = str(_("%(day)s 24:00截止")) % {"day": date_format(notice.closes_on)}
    if long_or_reasoned(facts, notice):
        return ends
    return str(_("%(ends)s；%(lacking)s")) % {"ends": ends, "lacking": too_short(facts, notice)}


@requirement(
    "public_input.min_days",
    title=_("征求意见期限不少于规定日数"),
    lack=_("征求意见期限没有满（%(names)s），或者不足规定日数而公告没有写明理由。"),
    basis=regulation(15),
    mend="close_public_input",
    names=deadline,
)
def min_days(facts: Facts) -> bool:
    """The days elapsed, to 24:00 of the last; shorter only if the notice gave the reason."""
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
