"""The file of one case, read from the tables as any clerk with a query would read it.

Neither the facts nor the rules of the program are asked: what was done on which draft is told
from the order of the ledger alone.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.db import connection
from django.utils import timezone

from workflow.acts import registry

Paper = dict[str, Any]


def rows(table: str, column: str, value: Any) -> list[Paper]:
    """Return the rows of a table in which a column has a value, as they stand."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE {column} = %s ORDER BY id", [value])
        names = [name for name, *_rest in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def aware(moment: dt.datetime) -> dt.datetime:
    """Return a moment with its zone; one that came without is in UTC."""
    return moment if timezone.is_aware(moment) else moment.replace(tzinfo=dt.UTC)


def day(moment: dt.datetime) -> dt.date:
    """Return the district's day of a moment."""
    return timezone.localdate(aware(moment))


def kind_left_by(act: str) -> str:
    """Return which kind of paper an act leaves, by its declaration."""
    return str(registry[act].record._meta.model_name)


class File:
    """The papers of a case. A row is none that is not of the act in its place of the ledger."""

    def __init__(self, case: int) -> None:
        """Read the case's row and its ledger."""
        (self.case,) = rows("decisions_case", "id", case)
        self.ledger = rows("archive_ledgerentry", "case_id", case)
        self.done = {
            entry["seq"]: kind_left_by(entry["act"])
            for entry in self.ledger
            if entry["outcome"] == "accepted"
        }
        self._read: dict[str, list[Paper]] = {}

    @property
    def state(self) -> str:
        """Where the case stands."""
        return str(self.case["state"])

    @property
    def procedure(self) -> str:
        """By which procedure it is decided."""
        return str(self.case["procedure"])

    def all(self, kind: str) -> list[Paper]:
        """Return the papers of a kind, `draft`, oldest first."""
        if kind not in self._read:
            table = "archive_dossier" if kind == "dossier" else f"decisions_{kind}"
            found = rows(table, "case_id", self.case["id"])
            genuine = [paper for paper in found if self.done.get(paper["seq"]) == kind]
            self._read[kind] = sorted(genuine, key=lambda paper: paper["seq"])
        return self._read[kind]

    def last(self, kind: str, after: Paper | None = None, before: Paper | None = None) -> Any:
        """Return the last paper of a kind, between two others where these are given."""
        first = after["seq"] if after else 0
        end = before["seq"] if before else float("inf")
        between = [paper for paper in self.all(kind) if first < paper["seq"] < end]
        return between[-1] if between else None

    def lines(self, kind: str, paper: Paper) -> list[Paper]:
        """Return the lines of a paper: the `option`s of a comparison."""
        return rows(f"decisions_{kind}", "of_id", paper["id"])

    @cached_property
    def draft(self) -> Any:
        """The draft last filed; None before there is one."""
        return self.last("draft")

    @cached_property
    def change(self) -> Any:
        """The last draft that changed the matter. Basis: 条例第二十四条."""
        changes = [draft for draft in self.all("draft") if draft["material"]]
        return changes[-1] if changes else None

    @cached_property
    def bound(self) -> Any:
        """The draft that must have been reviewed and adopted.

        It is the present one; where a meeting adopted with changes, the one before the meeting,
        until what is made of it goes round again. Basis: 条例第二十五条、第三十条.
        """
        met = self.last("deliberation")
        if met is None or met["outcome"] != "approved_in_principle":
            return self.draft
        word = self.last("amendmentconfirmation", after=met)
        settled = word and word["editorial"] and word["seq"] > self.draft["seq"]
        amended = self.state == "amending" or settled
        return self.last("draft", before=met) if amended else self.draft

    def on_draft(self, kind: str) -> Any:
        """Return the last paper of a kind made on exactly the draft that binds."""
        return self.last(kind, after=self.bound) if self.bound else None

    def on_change(self, kind: str) -> Any:
        """Return the last paper of a kind made since the matter was last changed."""
        return self.last(kind, after=self.change) if self.change else None

    @cached_property
    def steps(self) -> Any:
        """Which conditional steps were settled for the present draft."""
        return self.on_draft("stepdetermination")

    def since_change(self, kind: str, before: Paper | None = None) -> list[Paper]:
        """Return the papers of a kind made since the matter was last changed."""
        end = before["seq"] if before else float("inf")
        first = self.change["seq"] if self.change else float("inf")
        return [paper for paper in self.all(kind) if first < paper["seq"] < end]

    def attached(self, paper: Paper) -> bool:
        """Say whether a file was handed in with a paper."""
        files = rows("decisions_evidence", "case_id", self.case["id"])
        return any(file["seq"] == paper["seq"] for file in files)

    @property
    def undertakers(self) -> set[int]:
        """The units that undertake the matter, the lead and those beside it."""
        started = self.last("initiation")
        beside = self.lines("coundertaker", started) if started else []
        return {self.case["undertaking_unit_id"], *(line["unit_id"] for line in beside)}

    def person(self, paper: Paper) -> int:
        """Return who left a paper."""
        return int(self._post(paper)["person_id"])

    def unit(self, paper: Paper) -> int:
        """Return for which unit it was left."""
        (post,) = rows("people_post", "id", self._post(paper)["post_id"])
        return int(post["unit_id"])

    def _post(self, paper: Paper) -> Paper:
        (tenure,) = rows("people_tenure", "id", paper["tenure_id"])
        return tenure


def members(on: dt.date) -> Iterator[tuple[int, str]]:
    """Yield who sat in the executive meeting on a day, each with the part the law gives."""
    for post in rows("people_post", "in_executive_meeting", True):
        for tenure in rows("people_tenure", "post_id", post["id"]):
            ended = tenure["ends_on"] is not None and tenure["ends_on"] < on
            if tenure["starts_on"] <= on and not ended:
                yield tenure["person_id"], post["role"]
