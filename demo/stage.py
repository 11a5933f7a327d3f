"""What the story happens on: one folder, two nodes, two servers, a clock, a line to cut."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from demo.calendar_asked import Plan
from demo.cast import PHRASE, Cast
from demo.input_lines import InputFile
from demo.practice_clock import PracticeClock
from demo.processes import Node, Server, free_port
from demo.signal_line import SignalLine
from demo.telling import Telling


@dataclass(slots=True)
class Stage:
    """Everything the steps share.

    Args:
        folder: Where all of it lies.
        node_id, round_id, plan, invites: Known once the steps have made them.
        received: The answers to the lines that were received, by code.
        refused: Number and code of each line that was refused.
        repeated: Numbers of lines that were answered as an earlier one.
        slips: The printed receipts, by code.
        carried_by_stick: By how many entries the centre's journal grew from the stick.
        left_after_stick: What an exchange over the line found left after it.
    """

    folder: Path
    tell: Telling
    source: InputFile
    cast: Cast
    clock: PracticeClock
    centre: Node
    laptop: Node
    centre_server: Server
    laptop_server: Server
    line: SignalLine
    plan: Plan
    node_id: str = ""
    round_id: str = ""
    invites: dict[str, str] = field(default_factory=dict)
    received: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: list[tuple[int, str]] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    slips: dict[str, Path] = field(default_factory=dict)
    table_slips: list[Path] = field(default_factory=list)
    hand_backs: int = 0
    carried_by_stick: int = 0
    left_after_stick: dict[str, Any] = field(default_factory=dict)
    _files: int = 0

    def write_lines(self, name: str, lines: Iterable[Mapping[str, Any]]) -> Path:
        """Write a file of JSON Lines for a command."""
        self._files += 1
        path = self.folder / "lines" / f"{self._files:02} {name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        path.write_text(text, encoding="utf-8")
        return path

    def end(self) -> None:
        """End both servers and the line, whatever became of the story."""
        self.laptop_server.stop()
        self.centre_server.stop()
        self.line.close()


def make_servers(folder: Path, clock: PracticeClock, cast: Cast) -> tuple[Server, Server]:
    """Return the servers of the centre and of the laptop; none of them runs yet."""
    shared = {"VEBAN_CLOCK": str(clock.file)}
    centre = Node(folder / "trung tâm", shared)
    opener = {"VEBAN_OFFICER": cast.team[0].code, "VEBAN_PHRASE": PHRASE}
    laptop = Node(folder / "máy lưu động", {**shared, **opener})
    return Server(centre, "centre", free_port()), Server(laptop, "laptop", free_port())
