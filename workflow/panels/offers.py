"""Which acts a person may do to a case as it stands."""

from collections.abc import Collection, Sequence

from decisions.models import Case
from people.models import Tenure
from workflow.acts import Act, registry
from workflow.flows import flow_of, motion
from workflow.posts import may


def in_place(act: Act, case: Case, waiting: Collection[str]) -> bool:
    """Say whether the case has come to where `act` is done.

    `waiting` names the flow's nodes that are open. An act with a node of its own waits for
    it, unless it leaps; an act that helps is offered while the act that it helps waits.
    """
    if act.states and case.state not in act.states:
        return False
    if act.procedures and case.procedure not in act.procedures:
        return False
    if act.leaps or case.state in act.beside:
        return True
    flow = flow_of(case)
    nodes = {node.name for node in motion.duties_of(act, flow) if motion.is_listed(node)}
    if nodes:
        return not nodes.isdisjoint(waiting)
    return not act.helps or act.helps in waiting


def offered(
    case: Case, tenures: Sequence[Tenure], waiting: Collection[str], shown: Collection[Act]
) -> list[Act]:
    """Return what else the holder of `tenures` may do, besides the acts already `shown`."""
    return [
        act
        for act in registry.values()
        if act not in shown
        and act is not registry["propose"]
        and any(may(act, case, tenure) for tenure in tenures)
        and in_place(act, case, waiting)
    ]
