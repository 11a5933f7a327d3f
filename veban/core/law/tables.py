"""Small tables of the law: the record's states, slips, words for unknown fees."""

from dataclasses import dataclass

from veban.core.law.dated import Source


@dataclass(frozen=True, slots=True)
class NationalState:
    """One of the ten states of the national record (trạng thái hồ sơ).

    Args:
        code: Number in the national record.
        name: Vietnamese name there.
        name_en: English word used in code.
        terminal: Whether the dossier ends there.
        clock: ``not_started``, ``running``, ``paused`` or ``stopped``.
    """

    code: int
    name: str
    name_en: str
    terminal: bool
    clock: str


@dataclass(frozen=True, slots=True)
class SlipForm:
    """One of the seven forms of the one-stop mechanism (mẫu phiếu).

    Args:
        slip: Word used in code and on the command line, such as ``receipt``.
        number: Number of the form.
        name: Official Vietnamese name.
        paper: Paper size.
        source: Circular, and how far the layout was checked.
        confirmed_by: Code of the officer who confirmed the unit's printed layout; None where
            nobody has.
    """

    slip: str
    number: str
    name: str
    paper: str
    source: Source
    confirmed_by: str | None = None


@dataclass(frozen=True, slots=True)
class FeeReason:
    """Why a fee has no figure, in Vietnamese; ``asks_resolution`` leaves a line for its number."""

    code: str
    name: str
    asks_resolution: bool
    source: Source
