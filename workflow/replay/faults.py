"""Where in an act's data the form met what it cannot read."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _

from workflow.forms import RecordForm, line_name
from workflow.intake import Intake
from workflow.replay.casting import spread
from workflow.replay.unreadable import Place

Data = Mapping[str, Any]


def first_fault(intake: Intake, data: Data) -> tuple[Place, str]:
    """Return the place of the first fault, and its reason in words."""
    for form, place in _forms(intake, data):
        for name, said in form.errors.items():
            why = " ".join(map(str, said))
            if name == NON_FIELD_ERRORS:
                return place, why
            said_of = {"label": form.fields[name].label, "why": why}
            return (*place, name), _("%(label)s：%(why)s") % said_of
    kind = intake.too_few[0]
    reason = _("至少有一项“%(kind)s”。") % {"kind": kind._meta.verbose_name}
    return (line_name(kind),), reason


def _forms(intake: Intake, data: Data) -> Iterator[tuple[RecordForm, Place]]:
    """Yield the forms, each with the place in the file of what it reads."""
    yield intake.form, ()
    for kind, forms in intake.lines.items():
        name = line_name(kind)
        numbers = (number for number, _line in spread(kind, data.get(name, ())))
        for form, number in zip(forms, numbers, strict=True):
            yield form, (name, number)
