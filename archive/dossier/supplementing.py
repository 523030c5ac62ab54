"""Preparing a supplement: what was done since the last sealing, in a file of its own.

The dossier never changes. The supplement begins with the act that sealed last, names the digest
of the dossier and of the supplement before, and has the whole ledger up to now.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from archive.dossier.described import Described
from archive.dossier.sealing import Prepared, prepare
from archive.dossier.slip import Follows, Slip
from archive.models import Dossier, LedgerEntry, Supplement
from decisions.models import Case


@dataclass(frozen=True)
class Chain:
    """What a new supplement follows: the dossier, and the supplement before it."""

    dossier: Dossier
    last: Supplement | None

    @property
    def sealed_seq(self) -> int:
        """The number of the act that sealed last."""
        return self.last.seq if self.last else self.dossier.seq

    @property
    def number(self) -> int:
        """The number that a new supplement gets."""
        return self.last.number + 1 if self.last else 1

    def follows(self, title: str) -> Follows:
        """Return what a supplement of a title says that it is sealed to."""
        return Follows(
            number=self.number,
            title=title,
            since=self.sealed_seq,
            dossier_digest=self.dossier.blob.digest,
            previous_digest=self.last.blob.digest if self.last else "",
        )


@dataclass(frozen=True)
class PreparedSupplement(Prepared):
    """A supplement ready to be sealed."""

    chain: Chain | None = None
    later: int = 0
    """How many acts were done since the last sealing."""


def chain_of(case: Case) -> Chain | None:
    """Return what a new supplement of a case follows; None where nothing is sealed."""
    dossier = Dossier.objects.select_related("blob").filter(case=case).first()
    if dossier is None:
        return None
    sealed = dossier.supplements.select_related("blob").order_by("number")
    return Chain(dossier, sealed.last())


def later_acts(case: Case, chain: Chain) -> int:
    """Return how many acts were done since the last sealing."""
    done = LedgerEntry.Outcome.ACCEPTED
    return LedgerEntry.objects.filter(case=case, seq__gt=chain.sealed_seq, outcome=done).count()


def prepare_supplement(
    case: Case, described: Sequence[Described], slip: Slip
) -> PreparedSupplement:
    """Print what was done since the last sealing, through the same press as the dossier."""
    chain = chain_of(case)
    later = later_acts(case, chain) if chain else 0
    if chain is None or not later:
        return PreparedSupplement(case.head)
    return with_chain(prepare(case, described, slip), chain, later)


def with_chain(printed: Prepared, chain: Chain, later: int) -> PreparedSupplement:
    """Return what was printed together with what it follows."""
    made: dict[str, Any] = {one.name: getattr(printed, one.name) for one in fields(Prepared)}
    return PreparedSupplement(**made, chain=chain, later=later)
