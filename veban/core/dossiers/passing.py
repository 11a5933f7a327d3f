"""A dossier goes to another unit (chuyển sang đơn vị khác): the event."""

from dataclasses import dataclass
from typing import ClassVar

from veban.core.dossiers.events import Words


@dataclass(frozen=True, slots=True)
class DossierPassedOn:
    """The dossier goes to another unit: to the competent body, or back with its result.

    Chuyển hồ sơ đến cơ quan có thẩm quyền, or back to where it was received. Where that unit
    has a node of its own, the holder changes with it.
    """

    TYPE: ClassVar[str] = "DossierPassedOn"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Chuyển sang đơn vị khác"

    to_unit: str
    person: Words | None = None
