"""A database of each kind that drafts are kept in."""

import pytest

import veban.store.ready  # noqa: F401 - before anything reads a model
from veban.store.databases import config
from veban.store.databases.register import forget, migrate, register

ALIAS = "draft-tests"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.needs("postgres"))])
def alias(request, tmp_path):
    if request.param == "sqlite":
        register(ALIAS, config.sqlite(tmp_path / "veban.db"))
    else:
        register(ALIAS, config.postgresql(request.getfixturevalue("postgres_url")))
    migrate(ALIAS)
    yield ALIAS
    forget(ALIAS)
