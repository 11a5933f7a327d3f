"""Ten phones on one laptop (mười điện thoại) while one more sends a photo slowly.

The laptop is a joined one with its encrypted folder and is served as in a village. Each phone
waits half a second between an answer and its next request, which is less than people do: two
pages are read for each reception.
"""

import http.client
import json
import random
import re
import statistics
from datetime import UTC, datetime
from typing import Any

from bench.faults.machines import opened
from bench.folders import throw_away_folder
from bench.laptop import OPENING, join_laptop
from bench.load import Load, Told, play
from bench.office import make_centre, served
from bench.people import make_reception
from bench.signing_in import fill_form

PHONES = 10
PHOTO_BYTES = 3_000_000
PHOTO_BYTES_PER_S = 16 * 1024
"""Some three minutes for the photo: longer than the measurement."""

FORM = "/receive/1.004873/form"
PAGES = ("/dossiers", FORM, "/inbox")
BUDGET_MS = 200
PAUSE_S = 0.5


def measure(requests: int) -> dict[str, Any]:
    """Play ten phones on a served laptop, without and then with the slow photo.

    Args:
        requests: How many in each of the two rounds; a third of them are receptions.
    """
    with throw_away_folder() as folder:
        centre = make_centre(folder / "centre")
        with served(centre.folder) as server:
            laptop = join_laptop(centre, server.port, folder / "laptop")
        laptop.close()
        centre.close()
        with served(laptop.folder, opened(OPENING)) as server:
            fields = {"officer": OPENING.officer, "phrase": OPENING.phrase}
            cookie = fill_form(server.port, "/open", fields)
            chance = random.Random(766)
            play(Load(server.port, _requests(cookie, chance, PHONES * 3), PHONES))
            alone, beside = (
                play(
                    Load(
                        server.port,
                        _requests(cookie, chance, requests),
                        PHONES,
                        slow,
                        PHOTO_BYTES_PER_S,
                        PAUSE_S,
                    )
                )
                for slow in ((), [[_photo(server.port, cookie)]])
            )
    return {
        "phones": PHONES,
        "pause_s": PAUSE_S,
        "p50_ms": _percentile(beside, 50),
        "p95_ms": _percentile(beside, 95),
        "p95_ms_without_photo": _percentile(alone, 95),
        "budget_ms": BUDGET_MS,
        "per_s": round(len(beside.latencies_ms) / beside.seconds),
        "answers": {str(status): count for status, count in sorted(beside.statuses.items())},
        "photo_still_coming": not beside.slow_statuses,
    }


def _requests(cookie: str, chance: random.Random, count: int) -> list[bytes]:
    return [
        _post(cookie, chance) if number % 3 == 0 else _get(cookie, PAGES[number % len(PAGES)])
        for number in range(count)
    ]


def _get(cookie: str, path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode()


def _post(cookie: str, chance: random.Random) -> bytes:
    body = json.dumps(make_reception(chance, datetime.now(UTC)), ensure_ascii=False).encode()
    head = (
        "POST /doors/dossiers HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Cookie: {cookie}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _photo(port: int, cookie: str) -> bytes:
    """Return the form of a reception with a photo in it, as a browser sends it."""
    token, cookies = _token(port, cookie)
    edge = "----photo"
    part = (
        f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="anh.jpg"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    ).encode()
    body = part + random.Random(1).randbytes(PHOTO_BYTES) + f"\r\n--{edge}--\r\n".encode()
    head = (
        f"POST {FORM} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Cookie: {cookies}\r\nContent-Type: multipart/form-data; boundary={edge}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _token(port: int, cookie: str) -> tuple[str, str]:
    """Open the form as a browser does; return its token and the cookies from then on."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", FORM, headers={"Cookie": cookie, "Host": "127.0.0.1"})
    answer = connection.getresponse()
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.read().decode())
    given = [line.split(";")[0] for line in answer.headers.get_all("Set-Cookie") or ()]
    connection.close()
    if found is None:
        raise RuntimeError(f"{FORM} has no form")
    return found[1], "; ".join([cookie, *(one for one in given if not one.startswith("session="))])


def _percentile(told: Told, part: int) -> float:
    return round(statistics.quantiles(told.latencies_ms, n=100)[part - 1], 1)
