"""The road itself: it carries everything whole, and each fault is the one that was asked for."""

import contextlib
import http.client
import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench.faults.road import road_to
from bench.faults.weather import SEGMENT_BYTES, Lane, Weather


class Echo(BaseHTTPRequestHandler):
    """Answers with what came and remembers it."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.came.append(body)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Say nothing."""


class Quiet(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """A road that breaks is no news here."""


@pytest.fixture
def echo():
    server = Quiet(("127.0.0.1", 0), Echo)
    server.came = []
    thread = threading.Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def post(road, *bodies):
    """Send bodies on one connection; return the answers, and stop where it breaks."""
    connection, answers = http.client.HTTPConnection("127.0.0.1", road.port, timeout=30), []
    with contextlib.suppress(OSError, http.client.HTTPException):
        for body in bodies:
            connection.request("POST", "/", body)
            answers.append(connection.getresponse().read())
    connection.close()
    return answers


def test_a_good_road_carries_everything_whole_and_counts_it(echo):
    body = random.Random(1).randbytes(300_000)
    with road_to(echo.server_port, Weather()) as road:
        assert post(road, body, b"second") == [body, b"second"]
        assert road.passed.up > 300_000
        assert road.passed.down > 300_000
    assert echo.came == [body, b"second"]


def test_loss_and_delay_change_no_byte(echo):
    body = random.Random(2).randbytes(20_000)
    with road_to(echo.server_port, Weather(delay_s=0.001, loss=0.2, bits_per_s=8_000_000)) as road:
        assert post(road, body) == [body]


@pytest.mark.parametrize("at", [1, 500, 1460, 7000])
def test_a_cut_lets_exactly_so_many_bytes_pass(echo, at):
    with road_to(echo.server_port, Weather(cuts=(at,))) as road:
        assert post(road, bytes(6000)) == []
        assert (road.passed.bytes, road.passed.broken) == (at, 1)
        assert post(road, b"after it") == [b"after it"]


def test_a_request_delivered_twice_is_answered_once(echo):
    with road_to(echo.server_port, Weather(twice=1.0)) as road:
        assert post(road, b"a", b"b") == [b"a", b"b"]
        assert road.passed.twice == 2
    assert echo.came == [b"a", b"a", b"b", b"b"]


def test_a_request_held_back_arrives_behind_the_next_one(echo):
    weather = next(
        Weather(late=0.5, seed=seed) for seed in range(99) if late_then_on_time(random.Random(seed))
    )
    with road_to(echo.server_port, weather) as road:
        assert post(road, b"first") == []
        assert post(road, b"second") == [b"second"]
        while len(echo.came) < 2:
            threading.Event().wait(0.01)
    assert echo.came == [b"second", b"first"]


def late_then_on_time(chance):
    """Tell whether a seed holds the first request back and lets the second pass, not twice."""
    return chance.random() < 0.5 <= chance.random()


def test_a_link_takes_the_time_of_its_bandwidth():
    lane = Lane(Weather(bits_per_s=64_000, delay_s=0.4), random.Random(1))
    for _ in range(100):
        left, arrived = lane.carry(0.0, SEGMENT_BYTES)
    assert left == pytest.approx(100 * SEGMENT_BYTES * 8 / 64_000)
    assert arrived == pytest.approx(left + 0.4)


def test_a_fifth_lost_is_a_quarter_sent_again():
    lane = Lane(Weather(loss=0.2, bits_per_s=64_000), random.Random(1))
    for _ in range(10_000):
        lane.carry(0.0, SEGMENT_BYTES)
    assert 2_300 < lane.lost < 2_700
