"""The four properties of a dossier, checked before it is sealed. Basis: 档案法第三十九条.

Each file is read once, whatever number of checks ask about it: `archive/keeping/properties/`.
"""

from archive.dossier.slip import Slip
from archive.keeping.properties import Result, run
from archive.keeping.subjects import at_filing
from decisions.models import Case


def check(case: Case, slip: Slip) -> tuple[Result, ...]:
    """Return what each check finds of a case that is about to be sealed by a slip."""
    return run(at_filing(case, slip.archival_code, slip.retention))
