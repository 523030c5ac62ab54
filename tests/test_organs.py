"""Two organs in one system: a case is its own organ's, and nobody of another acts on it."""

from pathlib import Path

import pytest
from django.utils import timezone

from decisions.facts import Facts
from decisions.models import Case
from people.models import Person, Tenure
from tests.replaying import ORGAN, PROPOSAL, UNITS, act, replayed, told, written
from workflow.acts.deliberation import members_on
from workflow.acts.experts import experts_on
from workflow.acts.risk import assessors_on
from workflow.door import perform
from workflow.inbox import tasks_of
from workflow.refusals import NotInPost

pytestmark = pytest.mark.usefixtures("district")
MAYOR = {
    "code": "LH-ZF", "name": "临河区人民政府", "opened_on": "1990-01-01",
    "posts": [{
        "title": "区长", "role": "administrative_head", "member": True, "name": "区长丁",
        "username": "lh-ding",
    }],
}  # fmt: skip


@pytest.fixture
def elsewhere(tmp_path: Path) -> Case:
    """Import a case of another organ that waits to be studied."""
    said = told(act(0, at="2024-05-06T10:00", by="lh-bo"), organ=ORGAN, units=[
        {**UNITS[0], "closed_on": "2030-12-31", "posts": [
            {"title": "承办岗", "role": "undertaker", "name": "承办戊", "username": "lh-bo"}]},
        UNITS[1], MAYOR,
    ])  # fmt: skip
    assert replayed(written(tmp_path, said), "--commit")[0] == 0
    return Case.objects.get(title=PROPOSAL["title"])


def test_nobody_of_another_organ_acts_on_a_case(elsewhere: Case) -> None:
    office = Tenure.objects.named().get(person__username="chenhaining")
    with pytest.raises(NotInPost):
        perform("study_proposal", elsewhere, office, {"opinion": "启动。", "recommended": True})


def test_a_case_waits_in_the_list_of_its_own_organ_alone(elsewhere: Case) -> None:
    def waiting(username: str) -> list[Case]:
        held = Tenure.objects.named().filter(person__username=username)
        return [todo.case for todo in tasks_of(list(held), timezone.now())]

    assert waiting("lh-bing") == [elsewhere]
    assert elsewhere not in waiting("chenhaining")


def test_an_organ_has_its_own_members_experts_and_assessors(elsewhere: Case) -> None:
    facts = Facts(elsewhere, timezone.now())
    assert list(members_on(facts)) == [Person.objects.get(username="lh-ding")]
    assert not experts_on(facts).exists()
    assert not assessors_on(facts).exists()
