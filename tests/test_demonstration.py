"""The demonstration is real input: it plays as written, and everybody finds work in it."""

import datetime as dt
import io
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from archive.models import Dossier, LedgerEntry
from decisions import models as m
from decisions.models import Case
from people.models import Role, Tenure
from workflow.acts import registry
from workflow.demonstration import Line, scripts
from workflow.forms import form_class, line_name
from workflow.inbox import tasks_of
from workflow.management.commands import demo

FILES = sorted(demo.CASES.glob("*.toml"))
PLAN = demo.CASES / "haizhu-2016-plan.toml"
TITLE = "海珠区法治政府建设规划（2016-2020年）"


def load() -> str:
    """Run the command; return what it prints."""
    printed = io.StringIO()
    call_command("demo", stdout=printed)
    return printed.getvalue()


@pytest.fixture(scope="module")
def played(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Load the demonstration once for this module; take it all back at the end."""
    folder = tmp_path_factory.mktemp("demonstration")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=folder / "files"),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(demo, "DOSSIERS", folder / "dossiers")
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def plan(played: str, db: None) -> Case:
    """The plan's own case, played to its end."""
    return Case.objects.get(title=TITLE)


def lines(path: Path) -> list[Line]:
    found: list[Line] = tomllib.loads(path.read_text())["act"]
    return found


def unknown(line: Line) -> set[str]:
    """Return the names in a line's data that its act does not ask for."""
    act, data = registry[line["name"]], line.get("data", {})
    rows = {line_name(kind): form_class(kind).base_fields for kind in act.rows}
    asked = {*form_class(act.record).base_fields, *rows}
    inner = {n for rn, fs in rows.items() for row in data.get(rn, ()) for n in row if n not in fs}
    return (set(data) - asked) | inner


# The files


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_says_only_what_its_acts_ask_for_and_what_in_it_is_invented(path: Path) -> None:
    for line in lines(path):
        assert not unknown(line), line["name"]
        claimed = line["invented"]
        fields = {*line, *line.get("data", {})}
        assert claimed is True or set(claimed) <= fields, line["name"]
        assert all((path.parent / name).is_file() for name in line.get("evidence", ()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_tells_its_acts_in_their_order(path: Path) -> None:
    moments = [line["at"] for line in lines(path)]
    assert moments == sorted(moments)


def test_evidence_stays_small() -> None:
    papers = [path for path in demo.CASES.rglob("*") if path.suffix in (".pdf", ".txt")]
    assert sum(path.stat().st_size for path in papers) < 1024**2


# The real facts


def test_the_draft_is_the_whole_plan_with_its_35_measures() -> None:
    text = (demo.CASES / "haizhu-2016-plan" / "规划（第2版）.txt").read_text()
    assert [int(n) for n in re.findall(r"(?m)^(\d+)\. ", text)] == list(range(1, 36))
    tasks, organisation = text.split("\n三、组织保障\n")
    assert len(re.findall(r"(?m)^（[一二三四五六七八]）", tasks.split("二、主要任务")[1])) == 8
    assert len(re.findall(r"(?m)^\d+\. ", organisation)) == 3
    assert "未经风险评估并确定风险可控的，一律不得作出决策" in text


def test_the_decision_bears_its_real_number_and_dates(plan: Case) -> None:
    decision = m.Decision.objects.get(case=plan)
    day = dt.date(2016, 6, 17)
    assert decision.document_number == "海府〔2016〕18号"
    assert (decision.signed_on, decision.issued_on) == (day, day)
    assert TITLE in decision.title
    assert m.Agenda.objects.get(case=plan).number == "15届101次"
    assert "主动公开" in m.Publication.objects.get(case=plan).places
    assert m.Classification.objects.get(case=plan).kind == "plan"


def test_what_is_real_is_not_marked_as_invented() -> None:
    acts = {line["name"]: line for line in lines(PLAN) if "refused" not in line}
    real = {"document_number", "title", "signed_on", "issued_on", "recipients"}
    assert not real & set(acts["issue_decision"]["invented"])
    assert "number" not in acts["schedule_deliberation"]["invented"]
    assert "text" not in acts["file_draft"]["invented"]


# The playing


def test_every_act_is_accepted_or_refused_as_written(played: str, db: None) -> None:
    for script in scripts(demo.CASES):
        assert script.case
        rows = LedgerEntry.objects.filter(case=script.case).order_by("seq")
        told = [(row.act, tuple(row.unmet_ids)) for row in rows]
        assert told == [(line["name"], tuple(line.get("refused", ()))) for line in script.lines]


def test_the_plan_went_the_whole_way_with_its_detours(plan: Case) -> None:
    refused = LedgerEntry.objects.filter(case=plan, outcome="refused")
    reviews = m.LegalityReview.objects.filter(case=plan, level="government").order_by("seq")
    assert [row.act for row in refused] == [
        "close_public_input", "submit_for_legality_review", "conclude_legality_review",
    ]  # fmt: skip
    assert [review.conclusion for review in reviews] == ["lawful_after_change", "lawful"]
    assert Counter(view.stance for view in m.MemberView.objects.filter(of__case=plan)) == {
        "for": 6, "against": 1, "": 1,
    }  # fmt: skip
    assert m.Comment.objects.filter(case=plan, answer__isnull=False).count() == 19
    assert (plan.state, plan.draft.version if plan.draft else 0) == ("archived", 2)


def test_the_plan_is_sealed_and_its_dossier_lies_where_the_command_says(
    plan: Case, played: str
) -> None:
    sealed = Dossier.objects.get(case=plan)
    copy = demo.DOSSIERS / f"{sealed.archival_code}.pdf"
    assert sealed.archival_code == "0001-WS·2016-Y-ZFB-0018"
    assert copy.read_bytes().startswith(b"%PDF-")
    assert copy.name in played


def test_55_of_62_opinions_on_the_conservation_plan_were_adopted(played: str, db: None) -> None:
    answers = m.Answer.objects.filter(of__case__title__startswith="海珠区水土保持规划")
    assert Counter(a.disposition for a in answers) == {"adopted": 55, "not_adopted": 7}


def test_the_public_can_comment_now(played: str, db: None) -> None:
    notice = m.PublicInput.objects.get(case__title="海珠区电动自行车通行管理措施")
    assert notice.opens_on <= timezone.localdate() <= notice.closes_on


def test_every_stage_is_shown(played: str, db: None) -> None:
    shown = set(Case.objects.values_list("state", flat=True))
    assert shown >= {
        "proposed", "classified", "initiated", "researching", "consulting", "department_review",
        "legality_review", "on_agenda", "executing", "suspended", "archived",
    }  # fmt: skip


def test_every_account_finds_work(played: str, db: None) -> None:
    today = timezone.localdate()
    # The audit administrator watches, and has no part in any case.
    held = Tenure.objects.on(today).named().exclude(post__role=Role.AUDIT_ADMIN)
    idle = [tenure.person.username for tenure in held if not tasks_of([tenure], timezone.now())]
    assert not idle


def test_the_table_names_every_account_and_the_password(played: str, db: None) -> None:
    held = Tenure.objects.on(timezone.localdate()).named()
    assert all(tenure.person.username in played for tenure in held)
    assert "haizhu-demonstration" in played


def test_a_second_run_adds_nothing(played: str, db: None) -> None:
    rows = LedgerEntry.objects.count()
    again = load()
    assert LedgerEntry.objects.count() == rows
    assert TITLE in again
