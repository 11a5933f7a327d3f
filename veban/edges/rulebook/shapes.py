"""The small shapes of which every file in ``rules/`` is made, checked as they are read."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

from veban.core.law.dated import Confidence, Dated, DatedValue, Source

T = TypeVar("T")

# The C loader reads the catalogue ten times as fast; wheels of some platforms lack it.
_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RulesBroken(ValueError):
    """A file in ``rules/`` does not have the shape described in ``docs/law.md``."""


class _Loader(_SAFE):  # type: ignore[misc]
    """YAML keeps the last of two equal keys; two values for one day must not pass so quietly."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        written = [key.value for key, _ in node.value]
        if len(written) != len(set(written)):
            twice = sorted({key for key in written if written.count(key) > 1})
            raise yaml.constructor.ConstructorError(None, None, f"keys twice: {twice}")
        return dict(super().construct_mapping(node, deep))


def read(path: Path) -> Any:
    """Read one YAML file.

    Raises:
        RulesBroken: the file is missing or is not YAML.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise RulesBroken(f"{path.name}: {problem}") from problem


def keys(where: str, given: Any, required: Iterable[str], optional: Iterable[str] = ()) -> Any:
    """Return the mapping after checking that it has these keys and no others.

    Raises:
        RulesBroken: it is no mapping, lacks a key, or has one that nobody reads.
    """
    if not isinstance(given, Mapping):
        raise RulesBroken(f"{where}: expected a mapping, got {given!r}")
    needed = set(required)
    lacking, strange = needed - set(given), set(given) - needed - set(optional)
    if lacking or strange:
        raise RulesBroken(f"{where}: lacks {sorted(lacking)}, unknown {sorted(map(str, strange))}")
    return given


def text(where: str, given: Any) -> str:
    """Return a non-empty string; unquoted numbers and yes/no are mistakes that this finds.

    Raises:
        RulesBroken: it is something else.
    """
    if not isinstance(given, str) or not given:
        raise RulesBroken(f"{where}: expected a quoted word, got {given!r}")
    return given


def optional_text(where: str, given: Any) -> str | None:
    """Return a string, or None for null."""
    return None if given is None else text(where, given)


def texts(where: str, given: Any) -> tuple[str, ...]:
    """Return a list of strings as a tuple."""
    if not isinstance(given, list):
        raise RulesBroken(f"{where}: expected a list, got {given!r}")
    return tuple(text(where, word) for word in given)


def source(where: str, given: Any) -> Source:
    """Read ``{document, article, confidence}``."""
    said = keys(f"{where} source", given, ("document", "article", "confidence"))
    return Source(
        document=optional_text(where, said["document"]),
        article=optional_text(where, said["article"]),
        confidence=word(where, Confidence, said["confidence"]),
    )


def word(where: str, kind: Callable[[str], T], given: Any) -> T:
    """Read a word of a closed list, such as a confidence or a place rule.

    Raises:
        RulesBroken: the word is not in the list.
    """
    try:
        return kind(text(where, given))
    except ValueError as problem:
        raise RulesBroken(f"{where}: {problem}") from problem


def dated(what: str, given: Any, parse: Callable[[str, Any], T]) -> Dated[T]:
    """Read a mapping from day to ``{value, source}``; at least one day.

    Raises:
        RulesBroken: a key is no day, or a value has no source.
    """
    if not isinstance(given, Mapping) or not given:
        raise RulesBroken(f"{what}: expected days with values, got {given!r}")
    values = []
    for day, entry in given.items():
        if not isinstance(day, date):
            raise RulesBroken(f"{what}: {day!r} is no day")
        where = f"{what} {day}"
        said = keys(where, entry, ("value", "source"))
        values.append(DatedValue(day, parse(where, said["value"]), source(where, said["source"])))
    return Dated.of(what, values)
