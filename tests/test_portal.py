"""The public reads a draft, gives an opinion, and gets an answer; and sees nothing else."""

import datetime as dt
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from archive.models import LedgerEntry
from decisions.models import AdoptionReport, Case, Comment
from portal.receipts import tidy
from tests.story import Story
from workflow import door

OPINION = {
    "stance": "suggest", "text": "江南大道早高峰设过渡期。", "name": "赵小明",
    "contact": "13800000000",
}  # fmt: skip


class Scene:
    """A story, and a reader who looks at the pages on the day on which the story stands."""

    def __init__(self, story: Story, clock: Any) -> None:
        self.story, self.clock, self.browser = story, clock, Client()

    def until(self, act: str, nth: int = 1) -> None:
        with self._ahead():
            self.story.until(act, nth)

    def do(self, act: str, by: str | None = None, *, days: int = 0, **changes: Any) -> None:
        with self._ahead():
            self.story.do(act, by, days=days, **changes)

    @contextmanager
    def _ahead(self) -> Iterator[None]:
        """Tell in the past of the clock, which then stands where the story stands."""
        self.clock.move_to(self.story.now + dt.timedelta(days=400))
        yield
        self.wait()

    def wait(self, days: int = 0) -> None:
        self.clock.move_to(self.story.now + dt.timedelta(days=days, minutes=1))

    def address(self, name: str = "consultation") -> str:
        return reverse(f"portal:{name}", args=[self.story.known_case.number])

    def get(self, name: str = "consultation", **query: str) -> Any:
        return self.browser.get(self.address(name), query)

    def say(self, **changes: Any) -> Any:
        """Hand an opinion in, and go where that leads."""
        return self.browser.post(self.address(), {**OPINION, **changes}, follow=True)

    def look_up(self, code: str) -> Any:
        return self.browser.post(reverse("portal:receipt"), {"code": code})


@pytest.fixture
def scene(told: Story) -> Iterator[Scene]:
    with time_machine.travel(told.now, tick=False) as clock:
        yield Scene(told, clock)


def shown(response: Any) -> str:
    return str(response.content.decode())


def test_an_opinion_is_taken_in_and_its_receipt_shown(scene: Scene) -> None:
    scene.until("open_public_input")
    response = scene.say(once=uuid.uuid4())
    comment = Comment.objects.get()
    assert response.redirect_chain == [(scene.address("received"), 302)]
    assert comment.receipt in shown(response)
    assert (comment.text, comment.way) == (OPINION["text"], Comment.Way.PORTAL)
    assert not comment.may_name


def test_the_receipt_stands_in_no_address(scene: Scene) -> None:
    scene.until("open_public_input")
    scene.say()
    received = scene.address("received")
    assert Comment.objects.get().receipt in shown(scene.browser.get(received))
    assert Client().get(received)["Location"] == scene.address()


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        ({"text": " \n "}, "请写下您的意见。"),
        ({"text": "长" * 3001}, "最多3000字，现在有3001字。"),
        ({"stance": ""}, "请选择您的态度。"),
        ({"stance": "shout"}, "请从四项中选择您的态度。"),
        ({"name": "名" * 41}, "最多40字，现在有41字。"),
    ],
)
def test_what_cannot_be_read_is_told_and_kept(
    scene: Scene, broken: dict[str, str], sentence: str
) -> None:
    scene.until("open_public_input")
    response = scene.say(**broken)
    assert response.status_code == 422
    assert shown(response).count(sentence) == 2
    written = {**OPINION, **broken}
    for field in ("text", "name", "contact"):
        assert written[field].strip() in shown(response)
    assert not Comment.objects.exists()


def test_a_line_end_counts_as_one_character(scene: Scene) -> None:
    scene.until("open_public_input")
    text = "行\r\n" * 1499 + "末行"
    assert scene.say(text=text).status_code == 200
    assert Comment.objects.count() == 1


def test_the_same_form_counts_once(scene: Scene) -> None:
    scene.until("open_public_input")
    once = re.search(r'name="once" value="([^"]+)"', shown(scene.get()))
    assert once
    for _time in range(2):
        response = scene.say(once=once[1])
        assert Comment.objects.get().receipt in shown(response)


