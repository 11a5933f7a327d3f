"""What form collectors do (gửi biểu mẫu nguyên khối): one multipart request a dossier, files in it.

After a break the whole request is sent again, and the next dossier waits for it. Small on
purpose: no check of what came, which is kinder to it than a real one.
"""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

EDGE = "----form"
TRIES = 20


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A line that breaks is what is measured."""


class _Collector(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        left = int(self.headers["Content-Length"])
        while left and (piece := self.rfile.read(min(left, 65_536))):
            left -= len(piece)
        if left:
            self.close_connection = True
            return
        self.send_response(201)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def collecting() -> Iterator[int]:
    """Serve a collector of forms; yields its port."""
    server = _Server(("127.0.0.1", 0), _Collector)
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def send_form(port: int, record: bytes, files: list[bytes]) -> int:
    """Send one dossier until it is taken; return how often it was begun."""
    parts = [record, *files]
    body = b"".join(
        f'--{EDGE}\r\nContent-Disposition: form-data; name="p{n}"; filename="p{n}"\r\n\r\n'.encode()
        + part
        + b"\r\n"
        for n, part in enumerate(parts)
    )
    body += f"--{EDGE}--\r\n".encode()
    for attempt in range(1, TRIES + 1):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        with suppress(OSError, http.client.HTTPException):
            kind = f"multipart/form-data; boundary={EDGE}"
            connection.request("POST", "/", body, {"Content-Type": kind})
            if connection.getresponse().status == 201:
                connection.close()
                return attempt
        connection.close()
    raise RuntimeError("the form never arrived whole")
