"""Which files an entry names (tệp đính kèm): they belong to ``person`` and go with it."""

import json
import re
from collections.abc import Mapping
from typing import Any

from veban.core.shared.canonical import canonical

_SHA256 = re.compile(r'"([0-9a-f]{64})"')

FOREIGN = ("record", "declaration")
"""Parts of ``person`` that others wrote, kept word for word: what looks like a file there is
none of ours. An exported record shows the hash of a result's scan to nodes that hold no scan."""


def files_of(person: Mapping[str, Any] | None) -> frozenset[str]:
    """Return the SHA-256 of every file named in an entry's private part.

    By convention a text of 64 hexadecimal digits in ``person`` is a file's SHA-256 and nothing
    else is written so, the parts in ``FOREIGN`` aside; thus an entry of a type not known here
    names its files too.

    Example:
        >>> sorted(files_of({"papers": [{"name": "Đơn", "file": "ab" * 32}]})) == ["ab" * 32]
        True
        >>> files_of(None)
        frozenset()
    """
    return files_named(canonical(person).decode()) if person else frozenset()


def files_named(body: str) -> frozenset[str]:
    """Return the same from the private part as JSON text."""
    found = _SHA256.findall(body)
    if found and any(f'"{name}"' in body for name in FOREIGN):
        found = _SHA256.findall(canonical(_ours(json.loads(body))).decode())
    return frozenset(found)


def _ours(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _ours(item) for name, item in value.items() if name not in FOREIGN}
    return [_ours(item) for item in value] if isinstance(value, list | tuple) else value
