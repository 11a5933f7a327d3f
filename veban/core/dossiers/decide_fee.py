"""What taking the money for a fee makes happen (thu phí, lệ phí)."""

from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.fee_collected import (
    CollectFeeDetails,
    FeeCollected,
    FeeNotLawful,
    FeePerson,
    FeeTaken,
    FeeUnknown,
)
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.refusals import ReasonUnknown
from veban.core.dossiers.state import Dossier
from veban.core.journal.event import Event


def collect_fee(
    dossier: Dossier, details: CollectFeeDetails, command: DoMove, context: MoveContext
) -> Event:
    """Return the receipt.

    Raises:
        FeeTaken, FeeUnknown, FeeNotLawful: see there.
        ReasonUnknown: the exemption is not in the list.
    """
    if dossier.fee_taken:
        raise FeeTaken()
    if context.fee_vnd is None:
        raise FeeUnknown()
    exemption = details.exemption
    if exemption is not None and exemption not in context.reasons:
        raise ReasonUnknown(reasons=[exemption])
    is_less = 0 <= details.amount_vnd < context.fee_vnd
    if details.amount_vnd != context.fee_vnd and not (is_less and exemption):
        raise FeeNotLawful(fee_vnd=context.fee_vnd)
    less_for = exemption if is_less else None
    return FeeCollected(
        details.amount_vnd,
        context.fee_vnd,
        details.receipt_number,
        details.online,
        context.reasons[less_for] if less_for else None,
        FeePerson(less_for) if less_for else None,
    )
