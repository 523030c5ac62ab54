"""From the dossier's contents to a PDF/A-3u. Imported only when one is printed: it takes long."""

import io
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation
from pikepdf import Pdf
from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

from archive.dossier.contents import LANGUAGE, Contents
from archive.dossier.fonts import printable

STYLE = Path(__file__).parent / "dossier.css"
VARIANT = "pdf/a-3u"


def typeset(contents: Contents) -> bytes:
    """Return the pages of a dossier. Raises Unprintable.

    The same contents give the same bytes: no clock is read here.
    """
    with translation.override(LANGUAGE):
        text = render_to_string("dossier/dossier.html", {"dossier": contents})
    # All that it needs is in the text; nothing is ever fetched.
    html = HTML(string=printable(text), url_fetcher=URLFetcher(allowed_protocols=()))
    pdf: bytes = html.write_pdf(stylesheets=[CSS(STYLE)], pdf_variant=VARIANT)
    return pdf


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)
