"""Read and write frozen dataclasses as JSON: the one shape of commands, events and answers.

A dataclass is the only hand-written description of an input. From its annotations come the
reader (with the name of the field that is wrong), the writer, and the JSON Schema that
``veban schema`` publishes.

Annotations understood: ``str``, ``int``, ``bool``, ``date``, ``datetime`` (aware), ``StrEnum``
and ``IntEnum``, nested dataclasses, ``tuple[T, ...]``, ``Mapping[str, object]`` (kept as it is),
text values (classes with ``from_text`` and ``__str__``), and any of these ``| None``.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import IntEnum, StrEnum
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

from veban.core.shared.local_time import parse_instant
from veban.core.shared.refused import Refused

T = TypeVar("T")


class InputWrong(Refused):
    """A field of the input cannot be read (dữ liệu nhập không đọc được)."""

    code = "input.wrong"

    def __init__(self, expected: str, *path: str) -> None:
        """Say what was expected, and where: the innermost key comes last."""
        super().__init__(field=".".join(path) or "(line)", expected=expected)
        self.expected = expected
        self.path = path

    def inside(self, key: str) -> "InputWrong":
        """Return the same refusal as seen from the object that holds ``key``."""
        return InputWrong(self.expected, key, *self.path)


class InputUnknownKeys(Refused):
    """The input has keys the format does not know (dữ liệu nhập có mục lạ)."""

    code = "input.unknown_keys"

    def __init__(self, *keys: str) -> None:
        """Name the keys, with dots where they lie deeper."""
        super().__init__(keys=list(keys))
        self.keys = keys

    def inside(self, key: str) -> "InputUnknownKeys":
        """Return the same refusal as seen from the object that holds ``key``."""
        return InputUnknownKeys(*(f"{key}.{inner}" for inner in self.keys))


class Converter(NamedTuple):
    """How one annotation is read, written and described."""

    read: Callable[[Any], Any]
    write: Callable[[Any], Any]
    schema: dict[str, Any]


class Field(NamedTuple):
    """One field of a shape; what may be None may be left out, as the writer does."""

    name: str
    key: str
    converter: Converter
    required: bool
    has_default: bool


def read_shape(shape: type[T], data: object) -> T:
    """Build the dataclass ``shape`` from JSON.

    Args:
        shape: A dataclass.
        data: What ``json.loads`` gave.

    Raises:
        InputWrong: a field is missing or has another type; details name ``field``.
        InputUnknownKeys: keys that the shape does not have; details list them.
    """
    if not isinstance(data, Mapping):
        raise InputWrong("object")
    values = {}
    known = 0
    for name, key, (read, _, _), required, has_default in fields_of(cast(Any, shape)):
        if key in data:
            known += 1
            try:
                values[name] = read(data[key])
            except (InputWrong, InputUnknownKeys) as wrong:
                raise wrong.inside(key) from wrong.__cause__
        elif required:
            raise InputWrong("present", key)
        elif not has_default:
            values[name] = None
    if known < len(data):
        keys = {field.key for field in fields_of(cast(Any, shape))}
        raise InputUnknownKeys(*sorted(set(data) - keys))
    return shape(**values)


def write_shape(value: object) -> dict[str, Any]:
    """Write a dataclass as JSON; fields that are None are left out."""
    return {
        field.key: field.converter.write(item)
        for field in fields_of(cast(Any, type(value)))
        if (item := getattr(value, field.name)) is not None
    }


def json_schema(shape: type) -> dict[str, Any]:
    """Describe a dataclass as JSON Schema 2020-12."""
    fields = fields_of(cast(Any, shape))
    return {
        "type": "object",
        "properties": {field.key: field.converter.schema for field in fields},
        "required": [field.key for field in fields if field.required],
        "additionalProperties": False,
    }


@cache
def fields_of(shape: Any) -> tuple[Field, ...]:
    """Return the fields of a dataclass with their converters, made once a class."""
    hints = typing.get_type_hints(shape)
    return tuple(_field(field, hints[field.name]) for field in dataclasses.fields(shape))


def _field(field: dataclasses.Field[Any], hint: Any) -> Field:
    missing = dataclasses.MISSING
    has_default = field.default is not missing or field.default_factory is not missing
    optional = types.NoneType in typing.get_args(hint)
    key = field.metadata.get("key", field.name)
    return Field(field.name, key, converter(hint), not (has_default or optional), has_default)


@cache
def converter(hint: Any) -> Converter:
    """Return how an annotation is read, written and described.

    Raises:
        ValueError: the annotation is not one this module understands.
    """
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _optional(next(item for item in arguments if item is not types.NoneType))
    if origin is tuple:
        return _sequence(arguments[0])
    if hint in _PLAIN:
        return _PLAIN[hint]
    if origin is not None and issubclass(origin, Mapping):
        return Converter(_reader(Mapping, "object"), lambda value: value, {"type": "object"})
    if hasattr(hint, "from_text"):
        return _text_value(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return Converter(lambda value: read_shape(hint, value), write_shape, json_schema(hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum | IntEnum):
        return _enumeration(hint)
    raise ValueError(f"no converter for the annotation {hint!r}")


def _reader(kind: type, expected: str) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise InputWrong(expected)
        return value

    return read


def _parsed(parse: Callable[[str], Any], expected: str) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        try:
            return parse(value)
        except (ValueError, TypeError) as problem:
            raise InputWrong(expected) from problem

    return read


def _optional(inner: Any) -> Converter:
    made = converter(inner)
    return Converter(
        lambda value: None if value is None else made.read(value),
        lambda value: None if value is None else made.write(value),
        {"anyOf": [made.schema, {"type": "null"}]},
    )


def _sequence(inner: Any) -> Converter:
    made = converter(inner)

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise InputWrong("array")
        items = []
        for n, item in enumerate(value):
            try:
                items.append(made.read(item))
            except (InputWrong, InputUnknownKeys) as wrong:
                raise wrong.inside(str(n)) from wrong.__cause__
        return tuple(items)

    return Converter(
        read,
        lambda value: [made.write(item) for item in value],
        {"type": "array", "items": made.schema},
    )


def _enumeration(kind: type[StrEnum] | type[IntEnum]) -> Converter:
    values = [item.value for item in kind]
    expected = " | ".join(str(value) for value in values)
    schema = {"type": "string" if issubclass(kind, StrEnum) else "integer", "enum": values}
    return Converter(_parsed(kind, expected), lambda value: value.value, schema)


def _text_value(kind: Any) -> Converter:
    parse = _parsed(kind.from_text, kind.EXPECTED)
    return Converter(parse, str, {"type": "string", "description": kind.EXPECTED})


_PLAIN: dict[Any, Converter] = {
    str: Converter(_reader(str, "text"), lambda value: value, {"type": "string"}),
    int: Converter(_reader(int, "whole number"), lambda value: value, {"type": "integer"}),
    bool: Converter(_reader(bool, "true | false"), lambda value: value, {"type": "boolean"}),
    date: Converter(
        _parsed(date.fromisoformat, "YYYY-MM-DD"),
        date.isoformat,
        {"type": "string", "format": "date"},
    ),
    datetime: Converter(
        _parsed(parse_instant, "ISO 8601 with offset"),
        datetime.isoformat,
        {"type": "string", "format": "date-time"},
    ),
}
