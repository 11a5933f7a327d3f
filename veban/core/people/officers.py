"""Officers of a unit (công chức): added, given roles, let go; folded from their stream."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from veban.core.journal.history import Placed
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused

PROGRAM = "node"
"""Stands for an officer where the program acts of itself; nobody has this code."""


class OfficerUnknown(Refused):
    """No officer has this code here (không có công chức này)."""

    code = "officer.unknown"


class OfficerLacksRole(Refused):
    """The officer's roles do not allow this (không đúng vai trò)."""

    code = "officer.lacks_role"


class OfficerExists(Refused):
    """The code is taken by somebody else (mã công chức đã có)."""

    code = "officer.exists"


class OfficerGone(Refused):
    """The officer was let go and does nothing here any more (công chức đã thôi việc ở đây)."""

    code = "officer.gone"


class OwnAccess(Refused):
    """Nobody takes the administration from themselves: somebody must be left who has it."""

    code = "officer.own_access"


@dataclass(frozen=True, slots=True)
class OfficerPerson:
    """The private part of an officer's entry."""

    name: str


@dataclass(frozen=True, slots=True)
class OfficerAdded:
    """An officer may work in a unit from now on; a repeat replaces name and roles."""

    TYPE: ClassVar[str] = "OfficerAdded"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Thêm công chức"

    officer: str
    unit: str
    roles: tuple[Role, ...]
    person: OfficerPerson | None = None


@dataclass(frozen=True, slots=True)
class OfficerLetGo:
    """An officer works here no more: no sign-in, no act; what they did stays theirs."""

    TYPE: ClassVar[str] = "OfficerLetGo"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Thôi việc ở đơn vị"

    officer: str
    unit: str


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """An officer as pages see one; without a role where the officer was let go."""

    stream: str
    officer: str
    unit: str
    roles: str
    name: str | None

    def has(self, *roles: Role) -> bool:
        """Tell whether the officer has one of the roles."""
        return not {role.value for role in roles}.isdisjoint(self.roles.split())

    @property
    def is_gone(self) -> bool:
        """Tell whether the officer was let go: nobody is added without a role."""
        return not self.roles


def officer_stream(officer: str) -> str:
    """Return the stream of an officer."""
    return f"officer/{officer}"


def officers_of_streams(streams: Iterable[str]) -> list[str]:
    """Return the codes whose streams are among these.

    Example:
        >>> officers_of_streams(["officer/lan", "node/may-1"])
        ['lan']
    """
    kinds = (stream.partition("/") for stream in streams)
    return [code for kind, _, code in kinds if kind == "officer"]


def officer_rows(stream: str, history: Sequence[Placed]) -> tuple[OfficerRow, ...]:
    """Fold an officer's stream: the last entry says who the officer is, or that they are gone.

    Who was let go keeps the name, which stands under what they did.
    """
    added = [step.event for step in history if isinstance(step.event, OfficerAdded)]
    if not added:
        return ()
    last = added[-1]
    told = [s.event for s in history if isinstance(s.event, OfficerAdded | OfficerLetGo)]
    roles = " ".join(sorted(last.roles)) if told[-1] is last else ""
    return (
        OfficerRow(
            stream, last.officer, last.unit, roles, last.person.name if last.person else None
        ),
    )
