"""Telling what came of a playing: a line an act for a reader, one document for a program."""

import json
from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from archive.models import LedgerEntry
from workflow.replay.playing import Outcome, Played
from workflow.replay.unreadable import Unreadable


def line(played: Played) -> str:
    """Return one act for a reader: number, moment, act, outcome, state; below it what is missing."""
    at = timezone.localtime(played.line.at).strftime("%Y-%m-%d %H:%M")
    told = f"{played.number:>4}  {at}  {played.line.act.name}  {_outcome(played)}  {played.state}"
    return "\n".join([told, *_below(played)])


def _outcome(played: Played) -> str:
    if played.refusal is None:
        return str(LedgerEntry.Outcome.ACCEPTED)
    return f"{LedgerEntry.Outcome.REFUSED} {','.join(played.refusal.ids)}"


def _below(played: Played) -> Iterator[str]:
    for sentence in played.refusal.sentences if played.refusal else ():
        yield f"      {sentence}"
    if played.refusal and played.as_stated:
        yield "      " + _("文件写明这一项被拒绝。")
    elif not played.refusal and not played.as_stated:
        yield "      " + _("文件写明这一项被拒绝，实际已办理。")


def summary(outcome: Outcome) -> str:
    """Return how it ended, for a reader."""
    counted = _("%(all)d项，其中%(refused)d项被拒绝。") % {
        "all": len(outcome.acts), "refused": outcome.refused,
    }  # fmt: skip
    if outcome.unplayed:
        counted += _("后面%(n)d项没有办：它们写到的内容前面被拒绝了。") % {"n": outcome.unplayed}
    if outcome.kept and outcome.case:
        return counted + _("已导入，案号%(number)s。") % {"number": outcome.case.number}
    return counted + _("没有保留。")


def as_json(outcome: Outcome) -> str:
    """Return it all as one document."""
    number = outcome.case.number if outcome.case and outcome.kept else None
    found = {
        "kept": outcome.kept,
        "case": number,
        "accepted": len(outcome.acts) - outcome.refused,
        "refused": outcome.refused,
        "unplayed": outcome.unplayed,
        "acts": [_act(played) for played in outcome.acts],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _act(played: Played) -> dict[str, Any]:
    act, refusal = played.line.act, played.refusal
    return {
        "number": played.number,
        "line": played.file_line,
        "at": timezone.localtime(played.line.at).isoformat(),
        "act": act.name,
        "title": str(act),
        "by": played.line.by or None,
        "outcome": str(LedgerEntry.Outcome.REFUSED if refusal else LedgerEntry.Outcome.ACCEPTED),
        "unmet": list(refusal.ids) if refusal else [],
        "sentences": refusal.sentences if refusal else [],
        "as_stated": played.as_stated,
        "state": played.state,
    }


def fault_as_json(fault: Unreadable) -> str:
    """Return why a file cannot be played, as one document."""
    problems = [{"line": problem.line, "reason": problem.reason} for problem in fault.problems]
    return json.dumps({"kept": False, "problems": problems}, ensure_ascii=False, indent=2)
