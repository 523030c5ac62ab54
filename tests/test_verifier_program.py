"""The verifier by itself: no Django, no database, no repository; and its command in ours."""

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from archive.verification import bundle
from archive.verification.trust import Trust
from decisions import canonical as shared
from decisions import content
from tests import specimens
from tests.specimens import Kept

NEEDED = ("pikepdf", "pyhanko")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory, keys: Path) -> Kept:
    kept = specimens.kept(tmp_path_factory.mktemp("sealed"))
    (kept.folder / "trust.json").write_bytes(specimens.trust_file())
    return kept


def distributions(
    names: Iterator[str] | tuple[str, ...],
) -> dict[str, importlib.metadata.Distribution]:
    """Return these packages and all that they need, as far as they are installed."""
    found: dict[str, importlib.metadata.Distribution] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        if name not in found:
            found[name] = distribution
            wanted = [one for one in distribution.requires or [] if "extra ==" not in one]
            waiting += [re.split(r"[^A-Za-z0-9._-]", one, maxsplit=1)[0] for one in wanted]
    return found


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an environment that has pikepdf, pyHanko and what they need, and nothing else."""
    folder = tmp_path_factory.mktemp("bare") / "venv"
    assert started(sys.executable, "-m", "venv", "--without-pip", folder).returncode == 0
    (site,) = folder.glob("lib/python*/site-packages")
    for distribution in distributions(NEEDED).values():
        for top in {file.parts[0] for file in distribution.files or [] if ".." not in file.parts}:
            source = Path(str(distribution.locate_file(top)))
            if source.exists() and not (site / top).exists():
                (site / top).symlink_to(source)
    return folder / "bin" / "python"


def run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = folder / bundle.NAME
    program.write_bytes(bundle.bundled())
    alone = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"}
    return started(python, "-W", "error", program, *arguments, cwd=folder, env=alone)


def test_the_program_verifies_without_django(sealed: Kept, bare: Path, tmp_path: Path) -> None:
    assert started(bare, "-c", "import django").returncode == 1
    trust = str(sealed.folder / "trust.json")
    beside = ("--beside", str(sealed.folder))
    done = run(bare, tmp_path, str(sealed.path), "--trust", trust, *beside)
    assert done.stdout.startswith("这份卷宗自封存后没有被改动\n"), done.stderr
    assert (done.returncode, done.stderr) == (0, "")
    english = run(bare, tmp_path, str(sealed.path), "--trust", trust, "--english")
    assert english.stdout.startswith("This dossier has not been altered")


def test_the_program_tells_what_was_altered(sealed: Kept, bare: Path, tmp_path: Path) -> None:
    path = sealed.tampered(tmp_path, sealed.data.replace(b"842 ]", b"843 ]", 1))
    trust = str(sealed.folder / "trust.json")
    done = run(bare, tmp_path, str(path), "--trust", trust, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["outcome"] == "altered"
    done = run(bare, tmp_path, str(tmp_path / "none.pdf"), "--trust", trust)
    assert done.returncode == 2
    done = run(bare, tmp_path, str(path), "--trust", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "信任文件不能用" in done.stderr


def test_the_program_is_the_same_each_time_and_only_the_pure_modules() -> None:
    assert bundle.bundled() == bundle.bundled()
    with zipfile.ZipFile(BytesIO(bundle.bundled())) as package:
        names = package.namelist()
        assert not any(b"django" in package.read(name) for name in names if "__init__" not in name)
    outside = [
        name for name in names if not name.startswith(("archive/verification/", "archive/log/"))
    ]
    assert sorted(outside) == [
        "__main__.py", "archive/__init__.py", "decisions/__init__.py", "decisions/canonical.py",
    ]  # fmt: skip


def test_digests_are_taken_over_one_canonical_form() -> None:
    assert content.canonical is shared.canonical
    assert content.digest is shared.digest


def started(*command: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own programs, with names of our own
        command, text=True, check=False, capture_output=True, **options
    )


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    found = {**os.environ, **environment}
    return started(sys.executable, "manage.py", "verify_dossier", *arguments, env=found)


def test_the_command_needs_no_database(sealed: Kept) -> None:
    nowhere = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nowhere"}
    trust = str(sealed.folder / "trust.json")
    done = command(str(sealed.path), "--trust", trust, "--beside", str(sealed.folder), **nowhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert "[相符] 电子签名" in done.stdout
    done = command(str(sealed.path), TRUST_FILE="none.json", **nowhere)
    assert done.returncode == 2
    assert "--trust" in done.stderr


@pytest.mark.django_db
def test_the_trust_file_of_the_installation_verifies_its_dossiers(
    sealed: Kept, settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.TRUST_FILE = str(tmp_path / "none.json")
    call_command("export_trust", output=tmp_path / "trust.json")
    trust = Trust.load(tmp_path / "trust.json")
    assert trust.organ
    assert len(trust.roots) == 1
    # The log of the tests' dossiers is not this installation's.
    with pytest.raises(SystemExit) as ended:
        call_command("verify_dossier", str(sealed.path))
    assert ended.value.code == 1
    told = capsys.readouterr().out
    assert "[相符] 电子签名" in told
    assert "[无法确认] 检查点" in told
    with translation.override("en"), pytest.raises(SystemExit):
        call_command("verify_dossier", str(sealed.path))
    assert "[agrees] Signature" in capsys.readouterr().out


def test_the_command_refuses_a_trust_file_that_is_none(sealed: Kept) -> None:
    with pytest.raises(CommandError, match="信任文件不能用") as refusal:
        call_command("verify_dossier", str(sealed.path), trust=str(sealed.path))
    assert refusal.value.returncode == 2
