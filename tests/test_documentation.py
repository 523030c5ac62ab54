"""What is written about the code is so: the diagram, the paths, the commands, the bases."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

from decisions.diagram import mermaid
from decisions.requirements import Requirement
from decisions.requirements import registry as requirements
from decisions.states import moves, needs, sources
from workflow.acts import Act, registry
from workflow.citations import bases
from workflow.replay.checking import problems
from workflow.replay.document import document
from workflow.replay.reading import SCHEMA

ROOT = Path(__file__).parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
ARCHITECTURE = ROOT / "docs" / "architecture.md"
REPLAY = ROOT / "docs" / "replay.md"
OPERATIONS = ROOT / "docs" / "operations.md"
PAGES = (
    *READMES, ARCHITECTURE, REPLAY, OPERATIONS, ROOT / "CONTRIBUTING.md",
    ROOT / "docs" / "verify.md",
    *sorted(ROOT.glob("docs/adr/*.md")),
)  # fmt: skip
DIAGRAM = re.compile(r"<!-- diagram: manage\.py diagram -->\n```mermaid\n(.*?)\n```", re.DOTALL)
PATH = re.compile(r"`([\w.-]+/[\w./<>*-]*|[\w-]+\.(?:md|py|toml|txt))`")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
CODE = re.compile(r"`([^`\n]+)`|^ {4}(.+)$", re.MULTILINE)
COMMAND = re.compile(r"\b(?:make|manage\.py) [a-z_-]+")
SETTING = re.compile(r'\benv\.\w+\(\s*"(\w+)"')
MADE_BY_COMMANDS = (".venv", "var/")
each_act = pytest.mark.parametrize("act", registry.values(), ids=registry.keys())
each_requirement = pytest.mark.parametrize(
    "requirement", requirements.values(), ids=requirements.keys()
)


def named_in(page: Path) -> Iterator[Path]:
    """Yield each path that a page names, `<step>` standing for any name."""
    text = page.read_text()
    for path in PATH.findall(text):
        if not path.startswith(MADE_BY_COMMANDS):
            yield ROOT / re.sub(r"<\w+>", "*", path)
    yield from (page.parent / link for link in LINK.findall(text))


def there(path: Path) -> bool:
    return any(ROOT.glob(str(path.relative_to(ROOT)))) if "*" in path.name else path.exists()


def commands_in(page: Path) -> set[str]:
    code = "\n".join(map("".join, CODE.findall(page.read_text())))
    return set(COMMAND.findall(code))


def guards() -> Iterator[str]:
    """Yield the id of every requirement that a transition asks for."""
    for move in moves():
        for source in sources(move):
            yield from needs(move, source)


def test_the_diagram_is_what_the_code_draws() -> None:
    assert DIAGRAM.findall(ARCHITECTURE.read_text()) == [mermaid()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_path_named_exists(page: Path) -> None:
    assert [path for path in named_in(page) if not there(path)] == []


def test_both_readmes_name_the_same_commands() -> None:
    english, chinese = READMES
    assert commands_in(english) == commands_in(chinese)


@pytest.mark.parametrize(
    "page", sorted({*PAGES, *ROOT.glob("docs/*.md")}), ids=lambda page: page.name
)
def test_every_command_named_exists(page: Path) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    known = {f"make {name}" for name in targets} | {f"manage.py {name}" for name in get_commands()}
    assert commands_in(page) - known == set()


def test_every_setting_of_the_environment_is_explained() -> None:
    settings = set(SETTING.findall((ROOT / "config" / "settings.py").read_text()))
    assert "KEYS_DIR" in settings
    assert settings - set(re.findall(r"`(\w+)`", OPERATIONS.read_text())) == set()


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/adr/*.md")), ids=lambda page: page.name)
def test_a_reason_has_the_number_of_its_file(page: Path) -> None:
    assert page.read_text().startswith(f"# {int(page.name[:4])}. ")


def test_the_example_of_a_replay_file_is_one() -> None:
    (example,) = re.findall(r"```json\n(.*?)\n```", REPLAY.read_text(), re.DOTALL)
    assert list(problems(SCHEMA, document(example.encode()))) == []


def test_every_key_of_a_replay_file_is_explained() -> None:
    text = REPLAY.read_text()
    parts = (SCHEMA, *SCHEMA["$defs"].values(), SCHEMA["properties"]["organ"])
    keys = {key for part in parts for key in part.get("properties", ())}
    assert [key for key in keys if f"`{key}`" not in text] == []


@each_act
def test_every_act_says_what_it_rests_on(act: Act) -> None:
    assert str(act)
    assert bases(act), inspect.getdoc(act)


@each_requirement
def test_every_requirement_is_whole(requirement: Requirement) -> None:
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", requirement.id)
    assert str(requirement.title)
    assert str(requirement.lack)
    assert requirement.basis
    assert all(str(basis) for basis in requirement.basis)
    assert requirement.mend in registry


def test_every_guard_is_a_requirement() -> None:
    assert set(guards()) - set(requirements) == set()
