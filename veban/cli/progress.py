"""Show how far a long command is, on stderr, once it takes more than a second (tiến độ)."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

T = TypeVar("T")

PATIENCE_S = 1.0


@contextmanager
def busy(title: str) -> Iterator[None]:
    """Say on a terminal that something is being done of which nobody knows how long it takes."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(title):
        yield


def shown(items: Iterable[T], title: str, total: int | None = None) -> Iterator[T]:
    """Yield the items; after a second a bar says how many are done.

    Args:
        items: What is worked on.
        title: What the bar says.
        total: How many there are, where that is known.
    """
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task = bar.add_task(title, total=total)
    since, started = time.monotonic(), False
    try:
        for item in items:
            yield item
            if not started and time.monotonic() - since > PATIENCE_S:
                bar.start()
                started = True
            bar.advance(task)
    finally:
        if started:
            bar.stop()
