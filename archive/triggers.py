"""What the database itself refuses, whoever asks: SQLite and PostgreSQL alike.

Records, ledger rows and sealed dossiers are only ever added, and a record, its lines, its ledger
row and the case come together or not at all: whatever is written is the next thing in its case's
chain. A case's state changes only along the transition table, and only together with the ledger
row that says so.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from archive import models as remembered
from archive.models import LedgerEntry, LogCheckpoint, LogLeaf
from decisions.models import Blob, Case, Evidence
from decisions.record import Record, Row
from decisions.states import State, transition_table

CASE = Case._meta.db_table
LEDGER = LedgerEntry._meta.db_table
LEAF = LogLeaf._meta.db_table
CHECKPOINT = LogCheckpoint._meta.db_table
LEAVES = f'coalesce((SELECT max("index") + 1 FROM {LEAF}), 0)'
"""The SQL of how many leaves the log has."""
LOG = (LogLeaf, remembered.LogNode, LogCheckpoint, remembered.LogCosignature)
SHELF = (
    Blob, Evidence, remembered.OutsideSeal, remembered.PropertyResult, remembered.Renewal,
)  # fmt: skip
"""What the archive keeps, besides the records themselves."""
DESK = (
    remembered.Retrieval, remembered.PageSeen, remembered.SearchLog, remembered.Sample,
    remembered.SampleItem, remembered.VerificationRun, remembered.VerificationItem,
    remembered.VerificationResult,
)  # fmt: skip
"""What the auditor's desk leaves behind."""


def append_only() -> Iterator[str]:
    """Yield the tables whose rows are never changed or removed."""
    kept = (LedgerEntry, *LOG, *SHELF, *DESK)
    for model in apps.get_models():
        if issubclass(model, Record | Row) or model in kept:
            yield model._meta.db_table


def _unlawful_move() -> str:
    """Return the SQL condition of a state change that the law or the ledger does not know."""
    moves = ", ".join(f"'{source}>{target}'" for source, target in transition_table())
    return (
        f"NEW.state <> OLD.state AND ((OLD.state || '>' || NEW.state) NOT IN ({moves})"
        f" OR NOT EXISTS (SELECT 1 FROM {LEDGER} l WHERE l.case_id = NEW.id"
        " AND l.seq = NEW.length AND l.outcome = 'accepted'"
        " AND l.state_before = OLD.state AND l.state_after = NEW.state))"
    )  # fmt: skip


def _records() -> Iterator[type[Record]]:
    """Yield every kind of record."""
    yield from (model for model in apps.get_models() if issubclass(model, Record))


def _next_in(case: str, seq: str) -> str:
    """Return the SQL condition that `seq` is the next number in the chain of a case."""
    return f"EXISTS (SELECT 1 FROM {CASE} c WHERE c.id = {case} AND c.length + 1 = {seq})"


def _stray() -> Iterator[tuple[str, str]]:
    """Yield each table of papers, and the SQL condition of a row that is no part of the next act."""
    alone = f"NOT {_next_in('NEW.case_id', 'NEW.seq')}"
    for record in _records():
        yield record._meta.db_table, alone
    yield Evidence._meta.db_table, alone
    for model in apps.get_models():
        if issubclass(model, Row):
            of = model._meta.get_field("of").related_model._meta.db_table  # type: ignore[misc]  # every row has its `of`
            mother = f"r.id = NEW.of_id AND {_next_in('r.case_id', 'r.seq')}"
            yield model._meta.db_table, f"NOT EXISTS (SELECT 1 FROM {of} r WHERE {mother})"


def _without_its_record() -> str:
    """Return the SQL condition of a ledger row that says otherwise than the records beside it.

    An act that was done left one record, and a refused one none.
    """
    found = " UNION ALL ".join(
        f"SELECT 1 FROM {record._meta.db_table} r WHERE r.case_id = NEW.case_id AND r.seq = NEW.seq"
        for record in _records()
    )
    # In brackets, for PL/pgSQL takes the first THEN outside them for its own.
    left = "(CASE NEW.outcome WHEN 'accepted' THEN 1 ELSE 0 END)"
    return f"NEW.case_id IS NOT NULL AND (SELECT count(*) FROM ({found}) f) <> {left}"


