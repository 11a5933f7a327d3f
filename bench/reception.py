"""Receptions over HTTP (tiếp nhận qua HTTP): journaled, durable, answered after commit only.

A real server and a load generator, each its own process, share the machine. Then the same with
eight clients that trickle uploads, whose share of the threads must not be felt.
"""

import json
import random
import statistics
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing import get_context
from typing import Any

from bench.cluster import running_cluster
from bench.folders import throw_away_folder
from bench.load import Load, Told, play
from bench.machine import cpu_seconds
from bench.office import RECEIVER, make_centre, served
from bench.people import make_reception
from bench.signing_in import session_cookie
from bench.slow_uploads import slow_uploads
from veban.core.people.scope import Scope
from veban.store.queries.dossiers import count_states
from veban.wiring.node import Node

CLIENTS = 8
SLOW_CLIENTS = 8
ROUNDS = 3
"""Plain and with uploads in turn; the median of each is told, since machines are noisy."""


def measure(database: str, receptions: int) -> dict[str, Any]:
    """Measure on a fresh centre.

    Args:
        database: ``sqlite`` or ``postgresql``.
        receptions: How many in each round.
    """
    with _centre(database) as node, served(node.folder) as server:
        cookie = session_cookie(server.port, RECEIVER)
        make = _requests(cookie, random.Random(766))
        play_in_its_own_process = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        with play_in_its_own_process as process:

            def run(count: int, slow: Sequence[Sequence[bytes]] = ()) -> Told:
                requests = [next(make) for _ in range(count)]
                load = Load(server.port, requests, CLIENTS, slow)
                return _checked(process.submit(play, load).result(), count)

            run(min(receptions, 200))
            used = cpu_seconds(server.process.pid)
            plain, busy = [run(receptions)], []
            work = used is not None and (cpu_seconds(server.process.pid) or 0.0) - used
            for _ in range(ROUNDS):
                busy.append(run(receptions, slow_uploads(node, SLOW_CLIENTS)))
                plain.append(run(receptions))
        cpu_ms = round(work * 1000 / receptions, 2) if work else None
        return _figures(plain, busy) | {"server_cpu_ms": cpu_ms} | _counted(node)


@contextmanager
def _centre(database: str) -> Iterator[Node]:
    with throw_away_folder() as folder:
        if database == "postgresql":
            with running_cluster() as cluster:
                node = make_centre(folder / "centre", cluster.create())
                yield node
                node.close()
        else:
            node = make_centre(folder / "centre")
            yield node
            node.close()


def _requests(cookie: str, chance: random.Random) -> Iterator[bytes]:
    while True:
        body = json.dumps(make_reception(chance, datetime.now(UTC)), ensure_ascii=False).encode()
        head = (
            "POST /doors/dossiers HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Cookie: {cookie}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        yield head.encode() + body


def _checked(told: Told, count: int) -> Told:
    if told.statuses != {201: count}:
        raise RuntimeError(f"expected {count} times 201, got {told.statuses}")
    if set(told.slow_statuses) - {201, 204}:
        raise RuntimeError(f"uploads were answered {told.slow_statuses}")
    return told


def _figures(plain: Sequence[Told], busy: Sequence[Told]) -> dict[str, Any]:
    p99, p99_busy = (_median(_percentile(told, 99) for told in rounds) for rounds in (plain, busy))
    return {
        "per_s": round(_median(len(told.latencies_ms) / told.seconds for told in plain)),
        "p50_ms": round(_median(_percentile(told, 50) for told in plain), 1),
        "p99_ms": round(p99, 1),
        "per_s_with_uploads": round(_median(len(t.latencies_ms) / t.seconds for t in busy)),
        "p99_ms_with_uploads": round(p99_busy, 1),
        "p99_ratio": round(p99_busy / p99, 2),
        "clients": CLIENTS,
        "slow_clients": SLOW_CLIENTS,
        "upload_pieces": sum(sum(told.slow_statuses.values()) for told in busy),
    }


def _counted(node: Node) -> dict[str, int]:
    """Count from the tables what the server said it had received, and verify the chain."""
    scope = Scope(frozenset({node.world.me.unit}), frozenset())
    _, broken = node.journal.verify()
    return {"dossiers": sum(count_states(node.alias, scope).values()), "broken": len(broken)}


def _percentile(told: Told, part: int) -> float:
    return statistics.quantiles(told.latencies_ms, n=100)[part - 1]


def _median(values: Iterator[float]) -> float:
    return statistics.median(values)
