"""What one dossier pays, or why nobody can say yet (phí, lệ phí của hồ sơ)."""

from collections.abc import Iterable
from dataclasses import dataclass

from veban.core.procedures.fee_lines import FeeLine, FeePer
from veban.core.procedures.procedure import ProcedureOnDay

NOT_OFFERED = "fee.channel_unknown"
PAGES_UNKNOWN = "fee.pages_unknown"


@dataclass(frozen=True, slots=True)
class Fee:
    """The fee of a dossier.

    Args:
        vnd: Đồng to pay; None where the law shipped has no figure.
        reason: Why there is none, or a remark to the figure; a code of ``rules/fee_reasons.yaml``.
        exempt_by: Reason code that made it 0.
    """

    vnd: int | None
    reason: str | None = None
    exempt_by: str | None = None


def fee_for(
    procedure: ProcedureOnDay,
    channel: int,
    *,
    copies: int = 1,
    pages: int | None = None,
    reasons: Iterable[str] = (),
) -> Fee:
    """Return what a dossier pays on ``channel``.

    Args:
        procedure: Values of the day of reception.
        channel: National channel: 1 direct, 2 online, 3 postal.
        copies: Copies wanted; multiplies what is counted by copy or by page.
        pages: Pages of one copy, where the fee is counted by page.
        reasons: Reason codes of the applicant, such as those of a poor household.

    Returns:
        The fee; ``vnd`` is None, with a reason, where no figure is known. A channel of which
        nothing is known has none either.

    Raises:
        ValueError: ``copies`` or ``pages`` is below 1.

    Legal source:
        Law on Civil Status 60/2014/QH13, art. 11 (exemptions); the sources of the rates are in
        ``rules/``.
    """
    if copies < 1:
        raise ValueError(f"copies must be at least 1, got {copies}")
    line = next((line for line in procedure.fees if channel in line.channels), None)
    if line is None:
        return Fee(None, NOT_OFFERED)
    exempt_by = min(procedure.exemptions & set(reasons), default=None)
    if exempt_by and line.vnd != 0:
        return Fee(0, exempt_by=exempt_by)
    if line.vnd is None:
        return Fee(None, line.reason)
    return _counted(line, line.vnd, copies, pages)


def _counted(line: FeeLine, vnd: int, copies: int, pages: int | None) -> Fee:
    if line.per is FeePer.COPY:
        return Fee(vnd * copies, line.reason)
    if line.per is FeePer.PAGE:
        return Fee(None, PAGES_UNKNOWN) if pages is None else Fee(line.for_pages(pages) * copies)
    return Fee(vnd, line.reason)
