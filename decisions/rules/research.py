"""What must be researched and compared. Basis: 条例第十二条；区规划第11项."""

from django.utils.translation import gettext_lazy as _

from decisions.basis import plan, regulation
from decisions.facts import Facts
from decisions.models import Draft, Option, OptionComparison, Procedure, StepDetermination
from decisions.requirements import requirement


@requirement(
    "research.options_compared",
    title=_("多方案比较"),
    lack=_("比较的方案不足规定的个数。"),
    basis=(plan(11), regulation(12)),
    mend="file_options",
    only=(Procedure.MAJOR.value,),
)
def options_compared(facts: Facts) -> bool:
    """At least `options_min` options are compared."""
    comparison = facts.latest(OptionComparison)
    if comparison is None:
        return False
    return len(facts.rows_of(comparison, Option)) >= (facts.law.known("options_min") or 0)


@requirement(
    "draft.filed",
    title=_("草案已形成"),
    lack=_("还没有形成草案。"),
    basis=regulation(12),
    mend="file_draft",
)
def filed(facts: Facts) -> bool:
    """There is a draft to decide on, newer than what was sent back."""
    draft = facts.latest(Draft)
    settled = [steps.seq for steps in facts.all(StepDetermination) if steps is not facts.record]
    return draft is not None and draft.seq > max(settled, default=0)


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


def determined(facts: Facts) -> StepDetermination | None:
    """Return which conditional steps apply to the draft."""
    return facts.latest(StepDetermination)
