"""Everything that a person reads is told in English too, and nothing of it is left in Chinese."""

import html
import re
import shutil
import uuid
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.conf import settings as live
from django.core.management import call_command
from django.core.management.utils import popen_wrapper
from django.test import Client
from django.urls import reverse
from django.utils import translation

from archive.dossier import Prepared
from archive.models import Dossier
from decisions.evidence import keep_bytes
from decisions.models import Case
from decisions.requirements import registry as requirements
from decisions.statutes import profiles
from people.models import Person
from portal import forms
from tests.story import Story
from workflow.acts import registry as acts
from workflow.models import Errand
from workflow.views.archive_forms import SearchForm

BASE = Path(live.BASE_DIR)
ENGLISH = Path("locale/en/LC_MESSAGES/django.po")
OURS = ("people", "decisions", "archive", "workflow", "portal")
CHINESE = re.compile(r"[\u3400-\u9fff、。，：；？！（）《》]")
AS_IT_IS = ("溯源", "中文")
"""The seal in the masthead, and the way to the Chinese pages."""
NO_TEXT = re.compile(
    r"{% blocktranslate.*?{% endblocktranslate %}|{%.*?%}|{#.*?#}|{{.*?}}", re.DOTALL
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|</?b>")
PORTAL = ("consultations", "adoptions", "decisions", "receipt")
PDF = b"%PDF-1.7 invented\n%%EOF\n"
PARTS = ((0, 0), (12, 34), (34, 34))
"""How much of an errand is done: nothing known, some, all."""

Entries = dict[tuple[str, str], list[tuple[str, str]]]
"""By context and text: what is said in Chinese, and in English; twice where there is a plural."""


def entries(path: Path) -> Entries:
    """Read a PO file."""
    found: Entries = {}
    for block in path.read_text().split("\n\n")[1:]:
        part = {
            name: "".join(re.findall(r'"(.*)"', lines))
            for name, lines in re.findall(r'^(msg\S+) ((?:".*"\n?)+)', block, re.MULTILINE)
        }
        source = (part["msgid"], part.get("msgid_plural", ""))
        told = [part[name] for name in part if name.startswith("msgstr")]
        found[part.get("msgctxt", ""), part["msgid"]] = list(zip(source, told, strict=False))
    return found


def chinese(texts: Iterable[Any]) -> list[str]:
    """Return those texts that hold Chinese."""
    return [text for text in map(str, texts) if CHINESE.search(text)]


def test_every_text_is_collected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    for name in ("config", "templates", "locale", *OURS):
        shutil.copytree(BASE / name, tmp_path / name)
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    monkeypatch.chdir(tmp_path)
    said = StringIO()
    call_command("makemessages", locale=["en"], no_obsolete=True, no_wrap=True, stdout=said)
    assert set(entries(tmp_path / ENGLISH)) == set(entries(BASE / ENGLISH)), "run `make messages`"
    assert "warning" not in said.getvalue()


def test_every_text_is_translated() -> None:
    said = entries(BASE / ENGLISH)
    assert [key for key, pairs in said.items() for _source, told in pairs if not told] == []
    assert re.findall(r"^#(?:, fuzzy|~).*", (BASE / ENGLISH).read_text(), re.MULTILINE) == []
    assert chinese(told for pairs in said.values() for _source, told in pairs) == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    for pairs in entries(BASE / ENGLISH).values():
        for source, told in pairs:
            assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(told))


def test_templates_hold_no_text_of_their_own() -> None:
    for path in (BASE / "templates").rglob("*.html"):
        if path.parent.name != "dossier":
            bare = NO_TEXT.sub("", path.read_text())
            assert chinese(line for line in without(bare, AS_IT_IS).splitlines()) == [], path


# In what follows English is spoken, from the texts as they are now.


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the English texts."""
    folder = tmp_path_factory.mktemp("locale")
    target = folder / "en/LC_MESSAGES/django.mo"
    target.parent.mkdir(parents=True)
    _out, errors, status = popen_wrapper(
        ["msgfmt", "--check-format", "-o", str(target), str(BASE / ENGLISH)]
    )
    assert status == 0, errors
    return folder


@pytest.fixture
def english(compiled: Path, settings: Any) -> Iterator[None]:
    """Speak English."""
    settings.LOCALE_PATHS = [compiled]
    with translation.override("en"):
        yield


def of_models() -> Iterator[Any]:
    """Yield every title, label, help text and choice of our models."""
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            yield model._meta.verbose_name
            for field in model._meta.fields:
                yield from (field.verbose_name, field.help_text)
                yield from (label for _value, label in field.flatchoices)


@pytest.mark.usefixtures("english")
def test_acts_and_requirements_are_told_in_english() -> None:
    titles = [text for act in acts.values() for text in (act, act.step.label)]
    needs = [(r.title, r.lack, *r.basis) for r in requirements.values()]
    assert chinese(titles) == []
    assert chinese(text for need in needs for text in need) == []


@pytest.mark.usefixtures("english")
def test_models_and_forms_are_told_in_english() -> None:
    assert chinese(of_models()) == []
    for form in (forms.OpinionForm, forms.ReceiptForm, SearchForm):
        assert chinese(field.label for field in form.base_fields.values()) == []


# The pages, without what the district's own people wrote, and how the rules are called.


def written() -> Iterator[str]:
    """Yield every text in the database that holds Chinese, and each of its lines."""
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            for row in model._base_manager.values_list():
                for text in chinese(value for value in row if isinstance(value, str)):
                    yield from (text, *text.splitlines())


def cited() -> Iterator[str]:
    """Yield what the rules' own files say, in the language that the rules are made in."""
    for rule in profiles():
        yield from (rule.title, rule.remark, *rule.nulls.values())
        for value in rule.values.values():
            yield from (value.article, value.remark)


