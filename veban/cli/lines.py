"""Play a file of JSON Lines: a bad line is told with its number, the others go on."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from veban.cli.answers import put, say
from veban.cli.progress import shown
from veban.cli.refusing import answer_of, sentence_of
from veban.core.shared.refused import Refused

_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class NotJson(Refused):
    """A line is no JSON in UTF-8 (dòng không phải JSON)."""

    code = "input.not_json"


class Line(NamedTuple):
    """One line that is not empty, with its number from 1."""

    number: int
    raw: bytes

    def read(self) -> Any:
        """Return the line's JSON.

        Raises:
            NotJson: it cannot be read, or holds text that no database keeps.
        """
        try:
            data = json.loads(self.raw.decode("utf-8-sig"), parse_constant=_no_constant)
            if b"\\u" in self.raw:
                _check_text(self.raw, data)
        except (ValueError, RecursionError) as problem:
            raise NotJson(line=self.number) from problem
        return data


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of a file that are not empty."""
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            if raw.strip():
                yield Line(number, raw)


def play_lines(
    path: Path,
    play: Callable[[Any], dict[str, Any]],
    refused: Callable[[Any, Refused], dict[str, Any]],
) -> int:
    """Play each line and write its answer.

    Args:
        path: A file of JSON Lines.
        play: Does what a line says and returns the answer.
        refused: Returns the answer to a line that was read and refused.

    Returns:
        How many lines were refused.
    """
    failed = 0
    for line in shown(read_lines(path), path.name):
        try:
            data = line.read()
        except NotJson as refusal:
            put({"line": line.number, "refused": refusal.code})
            failed += _told(line, refusal)
            continue
        try:
            put(play(data))
        except Refused as refusal:
            put(refused(data, refusal))
            failed += _told(line, refusal)
    return failed


def play_keyed(path: Path, play: Callable[[Any], dict[str, Any]]) -> int:
    """Play lines that carry a ``key``; a refused one is answered under it.

    Returns:
        How many lines were refused.
    """
    return play_lines(
        path, play, lambda data, refusal: {"key": field_of(data, "key"), **answer_of(refusal)}
    )


def field_of(data: Any, name: str) -> Any:
    """Return a field of a line that may be no object, for the answer to a refusal."""
    return data.get(name) if isinstance(data, dict) else None


def _told(line: Line, refusal: Refused) -> int:
    say(f"Dòng {line.number}: {sentence_of(refusal)}")
    return 1


def _check_text(raw: bytes, data: Any) -> None:
    """Refuse what JSON may escape but no text may hold: NUL and half a pair of surrogates."""
    if _NUL.search(raw):
        raise ValueError("a text with the character NUL")
    json.dumps(data, ensure_ascii=False).encode()


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
