"""What is very long is printed whole: no page, row or column cuts it."""

from pathlib import Path
from typing import Any

import pytest
from weasyprint import CSS, HTML

import archive.dossier
from people.models import Person
from tests.dossiers import contents_of, html
from tests.story import Story

STYLE = Path(archive.dossier.__file__).parent / "dossier.css"
SHEET = "@page { size: A4; margin: 37mm 26mm 35mm 28mm; }"
RIGHT, FOOT = (210 - 26) * 96 / 25.4, (297 - 35) * 96 / 25.4
"""Where the type area ends, in CSS pixels."""
LONG = "".join(chr(0x4E00 + n) for n in range(3000))


def texts(section: str) -> list[Any]:
    """Return every piece of text of a section as it is set."""
    pages = HTML(string=section).render(stylesheets=[CSS(string=SHEET), CSS(STYLE)]).pages
    return [
        box
        for page in pages
        for box in page._page_box.descendants(placeholders=True)
        if hasattr(box, "text") and not _is_in_margin(box)
    ]


def _is_in_margin(box: Any) -> bool:
    return bool(box.position_y < 37 * 96 / 25.4 - 1)


def see_whole(section: str, said: str) -> None:
    """See that every letter of a text is set, and all within the type area."""
    found = texts(section)
    assert all(box.position_x + box.width <= RIGHT + 2 for box in found)
    assert all(box.position_y + box.height <= FOOT + 2 for box in found)
    assert set(said) <= set("".join(box.text for box in found))


def test_an_opinion_longer_than_a_page_goes_on_on_the_next(told: Story) -> None:
    told.before("receive_comment")
    told.do("receive_comment", text=LONG)
    see_whole(html(contents_of(told).sections(), "opinions-1"), LONG)


def test_an_option_longer_than_a_page_goes_on_on_the_next(told: Story) -> None:
    told.before("file_options")
    option = {"title": "方案一", "content": LONG, "merits": LONG[:2000]}
    other = {"title": "方案二", "content": "不办。", "merits": "省钱。", "preferred": True}
    told.do("file_options", "huoqishan", options=[option, other])
    see_whole(html(contents_of(told).sections(), "class-05-01"), LONG)


@pytest.mark.parametrize("part", ["glance", "responsibility", "ledger", "items", "class-01"])
def test_a_name_of_forty_letters_does_not_leave_its_column(told: Story, part: str) -> None:
    name = "古丽巴哈尔·" + "阿" * 34  # invented
    Person.objects.filter(username="chenhaining").update(name=name)
    told.until("initiate")
    see_whole(html(contents_of(told).sections(), part), "" if part == "items" else "古丽巴哈尔·")
