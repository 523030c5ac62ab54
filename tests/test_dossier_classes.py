"""The 25 classes of papers: which act feeds which, and why a class is empty."""

import datetime as dt
from collections import Counter

import pytest

from archive.dossier.classes import CLASSES, LONGEST
from archive.dossier.contents import Contents
from archive.dossier.heading import Heading
from tests.dossiers import CODE, contents_of
from tests.story import Story, unit
from workflow.acts import registry

KEPT_THIRTY_YEARS = {4, 6, 9, 20, 21}
LEFT_OUT = ("is_public", "hearing", "market", "congress")


def absent(contents: Contents) -> dict[int, str]:
    """Return what the item list says in place of the papers, by class."""
    return {one.of.number: one.absent for one in contents.absent}


def test_every_act_belongs_to_exactly_one_class() -> None:
    fed = Counter(act for one in CLASSES for act in one.acts)
    assert set(fed) == set(registry)
    assert set(fed.values()) == {1}


def test_the_classes_are_those_of_the_filing_rules_in_their_order() -> None:
    assert [one.number for one in CLASSES] == list(range(1, 26))
    assert {one.number for one in CLASSES if one.retention == "D30"} == KEPT_THIRTY_YEARS
    assert LONGEST == "Y"


def test_a_class_is_full_or_says_why_it_is_empty(told: Story) -> None:
    told.until("close_case")
    for one in contents_of(told).classes:
        assert bool(one.papers) != bool(one.absent), one.of.title


def test_a_step_determined_not_to_apply_is_absent_for_its_ground(told: Story) -> None:
    told.until("close_case")
    determined = told.known_case.ledger.get(act="determine_steps").seq
    says = absent(contents_of(told))
    assert says[10] == f"认定不开展（台账第{determined}条）。理由：没有规定要求听证。"
    assert says[13] == f"认定不开展（台账第{determined}条）。理由：不涉及经营者。"


def test_what_did_not_happen_is_said_not_to_have_happened(told: Story) -> None:
    told.until("close_case")
    says = absent(contents_of(told))
    assert set(says) == {6, 9, 10, 13, 21, 22, 24}
    assert says[21] == "没有执行问题的报告，也没有公众异议的登记。"
    assert says[24] == "没有启动责任倒查。"


def test_a_matter_not_public_has_no_notice_and_no_opinions(told: Story) -> None:
    omissions = [{"step": step, "ground": f"理由{step}。"} for step in LEFT_OUT]
    told.determine(is_public=False, omissions=omissions)
    says = absent(contents_of(told))
    assert says[7].endswith("理由：理由is_public。")
    assert says[8] == says[7]


def test_what_a_terminated_case_did_not_reach_names_its_end(told: Story) -> None:
    told.until("file_draft")
    told.do("terminate_case", "fanglicheng")
    end = told.known_case.ledger.get(act="terminate_case")
    contents = contents_of(told)
    says = absent(contents)
    assert says[14] == f"没有到这一步：2026年3月21日终止（台账第{end.seq}条）。"
    assert contents.classes[21].papers
    assert says[18] == says[14]


def test_what_a_case_on_its_way_has_not_reached_is_said_so(told: Story) -> None:
    told.until("propose")
    says = absent(contents_of(told))
    assert says[18] == "还没有到这一步：事项在“提出建议”。"


@pytest.mark.parametrize(
    ("procedure", "not_called_for"), [("general", {2, 17, 20}), ("normative", {2, 17})]
)
def test_what_the_procedure_does_not_call_for_is_said_so(
    district: None, procedure: str, not_called_for: set[int]
) -> None:
    told = Story(procedure).until("close_case")
    says = absent(contents_of(told))
    assert {n for n, why in says.items() if why.startswith("本程序不要求")} == not_called_for


def test_departments_are_not_asked_where_none_is_touched(told: Story) -> None:
    told.until("determine_steps")
    determined = told.known_case.ledger.get(act="determine_steps").seq
    assert absent(contents_of(told))[6] == f"认定不涉及其他单位的职责（台账第{determined}条）。"


def test_a_touched_body_that_was_not_asked_is_no_excuse(told: Story) -> None:
    told.before("determine_steps")
    answer_by = told.today + dt.timedelta(days=20)
    bodies = [{"unit": unit("CZJ"), "answer_by": answer_by}]
    told.determine(bodies=bodies)
    assert absent(contents_of(told))[6] == "没有征求部门、下级政府意见的记录。"


def test_items_are_numbered_within_their_class(told: Story) -> None:
    told.until("close_case")
    numbers = [heading.number for heading in contents_of(told).headings]
    assert numbers == sorted(set(numbers))
    assert numbers[:4] == ["01-01", "01-02", "01-03", "02-01"]


def test_an_item_has_a_code_of_its_own_with_the_term_of_its_class(told: Story) -> None:
    told.until("close_case")
    listed = contents_of(told, sealed=True).listed
    codes = {line.heading.title: line.code for one in listed for line in one.lines}
    assert codes["决策事项建议"] == "0001-WS·2026-Y-ZFB-0001-01-01"
    assert codes["调查研究报告"] == "0001-WS·2026-D30-ZFB-0001-04-01"
    assert len(set(codes.values())) == len(codes)


@pytest.mark.parametrize(
    ("dossier", "code"), [("", ""), ("2026年第1卷", "2026年第1卷-05-03"), (CODE, f"{CODE}-05-03")]
)
def test_a_code_of_another_form_is_carried_on(dossier: str, code: str) -> None:
    heading = Heading("多方案比较", "paper-9", number="05-03", retention="Y")
    assert heading.archival_code(dossier) == code


def test_a_case_that_grew_by_one_act_sets_little_again(told: Story) -> None:
    told.until("answer_comments")
    before = {one.name: one.html for one in contents_of(told).sections()}
    told.until("publish_adoption_report")
    after = {one.name: one.html for one in contents_of(told).sections()}
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        "cover", "items", "class-08-02", "glance-1", "responsibility-1", "ledger-1",
        "reference",
    }  # fmt: skip
