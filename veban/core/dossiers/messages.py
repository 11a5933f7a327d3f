"""Messages: what a node that is not the holder did with a dossier (tin báo).

A message is an entry in a stream of its own. It travels like any other; the holder's node
runs it through the same decision as of the time it happened, under the message's hash as
key, so that twice is once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from veban.core.journal.history import Placed


@dataclass(frozen=True, slots=True)
class MessagePerson:
    """The act's own fields; they may speak of people."""

    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MessageSent:
    """An act was recorded where the dossier is not held (ghi nhận tại nơi khác).

    Args:
        dossier: The dossier's stream.
        code: The dossier's code, for people.
        move: The move of ``MOVES``.
        officer: Who acted.
        at: When.
    """

    TYPE: ClassVar[str] = "MessageSent"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Gửi tin báo"

    dossier: str
    code: str
    move: str
    officer: str
    at: datetime
    person: MessagePerson | None = None


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message; whether it is settled stands in the dossier it concerns."""

    stream: str
    hash: str
    dossier: str
    code: str
    move: str
    officer: str
    at: datetime
    node: str


def message_rows(stream: str, history: Sequence[Placed]) -> tuple[MessageRow, ...]:
    """Fold a message's stream, which has one entry."""
    rows = []
    for step in history:
        if isinstance(sent := step.event, MessageSent):
            rows.append(
                MessageRow(
                    stream,
                    step.hash,
                    sent.dossier,
                    sent.code,
                    sent.move,
                    sent.officer,
                    sent.at,
                    step.header.node,
                )
            )
    return tuple(rows[:1])
