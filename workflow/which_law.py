"""Which law somebody asks for: a case's own, or that of a place, on a day."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from decisions import statutes
from decisions.models import Case
from decisions.statutes import Law, places

UNREADABLE_DAY = gettext_lazy("日期应当写成2026-03-14的样子。")
NO_CASE = gettext_lazy("没有案号是%(value)s的事项。")
UNREADABLE_PLACE = gettext_lazy("行政区划应当写成cn/guangdong/guangzhou/haizhu的样子。")


class WhichLaw(forms.Form):
    """A place and a day, or a case; a case with a day shows what would govern it then."""

    place = forms.CharField(label=gettext_lazy("行政区划"), max_length=80, required=False)
    day = forms.DateField(
        label=gettext_lazy("日期"),
        required=False,
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": UNREADABLE_DAY},
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    case = forms.ModelChoiceField(
        Case.objects.select_related("organ"),
        to_field_name="number",
        required=False,
        error_messages={"invalid_choice": NO_CASE},
    )

    def clean_place(self) -> str:
        """Refuse what is not written as a place."""
        place: str = self.cleaned_data["place"]
        if place and not places.well_formed(place):
            raise ValidationError(UNREADABLE_PLACE)
        return place

    def clean(self) -> None:
        """A case has its place: no other can be named beside it."""
        case, place = self.cleaned_data.get("case"), self.cleaned_data.get("place")
        if case and place and place != case.place:
            self.add_error("place", _("事项有自己的行政区划，不能另外指定。"))

    def law(self, default: str) -> Law:
        """Return the law asked for; of `default` and today where nothing else can be read."""
        asked = getattr(self, "cleaned_data", {})
        case, day = asked.get("case"), asked.get("day")
        if case:
            return statutes.law(case.place, day or case.bound_on or timezone.localdate())
        return statutes.law(asked.get("place") or default, day or timezone.localdate())
