"""The draft binds: each version says what it changes, and reopens what it must.

Basis: 条例第十八条、第二十四条、第二十五条、第三十七条.
"""

from django.utils.translation import gettext_lazy as _

from decisions.basis import regulation
from decisions.facts import Facts, R
from decisions.models import (
    AmendmentConfirmation,
    Deliberation,
    Draft,
    FollowUp,
    LegalityReview,
    StepConfirmation,
    StepDetermination,
)
from decisions.requirements import requirement


def before_us(facts: Facts) -> Draft | None:
    """Return the draft that is before us, read with the rest of what is on record."""
    key = facts.case.draft_id
    return next((one for one in facts.all(Draft) if key and one.pk == key), None)


def binding(facts: Facts) -> int | None:
    """Return the draft that had to be reviewed.

    It is the one before us; after a meeting that adopted with changes it is the one adopted,
    once counsel has confirmed that the text before us differs from it in wording alone.
    """
    current: int | None = facts.case.draft_id
    meeting, word = facts.latest(Deliberation), facts.latest(AmendmentConfirmation)
    if meeting is None or word is None or not meeting.changed or word.seq < meeting.seq:
        return current
    return meeting.draft_id if word.editorial and word.draft_id == current else current


@requirement(
    "draft.filed",
    title=_("草案已形成"),
    lack=_("还没有形成草案，或者退回后还没有提交新版。"),
    basis=regulation(12),
    mend="file_draft",
)
def filed(facts: Facts) -> bool:
    """There is a draft to decide on, newer than what was sent back."""
    draft = facts.latest(Draft)
    return draft is not None and draft.seq > max(_sent_back(facts), default=0)


def _sent_back(facts: Facts) -> list[int]:
    """Return the numbers of the acts after which a new draft is due."""
    refused = [word.seq for word in facts.all(StepConfirmation) if not word.confirmed]
    settled = [steps.seq for steps in facts.all(StepDetermination) if steps is not facts.record]
    # What was determined and not confirmed is determined anew on the same draft.
    standing = [seq for seq in settled if not any(seq < other for other in refused)]
    objected = [w.seq for w in facts.all(AmendmentConfirmation) if not w.editorial]
    return [*standing, *objected]


@requirement(
    "draft.reasoned",
    title=_("修改草案写明理由"),
    lack=_("新版草案没有写明改了什么、为什么是或者不是实质性修改。"),
    basis=regulation(18),
    mend="file_draft",
    of=Draft,
)
def reasoned(facts: Facts) -> bool:
    """A later version says why the change is material, or is not."""
    draft = facts.latest(Draft)
    return draft is not None and (draft.version == 1 or bool(draft.reason))


@requirement(
    "draft.changed",
    title=_("新版草案和前一版不同"),
    lack=_("新版草案的全文和现行草案一字不差，没有提交。"),
    basis=regulation(18),
    mend="file_draft",
    of=Draft,
)
def changed(facts: Facts) -> bool:
    """A redraft differs from its predecessor."""
    drafts = facts.all(Draft)
    return bool(drafts) and drafts[-1].digest not in {one.digest for one in drafts[-2:-1]}


@requirement(
    "adjustment.procedure_rerun",
    title=_("调整决策的，按实质性修改重新办理"),
    lack=_("决策要调整，或者会后修改涉及实质内容，新版草案只能是实质性修改，重新履行程序。"),
    basis=(regulation(37), regulation(24)),
    mend="file_draft",
    of=Draft,
)
def procedure_rerun(facts: Facts) -> bool:
    """The first draft after a decision to adjust is material, so that every step opens again."""
    drafts = facts.all(Draft)
    if not drafts:
        return False
    last = drafts[-2].seq if len(drafts) > 1 else 0
    adjusted = any(f.outcome == FollowUp.Outcome.ADJUST for f in _since(facts, FollowUp, last))
    objected = any(not w.editorial for w in _since(facts, AmendmentConfirmation, last))
    return drafts[-1].material or not (adjusted or objected)


def _since(facts: Facts, kind: type[R], seq: int) -> list[R]:
    return [record for record in facts.all(kind) if record.seq > seq]


@requirement(
    "draft.current",
    title=_("各步骤针对现行草案"),
    lack=_("草案在审查后又有改动，须重新审查。"),
    basis=(regulation(24), regulation(25)),
    mend="submit_for_legality_review",
)
def current(facts: Facts) -> bool:
    """What goes to the meeting is, byte for byte, what every review was last done on."""
    last: dict[str, LegalityReview] = {r.level: r for r in facts.all(LegalityReview)}
    return bool(last) and all(r.draft_id == binding(facts) for r in last.values())


@requirement(
    "deliberation.amendment_filed",
    title=_("按会议决定修改的文本已提交"),
    lack=_("会议决定修改后，还没有提交修改后的文本。"),
    basis=regulation(30),
    mend="file_draft",
)
def amended(facts: Facts) -> bool:
    """The text with the meeting's changes is filed after the meeting."""
    draft, meeting = facts.latest(Draft), facts.latest(Deliberation)
    return draft is not None and meeting is not None and draft.seq > meeting.seq


@requirement(
    "deliberation.amendment_confirmed",
    title=_("会后修改经法律顾问确认只是文字修改"),
    lack=_("会后修改还没有经法律顾问确认只是文字修改。"),
    basis=(regulation(25), regulation(30)),
    mend="confirm_amendment",
)
def confirmed(facts: Facts) -> bool:
    """What the meeting adopted with changes is confirmed as editorial, or goes round again."""
    meeting, word = facts.latest(Deliberation), facts.latest(AmendmentConfirmation)
    if meeting is None or not meeting.changed:
        return meeting is not None
    return word is not None and word.seq > meeting.seq and word.editorial
