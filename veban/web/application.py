"""Make the WSGI application of one node."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import Any

from django.core.handlers.wsgi import WSGIHandler

from veban.web.serving import SERVING, Serving


class NodeApplication:
    """Django, with the node put into each request.

    Args:
        serving: The data folder, open or locked; one that can lock says itself what a single
            request sees of it.
    """

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._handler = WSGIHandler()

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        with ExitStack() as stack:
            request = getattr(self._serving, "request", None)
            environ[SERVING] = stack.enter_context(request()) if request else self._serving
            answer = self._handler(environ, start_response)
            if getattr(answer, "streaming", True):
                return _Streamed(answer, stack.pop_all())
            body = list(answer)
            answer.close()
            return body


class _Streamed:
    """An answer that is still being read from the folder while it is sent."""

    def __init__(self, answer: Any, ending: ExitStack) -> None:
        self._answer, self._ending = answer, ending

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._answer)

    def close(self) -> None:
        """End the request once it is sent or cut."""
        with self._ending:
            if hasattr(self._answer, "close"):
                self._answer.close()
