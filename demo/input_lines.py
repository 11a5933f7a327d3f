"""The dossiers that the demo takes: the lines of a file in the public format.

Nothing in a line is changed. The demo's round has an id that no file can know, so a line without
``round`` that is taken in outside the centre gets it in the copy that is played; key and all other
content stay the user's.
"""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from demo.practice_clock import LOCAL


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
    def instants(self) -> list[datetime]:
        return [line.received_at for line in self.lines if line.received_at]

    def names(self, name: str, inside: str | None = None) -> list[str]:
        """Return the different texts of a field, in the order in which they appear."""
        return list(dict.fromkeys(found for one in self.lines if (found := one.text(name, inside))))

    def days(self) -> dict[date, list[InputLine]]:
        """Return the lines by local day of reception, early days first.

        A line whose day cannot be read goes with the first: the program says what is wrong.
        """
        first = min((instant.date() for instant in self.instants), default=date.min)
        days: dict[date, list[InputLine]] = {}
        for line in self.lines:
            days.setdefault(line.received_at.date() if line.received_at else first, []).append(line)
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
