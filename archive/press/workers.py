"""The workers of the press, seen from the process that has them: two, for one document."""

import os
import queue
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from archive.press.failed import PressFailed
from archive.press.order import Order

ROOT = Path(__file__).parent.parent.parent
COUNT = 2
TRIES = 2
"""A worker that died may have been killed for what another process did: once more."""

Piece = tuple[bytes, dict[str, Any]]


class Worker:
    """One process, and the line to it."""

    def __init__(self, css: str, fonts: Path) -> None:
        """Start it. Nothing of this machine's language, zone or other fonts reaches it."""
        self.line, its_end = Pipe()
        environment = {
            "FONTCONFIG_FILE": str(fonts),
            "LC_ALL": "C.UTF-8",
            "PATH": os.environ.get("PATH", ""),
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": str(ROOT),
            "TZ": "UTC",
        }
        with its_end:
            self.process = subprocess.Popen(  # noqa: S603  # our own program
                [sys.executable, "-m", "archive.press.worker", str(its_end.fileno())],
                cwd=ROOT, env=environment, pass_fds=[its_end.fileno()], stdin=subprocess.DEVNULL,
            )  # fmt: skip
        self.line.send(css)

    def set(self, order: Order) -> tuple[Any, Any, bool]:
        """Hand in an order and wait. Raises EOFError or OSError where the worker died."""
        self.line.send(order)
        answer: tuple[Any, Any, bool] = self.line.recv()
        return answer

    def end(self) -> None:
        """Let it go."""
        _say(self.line, None)
        self.line.close()
        try:
            self.process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _say(line: Connection, what: object) -> None:
    try:
        line.send(what)
    except OSError:
        return


class Workers:
    """Workers that last for one document. Each is started when there is something to set."""

    def __init__(self, css: str, fonts: Path, count: int = COUNT) -> None:
        """Tell what they need to know."""
        self.css, self.fonts = css, fonts
        self.idle: queue.SimpleQueue[Worker | None] = queue.SimpleQueue()
        for _ in range(count):
            self.idle.put(None)
        self.threads = ThreadPoolExecutor(count)
        self.count = count

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.threads.shutdown(cancel_futures=True)
        for _ in range(self.count):
            if worker := self.idle.get():
                worker.end()

    def set(self, orders: Iterable[Order]) -> Iterator[tuple[Order, Piece]]:
        """Yield each order with its piece and facts, as they are done. Raises PressFailed."""
        # The longest first, so that no worker is left alone with one at the end.
        longest = sorted(orders, key=lambda order: -len(order.html))
        asked = {self.threads.submit(self._one, order): order for order in longest}
        for done in as_completed(asked):
            yield asked[done], done.result()

    def _one(self, order: Order) -> Piece:
        for _ in range(TRIES):
            worker = self.idle.get()
            try:
                worker = worker or Worker(self.css, self.fonts)
                body, facts, full = worker.set(order)
            except (EOFError, OSError):
                worker = self._buried(worker)
                continue
            else:
                if full:
                    worker = self._buried(worker)
                return self._checked(order, body, facts)
            finally:
                self.idle.put(worker)
        raise PressFailed(f"{order.name}: two workers died setting it")

    @staticmethod
    def _buried(worker: Worker | None) -> None:
        if worker:
            worker.end()

    @staticmethod
    def _checked(order: Order, body: bytes | None, facts: Any) -> Piece:
        if body is None:
            raise PressFailed(f"{order.name}: {facts}")
        return body, facts
