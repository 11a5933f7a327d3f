"""A laptop in the morning (mở máy lưu động): cold start, memory, search of 10,000 dossiers."""

import http.client
import random
import statistics
import time
from typing import Any
from urllib.parse import urlencode

from bench.folders import throw_away_folder
from bench.laptop import OPENING, join_laptop
from bench.lives import do_not_wait_for_the_disk, receive_many
from bench.machine import resident_mb
from bench.office import Served, make_centre, served
from bench.people import make_name
from bench.signing_in import fill_form
from veban.core.people.roles import Role
from veban.core.people.scope import Scope
from veban.store.databases.soundness import check_database
from veban.store.queries.dossiers import search_dossiers
from veban.wiring.node import Node
from veban.wiring.opening import OFFICER, PHRASE

STARTS = 5
SEARCHES = 60


def measure(dossiers: int) -> dict[str, Any]:
    """Start a joined laptop's server on its encrypted folder, several times.

    Args:
        dossiers: How many the laptop knows.
    """
    with throw_away_folder() as folder:
        centre = make_centre(folder / "centre")
        with served(centre.folder) as server:
            laptop = join_laptop(centre, server.port, folder / "laptop")
        _fill(centre, laptop, dossiers)
        query = _search_here(laptop)
        checks = _check_file(laptop)
        laptop.close()
        centre.close()
        variables = {OFFICER: OPENING.officer, PHRASE: OPENING.phrase}
        ready = []
        for _ in range(STARTS - 1):
            with served(laptop.folder, variables) as server:
                ready.append(server.ready_s)
        with served(laptop.folder, variables) as server:
            ready.append(server.ready_s)
            at_rest = resident_mb(server.process.pid)
            pages = _search_pages(server)
            at_work = resident_mb(server.process.pid)
    return {
        "dossiers": dossiers,
        "ready_s": round(statistics.median(ready), 2),
        "ready_worst_s": round(max(ready), 2),
        "file_check_s": round(statistics.median(checks), 2),
        "file_check_worst_s": round(max(checks), 2),
        "resident_mb": at_rest,
        "resident_after_work_mb": at_work,
        "search_ms": round(statistics.median(query), 1),
        "search_worst_ms": round(max(query), 1),
        "search_page_ms": round(statistics.median(pages), 1),
    }


def _fill(centre: Node, laptop: Node, dossiers: int) -> None:
    """Receive at the centre and give the laptop the entries, as an excerpt would."""
    do_not_wait_for_the_disk(centre)
    receive_many(centre, dossiers, random.Random(766))
    with laptop.journal.writing() as writing:
        writing.receive(centre.journal.chain(centre.world.me.node))


def _typed(chance: random.Random) -> list[str]:
    """Return what people type: names without tone marks, parts of codes, what is not there."""
    names = [make_name(chance) for _ in range(SEARCHES // 3)]
    codes = [f"-{chance.randrange(1, 9999):04}" for _ in range(SEARCHES // 3)]
    return names + codes + [f"khong co {number}" for number in range(SEARCHES // 3)]


def _search_here(laptop: Node) -> list[float]:
    scope = Scope(frozenset({laptop.world.me.unit}), frozenset({Role.RECEIVER}))
    times = []
    for text in _typed(random.Random(1)):
        start = time.perf_counter()
        search_dossiers(laptop.alias, scope, text)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _check_file(laptop: Node) -> list[float]:
    """Read through the encrypted file as a start does; the first time what was written is new."""
    times = []
    for _ in range(STARTS):
        laptop.close()
        start = time.perf_counter()
        check_database(laptop.alias)
        times.append(time.perf_counter() - start)
    return times


def _search_pages(server: Served) -> list[float]:
    """Search through the pages, signed in, on one kept connection."""
    fields = {"officer": OPENING.officer, "phrase": OPENING.phrase}
    cookie = fill_form(server.port, "/open", fields)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    times = []
    for text in _typed(random.Random(2)):
        start = time.perf_counter()
        connection.request("GET", "/dossiers?" + urlencode({"q": text}), headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - start) * 1000)
        if answer.status != 200:
            raise RuntimeError(f"the list answered {answer.status}")
    connection.close()
    return times
