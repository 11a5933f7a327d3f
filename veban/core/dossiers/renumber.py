"""Two dossiers with one code (trùng mã): one gets a new code by a recorded act.

Both codes go on leading to the dossier: receipts with the old one stay good, and what tells the
two apart are their days, procedures and the tracking characters of their QR.
"""

from dataclasses import dataclass
from typing import ClassVar

from veban.core.dossiers.events import Words
from veban.core.shared.refused import Refused


class CodeNotDoubled(Refused):
    """No other dossier carries this code, so its code is final."""

    code = "dossier.code_not_doubled"


@dataclass(frozen=True, slots=True)
class DossierRenumbered:
    """A dossier got another code, since another one carries the same (đổi mã hồ sơ bị trùng).

    Args:
        code: The new code, from the lane of the node that writes.
        old: The code that it shares.
    """

    TYPE: ClassVar[str] = "DossierRenumbered"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Đổi mã hồ sơ bị trùng"

    code: str
    old: str
    person: Words | None = None
