"""A case as large as they come, told through the door but for what it has by the thousand.

That is added at one stroke, as the door would have left it: a record and a row of the ledger for
each act, the chain unbroken. All texts are invented.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from unittest import mock

from django.core.files.base import ContentFile

from archive import ledger
from archive.models import LedgerEntry
from decisions.content import canonical, content, digest
from decisions.evidence import keep
from decisions.models import Answer, Case, Comment, CommentAnswering
from decisions.record import Record
from people.models import Tenure
from tests.behind import unguarded
from tests.plain import PLAIN
from tests.story import Story
from workflow.door import perform

LEDGER, EVIDENCE, A_SITTING = 300, 40, 100
"""Rows of the ledger besides those of the opinions; files; opinions answered in one sitting."""
AFTER = 30
"""Rows of the ledger that a case gets between the notice's end and its closing."""
TEXT = "建议设置过渡期，并在学校和医院门口增设停放点。" * 4


def large(opinions: int, length: int = LEDGER) -> Story:
    """Tell a case up to the end of its comment period; half of its opinions are answered.

    At its end its ledger has `length` rows besides those of the opinions.
    """
    story = Story().until("open_public_input")
    for number in range(length - AFTER - story.known_case.length):
        channel(story, number)
    case = story.known_case
    add(case, "receive_comment", None, [(comment(case, n), {}) for n in range(opinions)])
    leap(story, "close_public_input").until("close_public_input")
    answer(story, opinions // 2)
    return story


def closed(story: Story) -> Story:
    """Tell a large case to its end; the rest of its opinions is answered first."""
    answer(story, Comment.objects.filter(case=story.case).count())
    return leap(story, "publish_adoption_report").until("close_case")


def leap(story: Story, act: str) -> Story:
    """Go on with `act`, the days of the acts before it gone by."""
    place = story.place(act)
    story.now += dt.timedelta(days=sum(beat.days for beat in story.beats[story.told : place]))
    story.told = place
    return story


def channel(story: Story, number: int) -> None:
    """Record another way in which the public was heard; the first ones with a file."""
    attachments = [keep(ContentFile(f"签到表{number}".encode(), f"签到表{number}.txt"))]
    perform(
        "record_channel", story.known_case, story.actor("huoqishan", "record_channel"),
        {**PLAIN["record_channel"], "held_on": story.today}, story.now,
        attachments=attachments if number < EVIDENCE else (),
    )  # fmt: skip


def comment(case: Case, number: int) -> Comment:
    """Return an opinion, not yet handed in."""
    return Comment(stance="suggest", text=f"{number}　{TEXT}", receipt=f"{case.pk}-{number}")


def answer(story: Story, number: int) -> None:
    """Answer so many of the opinions that wait."""
    case, actor = story.known_case, story.actor("huoqishan", "answer_comments")
    waiting = Comment.objects.filter(case=case, answer__isnull=True).order_by("seq")[:number]
    answers = [Answer(comment=one, disposition="adopted", reason="已写入。") for one in waiting]
    sittings = [answers[n : n + A_SITTING] for n in range(0, len(answers), A_SITTING)]
    handed_in = [(CommentAnswering(), {Answer: rows}) for rows in sittings]
    add(case, "answer_comments", actor, handed_in)


def add(
    case: Case,
    act: str,
    actor: Tenure | None,
    handed_in: Sequence[tuple[Record, dict[Any, list[Any]]]],
) -> None:
    """Add one act after another to the case, as the door would have, written at one stroke."""
    entries: list[LedgerEntry] = []
    with mock.patch.object(LedgerEntry, "save", lambda entry, **_: entries.append(entry)):
        for record, rows in handed_in:
            record.case, record.seq = case, case.length + 1
            record.tenure, record.at = actor, case.moved_at
            record.draft_id, record.root = case.draft_id, case.draft_root
            said = digest(canonical(content(record, rows, [])))
            ledger.append(
                case, act, actor, case.moved_at, state_before=case.state, data_digest=said
            )
    # The database takes acts one at a time; thousands are written only with its refusals off.
    with unguarded():
        write([record for record, _rows in handed_in])
        write(r for record, rows in handed_in for kind in rows.values() for r in of(record, kind))
        write(entries)
        case.save(update_fields=["length", "head"])


def of(record: Any, rows: Iterable[Any]) -> Iterable[Any]:
    """Return the rows, tied to their record."""
    for row in rows:
        row.of = record
    return rows


def write(instances: Iterable[Any]) -> None:
    """Write rows of one kind, a thousand at a time."""
    instances = list(instances)
    if instances:
        type(instances[0])._default_manager.bulk_create(instances, batch_size=1000)
