"""How a process begins that has a part of the ledger to check."""

import django
from django.conf import settings

NEEDED = ("people", "decisions", "archive", "django.contrib.auth", "django.contrib.contenttypes")


def begin() -> None:
    """Make ready what a check needs; without acts and pages that takes half the time."""
    settings.INSTALLED_APPS = NEEDED
    django.setup()