def without(text: str, parts: Iterable[str]) -> str:
    """Return `text` without `parts`, the longest first."""
    for part in sorted({part for part in parts if part.strip()}, key=len, reverse=True):
        text = text.replace(part.strip(), "")
    return text


class Reader:
    """Somebody who reads English."""

    def __init__(self, username: str = "") -> None:
        """Log in where a name is given."""
        self.client = Client(headers={"accept-language": "en"})
        if username:
            self.client.force_login(Person.objects.get(username=username))

    def get(self, name: str, *args: Any, status: int = 200) -> None:
        """Open a page, and find nothing in Chinese on it."""
        self._read(self.client.get(reverse(name, args=args)), status)

    def post(self, name: str, *args: Any, status: int = 200) -> None:
        """Hand in an empty form, and find nothing in Chinese in the answer."""
        self._read(self.client.post(reverse(name, args=args)), status)

    @staticmethod
    def _read(response: Any, status: int) -> None:
        assert (response.status_code, response["Content-Language"]) == (status, "en")
        page = html.unescape(response.content.decode())
        assert chinese(without(page, [*written(), *cited(), *AS_IT_IS]).splitlines()) == []


@pytest.mark.usefixtures("english")
def test_an_official_reads_english(told: Story) -> None:
    case = told.until("accept_legality_file").known_case
    reviewer = Reader("linjingyi")
    for name in ("inbox", "cases", "flow", "chart", "statutes"):
        reviewer.get(f"workflow:{name}")
    for name in ("case", "draft"):
        reviewer.get(f"workflow:{name}", case.number)
    reviewer.get("workflow:record", case.number, case.length)
    reviewer.get("workflow:act", case.number, "conclude_legality_review")
    reviewer.post("workflow:act", case.number, "conclude_legality_review", status=409)


@pytest.mark.usefixtures("english")
def test_a_refusal_is_in_english(told: Story) -> None:
    number = told.until("accept_legality_file").known_case.number
    undertaker = Reader("huoqishan")
    undertaker.get("workflow:propose")
    undertaker.post("workflow:propose", status=422)
    undertaker.get("workflow:act", number, "conclude_legality_review", status=403)
    undertaker.get("workflow:act", number, "file_options", status=409)
    undertaker.get("workflow:case", "no-such-case", status=404)
    undertaker.get("workflow:archive", status=403)


@pytest.mark.usefixtures("english")
def test_the_archive_is_in_english(told: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    def prepare(case: Case, *_args: Any) -> Prepared:
        return Prepared(case.head, keep_bytes(PDF, "application/pdf"), 1)

    monkeypatch.setattr("workflow.acts.closing.prepare", prepare)
    told.until("seal_dossier")
    auditor = Reader("zhouhuimin")
    auditor.get("workflow:archive")
    auditor.get("workflow:dossier", Dossier.objects.get().pk)
    auditor.get("workflow:case", told.known_case.number)


@pytest.mark.usefixtures("english")
def test_the_progress_of_an_errand_is_in_english(told: Story) -> None:
    told.do("propose", "huoqishan")
    archivist, tenure = Reader("liangqiuyue"), told.actor("liangqiuyue", "seal_dossier")
    for state, done, total in ((state, *parts) for state in Errand.State for parts in PARTS):
        errand = Errand.objects.create(
            id=uuid.uuid4(), act="seal_dossier", case=told.known_case, tenure=tenure, data={},
            state=state, done=done, total=total, seq=1, tries=2, next_try=told.now,
            handed_in_at=told.now, said=["It does not answer"],
        )  # fmt: skip
        archivist.get("workflow:errand", errand.pk)
        archivist.get("workflow:case", told.known_case.number)
        errand.delete()


@pytest.mark.usefixtures("english")
def test_the_public_reads_english(told: Story) -> None:
    number = told.until("publish_decision").known_case.number
    public = Reader()
    for name in ("login", *(f"portal:{name}" for name in PORTAL)):
        public.get(name)
    for name in ("consultation", "adoption", "decision"):
        public.get(f"portal:{name}", number)
    public.post("portal:receipt")


@pytest.mark.usefixtures("english")
def test_a_comment_is_asked_for_in_english(told: Story) -> None:
    number = told.until("open_public_input").known_case.number
    with time_machine.travel(told.now, tick=False):
        Reader().get("portal:consultation", number)
        Reader().post("portal:consultation", number, status=422)


@pytest.mark.usefixtures("english", "district")
def test_the_catalogue_and_the_normative_documents_are_in_english() -> None:
    normative, major = Story("normative"), Story()
    number = normative.until("publish_decision").known_case.number
    normative.do("clean_up_document", "huoqishan")
    major.until("list_matter")
    office, public = Reader("chenhaining"), Reader()
    for name, *args in (
        ("documents",), ("document", number), ("case", number), ("catalogue", 2026),
        ("catalogue", 2020), ("act", number, "clean_up_document"), ("flow", "normative"),
    ):  # fmt: skip
        office.get(f"workflow:{name}", *args)
    office.post("workflow:catalogue", 2026, status=422)
    for name, *args in (("documents",), ("document", number), ("catalogue", 2026)):
        public.get(f"portal:{name}", *args)
