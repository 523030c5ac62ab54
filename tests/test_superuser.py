"""Nobody is above the law, also not whoever is one elsewhere: a test for each side entrance.

There is no superuser (`people/models.py`). Here every person is made one by force, with every
permission that Django and viewflow know, and gets nothing more by it.
"""

import datetime as dt
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.urls import URLPattern, URLResolver, get_resolver
from viewflow.workflow.models import Task

from decisions.models import Case
from people.models import Person
from tests.desk import Desk
from tests.entrances import METHODS, entrances, standing, tampered, tried
from tests.refusals import recorded, see_refused, tables
from tests.statute import lacks
from tests.story import Story
from workflow.acts import registry
from workflow.door import perform
from workflow.flows.listed import open_tasks
from workflow.refusals import NotInPost

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stamped")]


def every_permission(*_asked: Any, **_how: Any) -> bool:
    """Grant whatever is asked."""
    return True


@pytest.fixture(autouse=True, params=["as anybody", "as a superuser"])
def above_the_law(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Make everybody a superuser, or nobody: what follows is the same for both."""
    forced: bool = request.param == "as a superuser"
    if forced:
        for flag in ("is_superuser", "is_staff"):
            monkeypatch.setattr(Person, flag, True, raising=False)
        for asked in ("has_perm", "has_perms", "has_module_perms"):
            monkeypatch.setattr(Person, asked, every_permission, raising=False)
    return forced


# the door


def test_no_act_is_done_without_its_post(told: Story) -> None:
    """The auditor, who holds no other post, tries everything but what auditors do."""
    told.until("assign_execution")
    auditor = told.actor("zhouhuimin", "propose")
    rows = tables()
    for act in registry.values():
        party = act.party(told.known_case)
        if party is None or party.includes(auditor, told.known_case):
            continue
        with pytest.raises(NotInPost):
            perform(act, told.known_case, auditor, {}, told.now)
        assert recorded(told.known_case) == (act.name, {"door.post"})
    assert tables() == rows


def test_the_head_too_is_refused_what_the_law_still_misses(told: Story) -> None:
    told.before("report_to_party_committee")
    see_refused(told, "issue_decision", "fanglicheng", "issue.party_reported")


def test_a_gap_is_a_gap_for_whoever_holds_the_post(told: Story) -> None:
    told.before("close_public_input")
    see_refused(told, "close_public_input", "huoqishan", "public_input.min_days")


def test_the_past_and_the_future_are_nobodys(told: Story) -> None:
    told.until("propose")
    told.now -= dt.timedelta(days=2)
    see_refused(told, "study_proposal", "chenhaining", "door.order")


# the site


@pytest.fixture
def idle(told: Story) -> Desk:
    """Sit down as somebody in a post that has nothing to do here."""
    told.until("determine_steps")
    return Desk("zhouhuimin", told)


def test_no_page_of_an_act_takes_anything_from_another_post(idle: Desk) -> None:
    case = idle.story.known_case
    for act in registry.values():
        if act.by is None or (act.states and case.state not in act.states):
            continue
        assert idle.browser.get(idle.address(act.name)).status_code in (403, 404), act.name
        assert idle.hand_in(act.name, {}).status_code in (403, 404), act.name
    assert idle.story.known_case.state == case.state


def test_no_page_of_an_unknown_act_or_of_another_case_is_there(idle: Desk) -> None:
    for act, number in (("no_such_act", ""), ("receive_comment", ""), ("classify", "HZ-1999-001")):
        assert idle.browser.post(idle.address(act, number), {}).status_code == 404


def test_nothing_is_read_without_a_post(told: Story) -> None:
    """Somebody whose unit was closed in 2019."""
    told.until("initiate")
    former = Desk("wenguoqiang", told)
    for address in ("/", "/cases/", "/archive/", "/flow/", former.address()):
        assert former.browser.get(address).status_code in (200, 403), address
    assert former.browser.get(former.address()).status_code == 403
    assert former.browser.get("/archive/").status_code == 403


def test_no_dossier_leaves_without_its_purpose(told: Story) -> None:
    from archive.models import Dossier, Retrieval

    told.until("seal_dossier")
    dossier = Dossier.objects.get(case=told.known_case)
    archivist = Desk("liangqiuyue", told)
    answer = archivist.browser.post(f"/archive/{dossier.pk}/download/", {"purpose": ""})
    assert answer.status_code == 422
    assert not Retrieval.objects.exists()


def views(found: URLPattern | URLResolver) -> list[Any]:
    """Return the views under an address, however deep."""
    if isinstance(found, URLPattern):
        return [found.callback]
    return [view for inner in found.url_patterns for view in views(inner)]


def test_no_address_leads_into_viewflow_or_an_admin() -> None:
    modules = {view.__module__ for view in views(get_resolver())}
    assert not [name for name in modules if name.startswith(("viewflow", "django.contrib.admin"))]


def test_no_command_makes_a_superuser(district: None) -> None:
    before = Person.objects.count()
    with pytest.raises((CommandError, AttributeError)):
        call_command("createsuperuser", interactive=False, username="root", name="root")
    assert Person.objects.count() == before


# the state machine, the models, SQL, the to-do list


@pytest.mark.parametrize("name", entrances)
def test_no_way_round_the_door_changes_anything(told: Story, name: str) -> None:
    """Each is tried on a case in the middle of its consultation, from every side."""
    told.until("receive_comment")
    before = standing()
    for number in range(len(METHODS) * 3):
        tried(name, told.known_case, number)
    assert standing() == before
    assert lacks(told.known_case.pk) == []


ALOUD = [name for name in entrances if not name.startswith("a_task_")]


@pytest.mark.parametrize("name", ALOUD)
def test_models_and_database_refuse_aloud(told: Story, name: str) -> None:
    told.until("receive_comment")
    for number in range(12):
        assert tried(name, told.known_case, number), number


def test_nobody_may_cancel_undo_revive_or_take_over_a_duty(told: Story) -> None:
    told.until("file_risk_assessment")
    person = Person.objects.get(username="fanglicheng")
    for task in Task.objects.filter(process__caseflow__case=told.case, flow_task_type="HUMAN"):
        activation = task.flow_task.activation_class(task)
        assert not task.flow_task.flow_class.instance.has_manage_permission(person)
        for name in ("cancel", "undo", "revive", "unassign"):
            assert not getattr(activation, name).has_perm(person), name


@pytest.mark.parametrize("method", METHODS)
def test_a_duty_tampered_with_skips_no_step(told: Story, method: str) -> None:
    """Whatever becomes of the to-do list, the law asks for the record."""
    told.until("file_risk_assessment")
    case, rows = told.known_case, len(open_tasks(told.known_case))
    for number in range(rows + 20):
        try_to_tamper(case, number, method)
    see_refused(
        told, "submit_for_legality_review", "huoqishan", *lacking(told), days=1
    )  # fmt: skip
    told.do("determine_risk", "luojianping")
    assert told.known_case.state == "consulting"


def try_to_tamper(case: Case, number: int, method: str) -> None:
    from django.db import transaction

    from tests.entrances import REFUSALS

    try:
        with transaction.atomic():
            tampered(case, number, method)
    except REFUSALS:
        return


def lacking(told: Story) -> list[str]:
    """Return what sending the case to review lacks."""
    from decisions.requirements import gather

    case = told.known_case
    facts = gather(case, told.now + dt.timedelta(days=1), None)
    found = registry["submit_for_legality_review"].unmet(facts)
    assert "risk.controllable" in {one.id for one in found}
    return [one.id for one in found]
