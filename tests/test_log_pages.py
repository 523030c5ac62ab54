"""The log as anybody fetches it, a witness does, and the commands around it."""

import functools
import io
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from archive.log import keys, stored
from archive.log.leaf import leaf
from archive.log.merkle import leaf_hash, root
from archive.log.note import COSIGNATURE, Note, VerifierKey
from archive.log.signer import SignerKey
from archive.log.tiles import Tile, entries, hashes, nodes, of_tree
from archive.models import LedgerEntry, LogCheckpoint
from tests.behind import run, unguarded
from tests.story import Story
from tests.test_log import signed, written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_log_keys")]


def got(client: Client, path: str) -> bytes:
    """Return what the portal serves."""
    response = client.get(f"/log/{path}")
    assert response.status_code == 200, path
    return response.content


def test_the_tree_can_be_made_again_of_what_is_served(client: Client) -> None:
    written(600)
    signed()
    note = Note.parse(got(client, "checkpoint"))
    assert note.verified_by(keys.verifier_keys()[0])

    def read(tile: Tile) -> list[bytes]:
        return hashes(got(client, tile.path), tile)

    assert root(600, nodes(600, read)) == bytes(LogCheckpoint.objects.get().root)
    found = [
        leaf_hash(entry)
        for path in ("tile/entries/000", "tile/entries/001", "tile/entries/002.p/88")
        for entry in entries(got(client, path))
    ]
    assert found == [one for n in range(3) for one in read(Tile(0, n, 256 if n < 2 else 88))]


def test_every_tile_of_the_tree_is_served_and_no_other(client: Client) -> None:
    written(256)
    signed()
    assert [tile.path for tile in of_tree(256)] == ["tile/0/000", "tile/1/000.p/1"]
    assert len(got(client, "tile/0/000")) == 8192
    assert len(got(client, "tile/0/000.p/255")) == 255 * 32
    for path in (
        "tile/0/001", "tile/0/001.p/1", "tile/1/000", "tile/1/000.p/2", "tile/2/000.p/1",
        "tile/entries/001.p/1", "tile/0/0", "tile/0/x000/000", "tile/0/000.p/0", "tile/64/000",
        "tile/0/000.p/256", "tile/", "tile/0/000/", "tile/0/x999/x999/x999/x999/x999/x999/999",
    ):  # fmt: skip
        assert client.get(f"/log/{path}").status_code == 404, path
    assert client.post("/log/tile/0/000").status_code == 405


def test_tiles_are_kept_for_ever_and_the_checkpoint_for_a_moment(client: Client) -> None:
    written(3)
    signed()
    tile, checkpoint = client.get("/log/tile/0/000.p/3"), client.get("/log/checkpoint")
    assert "immutable" in tile["Cache-Control"]
    assert tile["Content-Type"] == "application/octet-stream"
    assert checkpoint["Cache-Control"] == "public, max-age=5"
    assert checkpoint["Content-Type"] == "text/plain; charset=utf-8"


def test_an_empty_log_serves_nothing_but_its_page(client: Client) -> None:
    for path in ("checkpoint", "tile/0/000", "tile/entries/000"):
        assert client.get(f"/log/{path}").status_code == 404
    assert "还没有签署过检查点" in client.get("/public/log/").content.decode()


def test_a_row_is_published_only_under_a_checkpoint(client: Client, told: Story) -> None:
    written(3)
    signed()
    told.until("propose")
    assert client.get("/log/tile/entries/000.p/4").status_code == 404
    signed()
    entry = LedgerEntry.objects.filter(case=told.case).get()
    assert list(entries(got(client, "tile/entries/000.p/4")))[3] == leaf(entry.hash, entry.sm3)


def test_a_lost_leaf_is_not_served_as_if_nothing_were(client: Client) -> None:
    written(3)
    signed()
    with unguarded():
        run('DELETE FROM archive_logleaf WHERE "index" = 1')
    assert client.get("/log/tile/0/000.p/3").status_code == 404
    assert client.get("/log/tile/entries/000.p/3").status_code == 404


def test_the_page_shows_roots_and_keys(client: Client, told: Story) -> None:
    told.until("propose")
    checkpoint = signed()
    keys.rotate()
    page = client.get("/public/log/").content.decode()
    assert checkpoint.root_hex in page
    for key in keys.verifier_keys():
        assert str(key) in page
    assert "不能单独证明" in page
    assert told.known_case.title not in page


