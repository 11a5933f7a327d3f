"""The stores as fixtures; the contract runs on each."""

import pytest

from tests.contracts.stores import DatabaseStore, MemoryStore, closing_store, file_store
from veban.store.databases import config

DATABASES = ["sqlite", "sqlcipher", "postgresql"]


@pytest.fixture(params=["memory", *DATABASES])
def store(request, tmp_path):
    with closing_store(_store(request, tmp_path)) as made:
        yield made


@pytest.fixture(params=DATABASES)
def database(request, tmp_path):
    with closing_store(_store(request, tmp_path)) as made:
        yield made


def _store(request, folder):
    if request.param == "memory":
        return MemoryStore()
    if request.param != "postgresql":
        return file_store(folder, cipher=request.param == "sqlcipher")
    server = request.getfixturevalue("postgres_server")

    def fresh():
        url = server.create()
        request.addfinalizer(lambda: server.drop(url))
        return config.postgresql(url)

    return DatabaseStore(fresh)
