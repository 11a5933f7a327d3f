"""What stands around every page (khung trang): who is signed in, what kind of machine this is."""

from typing import Any

from django.http import HttpRequest

from veban.core.nodes.points import PointRow
from veban.core.people.scope import Scope
from veban.store.queries.nodes import find_point
from veban.web.serving import SERVING, Serving, serving_of
from veban.web.visitor import find_visitor


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what the base template needs beside the page's own context."""
    if SERVING not in request.META:
        return {}
    serving = serving_of(request)
    node = serving.node
    visitor = find_visitor(request)
    return {
        "visitor": visitor,
        "is_field": serving.is_field,
        "point": _point(serving),
        "practice": serving.practice,
        "unit": None if node is None else node.rules.unit(node.world.me.unit),
        "here": request.get_full_path() if request.method == "GET" else "/",
    }


def _point(serving: Serving) -> PointRow | None:
    """Return the reception point that this laptop is; it is told before anybody signs in."""
    if not serving.is_field or serving.node is None:
        return None
    me = serving.node.world.me
    return find_point(serving.node.alias, Scope(frozenset({me.unit}), frozenset()), me.speaks_as)
