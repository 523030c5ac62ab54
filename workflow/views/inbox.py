"""My tasks."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from decisions.calendar import ONE_DAY, is_announced, is_working_day
from workflow.acts import registry
from workflow.inbox import Todo, Urgency, by_urgency, tasks_of
from workflow.middleware import OfficialRequest
from workflow.posts import may
from workflow.views.official import in_office

PAGE = 50
NEAR = (Urgency.OVER, Urgency.TODAY, Urgency.SOON)
FILTERS: dict[str, tuple[object, Callable[[Todo], bool]]] = {
    "": (_("全部"), lambda todo: True),
    "over": (_("已逾期"), lambda todo: todo.urgency is Urgency.OVER),
    "soon": (_("3个工作日内"), lambda todo: todo.urgency in NEAR),
    "sign": (_("等我签名"), lambda todo: todo.act.signs),
}
HEADINGS = {
    Urgency.OVER: _("已逾期%(n)d件"),
    Urgency.TODAY: _("今天%(n)d件"),
    Urgency.SOON: _("3个工作日内%(n)d件"),
    Urgency.FAR: _("以后%(n)d件"),
    Urgency.WAIT: _("期限未满、还不能办%(n)d件"),
    Urgency.NONE: _("没有到期日%(n)d件"),
}


def working_days(start: dt.date) -> Iterator[dt.date]:
    """Yield `start`, then every working day after it."""
    yield start
    while True:
        start += ONE_DAY
        if is_working_day(start):
            yield start


def groups(todos: Sequence[Todo]) -> list[tuple[str, list[Todo]]]:
    """Return the tasks under their headings."""
    return [(str(HEADINGS[kind]) % {"n": len(of)}, of) for kind, of in by_urgency(todos)]


@require_safe
@in_office
def inbox(request: OfficialRequest) -> HttpResponse:
    """List what waits for me, the most urgent first."""
    now = timezone.now()
    today, todos = timezone.localdate(now), tasks_of(request.tenures, now)
    chosen = request.GET.get("f", "")
    by = parse_date_or_none(request.GET.get("by", ""))
    kept = [todo for todo in todos if FILTERS.get(chosen, FILTERS[""])[1](todo)]
    kept = [todo for todo in kept if todo.day == by] if by else kept
    page = Paginator(kept, PAGE).get_page(request.GET.get("page"))
    per_day = Counter(todo.day for todo in todos)
    context = {
        "here": "inbox",
        "today": today,
        "todos": todos,
        "page": page,
        "groups": groups(list(page.object_list)),
        "query": f"f={chosen}&" if chosen in FILTERS and not by else f"by={by}&" if by else "",
        "chosen": "" if by else chosen,
        "by": by,
        "chips": [(key, str(name), sum(map(test, todos))) for key, (name, test) in FILTERS.items()],
        "strip": [
            (day, per_day[day], not is_announced(day.year))
            for day in islice(working_days(today), 10)
        ],
        "over": sum(todo.urgency is Urgency.OVER for todo in todos),
        "next_due": next((todo for todo in todos if todo.day), None),
        "may_propose": any(may(registry["propose"], None, held) for held in request.tenures),
    }
    return render(request, "workflow/inbox.html", context)


def parse_date_or_none(text: str) -> dt.date | None:
    """Return the day that `text` names, None where it names none."""
    try:
        return parse_date(text)
    except ValueError:
        return None
