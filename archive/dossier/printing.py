"""From the dossier's contents to a PDF/A-3u. Imported only when one is printed: it takes long."""

import io
from pathlib import Path

from pikepdf import Pdf
from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

from archive.dossier.attaching import attach
from archive.dossier.contents import Contents
from archive.dossier.fonts import printable

STYLE = Path(__file__).parent / "dossier.css"
VARIANT = "pdf/a-3u"
PAGES = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm;
  @bottom-right { content: "— " counter(page) " —"; font: 14pt "Noto Serif CJK SC"; vertical-align: top; padding-top: 5mm; white-space: nowrap; } }
@page cover { margin: 30mm 26mm 24mm 28mm; @bottom-right { content: none; } }
.page::after { content: target-counter(attr(href), page); }
"""


def printed(contents: Contents) -> bytes:
    """Return the dossier: set, with its evidence and its manifest inside. Raises Unprintable.

    The same contents give the same bytes: no clock is read here.
    """
    body = "".join(section.html for section in contents.sections())
    text = f'<html lang="zh-CN"><title>卷宗</title><body>{body}</body></html>'
    # All that it needs is in the text; nothing is ever fetched.
    html = HTML(string=printable(text), url_fetcher=URLFetcher(allowed_protocols=()))
    sheets = [CSS(STYLE), CSS(string=PAGES)]
    return attach(html.write_pdf(stylesheets=sheets, pdf_variant=VARIANT), contents)


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)
