"""Read a unit's list of people from CSV (tệp nhân khẩu): bad lines are told, good go on."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from veban.core.rounds.roster import RosterPerson
from veban.core.rounds.roster_line import RosterRepeated, Wanted, check_columns, read_person
from veban.core.shared.refused import Refused


class RosterUnreadable(Refused):
    """The file is no CSV in UTF-8."""

    code = "roster.unreadable"


@dataclass(frozen=True, slots=True)
class RosterRead:
    """What a list holds for one roster.

    Args:
        people: Whom the roster takes, in the order of the list.
        wrong: Line number and refusal of every line that could not be read.
        lines: How many lines below the heading there are.
    """

    people: tuple[RosterPerson, ...]
    wrong: tuple[tuple[int, Refused], ...]
    lines: int


def read_roster(path: Path, wanted: Wanted) -> RosterRead:
    """Read a list; columns in any order, those not known are passed over.

    Raises:
        RosterUnreadable: the file is no CSV in UTF-8.
        RosterColumnsMissing: the heading lacks a column that is needed.
    """
    people: list[RosterPerson] = []
    wrong: list[tuple[int, Refused]] = []
    seen: set[str] = set()
    lines = 0
    for number, line in _lines(path):
        lines += 1
        try:
            person = read_person(line, wanted)
            if line["person_id"] in seen:
                raise RosterRepeated()
        except Refused as refusal:
            wrong.append((number, refusal))
            continue
        seen.add(line["person_id"])
        if person is not None:
            people.append(person)
    return RosterRead(tuple(people), tuple(wrong), lines)


def _lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            columns = [name.strip() for name in next(reader, [])]
            check_columns(columns)
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield (
                        reader.line_num,
                        {name: cell.strip() for name, cell in zip(columns, cells, strict=False)},
                    )
    except (UnicodeDecodeError, csv.Error) as problem:
        raise RosterUnreadable() from problem
