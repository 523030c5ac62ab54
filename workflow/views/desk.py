"""What the pages of the archive have in common: who comes in, and how an address goes on."""

import csv
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from archive.retrieval import WATCHER, holder, reader
from people.models import Tenure
from workflow.middleware import OfficialRequest
from workflow.views.official import in_office

Page = Callable[Concatenate[OfficialRequest, Tenure, ...], HttpResponseBase]
Find = Callable[[Iterable[Tenure]], Tenure | None]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def _for(find: Find, sentence: Callable[[], str]) -> Callable[[Page], Callable[..., Any]]:
    def around(page: Page) -> Callable[..., HttpResponseBase]:
        @never_cache
        @in_office
        @wraps(page)
        def opened(request: OfficialRequest, **kwargs: Any) -> HttpResponseBase:
            tenure = find(request.tenures)
            if tenure is None:
                raise PermissionDenied(sentence())
            return page(request, tenure, **kwargs)

        return opened

    return around


for_readers = _for(reader, lambda: _("卷宗由档案机构保管，审计机关检索。您的岗位不查阅卷宗。"))
"""Open a page only to those who read dossiers; hand it the post in which they do."""
for_watchers = _for(
    lambda tenures: holder(tenures, WATCHER), lambda: _("调阅台账由审计管理员查看。")
)
"""Open a page only to the audit administrator."""


def show(
    request: OfficialRequest, template: str, status: int = HTTPStatus.OK, **context: Any
) -> HttpResponse:
    """Return a page of the archive."""
    return render(request, template, {"here": "archive", **context}, status=status)


def kept(sought: QueryDict, *left_out: str) -> str:
    """Return what is looked for as it stands in the address, ending in & for what follows."""
    pairs = [
        (name, value)
        for name, values in sought.lists()
        for value in values
        if name not in left_out and value
    ]
    return f"{urlencode(pairs)}&" if pairs else ""


def key_in(sought: QueryDict, name: str) -> int | None:
    """Return a key from the address; None where there is none that can be one."""
    value = sought.get(name, "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 19 else None


class _Echo:
    def write(self, line: str) -> str:
        return line


def safe(value: Any) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def csv_response(name: str, rows: Iterable[Iterable[Any]]) -> StreamingHttpResponse:
    """Return rows as a file that is written while it is read."""
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        # By this mark a spreadsheet knows the encoding.
        yield "\ufeff"
        for row in rows:
            yield writer.writerow([safe(cell) for cell in row])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
