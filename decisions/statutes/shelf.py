"""All profiles there are: ours beside this module, and those of a district's own folders."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from decisions.statutes import places
from decisions.statutes.agreement import disagreements, ended
from decisions.statutes.problems import BadProfiles, Problem
from decisions.statutes.profile import Profile
from decisions.statutes.reading import Reading

OURS = Path(__file__).parent
Folders = tuple[Path, ...]


def folders() -> Folders:
    """Return the folders that are read: ours, then those of `STATUTES_DIRS`."""
    return (OURS, *map(Path, settings.STATUTES_DIRS))


def profiles() -> tuple[Profile, ...]:
    """Return every profile, from the most local to the most general. Raises BadProfiles."""
    return shelf(folders())


@cache
def shelf(folders: Folders) -> tuple[Profile, ...]:
    """Return the profiles of some folders, read once. Raises BadProfiles."""
    found, problems = _read(folders)
    problems += disagreements(found)
    if problems:
        raise BadProfiles(problems)
    return tuple(sorted(ended(found), key=lambda profile: -len(places.layers(profile.place))))


def _read(folders: Sequence[Path]) -> tuple[list[Profile], list[Problem]]:
    found: list[Profile] = []
    missing = [folder for folder in folders if not folder.is_dir()]
    problems = [Problem(folder, 0, _("没有这个目录")) for folder in missing]
    for path in (path for folder in folders for path in sorted(folder.glob("*.toml"))):
        reading = Reading(path)
        if profile := reading.profile():
            found.append(profile)
        problems += reading.problems
    return found, problems
