"""A declaration under the pen (tờ khai đang điền): kept by the node, never by a browser."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from veban.core.shared.refused import Refused

KEPT_FOR = timedelta(days=7)
"""A draft that nobody touched for so long is thrown away."""

KEPT_AFTER_USE = timedelta(days=2)
"""A draft whose dossier was received stays a little, for a form that is sent twice."""


class DraftGone(Refused):
    """There is no such draft of the visitor's unit: thrown away after a while, or never there."""

    code = "declaration.draft_gone"


class DraftUsed(Refused):
    """The dossier of the draft is received; what it says is changed no more."""

    code = "declaration.draft_used"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed so far.

    Args:
        draft: Its random name, which stands in addresses.
        unit: The unit whose officers may open it.
        procedure: What it belongs to.
        form: Name of the form.
        since_on: Version of the form.
        data: Section → field → value, right or wrong.
        people: Whom it may be filled in from.
        reception: The fields of the reception form, as (name, values).
        touched_at: When somebody typed last.
        used: The dossier was received.
    """

    draft: str
    unit: str
    procedure: str
    form: str
    since_on: date
    touched_at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)
    people: Mapping[str, Any] = field(default_factory=dict)
    reception: Mapping[str, list[str]] = field(default_factory=dict)
    used: bool = False
