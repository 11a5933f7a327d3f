"""Reading and writing shapes: what is wrong is named where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veban.core.shared.local_time import parse_instant
from veban.core.shared.shape import (
    InputUnknownKeys,
    InputWrong,
    json_schema,
    read_shape,
    write_shape,
)


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    day: date
    colour: Colour | None


@dataclass(frozen=True, slots=True)
class Outer:
    name: str
    inners: tuple[Inner, ...]
    at: datetime | None = None
    count: int = 1
    more: Mapping[str, Any] = field(default_factory=dict)
    to: str = field(default="x", metadata={"key": "return"})


WHOLE = {
    "name": "a",
    "inners": [{"day": "2026-11-23", "colour": "red"}],
    "at": "2026-11-23T08:00:00+07:00",
    "count": 2,
    "more": {"free": [1]},
    "return": "y",
}


def wrong(data: object) -> dict[str, object]:
    with pytest.raises(InputWrong) as caught:
        read_shape(Outer, data)
    return caught.value.details


def test_what_is_read_is_written_again():
    outer = read_shape(Outer, WHOLE)
    assert outer.inners[0].colour is Colour.RED
    assert outer.at == parse_instant("2026-11-23T08:00:00+07:00")
    assert write_shape(outer) == WHOLE


def test_what_may_be_none_may_be_left_out():
    outer = read_shape(Outer, {"name": "a", "inners": [{"day": "2026-11-23"}]})
    assert outer.inners == (Inner(date(2026, 11, 23), None),)
    assert write_shape(outer.inners[0]) == {"day": "2026-11-23"}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"name": 1}, "name"),
        ({"count": True}, "count"),
        ({"count": "2"}, "count"),
        ({"at": "2026-11-23T08:00:00"}, "at"),
        ({"inners": {}}, "inners"),
        ({"inners": [{"day": "23/11/2026"}]}, "inners.0.day"),
        ({"inners": [{"day": "2026-11-23", "colour": "blue"}]}, "inners.0.colour"),
        ({"inners": [{}]}, "inners.0.day"),
    ],
)
def test_the_field_that_is_wrong_is_named_where_it_stands(change, where):
    assert wrong({**WHOLE, **change})["field"] == where


def test_a_missing_field_is_named():
    assert wrong({"inners": []}) == {"field": "name", "expected": "present"}


def test_something_that_is_no_object_is_refused():
    assert wrong([])["field"] == "(line)"


def test_unknown_keys_are_listed_with_their_place():
    with pytest.raises(InputUnknownKeys) as caught:
        read_shape(Outer, {**WHOLE, "inners": [{"day": "2026-11-23", "x": 1, "b": 2}]})
    assert caught.value.details == {"keys": ["inners.0.b", "inners.0.x"]}


def test_the_schema_says_what_is_needed():
    schema = json_schema(Outer)
    assert schema["required"] == ["name", "inners"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["inners"]["items"]["required"] == ["day"]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_whatever_comes_is_read_or_refused(value):
    for key in WHOLE:
        try:
            read_shape(Outer, {**WHOLE, key: value})
        except (InputWrong, InputUnknownKeys) as refusal:
            assert refusal.code.startswith("input.")
