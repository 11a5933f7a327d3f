"""The load generator: raw requests over kept connections, from a process of its own."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

BROKEN = 0
"""Stands for the status of a slow request whose connection the server closed."""


@dataclass(frozen=True, slots=True)
class Load:
    """What to send.

    Args:
        port: Of the server, on the loopback address.
        requests: Whole requests, each sent once.
        clients: How many connections send them, each as fast as it is answered.
        slow: One list of requests for each client that trickles them meanwhile, in turn.
        slow_bytes_per_s: How fast each of those sends.
        pause_s: How long each client waits before a request.
    """

    port: int
    requests: Sequence[bytes]
    clients: int
    slow: Sequence[Sequence[bytes]] = ()
    slow_bytes_per_s: int = 8 * 1024
    pause_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """What came of it.

    Args:
        seconds: From the first request to the last answer.
        latencies_ms: Of each request, in no order.
        statuses: HTTP status → how often.
        slow_statuses: The same of the slow ones.
    """

    seconds: float
    latencies_ms: list[float]
    statuses: dict[int, int]
    slow_statuses: dict[int, int]


class Connection:
    """A kept connection over which requests go as they are."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, request: bytes) -> None:
        self._socket.sendall(request)

    def answer(self) -> int:
        """Read the whole answer and return its status."""
        response = http.client.HTTPResponse(self._socket)
        try:
            response.begin()
            response.read()
        finally:
            response.close()
        return response.status

    def close(self) -> None:
        self._socket.close()


def play(load: Load) -> Told:
    """Send it all and return what was answered."""
    feed, guard = iter(load.requests), threading.Lock()
    latencies: list[float] = []
    statuses: dict[int, int] = {}
    slow_statuses: dict[int, int] = {}
    done = threading.Event()

    def hurry() -> None:
        connection = Connection(load.port)
        while (request := _next(feed, guard)) is not None:
            time.sleep(load.pause_s)
            start = time.perf_counter()
            connection.send(request)
            status = connection.answer()
            latencies.append((time.perf_counter() - start) * 1000)
            with guard:
                statuses[status] = statuses.get(status, 0) + 1
        connection.close()

    def trickle(requests: Sequence[bytes]) -> None:
        connection = Connection(load.port)
        for request in requests:
            try:
                if not _send_slowly(connection, request, load.slow_bytes_per_s, done):
                    break
                status = connection.answer()
            except OSError:
                status = BROKEN
            with guard:
                slow_statuses[status] = slow_statuses.get(status, 0) + 1
        connection.close()

    slow = [threading.Thread(target=trickle, args=[requests]) for requests in load.slow]
    quick = [threading.Thread(target=hurry) for _ in range(load.clients)]
    _start(slow)
    if slow:
        time.sleep(1)
    start = time.perf_counter()
    _start(quick)
    _join(quick)
    seconds = time.perf_counter() - start
    done.set()
    _join(slow)
    return Told(seconds, latencies, statuses, slow_statuses)


def _next(feed: Iterator[bytes], guard: threading.Lock) -> bytes | None:
    with guard:
        return next(feed, None)


def _send_slowly(
    connection: Connection, request: bytes, bytes_per_s: int, done: threading.Event
) -> bool:
    """Send a tenth of a second's worth at a time; False where the end came before."""
    step = max(1, bytes_per_s // 10)
    for start in range(0, len(request), step):
        connection.send(request[start : start + step])
        if done.wait(0.1):
            return False
    return True


def _start(threads: Sequence[threading.Thread]) -> None:
    for thread in threads:
        thread.start()


def _join(threads: Sequence[threading.Thread]) -> None:
    for thread in threads:
        thread.join()
