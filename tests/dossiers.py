"""What the tests of the dossier share: its contents, and a reader of its sections' HTML."""

from collections.abc import Iterable
from html.parser import HTMLParser

from archive.dossier import Slip
from archive.dossier.contents import Contents, gather
from archive.press.section import Section
from tests import story
from tests.story import Story
from workflow.acts import registry

ARCHIVIST = "liangqiuyue"
DESCRIBED = [act.described for act in registry.values()]
CODE = "0001-WS·2026-Y-ZFB-0001"  # invented
VOID = {"br", "col", "rect", "polyline", "polygon"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def contents_of(told: Story, *, sealed: bool = False) -> Contents:
    """Return what the dossier of a story's case would hold."""
    slip = None
    if sealed:
        by = told.actor(ARCHIVIST, "seal_dossier")
        slip = Slip(told.now + story.HOUR, by, CODE, "Y")
    return gather(told.known_case, DESCRIBED, slip)


def html(sections: Iterable[Section], *names: str) -> str:
    """Return the HTML of the sections whose names begin so; of all, where none is named."""
    return "".join(one.html for one in sections if not names or one.name.startswith(names))


class Page(HTMLParser):
    """A reader of HTML that keeps what matters to somebody who cannot see it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[tuple[int, str]] = []
        self.headers: list[tuple[str | None, str]] = []
        """Each th: its scope, its text."""
        self.links: list[tuple[str, str, str]] = []
        """Each link: where to, its class, its text."""
        self.ids: list[str] = []
        self.figures: list[str] = []
        self.words: list[str] = []
        self._open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if (id := found.get("id")) is not None:
            self.ids.append(id)
        if tag not in VOID:
            self._open.append((tag, found, []))

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())
        for _tag, _attributes, inside in self._open:
            inside.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        opened, attributes, inside = self._open.pop()
        assert opened == tag, f"{opened} is closed by {tag}"
        text = "".join(inside).strip()
        if tag in HEADINGS:
            self.headings.append((int(tag[1]), text))
        elif tag == "th":
            self.headers.append((attributes.get("scope"), text))
        elif tag == "a":
            self.links.append((attributes["href"] or "", attributes.get("class") or "", text))
        elif tag == "title":
            self.figures.append(text)

    @property
    def text(self) -> str:
        """All that it says, without spaces at the ends."""
        return "".join(self.words)
