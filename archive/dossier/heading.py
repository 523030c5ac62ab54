"""A line of the item list, which is also the head of what it lists."""

from dataclasses import dataclass, replace

from archive.dossier.classes import PaperClass


@dataclass(frozen=True)
class Heading:
    """What an item is called, and where it stands."""

    title: str
    anchor: str
    number: str = ""
    """Its number within its class: 05-03. Nothing that stands before the class changes it."""
    document_number: str = ""
    responsible: str = ""
    day: str = ""
    remark: str = ""
    retention: str = ""
    """The code of its term: Y, D30."""

    def numbered(self, paper_class: PaperClass, number: int) -> "Heading":
        """Return it as the item of a class with that number."""
        code = f"{paper_class.code}-{number:02}"
        return replace(self, number=code, retention=str(paper_class.retention))

    def archival_code(self, dossier: str) -> str:
        """Return its own 档号 under that of the dossier, with the term of its class.

        A dossier without a code, a preview, gives its items none. Basis: DA/T 22-2015.
        """
        parts = dossier.split("-")
        if len(parts) < RETENTION + 1:
            return f"{dossier}-{self.number}" if dossier else ""
        parts[RETENTION] = self.retention
        return "-".join((*parts, self.number))


RETENTION = 2
"""Where the term stands among the parts of a 档号: 0001-WS·2026-Y-ZFB-0001."""
