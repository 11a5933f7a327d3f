"""The line between laptop and centre (đường truyền): a forwarder that the demo cuts and mends.

Both servers keep running while it is cut, as in a village without signal.
"""

import contextlib
import socket
import socketserver
import threading

CONNECT_S = 5


class SignalLine:
    """Carries bytes from its own loopback port to the centre's, while it is up."""

    def __init__(self, target_port: int) -> None:
        self._target = ("127.0.0.1", target_port)
        self._up = True
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        self.carried = 0
        self._server = _Listener(("127.0.0.1", 0), self._carry)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def cut(self) -> None:
        """Lose the signal: what is on its way breaks, what is new is turned away."""
        self._up = False
        with self._guard:
            for end in self._open:
                _break(end)

    def mend(self) -> None:
        self._up = True

    def close(self) -> None:
        self.cut()
        self._server.shutdown()
        self._server.server_close()

    def _carry(self, near: socket.socket) -> None:
        if not self._up:
            return
        try:
            far = socket.create_connection(self._target, CONNECT_S)
        except OSError:
            return
        far.settimeout(None)
        with self._guard:
            self._open |= {near, far}
        try:
            back = threading.Thread(target=self._pump, args=(far, near), daemon=True)
            back.start()
            self._pump(near, far)
            back.join()
        finally:
            with self._guard:
                self._open -= {near, far}
            far.close()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while self._up and (piece := source.recv(65536)):
                self.carried += len(piece)
                sink.sendall(piece)
        except OSError:
            _break(source)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], carry: object) -> None:
        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                carry(self.request)  # type: ignore[operator]

        super().__init__(address, Handler)


def _break(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
