"""Hold an applicant's number against what else is said of them (đối chiếu số định danh)."""

from veban.core.dossiers.commands import Applicant
from veban.core.people.identity import Claimed, Numbering, number_findings


def identity_findings(applicant: Applicant, numbering: Numbering) -> tuple[str, ...]:
    """Return what does not fit, as codes; nothing where no number was given.

    It is told at the table and never refuses anybody: the number may be right and the paper wrong.
    """
    if not applicant.personal_id:
        return ()
    born = int(str(applicant.birth_date)[:4]) if applicant.birth_date else None
    sex = applicant.sex.value if applicant.sex else None
    return number_findings(Claimed(applicant.personal_id, sex, born), numbering)
