"""Why a dossier cannot be printed."""

from collections.abc import Iterable


class Unprintable(Exception):  # noqa: N818  # the sentence reads: the text is unprintable
    """It holds characters that no font has."""

    def __init__(self, characters: Iterable[str]) -> None:
        """Keep the characters."""
        self.characters = tuple(sorted(characters))
        super().__init__(self.characters)
