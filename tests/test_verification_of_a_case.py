"""What our own cases put into a dossier is what the verifier reads in it."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from pikepdf import Pdf

from archive import signing
from archive.dossier.attaching import attach
from archive.dossier.manifest import completed
from archive.log.proving import prove
from archive.trusted import exported
from archive.verification.report import Outcome
from archive.verification.trust import Trust
from archive.verification.verifying import verify
from decisions.evidence import keep
from tests.dossiers import contents_of
from tests.plain import PLAIN
from tests.specimens import check_of, found
from tests.story import Story
from workflow.door import perform


def bound(told: Story, path: Path) -> Path:
    """Make the dossier of a case, its pages blank."""
    contents = contents_of(told, sealed=True)
    log = prove(told.known_case).manifest()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    manifest = completed(contents.manifest, log=log, press={}, volumes=[], pages=1)
    attach(path, manifest, contents.last_moment, contents.evidence)
    signing.sign(path)
    return path


@pytest.mark.usefixtures("stamped")
def test_the_dossier_of_a_case_verifies_by_the_exported_trust(
    told: Story, tmp_path: Path, settings: Any
) -> None:
    told.before("file_research_report")
    papers = [keep(ContentFile(text.encode(), name=f"{text}.txt")) for text in ("甲", "乙")]
    case, actor = told.known_case, told.actor("huoqishan", "file_research_report")
    data = PLAIN["file_research_report"]
    perform("file_research_report", case, actor, data, told.now, attachments=papers)
    path = bound(told, tmp_path / "dossier.pdf")
    report = verify(path, Trust.parse(exported()))
    assert found(report) == {}
    held = {check.id for check in report.checks if check.outcome == Outcome.HOLDS}
    assert {"attachments", "ledger", "acts", "log", "fork", "signature", "timestamp"} <= held
    assert "2件附件全部在" in check_of(report, "attachments").said.zh
    assert report.about["number"] == told.known_case.number
