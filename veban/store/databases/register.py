"""Open databases by alias while the program runs: several nodes may live in one process."""

from typing import Any

from django.db import connections
from django.db.migrations.executor import MigrationExecutor


def register(alias: str, config: dict[str, Any]) -> None:
    """Make a database known under ``alias``; a repeat with another one replaces it.

    Args:
        alias: Any text.
        config: From ``veban.store.databases.config``.
    """
    forget(alias)
    known = connections.settings
    known[alias] = connections.configure_settings({"default": {}, alias: dict(config)})[alias]


def migrate(alias: str) -> None:
    """Make or update the tables."""
    executor = MigrationExecutor(connections[alias])
    executor.migrate(executor.loader.graph.leaf_nodes())


def is_migrated(alias: str) -> bool:
    """Tell whether the tables are those of this program."""
    executor = MigrationExecutor(connections[alias])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def close(alias: str) -> None:
    """Close this thread's connection, if it has one; the next use opens it again."""
    if alias in connections.settings and hasattr(connections._connections, alias):
        connections[alias].close()


def forget(alias: str) -> None:
    """Close this thread's connection and make the alias unknown."""
    drop(alias)
    connections.settings.pop(alias, None)


def drop(alias: str) -> None:
    """Close this thread's connection and let go of its object, which holds the key."""
    if hasattr(connections._connections, alias):
        connections[alias].close()
        del connections[alias]
