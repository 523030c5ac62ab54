"""Every act described: for a reader, and for a program that hands its data in."""

import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from jsonschema import Draft202012Validator

from tests.story import Story
from workflow.acts import registry
from workflow.described import described
from workflow.forms import form_class, line_name
from workflow.schema import schema

every = pytest.mark.parametrize("act", registry.values(), ids=str)


def printed(*arguments: str) -> str:
    """Return what the command prints."""
    out = io.StringIO()
    call_command("acts", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_tells_of_every_act_in_order() -> None:
    names = [line.split()[0] for line in printed().splitlines() if not line.startswith(" ")]
    assert names == list(registry)
    assert "public_input.min_days  征求意见期限不少于规定日数（条例第十五条）" in printed()


def test_the_same_as_json() -> None:
    acts = json.loads(printed("--json"))
    assert [act["name"] for act in acts] == list(registry)
    review = next(act for act in acts if act["name"] == "conclude_legality_review")
    assert review["by"] == [
        {"role": "department_legal", "title": "部门法制机构", "unit": "undertaking_unit"},
        {"role": "legality_reviewer", "title": "合法性审查部门"},
    ]
    assert review["states"] == ["department_review", "legality_review"]
    asked = {requirement["id"] for requirement in review["requirements"]}
    assert {"legality.independent", "legality.min_days", "legality.accepted"} <= asked


def test_an_act_that_anybody_may_do_says_so() -> None:
    assert described(registry["receive_comment"])["by"] == [{"role": "public", "title": "公众"}]
    assert "receive_comment  提意见  [公众参与]\n  公众\n" in printed()


@every
def test_a_schema_is_one(act: Any) -> None:
    Draft202012Validator.check_schema(schema(act))


@every
def test_a_schema_asks_for_what_the_form_asks_for(act: Any) -> None:
    found = described(act)["data"]
    form = form_class(act.record)()
    lines = {line_name(kind) for kind in act.rows}
    assert set(found["properties"]) == set(form.fields) | lines
    required = {name for name, field in form.fields.items() if field.required}
    needed = {line_name(kind) for kind in act.rows if kind not in act.may_be_empty}
    assert set(found["required"]) == required | needed


@pytest.mark.parametrize("act", ["record_deliberation", "file_risk_assessment", "answer_comments"])
def test_lines_are_arrays_of_at_least_one(act: str) -> None:
    for kind in registry[act].rows:
        lines = schema(registry[act])["properties"][line_name(kind)]
        assert (lines["type"], lines["minItems"]) == ("array", 1)
        assert lines["items"]["type"] == "object"


@every
@pytest.mark.usefixtures("stamped", "years_on")
def test_what_the_story_hands_in_is_what_the_schema_takes(act: Any, told: Story) -> None:
    by = told.reach(act.name)
    found, data = schema(act), told.data(act.name)
    assert by or not act.by
    assert set(found["required"]) <= set(data) <= set(found["properties"])
    for name, value in data.items():
        allowed = found["properties"][name].get("oneOf")
        assert not allowed or value in [choice["const"] for choice in allowed]
