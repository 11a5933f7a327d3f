"""What came too late (việc đến muộn): a person sees both sides and decides, once.

An entry without a place, because its dossier had another holder by then, or a message that the
holder refused. Neither is dropped: it is taken over, as a step of the holder's own, or set aside
with a reason.
"""

from dataclasses import dataclass
from typing import ClassVar

from veban.core.dossiers.events import Words
from veban.core.shared.refused import Refused


@dataclass(frozen=True, slots=True)
class LateDecided:
    """A person decided on what came too late.

    Args:
        subject: Hash of the late entry, or of the message.
        taken: Taken over; the step stands before it, under its own officer. Else set aside.
        by: Who decided.
    """

    TYPE: ClassVar[str] = "LateDecided"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Quyết định về việc đến muộn"

    subject: str
    taken: bool
    by: str
    person: Words | None = None


class LateNotRepeatable(Refused):
    """This step cannot be taken over; it can only be set aside."""

    code = "late.not_repeatable"


class LateUnknown(Refused):
    """Nothing of this name waits for a decision here, or somebody has decided it."""

    code = "late.unknown"


class LateReasonMissing(Refused):
    """Setting something aside needs a reason in words."""

    code = "late.reason_missing"
