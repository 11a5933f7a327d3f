"""The fee as a slip states it (phí, lệ phí): a figure, nothing due, or a line to fill in."""

from dataclasses import dataclass

from veban.core.slips.wording import money_text

NOTHING_DUE = "Không thu phí, lệ phí"
UNKNOWN_FEE = "Mức thu chưa có trong phần mềm; người tiếp nhận ghi theo quy định hiện hành."


@dataclass(frozen=True, slots=True)
class Fee:
    """What was decided about the fee at reception.

    Args:
        amount_vnd: Total in đồng; 0 where nothing is due; None where the shipped law does
            not know the figure.
        reason: Exemption, legal basis, or why the figure is unknown; a Vietnamese phrase.
        paid_receipt: Number of the fee receipt (biên lai), once paid.
    """

    amount_vnd: int | None
    reason: str | None = None
    paid_receipt: str | None = None


def fee_data(fee: Fee) -> dict[str, object]:
    """Return the fee line.

    Raises:
        ValueError: the amount is negative.

    Example:
        >>> fee_data(Fee(0, "miễn cho người khuyết tật"))
        {'text': 'Không thu phí, lệ phí', 'why': 'miễn cho người khuyết tật', 'paid': None}
    """
    paid = f"đã nộp, biên lai số {fee.paid_receipt}" if fee.paid_receipt else None
    if fee.amount_vnd is None:
        return {"text": None, "why": fee.reason or UNKNOWN_FEE, "paid": paid}
    text = money_text(fee.amount_vnd) if fee.amount_vnd else NOTHING_DUE
    return {"text": text, "why": fee.reason, "paid": paid}
