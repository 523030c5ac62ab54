"""A witness cosigns what only adds to what it has seen, whatever the log serves it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive.log.checkpoint import Checkpoint
from archive.log.merkle import leaf_hash, of_leaves, root
from archive.log.note import Note, VerifierKey
from archive.log.signer import SignerKey, sign
from archive.log.tiles import Tile, of_tree
from archive.log.witness import Unwitnessed, Witness

ORIGIN = "suyuan.example/log"  # invented
KEY = SignerKey.make(ORIGIN)


class Log:
    """A log in memory, which may lie."""

    def __init__(self, size: int, *, other: int | None = None, key: SignerKey = KEY) -> None:
        """Fill it; the entry at `other` is another than in an honest one."""
        entries = [b"other" if at == other else b"%d" % at for at in range(size)]
        self.node = of_leaves([leaf_hash(entry) for entry in entries])
        self.files = {tile.path: self._tile(tile) for tile in of_tree(size)}
        self.sign(Checkpoint(ORIGIN, size, root(size, self.node)), key)

    def sign(self, checkpoint: Checkpoint, key: SignerKey = KEY) -> None:
        """Publish a checkpoint."""
        self.files["checkpoint"] = str(sign(str(checkpoint), key)).encode()

    def _tile(self, tile: Tile) -> bytes:
        span = range(tile.start, tile.start + tile.width)
        return b"".join(self.node(8 * tile.level, at) for at in span)

    def __call__(self, path: str) -> bytes:
        """Serve a file."""
        return self.files[path]


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    """Begin to witness the log."""
    return begun(tmp_path)


def begun(folder: Path, log: VerifierKey = KEY.verifier) -> Witness:
    """Begin, or go on after a restart."""
    return Witness.begin(folder / "state.json", folder / "witness.key", "witness.example/w1", log)


def refused(witness: Witness, log: Callable[[str], bytes]) -> str:
    """Return why the witness does not cosign; what it has seen stays."""
    before = witness.state.read_bytes()
    with pytest.raises(Unwitnessed) as found:
        witness.cosign(log, 1)
    assert witness.state.read_bytes() == before
    return str(found.value)


def test_it_cosigns_what_grows(witness: Witness) -> None:
    for at, size in enumerate([0, 1, 5, 256, 257, 300, 700], 1_700_000_000):
        note = witness.cosign(Log(size), at)
        assert Note.parse(str(note)).cosigned_at(witness.key.verifier) == at
        assert note.verified_by(KEY.verifier)
        assert witness.seen.size == size


def test_it_cosigns_the_same_again_and_after_a_restart(witness: Witness, tmp_path: Path) -> None:
    witness.cosign(Log(300), 1)
    again = begun(tmp_path)
    assert again == witness
    again.cosign(Log(300), 2)
    again.cosign(Log(301), 3)


def test_it_never_goes_back(witness: Witness) -> None:
    old = Log(299)
    witness.cosign(old, 1)
    witness.cosign(Log(300), 2)
    assert refused(witness, old) == "smaller"
    assert refused(witness, Log(0)) == "smaller"


@pytest.mark.parametrize("size", [300, 301, 700])
@pytest.mark.parametrize("other", [0, 17, 256, 299])
def test_it_never_follows_a_fork(witness: Witness, size: int, other: int) -> None:
    witness.cosign(Log(300), 1)
    assert refused(witness, Log(size, other=other)) == "fork"
    witness.cosign(Log(size), 2)


def test_it_is_killed_between_state_and_signature_and_goes_on(
    witness: Witness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness.cosign(Log(10), 1)
    log = Log(20)
    with monkeypatch.context() as killed:
        killed.setattr(SignerKey, "signature", _killed)
        with pytest.raises(KeyboardInterrupt):
            witness.cosign(log, 2)
    again = begun(tmp_path)
    assert again.seen.size == 20
    assert refused(again, Log(20, other=15)) == "fork"
    again.cosign(Log(20), 3)


def test_it_is_killed_before_its_state_is_whole_and_has_signed_nothing(
    witness: Witness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness.cosign(Log(10), 1)
    with monkeypatch.context() as killed:
        killed.setattr(Path, "replace", _killed)
        with pytest.raises(KeyboardInterrupt):
            witness.cosign(Log(20), 2)
    again = begun(tmp_path)
    assert again.seen.size == 10
    again.cosign(Log(20, other=15), 3)


def _killed(*_arguments: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("lost", ["state.json", "witness.key"])
def test_a_witness_that_lost_a_file_retires(witness: Witness, tmp_path: Path, lost: str) -> None:
    witness.cosign(Log(10), 1)
    (tmp_path / lost).unlink()
    with pytest.raises(Unwitnessed, match="state"):
        begun(tmp_path)


@pytest.mark.parametrize("text", [
    "", "{}", "[]", "1", '{"origin": "a", "size": "1", "root": ""}',
    json.dumps({"origin": ORIGIN, "size": -1, "root": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}),
])  # fmt: skip
def test_a_state_that_is_not_what_it_was_is_refused(witness: Witness, text: str) -> None:
    witness.state.write_text(text)
    assert refused(witness, Log(3)) == "malformed"


def test_its_files_are_its_own(witness: Witness) -> None:
    assert witness.state.stat().st_mode & 0o777 == 0o600
    assert witness.state.with_name("witness.key").stat().st_mode & 0o777 == 0o600


def test_a_log_of_another_key_or_name_is_refused(witness: Witness, tmp_path: Path) -> None:
    assert refused(witness, Log(3, key=SignerKey.make(ORIGIN))) == "signature"
    log = Log(3)
    log.sign(Checkpoint("another.example/log", 3, root(3, log.node)))
    assert refused(witness, log) == "origin"


def hostile() -> Iterator[tuple[str, Log]]:
    """Yield logs that serve something false, each in another way."""
    for path in ("tile/0/001", "tile/0/004.p/76", "tile/1/000.p/4"):
        for name, bend in BENT.items():
            log = Log(1100)
            log.files[path] = bend(log.files[path])
            yield f"{path} {name}", log
    honest, grown = Log(1100), Log(1101)
    for name, checkpoint in {
        "larger size": Checkpoint(ORIGIN, 1101, root(1100, honest.node)),
        "smaller size": Checkpoint(ORIGIN, 1099, root(1100, honest.node)),
        "enormous size": Checkpoint(ORIGIN, 2**63 - 1, root(1100, honest.node)),
        "another root": Checkpoint(ORIGIN, 1100, root(1101, grown.node)),
    }.items():
        log = Log(1101)
        log.sign(checkpoint)
        for tile in of_tree(1101):
            log.files.setdefault(tile.path, b"")
        yield name, log


BENT: dict[str, Callable[[bytes], bytes]] = {
    "first byte": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "last byte": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "truncated": lambda data: data[:-32],
    "cut within": lambda data: data[:-1],
    "longer": lambda data: data + data[:32],
    "empty": lambda _data: b"",
    "swapped": lambda data: data[32:64] + data[:32] + data[64:] if len(data) > 32 else data[::-1],
    "of nothing": lambda data: bytes(len(data)),
}
HOSTILE = dict(hostile())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_log_is_not_cosigned(witness: Witness, name: str) -> None:
    witness.cosign(Log(300), 1)
    log = HOSTILE[name]

    def serve(path: str) -> bytes:
        return log.files.get(path, b"")

    assert refused(witness, serve) in ("fork", "malformed")
    witness.cosign(Log(1100), 2)


def test_no_byte_of_a_checkpoint_can_be_altered(witness: Witness) -> None:
    witness.cosign(Log(5), 1)
    log = Log(7)
    true = log.files["checkpoint"]
    for at in range(len(true)):
        log.files["checkpoint"] = true[:at] + bytes([true[at] ^ 1]) + true[at + 1 :]
        assert refused(witness, log) in ("malformed", "signature")
    for at in range(len(true)):
        log.files["checkpoint"] = true[:at]
        assert refused(witness, log) in ("malformed", "signature")
