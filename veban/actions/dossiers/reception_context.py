"""Gather what a reception is decided on: officer, law of the day, round, numbers."""

from veban.actions.nodes.set_point import find_point
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Histories, World, Writing
from veban.core.deadlines.village_clock import TeamReturns
from veban.core.dossiers.codes import PlaceKind
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.dossiers.receive import ReceptionContext
from veban.core.people.unit_settings import UnitRow, unit_rows, unit_stream
from veban.core.rounds.round import RoundUnknown, round_rows, round_stream
from veban.core.shared.local_time import local_day


def gather(world: World, writing: Writing, command: ReceiveDossier) -> ReceptionContext:
    """Return the context of a reception.

    Raises:
        Refused: ``officer.unknown``, ``procedure.unknown``, ``round.unknown``, ``law.unknown``.
    """
    day = local_day(command.received_at)
    officer = get_officer(writing, command.officer)
    settings = unit_settings(writing, officer.unit)
    rules = world.law.for_unit(officer.unit)
    return ReceptionContext(
        unit=officer.unit,
        officer=officer,
        procedure=rules.procedure(command.procedure).on(day),
        hours=rules.office_hours(day),
        calendar=rules.calendar(),
        reasons={code: reason.group for code, reason in rules.reasons().items()},
        now=world.clock.now(),
        numbers=settings.numbers if settings else "provisional",
        placeholder=settings is None or settings.agency is None,
        team=_team_returns(writing, command),
        point=_point(world, writing, command),
    )


def unit_settings(histories: Histories, unit: str) -> UnitRow | None:
    """Return what a unit has settled; None where nothing was."""
    stream = unit_stream(unit)
    return next(iter(unit_rows(stream, histories.history(stream))), None)


def _point(world: World, writing: Writing, command: ReceiveDossier) -> str | None:
    if command.place.kind is not PlaceKind.POINT:
        return None
    point = find_point(writing, world.me.speaks_as)
    return point.place if point else None


def _team_returns(writing: Writing, command: ReceiveDossier) -> TeamReturns | None:
    if command.round is None:
        return None
    stream = round_stream(command.round)
    rows = round_rows(stream, writing.history(stream))
    if not rows:
        raise RoundUnknown(round=command.round)
    if command.place.kind is PlaceKind.CENTRE:
        return None
    return TeamReturns(rows[0].back_at, rows[0].back_on)
