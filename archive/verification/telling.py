"""The report as text for a terminal."""

from collections.abc import Iterator
from typing import Any

from archive.verification.words import Words

MARKS = {
    "holds": Words("相符", "agrees"),
    "altered": Words("不符", "DIFFERS"),
    "unknown": Words("无法确认", "OPEN"),
    "unchecked": Words("没有核验", "not checked"),
}
BEFORE, AFTER = Words("封存时", "as sealed"), Words("文件中", "in the file")
ABSENT = Words("没有", "absent")
MORE = Words("另有{n}处", "and {n} more")
LIMIT = Words(
    "核验证明文件没有被改动，不证明当年写的内容属实。",
    "This proves that the file was not altered, not that what it says was true.",
)


def told(report: dict[str, Any], language: str) -> str:
    """Return the report as text."""
    return "\n".join(
        [_in(report["verdict"], language), *_checks(report, language), _limit(language)]
    )


def translated(part: Any, language: str) -> Any:
    """Return a report, or a part of it, with each sentence in one language alone."""
    if isinstance(part, list):
        return [translated(one, language) for one in part]
    if not isinstance(part, dict):
        return part
    if part.keys() == {"zh", "en"}:
        return _in(part, language)
    return {name: translated(one, language) for name, one in part.items()}


def _checks(report: dict[str, Any], language: str) -> Iterator[str]:
    for check in report["checks"]:
        mark = MARKS[check["outcome"]].in_language(language)
        yield f"[{mark}] {_in(check['title'], language)}  {_in(check['said'], language)}"
        for detail in check["details"]:
            yield from _detail(detail, language)
        if check["more"]:
            yield "    " + MORE.of(n=check["more"]).in_language(language)


def _detail(detail: dict[str, Any], language: str) -> Iterator[str]:
    yield f"    {_in(detail['item'], language)}  {_in(detail['field'], language)}"
    for words, value in ((BEFORE, detail["before"]), (AFTER, detail["after"])):
        yield f"      {words.in_language(language)}: {value or ABSENT.in_language(language)}"


def _in(words: dict[str, str], language: str) -> str:
    return Words(**words).in_language(language)


def _limit(language: str) -> str:
    return LIMIT.in_language(language)
