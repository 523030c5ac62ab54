"""One way of printing sections, in a process of its own, with what it took in figures.

`once`: all in one HTML, by WeasyPrint, PDF/A-3a. `press`: by the press.
"""

import json
import pickle
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from archive.press.section import Section

ROOT = Path(__file__).parent.parent
CSS = (ROOT / "archive/dossier/dossier.css").read_text()
ONCE = """
.sheet { break-before: page; }
.sheet.cover { page: cover; }
.page::after { content: target-counter(attr(href), page); }
@page { @bottom-right { content: "— " counter(page) " —"; font: 14pt "Noto Serif CJK SC"; }
  @bottom-left { content: "0001-WS·2026-Y-ZFB-0001"; font: 8pt "Noto Sans CJK SC"; }
  @top-left { content: "关于分时段限行的决定"; font: 9pt "Noto Serif CJK SC"; } }
"""


def once(sections: Sequence[Section], folder: Path) -> dict[str, object]:
    """Print in one go."""
    import weasyprint

    pages = (ROOT / "archive/press/page.css").read_text()
    body = "".join(f'<div class="sheet {one.style}">{one.html}</div>' for one in sections)
    html = f'<html lang="zh-CN"><title>卷宗</title><body>{body}</body></html>'
    sheet = weasyprint.CSS(string=pages + CSS + ONCE)
    document = weasyprint.HTML(string=html).render(stylesheets=[sheet])
    document.write_pdf(folder / "dossier.pdf", pdf_variant="pdf/a-3a")
    return {"pages": len(document.pages)}


def press(sections: Sequence[Section], folder: Path) -> dict[str, object]:
    """Print by the press, in one volume, from the shelf in the folder."""
    from archive.press.about import About
    from archive.press.bind import bind

    about = About("卷宗", "海东区人民政府", "关于分时段限行的决定", "0001-WS·2026-Y-ZFB-0001")
    bound = bind(sections, about, folder, css=CSS, shelf=folder / "shelf", volume_pages=10**6)
    return {"pages": bound.pages, "rendered": len(bound.rendered)}


WAYS: dict[str, Callable[[Sequence[Section], Path], dict[str, object]]] = {
    "once": once,
    "press": press,
}


def main(way: str, given: Path, folder: Path) -> None:
    """Print, and say what it took: seconds by the clock and of the processor, megabytes."""
    sections = pickle.loads(given.read_bytes())  # noqa: S301  # our own file
    start = time.perf_counter()
    found = WAYS[way](sections, folder)
    seconds = time.perf_counter() - start
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    took = sum(one.ru_utime + one.ru_stime for one in (own, others))
    print(
        json.dumps({
            **found, "seconds": seconds, "processor": took,
            "megabytes": own.ru_maxrss // 1024, "worker": others.ru_maxrss // 1024,
            "kilobytes": (folder / "dossier.pdf").stat().st_size // 1024,
        })
    )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
