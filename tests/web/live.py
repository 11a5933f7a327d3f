"""The pages on a real socket, for a real browser: one thread a request, as the server has it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.db import connections

from veban.web.application import NodeApplication


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    block_on_close = False


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Say nothing: what matters is what the browser sees."""


class _Closing:
    """Gives a thread's database connections up when its request is over."""

    def __init__(self, application: Any) -> None:
        self._application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        try:
            answer = self._application(environ, start_response)
            body = list(answer)
            if hasattr(answer, "close"):
                answer.close()
            return body
        finally:
            connections.close_all()


@contextmanager
def live_pages(serving: Any) -> Iterator[str]:
    """Serve a node's pages and give their address."""
    application = _Closing(NodeApplication(serving))
    server = make_server("127.0.0.1", 0, application, _Server, _Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
