"""Who takes part in a case: the bodies that the law names, and the persons who have acted."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from decisions.models import Case, ExpertPanel, PanelMember
from workflow.acts import registry
from workflow.past import Past


def bodies(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each body's part and name; `case` comes with its units."""
    yield _("决策机关"), case.organ.name
    yield _("承办单位"), case.undertaking_unit.name
    if case.assessor_unit:
        yield _("风险评估机构"), case.assessor_unit.name
    if names := panel(case):
        yield _("专家组"), _("、").join(names)
    if case.executing_unit:
        yield _("执行单位"), case.executing_unit.name
    if case.evaluator_unit:
        yield _("评估机构"), case.evaluator_unit.name


def panel(case: Case) -> list[str]:
    """Return the names of the experts last appointed."""
    last = ExpertPanel.objects.filter(case=case).order_by("-seq").values("pk")[:1]
    members = PanelMember.objects.filter(of__in=last).order_by("pk")
    return list(members.values_list("person__name", flat=True))


def actors(past: Past) -> list[tuple[str, str, str]]:
    """Return unit, person and acts of everybody who has acted in a post, in order."""
    done: dict[tuple[str, str], dict[str, None]] = {}
    for one in past.done:
        if one.tenure_id is not None:
            title = str(registry[one.act]) if one.act in registry else one.act
            done.setdefault((one.unit, one.actor), {})[title] = None
    return [(unit, actor, _("、").join(titles)) for (unit, actor), titles in done.items()]
