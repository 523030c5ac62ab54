"""A worker of the press: a process that sets one section after another, until it is let go."""

import gc
import resource
import sys
from multiprocessing.connection import Connection
from pathlib import Path

from archive.press.order import Order
from archive.press.setting import Setter

MEMORY = 400 * 1024**2
"""Bytes of its own that a worker may have; the fonts, which are mapped, do not count."""
FULL = 300 * 1024**2
"""Bytes in use, after which a worker is replaced when it has done its section."""


def main(channel: int) -> None:
    """Answer each order with its piece and facts, or with what went wrong."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    with Connection(channel) as line:
        setter = Setter(line.recv())
        # A section is done with before its garbage counts; collecting all the while takes a
        # quarter of the time.
        gc.disable()
        gc.freeze()
        while (order := line.recv()) is not None:
            _answer(line, setter, order)
            gc.collect()


def _answer(line: Connection, setter: Setter, order: Order) -> None:
    try:
        body, facts = setter.set(order)
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001  # whatever it is, the press tells of it
        line.send((None, f"{type(fault).__name__}: {fault}", False))
    else:
        line.send((body, facts, _in_use() > FULL))


def _in_use() -> int:
    """Return the bytes of memory that this process has in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


if __name__ == "__main__":
    main(int(sys.argv[1]))