def test_an_opinion_that_had_to_wait_for_another_is_taken_in(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.until("open_public_input")

    def overtaken(case: int) -> Case:
        monkeypatch.setattr(door, "locked", locked)
        scene.clock.shift(1)
        door.perform("receive_comment", scene.story.known_case, None, OPINION | {"way": "portal"})
        return locked(case)

    locked = door.locked
    monkeypatch.setattr(door, "locked", overtaken)
    assert scene.say().status_code == 200
    assert Comment.objects.count() == 2


def test_markup_in_an_opinion_stays_text(scene: Scene) -> None:
    scene.until("open_public_input")
    response = scene.say(text="<script>alert(1)</script>", stance="")
    assert "&lt;script&gt;" in shown(response)
    assert "<script>" not in shown(response)


def test_another_site_cannot_hand_a_form_in(scene: Scene) -> None:
    scene.until("open_public_input")
    assert Client(enforce_csrf_checks=True).post(scene.address(), OPINION).status_code == 403


def test_the_last_day_counts_to_its_end(scene: Scene) -> None:
    scene.until("open_public_input")
    assert "还剩30天" in shown(scene.get())
    scene.clock.move_to(scene.story.now.replace(hour=23, minute=59) + dt.timedelta(days=30))
    assert "今天24:00截止" in shown(scene.get())
    assert scene.say().status_code == 200
    assert Comment.objects.count() == 1


def test_after_the_last_day_nothing_is_taken_in(scene: Scene) -> None:
    scene.until("open_public_input")
    scene.wait(days=31)
    assert 'name="text"' not in shown(scene.get())
    response = scene.say()
    assert response.status_code == 409
    assert OPINION["text"] in shown(response)
    assert not Comment.objects.exists()
    assert LedgerEntry.objects.get(outcome="refused").unmet_ids == ["public_input.open"]


def test_a_closed_consultation_tells_nothing_of_where_the_case_stands(scene: Scene) -> None:
    scene.until("record_department_meeting")
    response = scene.say()
    assert response.status_code == 409
    assert "部门审核" not in shown(response)


def test_before_the_opening_day_there_is_no_page(scene: Scene) -> None:
    scene.until("determine_steps")
    scene.do(
        "open_public_input", "huoqishan",
        opens_on=scene.story.today + dt.timedelta(days=2), closes_on=scene.story.today + dt.timedelta(days=40),
    )  # fmt: skip
    assert scene.get().status_code == 404
    assert scene.say().status_code == 404
    assert scene.story.known_case.title not in shown(
        scene.browser.get(reverse("portal:consultations"))
    )
    scene.wait(days=2)
    assert scene.get().status_code == 200


def test_a_matter_lawfully_not_public_has_no_page(scene: Scene) -> None:
    scene.until("file_draft")
    withheld = {"step": "is_public", "ground": "涉密。"}
    omissions = [*scene.story.data("determine_steps")["omissions"], withheld]
    scene.do("determine_steps", "huoqishan", is_public=False, omissions=omissions)
    scene.do("open_public_input", "huoqishan")
    nowhere = reverse("portal:consultation", args=["HZ-2026-999"])
    for name in ("consultation", "received", "adoption", "decision"):
        response = scene.get(name)
        assert response.status_code == 404
        assert csrf_free(response) == csrf_free(scene.browser.get(nowhere)).replace(
            nowhere, scene.address(name)
        )


def csrf_free(response: Any) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", shown(response))


def test_a_changed_draft_is_not_shown_before_it_is_published(scene: Scene) -> None:
    scene.until("open_public_input")
    scene.wait(days=1)
    scene.do("file_draft", "huoqishan", text="第一条　另有考虑。", material=False, reason="文字")
    scene.wait()
    response = scene.get()
    assert "维护道路交通秩序" in shown(response)
    assert "另有考虑" not in shown(response)


@pytest.mark.parametrize("typed", ["{}", " {} ", "lower", "spaced", "joined", "wide"])
def test_a_receipt_is_found_however_it_is_typed(scene: Scene, typed: str) -> None:
    scene.until("receive_comment")
    code = Comment.objects.get().receipt
    ways = {
        "lower": code.lower(), "spaced": code.replace("-", " "), "joined": code.replace("-", ""),
        "wide": "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else "－" for c in code),
    }  # fmt: skip
    response = scene.look_up(ways.get(typed, typed.format(code)))
    assert response.status_code == 200
    assert "建议设过渡期。" in shown(response)
    assert tidy(code) == code


@pytest.mark.parametrize(("code", "status"), [("7K3M-92QF-PX4T", 404), ("", 422), ("？", 404)])
def test_an_unknown_receipt_is_told(db: None, client: Client, code: str, status: int) -> None:
    assert client.post(reverse("portal:receipt"), {"code": code}).status_code == status
    assert client.get(reverse("portal:receipt"), {"code": code}).status_code == status


def test_an_answer_is_told_once_the_report_is_published(scene: Scene) -> None:
    scene.until("answer_comments")
    code = Comment.objects.order_by("seq")[0].receipt
    assert "已写入。" not in shown(scene.look_up(code))
    scene.until("publish_adoption_report")
    assert "已写入。" in shown(scene.look_up(code))


def test_the_adoption_report_adds_up(scene: Scene) -> None:
    scene.until("close_public_input")
    first, second = Comment.objects.order_by("seq")
    assert scene.get("adoption").status_code == 404
    scene.do(
        "answer_comments", "huoqishan",
        answers=[
            {"comment": first.pk, "disposition": "adopted"},
            {"comment": second.pk, "disposition": "not_adopted", "reason": "已有规定。"},
        ],
    )  # fmt: skip
    scene.do("publish_adoption_report", "huoqishan")
    scene.wait()
    response = scene.get("adoption")
    tally = response.context["tally"]
    assert [part.n for part in tally.results] == [1, 0, 1, 0, 0]
    assert tally.received == Comment.objects.count() == 2
    assert "已有规定。" in shown(response)
    only = shown(scene.get("adoption", result="adopted"))
    assert "已有规定。" not in only


def test_no_opinion_at_all_is_a_full_page(scene: Scene) -> None:
    scene.until("open_public_input")
    scene.do("close_public_input", "huoqishan", days=31)
    scene.do("publish_adoption_report", "huoqishan", text="没有收到意见。")
    scene.wait()
    response = scene.get("adoption")
    assert response.context["tally"].received == 0
    assert "没有意见也要公布。" in shown(response)


def test_a_report_answers_only_its_own_round(scene: Scene) -> None:
    scene.until("publish_adoption_report")
    scene.do("file_draft", "huoqishan", reason="扩大范围。")
    scene.do("determine_steps", "huoqishan")
    scene.do("open_public_input", "huoqishan")
    scene.do("receive_comment", days=1, text="第二轮的意见。")
    scene.do("close_public_input", "huoqishan", days=30)
    scene.do("answer_comments", "huoqishan")
    scene.do("publish_adoption_report", "huoqishan", text="第二轮。")
    scene.wait()
    response = scene.get("adoption")
    assert response.context["tally"].received == 1
    assert list(response.context["earlier"]) == [AdoptionReport.objects.earliest("seq")]


def test_contact_data_and_withheld_names_are_never_shown(scene: Scene) -> None:
    scene.until("open_public_input")
    for allowed in ({}, {"may_name": "on", "name": "钱先生"}):
        scene.say(**allowed)
    scene.story.told += 2
    scene.story.now += dt.timedelta(days=2)
    scene.until("publish_decision")
    front = reverse("portal:consultations")
    pages = [scene.address(name) for name in ("consultation", "adoption", "decision", "received")]
    pages += [front, reverse("portal:adoptions"), reverse("portal:decisions")]
    everything = "".join(shown(scene.browser.get(page)) for page in pages)
    for comment in Comment.objects.all():
        everything += shown(scene.look_up(comment.receipt))
    assert OPINION["contact"] not in everything
    assert OPINION["name"] not in everything
    assert "一位市民" in everything
    assert "钱先生" in everything


def test_the_front_page_sorts_matters_by_where_they_stand(scene: Scene) -> None:
    front = reverse("portal:consultations")

    def standing() -> list[int]:
        context = scene.browser.get(front).context
        return [len(context[key]) for key in ("open", "awaiting", "reports", "publications")]

    assert standing() == [0, 0, 0, 0]
    scene.until("open_public_input")
    assert standing() == [1, 0, 0, 0]
    scene.until("close_public_input")
    assert standing() == [0, 1, 0, 0]
    scene.until("publish_adoption_report")
    assert standing() == [0, 0, 1, 0]
    scene.until("publish_decision")
    assert standing() == [0, 0, 1, 1]


def test_a_decision_shows_once_it_is_published(scene: Scene) -> None:
    scene.until("issue_decision")
    assert scene.get("decision").status_code == 404
    scene.until("publish_decision")
    response = scene.get("decision")
    assert f"海府〔2026〕{scene.story.known_case.pk}号" in shown(response)
    assert "解读。" in shown(response)


def test_a_withheld_decision_never_shows(scene: Scene) -> None:
    scene.until("issue_decision")
    scene.do("withhold_publication", "chenhaining", disclosure="withheld", ground="法定理由。")
    scene.wait()
    assert scene.get("decision").status_code == 404
    assert "公布决定" in shown(scene.get())


def test_the_pages_need_no_more_queries_for_more_matters(
    scene: Scene, django_assert_num_queries: Any
) -> None:
    scene.clock.move_to(scene.story.now + dt.timedelta(days=400))
    for _n in range(3):
        Story().until("open_public_input")
    scene.until("open_public_input")
    with django_assert_num_queries(4):
        assert len(scene.browser.get(reverse("portal:consultations")).context["open"]) == 4


def test_the_elder_mode_is_kept_and_leads_back(db: None, client: Client) -> None:
    response = client.post(reverse("portal:size"), {"size": "elder", "next": "/public/receipt/"})
    assert response["Location"] == "/public/receipt/"
    assert 'data-size="elder"' in shown(client.get("/public/receipt/"))
    client.post(reverse("portal:size"), {"size": "usual"})
    assert "data-size" not in shown(client.get("/public/receipt/"))


def test_the_elder_mode_leads_to_no_other_site(db: None, client: Client) -> None:
    response = client.post(reverse("portal:size"), {"next": "https://elsewhere.example/"})
    assert response["Location"] == reverse("portal:consultations")
