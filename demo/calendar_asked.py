"""The days of the story, asked of the program: no rule about days off stands in the demo."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from demo.practice_clock import LOCAL
from demo.processes import Node

AHEAD = 20
"""How many days are asked for; no feast is longer."""


@dataclass(frozen=True, slots=True)
class Plan:
    """When the centre works on the dossiers, and when the team is back in the villages."""

    work_at: datetime
    back_at: datetime


def make_plan(node: Node, last_day: date, procedures: Sequence[str]) -> Plan:
    """Return the openings of the first two working days after the round.

    They are the ``counted_from`` of a dossier handed in just before midnight; where no
    procedure of the file can be counted, the next days will do.
    """
    eves = [last_day + timedelta(days=ahead) for ahead in range(AHEAD)]
    file = node.data.parent / "ngay-lam-viec.jsonl"
    asked = [
        {
            "id": procedure,
            "procedure": procedure,
            "received_at": datetime.combine(eve, time(23, 59), LOCAL).isoformat(),
        }
        for procedure in procedures[:5]
        for eve in eves
    ]
    file.write_text("".join(json.dumps(one) + "\n" for one in asked), encoding="utf-8")
    answers = node.run("due", "--batch", file, ok=(0, 1), data=False).lines
    openings = sorted(
        {datetime.fromisoformat(answer["counted_from"]) for answer in answers if "due_at" in answer}
    )
    if len(openings) < 2:
        openings = [datetime.combine(last_day + timedelta(days=n), time(8), LOCAL) for n in (1, 2)]
    return Plan(openings[0], openings[1])
