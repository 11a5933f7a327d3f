"""The dossiers that the demo takes: the lines of a file in the public format.

Nothing in a line is changed. The demo's round has an id that no file can know, so a line without
``round`` that is taken in outside the centre gets it in the copy that is played; key and all other
content stay the user's.
"""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from demo.practice_clock import LOCAL

LONGEST_ROUND = timedelta(days=60)
"""How far the laptop's lane of numbers reaches without an exchange; the clock goes no further."""


@dataclass(frozen=True, slots=True)
class InputLine:
    """One line that is not empty, as it stands in the file, with its number from 1."""

    number: int
    raw: bytes
    data: dict[str, Any]

    @property
    def received_at(self) -> datetime | None:
        """Return when it was received, where that can be read."""
        try:
            instant = datetime.fromisoformat(self.data["received_at"])
        except (KeyError, TypeError, ValueError):
            return None
        return instant.astimezone(LOCAL) if instant.tzinfo else None

    def text(self, name: str, inside: str | None = None) -> str | None:
        """Return a text of the line, or of an object in it; None where there is none."""
        place = self.data.get(inside) if inside else self.data
        found = place.get(name) if isinstance(place, dict) else None
        return found if isinstance(found, str) and found.strip() else None


class InputFile:
    """The file that is played."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = [
            InputLine(number, raw, _object(raw))
            for number, raw in enumerate(path.read_bytes().split(b"\n"), 1)
            if raw.strip()
        ]

    @property
    def start(self) -> datetime | None:
        """Return the first line's reception; lines that cannot be read are passed over."""
        return next((line.received_at for line in self.lines if line.received_at), None)

    def day_of(self, line: InputLine) -> date | None:
        """Return the local day of a reception; None where it is too late for this round."""
        if line.received_at is None or self.start is None:
            return None
        day = line.received_at.date()
        return day if day <= self.start.date() + LONGEST_ROUND else None

    def names(self, name: str, inside: str | None = None) -> list[str]:
        """Return the different texts of a field, in the order in which they appear."""
        return list(dict.fromkeys(found for one in self.lines if (found := one.text(name, inside))))

    def days(self) -> dict[date, list[InputLine]]:
        """Return the lines by local day of reception, early days first.

        A line without a day goes with the first one: the program says what is wrong with it.
        """
        known = [day for line in self.lines if (day := self.day_of(line))]
        first = min(known, default=date.min)
        days: dict[date, list[InputLine]] = {}
        for line in self.lines:
            days.setdefault(self.day_of(line) or first, []).append(line)
        return dict(sorted(days.items()))


def write_copy(lines: Sequence[InputLine], source: Path, target: Path, round_id: str) -> None:
    """Write lines for the program to play, with the scans they name beside them."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"\n".join(_with_round(line, round_id) for line in lines) + b"\n")
    for name in {name for line in lines for name in _files(line)}:
        scan = source.parent / name
        copy = target.parent / name
        inside = copy.resolve().is_relative_to(target.parent.resolve())
        if inside and scan.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(scan, copy)


def _with_round(line: InputLine, round_id: str) -> bytes:
    kind = line.text("kind", "place")
    if not line.data or "round" in line.data or kind in (None, "centre"):
        return line.raw
    return json.dumps({**line.data, "round": round_id}).encode()


def _files(line: InputLine) -> Iterable[str]:
    papers = line.data.get("papers")
    for paper in papers if isinstance(papers, list) else []:
        if isinstance(paper, dict) and isinstance(paper.get("file"), str) and paper["file"]:
            yield paper["file"]


def _object(raw: bytes) -> dict[str, Any]:
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
