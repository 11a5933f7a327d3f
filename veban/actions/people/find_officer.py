"""Find the officer who acts (tìm công chức)."""

from veban.actions.ports import Histories
from veban.core.people.officers import OfficerRow, OfficerUnknown, officer_rows, officer_stream


def get_officer(histories: Histories, code: str) -> OfficerRow:
    """Return an officer with name and roles.

    Raises:
        OfficerUnknown: nobody has this code here.
    """
    stream = officer_stream(code)
    rows = officer_rows(stream, histories.history(stream))
    if not rows:
        raise OfficerUnknown(officer=code)
    return rows[0]
