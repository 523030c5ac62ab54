"""The archive app."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArchiveConfig(AppConfig):
    """Configure the archive app; the database's own refusals and the index follow migration."""

    name = "archive"

    def ready(self) -> None:
        """Arrange that triggers and index are there after `migrate`, and load the checks."""
        from archive.search import engine
        from archive.triggers import install_after_migrate

        for checks in ("archive.checks", "archive.deployment"):
            import_module(checks)
        post_migrate.connect(engine.install_after_migrate, sender=self)
        post_migrate.connect(install_after_migrate, sender=self)
