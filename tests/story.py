"""A plain major decision, told act by act: what each hands in, who does it, how long it takes."""

import datetime as dt
import json
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from django.utils import timezone

from archive.models import Dossier
from decisions.evidence import Attachment, keep
from decisions.models import (
    Case,
    Comment,
    ExpertOpinion,
    HearingList,
    HearingParticipant,
    Hold,
    Transfer,
)
from people.district import load
from people.models import Organ, Person, Tenure, Unit
from tests.plain import ATTACHED, PLAIN, TODAY, findings
from workflow.acts import registry
from workflow.door import Receipt, perform
from workflow.replay.player import tenure

DISTRICT = Path(__file__).parent.parent / "demonstration" / "district.toml"
PASSWORD = "a long invented password"
BEGINNING = dt.datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
HOUR = dt.timedelta(hours=1)
MEMBERS = (
    "xuwenlan", "luojianping", "zhongxiaolan", "dengguoliang", "fengjianing", "suzhiyuan",
    "tanying", "fanglicheng",
)  # fmt: skip


MAJOR, NORMATIVE = ("major",), ("normative",)
EVALUATED = (*MAJOR, *NORMATIVE)


class Beat(NamedTuple):
    """One act of the story: by whom, how many days after the one before, in which procedures."""

    act: str
    by: str | None
    days: int = 0
    only: tuple[str, ...] = ("major", "general", "normative")


class Aside(NamedTuple):
    """An act beside the plain way: after which one, by whom, and how many days later."""

    after: str
    by: str
    days: int = 0
    procedure: str = "major"


BEATS = (
    Beat("propose", "huoqishan"),
    Beat("study_proposal", "chenhaining", 3),
    Beat("classify", "chenhaining"),
    Beat("list_matter", "chenhaining", only=MAJOR),
    Beat("consent_to_catalogue", "chenhaining", 1, only=MAJOR),
    Beat("publish_catalogue", "chenhaining", 1, only=MAJOR),
    Beat("initiate", "fanglicheng", 2),
    Beat("file_research_report", "huoqishan", 10),
    Beat("file_options", "huoqishan", only=MAJOR),
    Beat("file_draft", "huoqishan", 2),
    Beat("determine_steps", "huoqishan"),
    Beat("confirm_steps", "linjingyi"),
    Beat("open_public_input", "huoqishan"),
    Beat("receive_comment", None, 1),
    Beat("receive_comment", None, 1),
    Beat("close_public_input", "huoqishan", 30),
    Beat("answer_comments", "huoqishan"),
    Beat("publish_adoption_report", "huoqishan"),
    Beat("appoint_experts", "huoqishan"),
    Beat("declare_interest", "shenhuaijin"),
    Beat("file_expert_opinion", "shenhuaijin", 1),
    Beat("conclude_expert_argument", "huoqishan"),
    Beat("commission_risk_assessment", "huoqishan", only=MAJOR),
    Beat("file_risk_assessment", "yujingzhi", 5, only=MAJOR),
    Beat("determine_risk", "luojianping", 1, only=MAJOR),
    Beat("submit_for_legality_review", "huoqishan", only=MAJOR),
    Beat("conclude_legality_review", "yanpeiyi", 2, only=MAJOR),
    Beat("record_department_meeting", "shaoweixiong", 1, only=MAJOR),
    Beat("submit_for_legality_review", "huoqishan"),
    Beat("accept_legality_file", "linjingyi", 1),
    Beat("file_counsel_opinion", "liangqiwen", 3),
    Beat("conclude_legality_review", "linjingyi", 15),
    Beat("submit_for_deliberation", "huoqishan"),
    Beat("schedule_deliberation", "chenhaining", 1),
    Beat("record_deliberation", "chenhaining", 5),
    Beat("confirm_minutes", "chenhaining", 1),
    Beat("report_to_party_committee", "chenhaining", 2, only=MAJOR),
    Beat("issue_decision", "fanglicheng", 1),
    Beat("publish_decision", "chenhaining", 1),
    Beat("file_for_record", "chenhaining", only=NORMATIVE),
    Beat("assign_execution", "chenhaining", only=EVALUATED),
    Beat("report_execution", "huoqishan", 10, only=EVALUATED),
    Beat("commission_evaluation", "chenhaining", 10, only=EVALUATED),
    Beat("file_evaluation", "qisiyuan", 10, only=EVALUATED),
    Beat("conclude_follow_up", "fanglicheng", 2, only=EVALUATED),
    Beat("close_case", "chenhaining", 1),
    Beat("seal_dossier", "liangqiuyue", 1),
    Beat("transfer_dossier", "liangqiuyue", 1),
)


