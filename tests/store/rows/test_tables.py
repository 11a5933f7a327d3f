"""Every row dataclass has a table with the same fields, and comes back as it went in."""

import dataclasses
import typing
from datetime import date, datetime

import pytest
from django.db import models
from django.db.models import Q

from tests.store.conftest import DAY, INSTANT, STREAM, ours, sample
from veban.core.catalogue import ROW_TYPES
from veban.core.dossiers.rows import CodeRow, DossierRow
from veban.store.databases.batch import Batch
from veban.store.rows.tables import find_rows, replace_rows, row_tables

FIELDS = {
    str: models.TextField,
    int: models.BigIntegerField,
    bool: models.BooleanField,
    date: models.DateField,
    datetime: models.DateTimeField,
}


def test_every_row_type_has_its_table_and_no_other_has():
    assert set(row_tables()) == set(ROW_TYPES)


@pytest.mark.parametrize("row_type", ROW_TYPES)
def test_a_table_has_the_fields_of_its_row(row_type):
    fields = {f.name: f for f in row_tables()[row_type].model._meta.fields if f.name != "pk"}
    assert list(fields) == [f.name for f in dataclasses.fields(row_type)]
    for name, hint in typing.get_type_hints(row_type).items():
        kinds = set(typing.get_args(hint)) or {hint}
        (kind,) = kinds - {type(None)}
        assert type(fields[name]) is FIELDS[kind], name
        assert fields[name].null is (type(None) in kinds), name


@pytest.mark.parametrize("row_type", ROW_TYPES)
def test_the_key_is_the_stream_and_the_part_where_there_are_several(row_type):
    columns = [field.name for field in row_tables()[row_type].model._meta.pk_fields]
    has_part = "part" in {field.name for field in dataclasses.fields(row_type)}
    assert columns == (["stream", "part"] if has_part else ["stream"])


@pytest.mark.parametrize("row_type", ROW_TYPES)
def test_a_row_comes_back_as_it_went_in(filled, row_type):
    assert find_rows(row_type, filled) == [ours(row_type)]


def test_instants_and_days_are_found_as_django_compares_them(filled):
    assert find_rows(DossierRow, filled, Q(due_at=INSTANT, back_on=DAY))
    assert find_rows(DossierRow, filled, Q(due_at__lte=INSTANT))
    assert not find_rows(DossierRow, filled, Q(due_at__lt=INSTANT))


def test_the_rows_of_a_stream_are_replaced_and_those_of_others_stay(filled):
    other = sample(CodeRow, stream="dossier/2")
    batch = Batch(filled)
    replace_rows(batch, (), [other], ())
    batch.run()
    codes = [sample(CodeRow, stream=STREAM, part=str(n)) for n in range(3)]
    replace_rows(batch, [STREAM], codes, [CodeRow])
    batch.run()
    assert find_rows(CodeRow, filled, order=("stream", "part")) == [*codes, other]
    assert len(find_rows(CodeRow, filled, limit=2)) == 2
