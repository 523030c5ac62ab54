"""Setting all sections of a document until every page number in them is right.

A section that names page numbers is set twice: once to know how many pages it takes, and again
when the pages of all others are known. Its length hardly ever changes by the numbers; where it
does, the numbers are filled in again.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from archive.press.failed import PressFailed
from archive.press.order import Order
from archive.press.piece import Piece, placed, starts
from archive.press.section import Section
from archive.press.shelf import Shelf
from archive.press.workers import Workers

ROUNDS = 5
NAMED = re.compile(r"""href=["']?#([^"'\s>]+)""")

Report = Callable[[int, int], None]


class Settling:
    """The sections of one document on their way to pieces."""

    def __init__(
        self, workers: Workers, shelf: Shelf, engine: str, language: str, report: Report
    ) -> None:
        """Say who sets, and where pieces are kept."""
        self.workers, self.shelf, self.engine = workers, shelf, engine
        self.language, self.report = language, report
        self.rendered: list[str] = []

    def settle(self, sections: Sequence[Section]) -> list[Piece]:
        """Return the pieces of all sections in order, with their page numbers right."""
        pieces = list(placed(self.set(sections, {})))
        for _ in range(ROUNDS):
            numbers = starts(pieces)
            late = iter(self.set([one for one in sections if one.late], numbers))
            again = list(placed(next(late) if one.section.late else one for one in pieces))
            if [one.first for one in again] == [one.first for one in pieces]:
                return again
            pieces = again
        raise PressFailed("the page numbers do not settle")

    def set(self, sections: Iterable[Section], numbers: Mapping[str, int]) -> list[Piece]:
        """Return the piece of each section, from the shelf where it is there."""
        orders = {one: self._order(one, numbers) for one in sections}
        keys = {order.name: order.key(self.engine) for order in orders.values()}
        facts = {name: found[0] for name, key in keys.items() if (found := self.shelf.find(key))}
        missing = [order for order in orders.values() if order.name not in facts]
        self.report(len(facts), len(orders))
        for order, (body, told) in self.workers.set(missing):
            self.shelf.put(keys[order.name], told, body)
            facts[order.name] = told
            self.rendered.append(order.name)
            self.report(len(facts), len(orders))
        return [Piece(one, keys[one.name], facts[one.name]) for one in orders]

    def _order(self, section: Section, numbers: Mapping[str, int]) -> Order:
        named = set(NAMED.findall(section.html)) if section.late else set()
        known = {name: numbers[name] for name in named if name in numbers}
        return Order(section.name, section.html, str(section.style), self.language, known)

    def replaced(self, piece: Piece, section: Section, numbers: Mapping[str, int]) -> Piece:
        """Return the piece of a section that takes the place of another of the same length."""
        (found,) = self.set([section], numbers)
        if found.pages != piece.pages:
            raise PressFailed(f"{section.name}: {found.pages} pages in place of {piece.pages}")
        return replace(found, first=piece.first)
