"""Money taken for a fee (thu phí, lệ phí): exactly what the law says, or less for a reason."""

from dataclasses import dataclass
from typing import ClassVar

from veban.core.shared.refused import Refused


class FeeUnknown(Refused):
    """The law known here has no rate for this fee, so nothing may be taken."""

    code = "dossier.fee_unknown"


class FeeNotLawful(Refused):
    """The amount is not the law's, and no exemption is named."""

    code = "dossier.fee_not_lawful"


class FeeTaken(Refused):
    """The fee of this dossier was taken before."""

    code = "dossier.fee_taken"


@dataclass(frozen=True, slots=True)
class CollectFeeDetails:
    """The receipt for a fee (biên lai thu phí, lệ phí).

    Args:
        amount_vnd: Đồng taken.
        exemption: Code of ``rules/reasons.yaml``, where less than the law's rate is taken.
    """

    amount_vnd: int
    receipt_number: str
    online: bool = False
    exemption: str | None = None


@dataclass(frozen=True, slots=True)
class FeePerson:
    """The private side: the reason itself; facts hold its coarse group."""

    exemption: str | None = None


@dataclass(frozen=True, slots=True)
class FeeCollected:
    """The fee was taken, with its receipt (thu phí, lệ phí).

    Args:
        lawful_vnd: The law's rate on the day of reception, đồng.
        exempt_by: Coarse group of the reason for taking less.
    """

    TYPE: ClassVar[str] = "FeeCollected"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Thu phí, lệ phí"

    amount_vnd: int
    lawful_vnd: int
    receipt_number: str
    online: bool = False
    exempt_by: str | None = None
    person: FeePerson | None = None
