"""The archive app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArchiveConfig(AppConfig):
    """Configure the archive app; the database's own refusals follow every migration."""

    name = "archive"

    def ready(self) -> None:
        """Arrange that triggers are in force after `migrate`, and that the settings are checked."""
        import archive.checks  # noqa: F401  # registers itself
        from archive.triggers import install_after_migrate

        post_migrate.connect(install_after_migrate, sender=self)
