"""Bring up what a laptop received (trao đổi): its cost on the line, and that nothing doubles."""

import random
import time
from typing import Any

import zstandard

from bench import bad_link
from bench.folders import throw_away_folder
from bench.laptop import join_laptop
from bench.lives import receive_many
from bench.office import make_centre, served
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.up import parts_going_up
from veban.cli.calling import exchange_with_centre
from veban.core.people.scope import Scope
from veban.exchange.run import pack_run
from veban.exchange.wire import pack_entry
from veban.store.queries.dossiers import count_states

FILES_FROM = 100
"""Dossiers from which on files are sent over the bad link too; that takes minutes."""

LEVEL = 10
"""Of the one zstd frame that the wire is compared with."""


def measure(dossiers: int) -> dict[str, Any]:
    """Receive dossiers on a laptop, exchange with the served centre, and count there.

    Args:
        dossiers: How many; one day's lane of a laptop has 500 numbers.
    """
    with throw_away_folder() as folder:
        centre = make_centre(folder / "centre")
        with served(centre.folder) as server:
            laptop = join_laptop(centre, server.port, folder / "laptop")
            receive_many(laptop, dossiers, random.Random(766))
            x, me, up = laptop.exchange.x, laptop.world.me, laptop.world.me.centre or ""
            heard = x.book.heard(up)
            sent = list(laptop.journal.chain(me.node, heard.position(me.node)[0] if heard else 0))
            parts = list(parts_going_up(x, get_peer(laptop.world, up), heard))
            wire = sum(part.path.stat().st_size for part in parts)
            rows = pack_run([(entry, pack_entry(entry)) for entry in sent])
            one_frame = len(zstandard.ZstdCompressor(level=LEVEL).compress(rows))
            start = time.perf_counter()
            first = exchange_with_centre(laptop, f"http://127.0.0.1:{server.port}")
            seconds = time.perf_counter() - start
            again = exchange_with_centre(laptop, f"http://127.0.0.1:{server.port}")
        scope = Scope(frozenset({centre.world.me.unit}), frozenset())
        arrived = sum(count_states(centre.alias, scope).values())
        laptop.close()
        centre.close()
    return {
        "dossiers": dossiers,
        "wire_ratio": round(wire / one_frame, 3),
        "wire_bytes": wire,
        "one_frame_bytes": one_frame,
        "parts": len(parts),
        "exchange_s": round(seconds, 2),
        "arrived": arrived,
        "left": first.as_json()["left"],
        "sent_again": again.as_json()["entries_sent"],
        "bad_link": bad_link.measure(dossiers, with_files=dossiers >= FILES_FROM),
    }
