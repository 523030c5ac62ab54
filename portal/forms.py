"""What the public fills in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from decisions.models import Comment

TOO_LONG = _("最多%(limit_value)d字，现在有%(show_value)d字。")


class WrittenField(forms.CharField):
    """Long text, counted as its writer counts: a line's end is one character."""

    def to_python(self, value: Any) -> str:
        """Return the text with plain line ends."""
        return (super().to_python(value) or "").replace("\r\n", "\n")


class OpinionForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the checker
    """An opinion. The name and how to reach the writer are the writer's to give."""

    stance = forms.ChoiceField(
        label=_("您的态度"),
        choices=Comment.Stance.choices,
        error_messages={
            "required": _("请选择您的态度。"),
            "invalid_choice": _("请从四项中选择您的态度。"),
        },
    )

    class Meta:
        model = Comment
        fields = ("stance", "text", "name", "contact", "may_name")
        field_classes = {"text": WrittenField}
        error_messages = {
            "text": {"required": _("请写下您的意见。"), "max_length": TOO_LONG},
            "name": {"max_length": TOO_LONG},
            "contact": {"max_length": TOO_LONG},
        }


class ReceiptForm(forms.Form):
    """A receipt, however it was typed."""

    code = forms.CharField(
        label=_("回执码"), max_length=40, error_messages={"required": _("请填写回执码。")}
    )


class DossierForm(forms.Form):
    """A dossier to be verified, and what lies beside it. Neither is kept."""

    pdf = forms.FileField(
        label=_("选择卷宗PDF"),
        error_messages={
            "required": _("请选择卷宗PDF。"),
            "empty": _("文件是空的。重新下载一份再核验。"),
        },
    )
    package = forms.FileField(
        label=_("随卷包（ZIP，可以不选）"),
        required=False,
        error_messages={"empty": _("随卷包是空的。")},
    )
