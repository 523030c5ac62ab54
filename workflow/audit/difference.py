"""What an audit finds: one thing that is not as the ledger says, in one sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Difference:
    """One difference; `kind` is its stable id, `case` and `seq` say where, if anywhere."""

    kind: str
    sentence: str
    case: str = ""
    seq: int | None = None

    def __str__(self) -> str:
        """Return the sentence, led by where it is."""
        if not self.case:
            return self.sentence
        if self.seq is None:
            return _("%(case)s：%(sentence)s") % {"case": self.case, "sentence": self.sentence}
        return _("%(case)s第%(seq)d条：%(sentence)s") % {
            "case": self.case,
            "seq": self.seq,
            "sentence": self.sentence,
        }
