"""The sealed dossier: what it prints, what is inside it, and when it is not sealed."""

import hashlib
import io
import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction
from django.test import override_settings
from django.utils import translation
from pypdf import PdfReader

from archive.dossier import Prepared, Slip, Unprintable, prepare, render
from archive.dossier.contents import Contents, gather
from archive.dossier.listing import Line
from archive.models import Dossier, LedgerEntry
from archive.press.fonts import printable
from archive.press.validation import validate
from decisions.content import canonical, digest
from decisions.evidence import content_of, keep
from tests import story
from tests.papers import proved
from tests.plain import PLAIN
from tests.refusals import see_refused
from tests.story import Story, views
from workflow.acts import registry
from workflow.door import perform
from workflow.refusals import NotInPost, WrongState

AFTERWARDS = ("log", "pages", "press", "volumes")
"""What the manifest has only once the dossier is printed."""
ARCHIVIST = "liangqiuyue"
DESCRIBED = [act.described for act in registry.values()]
DISSENT = "每项任务都写2018年底完成，部门做不到。"  # invented
PAPER = "调研附表：12个路段的车流量。\n".encode()  # invented
BOXES = {b"\x00\x00", b"\xff\xff"}
"""The glyphs of a character that the font does not have."""
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Sealed:
    """One sealed case, and what there is to compare its dossier with."""

    pdf: bytes
    pages: list[str]
    contents: Contents
    files: Path
    ledger_head: str
    data_digests: dict[int, str]
    state: str
    recorded_pages: int
    unsigned_digest: str

    @property
    def text(self) -> str:
        """All that it prints."""
        return "".join(self.pages)

    @property
    def attachments(self) -> dict[str, bytes]:
        """The files inside it."""
        found = PdfReader(io.BytesIO(self.pdf)).attachments
        return {name: contents[0] for name, contents in found.items()}

    @property
    def manifest(self) -> Any:
        """The manifest inside it."""
        return json.loads(self.attachments["manifest.json"])


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, without the breaks that the lines have."""
    return [page.extract_text().replace("\n", "") for page in PdfReader(io.BytesIO(pdf)).pages]


def told_with_evidence() -> Story:
    """Tell a case with a dissent, a refused attempt, a named opinion, a file."""
    told = Story().before("file_research_report")
    case, actor = told.known_case, told.actor("huoqishan", "file_research_report")
    with pytest.raises(NotInPost):
        perform("initiate", case, actor, {}, told.now)
    told.now += story.HOUR
    data = PLAIN["file_research_report"]
    paper = keep(ContentFile(PAPER, name="路段调查.txt"))
    perform("file_research_report", case, actor, data, told.now, attachments=[paper])
    told.told += 1
    told.before("receive_comment")
    told.do("receive_comment", days=1, name="陈𠮷", may_name=True, contact="13800000000")
    told.before("record_deliberation")
    against = {"stance": "against", "words": DISSENT}
    told.do("record_deliberation", "chenhaining", days=5, views=views(fengjianing=against))
    told.told += 1
    return told.until("close_case")


@pytest.fixture(scope="module")
def sealed(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sealed]:
    """Seal one case for all the tests that only read it."""
    files = tmp_path_factory.mktemp("files")
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings = override_settings(MEDIA_ROOT=files, PASSWORD_HASHERS=hashers)
    with settings, django_db_blocker.unblock(), transaction.atomic():
        story.load_district()
        yield _seal(told_with_evidence(), files)
        transaction.set_rollback(True)


def _seal(told: Story, files: Path) -> Sealed:
    head, entries = told.known_case.head, list(LedgerEntry.objects.filter(case=told.known_case))
    slip = Slip(
        told.now + story.HOUR, told.actor(ARCHIVIST, "seal_dossier"), "0001-WS·2026-Y-ZFB-0001", "Y"
    )
    contents = gather(told.known_case, DESCRIBED, slip)
    told.do("seal_dossier", ARCHIVIST)
    dossier = Dossier.objects.get()
    pdf = content_of(dossier.blob)
    return Sealed(
        pdf, pages(pdf), contents, files, head, {e.seq: e.data_digest for e in entries},
        told.known_case.state, dossier.pages, dossier.unsigned_digest,
    )  # fmt: skip


def test_sealing_archives_the_case_and_keeps_the_dossier(sealed: Sealed) -> None:
    assert sealed.state == "archived"
    assert sealed.recorded_pages == len(sealed.pages)
    assert sealed.contents.cover.head == sealed.ledger_head


def test_it_prints_every_part(sealed: Sealed) -> None:
    for part in (
        "卷内目录",
        "程序一览",
        "期限计算",
        "责任清单",
        "材料清单",
        "未获准的办理",
        "台账节选",
        "卷内备考表",
    ):
        assert part in sealed.text
    assert "共3条 = 采纳3条" in sealed.text
    assert "当天不计入，从第二天算起（民法典第二百零一条）" in sealed.text
    assert "未获准的办理1次" in sealed.pages[0]
    assert "未开展：听证会、公平竞争审查、报告人大常委会" in sealed.pages[0]


def test_the_cover_bears_what_the_case_is_checked_by(sealed: Sealed) -> None:
    assert sealed.ledger_head in sealed.pages[0]
    known = {name: told for name, told in sealed.manifest.items() if name not in AFTERWARDS}
    assert digest(canonical(known)) in sealed.pages[0]
    assert "海府〔2026〕" in sealed.pages[0]
    assert "0001-WS·2026-Y-ZFB-0001" in sealed.pages[0]


def test_dissent_is_printed_in_its_words_with_its_legal_effect(sealed: Sealed) -> None:
    meeting = next(page for page in sealed.pages if DISSENT in page)
    assert "条例第三十八条" in meeting
    assert meeting.index("冯嘉宁") < meeting.index("方立诚", meeting.index("一、发言"))
    assert "末位发言" in meeting


def test_a_name_is_printed_with_consent_and_a_contact_never(sealed: Sealed) -> None:
    assert "陈𠮷" in sealed.text
    assert "13800000000" not in sealed.text
    assert b"13800000000" not in sealed.attachments["manifest.json"]


def test_the_item_list_gives_the_page_on_which_each_item_begins(sealed: Sealed) -> None:
    begins = next(n for n, page in enumerate(sealed.pages) if "01-01决策事项建议" in page)
    listed = re.sub(r"\s", "", "".join(sealed.pages[1:begins]))
    lines = [line for one in sealed.contents.listed for line in one.lines if not _is_document(line)]
    assert len(lines) > 40
    for line in lines:
        heading = line.heading
        head = re.compile(
            rf"{heading.number}\s*{heading.document_number}{re.escape(heading.title)}"
        )
        real = next(n for n, page in enumerate(sealed.pages, 1) if n > begins and head.search(page))
        said = re.escape(f"{heading.title}{line.code}{heading.day}{real}{heading.remark}")
        assert re.search(said + r"(?=\d\d\D|\D)", listed), (heading.title, real)


def _is_document(line: Line) -> bool:
    """Say whether it is the decision itself, on which no item number is printed."""
    return line.heading.anchor.startswith("document-")


def test_no_line_begins_with_a_stop(sealed: Sealed) -> None:
    for page in PdfReader(io.BytesIO(sealed.pdf)).pages:
        for line in page.extract_text().splitlines():
            assert not line.startswith(tuple("，。；：、？！）》”〕")), line


def test_no_character_is_printed_as_a_box(sealed: Sealed) -> None:
    with pikepdf.open(io.BytesIO(sealed.pdf)) as pdf:
        shown = b"".join(code for page in pdf.pages for code in _codes(page))
    assert shown
    assert not BOXES & {shown[n : n + 2] for n in range(0, len(shown), 2)}


def _codes(page: pikepdf.Page) -> Iterator[bytes]:
    """Yield the glyphs that a page shows, two bytes each."""
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) in ("TJ", "Tj"):
            shown: Any = step.operands[0]
            texts = shown if isinstance(shown, pikepdf.Array) else [shown]
            yield from (bytes(text) for text in texts if isinstance(text, pikepdf.String))


def test_the_evidence_is_inside_byte_by_byte(sealed: Sealed) -> None:
    (file,) = sealed.manifest["evidence"]
    assert file["filename"] == "路段调查.txt"
    assert sealed.attachments[file["attachment"]] == PAPER
    assert file["digest"] == f"sha256:{hashlib.sha256(PAPER).hexdigest()}"


def test_attachments_are_declared_as_the_standard_asks(sealed: Sealed) -> None:
    with pikepdf.open(io.BytesIO(sealed.pdf)) as pdf:
        declared = {str(spec.UF): spec for spec in pdf.Root.AF}
        assert set(declared) == {"manifest.json", "evidence-0001.txt"}
        assert declared["manifest.json"].AFRelationship == "/Data"
        assert declared["evidence-0001.txt"].EF.F.Subtype == "/text/plain"
        with pdf.open_metadata() as told:
            assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("3", "A")
            assert told["pdfuaid:part"] == "1"


def test_the_ledger_can_be_checked_from_the_manifest_alone(sealed: Sealed) -> None:
    previous = ""
    for entry in sealed.manifest["ledger"]["entries"]:
        assert entry.get("previous_hash", "") == previous
        hashed = {n: value for n, value in entry.items() if n not in ("hash", "sm3")}
        previous = entry["hash"]
        assert previous == digest(canonical(hashed))
    assert previous == sealed.ledger_head == sealed.manifest["ledger"]["head"]


def test_each_acts_content_can_be_checked_from_the_manifest_alone(sealed: Sealed) -> None:
    acts = sealed.manifest["acts"]
    assert {act["act"] for act in acts if "content" not in act} == {"receive_comment"}
    for act in acts:
        if "content" in act:
            assert digest(canonical(act["content"])) == sealed.data_digests[act["seq"]]


def test_every_requirement_says_how_it_was_met(sealed: Sealed) -> None:
    met = {one["id"]: one["met_by"] for one in sealed.manifest["requirements"]}
    assert None not in (met["risk.controllable"], met["legality.lawful"])
    lines = {one.id: one for one in sealed.contents.glance.requirements}
    assert lines["risk.controllable"].by == "罗建平"
    assert lines["fair_competition.passed"].act == "认定不适用"


def test_another_process_prints_the_same_bytes(sealed: Sealed, tmp_path: Path) -> None:
    frozen = pickle.dumps((sealed.contents, sealed.manifest["log"]))
    (tmp_path / "contents").write_bytes(frozen)
    told = (
        "import django, hashlib, pathlib, pickle, sys; django.setup();"
        "from archive.dossier.bindery import filled;"
        "folder = pathlib.Path(sys.argv[1]);"
        "contents, log = pickle.loads((folder / 'contents').read_bytes());"
        "pdf = filled(contents, log, folder)[0].pdf;"
        "sys.stdout.write(hashlib.sha256(pdf.read_bytes()).hexdigest())"
    )
    again = _python(told, str(tmp_path), MEDIA_ROOT=str(sealed.files))
    assert f"sha256:{again}" == sealed.unsigned_digest


def test_the_signed_file_is_still_what_the_validator_calls_an_archive_file(
    sealed: Sealed, tmp_path: Path
) -> None:
    assert validate(sealed.pdf) == []
    (tmp_path / "signed.pdf").write_bytes(sealed.pdf)
    assert proved(tmp_path / "signed.pdf").holds


def test_pages_that_print_nothing_do_not_wait_for_the_printer() -> None:
    told = (
        "import django, sys; django.setup(); import config.urls;"
        "sys.stdout.write(str({'weasyprint', 'fontTools', 'pyhanko'} & set(sys.modules)))"
    )
    assert _python(told) == "set()"


def _python(program: str, *arguments: str, **environment: str) -> str:
    """Run a program in a process of its own, with another order of sets; return its output."""
    own = {"DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONHASHSEED": "7", **environment}
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(  # noqa: S603  # our own program
        command, cwd=ROOT, env={**os.environ, **own}, capture_output=True, check=True, text=True
    )
    return done.stdout


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_the_language_of_the_screen_does_not_matter(told: Story) -> None:
    told.until("classify")
    chinese = render(told.known_case, DESCRIBED)
    with translation.override("en"):
        assert render(told.known_case, DESCRIBED) == chinese


def test_a_preview_says_that_it_is_one(told: Story) -> None:
    told.until("propose")
    assert "未封存，本件仅供预览" in pages(render(told.known_case, DESCRIBED))[0]


def test_a_terminated_case_has_a_dossier_too(told: Story) -> None:
    told.until("file_draft")
    told.do("terminate_case", "fanglicheng")
    told.do("seal_dossier", ARCHIVIST)
    text = "".join(pages(content_of(Dossier.objects.get().blob)))
    assert told.known_case.state == "archived"
    assert "作出决定前终止" in text
    assert "没有到这一步" in text


def test_what_was_done_on_an_old_draft_is_marked(told: Story) -> None:
    told.until("determine_risk")
    told.do("file_draft", "huoqishan", reason="改为分路段限行。")
    papers = [one for one in gather(told.known_case, DESCRIBED).papers if one.superseded]
    assert {paper.heading.remark for paper in papers} == {"旧稿"}
    titles = {paper.heading.title for paper in papers}
    assert {"决策草案（第1版）", "风险评估报告", "公开征求意见公告"} <= titles
    assert "决策草案（第2版）" not in titles


def test_a_sealed_dossier_cannot_be_changed(told: Story) -> None:
    told.until("propose")
    told.do("terminate_case", "fanglicheng")
    told.do("seal_dossier", ARCHIVIST)
    dossier = Dossier.objects.get()
    for change in (
        lambda: Dossier.objects.update(note="改过"),
        lambda: Dossier.objects.filter(pk=dossier.pk).delete(),
        lambda: type(dossier.blob).objects.filter(pk=dossier.blob_id).update(size=1),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_case_that_moved_while_it_was_printed_is_not_sealed(
    told: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.until("propose")
    told.do("terminate_case", "fanglicheng")
    moving = told.known_case, told.actor("chenhaining", "classify"), told.now

    def overtaken(*arguments: Any) -> Prepared:
        """Print, and let somebody knock at the door meanwhile."""
        prepared = prepare(*arguments)
        with pytest.raises(WrongState):
            perform("classify", moving[0], moving[1], {}, told.now)
        return prepared

    monkeypatch.setattr("workflow.acts.closing.prepare", overtaken)
    see_refused(told, "seal_dossier", ARCHIVIST, "dossier.current")
    monkeypatch.undo()
    told.do("seal_dossier", ARCHIVIST)
    assert Dossier.objects.get().ledger_head in told.known_case.ledger.values_list(
        "previous_hash", flat=True
    )


def test_a_letter_that_no_font_has_is_named_and_the_dossier_not_sealed(told: Story) -> None:
    told.until("propose")
    told.do("terminate_case", "fanglicheng", reason="不再需要。ཀ")
    refusal = see_refused(told, "seal_dossier", ARCHIVIST, "dossier.printable")
    assert "ཀ（U+0F40）" in refusal.sentences[0]
    assert told.known_case.state == "terminated"


@pytest.mark.parametrize("text", ["𠮷𬭚㙟䶮𫖯𪾢", "“〔2016〕18号”——①％℃㎡", "ABC xyz 123"])
def test_rare_characters_are_covered(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "printed_as"),
    [("骑车🚲好", "骑车〔U+1F6B2〕好"), ("好\x0b吗", "好〔U+000B〕吗"), ("好\U000e0020", "好")],
)
def test_a_picture_is_spelled_by_its_code(text: str, printed_as: str) -> None:
    assert printable(text) == printed_as


@pytest.mark.parametrize("text", ["\ue000", "ཀ", "\U000323b0"])
def test_a_letter_is_never_lost(text: str) -> None:
    with pytest.raises(Unprintable) as found:
        printable(f"姓名{text}")
    assert found.value.characters == (text,)
