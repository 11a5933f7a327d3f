"""A SQLite node with something in every row table, of a unit and of its neighbour."""

import dataclasses
import typing
from datetime import UTC, date, datetime

import pytest

import veban.store.ready  # noqa: F401 - before anything reads a model
from veban.core.catalogue import ROW_TYPES
from veban.core.nodes.rows import NodeRow
from veban.core.visits.table import VisitRow
from veban.store.databases import config
from veban.store.databases.batch import Batch
from veban.store.databases.register import forget, migrate, register
from veban.store.rows.tables import replace_rows

OURS, THEIRS = "03172", "03166"
STREAM = "dossier/1"
DAY = date(2026, 11, 23)
INSTANT = datetime(2026, 11, 23, 1, 30, 5, 123000, tzinfo=UTC)
ALIAS = "store-tests"


def sample(row_type, **fixed):
    """Make a row of any type: each field of its kind, those named as they are given."""
    made = {}
    for name, hint in typing.get_type_hints(row_type).items():
        kinds = set(typing.get_args(hint)) or {hint}
        kind = next(kind for kind in kinds if kind is not type(None))
        value = {str: name, int: 4, bool: True, date: DAY, datetime: INSTANT}[kind]
        made[name] = fixed.get(name, value)
    return row_type(**{f.name: made[f.name] for f in dataclasses.fields(row_type)})


def ours(row_type):
    """Make a row that every query of our unit finds: open, late, about our dossier."""
    stream = "visit/1" if row_type is VisitRow else STREAM
    fixed = {"stream": stream, "unit": OURS, "dossier": STREAM, "closed": False, "erased": False}
    fixed |= {"ended_at": None, "paused_at": None, "act": "printed", "desk": "node:node"}
    fixed |= {"origin": "node", "holder": "node", "search": "code", "folded": "code"}
    if row_type is NodeRow:
        fixed["state"] = "revoked"
    return sample(row_type, **fixed)


@pytest.fixture
def alias(tmp_path):
    register(ALIAS, config.sqlite(tmp_path / "veban.db"))
    migrate(ALIAS)
    yield ALIAS
    forget(ALIAS)


@pytest.fixture
def filled(alias):
    batch = Batch(alias)
    replace_rows(batch, (), [ours(row_type) for row_type in ROW_TYPES], ())
    batch.run()
    return alias
