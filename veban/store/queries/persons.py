"""Read everything that was recorded about one person (mọi dữ liệu về một người)."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import connections

from veban.core.journal.history import stream_kind
from veban.core.people.naming import Path, naming
from veban.core.people.scope import Scope
from veban.core.shared.fold_text import fold_text
from veban.store.journal.reading import CHUNK
from veban.store.queries.messages import dossiers_of_messages
from veban.store.queries.queue import dossiers_named

_PRIVATE = (
    "SELECT e.stream, e.type, e.occurred_at, e.facts, p.body FROM journal_person p "
    "JOIN journal_entry e ON e.position = p.position"
)
OF_A_UNIT = ("visit", "roster")
"""Kinds of streams whose first entry says the unit they belong to."""
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_PLAIN = {code: folded for code in _LATIN if (folded := fold_text(chr(code)))}


@dataclass(frozen=True, slots=True)
class Private:
    """The private part of one entry, and where the person stands in it.

    Args:
        stream: The entry's stream.
        type: The entry's type.
        at: When it happened, as the journal writes it.
        facts: What of it is about no person.
        body: All of the private part.
        paths: The objects that name the person.
        place: The dossier that a message concerns; else the stream itself.
    """

    stream: str
    type: str
    at: str
    facts: dict[str, Any]
    body: dict[str, Any]
    paths: tuple[Path, ...] = ()
    place: str = ""


def private_naming(alias: str, scope: Scope, asked: str) -> list[Private]:
    """Return the private parts of a scope that name a person, in the order of the journal.

    Every private part is looked through: this is rarely asked for and must miss nothing.
    """
    found = list(_naming(alias, asked)) if scope.persons else []
    return _of_scope(alias, scope, found)


def private_of(alias: str, scope: Scope, streams: list[str]) -> list[Private]:
    """Return the private parts of whole streams, as far as they are the scope's."""
    if not streams or not scope.persons:
        return []
    marks = ", ".join(["%s"] * len(streams))
    with connections[alias].cursor() as cursor:
        cursor.execute(f"{_PRIVATE} WHERE e.stream IN ({marks}) ORDER BY e.position", streams)
        return _of_scope(alias, scope, [_read(row) for row in cursor.fetchall()])


def _naming(alias: str, asked: str) -> Iterator[Private]:
    wanted = fold_text(asked).split()
    if not wanted:
        return
    rough = [] if "".join(wanted).isdecimal() else wanted
    with connections[alias].chunked_cursor() as cursor:
        cursor.execute(f"{_PRIVATE} ORDER BY e.position")
        while rows := cursor.fetchmany(CHUNK):
            for row in rows:
                if _may_name(row[4], rough) and (found := _read(row, asked)).paths:
                    yield found


def _of_scope(alias: str, scope: Scope, found: list[Private]) -> list[Private]:
    """Return what belongs to dossiers, visits and rosters of the scope; messages to dossiers."""
    about = dossiers_of_messages(alias, scope, {one.stream for one in found})
    placed = [replace(one, place=about.get(one.stream, one.stream)) for one in found]
    dossiers = dossiers_named(alias, scope, {one.place for one in placed})
    return [
        one
        for one in placed
        if one.place in dossiers
        or (stream_kind(one.stream) in OF_A_UNIT and scope.covers(str(one.facts.get("unit", ""))))
    ]


def _may_name(body: str, words: list[str]) -> bool:
    """Tell quickly whether all words may stand there: folding letter by letter is slow."""
    plain = unicodedata.normalize("NFC", body).lower().translate(_PLAIN)
    return all(word in plain for word in words)


def _read(row: tuple[Any, ...], asked: str = "") -> Private:
    body = json.loads(row[4])
    paths = tuple(naming(body, asked)) if asked else ()
    return Private(row[0], row[1], str(row[2]), json.loads(row[3]), body, paths)
