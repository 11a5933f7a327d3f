"""Folders for one measurement (thư mục tạm), removed when it is over."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def throw_away_folder() -> Iterator[Path]:
    """Give an empty folder until the end of the block."""
    folder = Path(tempfile.mkdtemp(prefix="veban-bench-"))
    try:
        yield folder
    finally:
        # On Windows a database still open keeps its file: what is left is a temporary one.
        shutil.rmtree(folder, ignore_errors=True)
