"""A worker ends with the process that started it (kết thúc theo tiến trình mẹ).

When the main process of ``veban serve`` is killed hard, nobody tells its workers; they would
keep the port, and a second server on the same folder would answer nobody.
"""

import os
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait


def end_with_parent() -> None:
    """Watch the parent from a thread of its own; a process without one is left alone.

    Ending at once is safe: what was answered is on the disk, and what was not is asked again.
    """
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
