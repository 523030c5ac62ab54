"""The state diagram: the path that a case took, drawn and told."""

from archive.dossier.drawing import Drawing, drawing
from archive.dossier.path import Visit
from decisions.states import State
from tests.dossiers import Page, contents_of, html
from tests.story import Story


def drawn(told: Story) -> Drawing:
    """Return the diagram of a story's case."""
    return drawing(contents_of(told).path)


def notes(told: Story) -> dict[str, str]:
    """Return what stands beside each state, by its label."""
    return {box.label: box.note for box in drawn(told).boxes}


def test_every_state_of_the_law_is_drawn_once(told: Story) -> None:
    told.until("propose")
    assert [box.label for box in drawn(told).boxes] == [str(state.label) for state in State]


def test_a_case_just_opened_has_been_in_one_state(told: Story) -> None:
    told.until("study_proposal")
    beside = notes(told)
    assert beside.pop("提出建议") == "1　2026年3月2日"
    assert set(beside.values()) == {""}


def test_the_states_that_it_went_through_are_numbered_and_dated(told: Story) -> None:
    told.until("close_case")
    beside = notes(told)
    assert beside["分类完成"].startswith("2　2026年3月")
    assert beside["中止执行"] == ""
    assert beside["办结"].startswith("18　")


def test_a_second_visit_is_told_beside_the_first(told: Story) -> None:
    told.until("determine_risk")
    told.do("file_draft", "huoqishan", reason="改为分路段限行。")
    assert notes(told)["调查研究、拟订草案"].startswith("4、6　首次2026年3月")


def test_a_way_back_is_drawn_apart(told: Story) -> None:
    told.until("determine_risk")
    assert "back" not in {arrow.kind for arrow in drawn(told).arrows}
    told.do("file_draft", "huoqishan", reason="改为分路段限行。")
    assert [arrow.kind for arrow in drawn(told).arrows].count("back") == 1


def test_what_was_skipped_is_passed_by_a_bracket(told: Story) -> None:
    told.until("record_deliberation")
    agenda, amending = State.ON_AGENDA.label, State.AMENDING.label
    beside = notes(told)
    assert beside[str(agenda)]
    assert not beside[str(amending)]
    jumps = [arrow for arrow in drawn(told).arrows if arrow.points.count(" ") == 3]
    assert [arrow.kind for arrow in jumps] == ["on"]


def test_brackets_that_overlap_have_lanes_of_their_own() -> None:
    way = (State.CONSULTING, State.RESEARCHING, State.CONSULTING, State.LEGALITY_REVIEW)
    back = (*way, State.RESEARCHING)
    found = [Visit(n, state, "", "", n) for n, state in enumerate(back, 1)]
    jumps = [a for a in drawing(found).arrows if a.points.count(" ") == 3]
    lanes = [jump.points.split()[1].split(",")[0] for jump in jumps]
    assert len(lanes) == len(set(lanes)) == 3


def test_the_table_beside_it_tells_the_same(told: Story) -> None:
    told.until("initiate")
    contents = contents_of(told)
    page = Page(html(contents.sections(), "path"))
    assert [text for scope, text in page.headers if scope == "row"] == ["1", "2", "3"]
    assert "3已启动2026年3月9日决定启动第7条" in page.text.replace("　", "")
    assert page.figures == ["状态图：1提出建议，2分类完成，3已启动"]
