"""What a verification has found: check by check, and one sentence over all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from archive.verification.words import Words, shown

FORMAT = "suyuan-report-1"
MOST_DETAILS = 40
"""Named one by one in one check; how many more there are is said."""


class Outcome(StrEnum):
    """How one check came out."""

    HOLDS = "holds"
    ALTERED = "altered"
    UNKNOWN = "unknown"
    """It cannot be said: nothing contradicts, and nothing that is trusted confirms."""
    UNCHECKED = "unchecked"
    """There was nothing to check, or it was not handed in."""


TITLES = {
    "file": Words("文件", "File"),
    "signature": Words("电子签名", "Signature"),
    "timestamp": Words("时间戳", "Timestamps"),
    "revisions": Words("签名之后", "After signing"),
    "manifest": Words("卷宗清单", "Manifest"),
    "attachments": Words("卷内附件", "Attachments"),
    "beside": Words("另存证据", "Evidence beside"),
    "ledger": Words("台账节选", "Ledger extract"),
    "acts": Words("办理内容", "What was done"),
    "log": Words("检查点", "Checkpoint"),
    "witnesses": Words("外部见证", "Witnesses"),
    "fork": Words("分叉", "Forks"),
    "volumes": Words("分册", "Volumes"),
    "pages": Words("页数", "Pages"),
    "seal": Words("国密签章", "SM2 seal"),
}


@dataclass(frozen=True)
class Detail:
    """One thing that is not as it was sealed."""

    item: Words
    field: Words
    before: str
    """As it was sealed, or as it should be; empty where it was not there."""
    after: str
    """As it is in the file; empty where it is not there."""

    def plain(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        told = {"item": self.item._asdict(), "field": self.field._asdict()}
        return {**told, "before": shown(self.before), "after": shown(self.after)}


@dataclass(frozen=True)
class Check:
    """One check: what was looked at, how it came out, and why."""

    id: str
    outcome: Outcome
    said: Words
    details: Sequence[Detail] = ()

    @property
    def title(self) -> Words:
        """Return what the check is called."""
        return TITLES[self.id]

    def plain(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "id": self.id,
            "title": self.title._asdict(),
            "outcome": str(self.outcome),
            "said": self.said._asdict(),
            "details": [detail.plain() for detail in self.details[:MOST_DETAILS]],
            "more": max(0, len(self.details) - MOST_DETAILS),
        }


UNREADABLE = Words("这份文件没法核验", "This file cannot be verified")
ALTERED = Words(
    "这份卷宗被改动过：{n}项与封存时不一致",
    "This dossier was altered. Checks that do not agree with what was sealed: {n}",
)
UNKNOWN = Words(
    "不能确认这份卷宗是否保持原样：{n}项无法确认",
    "It cannot be confirmed that this dossier is as it was sealed. Checks left open: {n}",
)
HOLDS = Words("这份卷宗自封存后没有被改动", "This dossier has not been altered since it was sealed")


@dataclass(frozen=True)
class Report:
    """All checks in order, and what the file says it is."""

    checks: Sequence[Check]
    readable: bool = True
    about: dict[str, str] = field(default_factory=dict)

    @property
    def outcome(self) -> Outcome:
        """Return the worst that was found; what was not checked does not count."""
        found = {check.outcome for check in self.checks}
        worst = (Outcome.ALTERED, Outcome.UNKNOWN)
        return next((outcome for outcome in worst if outcome in found), Outcome.HOLDS)

    @property
    def verdict(self) -> Words:
        """Return the one sentence."""
        if not self.readable:
            return UNREADABLE
        n = Counter(check.outcome for check in self.checks)[self.outcome]
        return {Outcome.ALTERED: ALTERED, Outcome.UNKNOWN: UNKNOWN}.get(self.outcome, HOLDS).of(n=n)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "format": FORMAT,
            "readable": self.readable,
            "outcome": str(self.outcome),
            "verdict": self.verdict._asdict(),
            "about": {name: shown(value) for name, value in self.about.items()},
            "checks": [check.plain() for check in self.checks],
        }


def unreadable(said: Words) -> Report:
    """Return the report on a file that nothing can be said about."""
    return Report([Check("file", Outcome.UNKNOWN, said)], readable=False)


def agreed(check: str, details: Sequence[Detail], holds: Words, altered: Words) -> Check:
    """Return a check that holds where there is nothing to name."""
    if details:
        return Check(check, Outcome.ALTERED, altered, details)
    return Check(check, Outcome.HOLDS, holds)


def unchecked(check: str, why: Words) -> Check:
    """Return a check that was not made."""
    return Check(check, Outcome.UNCHECKED, why)
