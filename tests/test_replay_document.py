"""The strict reader of JSON: what it takes it takes as Python does, and it never falls over."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replaying import BEGUN, ORGAN, UNITS, lines, told
from workflow.replay.beforehand import untrue
from workflow.replay.checking import problems
from workflow.replay.document import Document, document
from workflow.replay.reading import SCHEMA
from workflow.replay.unreadable import Unreadable

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
SINGLE = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    SINGLE | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
WHOLE = told(*BEGUN, organ=ORGAN, units=UNITS)


def taken(data: bytes) -> Document | None:
    """Return what is read, None where it cannot be."""
    try:
        return document(data)
    except Unreadable:
        return None


@given(VALUES, st.sampled_from([None, 1, "\t"]))
@settings(max_examples=200, deadline=None)
def test_it_reads_what_python_writes(value: Any, indent: int | str | None) -> None:
    assert document(json.dumps(value, indent=indent).encode()).value == value


@given(st.binary() | st.text('{}[]",:0123456789.eE+- \n\\utrnfalse').map(str.encode))
@settings(max_examples=300, deadline=None)
def test_it_reads_nothing_that_python_does_not(data: bytes) -> None:
    found = taken(data)
    assert found is None or found.value == json.loads(data)


def places(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to each value inside another."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = [place]
    for name, part in inner:
        way = (*place, name)
        found += places(part, way) if isinstance(part, dict | list) else [way]
    return found


@given(st.sampled_from([place for place in places(WHOLE) if place]), VALUES)
@settings(max_examples=300, deadline=None)
def test_whatever_stands_in_a_file_it_is_judged(place: tuple[Any, ...], value: Any) -> None:
    said = copy.deepcopy(WHOLE)
    part: Any = said
    for name in place[:-1]:
        part = part[name]
    part[place[-1]] = value
    found = document(lines(said).encode())
    wrong = list(problems(SCHEMA, found)) or list(untrue(found))
    assert all(1 <= problem.line <= len(lines(said).splitlines()) for problem in wrong)


def test_each_part_is_found_by_its_line() -> None:
    found = document(lines(WHOLE).encode())
    told_in = lines(WHOLE).splitlines()
    for place in places(WHOLE):
        if place and isinstance(place[-1], str):
            assert f'"{place[-1]}"' in told_in[found.line(place) - 1]


def test_what_is_not_there_is_told_by_what_is_around_it() -> None:
    found = document(b'{\n"acts": [\n{}]}')
    assert found.line(("acts", 0, "data", "title")) == 3
    assert found.line(("nothing",)) == 1


@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_a_mark_of_the_order_of_bytes_is_no_part_of_it(mark: str) -> None:
    assert document(f"{mark}[]".encode()).value == []
