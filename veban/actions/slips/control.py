"""Gather the control slip (Phiếu kiểm soát): the list of the desk's changes."""

from veban.actions.ports import World
from veban.actions.slips.subject import Subject, form_marks, heading, officer_name, procedure_line
from veban.core.dossiers.events import DossierHandedOver
from veban.core.dossiers.standing import standing
from veban.core.slips.control import ControlContent, HandOverRow

OFFICER = "officer:"


def gather_control(world: World, subject: Subject) -> ControlContent:
    """Return everything the control slip says (slip 06)."""
    received = subject.received
    rows = tuple(
        HandOverRow(
            desk_text(world, event.from_desk),
            desk_text(world, event.to_desk),
            step.header.occurred_at,
            note=event.person.text if event.person else None,
        )
        for step in subject.history
        if isinstance(event := step.event, DossierHandedOver)
    )
    return ControlContent(
        heading=heading(world, received.unit, received.received_at),
        marks=form_marks(world, received.unit, "control"),
        code=subject.dossier.code,
        procedure=procedure_line(world, received.procedure),
        handling_body=world.rules.procedure(received.procedure).decided_by.name,
        due_at=standing(subject.dossier).due_at,
        rows=rows,
    )


def desk_text(world: World, desk: str) -> str:
    """Return a desk in words: an officer's name, else what the desk is called."""
    if desk.startswith(OFFICER):
        return officer_name(world, desk.removeprefix(OFFICER))
    return desk.partition(":")[2] or desk
