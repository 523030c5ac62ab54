"""What the archive's pages ask for."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.models import Deviation, Retrieval
from archive.search import articles, facets, who
from archive.search.query import Query
from decisions.models import Procedure, Step

YEAR = gettext_lazy("年度写四位数字，例如2026。")
SUM = gettext_lazy("金额写数字，例如1200。")
NOT_LISTED = gettext_lazy("从列表中选择。")
WAN = Decimal(10_000)
WHAT_SUMS = {"invalid": SUM, "min_value": SUM, "max_value": SUM, "max_digits": SUM,
             "max_decimal_places": SUM, "max_whole_digits": SUM}  # fmt: skip


def _year(label: Any) -> forms.IntegerField:
    said = {"invalid": YEAR, "min_value": YEAR, "max_value": YEAR}
    return forms.IntegerField(
        label=label, min_value=1949, max_value=2100, required=False, error_messages=said
    )


def _sum(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_digits=13, decimal_places=6, required=False,
        error_messages=WHAT_SUMS,
    )  # fmt: skip


def _listed(label: Any, choices: Any) -> forms.ChoiceField:
    said = {"invalid_choice": NOT_LISTED}
    return forms.ChoiceField(label=label, choices=choices, required=False, error_messages=said)


def _articles() -> Iterator[tuple[str, str]]:
    yield "", _("全部")
    yield from ((articles.key_of(basis), str(basis)) for basis in articles.articles())


class SearchForm(forms.Form):
    """What an auditor looks for."""

    q = forms.CharField(
        label=gettext_lazy("题名、正文、文号、档号、案号"), max_length=100, required=False
    )
    title = forms.BooleanField(label=gettext_lazy("只查题名"), required=False)
    article = _listed(gettext_lazy("依据条款"), _articles)
    refused = forms.BooleanField(label=gettext_lazy("只看因它被拒绝过的"), required=False)
    deviation = forms.ModelMultipleChoiceField(
        Deviation.objects.order_by("pk"),
        label=gettext_lazy("特别情形"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": NOT_LISTED, "invalid_pk_value": NOT_LISTED},
    )
    year = _year(gettext_lazy("年度"))
    until = _year(gettext_lazy("至"))
    unit = forms.ModelChoiceField(
        who.units(),
        label=gettext_lazy("承办单位"),
        required=False,
        empty_label=gettext_lazy("全部"),
        error_messages={"invalid_choice": gettext_lazy("从列表中选择承办单位。")},
    )
    person = forms.CharField(label=gettext_lazy("姓名"), max_length=40, required=False)
    post = forms.CharField(label=gettext_lazy("岗位"), max_length=40, required=False)
    step = _listed(gettext_lazy("步骤"), [("", gettext_lazy("全部")), *Step.choices])
    procedure = _listed(gettext_lazy("类别"), [("", gettext_lazy("全部")), *Procedure.choices])
    least = _sum(gettext_lazy("金额（万元）"))
    most = _sum(gettext_lazy("至"))

    def clean(self) -> dict[str, Any]:
        """The ends of a range are in order."""
        found = self.cleaned_data
        for first, last in (("year", "until"), ("least", "most")):
            low, high = found.get(first), found.get(last)
            if low is not None and high is not None and high < low:
                self.add_error(last, _("止不能小于起。"))
        return found

    def query(self, organ: int) -> Query:
        """Return what is looked for among the dossiers of an organ."""
        asked = self.cleaned_data
        least, most = asked["least"], asked["most"]
        return Query(
            organ=organ,
            words=asked["q"],
            in_title=asked["title"],
            years=self._years(),
            money=(
                None if least is None else least * WAN,
                None if most is None else most * WAN,
            ),
            facets=tuple(self._facets(organ)),
        )

    def _years(self) -> tuple[int | None, int | None]:
        """A year by itself is that year."""
        first, last = self.cleaned_data["year"], self.cleaned_data["until"]
        return first, first if last is None else last

    def _facets(self, organ: int) -> Iterator[frozenset[str]]:
        asked = self.cleaned_data
        if basis := articles.named(asked["article"]):
            made = facets.refused_on if asked["refused"] else facets.article
            yield frozenset({made(basis)})
        if asked["deviation"]:
            yield frozenset(facets.deviation(one.pk) for one in asked["deviation"])
        for name in ("step", "procedure"):
            if asked[name]:
                yield frozenset({getattr(facets, name)(asked[name])})
        if asked["unit"]:
            yield frozenset({facets.unit(asked["unit"].pk)})
        if asked["person"] or asked["post"]:
            yield who.people(organ, asked["person"], asked["post"])

    def in_words(self) -> str:
        """Return what is looked for, for a reader: 条例第二十五条·2016—2026."""
        return "·".join(self._in_words())

    def _in_words(self) -> Iterator[str]:
        asked = self.cleaned_data
        for name, field in self.fields.items():
            value = asked.get(name)
            if value in (None, "", False) or not (value := _said(field, value)):
                continue
            yield f"{field.label}{_('：')}{value}" if value is not True else f"{field.label}"


def _said(field: forms.Field, value: Any) -> Any:
    """Return a value as the reader chose it; True for a tick."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        return _("、").join(map(str, value))
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return str(dict(field.choices)[value])  # type: ignore[arg-type]  # pairs, no groups
    return value if value is True else str(value)


class PurposeForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only for the checker
    """What a dossier is retrieved for, and how."""

    class Meta:
        model = Retrieval
        fields = ("purpose",)
        error_messages = {
            "purpose": {
                "required": gettext_lazy("写明调阅事由。"),
                "max_length": gettext_lazy("最多%(limit_value)d字，现在有%(show_value)d字。"),
            }
        }

    kind = _listed(gettext_lazy("调阅方式"), Retrieval.Kind.choices)
