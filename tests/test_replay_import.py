"""A case kept from its file: marked for good, by people who cannot log in, all of it or nothing."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from archive.dossier import circumstances
from archive.dossier.chronicle import Chronicle
from archive.models import LedgerEntry
from decisions.models import Case
from people.models import Organ, Person, Tenure
from tests.behind import run, unguarded
from tests.replaying import (
    BEGUN,
    ORGAN,
    PROPOSAL,
    UNITS,
    act,
    line_of,
    replayed,
    told,
    written,
)  # fmt: skip
from workflow.acts import registry
from workflow.audit import differences

pytestmark = pytest.mark.usefixtures("district")
OLD = act(0, at="2012-05-07T10:00", by="lh-jia")


def imported(folder: Path, *acts: dict[str, Any], **more: Any) -> Case:
    """Import a file; return the case."""
    code, _out, said = replayed(written(folder, told(*(acts or BEGUN), **more)), "--commit")
    assert (code, said) == (0, "")
    return Case.objects.exclude(imported_from="").get()


def kinds() -> set[str]:
    """Return the kinds of difference that an audit finds."""
    return {found.kind for found in differences()}


# The mark


def test_an_imported_case_says_when_it_happened_and_when_it_was_recorded(tmp_path: Path) -> None:
    first = LedgerEntry.objects.get(case=imported(tmp_path), seq=1)
    assert first.at.isoformat() == "2026-03-02T01:00:00+00:00"
    assert timezone.now() - first.recorded_at < dt.timedelta(minutes=5)
    assert first.imported_from.startswith("sha256:")


def test_the_command_says_under_which_number_it_was_kept(tmp_path: Path) -> None:
    _code, out, _said = replayed(written(tmp_path, told(*BEGUN)), "--commit")
    assert f"已导入，案号{Case.objects.exclude(imported_from='').get().number}。" in out


def test_the_mark_cannot_be_taken_off(tmp_path: Path) -> None:
    case = imported(tmp_path)
    with pytest.raises(IntegrityError, match="case_keeps_its_origin"):
        run("UPDATE decisions_case SET imported_from = '' WHERE id = %s", case.pk)


def test_the_mark_cannot_be_put_on_later(tmp_path: Path) -> None:
    case = imported(tmp_path)
    with pytest.raises(IntegrityError, match="case_keeps_its_origin"):
        run("UPDATE decisions_case SET imported_from = 'sha256:0' WHERE id = %s", case.pk)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE decisions_case SET imported_from = ''", {"case.column"}),
        (
            "UPDATE archive_ledgerentry SET imported_from = ''",
            {"chain.hash", "chain.sm3", "case.column"},
        ),
    ],
)
def test_the_audit_sees_a_mark_that_was_taken_off(
    statement: str, found: set[str], tmp_path: Path
) -> None:
    imported(tmp_path)
    assert kinds() == set()
    with unguarded():
        run(statement)
    assert kinds() == found


def test_the_audit_says_how_many_cases_were_imported(tmp_path: Path) -> None:
    out = io.StringIO()
    call_command("audit", imported(tmp_path).number, stdout=out)
    assert out.getvalue().strip() == "核对1个事项、3条台账：全部相符。其中1个由文件导入。"


def test_the_case_page_says_that_it_was_imported(tmp_path: Path, client: Client) -> None:
    case = imported(tmp_path)
    client.force_login(Person.objects.get(username="chenhaining"))
    assert "由文件导入" in client.get(case.get_absolute_url()).content.decode()


def test_the_cover_of_the_dossier_says_that_it_was_imported(tmp_path: Path) -> None:
    case = imported(tmp_path)
    chronicle = Chronicle(case, [act.described for act in registry.values()])
    found = next(circumstances.circumstances(chronicle))
    assert found.title == "导入。"
    assert case.imported_from in found.text


# All or nothing


def test_a_file_is_imported_once(tmp_path: Path) -> None:
    number = imported(tmp_path).number
    said = told(*BEGUN)
    code, _out, told_of = replayed(written(tmp_path, said), "--commit")
    assert code == 2
    assert f"第{line_of(said, '{', 2)}行：这个事项已经在系统里，案号{number}。" in told_of
    assert Case.objects.exclude(imported_from="").count() == 1


def test_the_same_case_told_in_other_words_is_not_imported_again(tmp_path: Path) -> None:
    number = imported(tmp_path).number
    again = told(act(0, data={**PROPOSAL, "reasons": "另一种说法。"}))
    code, _out, told_of = replayed(written(tmp_path, again), "--commit")
    assert (code, number in told_of) == (2, True)


def test_an_imported_case_can_be_played_again_without_keeping_it(tmp_path: Path) -> None:
    imported(tmp_path)
    assert replayed(written(tmp_path, told(*BEGUN)))[0] == 0


def test_half_a_case_is_not_kept(tmp_path: Path) -> None:
    rows = LedgerEntry.objects.count()
    said = told(BEGUN[0], act(1, by="huoqishan"), BEGUN[2])
    code, out, _said = replayed(written(tmp_path, said), "--commit")
    assert (code, "没有保留" in out) == (1, True)
    assert not Case.objects.filter(title=PROPOSAL["title"]).exists()
    assert LedgerEntry.objects.count() == rows


def test_a_refusal_of_which_the_file_tells_is_kept_with_the_case(tmp_path: Path) -> None:
    said = told(BEGUN[0], act(1, by="huoqishan", refused=["door.post"]), *BEGUN[1:])
    code, out, _said = replayed(written(tmp_path, said), "--commit")
    assert (code, "已导入" in out) == (1, True)
    case = Case.objects.exclude(imported_from="").get()
    outcomes = LedgerEntry.objects.filter(case=case).order_by("seq")
    assert [row.outcome for row in outcomes] == ["accepted", "refused", "accepted", "accepted"]


# The people of the time


def test_an_old_case_brings_its_organ_units_and_people(tmp_path: Path) -> None:
    case = imported(tmp_path, OLD, organ=ORGAN, units=UNITS)
    assert case.number == "LH-2012-001"
    assert (case.organ.name, case.place) == ("临河区人民政府", "cn/linhe")
    assert str(case.undertaking_unit.closed_on) == "2020-12-31"


def test_who_held_the_post_at_the_time_acts_in_it(tmp_path: Path) -> None:
    said = told(act(0, at="2016-05-07T10:00", by="lh-jia"), organ=ORGAN, units=UNITS)
    code, out, _said = replayed(written(tmp_path, said))
    assert (code, "refused door.post" in out) == (1, True)
    said = told(act(0, at="2016-05-07T10:00", by="lh-yi"), organ=ORGAN, units=UNITS)
    assert replayed(written(tmp_path, said))[0] == 0


def test_nobody_imported_can_log_in(tmp_path: Path) -> None:
    imported(tmp_path, OLD, organ=ORGAN, units=UNITS)
    person = Person.objects.get(username="lh-jia")
    assert not person.is_active
    assert not person.has_usable_password()
    assert authenticate(username="lh-jia", password="") is None


def test_what_is_there_already_is_used_and_not_changed(tmp_path: Path) -> None:
    imported(tmp_path, OLD, organ=ORGAN, units=UNITS)
    tenures = Tenure.objects.count()
    later = act(0, at="2013-05-07T10:00", by="lh-jia", data={**PROPOSAL, "title": "第二件"})
    said = told(later, organ=ORGAN, units=UNITS)
    assert replayed(written(tmp_path, said), "--commit")[0] == 0
    assert Tenure.objects.count() == tenures


POWER = {
    **UNITS[0], "posts": [{
        "title": "局长", "role": "department_head", "name": "陈海宁", "username": "chenhaining",
    }],
}  # fmt: skip
BADLY_CAST: dict[str, tuple[dict[str, Any], str, str]] = {
    "a post for somebody who can log in": (
        {"organ": ORGAN, "units": [*UNITS, POWER]}, "chenhaining", "文件不能给它岗位",
    ),
    "an account that is somebody else's": (
        {"organ": ORGAN, "units": [UNITS[0], {**UNITS[1], "posts": [
            {**UNITS[1]["posts"][0], "username": "lh-yi"}]}]}, "办丙", "系统里已有",
    ),
    "a unit that is another's": (
        {"organ": ORGAN, "units": [{**UNITS[0], "code": "GAJ"}]}, "临河区水务局", "系统里已有",
    ),
    "a unit of another organ": (
        {"organ": ORGAN, "units": [{**UNITS[0], "code": "GAJ", "name": "区公安分局"}]},
        '"GAJ"', "另一个机关的单位",
    ),
    "an organ under another name": (
        {"organ": {**ORGAN, "code": "HZ"}, "units": UNITS}, "临河区人民政府", "系统里已有",
    ),
    "a name that another organ has": (
        {"organ": {**ORGAN, "name": "海珠区人民政府"}, "units": UNITS},
        "海珠区人民政府", "另一个机关已经用了",
    ),
    "a unit above that is not there": (
        {"organ": ORGAN, "units": [{**UNITS[0], "superior": "UP"}]}, '"UP"', "没有代字是“UP”",
    ),
    "a unit closed before it opened": (
        {"organ": ORGAN, "units": [{**UNITS[0], "closed_on": "1980-01-01"}]},
        "1980", "结束日期早于开始日期",
    ),
    "a day that does not exist": (
        {"organ": ORGAN, "units": [{**UNITS[0], "closed_on": "2020-02-31"}]}, "02-31", "写法不对",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BADLY_CAST)
def test_people_who_cannot_be_as_the_file_says_are_told(name: str, tmp_path: Path) -> None:
    cast, mark, reason = BADLY_CAST[name]
    people, organs = Person.objects.count(), Organ.objects.count()
    said = told(OLD, **cast)
    code, _out, told_of = replayed(written(tmp_path, said), "--commit")
    assert code == 2
    assert f"第{line_of(said, mark)}行：" in told_of
    assert reason in told_of
    assert (Person.objects.count(), Organ.objects.count()) == (people, organs)


def test_an_audit_that_finds_a_difference_fails(tmp_path: Path) -> None:
    imported(tmp_path)
    with unguarded():
        run("UPDATE decisions_case SET imported_from = ''")
    with pytest.raises(CommandError) as failed:
        call_command("audit", stdout=io.StringIO())
    assert failed.value.returncode == 1
