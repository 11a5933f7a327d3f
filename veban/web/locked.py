"""A locked laptop (máy đang khóa) opens nothing but its opening page and its health."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from veban.edges.folder.refusals import FolderLocked
from veban.web.doors.answers import wants_json
from veban.web.refusal_pages import refusal_response
from veban.web.serving import serving_of

OPEN_WHILE_LOCKED = ("/health", "/open", "/language", "/source")


class LockedMiddleware:
    """Send people to the opening page, tell machines that the folder is locked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if serving_of(request).node is not None or request.path.startswith(OPEN_WHILE_LOCKED):
            return self._get_response(request)
        if wants_json(request) or request.method != "GET":
            # Raised here, between two middlewares, it would be a server error.
            return refusal_response(request, FolderLocked())
        return HttpResponseRedirect("/open")
