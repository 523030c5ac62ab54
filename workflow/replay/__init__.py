"""A case told in a file, and played through the single door. The format: docs/replay.md."""
