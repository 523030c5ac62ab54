"""The statute itself, set against the program: what must be on record where a case stands.

Written from State Council Order 713 and the district's plan of 2016, article by article, and
from nothing in `decisions/rules/`: it shares neither code nor facts with the rules, so that a
mistake in a rule is found here and not repeated.
"""

from tests.statute import advice, consultation, execution, hearing, meeting, review, start
from tests.statute.duties import WAY, duties, lacks

__all__ = [
    "WAY", "advice", "consultation", "duties", "execution", "hearing", "lacks", "meeting",
    "review", "start",
]  # fmt: skip
