"""Where results and words go: JSON to stdout, sentences to stderr (kết quả và lời nhắn)."""

import json
import sys
from collections.abc import Mapping
from typing import Any


def put(answer: Mapping[str, Any]) -> None:
    """Write one result as a line of JSON, at once."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def tell(answer: Mapping[str, Any], *, as_json: bool) -> None:
    """Write a result as JSON, or a line for each of its values for people."""
    if as_json:
        put(answer)
        return
    for name, value in answer.items():
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        sys.stdout.write(f"{name}: {shown}\n")
    sys.stdout.flush()


def say(sentence: str) -> None:
    """Tell people something; never a result."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
