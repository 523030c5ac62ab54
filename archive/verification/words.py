"""What is said to the reader, in both languages: the verifier has no catalogue of messages."""

from typing import NamedTuple

LONGEST = 200
"""Characters of a value that comes from the file; more of it tells nobody anything."""


class Words(NamedTuple):
    """One sentence, or one name, in Chinese and in English."""

    zh: str
    en: str

    def of(self, **values: object) -> "Words":
        """Fill the places in braces, with words in the same language where they are words."""
        return Words(self.zh.format(**_all("zh", values)), self.en.format(**_all("en", values)))

    def in_language(self, language: str) -> str:
        """Return the English for `en`, the Chinese for everything else."""
        return self.en if language.startswith("en") else self.zh


def _all(language: str, values: dict[str, object]) -> dict[str, object]:
    return {
        name: getattr(value, language) if isinstance(value, Words) else value
        for name, value in values.items()
    }


def same(text: object) -> Words:
    """Return what reads the same in both languages: a name, a number."""
    return Words(shown(text), shown(text))


def shown(value: object) -> str:
    """Return a value from the file as one line that plays no trick on a terminal or a reader."""
    text = "".join(sign if sign.isprintable() else "\ufffd" for sign in str(value)[: LONGEST + 1])
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
