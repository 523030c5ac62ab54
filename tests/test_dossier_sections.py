"""The sections of the dossier: what each says, and whether it can be read without being seen."""

import re
from itertools import pairwise

import pytest

from archive.dossier import sections as setting
from archive.press.section import Section, Style
from decisions.requirements import registry as requirements
from tests import story
from tests.dossiers import Page, contents_of, html
from tests.refusals import see_refused
from tests.story import Story, views

DISSENT = "每项任务都写2018年底完成，部门做不到。"  # invented


@pytest.fixture
def full(told: Story) -> Story:
    """A case with a dissent, a refusal, a picture in an opinion, and a withheld name."""
    told.before("initiate")
    see_refused(told, "file_research_report", "huoqishan", "door.state")
    told.before("receive_comment")
    told.do("receive_comment", name="某甲", may_name=False, text="骑车🚲方便。")
    told.before("record_deliberation")
    against = {"stance": "against", "words": DISSENT}
    told.do("record_deliberation", "chenhaining", days=5, views=views(fengjianing=against))
    told.told += 1
    return told.until("close_case")


def made(told: Story) -> tuple[Section, ...]:
    """Return the sections of a story's sealed dossier."""
    return contents_of(told, sealed=True).sections()


def test_headings_nest_without_a_jump_and_say_something(full: Story) -> None:
    headings = Page(html(made(full))).headings
    levels = [level for level, _text in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text for _level, text in headings)


def test_every_header_of_a_table_has_its_scope_and_its_text(full: Story) -> None:
    headers = Page(html(made(full))).headers
    assert len(headers) > 200
    assert {scope for scope, _text in headers} == {"row", "col"}
    assert all(text for _scope, text in headers)


def test_the_figure_says_in_words_what_it_shows(full: Story) -> None:
    (figure,) = Page(html(made(full))).figures
    assert figure.startswith("状态图：1提出建议，2分类完成，3已启动，")


def test_links_have_a_text_or_stand_for_a_page_and_lead_somewhere(full: Story) -> None:
    found = made(full)
    page = Page(html(found))
    assert len(page.ids) == len(set(page.ids))
    assert {target.removeprefix("#") for target, _kind, _text in page.links} <= set(page.ids)
    assert all(text for _target, kind, text in page.links if kind != "page")
    assert all(not text for _target, kind, text in page.links if kind == "page")
    naming = {one.name for one in found if 'class="page"' in one.html}
    assert naming == {one.name for one in found if one.late} == {"cover", "items", "reference"}


def test_sections_have_plain_names_of_their_own(full: Story) -> None:
    found = made(full)
    names = [one.name for one in found]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)
    assert [one.name for one in found if one.style == Style.DOCUMENT] == ["class-18-02"]
    assert [one.name for one in found if one.style == Style.COVER] == ["cover"]
    assert names.index("class-18-01") < names.index("class-18-02") < names.index("glance-1")


def test_the_item_list_has_its_fields_and_every_class(full: Story) -> None:
    page = Page(html(made(full), "items"))
    columns = [text for scope, text in page.headers if scope == "col"]
    assert columns == ["顺序号", "文号", "责任者", "题名", "日期", "页号", "备注"]
    classes = [text for scope, text in page.headers if scope == "row"]
    assert [text[:2] for text in classes] == [f"{n:02}" for n in range(1, 26)]
    assert "认定不开展" in page.text


def test_the_reference_form_has_its_fields(full: Story) -> None:
    page = Page(html(made(full), "reference"))
    fields = [text for _scope, text in page.headers]
    assert fields == [
        "本卷情况说明", "以代码印出的字符", "立卷人", "立卷单位", "检查人", "检查日期", "立卷时间",
        "核验办法",
    ]  # fmt: skip
    assert "梁秋月" in page.text
    assert "没有文件的7类：06、09、10、13、21、22、24" in page.text
    assert "其中未获准的办理1次" in page.text
    assert "〔U+1F6B2〕" in page.text


def test_a_preview_claims_neither_seal_nor_check(told: Story) -> None:
    told.until("propose")
    text = Page(html(contents_of(told).sections())).text
    assert "未封存，本件仅供预览" in text
    assert "封存前核对" not in text
    assert "没有特别情形" not in text


def test_every_requirement_there_is_was_met_or_says_why_it_was_not_asked(full: Story) -> None:
    glance = contents_of(full).glance
    assert len(glance.requirements) + len(glance.unasked) == len(requirements)
    why = {one.title: one.why for one in glance.unasked}
    assert why["听证会的时间已到"].startswith("认定不开展（台账第")
    assert why["规范性文件已报送备案"] == "重大行政决策不要求。"
    text = Page(html(made(full), "glance")).text
    assert all(one.title in text and one.why in text for one in glance.unasked)


def test_dissent_stands_beside_its_words_with_its_legal_effect(full: Story) -> None:
    entry = full.known_case.ledger.get(act="record_deliberation")
    effect = f"第5个发言，不同意见已载明（台账第{entry.seq}条）。条例第三十八条："
    meeting = Page(html(made(full), "class-16")).text
    assert meeting.index(DISSENT) < meeting.index(effect) < meeting.index("方立诚", 400)
    assert meeting.count(effect) == 1
    assert effect in Page(html(made(full), "responsibility")).text


def test_the_responsibility_list_names_act_moment_view_and_signature(full: Story) -> None:
    listed = {one.name: one for one in contents_of(full).answerable}
    (review,) = [d for d in listed["林静怡"].deeds if d.title == "签署审查意见"]
    entry = full.known_case.ledger.get(seq=review.seq)
    assert (review.view, review.signed) == ("合法", True)
    assert f"{entry.at:%Y}" in review.at
    text = Page(html(made(full), "responsibility")).text
    assert "林静怡（已签）" in text
    assert "登记" in text


def test_opinions_go_on_in_the_next_section(full: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "ROWS", 2)
    found = made(full)
    names = [one.name for one in found if one.name.startswith("opinions")]
    assert names == ["opinions-1", "opinions-2"]
    rows = [text for scope, text in Page(html(found, "opinions")).headers if scope == "row"]
    assert rows == ["1", "2", "3"]
    assert "第3条起，1条" in Page(html(found, "opinions-2")).text


def test_each_opinion_has_channel_words_and_answer_but_no_name_against_consent(full: Story) -> None:
    text = Page(html(made(full), "opinions")).text
    assert "骑车🚲方便。" in text
    assert "网上" in text
    assert "采纳已写入。" in text
    assert "某甲" not in text


def test_a_refused_attempt_stands_in_the_annex_and_on_the_cover(full: Story) -> None:
    found = made(full)
    assert "提交调研报告" in Page(html(found, "refused")).text
    assert "事项当时的状态不能办理这件事" in Page(html(found, "refused")).text
    assert "未获准的办理1次" in Page(html(found, "cover")).text


def test_what_somebody_writes_is_never_taken_for_markup(told: Story) -> None:
    told.until("propose")
    told.do("terminate_case", "fanglicheng", reason="<b>不再</b>需要。</section>")
    text = html(made(told), "class-22")
    assert "&lt;b&gt;不再&lt;/b&gt;需要。&lt;/section&gt;" in text


def test_short_papers_share_a_section_up_to_a_limit(told: Story) -> None:
    told.until("file_research_report")
    for _ in range(setting.PAPERS + 1):
        told.do("record_department_opinion", "huoqishan", unit=story.unit("CZJ"))
    names = [one.name for one in made(told) if one.name.startswith("class-06")]
    assert names == ["class-06-01", "class-06-13"]
