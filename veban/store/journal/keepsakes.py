"""What stands beside the journal and cannot be folded from it: saved row by row (phần ngoài)."""

from django.apps import apps
from django.db import models

from veban.store.databases.salvage import readable_rows
from veban.store.journal.reading import execute, fetch
from veban.store.journal.recovering import Source

_SAVED = {"account", "journal_answer"}
_SAVED_ALL_OF = "exchange_"
"""Sessions are not among them: people sign in again."""

_ANSWERS_OF_NOTHING = (
    "DELETE FROM journal_answer WHERE key NOT IN (SELECT key FROM journal_entry WHERE arrived = 0)"
)


def save_keepsakes(source: Source, alias: str) -> int:
    """Copy accounts, what peers said, and answers; what is in the new database stands.

    An answer whose entries are lost is left out, so that its command may come again.

    Returns:
        How many rows the new database holds of them.
    """
    tables = [m for m in apps.get_app_config("store").get_models() if _is_saved(m)]
    for model in tables:
        _save(source, alias, model)
    execute(alias, _ANSWERS_OF_NOTHING)
    return sum(fetch(alias, f'SELECT count(*) FROM "{m._meta.db_table}"')[0][0] for m in tables)


def _is_saved(model: type[models.Model]) -> bool:
    table = model._meta.db_table
    return table in _SAVED or table.startswith(_SAVED_ALL_OF)


def _save(source: Source, alias: str, model: type[models.Model]) -> None:
    table = model._meta.db_table
    columns = [found.column for found in model._meta.concrete_fields if found.column]
    listed = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join(["%s"] * len(columns))
    sql = f'INSERT INTO "{table}" ({listed}) VALUES ({marks}) ON CONFLICT DO NOTHING'
    for row in readable_rows(source.alias, table, columns, source.size):
        execute(alias, sql, row[1:])
