"""What `manage.py check` says of the profiles; every command that checks the system runs it."""

from typing import Any

from django.core.checks import Error, register

from decisions.statutes.problems import BadProfiles
from decisions.statutes.shelf import profiles

BAD_PROFILE = "decisions.E001"


@register
def check_profiles(**_options: Any) -> list[Error]:
    """Name everything that is wrong with the files of the profiles, each with its line."""
    try:
        profiles()
    except BadProfiles as bad:
        return [Error(str(problem), id=BAD_PROFILE) for problem in bad.problems]
    return []
