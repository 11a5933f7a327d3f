"""Print receipts (in Giấy tiếp nhận): from the entries, with a signed QR, each another dossier."""

import random
import statistics
import time
from typing import Any

from bench.folders import throw_away_folder
from bench.lives import do_not_wait_for_the_disk, receive_many
from bench.office import make_centre
from veban.edges.printing.printer import TypstPrinter
from veban.wiring.node import Node


def measure(receipts: int) -> dict[str, Any]:
    """Print as ``veban slip`` and the page do, untagged and tagged (PDF/UA).

    Args:
        receipts: How many of each kind; no dossier is printed twice by one printer.
    """
    with throw_away_folder() as folder:
        node = make_centre(folder / "centre")
        do_not_wait_for_the_disk(node)
        codes = receive_many(node, receipts + 1, random.Random(766))
        streams = [node.stream_of(code) for code in codes]
        first_ms, warm = _print_all(node, streams, tagged=False)
        _, tagged = _print_all(node, streams, tagged=True)
        node.close()
    return {
        "warm_ms": round(statistics.median(warm), 1),
        "tagged_ms": round(statistics.median(tagged), 1),
        "tagged_p95_ms": round(sorted(tagged)[len(tagged) * 95 // 100], 1),
        "first_ms": round(first_ms, 1),
        "receipts": receipts,
    }


def _print_all(node: Node, streams: list[str], *, tagged: bool) -> tuple[float, list[float]]:
    """Return how long the first took, fonts and template included, and each other one."""
    start = time.perf_counter()
    node.printer = TypstPrinter(tagged=tagged)
    times = []
    for stream in streams:
        if not node.slip(stream, "receipt").startswith(b"%PDF-"):
            raise RuntimeError("no PDF came out")
        now = time.perf_counter()
        times.append((now - start) * 1000)
        start = now
    return times[0], times[1:]
