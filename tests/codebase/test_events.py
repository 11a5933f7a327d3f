"""Every event type: a schema, a Vietnamese name, and its private side in one place."""

import dataclasses
import typing
from datetime import date, datetime

import pytest

from veban.core.catalogue import EVENTS, FOLDS, ROW_TYPES
from veban.core.shared.shape import fields_of

TYPES = EVENTS.types.values()
PRIVATE_WORDS = {
    "name",
    "full_name",
    "phone",
    "personal_id",
    "birth_date",
    "reason",
    "text",
    "file",
}
ALLOWED = {
    ("NodeInvited", "name"),  # the laptop's name
    ("RoundOpened", "name"),  # the round's name
    ("NodeRevoked", "reason"),  # a code
}


@pytest.mark.parametrize("event", TYPES, ids=lambda event: event.TYPE)
def test_every_event_has_its_name_schema_and_shape(event):
    assert event.__name__ == event.TYPE
    assert event.SCHEMA >= 1
    assert event.NAME[0].isupper()
    assert fields_of(event) is not None


@pytest.mark.parametrize("event", TYPES, ids=lambda event: event.TYPE)
def test_what_is_private_is_one_nested_type(event):
    hints = typing.get_type_hints(event)
    person = hints.pop("person", None)
    if person is not None:
        inner = [item for item in typing.get_args(person) if item is not type(None)]
        assert len(inner) == 1
        assert dataclasses.is_dataclass(inner[0])
    outside = {(event.TYPE, name) for name in hints if name in PRIVATE_WORDS}
    assert outside <= ALLOWED


@pytest.mark.parametrize("row", ROW_TYPES, ids=lambda row: row.__name__)
def test_rows_hold_plain_values_and_begin_with_their_stream(row):
    fields = dataclasses.fields(row)
    assert fields[0].name == "stream"
    plain = {str, int, bool, date, datetime, type(None)}
    for name, hint in typing.get_type_hints(row).items():
        assert set(typing.get_args(hint) or (hint,)) <= plain, name


def test_every_stream_kind_has_a_fold():
    assert set(FOLDS) == {
        "bag",
        "dossier",
        "lane",
        "law",
        "message",
        "node",
        "officer",
        "point",
        "roster",
        "round",
        "slips",
        "unit",
        "visit",
    }
