"""Who may look at the officials' pages: whoever holds a post today."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from workflow.middleware import OfficialRequest

Page = Callable[Concatenate[OfficialRequest, ...], HttpResponseBase]


def in_office(page: Page) -> Callable[..., HttpResponseBase]:
    """Serve `page` to whoever has logged in and holds a post today."""

    @login_required
    @wraps(page)
    def served(request: OfficialRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.tenures:
            raise PermissionDenied(_("您现在没有任职，不能查看办理中的事项。"))
        return page(request, *args, **kwargs)

    return served
