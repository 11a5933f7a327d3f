"""Until when a laptop takes other laptops' sealed files (mở nhận tệp), as its officer lets it.

A file, so that the command line may let them in beside a running server; a power cut or a torn
file closes it.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path

from veban.core.shared.local_time import format_instant, parse_instant
from veban.edges.folder.whole_files import write_whole

RECEIVING = "receiving.json"
MINUTES = 15
"""How long one press lets others in."""


def open_receiving(folder: Path, now: datetime) -> datetime:
    """Let other laptops in for ``MINUTES`` from now; return until when."""
    until = now + timedelta(minutes=MINUTES)
    write_whole(folder / RECEIVING, json.dumps({"until": format_instant(until)}).encode())
    return until


def close_receiving(folder: Path) -> None:
    """Let nobody in any more; no error where nobody was."""
    (folder / RECEIVING).unlink(missing_ok=True)


def receiving_until(folder: Path, now: datetime) -> datetime | None:
    """Return until when others are let in; None where they are not.

    A clock that was set back does not let them in for longer than one press would.
    """
    try:
        told = json.loads((folder / RECEIVING).read_text(encoding="utf-8"))
        until = parse_instant(told["until"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return until if now < until <= now + timedelta(minutes=MINUTES, seconds=1) else None
