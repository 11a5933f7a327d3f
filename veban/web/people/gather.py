"""Gather everything about one person (mọi dữ liệu về một người), as lines and in words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.rows import DossierRow
from veban.core.journal.history import stream_kind
from veban.core.people.naming import Path, at, leaves
from veban.store.queries.persons import Private, private_naming, private_of
from veban.store.queries.queue import dossiers_named
from veban.web import words_of_people as words
from veban.web.serving import Node
from veban.web.visitor import Visitor

OWN: Path = ("applicant",)
KINDS = ("dossier", "visit", "roster")


@dataclass(slots=True)
class Found:
    """One place where the person stands.

    Args:
        stream: The dossier, the visit or the roster.
        kind: Which of these it is.
        code: The dossier's code; else empty.
        whole: Whether all that is private there is about this person's own matter.
        why_not: Why it may not be erased, in words; empty where it may.
        values: What is told there: (what, value), each once.
    """

    stream: str
    kind: str
    code: str = ""
    whole: bool = False
    why_not: Any = ""
    values: dict[tuple[str, str], None] = field(default_factory=dict)

    @property
    def lines(self) -> list[tuple[Any, str]]:
        """Return what is told, each with what it is in words; names first."""
        ordered = sorted(self.values, key=lambda one: not one[0].endswith("full_name"))
        return [(words.said(what), str(words.VALUES.get(value, value))) for what, value in ordered]


def gather(node: Node, visitor: Visitor, asked: str) -> list[Found]:
    """Return the places that name a person, within the visitor's units, dossiers first."""
    named = private_naming(node.alias, visitor.scope, asked)
    rows = dossiers_named(node.alias, visitor.scope, {one.place for one in named})
    found: dict[str, Found] = {}
    for one in named:
        stream = one.place
        place = found.setdefault(stream, Found(stream, stream_kind(stream)))
        place.whole |= place.kind == "visit" or OWN in one.paths or _is_imported(one)
        for path in one.paths:
            _add(place, at(one.body, path), path if isinstance(at(one.body, path), dict) else ())
    for place in found.values():
        row = rows.get(place.stream)
        place.code = row.code if row else ""
        place.why_not = _why_not(node, place, row)
    _complete(node, visitor, [place for place in found.values() if place.whole])
    return sorted(found.values(), key=lambda one: (KINDS.index(one.kind), one.code, one.stream))


def _complete(node: Node, visitor: Visitor, places: Iterable[Found]) -> None:
    """Add all that is private where the matter is the person's own, messages too."""
    for place in places:
        messages = node.world.work.messages_about(place.stream) if place.code else ()
        for one in private_of(node.alias, visitor.scope, [place.stream, *messages]):
            _add(place, one.body, ())


def _add(place: Found, given: Any, path: Path) -> None:
    for where, value in leaves(given):
        place.values[
            (".".join(part for part in (*path, *where) if not part.isdecimal()), value)
        ] = None


def _is_imported(one: Private) -> bool:
    return one.type == "RecordImported"


def _why_not(node: Node, place: Found, row: DossierRow | None) -> Any:
    if place.kind == "roster":
        return _(
            "Danh sách của đợt được xóa cả lượt, trên mọi máy, sau khi đóng đợt và Trung tâm đã "
            "sao lưu; không xóa riêng một người."
        )
    if place.kind == "visit" or row is None:
        return ""
    if not place.whole:
        return _(
            "Người này đứng trong hồ sơ của người khác; xóa ở đây sẽ mất cả dữ liệu của người nộp "
            "hồ sơ."
        )
    if row.holder not in (node.world.me.node, None):
        return _("Máy khác đang giữ hồ sơ; thu hồi hoặc chờ hồ sơ về rồi mới xóa được.")
    if row.state not in CLOSED:
        return _(
            "Hồ sơ chưa xong, dữ liệu còn cần để giải quyết. Nếu người dân muốn thôi, rút hồ sơ "
            "trước rồi xóa."
        )
    return ""
