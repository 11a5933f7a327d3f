"""A centre behind real HTTP on this machine, and a proxy that cuts the line."""

import contextlib
import socket
import threading
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from tests.exchange.nodes import MemoryInvitations
from veban.actions.exchange.desk import ExchangeDesk
from veban.actions.exchange.exchanging import Exchanging
from veban.edges.transport.uploads import FileUploads
from veban.web.application import NodeApplication


@dataclass(slots=True)
class ServedNode:
    exchange: ExchangeDesk
    folder: Path


@dataclass(slots=True)
class Served:
    """What the doors ask of the folder served; ``restart`` is a new process on the same folder."""

    x: Exchanging
    folder: object
    node: ServedNode | None = None
    is_field: bool = False
    practice: bool = True
    invitations: MemoryInvitations = field(default_factory=MemoryInvitations)

    def __post_init__(self):
        self.restart()

    def restart(self):
        uploads = FileUploads(self.folder / "uploads")
        desk = ExchangeDesk(self.x, uploads, self.invitations, lambda codes: {})
        self.node = ServedNode(desk, self.folder)


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    block_on_close = False


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


@contextlib.contextmanager
def listening(served: Served):
    """Serve the doors; yields the address."""
    application = NodeApplication(served)
    close = getattr(served.x.world.journal, "close", lambda: None)

    def closing(environ, start_response):
        """Each request has a thread of its own here, and each thread its own connection."""
        try:
            return list(application(environ, start_response))
        finally:
            close()

    with answering(closing) as url:
        yield url


@contextlib.contextmanager
def answering(application):
    """Serve any application; yields the address."""
    with make_server(
        "127.0.0.1", 0, application, server_class=_Server, handler_class=_Quiet
    ) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class CuttingProxy:
    """Passes bytes on, until a connection has carried its allowance; then it breaks.

    Args:
        port: Where the server listens.
        allowances: How many bytes each connection carries in both directions; after the last
            one connections are whole.
    """

    def __init__(self, port: int, allowances: list[int]) -> None:
        self._port = port
        self._allowances = list(allowances)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.carried = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self._listener.close()

    def _accept(self):
        while True:
            try:
                caller, _ = self._listener.accept()
            except OSError:
                return
            allowance = self._allowances.pop(0) if self._allowances else None
            server = socket.create_connection(("127.0.0.1", self._port))
            budget = [allowance]
            for source, target in ((caller, server), (server, caller)):
                arguments = (source, target, budget)
                threading.Thread(target=self._pass, args=arguments, daemon=True).start()

    def _pass(self, source, target, budget):
        with contextlib.suppress(OSError):
            while piece := source.recv(1024):
                if budget[0] is not None:
                    piece, budget[0] = piece[: budget[0]], budget[0] - len(piece)
                target.sendall(piece)
                self.carried += len(piece)
                if budget[0] is not None and budget[0] <= 0:
                    break
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
