"""Printing again: the same bytes everywhere, and only what is new is set."""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archive.press import fonts
from archive.press.failed import PressFailed
from archive.press.order import Order
from archive.press.shelf import Shelf
from archive.press.workers import Worker, Workers
from tests.pressed import CSS, instead, paper, pressed, sections

ROOT = Path(__file__).parent.parent
LATE = {"cover", "items"}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture(scope="module")
def first(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the digest of the document, set for the first time."""
    return digest(pressed(tmp_path_factory.mktemp("first"), shelf=shelf).pdf)


def test_another_process_elsewhere_makes_the_same_bytes(first: str, tmp_path: Path) -> None:
    told = (
        "import sys; from pathlib import Path; from tests.pressed import pressed;"
        "from tests.test_press_again import digest;"
        "sys.stdout.write(digest(pressed(Path(sys.argv[1]), workers=1).pdf))"
    )
    own = {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", told, str(tmp_path / "out")],
        cwd=tmp_path, env={**os.environ, **own}, capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert done.stdout == first


def test_from_the_shelf_come_the_same_bytes_and_nothing_is_set(
    first: str, shelf: Path, tmp_path: Path
) -> None:
    again = pressed(tmp_path, shelf=shelf)
    assert digest(again.pdf) == first
    assert again.rendered == ()


def test_one_paper_more_sets_only_itself_and_what_names_pages(
    first: str, shelf: Path, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    grown = pressed(
        tmp_path, sections(4), shelf=shelf, report=lambda done, total: seen.append((done, total))
    )
    assert set(grown.rendered) == {"paper-4", *LATE}
    assert seen[-1][0] == seen[-1][1]
    assert (7, 7) in seen


def test_a_changed_style_sheet_sets_all_again(first: str, shelf: Path, tmp_path: Path) -> None:
    from archive.press.bind import bind
    from tests.pressed import ABOUT

    changed = bind(sections(1), ABOUT, tmp_path, css=f"{CSS}b {{ color: red }}", shelf=shelf)
    assert set(changed.rendered) == {one.name for one in sections(1)}


@pytest.mark.parametrize("how", ["altered", "cut", "emptied"])
def test_what_was_spoiled_on_the_shelf_is_set_again(
    first: str, shelf: Path, tmp_path: Path, how: str
) -> None:
    largest = max(shelf.glob("??/*"), key=lambda path: path.stat().st_size)
    data = largest.read_bytes()
    middle = len(data) // 2
    spoiled = {
        "altered": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        "cut": data[:middle],
        "emptied": b"",
    }
    largest.write_bytes(spoiled[how])
    again = pressed(tmp_path, shelf=shelf)
    assert digest(again.pdf) == first
    assert len(again.rendered) == 1


def test_a_full_shelf_loses_what_was_not_used_for_longest(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for key in ("aaaa", "bbbb", "cccc"):
        shelf.put(key, {"pages": 1}, b"x" * 1000)
    for moment, key in enumerate(("bbbb", "cccc", "aaaa")):
        os.utime(tmp_path / key[:2] / key, (moment, moment))
    shelf.tidy(2500)
    assert [key for key in ("aaaa", "bbbb", "cccc") if shelf.find(key)] == ["aaaa", "cccc"]
    assert shelf.find("aaaa") == ({"pages": 1}, b"x" * 1000)


@pytest.fixture
def known_fonts(tmp_path: Path) -> Path:
    path = tmp_path / "fonts.conf"
    path.write_text(fonts.configuration((), str(tmp_path)))
    return path


def order(name: str = "paper-1") -> Order:
    return Order(name, paper(1).html, "body", "zh-CN")


def kill(monkeypatch: pytest.MonkeyPatch, times: int) -> list[int]:
    """Kill the first workers that are asked to set something."""
    killed: list[int] = []
    own = Worker.set

    def fatal(worker: Worker, given: Order) -> object:
        if len(killed) < times:
            killed.append(worker.process.pid)
            os.kill(worker.process.pid, signal.SIGKILL)
        return own(worker, given)

    monkeypatch.setattr(Worker, "set", fatal)
    return killed


def test_a_worker_that_was_killed_is_replaced(
    known_fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = kill(monkeypatch, 1)
    with Workers(CSS, known_fonts, 1) as press:
        ((given, (body, facts)),) = press.set([order()])
    assert len(killed) == 1
    assert given.name == "paper-1"
    assert body.startswith(b"%PDF")
    assert facts["pages"] > 1


def test_a_section_that_kills_twice_is_named_and_no_worker_is_left(
    known_fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = kill(monkeypatch, 9)
    with pytest.raises(PressFailed, match="paper-1"), Workers(CSS, known_fonts, 1) as press:
        list(press.set([order()]))
    assert len(killed) == 2
    for pid in killed:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_worker_has_no_more_memory_than_it_may(known_fonts: Path) -> None:
    with Workers(CSS, known_fonts, 1) as press:
        worker = Worker(press.css, known_fonts)
        worker.set(order())
        limits = Path(f"/proc/{worker.process.pid}/limits").read_text()
        worker.end()
    (line,) = [one for one in limits.splitlines() if one.startswith("Max data size")]
    assert line.split()[3] == str(400 * 1024**2)


def test_no_other_font_of_this_machine_is_known() -> None:
    told = fonts.configuration((), "/nowhere")
    assert "<rejectfont><glob>*</glob></rejectfont>" in told
    assert told.count("<glob>") == 1 + len({one.path for one in fonts.faces()})
    assert "DejaVu" not in told


def test_the_fonts_are_described_for_the_manifest() -> None:
    found = fonts.described()
    assert {one["family"] for one in found} == {*fonts.FAMILIES, *fonts.FALLBACKS}
    for one in found:
        assert one["version"]
        assert one["digest"].startswith("sha256:")


def test_a_section_that_cannot_be_set_is_named(tmp_path: Path) -> None:
    given = instead(sections(1), "paper-1", '<p style="font-family: DejaVu Sans">⏧</p>')
    with pytest.raises(PressFailed):
        pressed(tmp_path, given)