def printed(*command: str, **options: Any) -> str:
    """Return what a command prints."""
    out = io.StringIO()
    call_command(*command, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def test_the_daily_command_prints_what_is_to_be_kept_outside() -> None:
    assert "还没有记录" in printed("checkpoint")
    written(3)
    text = printed("checkpoint")
    assert text == LogCheckpoint.objects.get().note
    assert printed("checkpoint") == text


def test_the_key_is_rotated_by_a_command() -> None:
    old = keys.signer().verifier
    lines = printed("rotate_log_key").split()
    assert [VerifierKey.parse(line) for line in lines] == keys.verifier_keys()
    assert lines[0] == str(old) != lines[1]


@pytest.fixture
def copied(client: Client, tmp_path: Path) -> Path:
    """Copy a log of 300 rows as a web server has it."""
    written(300)
    signed()
    for path in ("checkpoint", *(tile.path for tile in of_tree(300))):
        file = tmp_path / "copy" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(got(client, path))
    return tmp_path / "copy"


def witnessed(folder: Path, **options: Any) -> str:
    """Return what the witness's command prints."""
    own = {"state": folder.parent / "state.json", "key": folder.parent / "w.key"}
    key = str(keys.verifier_keys()[0])
    return printed("witness_checkpoint", str(folder), **{"log_key": key, **own, **options})


def test_a_witness_signs_and_the_log_takes_it_in(
    copied: Path, client: Client, settings: Any
) -> None:
    file = copied.parent / "cosigned"
    file.write_text(witnessed(copied))
    with pytest.raises(CommandError, match="没有已登记的见证人"):
        printed("add_cosignature", str(file))
    witness = SignerKey.parse((copied.parent / "w.key").read_text().strip()).verifier
    settings.LOG_WITNESSES = [str(witness)]
    assert printed("add_cosignature", str(file)).strip() == "新收1个见证签名。"
    assert printed("add_cosignature", str(file)).strip() == "新收0个见证签名。"
    note = Note.parse(got(client, "checkpoint"))
    assert note.verified_by(witness)
    assert note.verified_by(keys.verifier_keys()[0])
    assert "1个" in client.get("/public/log/").content.decode()
    assert stored.published(LogCheckpoint.objects.get()) == file.read_text()


def test_what_is_no_cosignature_is_refused(copied: Path, settings: Any) -> None:
    witness = SignerKey.make("witness.example/w1", COSIGNATURE)
    settings.LOG_WITNESSES = [str(witness.verifier)]
    note = Note.parse((copied / "checkpoint").read_bytes())
    other = note.text.replace("\n300\n", "\n301\n")
    file = copied / "cosigned"
    for text, message in {
        "": "不是签署的检查点",
        str(note): "没有已登记的见证人",
        str(Note(other, (witness.signature(other, 1),))): "不是本系统的检查点",
        str(Note(note.text, (witness.signature(note.text, 2**60),))): "不是签署的检查点",
    }.items():
        file.write_text(text)
        with pytest.raises(CommandError, match=message):
            printed("add_cosignature", str(file))
    with pytest.raises(CommandError, match="打不开"):
        printed("add_cosignature", "/nowhere")
    assert not LogCheckpoint.objects.filter(cosignatures__isnull=False).exists()


def test_the_witness_says_why_it_does_not_sign(copied: Path) -> None:
    witnessed(copied)
    changes: list[tuple[dict[str, Any], str]] = [
        ({"log_key": "no key"}, "密钥或者状态文件不能读取"),
        ({"log_key": str(SignerKey.make("other").verifier)}, "没有日志密钥的签名"),
        ({"state": copied / "new.json"}, "应当停用"),
        ({"state": copied / "no" / "s", "key": copied / "no" / "k"}, "读写不了"),
    ]
    for change, message in changes:
        with pytest.raises(CommandError, match=message):
            witnessed(copied, **change)
    (copied / "checkpoint").unlink()
    with pytest.raises(CommandError, match="取不到"):
        witnessed(copied)


def test_a_log_is_witnessed_at_its_address(copied: Path) -> None:
    handler = functools.partial(Quiet, directory=str(copied))
    own = {"state": copied.parent / "state.json", "key": copied.parent / "w.key"}
    options: dict[str, Any] = {**own, "log_key": str(keys.verifier_keys()[0])}
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        try:
            assert printed("witness_checkpoint", address, **options).count("— ") == 2
            with pytest.raises(CommandError, match="取不到"):
                printed("witness_checkpoint", f"{address}no", **options)
        finally:
            server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """A web server that says nothing."""

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""
