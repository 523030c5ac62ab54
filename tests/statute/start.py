"""From proposal to draft. Basis: 条例第三条、第十条至第十三条；区规划第10项、第11项."""

import hashlib
from itertools import pairwise
from typing import Any

from tests.statute.duties import duty
from tests.statute.numbers import planned
from tests.statute.papers import File, Paper, day


def in_catalogue(file: File, before: Paper | None = None) -> Any:
    """Return the entry published last, with consent to it; None where it was taken out."""
    kinds = ("cataloguelisting", "catalogueadjustment", "catalogueconsent", "cataloguepublication")
    found = [(paper["seq"], kind, paper) for kind in kinds for paper in file.all(kind)]
    pending = consented = standing = None
    for seq, kind, paper in sorted(found, key=lambda one: one[0]):
        if before and seq > before["seq"]:
            break
        if kind == "catalogueconsent":
            consented = pending
        elif kind == "cataloguepublication":
            standing = consented or standing
        else:
            pending, consented = paper, None
    return None if standing and standing.get("change") == "removed" else standing


@duty("条例第三条", since="classified")
def class_and_reason_are_recorded(file: File) -> bool:
    found = file.last("classification")
    return bool(found and found["reason"].strip())


@duty("条例第三条", since="initiated", procedures=["major"])
def it_is_no_macro_control_law_making_or_emergency(file: File) -> bool:
    return not file.last("classification")["exclusion"]


@duty("条例第三条", since="classified", procedures=["major"])
def it_is_of_one_of_the_five_kinds(file: File) -> bool:
    return bool(file.last("classification")["kind"])


@duty("条例第三条、区规划第10项", since="initiated", procedures=["major"])
def it_stood_in_a_published_catalogue_when_it_was_started(file: File) -> bool:
    entry = in_catalogue(file, file.last("initiation"))
    return entry is not None or not planned(file)


@duty("条例第十条", since="initiated")
def the_proposal_was_studied_before_the_start(file: File) -> bool:
    proposal, started = file.last("proposal"), file.last("initiation")
    argued = all(proposal[one].strip() for one in ("reasons", "necessity", "first_plan"))
    studied = file.last("preliminarystudy", before=started) is not None
    return studied and (argued or proposal["source"] != "department")


@duty("条例第十条", since="initiated")
def the_organ_has_decided_to_start(file: File) -> bool:
    started = file.last("initiation", after=file.last("classification"))
    return bool(started and started["decision"].strip() and started["lead_unit_id"])


@duty("条例第十一条", since="initiated")
def the_unit_named_undertakes_it(file: File) -> bool:
    started = file.last("initiation")
    return bool(started and started["lead_unit_id"] == file.case["undertaking_unit_id"])


@duty("条例第十二条、区规划第10项", since="consulting")
def research_and_the_list_of_laws_are_on_file(file: File) -> bool:
    report = file.last("researchreport")
    return bool(report and report["summary"].strip() and report["laws"].strip())


@duty("区规划第11项", since="consulting", procedures=["major"])
def several_options_are_compared(file: File) -> bool:
    comparison = file.last("optioncomparison")
    found = len(file.lines("option", comparison)) if comparison else 0
    return found >= 2 or not planned(file)


@duty("条例第十二条", since="consulting")
def there_is_a_draft_and_it_is_the_one_before_the_case(file: File) -> bool:
    draft = file.draft
    if draft is None or file.case["draft_id"] != draft["id"]:
        return False
    digest = "sha256:" + hashlib.sha256(draft["text"].encode()).hexdigest()
    return {digest} == {draft["digest"], file.case["draft_hash"]}


@duty("条例第十八条", since="consulting")
def each_later_draft_says_why_and_is_another(file: File) -> bool:
    return all(
        later["reason"].strip() and later["text"] != earlier["text"]
        for earlier, later in pairwise(file.all("draft"))
    )


@duty("条例第三十七条、第二十四条", since="consulting")
def what_is_adjusted_or_no_mere_wording_went_the_whole_way_again(file: File) -> bool:
    adjusted = [paper for paper in file.all("followup") if paper["outcome"] == "adjust"]
    objected = [paper for paper in file.all("amendmentconfirmation") if not paper["editorial"]]
    drafts = file.all("draft")
    for turn in (*adjusted, *objected):
        later = [draft for draft in drafts if draft["seq"] > turn["seq"]]
        if not later or not later[0]["material"]:
            return False
    return True


CONDITIONAL = ("is_public", "hearing", "technical", "risk", "market", "congress")
"""The steps that a matter may do without, each on its ground."""


@duty("条例第十四条、第十六条、第十九条、第二十二条", since="consulting")
def each_step_left_out_has_its_ground(file: File) -> bool:
    if file.steps is None:
        return False
    lines = file.lines("omission", file.steps)
    grounds = {line["step"] for line in lines if line["ground"].strip()}
    return all(file.steps[step] or step in grounds for step in CONDITIONAL)


@duty("条例第十三条", since="consulting")
def each_touched_body_has_time_to_answer(file: File) -> bool:
    asked = day(file.steps["at"])
    return all(line["answer_by"] > asked for line in file.lines("touchedbody", file.steps))


@duty("区规划第10项、第18项", since="department_review")
def somebody_else_confirmed_what_was_left_out(file: File) -> bool:
    """The last word on each omission counts."""
    last_word: dict[str, bool] = {}
    for word in file.since_change("stepconfirmation"):
        settled = file.last("stepdetermination", before=word)
        elsewhere = file.unit(word) not in file.undertakers
        for step in CONDITIONAL:
            if not settled[step]:
                last_word[step] = bool(word["confirmed"]) and elsewhere
    return all(file.steps[step] or last_word.get(step) for step in CONDITIONAL)
