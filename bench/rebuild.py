"""Rebuild all rows from the entries alone (dựng lại bảng): how fast, and whether identical."""

import random
import statistics
import time
from typing import Any

from bench.cluster import running_cluster
from bench.folders import throw_away_folder
from bench.lives import do_not_wait_for_the_disk, live_through, receive_many, wait_for_the_disk
from bench.office import make_centre
from veban.wiring.node import Node

REPEATS = 3


def measure(database: str, dossiers: int) -> dict[str, Any]:
    """Play dossiers of five entries, from reception to hand-back, and rebuild the rows.

    Args:
        database: ``sqlite`` or ``postgresql``, which the entries are carried to.
        dossiers: How many.
    """
    with throw_away_folder() as folder:
        node = make_centre(folder / "centre")
        do_not_wait_for_the_disk(node)
        for code in receive_many(node, dossiers, random.Random(766)):
            live_through(node, code)
        wait_for_the_disk(node)
        if database != "postgresql":
            return _rebuilt(node)
        with running_cluster() as cluster:
            other = make_centre(folder / "other", cluster.create())
            with other.journal.writing() as writing:
                writing.receive(node.journal.chain(node.world.me.node))
            return _rebuilt(other)


def _rebuilt(node: Node) -> dict[str, Any]:
    seconds, cpu, answers = [], [], set()
    for _ in range(REPEATS):
        start, used = time.perf_counter(), time.process_time()
        answers.add(node.journal.rebuild())
        seconds.append(time.perf_counter() - start)
        cpu.append(time.process_time() - used)
    start = time.perf_counter()
    entries, broken = node.journal.verify()
    verified = time.perf_counter() - start
    node.close()
    return {
        "entries": entries,
        "identical": answers == {(entries, True)},
        "broken": len(broken),
        "entries_per_s": round(entries / statistics.median(seconds)),
        "entries_per_cpu_s": round(entries / statistics.median(cpu)),
        "verified_per_s": round(entries / verified),
    }
