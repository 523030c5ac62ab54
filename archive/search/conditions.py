"""What the tokens do not prove, as a condition on the row: the same for both databases."""

from typing import Any

from archive.models import Amount
from archive.search.query import Terms

PAID = (
    f"EXISTS (SELECT 1 FROM {Amount._meta.db_table} a"
    " WHERE a.dossier_id = s.dossier_id AND a.yuan BETWEEN %s AND %s)"
)


def condition(terms: Terms, find: str, line: str) -> tuple[str, list[Any]]:
    """Return SQL that says of the row `s` whether it holds, and its parameters.

    `find` is the database's function for the place of a text in another, `line` its line feed.
    """
    # The title is the first line, so what stands in it is first found there.
    until = f"BETWEEN 1 AND {find}(s.text, {line})" if terms.in_title else "> 0"
    parts = [f"{find}(s.text, %s) {until}" for _word in terms.words]
    asked: list[Any] = list(terms.words)
    if terms.money:
        parts.append(PAID)
        asked += [str(sum_) for sum_ in terms.money]
    return " AND ".join(parts) or "1 = 1", asked
