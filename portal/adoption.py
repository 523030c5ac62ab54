"""What became of the public's opinions. Basis: 条例第十八条；区规划第10项."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from decisions.models import AdoptionReport, Answer, Channel, Comment, StepDetermination

Disposition = Answer.Disposition
Way = Comment.Way


def reports() -> QuerySet[AdoptionReport]:
    """Return each public matter's last adoption report, the latest first."""
    determined = StepDetermination.objects.filter(case=OuterRef("case")).order_by("-seq")
    later = AdoptionReport.objects.filter(case=OuterRef("case"), seq__gt=OuterRef("seq"))
    return (
        AdoptionReport.objects.annotate(is_public=Subquery(determined.values("is_public")[:1]))
        .filter(~Exists(later), is_public=True)
        .select_related("case__undertaking_unit", "draft")
        .order_by("-at", "-pk")
    )


def find(number: str) -> AdoptionReport | None:
    """Return the adoption report of the matter with a number, None where there is none."""
    return reports().filter(case__number=number).first()


def earlier(report: AdoptionReport) -> QuerySet[AdoptionReport]:
    """Return the reports on earlier rounds of the same matter, the latest first."""
    return AdoptionReport.objects.filter(case=report.case, seq__lt=report.seq).order_by("-seq")


def answers(report: AdoptionReport) -> QuerySet[Answer]:
    """Return the answers that a report gives: those since the report before it."""
    before = earlier(report).values_list("seq", flat=True).first() or 0
    sitting = {"of__case": report.case, "of__seq__gt": before, "of__seq__lt": report.seq}
    return Answer.objects.filter(**sitting).select_related("comment").order_by("comment__seq")


def channels(report: AdoptionReport) -> QuerySet[Channel]:
    """Return the other ways in which the public was heard on the same draft."""
    heard = Channel.objects.filter(case=report.case, root=report.root, seq__lt=report.seq)
    return heard.order_by("held_on")


@dataclass(frozen=True)
class Part:
    """How many opinions came by a way, or to a result."""

    value: str
    label: str
    n: int


@dataclass(frozen=True)
class Tally:
    """How many opinions a report answers; the results add up to what was received."""

    results: list[Part]
    ways: list[Part]

    @property
    def received(self) -> int:
        """How many opinions were received."""
        return sum(result.n for result in self.results)


def tally(found: QuerySet[Answer]) -> Tally:
    """Count answers by result and by way, in one query."""
    counted = found.order_by().values_list("disposition", "comment__way").annotate(n=Count("pk"))
    rows = list(counted)
    return Tally(
        [Part(d.value, str(d.label), sum(n for r, _w, n in rows if r == d)) for d in Disposition],
        [Part(w.value, str(w.label), sum(n for _r, v, n in rows if v == w)) for w in Way],
    )
