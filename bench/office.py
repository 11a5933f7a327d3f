"""A throw-away practice centre with an officer of each role, and its server."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.cluster import free_port
from veban.actions.nodes.found import Founding
from veban.actions.people.add_officer import add_officer
from veban.actions.people.invite import invite_officer
from veban.actions.people.sign_in import use_invite
from veban.core.nodes.events import NodeKind
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.wiring.founding import NewCentre, found_node
from veban.wiring.node import Node

ROOT = Path(__file__).resolve().parents[1]
UNIT = "03172"
RECEIVER = "lan"
PASSWORD = "mat khau de do"
TEAM = (
    (RECEIVER, "Lò Thị Lan", Role.RECEIVER),
    ("minh", "Quàng Văn Minh", Role.HANDLER),
    ("sua", "Giàng A Sua", Role.SIGNER),
)
START_WITHIN_S = 60


def make_centre(folder: Path, database: str | None = None) -> Node:
    """Found a practice centre whose receiver has a password.

    Args:
        folder: Where.
        database: Address of an empty PostgreSQL database; None for SQLite.
    """
    founding = Founding(Mode.FULL)
    node = found_node(folder, NewCentre(UNIT, NodeKind.CENTRE, founding, True, database))
    for code, name, role in TEAM:
        add_officer(node.world, code, name, [role], UNIT)
    invite = invite_officer(node.desk, node.world.random, RECEIVER, node.world.clock.now())
    use_invite(node.desk, RECEIVER, invite, PASSWORD, datetime.now(UTC))
    return node


@dataclass(frozen=True, slots=True)
class Served:
    """A running server and how long it took to answer."""

    process: subprocess.Popen[bytes]
    port: int
    ready_s: float


@contextmanager
def served(folder: Path, variables: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Run ``veban serve`` on a folder until the end of the block.

    Args:
        folder: A node's data folder.
        variables: Further environment variables.
    """
    port = free_port()
    command = [sys.executable, "-P", "-m", "veban", "serve"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(variables or {})}
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--data", str(folder), "--port", str(port)],
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(process, port, start + START_WITHIN_S)
        yield Served(process, port, time.perf_counter() - start)
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(process: subprocess.Popen[bytes], port: int, until: float) -> None:
    while time.perf_counter() < until and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.01)
        finally:
            connection.close()
    raise RuntimeError("the server did not answer; run veban serve by hand to see why")
