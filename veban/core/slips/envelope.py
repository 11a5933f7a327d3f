"""Labels for envelopes (nhãn bì hồ sơ): many on one sheet, nothing about a person.

Whoever finds an envelope on the road learns the procedure and where to bring it, not whose it
is; the code is enough for those who may look it up.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from veban.core.slips.paper import FORM_NAMES

LABELS_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class EnvelopeLabel:
    """One label.

    Args:
        code: The dossier's code; the QR says the same and nothing more.
        procedure: Name of the procedure.
        centre: Whose dossier it is, such as "xã Na Sang".
        papers: Form of paper → how many travel.
        return_how: Where the result goes, in words.
    """

    code: str
    procedure: str
    centre: str
    papers: tuple[tuple[str, int], ...]
    return_how: str


def envelope_data(labels: Sequence[EnvelopeLabel], *, practice: bool) -> dict[str, object]:
    """Return the JSON-able data of the sheet's template."""
    return {
        "practice": practice,
        "labels": [_label(label) for label in labels],
        "qrs": [label.code for label in labels],
    }


def _label(label: EnvelopeLabel) -> dict[str, object]:
    return {
        "code": label.code,
        "procedure": label.procedure,
        "centre": label.centre,
        "total": sum(count for _, count in label.papers),
        "papers": [f"{count} {FORM_NAMES[form].lower()}" for form, count in label.papers],
        "return_how": label.return_how,
    }
