"""The press: one tagged document from sections, in both standards."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from archive.press.about import Bound
from archive.press.bind import bind
from archive.press.failed import PressFailed
from archive.press.section import Section
from archive.press.unprintable import Unprintable
from archive.press.validation import ValidatorMissing, validate
from tests import tagged
from tests.pressed import (
    ABOUT,
    CSS,
    PAPERS,
    cover,
    instead,
    issued,
    items,
    paper,
    pressed,
    sections,
)

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Bound:
    return pressed(tmp_path_factory.mktemp("bound"))


def texts(path: Path) -> list[str]:
    """Return what each page shows, as a reader would copy it."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_it_keeps_both_standards(bound: Bound) -> None:
    assert validate(bound.pdf) == []


def test_the_validator_sees_what_is_wrong_with_either(bound: Bound, tmp_path: Path) -> None:
    with pikepdf.open(bound.pdf) as pdf:
        pdf.attachments["x.txt"] = b"x"
        del pdf.Root.ViewerPreferences
        pdf.save(tmp_path / "broken.pdf")
    found = validate(tmp_path / "broken.pdf")
    assert any("3a 6.8-1" in fault for fault in found)
    assert any("ua1 7.1-10" in fault for fault in found)


def test_a_missing_validator_is_said(bound: Bound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ValidatorMissing, match="default-jdk-headless"):
        validate(bound.pdf)


def test_what_is_no_pdf_is_not_taken_for_a_valid_one() -> None:
    with pytest.raises(PressFailed):
        validate(b"no PDF")


def test_tree_and_pages_agree(bound: Bound) -> None:
    assert tagged.faults(bound.pdf) == []


@pytest.mark.parametrize("what", ["numbers", "parents", "scope", "destination", "artifact"])
def test_a_broken_tree_is_seen(bound: Bound, tmp_path: Path, what: str) -> None:
    with pikepdf.open(bound.pdf) as pdf:
        page = pdf.pages[2].obj
        if what == "numbers":  # as when files are joined without care
            page.StructParents = 0
        elif what == "parents":
            page.StructParents = int(pdf.pages[3].obj.StructParents)
        elif what == "scope":
            del next(one for one in tagged.elements(pdf) if one.S == "/TH").A.Scope
        elif what == "destination":
            page.Annots[0].Dest = pikepdf.String("nowhere")
        else:
            page.Contents[0] = pdf.make_stream(b"0 0 9 9 re f")
        pdf.save(tmp_path / "broken.pdf")
    assert tagged.faults(tmp_path / "broken.pdf")


def test_everything_is_read_out_in_the_order_of_the_sections(bound: Bound) -> None:
    with pikepdf.open(bound.pdf) as pdf:
        places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        read = [places[page] for page, _number in tagged.told(pdf)]
        parts = [one for one in tagged.elements(pdf) if one.S == "/Part"]
    assert read == sorted(read)
    assert set(read) == set(range(bound.pages))
    assert len(parts) == len(sections())


def test_headings_lists_tables_and_pictures_are_named(bound: Bound) -> None:
    with pikepdf.open(bound.pdf) as pdf:
        found = [str(one.S) for one in tagged.elements(pdf)]
        figures = {str(one.Alt) for one in tagged.elements(pdf) if one.S == "/Figure"}
    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Table", "/TH", "/TD", "/Link"} <= set(found)
    assert not {"/Span", "/NonStruct"} & set(found)
    assert figures == {"一个方框"}


def test_each_id_begins_where_it_is_said_to(bound: Bound) -> None:
    pages = texts(bound.pdf)
    for number in range(1, PAPERS + 1):
        page = bound.starts[f"paper-{number}"]
        assert f"第{number}件第0段" in pages[page - 1]
        with pikepdf.open(bound.pdf) as pdf:
            (leaf,) = pdf.Root.Names.Dests.Kids
            named = {str(leaf.Names[n]): leaf.Names[n + 1] for n in range(0, len(leaf.Names), 2)}
            assert named[f"paper-{number}"][0].objgen == pdf.pages[page - 1].obj.objgen


def test_a_section_that_is_late_names_the_right_pages(bound: Bound) -> None:
    listed = texts(bound.pdf)[1]
    for number in range(1, PAPERS + 1):
        assert f"{bound.starts[f'paper-{number}']}" in listed.split(f"第{number}件")[1].split()[0]
    assert f"末页是第{bound.pages}页" in texts(bound.pdf)[0]


