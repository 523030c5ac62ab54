"""Signed notes and checkpoints: read byte for byte, and refused in any other form."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.log.checkpoint import Checkpoint
from archive.log.merkle import EMPTY
from archive.log.note import COSIGNATURE, Malformed, Note, Signature, VerifierKey
from archive.log.signer import SignerKey, sign

# The example of the Go implementation of signed notes.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
NOTE = (
    f"{TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqf"
    "qdngotpRZb6KE6RyyBwJnAM=\n"
)
SIZE = "suyuan.example/log\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"  # invented


def test_the_note_of_the_go_implementation_is_verified_and_made() -> None:
    key = VerifierKey.parse(PETER)
    assert str(key) == PETER
    assert Note.parse(NOTE).verified_by(key)
    assert str(Note.parse(NOTE)) == NOTE
    secret = SignerKey.parse(SECRET)
    assert (str(secret), str(secret.verifier)) == (SECRET, PETER)
    assert str(sign(TEXT, secret)) == NOTE
    assert SECRET not in repr(secret)


@pytest.mark.parametrize("at", range(len(NOTE.encode())))
def test_no_byte_of_a_note_can_be_altered(at: int) -> None:
    raw = NOTE.encode()
    altered = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
    try:
        note = Note.parse(altered)
    except Malformed:
        return
    assert not note.verified_by(VerifierKey.parse(PETER))


@pytest.mark.parametrize("cut", range(1, len(NOTE)))
def test_no_part_of_a_note_is_one(cut: int) -> None:
    for part in (NOTE[:cut], NOTE[cut:]):
        try:
            note = Note.parse(part)
        except Malformed:
            continue
        assert not note.verified_by(VerifierKey.parse(PETER))


@pytest.mark.parametrize("false", [
    "", "\n", TEXT, NOTE.rstrip("\n"), NOTE + "\n", NOTE.replace("— ", "- "),
    NOTE.replace("— ", "—"), NOTE.replace("\n", "\r\n"), NOTE.replace("AM=", "AM"),
    NOTE.replace("AM=", "AN="), NOTE.replace("x08go", "x08 go"), NOTE + "— Peter\n",
    NOTE + "— Peter+1 AAAAAAAA\n", NOTE + "—  AAAAAAAA\n", NOTE + "— Peter AAAA\n",
    "\0" + NOTE, NOTE + "— Peter AAAAAAA=\n" * 100, "x" * 1_000_000 + NOTE, "\ud800" + NOTE,
])  # fmt: skip
def test_what_is_no_note_is_refused(false: str) -> None:
    with pytest.raises(Malformed):
        Note.parse(false)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Malformed):
        Note.parse(b"\xff" + NOTE.encode())


@pytest.mark.parametrize("false", [
    "", "PeterNeumann", PETER.replace("c74f20a3", "c74f20a4"), PETER.replace("c74", "C74"),
    PETER.replace("Peter", "Petra"), PETER + "=", PETER[:-4], PETER.replace("PeterNeumann", ""),
    PETER.replace("+AR", "+Ah"), PETER + "\n", PETER.replace("PeterNeumann", "Peter Neumann"),
])  # fmt: skip
def test_what_is_no_verifier_key_is_refused(false: str) -> None:
    with pytest.raises(Malformed):
        VerifierKey.parse(false)


@pytest.mark.parametrize(
    "false", ["", PETER, SECRET[:-4], SECRET + "\n", SECRET.replace("c7", "c8")]
)
def test_what_is_no_secret_key_is_refused(false: str) -> None:
    with pytest.raises(Malformed):
        SignerKey.parse(false)


def test_a_key_of_another_name_or_kind_has_not_signed() -> None:
    true = VerifierKey.parse(PETER)
    note = Note.parse(NOTE)
    assert not note.verified_by(VerifierKey("Petra", true.algorithm, true.public))
    assert not note.verified_by(VerifierKey(true.name, COSIGNATURE, true.public))
    assert not note.verified_by(SignerKey.make("PeterNeumann").verifier)


def test_a_false_signature_beside_the_true_one_is_not_overlooked() -> None:
    key, note = VerifierKey.parse(PETER), Note.parse(NOTE)
    stranger = SignerKey.make("stranger").signature(TEXT)
    assert note.signed_too(stranger).verified_by(key)
    assert not note.signed_too(Signature(key.name, key.id + b"\0" * 64)).verified_by(key)


def test_a_witness_says_when_it_cosigned() -> None:
    key = SignerKey.make("witness.example/w1", COSIGNATURE)
    note = Note.parse(NOTE).signed_too(key.signature(TEXT, 1_679_315_147))
    read = Note.parse(str(note))
    assert read.cosigned_at(key.verifier) == 1_679_315_147
    assert read.cosigned_at(VerifierKey.parse(PETER)) is None
    assert read.verified_by(VerifierKey.parse(PETER))
    later = bytearray(read.signatures[1].data)
    later[11] ^= 1
    assert Note(TEXT, (Signature(key.name, bytes(later)),)).cosigned_at(key.verifier) is None
    short = Signature(key.name, key.verifier.id + b"\0")
    assert not Note(TEXT, (short,)).verified_by(key.verifier)
    never = key.signature(TEXT, 2**63)
    assert not Note(TEXT, (never,)).verified_by(key.verifier)


def test_a_checkpoint_is_read_as_it_was_written() -> None:
    checkpoint = Checkpoint.parse(SIZE)
    assert checkpoint == Checkpoint("suyuan.example/log", 7, EMPTY)
    assert str(checkpoint) == SIZE
    more = Checkpoint.parse(SIZE + "more\n")
    assert (more.extensions, str(more)) == (("more",), SIZE + "more\n")


ROOT = SIZE.split("\n")[2]


@pytest.mark.parametrize("false", [
    "", "\n", "\n\n\n", SIZE[:-1], SIZE + "\n", SIZE.replace("\n7", "\n07"),
    SIZE.replace("\n7", "\n+7"), SIZE.replace("\n7", "\n-7"), SIZE.replace("\n7", "\n 7"),
    SIZE.replace("\n7\n", "\n7 \n"), SIZE.replace("\n7", "\n７"), SIZE.replace("\n7", "\n0x7"),
    SIZE.replace("\n7", "\n7_0"), SIZE.replace("\n7", "\n"), SIZE.replace("\n7", "\n" + "9" * 19),
    SIZE.replace("\n7", "\n" + "9" * 5000), SIZE.replace("\n7", "\n\n7"), "\n" + SIZE,
    SIZE.replace("\n", "\r\n"), SIZE.replace("FU=", "FU"), SIZE.replace("FU=", "FV="),
    SIZE.replace("FU=", "FU=="), SIZE.replace("+/", "-_"), SIZE.replace(ROOT, ROOT + " "),
    SIZE.replace(ROOT, "AAAA"), SIZE.replace(ROOT, ""), SIZE.replace("\n7\n", "\n"),
    SIZE + "more", SIZE + "more\n\n", SIZE + "\nmore\n", SIZE + "mo\0re\n",
])  # fmt: skip
def test_what_is_no_checkpoint_is_refused(false: str) -> None:
    with pytest.raises(Malformed):
        Checkpoint.parse(false)


@pytest.mark.parametrize("origin", ["", "a\n9", "a\n", "\n", "a\r", "a\0"])
def test_an_origin_cannot_carry_a_size_of_its_own(origin: str) -> None:
    with pytest.raises(Malformed):
        Checkpoint(origin, 7, EMPTY)
    with pytest.raises(Malformed):
        Checkpoint("a", 7, EMPTY, (origin,))


@pytest.mark.parametrize(
    ("size", "root"), [(-1, EMPTY), (2**63, EMPTY), (7, b""), (7, EMPTY + b"0")]
)
def test_a_checkpoint_has_a_size_and_a_root(size: int, root: bytes) -> None:
    with pytest.raises(Malformed):
        Checkpoint("a", size, root)


@given(st.text(), st.integers(0, 2**63 - 1), st.binary(min_size=32, max_size=32))
def test_a_checkpoint_that_can_be_written_reads_back(origin: str, size: int, root: bytes) -> None:
    try:
        checkpoint = Checkpoint(origin, size, root)
    except Malformed:
        return
    assert Checkpoint.parse(str(checkpoint)) == checkpoint


@given(st.text())
def test_a_text_reads_only_as_what_writes_it(text: str) -> None:
    for made in (text, f"{text}\n3\n{base64.b64encode(EMPTY).decode()}\n"):
        try:
            assert str(Checkpoint.parse(made)) == made
        except Malformed:
            continue
