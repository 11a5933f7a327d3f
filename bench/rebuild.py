"""Rebuild all rows from the entries alone: entries a second, and whether they were identical."""

import time
from typing import Any

import veban.store.ready  # noqa: F401 - before anything reads a model
from bench.journals import SteadyClock, dossier_entries
from veban.core.catalogue import EVENTS, FOLDS
from veban.store.databases.register import forget, migrate, register
from veban.store.journal.journal import DjangoJournal
from veban.store.journal.meaning import Meaning

ALIAS = "bench-rebuild"


class Zeros:
    """Salts are never asked for: everything arrives sealed."""

    def token(self, count: int) -> bytes:
        return bytes(count)


def measure(config: dict[str, Any], dossiers: int = 10_000) -> dict[str, Any]:
    """Fill an empty database with dossiers of five entries and rebuild it.

    Args:
        config: From ``veban.store.databases.config``.
        dossiers: How many.
    """
    register(ALIAS, config)
    try:
        migrate(ALIAS)
        journal = DjangoJournal(ALIAS, "centre", SteadyClock(), Zeros(), Meaning(EVENTS, FOLDS))
        entries = list(dossier_entries(dossiers))
        start = time.perf_counter()
        with journal.writing() as writing:
            writing.receive(entries)
        arrived = time.perf_counter()
        count, identical = journal.rebuild()
        rebuilt = time.perf_counter()
        _, broken = journal.verify()
        return {
            "entries": count,
            "identical": identical,
            "broken": len(broken),
            "rebuild_per_s": round(count / (rebuilt - arrived)),
            "arrival_per_s": round(count / (arrived - start)),
            "verify_per_s": round(count / (time.perf_counter() - rebuilt)),
        }
    finally:
        forget(ALIAS)
