"""Writing small replay files and playing them through the command."""

import io
import json
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

PROPOSAL = {
    "title": "河岸步道措施", "source": "department", "problem": "步道断了两处。", "reasons": "规划。",
    "necessity": "必要。", "first_plan": "先接通东段。",
}  # fmt: skip
BEGUN: list[dict[str, Any]] = [
    {"act": "propose", "at": "2026-03-02T09:00", "by": "huoqishan", "data": PROPOSAL},
    {
        "act": "study_proposal", "at": "2026-03-03T09:00", "by": "chenhaining",
        "data": {"opinion": "建议启动。", "recommended": True},
    },
    {
        "act": "classify", "at": "2026-03-04T09:00", "by": "chenhaining",
        "data": {"kind": "policy", "reason": "涉及群众切身利益。"}, "state": "classified",
    },
]  # fmt: skip
"""The beginning of a case of the demonstration district; every word of it is invented."""
ORGAN = {"code": "LH", "name": "临河区人民政府", "fonds_code": "0009", "place": "cn/linhe"}
UNITS: list[dict[str, Any]] = [
    {
        "code": "LH-SW", "name": "临河区水务局", "opened_on": "1990-01-01",
        "closed_on": "2020-12-31",
        "posts": [
            {
                "title": "承办岗", "role": "undertaker", "name": "承办甲", "username": "lh-jia",
                "ends_on": "2015-06-30",
            },
            {
                "title": "承办岗", "role": "undertaker", "name": "承办乙", "username": "lh-yi",
                "starts_on": "2015-07-01",
            },
        ],
    },
    {
        "code": "LH-B", "name": "临河区政府办公室", "opened_on": "1990-01-01",
        "posts": [
            {"title": "协调岗", "role": "government_office", "name": "办丙", "username": "lh-bing"}
        ],
    },
]  # fmt: skip
"""An organ of another place, with a unit that is no more; all of it invented."""


def told(*acts: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a file that tells these acts."""
    return {"format": "suyuan-replay/1", "title": "例子", **more, "acts": list(acts)}


def act(number: int, **changes: Any) -> dict[str, Any]:
    """Return one of the acts with which a case begins, but for `changes`."""
    return {**BEGUN[number], **changes}


def written(folder: Path, said: Any, name: str = "case.json") -> Path:
    """Write a file, each key on its own line."""
    path = folder / name
    path.write_text(said if isinstance(said, str) else lines(said), encoding="utf-8")
    return path


def lines(said: Any) -> str:
    """Return a file's text."""
    return json.dumps(said, ensure_ascii=False, indent=1)


def line_of(said: Any, mark: str, nth: int = 1) -> int:
    """Return the number of the `nth` line in which `mark` stands."""
    found = [n for n, line in enumerate(lines(said).splitlines(), 1) if mark in line]
    return found[nth - 1]


def replayed(path: Path, *options: str) -> tuple[int, str, str]:
    """Play a file; return exit code, what was printed, and what was said of it."""
    out = io.StringIO()
    try:
        call_command("replay", str(path), *options, stdout=out)
    except CommandError as error:
        return error.returncode, out.getvalue(), str(error)
    return 0, out.getvalue(), ""
