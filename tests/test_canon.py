"""What the database writes of a ledger row is its canonical form, byte for byte."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.canon import body, columns, trimming
from archive.ledger import UNHASHED, append
from archive.models import LedgerEntry
from decisions import content
from tests.behind import run, unguarded
from tests.story import Story

pytestmark = pytest.mark.django_db

TEXT = st.one_of(
    st.just(""),
    st.text(
        st.one_of(
            st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
            st.sampled_from('",:\\\n\t\r\x01\x1f\x7f\u2028{}[]a_'),
        ),
        max_size=12,
    ),
)
MOMENT = st.datetimes(
    dt.datetime(1900, 1, 1),  # noqa: DTZ001  # the strategy adds the zone
    dt.datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(dt.UTC),
) | st.just(dt.datetime(2026, 3, 1, 8, tzinfo=dt.UTC))
NAMES = [
    "act", "actor", "post", "unit", "state_before", "state_after", "draft_hash", "data_digest",
    "unmet", "imported_from", "previous_hash", "hash", "sm3",
]  # fmt: skip
ROWS = st.fixed_dictionaries({
    **dict.fromkeys(NAMES, TEXT), "act": TEXT.filter(bool), "at": MOMENT, "recorded_at": MOMENT,
    "seq": st.integers(0, 2**31 - 1), "once": st.none() | st.uuids(),
})  # fmt: skip


def written() -> dict[int, bytes]:
    """Return what the database writes of each row."""
    trim = trimming(connection.vendor)
    with connection.cursor() as cursor:
        table = LedgerEntry._meta.db_table
        cursor.execute(f"SELECT e.id, {body(connection.vendor, 'e')} FROM {table} e")
        return {pk: trim(data) for pk, data in cursor.fetchall()}


def plain() -> dict[int, bytes]:
    """Return the canonical form of each row."""
    found = LedgerEntry.objects.all()
    return {row.pk: content.canonical(content.columns(row, UNHASHED)) for row in found}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ROWS, min_size=1, max_size=5, unique_by=lambda row: row["once"] or uuid.uuid4()))
def test_every_row_is_written_in_its_canonical_form(
    transaction_rolled_back: Any, rows: list[dict[str, Any]]
) -> None:
    with transaction_rolled_back():
        LedgerEntry.objects.bulk_create(LedgerEntry(outcome="refused", **row) for row in rows)
        assert written() == plain()


def test_the_rows_of_a_case_too(told: Story) -> None:
    told.until("receive_comment")
    assert len(plain()) > 10
    assert written() == plain()
    assert b'"case":' in written()[LedgerEntry.objects.filter(seq=1).get().pk]


def test_no_column_is_left_out() -> None:
    named = {field.name for field in LedgerEntry._meta.concrete_fields}
    assert {field.name for field in columns()} == named - {"id", "hash", "sm3"}


def test_a_row_has_both_digests_over_the_same_bytes(told: Story) -> None:
    told.until("propose")
    entry = LedgerEntry.objects.get()
    data = plain()[entry.pk]
    assert (entry.hash, entry.sm3) == (content.digest(data), content.digest(data, "sm3"))
    assert entry.sm3.startswith("sm3:")


def test_a_row_from_before_keeps_its_digest(told: Story) -> None:
    told.until("propose")
    before = LedgerEntry.objects.get()
    with unguarded():
        run("UPDATE archive_ledgerentry SET sm3 = ''")
    assert content.digest(plain()[before.pk]) == before.hash


def test_a_refusal_without_a_case_has_both_digests() -> None:
    at = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    entry = append(None, "propose", None, at, state_before="", refused=True, unmet=["x"])
    assert entry.sm3 == content.digest(plain()[entry.pk], "sm3")


def test_sm3_is_that_of_the_standard() -> None:
    # Basis: GB/T 32905-2016 annex A.1.
    digest = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert content.digest(b"abc", "sm3") == f"sm3:{digest}"


@pytest.fixture
def transaction_rolled_back() -> Any:
    """Return what undoes all that happens in it."""
    from django.db import transaction

    class RolledBack:
        def __enter__(self) -> None:
            self.point = transaction.savepoint()

        def __exit__(self, *_exc: object) -> None:
            transaction.savepoint_rollback(self.point)

    return RolledBack
