"""The files of the law: a district's own, and what is wrong with one, by file and line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from decisions.statutes import law
from decisions.statutes.checks import check_profiles
from tests.shelf import DAY, HEAD, Shelf, rule, sets

CITY = "cn/hunan/changsha"
GOOD = rule(CITY, sets("comment_days", 45))
DOCUMENT = Path(settings.BASE_DIR) / "docs" / "statutes.md"

BAD = {
    "not TOML": ('title = "甲"\nplace = \n', 2, "不是TOML"),
    "ending too soon": ('title = "甲"\n\nremark = """\n一\n二\n', 5, "不是TOML"),
    "a key twice": ('title = "甲"\ntitle = "乙"\n', 2, "不是TOML"),
    "an unknown key": (rule(CITY, head='number = "第1号"\n'), 4, "没有这个键：number"),
    "an unknown parameter": (rule(CITY, sets("comment_day", 3)), 6, "没有这个键：values.comment_day"),
    "an unknown key of a value": (
        rule(CITY, sets("options_min", 2, paragraph="一")), 6,
        "没有这个键：values.options_min.paragraph",
    ),
    "an unknown parameter not found": (
        rule(CITY) + '\n[null]\ncomment_day = ""\n', 9, "没有这个键：null.comment_day",
    ),
    "no title": ('place = "cn"\nin_force_from = 2020-01-01\n', 1, "缺少title"),
    "an empty title": ('\ntitle = ""\nplace = "cn"\nin_force_from = 2020-01-01\n', 2, "title是空的"),
    "a place of another form": (rule("CN/Hunan"), 2, "行政区划应当写成"),
    "no first day": ('title = "甲"\nplace = "cn"\n', 1, "缺少in_force_from"),
    "a moment for a day": (rule(CITY, start="2020-01-01T08:00:00"), 3, "in_force_from应当是日期"),
    "dates the wrong way round": (
        rule(CITY, head="in_force_until = 2019-12-31\n"), 4, "失效日期早于施行日期",
    ),
    "an unknown mark on the dates": (rule(CITY, head='dates = "sure"\n'), 4, "可信度应当是"),
    "a bare number": (rule(CITY, "options_min = 2"), 6, "options_min应当是表"),
    "words for a number": (rule(CITY, sets("options_min", "二")), 6, "value应当是整数"),
    "a fraction for a number of days": (rule(CITY, sets("comment_days", 30.5)), 6, "应当是整数"),
    "a number for a gate": (rule(CITY, sets("risk_always", 1)), 6, "value应当是true或者false"),
    "a gate for a number": (rule(CITY, sets("options_min", True)), 6, "value应当是整数"),
    "a negative number": (rule(CITY, sets("comment_days", -1)), 6, "应当在1到3660之间"),
    "a share over one": (rule(CITY, sets("quorum", 1.5)), 6, "应当在0到1之间"),
    "a share that is no number": (rule(CITY, "quorum = { value = nan, article = '一', trust = 'F' }"),
                                  6, "应当在0到1之间"),
    "no article": (
        rule(CITY, 'options_min = { value = 2, trust = "F" }'), 6,
        "缺少values.options_min.article",
    ),
    "an empty article": (rule(CITY, sets("options_min", 2, article="")), 6, "article是空的"),
    "no trust": (
        rule(CITY, 'options_min = { value = 2, article = "一" }'), 6,
        "缺少values.options_min.trust",
    ),
    "an unknown mark of trust": (rule(CITY, sets("options_min", 2, trust="A")), 6, "可信度应当是"),
    "days that are none": (rule(CITY, sets("comment_days", 9, unit="share")), 6, "单位应当是"),
    "an unknown unit": (rule(CITY, sets("comment_days", 9, unit="weeks")), 6, "单位应当是"),
    "a unit for a count": (rule(CITY, sets("options_min", 2, unit="calendar_days")), 6, "不是期限"),
    "a start day of a count": (rule(CITY, sets("options_min", 2, counts_start=True)), 6, "不是期限"),
    "a value and not found too": (
        rule(CITY, sets("options_min", 2)) + '\n[null]\noptions_min = ""\n', 9, "既有值又写明没有查到",
    ),
    "a rule replaced that is not there": (
        rule(CITY, head='replaces = "nobody"\n'), 4, "这一层没有编号为nobody的规定",
    ),
    "a rule replaced of another layer": (
        rule(CITY, head='replaces = "nation-713"\n'), 4, "这一层没有编号为nation-713的规定",
    ),
}  # fmt: skip
"""What may be wrong with one file: its text, the line, and how the sentence begins or goes."""


@pytest.mark.parametrize(("text", "line", "sentence"), BAD.values(), ids=BAD)
def test_a_bad_file_is_named_with_its_line(
    shelf: Shelf, text: str, line: int, sentence: str
) -> None:
    shelf.put("bad", text)
    faults = shelf.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"bad.toml:{line}: ")
    assert sentence in faults[0]


def test_every_error_of_every_file_is_named_at_once(shelf: Shelf) -> None:
    wrong = rule("Mars", sets("comment_days", -1), sets("quorum", 2), "weather = 1", start="1")
    shelf.put("first", wrong)
    shelf.put("second", "title")
    lines = [fault.partition(": ")[0] for fault in shelf.faults()]
    assert sorted(lines) == [
        "first.toml:2", "first.toml:3", "first.toml:6", "first.toml:7", "first.toml:8",
        "second.toml:1",
    ]  # fmt: skip


def test_a_key_is_found_in_its_own_table_and_not_in_a_text_that_looks_like_it(
    shelf: Shelf,
) -> None:
    remark = 'remark = """\n[values.options_min]\nvalue = 2\n"""\n'
    entry = '[values.options_min]\nvalue = -2\narticle = "一"\ntrust = "F"\n'
    shelf.put("bad", HEAD.format(place=CITY, start="2020-01-01") + remark + entry)
    assert [fault.partition(": ")[0] for fault in shelf.faults()] == ["bad.toml:9"]


