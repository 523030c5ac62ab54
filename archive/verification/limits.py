"""How much a file may ask for; more is refused with a sentence, not tried."""

from contextlib import suppress

MEBIBYTE = 1024 * 1024
MOST_BYTES = 1024 * MEBIBYTE
"""Of the PDF."""
MOST_OBJECTS = 1_000_000
"""A dossier of 1,000 pages has about 100,000."""
MOST_ATTACHMENTS = 20_000
MOST_MANIFEST = 32 * MEBIBYTE
MOST_TRUST = 4 * MEBIBYTE
MOST_BESIDE = 50_000
"""Files in a package."""
MOST_SIGNATURES = 200
"""A dossier has one, and one timestamp every few years."""
MOST_MEMORY = 1536 * MEBIBYTE
MOST_SECONDS = 300


def confine(memory: int, seconds: int) -> None:
    """Let this process take so much memory and processor time, where the system can say so."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  # Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