A_TERM = 11 * 366
"""The days after which a term of ten years has certainly run out."""

ASIDES = {
    "adjust_catalogue": Aside("propose", "chenhaining"),
    "rebind_statutes": Aside("initiate", "liangqiwen"),
    "decline": Aside("propose", "fanglicheng"),
    "terminate_case": Aside("propose", "fanglicheng"),
    "record_department_opinion": Aside("file_research_report", "huoqishan"),
    "announce_hearing": Aside("determine_steps", "guanyingxin"),
    "publish_hearing_participants": Aside("announce_hearing", "guanyingxin", 5),
    "deliver_hearing_materials": Aside("publish_hearing_participants", "guanyingxin"),
    "record_hearing": Aside("deliver_hearing_materials", "guanyingxin", 16),
    "sign_hearing_record": Aside("record_hearing", "guanyingxin"),
    "adopt_risk_assessment": Aside("determine_steps", "huoqishan"),
    "file_fair_competition_review": Aside("determine_steps", "wenqiwen"),
    "record_channel": Aside("open_public_input", "huoqishan"),
    "return_legality_file": Aside("accept_legality_file", "linjingyi"),
    "report_to_congress": Aside("confirm_minutes", "chenhaining"),
    "withhold_publication": Aside("issue_decision", "chenhaining"),
    "file_for_record": Aside("issue_decision", "chenhaining"),
    "open_inquiry": Aside("publish_decision", "zhouhuimin"),
    "file_finding": Aside("open_inquiry", "zhouhuimin"),
    "report_problem": Aside("assign_execution", "huoqishan"),
    "receive_objection": Aside("assign_execution", "chenhaining"),
    "confirm_amendment": Aside("record_deliberation", "liangqiwen"),
    "suspend_execution": Aside("report_problem", "fanglicheng"),
    "resume_execution": Aside("suspend_execution", "fanglicheng"),
    "clean_up_document": Aside("publish_decision", "huoqishan", procedure="normative"),
    "receive_transfer_receipt": Aside("transfer_dossier", "liangqiuyue", 1),
    "place_hold": Aside("seal_dossier", "zhouhuimin", 1),
    "lift_hold": Aside("place_hold", "linjingyi", 1),
    "appraise_dossier": Aside("seal_dossier", "liangqiuyue", A_TERM),
    "approve_disposal": Aside("appraise_dossier", "fanglicheng", 1),
    "dispose_dossier": Aside("approve_disposal", "liangqiuyue", 40),
    "seal_supplement": Aside("transfer_dossier", "liangqiuyue", 1),
}
"""The acts that the plain way does without: after which act each can be done, and by whom."""


def load_district() -> Organ:
    """Load the demonstration district."""
    return load(DISTRICT, PASSWORD)


def attached(act: str) -> list[Attachment]:
    """Return the files that an act plainly hands in."""
    name = ATTACHED.get(act)
    return [keep(ContentFile("报告。".encode(), name=name))] if name else []


def unit(code: str) -> int:
    """Return the key of a unit."""
    return Unit.objects.get(code=code).pk


def person(username: str) -> int:
    """Return the key of a person."""
    return Person.objects.get(username=username).pk


