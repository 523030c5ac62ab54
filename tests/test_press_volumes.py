"""A long document in volumes: a master that tells of the others, and the others."""

import hashlib
from pathlib import Path

import pikepdf
import pytest

from archive.press.about import Bound
from archive.press.validation import validate
from tests import tagged
from tests.pressed import ABOUT, pressed
from tests.test_press import texts

LIMIT = 8


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture(scope="module")
def bound(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Bound:
    return pressed(tmp_path_factory.mktemp("bound"), shelf=shelf, volume_pages=LIMIT)


def files(bound: Bound) -> list[Path]:
    return [bound.pdf, *(volume.pdf for volume in bound.volumes)]


def test_pages_are_counted_through_all_volumes(bound: Bound) -> None:
    pages = [page for path in files(bound) for page in texts(path)]
    assert [volume.pdf.name for volume in bound.volumes] == ["volume-2.pdf", "volume-3.pdf"]
    assert len(pages) == bound.pages == bound.volumes[-1].first + bound.volumes[-1].pages - 1
    assert all(len(texts(path)) <= LIMIT for path in files(bound))
    for name, start in bound.starts.items():
        if name.startswith("paper-"):
            assert f"第{name[-1]}件第0段" in pages[start - 1]
            assert f"— {start} —" in pages[start - 1]


def test_the_first_has_the_digests_of_the_others(bound: Bound) -> None:
    told = "".join("".join(texts(bound.pdf)).split())
    for volume in bound.volumes:
        data = volume.pdf.read_bytes()
        assert volume.digest == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert volume.sm3 == f"sm3:{hashlib.new('sm3', data).hexdigest()}"
        assert volume.digest in told
        assert volume.sm3 in told
        last = volume.first + volume.pages - 1
        assert f"{volume.first}—{last}{volume.pages}{volume.pdf.name}" in told


def test_each_volume_says_which_it_is(bound: Bound) -> None:
    for number, volume in enumerate(bound.volumes, 2):
        assert f"第{number}册，共3册" in texts(volume.pdf)[0]
        with pikepdf.open(volume.pdf) as pdf:
            assert str(pdf.docinfo["/Title"]) == f"{ABOUT.title}（第{number}册）"


def test_links_into_another_volume_name_its_file(bound: Bound) -> None:
    with pikepdf.open(bound.pdf) as pdf:
        found = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        remote = {str(link.A.D): str(link.A.F) for link in found if "/A" in link}
    assert remote["paper-2"] == "volume-2.pdf"
    assert remote["end"] == "volume-3.pdf"
    with pikepdf.open(bound.volumes[0].pdf) as pdf:
        back = {str(link.A.F) for page in pdf.pages for link in page.obj.get("/Annots", [])}
        assert back == {ABOUT.file}


def test_every_volume_keeps_both_standards(bound: Bound) -> None:
    assert validate(*files(bound)) == []
    assert [fault for path in files(bound) for fault in tagged.faults(path)] == []


def test_the_same_case_gives_the_same_volumes(bound: Bound, shelf: Path, tmp_path: Path) -> None:
    again = pressed(tmp_path, shelf=shelf, volume_pages=LIMIT)
    assert [path.read_bytes() for path in files(again)] == [p.read_bytes() for p in files(bound)]
    assert again.rendered == ()
