"""Gather the summary of a sitting (tóm tắt lượt đến) from its receptions."""

from collections.abc import Iterable

from veban.actions.ports import World
from veban.actions.slips.subject import get_subject, heading, marks
from veban.core.dossiers.sitting import sum_fees
from veban.core.slips.sitting import SittingContent, SittingLine, sitting_data

KIND = "sitting"


def sitting_summary(world: World, streams: Iterable[str]) -> dict[str, object]:
    """Return the data of the summary's template.

    Args:
        world: The node.
        streams: The dossiers' streams, at least one, in the order of reception.

    Raises:
        SlipUnknown: one of them was not received here.
        SlipErased: the persons of one are erased.
    """
    subjects = [get_subject(world, stream, KIND) for stream in streams]
    first = subjects[0].received
    content = SittingContent(
        heading=heading(world, first.unit, first.received_at),
        marks=marks(world),
        at=first.received_at,
        lines=tuple(
            SittingLine(
                code=subject.dossier.code,
                procedure=world.rules.procedure(subject.received.procedure).name,
                name=subject.person.applicant.full_name,
                due_at=subject.dossier.due_at,
                back_on=subject.received.back_on,
                fee_vnd=subject.received.fee_vnd,
            )
            for subject in subjects
        ),
        fees=sum_fees(subject.received for subject in subjects),
    )
    return sitting_data(content)
