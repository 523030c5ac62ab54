"""`manage.py work`: do what takes long, one errand after another."""

import logging
import resource
import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import InterfaceError, OperationalError, connection
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from workflow.errands.pulse import Pulse
from workflow.errands.queue import sweep
from workflow.models import Worker

logger = logging.getLogger(__name__)
PAUSE = 5.0
"""Seconds to wait for a database that does not answer."""


class Command(BaseCommand):
    """Work until it is told to end; an errand in hand is finished first."""

    help = "Do what takes long, one errand after another; Ctrl+C or SIGTERM ends it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to end when nothing waits."""
        parser.add_argument("--batch", action="store_true", help="end when nothing waits any more")

    def handle(self, *_args: Any, batch: bool, verbosity: int, **_options: Any) -> None:
        """Limit the memory, then work; a database that is lost is waited for."""
        limit_memory(settings.WORKER_MEMORY_MB)
        if verbosity:
            limit = {"limit": settings.WORKER_MEMORY_MB}
            self.stdout.write(_("办理程序已启动，内存上限%(limit)dMB。") % limit)
        while not self._served(batch):
            time.sleep(PAUSE)

    @staticmethod
    def _served(batch: bool) -> bool:
        """Work until told to end; False where the database was lost."""
        try:
            sweep()
            with Pulse() as pulse:
                bury()
                call_command(
                    "db_worker", worker_id=pulse.worker, batch=batch, reload=False,
                    startup_delay=False, verbosity=0,
                )  # fmt: skip
        except (OperationalError, InterfaceError):
            logger.exception("The database does not answer; trying again")
            connection.close()
            return False
        return True


def limit_memory(megabytes: int) -> None:
    """Let this program, and each that it starts, have so much memory of its own and no more.

    What is only reserved or mapped from files does not count: Java reserves gigabytes.
    """
    _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1024 * 1024, hard))


def bury() -> None:
    """End the tasks that dead workers left running; their errands are taken up again."""
    living = set(Worker.objects.living().values_list("pk", flat=True))
    for left in DBTaskResult.objects.running():
        if living.isdisjoint(left.worker_ids):
            left.set_failed(ConnectionAbortedError("the worker died"))
