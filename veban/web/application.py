"""Make the WSGI application of one node."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler

from veban.web.serving import SERVING, Serving


class NodeApplication:
    """Django, with the node put into each request.

    Args:
        serving: The data folder, open or locked.
    """

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._handler = WSGIHandler()

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        environ[SERVING] = self._serving
        return self._handler(environ, start_response)
