"""Tell whether a value entered at the law desk can hold there."""

from collections.abc import Collection

from veban.core.law.entered import LawKind, LawRow, LawValueWrong
from veban.edges.rulebook.entered import (
    READERS,
    day_of,
    keys_of,
    read_day,
    read_hours,
    read_procedure,
    year_of,
)
from veban.edges.rulebook.files import RuleFiles
from veban.edges.rulebook.shapes import RulesBroken


def check_entered(row: LawRow, files: RuleFiles, by_hand: Collection[str]) -> None:
    """Read the value as its kind is read.

    Args:
        row: What is entered.
        files: The law as it is shipped.
        by_hand: Codes of procedures that were entered whole and can be read.

    Raises:
        LawValueWrong: it has not the shape of its kind, or is about something unknown.
    """
    try:
        _read(row, files, {*by_hand, *files.procedures})
    except (RulesBroken, ValueError) as problem:
        raise LawValueWrong(kind=row.kind, problem=str(problem)) from problem


def is_readable(row: LawRow, files: RuleFiles, by_hand: Collection[str] = ()) -> bool:
    """Tell whether ``check_entered`` passes."""
    try:
        check_entered(row, files, by_hand)
    except LawValueWrong:
        return False
    return True


def _read(row: LawRow, files: RuleFiles, procedures: Collection[str]) -> None:
    match LawKind(row.kind):
        case LawKind.FEES | LawKind.TERM | LawKind.EXEMPTIONS | LawKind.PLACE as kind:
            READERS[kind][1](row)
            _must_be_known(row, procedures)
        case LawKind.OFFICE_HOURS:
            read_hours(row)
            _must_be_known(row, ("",))
        case LawKind.DAY:
            read_day(row)
            day_of(row)
        case LawKind.YEAR:
            year_of(row)
        case LawKind.PROCEDURE:
            read_procedure(row, files.named)
        case LawKind.CONFIRMED:
            keys_of(row)
            _must_be_known(row, procedures)
        case LawKind.LAYOUT:
            keys_of(row)
            _must_be_known(row, files.slips)


def _must_be_known(row: LawRow, known: Collection[str]) -> None:
    if row.about not in known:
        raise RulesBroken(f"{row.kind}: {row.about!r} is not known")
