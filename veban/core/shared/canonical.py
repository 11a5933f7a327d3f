"""One way to write a value as bytes, so that two machines agree on its hash."""

import hashlib
import json


def canonical(value: object) -> bytes:
    """Return the value as UTF-8 JSON with sorted keys and no spaces.

    Args:
        value: What JSON holds: dicts with string keys, lists, strings, ints, bools, None.
            Floats are allowed but should be avoided in what is hashed.

    Example:
        >>> canonical({"b": 1, "a": "Mông"}).decode()
        '{"a":"Mông","b":1}'
    """
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(value: object) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()
