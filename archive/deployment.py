"""What `manage.py check --deploy` says of the archive's settings."""

from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.security, deploy=True)
def signed_in_earnest(**_kwargs: Any) -> list[CheckMessage]:
    """Warn where dossiers are sealed with a key that says of itself that it proves nothing."""
    from archive.signing import configured  # noqa: PLC0415  # takes long to load

    if not configured.is_demonstration():
        return []
    return [
        Warning(
            "Dossiers are signed or timestamped with the demonstration's own keys.",
            hint="Set DOSSIER_SIGNER and DOSSIER_TIMESTAMP: docs/keys.md.",
            id="archive.W001",
        )
    ]
