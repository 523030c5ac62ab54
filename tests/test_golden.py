"""What the pages look like: a text that is right may be drawn with the wrong glyphs."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.golden import PAGES, TOLERANCE, golden, off, painted
from tests.pressed import instead, pressed, sections


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture(scope="module")
def pdf(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pressed(tmp_path_factory.mktemp("golden"), shelf=shelf).pdf


@pytest.mark.parametrize("name", PAGES)
def test_the_page_looks_as_it_must(pdf: Path, name: str) -> None:
    assert off(painted(pdf, PAGES[name]), golden(name)) <= TOLERANCE


@pytest.mark.parametrize(
    ("right", "wrong"), [("末", "未"), ("𠮷", "吉"), ("依照", "衣照"), ("定", "走")]
)
def test_one_other_character_is_seen(shelf: Path, tmp_path: Path, right: str, wrong: str) -> None:
    given = sections()
    name = next(one.name for one in given if right in one.html)
    html = next(one.html for one in given if one.name == name)
    spoiled = instead(given, name, html.replace(right, wrong, 1))
    spoiled_pdf = pressed(tmp_path, spoiled, shelf=shelf).pdf
    page = "cover" if name == "cover" else "paper"
    drawn = painted(spoiled_pdf, PAGES[page])
    assert off(drawn, golden(page)) > 2 * TOLERANCE


def test_a_wrong_glyph_under_the_right_text_is_seen(pdf: Path, tmp_path: Path) -> None:
    """As when two font files are taken for one: copied text is right, what is drawn is not."""
    with pikepdf.open(pdf) as opened:
        page = opened.pages[PAGES["issued"] - 1]
        fonts = page.obj.Resources.Font
        regular = next(f for f in fonts.values() if str(f.BaseFont).endswith("Noto-Serif-CJK-SC"))
        bold = next(f for f in fonts.values() if str(f.BaseFont).endswith("Serif-CJK-SC-Bold"))
        described = regular.DescendantFonts[0].FontDescriptor
        described.FontFile3 = bold.DescendantFonts[0].FontDescriptor.FontFile3
        opened.save(tmp_path / "wrong.pdf")
    with pypdfium2.PdfDocument(tmp_path / "wrong.pdf") as document:
        text = document[PAGES["issued"] - 1].get_textpage().get_text_bounded()
    assert "现将决定印发给你们" in text
    drawn = painted(tmp_path / "wrong.pdf", PAGES["issued"])
    assert off(drawn, golden("issued")) > TOLERANCE
