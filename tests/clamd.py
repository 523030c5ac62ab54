"""A scanner's daemon on the loopback, which speaks ClamAV's INSTREAM, and may misbehave."""

import socket
import socketserver
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.subject import EICAR

Says = Callable[[bytes], bytes]
LIMIT = 1 << 20
"""The size at which it hangs up, as the daemon does at its StreamMaxLength."""


def honest(data: bytes) -> bytes:
    """Answer as the daemon does."""
    found = b"Win.Test.EICAR_HDB-1 FOUND" if EICAR in data else b"OK"
    return b"stream: " + found + b"\0"


class _Talk(socketserver.BaseRequestHandler):
    """One conversation."""

    def handle(self) -> None:
        daemon = self.server
        assert isinstance(daemon, _Daemon)
        if self._exactly(10) != b"zINSTREAM\0":
            self.request.sendall(b"UNKNOWN COMMAND\0")
            return
        data = b""
        while length := struct.unpack("!L", self._exactly(4))[0]:
            data += self._exactly(length)
            if len(data) > LIMIT:
                self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        daemon.heard.append(data)
        time.sleep(daemon.waits)
        self.request.sendall(daemon.says(data))

    def _exactly(self, length: int) -> bytes:
        found = b""
        while len(found) < length:
            got = self.request.recv(length - len(found))
            if not got:
                raise ConnectionError
            found += got
        return found


class _Daemon(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """The daemon: what it has heard, what it says, how long it waits."""

    daemon_threads = True
    heard: list[bytes]
    says: Says
    waits: float

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of those who hang up."""


class _Local(_Daemon):
    """The same, on a socket of the machine."""

    address_family = socket.AF_UNIX


def _local(path: Path) -> _Daemon:
    # Its address is a path, of which the checker knows nothing.
    address: Any = str(path)
    return _Local(address, _Talk)


@contextmanager
def clamd(
    says: Says = honest, waits: float = 0, path: Path | None = None
) -> Iterator[tuple[str, list[bytes]]]:
    """Run it; yield its address as the setting has it, and what it has heard."""
    server: _Daemon = _local(path) if path else _Daemon(("127.0.0.1", 0), _Talk)
    server.says, server.waits, server.heard = says, waits, []
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"unix:{path}" if path else f"127.0.0.1:{server.server_address[1]}", server.heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
