"""Keeping what the checks found, beside the dossier that they were made of."""

import datetime as dt
from collections.abc import Iterable

from archive.keeping.properties import Result
from archive.models import Dossier, PropertyResult


def store(
    results: Iterable[Result], dossier: Dossier, stage: PropertyResult.Stage, at: dt.datetime
) -> None:
    """Add a row for each result; rows are only ever added."""
    PropertyResult.objects.bulk_create(
        PropertyResult(
            dossier=dossier, stage=stage, at=at, code=one.code,
            outcome=one.outcome.verdict, explanation=one.outcome.explanation[:2000],
        )
        for one in results
    )  # fmt: skip
