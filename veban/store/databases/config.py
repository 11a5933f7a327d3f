"""What Django is told about each kind of database (cấu hình cơ sở dữ liệu)."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

BUSY_TIMEOUT_S = 30
"""How long a process waits for another one's transaction on the same file."""

# WAL and full sync: what was committed outlives a power cut. secure_delete: what was erased is
# overwritten, not only unlinked. A checkpoint every 16 MB, so that a page written again and
# again goes into the file once.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;"
    "PRAGMA wal_autocheckpoint=4000"
)

# A reception is some ten statements, always the same ones: the server plans each once a
# connection, which halves its work.
_PREPARED = {"server_side_binding": True, "prepare_threshold": 3}


def sqlite(path: Path) -> dict[str, Any]:
    """Describe a SQLite file."""
    return {
        "ENGINE": "veban.store.databases.sqlite",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"timeout": BUSY_TIMEOUT_S, "init_command": _PRAGMAS},
    }


def sqlcipher(path: Path, key: bytes) -> dict[str, Any]:
    """Describe an encrypted SQLite file.

    Args:
        path: The file.
        key: 32 raw bytes; held in memory only, never written by this program.

    Raises:
        ValueError: the key has another length.
    """
    if len(key) != 32:
        raise ValueError(f"a raw SQLCipher key has 32 bytes, got {len(key)}")
    made = sqlite(path)
    made["ENGINE"] = "veban.store.databases.sqlcipher"
    made["OPTIONS"]["key"] = key
    return made


def postgresql(url: str) -> dict[str, Any]:
    """Describe a PostgreSQL database.

    Args:
        url: ``postgresql://user:password@host:port/name?option=value``.

    Raises:
        ValueError: the address is not one of PostgreSQL.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise ValueError("a database address looks like postgresql://user@host:5432/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**_PREPARED, **dict(parse_qsl(parts.query))},
    }
