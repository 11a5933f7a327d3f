"""Blank slips (phiếu trắng): printed with a number, used by hand, explained afterwards.

Each node writes its own stream about the slips of a lane, so a laptop and its centre never
write to one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from veban.core.journal.history import Placed


class SpoiledWhy(StrEnum):
    """Why a slip will never be used (lý do hủy phiếu)."""

    MISWRITTEN = "miswritten"
    TORN = "torn"
    WET = "wet"
    LOST = "lost"
    NOT_NEEDED = "not_needed"


class ByHandWhy(StrEnum):
    """Why a receipt was written by hand (lý do viết tay)."""

    LAPTOP_DEAD = "laptop_dead"
    NO_POWER = "no_power"
    PRINTER_DEAD = "printer_dead"
    LAPTOP_ELSEWHERE = "laptop_elsewhere"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class BlankSlipsPrinted:
    """Blank slips were printed for a lane.

    Args:
        unit: Whose numbers.
        agency: Agency code in front of them.
        node: Whose lane.
        serials: The numbers; on every day of the lane they are given to nobody else.
        first_day: First local day on which they are good.
        last_day: Last one.
    """

    TYPE: ClassVar[str] = "BlankSlipsPrinted"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "In phiếu trắng"

    unit: str
    agency: str
    node: str
    serials: tuple[int, ...]
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class BlankSlipSpoiled:
    """A blank slip will not be used (hủy phiếu trắng)."""

    TYPE: ClassVar[str] = "BlankSlipSpoiled"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Hủy phiếu trắng"

    unit: str
    agency: str
    node: str
    serial: int
    why: SpoiledWhy


@dataclass(frozen=True, slots=True)
class BlankSlipBrought:
    """A slip filled by hand was brought to a machine, to be typed (nhập từ phiếu giấy).

    Args:
        day: The true local day of the reception.
        why: Why it was written by hand.
    """

    TYPE: ClassVar[str] = "BlankSlipBrought"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Nhập từ phiếu giấy"

    unit: str
    agency: str
    node: str
    serial: int
    day: date
    why: ByHandWhy


@dataclass(frozen=True, slots=True)
class BlankSlipRow:
    """What was done with a number on paper: ``printed``, ``spoiled`` or ``brought``.

    ``node`` is whose lane the number is of. ``day`` and ``reason`` belong to what is brought or
    spoiled, ``first_day`` and ``last_day`` to what is printed.
    """

    stream: str
    part: str
    act: str
    unit: str
    agency: str
    node: str
    serial: int
    at: datetime
    actor: str
    day: date | None = None
    reason: str | None = None
    first_day: date | None = None
    last_day: date | None = None


SlipEvent = BlankSlipsPrinted | BlankSlipSpoiled | BlankSlipBrought
"""What is told of the slips of a lane."""


def slips_stream(node: str, writer: str) -> str:
    """Return the stream in which ``writer`` tells of the slips of ``node``'s lane."""
    return f"slips/{node}@{writer}"


def blank_slip_rows(stream: str, history: Sequence[Placed]) -> tuple[BlankSlipRow, ...]:
    """Fold what one node wrote about the slips of a lane; a slip is printed and spoiled once."""
    rows: dict[str, BlankSlipRow] = {}
    for step in history:
        for row in _told(stream, step):
            rows.setdefault(row.part, row)
    return tuple(rows.values())


def printed_serials(history: Sequence[Placed]) -> frozenset[int]:
    """Return the numbers that stand on paper, by one stream."""
    return frozenset(
        serial
        for step in history
        if isinstance(step.event, BlankSlipsPrinted)
        for serial in step.event.serials
    )


def _told(stream: str, step: Placed) -> Iterator[BlankSlipRow]:
    match step.event:
        case BlankSlipsPrinted() as event:
            for serial in event.serials:
                row = _row(stream, step, event, f"printed:{serial}", serial)
                yield replace(row, first_day=event.first_day, last_day=event.last_day)
        case BlankSlipSpoiled() as event:
            spoiled = _row(stream, step, event, f"spoiled:{event.serial}", event.serial)
            yield replace(spoiled, reason=event.why.value)
        case BlankSlipBrought() as event:
            part = f"brought:{event.serial}:{event.day}"
            brought = _row(stream, step, event, part, event.serial)
            yield replace(brought, reason=event.why.value, day=event.day)


def _row(stream: str, step: Placed, event: SlipEvent, part: str, serial: int) -> BlankSlipRow:
    return BlankSlipRow(
        stream=stream,
        part=part,
        act=part.partition(":")[0],
        unit=event.unit,
        agency=event.agency,
        node=event.node,
        serial=serial,
        at=step.header.occurred_at,
        actor=step.header.actor,
    )
