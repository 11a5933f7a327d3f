"""The line that the demo cuts: both ends keep running, nothing passes."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import pytest

from demo.signal_line import SignalLine

WAIT_S = 10


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


@pytest.fixture
def line() -> Iterator[SignalLine]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo) as centre:
        centre.daemon_threads = True
        threading.Thread(target=centre.serve_forever, daemon=True).start()
        line = SignalLine(centre.server_address[1])
        try:
            yield line
        finally:
            line.close()
            centre.shutdown()


@contextmanager
def calling(line):
    port = urlsplit(line.url).port
    with closing(socket.create_connection(("127.0.0.1", port), WAIT_S)) as call:
        call.settimeout(WAIT_S)
        yield call


def ask(call):
    """Return what comes back for a word; empty where the line is dead."""
    try:
        call.sendall(b"ban\n")
        return call.recv(100)
    except OSError:
        return b""


def test_a_line_that_is_up_carries_both_ways_and_counts(line):
    with calling(line) as call:
        assert ask(call) == b"BAN\n"
    assert line.carried >= 8


def test_cutting_breaks_what_is_open_and_turns_away_what_is_new(line):
    with calling(line) as call:
        assert ask(call) == b"BAN\n"
        line.cut()
        assert ask(call) == b""
    with calling(line) as call:
        assert ask(call) == b""


def test_a_mended_line_carries_again(line):
    line.cut()
    line.mend()
    with calling(line) as call:
        assert ask(call) == b"BAN\n"
