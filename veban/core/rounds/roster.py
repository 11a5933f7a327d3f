"""The roster of a round (danh sách nhân khẩu của đợt): the people of its villages, for a time.

It lies in a stream of its own, so that it goes down to the round's laptop only and one entry
erases it whole. It holds what fills in the form at the table and finds a household; neither the
ethnic group nor the degree of a disability, which are asked from the person where a paper needs
them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from veban.core.journal.history import Placed
from veban.core.rounds.round import RoundRow
from veban.core.shared.fold_text import fold_text
from veban.core.shared.refused import Refused

PEOPLE_IN_ONE = 400
"""How many people one entry holds: some 60 KB, a fraction of a sealed part."""


class RosterGone(Refused):
    """The round is closed, or its roster was erased; it takes no people any more."""

    code = "roster.gone"


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """One person as the table needs them (nhân khẩu).

    Args:
        number: The unit's own number of the person.
        full_name: As in the unit's list.
        birth_date: As written there: year, month or day.
        sex: ``M``, ``F`` or nothing.
        village: Where the household is.
        household: Number of the household.
        groups: The groups asked for to which the person belongs.
    """

    number: str
    full_name: str
    birth_date: str
    sex: str
    village: str
    household: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterPeople:
    """The people of one entry."""

    people: tuple[RosterPerson, ...]


@dataclass(frozen=True, slots=True)
class RosterLaid:
    """People were laid into a round's roster (lập danh sách nhân khẩu của đợt).

    Args:
        round: The round.
        unit: Its unit.
        edition: Counts the rosters of the round; the last one holds.
        part: Place among the entries of this edition, from 0.
        people: How many people stand in this entry.
        groups: Group → how many of them belong to it.
    """

    TYPE: ClassVar[str] = "RosterLaid"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Lập danh sách nhân khẩu của đợt"

    round: str
    unit: str
    edition: int
    part: int
    people: int
    groups: Mapping[str, object] = field(default_factory=dict)
    person: RosterPeople | None = None


@dataclass(frozen=True, slots=True)
class RosterErased:
    """The roster of a closed round is erased, on every node (xóa danh sách nhân khẩu)."""

    TYPE: ClassVar[str] = "RosterErased"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Xóa danh sách nhân khẩu của đợt"
    ERASES: ClassVar[bool] = True

    round: str


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person of a roster as the table finds them; gone once the roster is erased.

    Args:
        stream: The roster.
        part: Place in the roster, from 0; names the person in an address without telling who.
        folded: Name without tone marks, for searching.
        groups: One a line.
    """

    stream: str
    part: int
    round: str
    unit: str
    number: str
    full_name: str
    folded: str
    birth_date: str
    sex: str
    village: str
    household: str
    groups: str


def roster_stream(round_id: str) -> str:
    """Return the stream of a round's roster."""
    return f"roster/{round_id}"


def is_roster(stream: str) -> bool:
    """Tell whether a stream is a roster."""
    return stream.startswith("roster/")


def lay_roster(
    row: RoundRow, history: Sequence[Placed], people: Sequence[RosterPerson]
) -> tuple[RosterLaid, ...]:
    """Return the entries that make ``people`` the roster of a round.

    Args:
        row: The round.
        history: The roster's accepted steps.
        people: All people of the roster.

    Raises:
        RosterGone: the round is closed, or its roster was erased.
    """
    if row.closed or is_erased(history):
        raise RosterGone(round=row.round)
    edition = 1 + last_edition(history)
    parts = [people[n : n + PEOPLE_IN_ONE] for n in range(0, len(people), PEOPLE_IN_ONE)]
    return tuple(
        RosterLaid(
            row.round,
            row.unit,
            edition,
            part,
            len(found),
            dict(Counter(sorted(group for one in found for group in one.groups))),
            RosterPeople(tuple(found)),
        )
        for part, found in enumerate(parts or [()])
    )


def is_erased(history: Sequence[Placed]) -> bool:
    """Tell whether a roster was erased."""
    return any(isinstance(step.event, RosterErased) for step in history)


def last_edition(history: Sequence[Placed]) -> int:
    """Return the edition of a roster that holds; 0 where nobody was laid in."""
    return max((s.event.edition for s in history if isinstance(s.event, RosterLaid)), default=0)


def people_laid(history: Sequence[Placed]) -> list[RosterPeople | None]:
    """Return what the entries of a roster's last edition hold, in the order of their parts."""
    last = last_edition(history)
    laid = [s.event for s in history if isinstance(s.event, RosterLaid)]
    return [event.person for event in laid if event.edition == last]


def people_given(history: Sequence[Placed]) -> list[RosterPerson]:
    """Return whom any edition of a roster named and still names, each number once.

    What was laid once stays with every node that got it until the roster is erased, whatever
    the last edition says.
    """
    found: dict[str, RosterPerson] = {}
    for step in history:
        if isinstance(step.event, RosterLaid) and step.event.person:
            found |= {one.number: one for one in step.event.person.people}
    return list(found.values())


def people_counted(history: Sequence[Placed]) -> int:
    """Return how many people a roster's last edition named, erased or not."""
    last = last_edition(history)
    laid = [step.event for step in history if isinstance(step.event, RosterLaid)]
    return sum(event.people for event in laid if event.edition == last)


def roster_rows(stream: str, history: Sequence[Placed]) -> tuple[RosterRow, ...]:
    """Fold a roster: the people of its last edition, none after it was erased."""
    return () if is_erased(history) else tuple(_rows(stream, history))


def _rows(stream: str, history: Sequence[Placed]) -> Iterator[RosterRow]:
    last = last_edition(history)
    for step in history:
        event = step.event
        if not isinstance(event, RosterLaid) or event.edition != last or event.person is None:
            continue
        for n, one in enumerate(event.person.people):
            yield RosterRow(
                stream=stream,
                part=event.part * PEOPLE_IN_ONE + n,
                round=event.round,
                unit=event.unit,
                number=one.number,
                full_name=one.full_name,
                folded=fold_text(one.full_name),
                birth_date=one.birth_date,
                sex=one.sex,
                village=one.village,
                household=one.household,
                groups="\n".join(one.groups),
            )
