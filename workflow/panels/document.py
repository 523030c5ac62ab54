"""What has become of the normative document that a case made."""

import datetime as dt
from typing import Any

from decisions.documents import Document, documents
from decisions.models import Case, Decision, Procedure


def issued_from(case: Case) -> Document | None:
    """Return the document issued; None where none was, or the matter makes no such document."""
    if case.procedure != Procedure.NORMATIVE:
        return None
    return next(iter(documents(Decision.objects.filter(case=case))), None)


def described(document: Document, day: dt.date) -> dict[str, Any]:
    """Return what a page says of it on a day."""
    return {
        "document": document,
        "status": document.status(day),
        "unpublished": not document.published_by(day),
    }
