"""From issue to the archive. Basis: 条例第三十二条至第三十七条；区规划第9项、第12项."""

from tests.statute.duties import duty
from tests.statute.papers import File


@duty("区规划第9项、条例第三十一条", since="issued")
def it_was_issued_under_a_number_after_the_report(file: File) -> bool:
    report = file.last("partyreport", after=file.on_draft("deliberation"))
    decision = file.last("decision", after=report) if report else None
    return bool(decision and decision["document_number"].strip())


@duty("条例第三十二条", since="published")
def it_was_published_or_lawfully_withheld(file: File) -> bool:
    decision = file.on_draft("decision")
    published = file.last("publication", after=decision)
    withheld = file.last("withholding", after=decision)
    return bool(
        decision
        and ((published and published["places"].strip()) or (withheld and withheld["ground"]))
    )


@duty("条例第三十四条", since="executing")
def somebody_was_named_to_execute_it(file: File) -> bool:
    named = file.last("executionassignment", after=file.on_draft("decision"))
    return bool(named and named["executing_unit_id"] == file.case["executing_unit_id"])


@duty("条例第三十五条、第三十七条", only=["suspended"])
def the_head_suspended_it_on_a_ground_of_the_law(file: File) -> bool:
    stopped = file.last("suspension", after=file.last("resumption"))
    return bool(stopped and stopped["ground"] and stopped["reason"].strip())


@duty("条例第三十七条、区规划第12项", only=["evaluated"])
def what_follows_is_settled_with_its_reason(file: File) -> bool:
    found = file.last("followup", after=file.last("executionassignment"))
    return bool(found and found["outcome"] in ("keep", "stop") and found["reason"].strip())


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
