"""What stands around every page (khung trang): who is signed in, what kind of machine this is."""

from typing import Any

from django.http import HttpRequest

from veban.web.serving import SERVING, serving_of
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
        "practice": serving.practice,
        "unit": None if node is None else node.rules.unit(node.world.me.unit),
        "here": request.get_full_path() if request.method == "GET" else "/",
    }
