"""How far something that takes long has come, said to whoever watches it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watcher = Callable[[int, int], None]
"""Is told how many of how many parts are done. May raise, to stop it."""

_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


def report(done: int, total: int) -> None:
    """Say that `done` of `total` parts are done; nobody need be listening."""
    if watcher := _watcher.get():
        watcher(done, total)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Let `watcher` be told of all that is reported inside."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)
