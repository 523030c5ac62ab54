"""Timestamps: from the demonstration's own authority, and from one at an address."""

import asyncio
import datetime as dt
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import time_machine
from asn1crypto import tsp
from pyhanko.sign.ades.report import AdESPassed

from archive.signing import TimestampUnavailable, demonstration, issuing, sign
from archive.signing.keyfile import KeyFile
from archive.signing.local_authority import LocalAuthority
from tests.papers import blank, by_pyhanko, proved

Answer = Callable[[bytes], bytes]
OURS = LocalAuthority(demonstration.timestamper)


def answered(query: bytes, authority: LocalAuthority = OURS) -> bytes:
    """Answer a query as a good authority does."""
    return asyncio.run(authority.answer(query))


def altered(name: str, value: Any) -> Answer:
    """Answer another query than the one that was asked."""

    def answer(query: bytes) -> bytes:
        asked = tsp.TimeStampReq.load(query)
        asked[name] = value
        return answered(asked.dump(force=True))

    return answer


def another_digest(query: bytes) -> bytes:
    """Put a token over something else."""
    asked = tsp.TimeStampReq.load(query)
    asked["message_imprint"]["hashed_message"] = b"\0" * 32
    return answered(asked.dump(force=True))


def another_moment(query: bytes) -> bytes:
    """Answer with a clock that is a day fast."""
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)):
        return answered(query)


def flipped(query: bytes) -> bytes:
    """Spoil the signature of the token."""
    reply = bytearray(answered(query))
    reply[-10] ^= 1
    return bytes(reply)


def refused(_query: bytes) -> bytes:
    """Refuse, in the proper form."""
    status = tsp.PKIStatusInfo({"status": tsp.PKIStatus("rejection")}).dump()
    return bytes(b"\x30" + bytes([len(status)]) + status)


def by_a_stranger(query: bytes) -> bytes:
    """Sign with a key that no trusted root knows."""
    root = issuing.root("外人", "外人", demonstration.LIFE)  # invented
    key = issuing.timestamper(root, "外人", "外人", demonstration.LIFE)
    path = demonstration.signer().path.with_name("stranger.key")
    path.write_bytes(key.pem(root.certificate))
    return answered(query, LocalAuthority(lambda: KeyFile(path)))


def by_the_signer(query: bytes) -> bytes:
    """Sign with a key that we trust, but not to tell the time."""
    return answered(query, LocalAuthority(demonstration.signer))


def slow(query: bytes) -> bytes:
    """Answer too late."""
    time.sleep(1.5)
    return answered(query)


def endless(_query: bytes) -> bytes:
    """Say more than there is to say."""
    return b"\x30" * 3_000_000


@pytest.fixture
def authority(settings: Any) -> Iterator[Callable[[Answer], None]]:
    """Serve an authority on this machine."""
    answers: list[Answer] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # so named by the base
            query = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(self.headers["Content-Type"])
            reply = answers[0](query)
            self.send_response(500 if reply == b"500" else 200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_args: Any) -> None:
            """A client that has hung up is what some tests are about."""

    asked: list[str] = []
    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.DOSSIER_TIMESTAMP = f"http://127.0.0.1:{server.server_port}/"
    yield answers.append
    server.shutdown()
    server.server_close()
    thread.join()
    assert set(asked) <= {"application/timestamp-query"}


def test_an_authority_at_an_address_is_asked(
    authority: Callable[[Answer], None], tmp_path: Path
) -> None:
    authority(answered)
    pdf = blank(tmp_path / "page.pdf")
    sign(pdf)
    assert proved(pdf).holds
    assert by_pyhanko(pdf).ades_subindic == AdESPassed.OK


@pytest.mark.parametrize(
    ("bad", "cause"),
    [
        (altered("nonce", 7), "another nonce"),
        (another_digest, "does not hold"),
        (another_moment, "its clock says"),
        (flipped, "does not hold"),
        (refused, "rejection"),
        (by_a_stranger, "not trusted"),
        (by_the_signer, "not trusted"),
        (slow, "TimeoutError"),
        (endless, "does not end"),
        (lambda _query: b"", "unreadable"),
        (lambda _query: b"500", "500"),
        (lambda _query: b"<html>404</html>", "unreadable"),
    ],
)
@pytest.mark.usefixtures("own_keys")
def test_an_answer_that_does_not_hold_is_never_taken(
    authority: Callable[[Answer], None],
    settings: Any,
    tmp_path: Path,
    bad: Answer,
    cause: str,
) -> None:
    authority(bad)
    if bad is slow:
        settings.DOSSIER_TIMESTAMP_SECONDS = 0.5
    with pytest.raises(TimestampUnavailable, match="时间戳服务没有给出可信的时间戳") as found:
        sign(blank(tmp_path / "page.pdf"))
    assert cause in found.value.cause


def test_a_dead_authority_is_told(settings: Any, tmp_path: Path) -> None:
    settings.DOSSIER_TIMESTAMP = "http://127.0.0.1:9/"
    with pytest.raises(TimestampUnavailable) as found:
        sign(blank(tmp_path / "page.pdf"))
    assert "127.0.0.1:9" in found.value.cause


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_verifies_a_token_of_our_own_authority(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"dossier")
    (tmp_path / "root.pem").write_bytes(issuing.pem(demonstration.root().certificate))
    _openssl(tmp_path, "ts -query -data data -sha256 -cert -out query")
    (tmp_path / "reply").write_bytes(answered((tmp_path / "query").read_bytes()))
    said = _openssl(tmp_path, "ts -verify -data data -in reply -CAfile root.pem")
    assert "Verification: OK" in said
    (tmp_path / "data").write_bytes(b"another dossier")
    with pytest.raises(subprocess.CalledProcessError):
        _openssl(tmp_path, "ts -verify -data data -in reply -CAfile root.pem")


def _openssl(folder: Path, arguments: str) -> str:
    command = ["openssl", *arguments.split()]
    done = subprocess.run(  # noqa: S603  # our own words
        command, cwd=folder, capture_output=True, check=True, text=True
    )
    return done.stdout + done.stderr
