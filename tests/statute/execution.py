"""From issue to the archive. Basis: 条例第三十二条至第三十七条；区规划第9项、第12项."""

from tests.statute.duties import duty
from tests.statute.numbers import PUBLICATION_DAYS, planned
from tests.statute.papers import File, Paper, rows
from tests.statute.review import working_days


@duty("条例第三十一条", since="issued", procedures=["major"])
def the_party_committee_was_reported_to_before_issue(file: File) -> bool:
    decision = file.on_draft("decision")
    return file.last("partyreport", file.on_draft("deliberation"), decision) is not None


@duty("区规划第9项", since="issued")
def it_was_issued_under_a_number(file: File) -> bool:
    decision = file.last("decision", after=file.on_draft("deliberation"))
    return bool(decision and decision["document_number"].strip())


@duty("区规划第9项", since="issued", procedures=["normative"])
def a_normative_document_has_its_unified_number_and_validity(file: File) -> bool:
    decision = file.on_draft("decision")
    valid = decision["expires_on"] or decision["validity_years"]
    return bool(decision["unified_number"] and decision["effective_on"] and valid)


@duty("区规划第9项", since="closed", procedures=["normative"])
def a_normative_document_was_filed_for_the_record(file: File) -> bool:
    return file.last("recordfiling", after=file.on_draft("decision")) is not None


@duty("条例第八条", since="issued")
def the_congress_was_reported_to_where_required(file: File) -> bool:
    if not file.steps["congress"]:
        return True
    decision = file.on_draft("decision")
    return file.last("congressreport", file.on_draft("deliberation"), decision) is not None


def in_time(issued: Paper, published: Paper) -> bool:
    """Say whether it was published in time, or late with its reason. Basis: 信息公开条例第二十六条."""
    days = working_days(issued["issued_on"], published["published_on"])
    return days <= PUBLICATION_DAYS or bool(published["late_reason"].strip())


@duty("条例第三十二条", since="published")
def it_was_published_where_it_must_be_or_lawfully_withheld(file: File) -> bool:
    decision = file.on_draft("decision")
    published = file.last("publication", after=decision)
    withheld = file.last("withholding", after=decision)
    if withheld is not None:
        return bool(withheld["ground"].strip())
    if published is None or not (published["in_gazette"] or published["on_website"]):
        return False
    return in_time(decision, published)


@duty("条例第三十二条", since="published")
def the_publication_says_how_opinions_were_used(file: File) -> bool:
    published = file.last("publication", after=file.on_draft("decision"))
    asked = file.steps["is_public"] or file.steps["technical"]
    return published is None or not asked or bool(published["use_of_opinions"].strip())


@duty("条例第三十四条", since="executing", procedures=["major", "normative"])
def somebody_was_named_to_execute_it_by_a_day(file: File) -> bool:
    named = file.last("executionassignment", after=file.on_draft("decision"))
    return bool(named and named["executing_unit_id"] == file.case["executing_unit_id"])


@duty("条例第三十五条、第三十七条", only=["suspended"])
def the_head_suspended_it_on_a_ground_of_the_law(file: File) -> bool:
    stopped = file.last("suspension", after=file.last("resumption"))
    assigned = file.last("executionassignment")
    grounds = [file.last(kind, assigned, stopped) for kind in ("problemreport", "objection")]
    if stopped is None or not any(grounds):
        return False
    (tenure,) = rows("people_tenure", "id", stopped["tenure_id"])
    (post,) = rows("people_post", "id", tenure["post_id"])
    return bool(post["role"] == "administrative_head" and stopped["ground"])


@duty("条例第三十七条", since="executing")
def what_was_suspended_is_regularised_before_it_goes_on(file: File) -> bool:
    stopped, resumed = file.last("suspension"), file.last("resumption")
    if stopped is None or file.state == "suspended":
        return True
    return bool(resumed and resumed["seq"] > stopped["seq"] and resumed["meeting"].strip())


@duty("条例第三十六条", only=["evaluated"])
def the_evaluator_charged_has_evaluated_and_argued_nothing_before(file: File) -> bool:
    assigned = file.last("executionassignment")
    found = file.last("evaluation", after=assigned)
    charge = file.last("evaluationcommission", assigned, found) if found else None
    if charge is None or file.unit(found) != charge["evaluator_id"]:
        return False
    assessors = {paper["assessor_id"] for paper in file.all("riskcommission")}
    return charge["evaluator_id"] not in {
        *assessors,
        *file.undertakers,
        assigned["executing_unit_id"],
    }


@duty("条例第三十七条、区规划第12项", only=["evaluated"])
def what_follows_is_settled_with_its_reason(file: File) -> bool:
    found = file.last("followup", after=file.last("evaluation"))
    return bool(found and found["outcome"] in ("keep", "stop") and found["reason"].strip())


@duty("条例第三十四条、区规划第12项", since="closed", procedures=["major"])
def the_executing_unit_has_reported(file: File) -> bool:
    return file.last("executionreport", after=file.last("executionassignment")) is not None


@duty("区规划第12项", since="closed", procedures=["major"])
def its_effect_was_evaluated(file: File) -> bool:
    found = file.last("followup", after=file.last("executionassignment"))
    return found is not None or not planned(file)


@duty("条例第三十三条", since="closed")
def it_was_declared_done(file: File) -> bool:
    return file.last("closing", after=file.on_draft("decision")) is not None


@duty("条例第三十三条", only=["archived"])
def a_dossier_is_sealed(file: File) -> bool:
    return file.last("dossier", after=file.last("closing")) is not None


@duty("条例第十条", only=["declined"])
def the_organ_declined_with_its_reason(file: File) -> bool:
    found = file.last("declination")
    return bool(found and found["reason"].strip())


@duty("条例第三十七条", only=["terminated"])
def it_was_ended_with_its_reason(file: File) -> bool:
    found = file.last("termination")
    return bool(found and found["reason"].strip())
