"""What the door would say at once, asked before anything long is begun."""

from django.utils import timezone

from decisions.models import Case
from decisions.requirements import gather
from people.models import Tenure
from workflow.acts import Act
from workflow.intake import Data, Intake


def hopeless(act: Act, case: Case, actor: Tenure | None, data: Data, seen: str) -> bool:
    """Say whether an act would be refused, or could not be read, as the case stands.

    Nothing is recorded here: whoever is told so knocks at the door, which answers and records.
    """
    facts = gather(case, timezone.now(), actor)
    if seen != case.draft_hash or act.unmet(facts):
        return True
    return not Intake(act, facts, data).is_valid()
