"""A real browser, and the ways through the officials' pages that every visit takes."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Page, sync_playwright

from tests.story import PASSWORD

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


UNNAMED = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


@pytest.fixture
def page(
    committed_district: None, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> Iterator[Page]:
    """Open a browser with an empty profile, at the size of an office screen."""
    # The tests' server finds styles and scripts by their plain names only.
    settings.STORAGES = {**settings.STORAGES, "staticfiles": UNNAMED}
    # The browser's own event loop runs in this thread; the tests' queries do not touch it.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(locale="zh-CN", viewport={"width": 1366, "height": 900})
        page = context.new_page()
        page.set_default_timeout(20_000)
        yield page
        browser.close()
        # Inside the browser's event loop the test has had a connection of its own.
        connections.close_all()


def log_in(page: Page, site: Any, username: str) -> None:
    """Log in; the list of tasks opens."""
    page.goto(f"{site.url}/login/")
    page.get_by_label("账号").fill(username)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
