"""Doors for machines (cửa dữ liệu): receive a dossier, make a move, in the public formats."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.core.dossiers.commands import DoMove, ReceiveDossier
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.core.shared.shape import read_shape
from veban.web.access import officer_required
from veban.web.counter.dossier import get_row
from veban.web.doors.answers import JSON, json_answer
from veban.web.serving import node_of
from veban.web.stored_files import check_stored
from veban.web.visitor import Visitor


class NotJson(Refused):
    """The body is no JSON object, or does not say that it is one."""

    code = "door.not_json"


@csrf_exempt  # A form of another site cannot send this content type.
@officer_required(Role.RECEIVER)
@require_POST
def receive(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Take in one dossier: a line of ``veban dossiers receive``."""
    line = _body(request)
    line.setdefault("officer", visitor.code)
    command = read_shape(ReceiveDossier, line)
    _check_officer(visitor, command.officer)
    world = node_of(request).world
    check_stored(world.blobs, (paper.file for paper in command.papers))
    return json_answer(receive_dossier(world, command), 201)


@csrf_exempt
@officer_required()
@require_POST
def move(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Make one move: a line of ``veban dossiers do``."""
    line = _body(request)
    line.setdefault("officer", visitor.code)
    command = read_shape(DoMove, line)
    _check_officer(visitor, command.officer)
    node = node_of(request)
    get_row(node, visitor, command.code)
    world = node.world
    check_stored(world.blobs, _files(command.details))
    return json_answer(do_move(world, command))


def _files(details: Mapping[str, Any]) -> Iterator[object]:
    yield details.get("file")
    papers = details.get("papers")
    for paper in papers if isinstance(papers, list) else ():
        yield paper.get("file") if isinstance(paper, dict) else None


def _body(request: HttpRequest) -> dict[str, Any]:
    if request.content_type != JSON:
        raise NotJson()
    try:
        body = json.loads(request.body)
    except ValueError as problem:
        raise NotJson() from problem
    if not isinstance(body, dict):
        raise NotJson()
    return body


def _check_officer(visitor: Visitor, officer: str) -> None:
    """Nobody writes under another officer's name."""
    if officer != visitor.code:
        raise OfficerLacksRole(move="as_another_officer", roles=[])
