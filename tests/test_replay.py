"""A case played from its file: what is told of it, and every way in which a file can be wrong."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Model

from archive.models import LedgerEntry
from decisions.models import Blob, Case, Evidence
from people.models import Organ, Person, Post, Role, Unit
from tests.replaying import (
    BEGUN,
    ORGAN,
    PROPOSAL,
    UNITS,
    act,
    line_of,
    lines,
    replayed,
    told,
    written,
)  # fmt: skip
from workflow.replay import document as reader
from workflow.replay.document import document
from workflow.replay.reading import SCHEMA
from workflow.replay.unreadable import Unreadable

pytestmark = pytest.mark.usefixtures("district")
KEPT: tuple[type[Model], ...] = (Case, LedgerEntry, Evidence, Blob, Organ, Unit, Post, Person)
Said = dict[str, Any]


def counted() -> list[int]:
    """Return how many rows there are of all that a playing writes."""
    return [model._default_manager.count() for model in KEPT]


# What is told


def test_each_act_is_told_on_a_line_and_nothing_is_kept(tmp_path: Path) -> None:
    before = counted()
    code, out, said = replayed(written(tmp_path, told(*BEGUN)))
    assert (code, said) == (0, "")
    assert out.splitlines() == [
        "   1  2026-03-02 09:00  propose  accepted  proposed",
        "   2  2026-03-03 09:00  study_proposal  accepted  proposed",
        "   3  2026-03-04 09:00  classify  accepted  classified",
        "3项，其中0项被拒绝。没有保留。",
    ]
    assert counted() == before


def test_a_refusal_is_told_with_its_requirements_and_their_sentences(tmp_path: Path) -> None:
    closing = {"summary": "办结。"}
    early = {"act": "close_case", "at": "2026-03-05T09:00", "by": "chenhaining", "data": closing}
    code, out, said = replayed(written(tmp_path, told(*BEGUN, early)))
    assert (code, said) == (1, "结果和文件写明的不一致。")
    assert "   4  2026-03-05 09:00  close_case  refused door.state  classified\n" in out
    assert "      事项现在是“分类完成”，不能办理“办结”。" in out


def test_a_refusal_that_the_file_expects_is_still_a_refusal(tmp_path: Path) -> None:
    wrong_post = act(1, by="huoqishan", refused=["door.post"])
    code, out, said = replayed(written(tmp_path, told(BEGUN[0], wrong_post, *BEGUN[1:])))
    assert (code, said) == (1, "有被拒绝的项，都和文件写明的一致。")
    assert "文件写明这一项被拒绝。" in out


def test_an_act_done_of_which_the_file_says_that_it_was_refused_is_told(tmp_path: Path) -> None:
    code, out, said = replayed(written(tmp_path, told(BEGUN[0], act(1, refused=["door.post"]))))
    assert (code, said) == (1, "结果和文件写明的不一致。")
    assert "文件写明这一项被拒绝，实际已办理。" in out


def test_somebody_who_does_not_hold_the_post_is_refused(tmp_path: Path) -> None:
    code, out, _said = replayed(written(tmp_path, told(BEGUN[0], act(1, by="huoqishan"))))
    assert code == 1
    assert "study_proposal  refused door.post  proposed" in out


def test_a_case_that_is_not_opened_has_no_state(tmp_path: Path) -> None:
    code, out, _said = replayed(written(tmp_path, told(act(0, by="chenhaining"), *BEGUN[1:])))
    assert code == 1
    assert "propose  refused door.post  \n" in out


def test_the_same_as_json(tmp_path: Path) -> None:
    said = told(BEGUN[0], act(1, by="huoqishan"))
    code, out, _said = replayed(written(tmp_path, said), "--json")
    found = json.loads(out)
    assert code == 1
    assert (found["accepted"], found["refused"], found["kept"], found["case"]) == (
        1,
        1,
        False,
        None,
    )
    assert found["acts"][1] == {
        "number": 2, "line": line_of(said, "{", 4), "at": "2026-03-03T09:00:00+08:00",
        "act": "study_proposal", "title": "研究论证", "by": "huoqishan", "outcome": "refused",
        "unmet": ["door.post"], "sentences": ["您现在的岗位不能办理这件事。"], "as_stated": False,
        "state": "proposed",
    }  # fmt: skip


def test_a_fault_as_json(tmp_path: Path) -> None:
    said = told(act(0, act="propose_nothing"))
    code, out, _said = replayed(written(tmp_path, said), "--json")
    assert code == 2
    reason = "没有叫“propose_nothing”的行为。"
    line = line_of(said, "propose_nothing")
    assert json.loads(out) == {"kept": False, "problems": [{"line": line, "reason": reason}]}


def test_an_act_done_often_is_spread_over_its_time(tmp_path: Path) -> None:
    often = act(1, times=5, until="2026-03-03T13:00")
    code, out, _said = replayed(written(tmp_path, told(BEGUN[0], often)))
    assert code == 0
    assert [line.split()[2] for line in out.splitlines()[1:6]] == [
        "09:00", "10:00", "11:00", "12:00", "13:00",
    ]  # fmt: skip


def test_a_moment_may_be_given_with_its_offset(tmp_path: Path) -> None:
    code, out, _said = replayed(written(tmp_path, told(act(0, at="2026-03-02T01:00:00Z"))))
    assert (code, out.split()[2]) == (0, "09:00")


def test_long_texts_and_papers_lie_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "问题.txt").write_text("步道断了两处，\n都在桥下。")
    papers = ["papers/问题.txt", {"name": "说明.txt", "text": "另附说明。"}]
    proposal = {**PROPOSAL, "problem": "file:papers/问题.txt"}
    said = told(act(0, data=proposal, evidence=papers))
    assert replayed(written(tmp_path, said), "--commit")[0] == 0
    case = Case.objects.get(title=PROPOSAL["title"])
    names = Evidence.objects.filter(case=case).order_by("position")
    assert [item.filename for item in names] == ["问题.txt", "说明.txt"]


def test_the_schema_knows_the_roles_and_the_lengths_of_the_tables() -> None:
    post, unit = SCHEMA["$defs"]["post"]["properties"], SCHEMA["$defs"]["unit"]["properties"]
    assert post["role"]["enum"] == Role.values
    organ = SCHEMA["properties"]["organ"]["properties"]
    for model, described in ((Post, post), (Unit, unit), (Person, post), (Organ, organ)):
        for column in model._meta.concrete_fields:
            found = described.get(column.name, {})
            if "maxLength" in found and not column.is_relation:
                assert found["maxLength"] == column.max_length, column


# What is wrong with a file before anything is played


def changed(number: int, **changes: Any) -> Said:
    """Return the beginning of a case with one act changed."""
    return told(*(act(n, **changes) if n == number else act(n) for n in range(3)))


def data(number: int, **changes: Any) -> Said:
    """Return the beginning of a case with the data of one act changed."""
    return changed(number, data={**BEGUN[number]["data"], **changes})


WRONG: dict[str, tuple[Said, str, int, str]] = {
    "another format": ({**told(*BEGUN), "format": "2"}, "format", 1, "应当是suyuan-replay/1"),
    "an unknown key": (changed(1, forced=True), "forced", 1, "没有“forced”这一项"),
    "a key missing": ({"format": "suyuan-replay/1", "acts": BEGUN}, "{", 1, "缺“title”"),
    "no acts": (told(), "acts", 1, "至少有1项"),
    "acts that are no list": ({**told(), "acts": {}}, "acts", 1, "应当是数组"),
    "an act that is no object": (told(BEGUN[0], 7), "7", 1, "“acts[2]”应当是对象"),  # type: ignore[arg-type]  # wrong on purpose
    "a negative count": (changed(1, times=-3, until="2026-03-03T10:00"), "times", 1, "不能小于2"),
    "a count without its time": (changed(1, times=3), "{", 4, "缺“until”"),
    "an unknown act": (changed(1, act="approve"), "approve", 1, "没有叫“approve”的行为"),
    "a first act that opens nothing": (told(BEGUN[1]), '"act"', 1, "第一项须是提出建议"),
    "time that goes back": (
        changed(1, at="2026-03-01T09:00"), "2026-03-01", 1, "时间早于前面一项",
    ),
    "a time in the future": (changed(2, at="2099-03-01T09:00"), "2099", 1, "时间还没有到"),
    "a day that does not exist": (changed(1, at="2026-02-30T09:00"), "02-30", 1, "没有这个时间"),
    "a moment written otherwise": (changed(1, at="3月2日"), "3月2日", 1, "写法不对"),
    "a year before any rules": (changed(0, at="1899-03-02T09:00"), "1899", 1, "年份须在"),
    "an unknown state": (changed(1, state="done"), "done", 1, "没有“done”这个状态"),
    "an unknown requirement": (changed(1, refused=["x.y"]), "x.y", 1, "没有“x.y”这项要求"),
    "an invention of what is not there": (
        changed(1, invented=["note"]), "note", 1, "没有“note”这一项",
    ),
    "data that the act does not ask for": (data(1, force=True), "force", 1, "没有“force”这一项"),
    "data of another kind": (data(1, recommended="yes"), "yes", 1, "应当是true或false"),
    "a choice that there is not": (data(2, kind="law"), '"law"', 1, "只能是"),
    "units without their organ": (told(*BEGUN, units=UNITS), "{", 1, "缺“organ”"),
    "an unknown role": (
        told(*BEGUN, organ=ORGAN, units=[{**UNITS[0], "posts": [
            {**UNITS[0]["posts"][0], "role": "king"}]}]), "king", 1, "只能是",
    ),
}  # fmt: skip
"""What is said, on which line, and what is told of it."""


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_its_line_and_nothing_is_kept(name: str, tmp_path: Path) -> None:
    said, mark, nth, reason = WRONG[name]
    before = counted()
    code, out, told_of = replayed(written(tmp_path, said), "--commit")
    assert (code, out) == (2, "")
    assert f"第{line_of(said, mark, nth)}行：" in told_of
    assert reason in told_of
    assert counted() == before


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    said = told(act(0, by=7), act(1, at="soon"))
    _code, _out, told_of = replayed(written(tmp_path, said))
    assert told_of.count("行：") == 2


NOT_JSON = {
    "nothing": (b"", 1), "words": ("事项\n".encode(), 1), "half a file": (b'{\n"acts": [\n', 3),
    "a comma too many": (b'{"acts": [\n1,\n]}', 3), "two documents": (b"{}\n{}", 2),
    "a comment": (b"{\n// x\n}", 2), "NaN": (b'{"times":\nNaN}', 2),
    "a number beyond all": (b'[\n1e999]', 2), "a number too long": (b"[" + b"9" * 5000 + b"]", 1),
    "a key twice": (b'{"acts": 1,\n"acts": 2}', 2), "half a character": (b'["\n\\ud800"]', 1),
    "NUL": (b'[\n"\\u0000"]', 2), "another encoding": ("[\n\"河岸\"]".encode("gbk"), 2),
    "depth": (b"[" * 100_000, 1), "depth of objects": (b'{"a":' * 100_000, 1),
    "a text that does not end": (b'[\n"abc', 2),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_JSON)
def test_what_is_not_json_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    content, line = NOT_JSON[name]
    path = tmp_path / "case.json"
    path.write_bytes(content)
    code, _out, said = replayed(path)
    assert code == 2
    assert f"第{line}行：" in said


def test_a_file_of_200_megabytes_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.json"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 200 * 1024 * 1024)
    monkeypatch.delattr(Path, "read_bytes")
    code, _out, said = replayed(path)
    assert code == 2
    assert "第1行：文件有200.0\xa0MB，超过上限20.0\xa0MB。" in said


def test_a_file_of_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST", 10)
    with pytest.raises(Unreadable, match="内容超过10项"):
        document(b"[" + b"1," * 20 + b"1]")


@pytest.mark.parametrize("name", ["absent.json", "."])
def test_a_file_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    code, _out, said = replayed(tmp_path / name)
    assert code == 2
    assert "第1行：找不到这个文件。" in said


# What shows only when it is played


def test_a_file_that_lies_about_its_state_is_told(tmp_path: Path) -> None:
    said = changed(1, state="initiated")
    before = counted()
    code, _out, told_of = replayed(written(tmp_path, said), "--commit")
    assert code == 2
    line = line_of(said, "initiated")
    assert f"第{line}行：文件说办理后是“initiated”，实际是“proposed”。" in told_of
    assert counted() == before


def test_somebody_unknown_is_told(tmp_path: Path) -> None:
    said = changed(1, by="nobody")
    code, _out, told_of = replayed(written(tmp_path, said))
    assert (code, f"第{line_of(said, 'nobody')}行" in told_of) == (2, True)
    assert "没有账号是“nobody”的人员。" in told_of


def test_an_unknown_unit_is_told(tmp_path: Path) -> None:
    start = {
        "act": "initiate", "at": "2026-03-05T09:00", "by": "fanglicheng",
        "data": {"decision": "同意。", "lead_unit": "NONE"},
    }  # fmt: skip
    said = told(*BEGUN, start)
    code, _out, told_of = replayed(written(tmp_path, said))
    assert code == 2
    assert f"第{line_of(said, 'NONE')}行：没有代字是“NONE”的单位。" in told_of


def test_data_that_the_form_cannot_read_is_told_by_its_field(tmp_path: Path) -> None:
    said = data(1, opinion=" ")
    code, _out, told_of = replayed(written(tmp_path, said))
    assert code == 2
    assert f"第{line_of(said, 'opinion')}行：" in told_of
    assert "这个字段是必填项" in told_of


def test_data_that_is_missing_altogether_is_told(tmp_path: Path) -> None:
    said = told(BEGUN[0], {"act": "study_proposal", "at": "2026-03-03T09:00", "by": "chenhaining"})
    code, _out, told_of = replayed(written(tmp_path, said))
    assert code == 2
    assert f"第{line_of(said, '{', 4)}行：" in told_of


def _outside(folder: Path) -> str:
    return "../secret.txt"


def _absolute(folder: Path) -> str:
    return str(folder.parent / "secret.txt")


def _linked(folder: Path) -> str:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    return "link.txt"


def _circular(folder: Path) -> str:
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    return "circle.txt"


def _absent(folder: Path) -> str:
    return "absent.txt"


def _endless(folder: Path) -> str:
    return "a" * 300


def _empty(folder: Path) -> str:
    (folder / "empty.txt").touch()
    return "empty.txt"


def _of_another_kind(folder: Path) -> str:
    (folder / "false.pdf").write_text("这不是PDF。")
    return "false.pdf"


@pytest.mark.parametrize(
    "named",
    [_outside, _absolute, _linked, _circular, _absent, _endless, _empty, _of_another_kind],
)
def test_evidence_that_cannot_be_had_is_told(named: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("别处的文件。")
    folder = tmp_path / "case"
    folder.mkdir()
    name = named(folder)
    said = told(act(0, evidence=[name]))
    code, _out, told_of = replayed(written(folder, said), "--commit")
    assert code == 2
    assert f"第{line_of(said, name)}行：" in told_of
    assert not Case.objects.filter(title=PROPOSAL["title"]).exists()


@pytest.mark.parametrize("named", [_outside, _absolute, _linked, _absent])
def test_a_text_that_cannot_be_had_is_told(named: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("别处的文件。")
    folder = tmp_path / "case"
    folder.mkdir()
    said = told(act(0, data={**PROPOSAL, "problem": f"file:{named(folder)}"}))
    code, _out, told_of = replayed(written(folder, said))
    assert (code, f"第{line_of(said, 'problem')}行：" in told_of) == (2, True)


def test_the_layout_of_a_file_is_not_part_of_what_it_says(tmp_path: Path) -> None:
    said = told(BEGUN[0])
    assert replayed(written(tmp_path, said), "--commit")[0] == 0
    closer = written(tmp_path, lines(said).replace("\n", " "), "closer.json")
    code, _out, told_of = replayed(closer, "--commit")
    assert code == 2
    assert "已经在系统里" in told_of


# What names something of the case by its number

ANSWER = {
    "act": "answer_comments", "by": "huoqishan", "at": "2026-03-05T09:00",
    "data": {"answers": [{"comment": "1-3", "disposition": "explained"}]},
}  # fmt: skip


def test_a_number_of_which_there_is_nothing_is_told(tmp_path: Path) -> None:
    said = told(*BEGUN, ANSWER)
    code, _out, told_of = replayed(written(tmp_path, said))
    assert code == 2
    assert f"第{line_of(said, 'comment', 2)}行：事项没有“1”这一项公众意见。" in told_of


def test_what_names_something_that_was_refused_is_left(tmp_path: Path) -> None:
    opinion = {"stance": "ask", "text": "何时动工？", "way": "portal"}
    comment = {"act": "receive_comment", "at": "2026-03-05T09:00", "data": opinion}
    path = written(tmp_path, told(*BEGUN, comment, ANSWER))
    code, out, _said = replayed(path)
    assert (code, out.splitlines()[-1]) == (
        1, "4项，其中1项被拒绝。后面1项没有办：它们写到的内容前面被拒绝了。没有保留。",
    )  # fmt: skip
    assert json.loads(replayed(path, "--json")[1])["unplayed"] == 1
