"""Form 06, the control slip (Phiếu kiểm soát quá trình giải quyết hồ sơ)."""

from dataclasses import dataclass
from datetime import datetime

from veban.core.slips.heading import Heading, Marks, heading_data
from veban.core.slips.paper import ProcedureLine, procedure_data
from veban.core.slips.wording import instant_text

PUNCTUALITY = {"early": "Trước hạn", "on_time": "Đúng hạn", "late": "Quá hạn"}


@dataclass(frozen=True, slots=True)
class HandOverRow:
    """One change of desk (bàn giao).

    Args:
        giver: Who gave the paper.
        taker: Who took it.
        at: Aware instant.
        punctuality: "early", "on_time", "late", or None while a step has no term.
        note: Free words.
    """

    giver: str
    taker: str
    at: datetime
    punctuality: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if self.punctuality is not None and self.punctuality not in PUNCTUALITY:
            raise ValueError(
                f"punctuality must be one of {sorted(PUNCTUALITY)}, got {self.punctuality!r}"
            )


@dataclass(frozen=True, slots=True)
class ControlContent:
    """Everything the control slip says; it travels with the paper.

    Args:
        handling_body: Body that decides (cơ quan giải quyết).
        coordinating_bodies: Bodies that are consulted (cơ quan phối hợp).
        due_at: Aware instant; None where unknown.
        blank_rows: Empty rows to fill in by hand on the way.
    """

    heading: Heading
    marks: Marks
    code: str
    procedure: ProcedureLine
    handling_body: str
    due_at: datetime | None
    rows: tuple[HandOverRow, ...]
    coordinating_bodies: tuple[str, ...] = ()
    blank_rows: int = 4


def control_data(content: ControlContent) -> dict[str, object]:
    """Return the JSON-able data of the control slip's template."""
    return {
        "heading": heading_data(content.heading, content.marks),
        "code": content.code,
        "procedure": procedure_data(content.procedure),
        "handling_body": content.handling_body,
        "coordinating": "; ".join(content.coordinating_bodies) or None,
        "due": instant_text(content.due_at) if content.due_at else None,
        "rows": [
            {
                "giver": row.giver,
                "taker": row.taker,
                "at": instant_text(row.at),
                "punctuality": PUNCTUALITY[row.punctuality] if row.punctuality else None,
                "note": row.note,
            }
            for row in content.rows
        ],
        "blank_rows": content.blank_rows,
    }
