"""Where each choice on an act's form would take the case, asked of the act itself."""

from typing import Any

from django.forms import TypedChoiceField

from decisions.models import Case
from decisions.states import State, target
from workflow.acts import Act
from workflow.forms import form_class

Consequences = dict[str, dict[str, str]]


def consequences(act: Act, case: Case) -> Consequences:
    """Return, by field and choice, the state that follows; only for fields that decide it."""
    found: Consequences = {}
    for name, field in form_class(act.record).base_fields.items():
        if not isinstance(field, TypedChoiceField):
            continue
        choices: Any = field.choices
        values = [str(value) for value, _label in choices if value]
        after = {value: _after(act, case, {name: value}) for value in values}
        if len(set(after.values())) > 1:
            found[name] = after
    return found


def _after(act: Act, case: Case, given: dict[str, Any]) -> str:
    """Return the state in which the case would stand once the act is done as `given`."""
    move = act.move(act.record(**given), case)
    after = target(move, case.state) if move else None
    return str(State(after or case.state).label)
