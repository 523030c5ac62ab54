"""The issued decision in the official format, measured on the page. Basis: GB/T 9704-2012."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.template.loader import render_to_string
from weasyprint import CSS, HTML

import archive.dossier
from archive.dossier.document import Document, lines
from archive.dossier.prose import Block
from tests.dossiers import Page, contents_of, html
from tests.story import Story

STYLE = Path(archive.dossier.__file__).parent / "dossier.css"
SHEET = "@page { size: A4; margin: 37mm 26mm 35mm 28mm; }"
MM = 96 / 25.4
"""CSS pixels in a millimetre."""
PLAIN = Document(
    mark="海珠区人民政府文件", mark_size=44, number="海府〔2026〕18号",
    title=("海珠区人民政府关于印发规划的通知",), recipients="各街道办事处：", heading=(),
    blocks=(Block("text", "一" * 28 * 60),), organ="海珠区人民政府", signed_on="2026年6月17日",
    note="", printed_by="海珠区人民政府", printed_on="2026年6月17日",
    fonts=settings.DOCUMENT_FONTS,
)  # fmt: skip


def laid_out(document: Document) -> list[list[Any]]:
    """Return the lines of text of each page, those of the colophon too."""
    text = render_to_string(
        "dossier/document.html", {"document": document, "heading": {"anchor": "document-1"}}
    )
    sheets = [CSS(string=SHEET), CSS(STYLE)]
    pages = HTML(string=text).render(stylesheets=sheets).pages
    return [list(_lines(page._page_box)) for page in pages]


def _lines(box: Any) -> Iterator[Any]:
    """Yield the lines in a box; what is placed apart from the text is wrapped once more."""
    box = getattr(box, "_box", box)
    if type(box).__name__ == "LineBox":
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from _lines(child)


def words(line: Any) -> str:
    """Return what stands in a line."""
    return "".join(box.text for box in line.descendants() if hasattr(box, "text"))


def test_a_full_page_has_22_lines_of_28_characters() -> None:
    pages = laid_out(PLAIN)
    assert len(pages) == 4
    for page in pages[1:3]:
        assert [len(words(line)) for line in page] == [28] * 22


def test_the_lines_stand_on_the_type_area_at_the_standards_pitch() -> None:
    second = laid_out(PLAIN)[1]
    steps = {round(after.position_y - before.position_y, 1) for before, after in pairwise(second)}
    assert steps == {38.6}, "28.95 pt"
    assert round(second[0].position_y / MM, 1) == 37
    assert (second[-1].position_y + second[-1].height) / MM <= 37 + 225
    assert second[0].position_x / MM == pytest.approx(28)
    assert second[0].width / MM == pytest.approx(156, abs=0.5)


def test_a_heading_in_another_face_keeps_the_lines_where_they_are() -> None:
    kinds = ("chapter", "first", "second", "text")
    blocks = tuple(Block(kind, "一二三2026年abc㙟𠮷") for kind in kinds) * 20
    second = laid_out(replace(PLAIN, blocks=blocks))[1]
    assert len(second) == 22
    assert {round(line.height, 1) for line in second} == {38.6}


def test_the_head_is_red_and_the_colophon_stands_at_the_foot_of_the_last_page() -> None:
    pages = laid_out(PLAIN)
    (mark,) = [line for line in pages[0] if words(line) == PLAIN.mark]
    assert mark.position_y / MM == pytest.approx(37 + 35, abs=1)
    assert tuple(mark.style["color"].coordinates) == pytest.approx((0xEE / 255, 0, 0))
    (foot,) = [line for line in pages[-1] if "印发" in words(line)]
    assert (foot.position_y + foot.height) / MM == pytest.approx(37 + 225, abs=1)


def test_signature_and_date_end_four_characters_before_the_edge() -> None:
    last = laid_out(PLAIN)[-1]
    for said in (PLAIN.organ, PLAIN.signed_on):
        line = next(line for line in last if words(line) == said)
        text = line.children[0]
        right = (text.position_x + text.width) * 0.75
        edge = (28 + 156) * 72 / 25.4
        assert edge - right == pytest.approx(4 * 15.75, abs=1)


def test_the_decision_is_printed_from_the_record_and_the_draft_that_was_adopted(
    told: Story,
) -> None:
    told.until("issue_decision")
    contents = contents_of(told)
    document = next(paper.document for paper in contents.papers if paper.document)
    draft = told.known_case.draft
    assert draft is not None
    text = Page(html(contents.sections(), "class-18-02")).text
    assert document.number in text
    assert document.recipients.endswith("：")
    assert all(line.strip() in text for line in draft.text.splitlines())
    assert f"{document.organ}文件" in text


@pytest.mark.parametrize(
    ("title", "broken"),
    [
        ("关于印发规划的通知", ("关于印发规划的通知",)),
        (
            "海珠区人民政府关于印发《海珠区法治政府建设规划（2016-2020年）》的通知",
            ("海珠区人民政府关于印发", "《海珠区法治政府建设规划", "（2016-2020年）》的通知"),
        ),
    ],
)
def test_a_long_title_breaks_where_its_sense_does(title: str, broken: tuple[str, ...]) -> None:
    assert lines(title) == broken


def test_a_licensed_face_is_named_in_the_settings(settings: Any, told: Story) -> None:
    settings.DOCUMENT_FONTS = {**settings.DOCUMENT_FONTS, "fangsong": "FangSong_GB2312"}
    told.until("issue_decision")
    text = html(contents_of(told).sections(), "class-18-02")
    assert "--fangsong: &quot;FangSong_GB2312&quot;;" in text


@pytest.mark.parametrize(
    ("face", "family", "told_of"),
    [
        ("fangsong", "FangSong_GB2312", "fangsong写的字体“FangSong_GB2312”没有安装"),
        ("fangsong", '"; color: red; "', "没有安装"),
        ("song", "Noto Serif CJK SC", "没有“song”这种字体"),
    ],
)
def test_a_face_that_cannot_be_had_is_named_at_check(
    settings: Any, face: str, family: str, told_of: str
) -> None:
    settings.DOCUMENT_FONTS = {**settings.DOCUMENT_FONTS, face: family}
    with pytest.raises(SystemCheckError, match=told_of):
        call_command("check")


def test_an_open_family_that_is_installed_may_be_named(settings: Any) -> None:
    settings.DOCUMENT_FONTS = {**settings.DOCUMENT_FONTS, "kai": "HanaMinA"}
    call_command("check")