def _breaks_the_chain() -> str:
    """Return the SQL condition of a ledger row that does not follow the last of its case."""
    follows = "c.length + 1 = NEW.seq AND c.head = NEW.previous_hash"
    return (
        "NEW.case_id IS NOT NULL AND NOT EXISTS"
        f" (SELECT 1 FROM {CASE} c WHERE c.id = NEW.case_id AND {follows})"
    )


def _without_its_ledger() -> str:
    """Return the SQL condition of a change of a case that no new ledger row explains."""
    row = "l.case_id = NEW.id AND l.seq = NEW.length AND l.hash = NEW.head"
    return f"NEW.length <> OLD.length + 1 OR NOT EXISTS (SELECT 1 FROM {LEDGER} l WHERE {row})"


def _rules(vendor: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield name, table, event and condition of every refusal."""
    # SQLite has no TRUNCATE; a PostgreSQL one would pass by what refuses single rows.
    events = ("UPDATE", "DELETE", "TRUNCATE") if vendor == "postgresql" else ("UPDATE", "DELETE")
    for table in append_only():
        for event in events:
            yield f"{table}_no_{event.lower()}", table, event, "1 = 1"
    yield "case_is_never_deleted", CASE, "DELETE", "1 = 1"
    yield "case_begins_proposed", CASE, "INSERT", f"NEW.state <> '{State.PROPOSED}'"
    yield "case_keeps_its_place", CASE, "UPDATE", "NEW.place <> OLD.place"
    yield "case_moves_with_its_ledger", CASE, "UPDATE", _without_its_ledger()
    yield "ledger_continues_its_chain", LEDGER, "INSERT", _breaks_the_chain()
    yield "ledger_row_has_its_record", LEDGER, "INSERT", _without_its_record()
    yield "log_leaves_no_gap", LEAF, "INSERT", f'NEW."index" <> {LEAVES}'
    yield "checkpoint_covers_the_log", CHECKPOINT, "INSERT", f"NEW.size <> {LEAVES}"
    for table, condition in _stray():
        yield f"{table}_comes_with_its_act", table, "INSERT", condition
    yield "case_keeps_its_origin", CASE, "UPDATE", "NEW.imported_from <> OLD.imported_from"
    yield "case_moves_by_law", CASE, "UPDATE", _unlawful_move()


def _sqlite(name: str, table: str, event: str, condition: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, 'suyuan: {name}'); END"
    )


def _postgresql(name: str, table: str, event: str, condition: str) -> str:
    body = _postgresql_body(name, event, condition)
    each = "STATEMENT" if event == "TRUNCATE" else "ROW"
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$; "
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {each} EXECUTE FUNCTION {name}()"
    )


def _postgresql_body(name: str, event: str, condition: str) -> str:
    guard = f"IF {condition} THEN RAISE EXCEPTION 'suyuan: {name}'"
    kept = {"DELETE": "OLD", "TRUNCATE": "NULL"}.get(event, "NEW")
    return (
        f" BEGIN {guard} USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        f" RETURN {kept}; END "
    )


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every refusal off; only for the tests' own clearing of tables."""
    with connection.cursor() as cursor:
        for name, table, _event, _condition in _rules(connection.vendor):
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                cursor.execute(f"DROP FUNCTION IF EXISTS {name}()")


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every refusal in force, replacing older ones."""
    build = _sqlite if connection.vendor == "sqlite" else _postgresql
    remove(connection)
    with connection.cursor() as cursor:
        for rule in _rules(connection.vendor):
            cursor.execute(build(*rule))


IN_FORCE = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE t.tgenabled = 'O' AND NOT t.tgisinternal"
    ),
}


def absent(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of the refusals that are not in force as they are written here."""
    with connection.cursor() as cursor:
        cursor.execute(IN_FORCE[connection.vendor])
        found = dict(cursor.fetchall())
    sqlite = connection.vendor == "sqlite"
    expected = {
        name: _sqlite(name, table, event, condition)
        if sqlite
        else _postgresql_body(name, event, condition)
        for name, table, event, condition in _rules(connection.vendor)
    }
    return [name for name, text in expected.items() if found.get(name) != text]


def install_after_migrate(using: str, **_kwargs: Any) -> None:
    """Put the refusals in force once the tables are there."""
    install(connections[using])
