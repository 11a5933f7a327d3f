"""A small catalogue of its own for the contract: notes, some private, and their erasure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from veban.actions.ports import Answer, Step
from veban.core.dossiers.rows import CodeRow, SerialRow
from veban.core.journal.event import EventCatalogue
from veban.core.journal.history import Placed
from veban.core.people.officers import OfficerRow
from veban.store.journal.meaning import Meaning

MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class NotePerson:
    name: str
    file: str | None = None


@dataclass(frozen=True, slots=True)
class NoteTaken:
    TYPE: ClassVar[str] = "NoteTaken"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Ghi chú"

    number: int
    code: str | None = None
    person: NotePerson | None = None


@dataclass(frozen=True, slots=True)
class NotesErased:
    TYPE: ClassVar[str] = "NotesErased"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Xóa ghi chú"
    ERASES: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class NoteFramed:
    """A type that older programs do not know."""

    TYPE: ClassVar[str] = "NoteFramed"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Đóng khung ghi chú"

    width_mm: int


def note_rows(stream: str, history: Sequence[Placed]) -> tuple[object, ...]:
    """Fold notes: how many, whose last, and the codes they name, which are of several rows."""
    notes = [step.event for step in history if isinstance(step.event, NoteTaken)]
    if not notes:
        return ()
    total, last = str(sum(note.number for note in notes)), notes[-1]
    row = OfficerRow(
        stream, total, history[0].header.node, str(len(history)), last.person and last.person.name
    )
    codes = [note.code for note in notes if note.code]
    return (
        row,
        *(CodeRow(stream, str(n), code, "veban") for n, code in enumerate(codes)),
        *(SerialRow(stream, "H18.03.172", MORNING.date(), int(c[-4:]), False) for c in codes[:1]),
    )


NEW = Meaning(EventCatalogue((NoteTaken, NotesErased, NoteFramed)), {"note": note_rows})
OLD = Meaning(EventCatalogue((NoteTaken, NotesErased)), {"note": note_rows})


def note(number: int, name: str | None = None, **fields: str) -> NoteTaken:
    code = fields.pop("code", None)
    return NoteTaken(number, code, NotePerson(name, **fields) if name else None)


def write(journal, stream, *events, key=None, answer=None):
    """Append to a stream as a use case does: read, decide, write; return the new entries."""
    with journal.writing() as writing:
        version = len(writing.history(stream))
        key = key or f"{journal.me}:{stream}:{version}"
        step = Step(stream, version, events, MORNING, "lan")
        writing.write(key, [step], Answer(key, "d", answer) if answer else None)
    return list(journal.entries_of([stream]))[version:]


def receive(journal, entries):
    with journal.writing() as writing:
        return writing.receive(entries)
