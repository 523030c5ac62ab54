"""A worker's sign of life, and what it looks after besides the errand in hand."""

import logging
import os
import secrets
import socket
from threading import Event, Thread
from typing import Any, Self

from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone

from workflow.errands.queue import sweep
from workflow.models import Worker

logger = logging.getLogger(__name__)
BEAT = 10.0
"""Seconds between two signs of life, well below the time after which it is taken for dead."""


class Pulse(Thread):
    """Says every few seconds that a worker lives, and takes up what is due again.

    It beats in a thread of its own, so that nothing that takes long looks like death.
    """

    def __init__(self) -> None:
        """Choose a name that no other worker bears."""
        super().__init__(name="pulse", daemon=True)
        host = socket.gethostname()[:40]
        self.worker = f"{host}-{os.getpid()}-{secrets.token_hex(4)}"
        self._over = Event()

    def __enter__(self) -> Self:
        """Begin to live: the first sign of it is there at once."""
        self._beat()
        self.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        """Say that it lives no more; whatever it had in hand is anybody's now."""
        self._over.set()
        self.join()
        try:
            Worker.objects.filter(pk=self.worker).delete()
        except (DatabaseError, InterfaceError):
            logger.warning("A worker ends without a word, for the database does not answer")

    def run(self) -> None:
        """Beat until it is over."""
        while not self._over.wait(BEAT):
            try:
                self._beat()
                sweep()
            except (DatabaseError, InterfaceError) as fault:
                logger.warning("A worker's sign of life is lost: %s", fault)
            finally:
                # A connection that broke is not kept for the next beat.
                connection.close()

    def _beat(self) -> None:
        now: dict[str, Any] = {"beat_at": timezone.now()}
        Worker.objects.update_or_create(name=self.worker, defaults=now)
