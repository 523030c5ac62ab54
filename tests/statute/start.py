"""From proposal to draft. Basis: 条例第三条、第十条至第十二条；区规划第10项、第11项."""

import hashlib

from tests.statute.duties import duty
from tests.statute.papers import File


@duty("条例第三条", since="classified")
def class_and_reason_are_recorded(file: File) -> bool:
    found = file.last("classification")
    return bool(found and found["reason"].strip())


@duty("条例第十条", since="initiated")
def the_organ_has_decided_to_start(file: File) -> bool:
    started = file.last("initiation", after=file.last("classification"))
    return bool(started and started["decision"].strip() and started["lead_unit_id"])


@duty("条例第十一条", since="initiated")
def the_unit_named_undertakes_it(file: File) -> bool:
    started = file.last("initiation")
    return bool(started and started["lead_unit_id"] == file.case["undertaking_unit_id"])


@duty("条例第十二条", since="researching")
def research_and_the_list_of_laws_are_on_file(file: File) -> bool:
    report = file.last("researchreport")
    return bool(report and report["summary"].strip() and report["laws"].strip())


@duty("区规划第11项", since="consulting", procedures=["major"])
def several_options_are_compared(file: File) -> bool:
    comparison = file.last("optioncomparison")
    return bool(comparison and len(file.lines("option", comparison)) >= 2)


@duty("条例第十二条", since="consulting")
def there_is_a_draft_and_it_is_the_one_before_the_case(file: File) -> bool:
    draft = file.draft
    if draft is None or file.case["draft_id"] != draft["id"]:
        return False
    digest = "sha256:" + hashlib.sha256(draft["text"].encode()).hexdigest()
    return {digest} == {draft["digest"], file.case["draft_hash"]}


@duty("条例第十八条", since="consulting")
def each_later_draft_says_why(file: File) -> bool:
    return all(draft["reason"].strip() for draft in file.all("draft")[1:])


@duty("条例第十四条、第十六条、第十九条", since="consulting")
def what_applies_to_the_draft_is_settled_with_its_ground(file: File) -> bool:
    return bool(file.steps and file.steps["ground"].strip())