def views(**changes: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the members' views, all there and in favour, the head last, but for `changes`."""
    return [
        {
            "person": person(name), "presence": "present", "turn": turn, "stance": "for",
            "words": "同意。", **changes.get(name, {}),
        }
        for turn, name in enumerate(MEMBERS, 1)
    ]  # fmt: skip


class Story:
    """One case on its way, with its own clock."""

    def __init__(self, procedure: str = "major") -> None:
        """Begin in the demonstration district, on a Monday."""
        self.procedure = procedure
        self.now = BEGINNING
        self.case: Case | None = None
        self.told = 0

    @property
    def beats(self) -> list[Beat]:
        """The acts that its procedure asks for."""
        return [beat for beat in BEATS if self.procedure in beat.only]

    @property
    def known_case(self) -> Case:
        """The case, once it is opened."""
        if self.case is None:
            raise LookupError
        return Case.objects.get(pk=self.case.pk)

    def do(
        self,
        act: str,
        by: str | None = None,
        *,
        days: int = 0,
        once: uuid.UUID | None = None,
        attachments: Sequence[Attachment] | None = None,
        **changes: Any,
    ) -> Receipt:
        """Do an act, with its plain data but for `changes`, `days` after the one before."""
        self.now += HOUR + dt.timedelta(days=days)
        case = None if self.case is None else self.known_case
        actor = self.actor(by, act) if by else None
        data = {**self.data(act), **changes}
        files = attached(act) if attachments is None else attachments
        receipt = perform(act, case, actor, data, self.now, attachments=files, once=once)
        self.case = receipt.case
        return receipt

    def actor(self, by: str, act: str) -> Tenure:
        """Return the post in which a person does an act."""
        case = self.known_case if self.case else None
        found = tenure(by, registry[act], case, self.now)
        if found is None:
            raise LookupError(by)
        return found

    def data(self, act: str) -> dict[str, Any]:
        """Return what an act plainly hands in, with what depends on the case or the clock."""
        made = getattr(self, f"_{act}", None)
        today = dict.fromkeys(TODAY.get(act, ()), self.today)
        return {**PLAIN.get(act, {}), **(made() if made else today)}

    def until(self, act: str, nth: int = 1) -> Self:
        """Tell the story up to the `nth` time that an act is done, that act included."""
        return self._tell(self.place(act, nth) + 1)

    def before(self, act: str, nth: int = 1) -> Self:
        """Tell the story up to the beat before the `nth` time that an act is done."""
        return self._tell(self.place(act, nth))

    def reach(self, act: str) -> str | None:
        """Tell the story to where `act` can be done; return who does it."""
        if act == "confirm_amendment":
            return self._reach_amendment()
        if act == "appraise_dossier":
            return self._reach_appraisal()
        if act not in ASIDES:
            self.before(act)
            beat = self.beats[self.told]
            self.now += dt.timedelta(days=beat.days)
            return beat.by
        after, by, days, self.procedure = ASIDES[act]
        if after in ASIDES:
            self.do(after, self.reach(after))
        else:
            self.until(after)
        self.now += dt.timedelta(days=days)
        return by

    def _reach_amendment(self) -> str:
        """Tell the story to a meeting that adopts with changes, and the text with them."""
        self.before("record_deliberation")
        changes: dict[str, Any] = {
            "outcome": "approved_in_principle", "changes": "第一条“维护”改为“规范”。",
        }  # fmt: skip
        self.do("record_deliberation", "chenhaining", days=5, **changes)
        self.do("file_draft", "huoqishan", text="第一条　为了规范道路交通秩序。", material=False)
        return "liangqiwen"

    def _reach_appraisal(self) -> str:
        """Tell the story to the day on which a term of ten years has run out."""
        self.before("seal_dossier")
        code = self._seal_dossier("D10")
        self.do("seal_dossier", "liangqiuyue", days=1, **code)
        self.told += 1
        self.now += dt.timedelta(days=A_TERM)
        return "liangqiuyue"

    def determine(self, **steps: Any) -> None:
        """Tell the story to a determination of steps other than the plain one."""
        self.before("determine_steps")
        self.do("determine_steps", "huoqishan", **steps)
        self.told += 1

    def hold_hearing(self) -> None:
        """Hold a hearing, from its announcement to its signed record."""
        for act in ("announce_hearing", "publish_hearing_participants"):
            self.do(act, "guanyingxin")
        self.do("deliver_hearing_materials", "guanyingxin", days=5)
        self.do("record_hearing", "guanyingxin", days=16)
        self.do("sign_hearing_record", "guanyingxin")

    def _tell(self, end: int) -> Self:
        for beat in self.beats[self.told : end]:
            self.do(beat.act, beat.by, days=beat.days)
        self.told = end
        return self

    def place(self, act: str, nth: int = 1) -> int:
        return [n for n, beat in enumerate(self.beats) if beat.act == act][nth - 1]

    @property
    def today(self) -> dt.date:
        """The day of the story."""
        return timezone.localdate(self.now)

    def _initiate(self) -> dict[str, Any]:
        return {"decision": "同意启动。", "lead_unit": unit("GAJ")}

    def _classify(self) -> dict[str, Any]:
        kind = "policy" if self.procedure == "major" else ""
        return {"procedure": self.procedure, "kind": kind, "reason": "涉及群众切身利益。"}

    def _determine_steps(self) -> dict[str, Any]:
        plain = PLAIN["determine_steps"]
        if self.procedure == "major":
            return plain
        risk = {"step": "risk", "ground": "没有发现风险点。"}
        return {**plain, "risk": False, "omissions": [*plain["omissions"], risk]}

    def _open_public_input(self) -> dict[str, Any]:
        closes = self.today + dt.timedelta(days=30)
        return {
            "notice": "公告。", "opens_on": self.today, "closes_on": closes, "ways": "网上。",
            "places": "区政府网站",
        }  # fmt: skip

    def _answer_comments(self) -> dict[str, Any]:
        waiting = Comment.objects.filter(case=self.case, answer__isnull=True)
        return {
            "answers": [
                {"comment": c.pk, "disposition": "adopted", "reason": "已写入。"} for c in waiting
            ]
        }

    def _appoint_experts(self) -> dict[str, Any]:
        members = [{"person": person("shenhuaijin"), "field": "行政法"}]
        return {"subject": "可行性。", "selection": "专家库随机抽取。", "members": members}

    def _commission_risk_assessment(self) -> dict[str, Any]:
        return {"assessor": unit("LNX"), "scope": "三类风险。", "no_interest": True}

    def _conclude_expert_argument(self) -> dict[str, Any]:
        opinions = ExpertOpinion.objects.filter(case=self.case, root=self.known_case.draft_root)
        answers = [{"opinion": o.pk, "disposition": "adopted"} for o in opinions]
        return {
            "summary": "专家认为可行。", "adoption": "全部采纳。", "opinion_answers": answers,
        }  # fmt: skip

    def _announce_hearing(self) -> dict[str, Any]:
        held = dt.datetime.combine(self.today + dt.timedelta(days=20), dt.time(9))
        return {
            "held_at": held.isoformat(timespec="minutes"), "place": "区政府301会议室",
            "selection": "自愿报名，抽签。", "sides": "骑手\n居民",
        }  # fmt: skip

    def _deliver_hearing_materials(self) -> dict[str, Any]:
        served = [{"participant": key, "delivered_on": self.today} for key in self._listed()]
        return {"receipts": "2份。", "deliveries": served}

    def _sign_hearing_record(self) -> dict[str, Any]:
        signatures = [{"participant": key, "signed": True} for key in self._listed()]
        return {"report": "多数赞成。", "signatures": signatures}

    def _listed(self) -> list[int]:
        listed = HearingList.objects.filter(case=self.case).order_by("seq").last()
        rows = HearingParticipant.objects.filter(of=listed).order_by("pk")
        return list(rows.values_list("pk", flat=True))

    def _conclude_legality_review(self) -> dict[str, Any]:
        return findings()

    def _schedule_deliberation(self) -> dict[str, Any]:
        planned = self.today + dt.timedelta(days=5)
        return {"meeting": "executive", "number": "17届156次", "planned_on": planned, "item": 2}

    def _record_deliberation(self) -> dict[str, Any]:
        chair = person("fanglicheng")
        return {"held_on": self.today, "chair": chair, "outcome": "approved", "views": views()}

    def _report_to_party_committee(self) -> dict[str, Any]:
        day = self.today
        return {"reported_on": day, "report": "请示。", "replied_on": day, "reply": "同意。"}

    def _issue_decision(self) -> dict[str, Any]:
        serial, normative = self.known_case.pk, self.procedure == "normative"
        return {
            "document_number": f"海府{'规' if normative else ''}〔2026〕{serial}号",
            "title": "关于印发措施的通知", "signed_on": self.today, "issued_on": self.today,
            "recipients": "各街，各部门：", **(self.validity(serial) if normative else {}),
        }  # fmt: skip

    def validity(self, serial: int) -> dict[str, Any]:
        """Return what makes a document normative: number and validity, invented."""
        expires = self.today.replace(year=self.today.year + 5)
        number = f"HZ022026{serial % 10_000:04}"
        return {"unified_number": number, "effective_on": self.today, "expires_on": expires}

    def _publish_decision(self) -> dict[str, Any]:
        return {
            "on_website": True, "places": "区政府网站", "published_on": self.today,
            "interpretation": "解读。", "use_of_opinions": "采纳1条。",
        }  # fmt: skip

    def _file_draft(self) -> dict[str, Any]:
        version = self.known_case.draft.version if self.known_case.draft else 0
        text = f"第一条　为了维护道路交通秩序。{'（改）' * version}"
        return {"text": text, "reason": "按意见修改。" if version else ""}

    def _seal_dossier(self, retention: str = "Y") -> dict[str, Any]:
        serial = Dossier.objects.count() + 1
        code = f"0001-WS·2026-{retention}-ZFB-{serial:04}"
        return {"archival_code": code, "retention": retention}

    def _receive_transfer_receipt(self) -> dict[str, Any]:
        sent = Transfer.objects.filter(case=self.case).order_by("seq").last()
        said = {
            "number": "海馆收〔2026〕1号", "archive": "海珠区档案馆",
            "archival_code": sent.archival_code if sent else "",
            "package_digest": sent.package_digest if sent else "",
            "received_on": self.today.isoformat(),
        }  # fmt: skip
        return {"document": json.dumps(said, ensure_ascii=False)}

    def _lift_hold(self) -> dict[str, Any]:
        hold = Hold.objects.filter(case=self.case).order_by("seq").last()
        return {"hold": hold.pk if hold else None}

    def _appraise_dossier(self) -> dict[str, Any]:
        return {"panel": [{"person": person(name)} for name in ("zhouhuimin", "linjingyi")]}

    def _dispose_dossier(self) -> dict[str, Any]:
        return {"supervisors": [{"person": person(name)} for name in ("zhouhuimin", "linjingyi")]}

    def _record_department_opinion(self) -> dict[str, Any]:
        return {"unit": unit("SFJ"), "agreed": True, "opinion": "同意。"}

    def _assign_execution(self) -> dict[str, Any]:
        due = self.today + dt.timedelta(days=365)
        return {"executing_unit": unit("GAJ"), "tasks": "设置标志。", "due_on": due}

    def _commission_evaluation(self) -> dict[str, Any]:
        return {"evaluator": unit("ZJP"), "trigger": "执行满一年。"}
