"""What the archive's pages ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from archive import search
from archive.models import Retrieval

YEAR = _("年度写四位数字，例如2026。")


class SearchForm(forms.Form):
    """What an auditor looks for."""

    q = forms.CharField(label=_("题名、文号、档号、案号"), max_length=100, required=False)
    year = forms.IntegerField(
        label=_("年度"),
        min_value=1949,
        max_value=9999,
        required=False,
        error_messages={"invalid": YEAR, "min_value": YEAR, "max_value": YEAR},
    )
    unit = forms.ModelChoiceField(
        search.units(),
        label=_("承办单位"),
        required=False,
        empty_label=_("全部"),
        error_messages={"invalid_choice": _("从列表中选择承办单位。")},
    )


class PurposeForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the checker
    """What a dossier is retrieved for."""

    class Meta:
        model = Retrieval
        fields = ("purpose",)
        error_messages = {
            "purpose": {
                "required": _("写明调阅事由。"),
                "max_length": _("最多%(limit_value)d字，现在有%(show_value)d字。"),
            }
        }
