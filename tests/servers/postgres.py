"""A throw-away PostgreSQL for the tests: one cluster for each test process (bench/cluster.py)."""

from collections.abc import Iterator

import pytest

from bench.cluster import FORGETFUL, PostgresServer, running_cluster, why_no_cluster
from tests.servers.needs import probe, require


@probe("postgres")
def missing_postgres() -> str | None:
    """Say what is missing to start PostgreSQL here, or None."""
    return why_no_cluster()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One cluster, started when the first test asks for it; a test's data may be lost."""
    require("postgres")
    with running_cluster(FORGETFUL) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of a fresh, empty database, removed after the test."""
    url = postgres_server.create()
    yield url
    postgres_server.drop(url)