def test_a_long_item_list_moves_the_pages_that_it_names(tmp_path: Path) -> None:
    given = [cover(), items(1, rows=60), paper(1), issued()]
    moved = pressed(tmp_path, given)
    assert moved.starts["paper-1"] > 3
    assert "第1件第0段" in texts(moved.pdf)[moved.starts["paper-1"] - 1]
    assert f"第1件 {moved.starts['paper-1']}" in " ".join(texts(moved.pdf)[1].split())


def test_links_say_where_they_lead(bound: Bound) -> None:
    with pikepdf.open(bound.pdf) as pdf:
        link = pdf.pages[2].obj.Annots[0]
        assert (str(link.Dest), str(link.Contents)) == ("items", "转到第2页")
        assert "/A" not in link


def test_bookmarks_lead_to_the_sections(bound: Bound) -> None:
    with pikepdf.open(bound.pdf) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == ABOUT.title.removeprefix("卷宗：")
        assert [one.title for one in top.children] == [
            "卷内目录", "第1件", "第2件", "第3件", "海东区人民政府文件",
        ]  # fmt: skip


def test_pages_are_stamped_but_the_cover(bound: Bound) -> None:
    pages = texts(bound.pdf)
    assert "—" not in pages[0]
    assert ABOUT.archival_code in pages[0]
    for number, page in enumerate(pages[1:], 2):
        assert f"— {number} —" in page
        assert (ABOUT.subject in page) == (number < bound.pages)  # the last is an issued document
    assert "第1件" in pages[4].splitlines()[0] + pages[4].splitlines()[-1]


def test_the_number_stands_outside(bound: Bound) -> None:
    with pypdfium2.PdfDocument(bound.pdf) as pdf:
        for number in (2, 3, bound.pages):
            page = pdf[number - 1].get_textpage()
            index = page.search(f"— {number} —").get_next()
            assert index
            left, bottom, right, _top = page.get_charbox(index[0])
            centre = (left + right) / 2
            assert (centre > 298) == bool(number % 2)
            # 7 mm below the type area, whose lower edge is 35 mm above that of the sheet.
            assert abs(bottom - 28 * 72 / 25.4) < 2


def test_each_face_is_inside_once(bound: Bound) -> None:
    with pikepdf.open(bound.pdf) as pdf:
        described = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        files = {one.FontFile3.objgen for one in described}
        faces = {str(one.FontName).partition("+")[2] for one in described}
    assert len(files) == len(faces) == 4


def test_its_properties_are_told_twice_alike(bound: Bound) -> None:
    with pikepdf.open(bound.pdf) as pdf, pdf.open_metadata() as told:
        assert told["dc:title"] == str(pdf.docinfo["/Title"]) == ABOUT.title
        assert told["pdfaid:part"] + told["pdfaid:conformance"] == "3A"
        assert told["pdfuaid:part"] == "1"
        assert told["xmp:CreateDate"] == "2026-11-25T08:00:00Z"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261125080000Z"
        assert pdf.Root.Lang == "zh-CN"


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ([cover()], "end"),
        ([*sections(1), paper(1)], "paper-1"),
        ([*sections(1), Section("again", paper(1).html)], "paper-1"),
        (instead(sections(1), "issued", '<p id="end"><a href="#nowhere">见</a></p>'), "nowhere"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    tmp_path: Path, given: list[Section], what: str
) -> None:
    with pytest.raises(PressFailed, match=what):
        pressed(tmp_path, given)
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("name", ["cover", "issued"])
def test_a_letter_that_no_font_has_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unprintable) as found:
        pressed(tmp_path, instead(sections(1), name, '<h1 id="end">ཀ</h1>'))
    assert found.value.characters == ("ཀ",)


def test_a_picture_in_the_subject_is_spelled_by_its_code(tmp_path: Path) -> None:
    about = replace(ABOUT, subject="骑车🚲", archival_code="")
    spelled = bind(sections(1), about, tmp_path, css=CSS)
    assert "骑车〔U+1F6B2〕" in texts(spelled.pdf)[2]


def test_the_press_knows_nothing_of_django() -> None:
    told = (
        "import pkgutil, sys, importlib, archive.press;"
        "names = [one.name for one in pkgutil.iter_modules(archive.press.__path__)];"
        "[importlib.import_module(f'archive.press.{name}') for name in names];"
        "sys.stdout.write(str('django' in sys.modules))"
    )
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert done.stdout == "False"
