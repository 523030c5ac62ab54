"""A question to the archive, and the tokens that answer it."""

from dataclasses import dataclass, field
from decimal import Decimal

from archive.models import SearchRow
from archive.search import facets, tokens

MOST = Decimal(10) ** 15
"""Above every sum, in yuan."""


@dataclass(frozen=True)
class Query:
    """What is looked for. `organ` is whose dossiers the reader may see: there is no other way in."""

    organ: int
    words: str = ""
    in_title: bool = False
    years: tuple[int | None, int | None] = (None, None)
    money: tuple[Decimal | None, Decimal | None] = (None, None)
    """The least and the most, in yuan."""
    facets: tuple[frozenset[str], ...] = ()
    """Groups of tokens: of each group a dossier has one at least."""


@dataclass(frozen=True)
class Terms:
    """What a database is asked: tokens, and what must be looked at again in the row."""

    every: frozenset[str]
    some: tuple[frozenset[str], ...] = ()
    words: tuple[str, ...] = ()
    """The words that the tokens alone do not prove."""
    in_title: bool = False
    money: tuple[Decimal, Decimal] | None = None
    years: tuple[int, int] | None = None
    all_words: tuple[str, ...] = field(default=(), compare=False)

    @property
    def checked(self) -> bool:
        """Whether a dossier that has every token may still not be meant."""
        return bool(self.words or self.money)

    def holds(self, row: SearchRow) -> bool:
        """Say whether a row has all that was asked: numbers of tokens may, rarely, collide."""
        known = {*row.facets.split()}
        text = row.text.partition("\n")[0] if self.in_title else row.text
        facets_held = all(token in known for token in self.every if token[:2] in FACETS)
        some_held = all(not known.isdisjoint(group) for group in self.some)
        return facets_held and some_held and all(word in text for word in self.all_words)


FACETS = {f"z{kind}" for kind in "oyupjnscardm"}
"""How the tokens begin that stand in a row's column of facets."""


def terms(query: Query) -> Terms | None:
    """Return what to ask the database; None where nothing can be found."""
    words = tuple(dict.fromkeys(tokens.normal(query.words).split()))
    found = [_word(word, query.in_title) for word in words]
    if not all(found):
        return None
    groups = list(query.facets)
    years = _years(query)
    if years:
        groups.append(facets.years(*years))
    money = _money(query)
    if money:
        groups.append(facets.amounts(*money))
    if not all(groups):
        return None
    single = [next(iter(group)) for group in groups if len(group) == 1]
    return Terms(
        every=frozenset((facets.organ(query.organ), *single)).union(*found),
        some=tuple(group for group in groups if len(group) > 1),
        words=tuple(word for word in words if not tokens.is_exact(word) and len(word) > 1),
        in_title=query.in_title,
        money=money,
        years=years,
        all_words=words,
    )


def _word(word: str, in_title: bool) -> frozenset[str]:
    """Return the tokens of a word; none where it is made of signs alone."""
    if len(word) == 1:
        return frozenset(tokens.of_characters(word))
    return frozenset(tokens.of_title(word) if in_title else tokens.of_text(word))


def _years(query: Query) -> tuple[int, int] | None:
    first, last = query.years
    if first is None and last is None:
        return None
    return first or facets.EARLIEST, last or facets.LATEST


def _money(query: Query) -> tuple[Decimal, Decimal] | None:
    least, most = query.money
    if least is None and most is None:
        return None
    return max(least or Decimal(1), Decimal(1)), most or MOST
