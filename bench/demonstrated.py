"""The sections of the demonstration's longest case, into a file: `DATABASE_URL` says where."""

import pickle
import sys
import tempfile
import tomllib
from pathlib import Path

import django
from django.conf import settings

from bench.cases import database


def main(into: Path) -> None:
    """Play the demonstration and keep the sections of the case with most acts."""
    from archive.dossier.contents import gather
    from decisions.models import Case
    from people.district import load
    from workflow.acts import registry
    from workflow.demonstration import scripts

    folder = settings.BASE_DIR / "demonstration"
    load(
        folder / "district.toml", tomllib.loads((folder / "district.toml").read_text())["password"]
    )
    for script in scripts(folder / "cases"):
        script.play(lambda _line: None)
    case = max(Case.objects.all(), key=lambda one: one.ledger.count())
    contents = gather(case, [act.described for act in registry.values()])
    into.write_bytes(pickle.dumps(contents.sections()))


if __name__ == "__main__":
    django.setup()
    with tempfile.TemporaryDirectory() as kept:
        settings.MEDIA_ROOT = settings.DOSSIER_SHELF = kept
        with database():
            main(Path(sys.argv[1]))
