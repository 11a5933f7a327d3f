"""What has to be typed before a line is looked at any further (mục phải ghi cho đúng).

These bounds hold for what is typed here. Entries that arrive are read without them, since an
entry is never turned away.
"""

from datetime import datetime

from veban.core.dossiers.commands import ReceiveDossier
from veban.core.dossiers.refusals import ReceivedInFuture
from veban.core.shared.shape import InputWrong

LONGEST_KEY = 200
"""A key stands in an index of the database."""

NUMBERS = range(1, 1000)
"""Copies wanted, or sheets of one paper, on one dossier."""


def check_key(key: str) -> None:
    """Refuse a key that could not tell one line from another.

    Raises:
        InputWrong: it is blank, or longer than 200 characters.
    """
    if not key.strip() or len(key) > LONGEST_KEY:
        raise InputWrong(f"text of 1 to {LONGEST_KEY} characters", "key")


def check_not_ahead(received_at: datetime, now: datetime) -> None:
    """Refuse a reception that is still to come.

    Raises:
        ReceivedInFuture: it is after the node's clock.
    """
    if received_at > now:
        raise ReceivedInFuture(now=now.isoformat(timespec="minutes"))


def check_typed(command: ReceiveDossier) -> None:
    """Refuse a reception without a name, or with impossible numbers.

    What was written for somebody who cannot write is read aloud, and a witness saw it.

    Raises:
        InputWrong: details name the field.

    Example:
        >>> 0 in NUMBERS
        False
    """
    check_key(command.key)
    if not command.applicant.full_name.strip():
        raise InputWrong("text", "applicant", "full_name")
    if command.copies not in NUMBERS:
        raise InputWrong(_NUMBER, "copies")
    written = command.written_for
    if written and not written.witness.strip():
        raise InputWrong("text", "written_for", "witness")
    if written and not written.read_aloud:
        raise InputWrong("true", "written_for", "read_aloud")
    for n, paper in enumerate(command.papers):
        if paper.count not in NUMBERS:
            raise InputWrong(_NUMBER, "papers", str(n), "count")


_NUMBER = f"{NUMBERS.start} – {NUMBERS.stop - 1}"
