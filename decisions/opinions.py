"""How many opinions of a case wait for an answer, counted at any number in no time.

Both counts read an index alone; to look for each opinion's answer takes several times as long.
"""

from django.db import connection

from decisions.models import Answer, Comment, CommentAnswering

WAITING = f"""
SELECT (SELECT COUNT(*) FROM {Comment._meta.db_table} WHERE case_id = %(case)s)
- (SELECT COUNT(*) FROM {Answer._meta.db_table} answer
JOIN {CommentAnswering._meta.db_table} sitting ON sitting.id = answer.of_id
WHERE sitting.case_id = %(case)s)
"""


def unanswered(case: int) -> int:
    """Return how many opinions have no answer; each has at most one, given in its own case."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, {"case": case})
        return int(cursor.fetchone()[0])
