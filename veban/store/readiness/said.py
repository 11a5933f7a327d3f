"""Who confirmed which line of the list before leaving, and when (xác nhận trước khi đi)."""

from veban.core.rounds.readiness import Said
from veban.store.readiness.tables import SaidRecord


def list_said(alias: str) -> dict[str, Said]:
    """Return line → who confirmed it last."""
    known = SaidRecord._default_manager.using(alias)
    found = known.values_list("line", "officer", "at")
    return {line: Said(officer, at) for line, officer, at in found}


def say_line(alias: str, line: str, said: Said) -> None:
    """Note that an officer looked and confirmed a line; the one before is replaced."""
    SaidRecord._default_manager.using(alias).update_or_create(
        line=line, defaults={"officer": said.officer, "at": said.at}
    )
