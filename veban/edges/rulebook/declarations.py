"""Read the declaration forms of ``rules/declarations/``: JSON Schema 2020-12 with our own marks.

The schema decides; what begins with ``x-`` says how a form is shown, filled in and printed.
"""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from veban.core.declarations.form import (
    Choice,
    DeclarationForm,
    Field,
    FieldKind,
    Origin,
    Section,
    Signer,
)
from veban.edges.rulebook.shapes import RulesBroken, keys, source, text, texts, word

SHARED = "shared.json"
"""Fields that several forms have, each written once."""

_FORM = ("$schema", "$id", "title", "x-en", "x-source", "x-procedures", "x-papers", "x-signers")
_OBJECT = ("type", "properties", "required", "additionalProperties")
_FIELD = ("title", "x-en", "x-kind")
_OF_FIELD = (
    *("type", "minLength", "maxLength", "minimum", "maximum", "pattern", "format"),
    *("oneOf", "const", "default", "x-hint", "x-group", "x-at-least"),
)


def read_json(path: Path) -> Any:
    """Read one JSON file.

    Raises:
        RulesBroken: it is missing or is not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise RulesBroken(f"{path.name}: {problem}") from problem


def parse_form(path: Path, shared: Mapping[str, Any]) -> DeclarationForm:
    """Build a form from its file ``NAME/FIRST_DAY.json``.

    Raises:
        RulesBroken: the file does not have the shape of ``docs/law.md``.
    """
    where, given = f"{path.parent.name} {path.stem}", read_json(path)
    said = keys(where, given, (*_FORM, *_OBJECT, "examples"))
    needed = texts(where, said["required"])
    try:
        since_on = date.fromisoformat(path.stem)
    except ValueError as problem:
        raise RulesBroken(f"{where}: {path.stem!r} is no day") from problem
    return DeclarationForm(
        name=path.parent.name,
        title=text(where, said["title"]),
        title_en=text(where, said["x-en"]),
        since_on=since_on,
        source=source(where, said["x-source"]),
        procedures=texts(where, said["x-procedures"]),
        papers=texts(where, said["x-papers"]),
        sections=tuple(
            _section(f"{where} {name}", name, entry, shared, required=name in needed)
            for name, entry in said["properties"].items()
        ),
        signers=tuple(_signer(where, one) for one in said["x-signers"]),
        digest=sha256(path.read_bytes()).hexdigest()[:16],
        sample=said["examples"][0],
        schema=given,
    )


def whole_field(where: str, given: Any, shared: Mapping[str, Any]) -> dict[str, Any]:
    """Return a field with the shared one inside that it refers to; what it says itself wins.

    Raises:
        RulesBroken: there is no such shared field.
    """
    own: dict[str, Any] = dict(given)
    reference = own.pop("$ref", None)
    if reference is None:
        return own
    known = shared["$defs"].get(reference.rpartition("/")[2])
    if known is None:
        raise RulesBroken(f"{where}: {reference} is not in {SHARED}")
    return dict(known) | own


def _section(
    where: str, name: str, given: Any, shared: Mapping[str, Any], *, required: bool
) -> Section:
    said = keys(where, given, ("title", "x-en", *_OBJECT), ("x-person", "x-from"))
    needed = texts(where, said["required"])
    return Section(
        name=name,
        title=text(where, said["title"]),
        title_en=text(where, said["x-en"]),
        fields=tuple(
            _field(f"{where} {one}", one, entry, shared, required=one in needed)
            for one, entry in said["properties"].items()
        ),
        required=required,
        origins=tuple(_origin(where, one) for one in said.get("x-from", [])),
        is_person=said.get("x-person") is True,
    )


def _field(
    where: str, name: str, given: Any, shared: Mapping[str, Any], *, required: bool
) -> Field:
    whole = whole_field(where, given, shared)
    said = keys(where, whole, _FIELD, _OF_FIELD)
    return Field(
        name=name,
        title=text(where, said["title"]),
        title_en=text(where, said["x-en"]),
        kind=word(where, FieldKind, said["x-kind"]),
        required=required,
        choices=tuple(_choice(where, one) for one in said.get("oneOf", [])),
        default=str(said.get("default", "")),
        least=said.get("minimum"),
        most=said.get("maximum", said.get("maxLength")),
        hint=str(said.get("x-hint", "")),
        group=str(said.get("x-group", "")),
        pattern=str(said.get("pattern", "")),
        years=_years(where, said.get("x-at-least")),
    )


def _years(where: str, given: Any) -> int | None:
    if given is None:
        return None
    said = keys(f"{where} x-at-least", given, ("years", "source"))
    source(where, said["source"])
    return int(said["years"])


def _choice(where: str, given: Any) -> Choice:
    said = keys(where, given, ("const", "title", "x-en"))
    return Choice(*(text(where, said[name]) for name in ("const", "title", "x-en")))


def _origin(where: str, given: Any) -> Origin:
    said = keys(where, given, ("person",), ("when",))
    return Origin(text(where, said["person"]), dict(said.get("when", {})))


def _signer(where: str, given: Any) -> Signer:
    said = keys(where, given, ("title", "x-en"))
    return Signer(text(where, said["title"]), text(where, said["x-en"]))
