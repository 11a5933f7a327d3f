"""The migrations make the tables that the models describe."""

import re
from pathlib import Path

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

import veban.store.ready  # noqa: F401 - before anything reads a model
from veban.store import migrations


def test_no_model_has_changed_without_a_migration():
    loader = MigrationLoader(None)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    changes = detector.changes(graph=loader.graph).get("store", [])
    assert [str(op.describe()) for change in changes for op in change.operations] == []


def test_migrations_are_numbered_named_and_free_of_app_code():
    folder = Path(next(iter(migrations.__path__)))
    names = sorted(path.stem for path in folder.glob("0*.py"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))
    assert not [name for name in names if re.search("auto|initial", name)]
    assert not [n for n in names if "veban." in (folder / f"{n}.py").read_text(encoding="utf-8")]
