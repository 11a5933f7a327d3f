"""Lines of input as officers would type them, with invented people."""

from typing import Any

from veban.core.dossiers.commands import DoMove, ReceiveDossier
from veban.core.shared.shape import read_shape

APPLICANT = {
    "full_name": "Vàng Thị Dua",
    "birth_date": "1988",
    "sex": "F",
    "ethnicity": "Mông",
    "unit": "03172",
    "village": "Na Pheo",
}


def receive_line(key: str = "k1", **changes: Any) -> dict[str, Any]:
    """Return a line of ``dossiers receive``: a certificate of marital status at the desk."""
    return {
        "key": key,
        "procedure": "1.004873",
        "received_at": "2026-11-23T08:30:00+07:00",
        "officer": "lan",
        "channel": 1,
        "place": {"kind": "centre"},
        "applicant": APPLICANT,
        "papers": [{"name": "Tờ khai"}],
        **changes,
    }


def receive_command(key: str = "k1", **changes: Any) -> ReceiveDossier:
    return read_shape(ReceiveDossier, receive_line(key, **changes))


def move_command(code: str, move: str, officer: str, at: str, **details: Any) -> DoMove:
    line = {
        "key": f"{code}:{move}:{at}",
        "code": code,
        "move": move,
        "officer": officer,
        "at": at,
        "with": details,
    }
    return read_shape(DoMove, line)
