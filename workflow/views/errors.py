"""What a page says when it cannot be served; always in the frame of the others."""

import sys
from http import HTTPStatus

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from decisions.models import Case


def sorry(
    request: HttpRequest, status: HTTPStatus, *sentences: str, case: Case | None = None
) -> HttpResponse:
    """Return the page of a status, with what can be done about it."""
    names = {HTTPStatus.FORBIDDEN: "403.html", HTTPStatus.NOT_FOUND: "404.html"}
    template = names.get(status, "409.html")
    return render(request, template, {"sentences": sentences, "case": case}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be read."""
    if isinstance(exception, RequestDataTooBig):
        sentence = _("提交的文字太多，没有保存。请删减后重新提交，长篇材料作为文件上传。")
        return sorry(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence)
    sentence = _("提交的内容不完整或者无法读取，没有保存。请返回上一页重新提交。")
    return sorry(request, HTTPStatus.BAD_REQUEST, sentence)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer somebody who may not; the exception says why."""
    said = exception.args if isinstance(exception, PermissionDenied) else ()
    return sorry(request, HTTPStatus.FORBIDDEN, *map(str, said))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was opened too long ago, or not on this site."""
    return sorry(
        request,
        HTTPStatus.FORBIDDEN,
        _("这一页打开得太久，或者浏览器没有保存登录凭据，内容没有提交。"),
        _("复制您填写的内容，重新打开这一页再提交。"),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return sorry(request, HTTPStatus.NOT_FOUND)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when something broke; nothing is asked of the database any more."""
    lost = isinstance(sys.exc_info()[1], InterfaceError | OperationalError)
    status = HTTPStatus.SERVICE_UNAVAILABLE if lost else HTTPStatus.INTERNAL_SERVER_ERROR
    return HttpResponse(render_to_string("500.html", {"lost": lost}), status=status)