def test_a_file_in_another_encoding_is_named(shelf: Shelf) -> None:
    (shelf.folder / "bad.toml").write_bytes(b'\ntitle = "\xb9\xe6"\n')
    assert shelf.faults()[0].startswith("bad.toml:2: 不是UTF-8")


def test_a_file_that_cannot_be_read_is_named(shelf: Shelf) -> None:
    (shelf.folder / "bad.toml").mkdir()
    assert shelf.faults()[0].startswith("bad.toml: 读不出来")


def test_a_folder_that_is_not_there_is_named(shelf: Shelf) -> None:
    shelf.folder.rmdir()
    assert "没有这个目录" in shelf.faults()[0]


# what the files must agree on


def test_an_id_is_used_once(shelf: Shelf) -> None:
    """The id is the file's name: one of ours cannot be overwritten in silence."""
    shelf.put("nation-713", GOOD)
    assert shelf.faults()[0].startswith("nation-713.toml:1: 编号nation-713已经用于")


def test_two_texts_of_one_rule_are_not_in_force_together(shelf: Shelf) -> None:
    first = 'rule = "city"\nin_force_until = 2022-06-30\n'
    shelf.put("a", rule(CITY, head=first))
    shelf.put("b", rule(CITY, head='rule = "city"\n', start="2022-06-30"))
    assert [fault.partition("：")[0] for fault in shelf.faults()] == [
        f"b.toml:3: 和{shelf.folder}/a.toml是同一规定，施行日期重叠"
    ]


def test_two_texts_of_one_rule_may_follow_each_other(shelf: Shelf) -> None:
    first = 'rule = "city"\nin_force_until = 2022-06-30\n'
    shelf.put("a", rule(CITY, sets("comment_days", 40), head=first))
    shelf.put("b", rule(CITY, sets("comment_days", 50), head='rule = "city"\n', start="2022-07-01"))
    assert shelf.law(CITY).number("comment_days") == 50


def test_two_rules_of_a_layer_do_not_set_the_same_at_the_same_time(shelf: Shelf) -> None:
    shelf.put("a", rule(CITY, sets("comment_days", 40)))
    shelf.put("b", rule(CITY, sets("options_min", 2), sets("comment_days", 40)))
    assert [fault.partition(" ")[0] for fault in shelf.faults()] == ["b.toml:7:"]


def test_two_rules_of_a_layer_may_set_different_things(shelf: Shelf) -> None:
    shelf.put("a", rule(CITY, sets("comment_days", 40)))
    shelf.put("b", rule(CITY, sets("options_min", 2)))
    shelf.put("c", rule("cn/hunan", sets("comment_days", 35)))
    assert shelf.law(CITY).number("comment_days") == 40
    assert shelf.law(CITY).number("options_min") == 2


def test_a_rule_that_is_replaced_ends_on_the_day_before(shelf: Shelf) -> None:
    """A district puts its own numbers in the place of the plan of 2016 without touching ours."""
    haizhu = "cn/guangdong/guangzhou/haizhu"
    text = rule(haizhu, sets("options_min", 3), start="2026-01-01", head='replaces = "haizhu-2016"')
    shelf.put("haizhu-2026", text.replace('"haizhu-2016"', '"haizhu-2016"\n'))
    before, since = (shelf.law(haizhu, day) for day in (DAY.replace(year=2025), DAY))
    assert (before.known("options_min"), since.known("options_min")) == (2, 3)
    assert (before.demands("risk_always"), since.demands("risk_always")) == (True, False)


def test_a_rule_cannot_replace_one_that_begins_no_earlier(shelf: Shelf) -> None:
    shelf.put("a", rule(CITY))
    shelf.put("b", rule(CITY, head='replaces = "a"\n'))
    assert [fault.partition(" ")[0] for fault in shelf.faults()] == ["b.toml:3:"]


# at the start, and a district's own


def test_the_check_of_the_system_names_each_fault(shelf: Shelf) -> None:
    bad = shelf.put("bad", rule(CITY, sets("comment_days", -1), sets("quorum", 2)))
    errors = check_profiles()
    assert [error.id for error in errors] == ["decisions.E001"] * 2
    with pytest.raises(SystemCheckError, match=re.escape(f"{bad}:7: ")):
        call_command("check")


def test_our_own_files_pass_the_check() -> None:
    assert check_profiles() == []


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run python with the folder named in the environment, as a district does."""
    environment = {**os.environ, "STATUTES_DIRS": str(folder)}
    return subprocess.run(  # noqa: S603  # our own commands
        [sys.executable, *command], cwd=settings.BASE_DIR, env=environment, text=True,
        capture_output=True, check=False,
    )  # fmt: skip


def test_a_district_adds_its_file_by_the_environment(shelf: Shelf) -> None:
    shelf.put("city", GOOD)
    found = run(shelf.folder, "manage.py", "statutes", "--place", CITY)
    assert found.returncode == 0
    assert "公开征求意见期限  45日" in found.stdout


def test_no_server_starts_on_a_bad_file(shelf: Shelf) -> None:
    bad = shelf.put("bad", rule(CITY, sets("comment_days", -1)))
    found = run(shelf.folder, "-c", "import config.wsgi")
    assert found.returncode == 1
    assert f"{bad}:6: " in found.stderr


def test_the_example_of_the_documentation_can_be_used(shelf: Shelf) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    shelf.put("example", example[1])
    assert shelf.faults() == []
    district = law("cn/guangdong/guangzhou/liwan", DAY)
    assert district.number("comment_days") == 40
