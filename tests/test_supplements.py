"""Later papers: sealed to the same dossier, which itself never changes."""

import io

import pytest
from django.core.files.base import ContentFile
from pypdf import PdfReader

from archive.models import Dossier, PropertyResult, Supplement
from decisions.evidence import content_of, keep
from tests.agreement import Watched
from tests.refusals import see_refused
from tests.story import Story
from workflow.audit import differences

ARCHIVIST, AUDITOR = "liangqiuyue", "zhouhuimin"


def evaluated_late(told: Story, outcome: str = "keep") -> None:
    """Evaluate a decision again, years after its dossier was sealed."""
    told.do("commission_evaluation", "chenhaining", days=90)
    told.do("file_evaluation", "qisiyuan", effect="三年后仍然有效。")
    told.do("conclude_follow_up", "fanglicheng", outcome=outcome)


@pytest.mark.usefixtures("stamped", "years_on", "district")
@pytest.mark.parametrize("outcome", ["keep", "adjust", "stop"])
def test_a_decision_is_evaluated_years_on_and_its_dossier_stays_filed(outcome: str) -> None:
    told = Watched()
    told.until("transfer_dossier")
    evaluated_late(told, outcome)
    told.do("seal_supplement", ARCHIVIST)
    told.ends("archived")


@pytest.mark.usefixtures("stamped", "years_on", "district")
def test_an_evaluation_years_on_leaves_the_transfer_to_be_done() -> None:
    told = Watched()
    told.until("seal_dossier")
    evaluated_late(told)
    told.until("transfer_dossier")
    told.ends("archived")


@pytest.mark.usefixtures("stamped")
def test_a_supplement_needs_later_papers(told: Story) -> None:
    """`supplement.later_papers`; the sealing itself is none."""
    told.until("seal_dossier")
    see_refused(told, "seal_supplement", ARCHIVIST, "supplement.later_papers")
    told.do("open_inquiry", AUDITOR)
    told.do("seal_supplement", ARCHIVIST)
    see_refused(told, "seal_supplement", ARCHIVIST, "supplement.later_papers")


@pytest.mark.usefixtures("stamped")
def test_supplements_are_numbered_and_linked_and_the_dossier_never_changes(told: Story) -> None:
    told.until("seal_dossier")
    dossier = Dossier.objects.get()
    before = (dossier.blob.digest, dossier.ledger_head, content_of(dossier.blob))
    told.do("open_inquiry", AUDITOR)
    told.do("seal_supplement", ARCHIVIST)
    told.do("file_finding", AUDITOR)
    told.do("seal_supplement", ARCHIVIST)
    first, second = Supplement.objects.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert first.dossier_digest == second.dossier_digest == dossier.blob.digest
    assert (first.previous_digest, second.previous_digest) == ("", first.blob.digest)
    assert (first.since, second.since) == (dossier.seq, first.seq)
    dossier.refresh_from_db()
    assert (dossier.blob.digest, dossier.ledger_head, content_of(dossier.blob)) == before
    assert list(differences()) == []


@pytest.mark.usefixtures("stamped")
def test_a_supplement_is_checked_as_a_dossier_is(told: Story) -> None:
    """`dossier.checked`: a later file that is gone bars the sealing."""
    from django.core.files.storage import default_storage

    told.until("seal_dossier")
    paper = keep(ContentFile("倒查。".encode(), name="倒查通知.txt"))
    told.do("open_inquiry", AUDITOR, attachments=[paper])
    default_storage.delete(paper.blob.path)
    refused = see_refused(told, "seal_supplement", ARCHIVIST, "dossier.checked")
    assert any("倒查通知" in one for one in refused.sentences)
    keep(ContentFile("倒查。".encode(), name="倒查通知.txt"))
    told.do("seal_supplement", ARCHIVIST, days=1)
    assert PropertyResult.objects.values("at").distinct().count() == 2


def test_a_supplement_prints_what_came_later_and_nothing_else(told: Story) -> None:
    """Printed in earnest."""
    told.before("close_case")
    early = keep(ContentFile("总结。".encode(), name="办结报告.txt"))
    told.do("close_case", "chenhaining", summary="早先的办结说明。", attachments=[early])
    told.told += 1
    told.until("seal_dossier")
    later = keep(ContentFile("通知。".encode(), name="倒查通知.txt"))
    told.do("open_inquiry", AUDITOR, subject="后来的倒查事项。", attachments=[later])
    told.do("seal_supplement", ARCHIVIST)
    pdf = PdfReader(io.BytesIO(content_of(Supplement.objects.get().blob)))
    text = "".join(page.extract_text() for page in pdf.pages).replace("\n", "")
    assert "后来的倒查事项" in text
    assert "早先的办结说明" not in text
    assert set(pdf.attachments) == {"manifest.json", "evidence-0002.txt"}
