"""Which papers a case needs, and which of them are not there yet (kiểm tra thành phần hồ sơ)."""

from collections.abc import Iterable

from veban.core.procedures.papers import Case, Paper
from veban.core.procedures.procedure import Procedure
from veban.core.shared.refused import Refused


class CaseUnknown(Refused):
    """The procedure has no such case; ``cases`` lists those it has."""

    code = "procedure.case_unknown"


class PaperUnknown(Refused):
    """The procedure knows no papers of these ids; ``papers`` lists them."""

    code = "procedure.paper_unknown"


def case_of(procedure: Procedure, case: str | None = None) -> Case | None:
    """Return the case that is meant; the first one when none is named.

    Returns:
        None where the procedure ships no cases and none was named.

    Raises:
        CaseUnknown: the procedure has no case of that name.
    """
    if case is None:
        return procedure.cases[0] if procedure.cases else None
    for known in procedure.cases:
        if known.case == case:
            return known
    raise CaseUnknown(
        procedure=procedure.code, case=case, cases=[known.case for known in procedure.cases]
    )


def missing_papers(
    procedure: Procedure, given: Iterable[str], case: str | None = None
) -> tuple[Paper, ...]:
    """Return the required papers of the case that are not among the given ids.

    Args:
        procedure: The procedure asked for.
        given: Ids of the papers on the table.
        case: Name of the case; the first one when omitted.

    Returns:
        The papers missing, in the order of the checklist; empty for an unchecked procedure.

    Raises:
        CaseUnknown: the procedure has no case of that name.
        PaperUnknown: nothing is missing, but an id belongs to no paper of the procedure.
    """
    wanted, ids = case_of(procedure, case), frozenset(given)
    if wanted is None:
        return ()
    missing = tuple(paper for paper in wanted.required() if paper.id not in ids)
    strangers = ids - {paper.id for paper in procedure.papers}
    if strangers and not missing:
        raise PaperUnknown(procedure=procedure.code, papers=sorted(strangers))
    return missing
